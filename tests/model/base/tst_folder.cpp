// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

class TestFolder : public QObject
{
    Q_OBJECT

private slots:
    void everyFileBelowIsFound();
    void whatIsNotTheUsersIsLeftOut();
    void linksAreNotFollowed();
    void tooManyFilesAreNotCounted();
    void noFolderHasNoFiles();

private:
    static void put(const QTemporaryDir &dir, const QString &name)
    {
        QVERIFY(QDir(dir.path()).mkpath(QFileInfo(name).path()));
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
};

void TestFolder::everyFileBelowIsFound()
{
    const QTemporaryDir dir;
    put(dir, u"a.txt"_s);
    put(dir, u"b/c/d.txt"_s);
    put(dir, u".hidden/e"_s);
    QCOMPARE(filesBelow(dir.path()), (QSet<QString>{u"a.txt"_s, u"b/c/d.txt"_s, u".hidden/e"_s}));
}

void TestFolder::whatIsNotTheUsersIsLeftOut()
{
    const QTemporaryDir dir;
    put(dir, u".git/config"_s);
    put(dir, u"module/.git/config"_s);
    put(dir, u".baton/runs/r/events.jsonl"_s);
    QCOMPARE(filesBelow(dir.path()), QSet<QString>());
}

void TestFolder::linksAreNotFollowed()
{
    const QTemporaryDir dir;
    put(dir, u"a/b.txt"_s);
    QVERIFY(QFile::link(dir.path(), dir.filePath(u"a/around"_s)));
    QCOMPARE(filesBelow(dir.path()), (QSet<QString>{u"a/b.txt"_s, u"a/around"_s}));
}

void TestFolder::tooManyFilesAreNotCounted()
{
    const QTemporaryDir dir;
    for (int i = 0; i < 5; ++i)
        put(dir, u"f/%1"_s.arg(i));
    QVERIFY(!filesBelow(dir.path(), 5)); // The folder counts too.
    QVERIFY(filesBelow(dir.path(), 6));
}

void TestFolder::noFolderHasNoFiles()
{
    const QTemporaryDir dir;
    QVERIFY(!filesBelow(dir.filePath(u"nowhere"_s)));
    QVERIFY(!filesBelow(QString()));
}

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
