// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/trust.h"
#include "tests/support/plans.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;

/// What the user lets run, and what is remembered of it.
class TestTrust : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aTrustedFolderIsTrustedWithAllInIt();
    void whatRanBeforeIsNotNew();
    void plansThatAreGoneAreForgotten();
    void aBrokenFileTrustsNothingAndIsNotWrittenOver();

private:
    static QString store() { return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/baton/trust.json"_s; }
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QString plan(const QString &name) const
    {
        const QString path = m_dir.filePath(name);
        write(path, "baton: 1\n");
        return path;
    }
    static Contents commands(const QStringList &texts)
    {
        Contents contents;
        for (const QString &text : texts)
            test::add(contents, Task{.id = u"t%1"_s.arg(contents.tasks.size()), .executor = {u"shell"_s, {{u"command"_s, text}}}});
        return contents;
    }

    QTemporaryDir m_dir;
};

void TestTrust::init()
{
    QFile::remove(store());
}

void TestTrust::aTrustedFolderIsTrustedWithAllInIt()
{
    QVERIFY(!isTrusted(m_dir.path()));
    QVERIFY(trust(m_dir.path()).ok());
    QVERIFY(isTrusted(m_dir.path()));
    QVERIFY(isTrusted(m_dir.filePath(u"below"_s)));
    QVERIFY(!isTrusted(m_dir.path() + u"-beside"_s));
    QCOMPARE(trustedFolders(), QStringList{QFileInfo(m_dir.path()).canonicalFilePath()});
    QVERIFY(removeTrust(m_dir.path()).ok());
    QVERIFY(!isTrusted(m_dir.path()));
}

void TestTrust::whatRanBeforeIsNotNew()
{
    const QString file = plan(u"a.baton.yaml"_s);
    const Contents contents = commands({u"make"_s, u"make"_s, u"make test"_s});
    QVERIFY(commandsOf(contents, file).first().isNew);
    QVERIFY(rememberCommands(contents, file).ok());
    for (const PlannedCommand &command : commandsOf(contents, file))
        QVERIFY(!command.isNew);
    QVERIFY(commandsOf(commands({u"make"_s, u"make clean"_s}), file).last().isNew);
    QVERIFY(commandsOf(contents, plan(u"b.baton.yaml"_s)).first().isNew);
}

void TestTrust::plansThatAreGoneAreForgotten()
{
    const QString gone = plan(u"gone.baton.yaml"_s);
    const QString kept = plan(u"kept.baton.yaml"_s);
    QVERIFY(rememberCommands(commands({u"make"_s}), gone).ok());
    QVERIFY(rememberCommands(commands({u"make"_s}), kept).ok());
    QVERIFY(QFile::remove(gone));
    QVERIFY(rememberCommands(commands({u"make all"_s}), plan(u"new.baton.yaml"_s)).ok());
    QFile file(store());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList files = QJsonDocument::fromJson(file.readAll())["commands"_L1].toObject().keys();
    QCOMPARE(files.size(), 2);
    QVERIFY(!files.contains(gone));
    QVERIFY(!commandsOf(commands({u"make"_s}), kept).first().isNew);
}

/// By another program, or by a disk that was full.
void TestTrust::aBrokenFileTrustsNothingAndIsNotWrittenOver()
{
    QVERIFY(trust(m_dir.path()).ok());
    QFile file(store());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll().chopped(4);
    write(store(), before);
    QVERIFY(!isTrusted(m_dir.path()));
    const Result<void> changed = trust(m_dir.path());
    QVERIFY(!changed.ok());
    QVERIFY2(changed.error().message.contains(store()), qPrintable(changed.error().message));
    QVERIFY(!rememberCommands(commands({u"make"_s}), plan(u"a.baton.yaml"_s)).ok());
    QVERIFY(file.seek(0));
    QFile again(store());
    QVERIFY(again.open(QIODevice::ReadOnly));
    QCOMPARE(again.readAll(), before);
}

QTEST_GUILESS_MAIN(TestTrust)
#include "tst_trust.moc"
