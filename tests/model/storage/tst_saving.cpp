// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/saving.h"

#include "tests/support/seed.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Takes so many bytes and then no more, like a disk that is full.
class FullDevice : public QIODevice
{
public:
    explicit FullDevice(qint64 room) : m_room(room) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }
    qint64 taken() const { return m_taken; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        const qint64 count = qMin(size, m_room - m_taken);
        if (count <= 0 && size > 0) {
            setErrorString(u"No space left on device"_s);
            return -1;
        }
        m_taken += count;
        return count;
    }

private:
    qint64 m_room;
    qint64 m_taken = 0;
};

} // namespace

class TestSaving : public QObject
{
    Q_OBJECT

private slots:
    void aSavedFileHoldsWhatWasSaved();
    void aNewFileIsOnlyMadeWhereNoneIs();
    void aFileChangedMeanwhileIsNeverOverwritten();
    void aFileThatWasOnlyTouchedIsSaved();
    void permissionsAndLinksStay();
    void whatIsNoPlaceForAFileIsRefused();
    void aFolderThatMayNotBeWrittenLeavesTheOldFile();
    void aDeviceThatFailsAfterSomeBytesIsNoticed();
    void aKilledSaveLeavesTheOldOrTheNewFile();
};

void TestSaving::aSavedFileHoldsWhatWasSaved()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"plan.baton.yaml"_s);
    const auto first = saveFile(path, "one", FileStamp());
    QVERIFY(first.ok());
    QCOMPARE(*first, stampOnDisk(path).value());
    const auto second = saveFile(path, "two", *first);
    QVERIFY(second.ok());
    QCOMPARE(contentOf(path), QByteArray("two"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"plan.baton.yaml"_s});
}

void TestSaving::aNewFileIsOnlyMadeWhereNoneIs()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"plan.baton.yaml"_s);
    put(path, "precious");
    const auto saved = saveFile(path, "new", FileStamp());
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Conflict);
    QCOMPARE(contentOf(path), QByteArray("precious"));
}

void TestSaving::aFileChangedMeanwhileIsNeverOverwritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"plan.baton.yaml"_s);
    put(path, "read");
    const FileStamp stamp = stampOf("read");
    put(path, "abcd"); // as long as before
    const auto changed = saveFile(path, "mine", stamp);
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, ErrorCode::Conflict);
    QCOMPARE(changed.error().file, path);
    QCOMPARE(contentOf(path), QByteArray("abcd"));
    QVERIFY(QFile::remove(path));
    const auto gone = saveFile(path, "mine", stamp);
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, ErrorCode::Conflict);
    QVERIFY(!QFile::exists(path));
}

void TestSaving::aFileThatWasOnlyTouchedIsSaved()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"plan.baton.yaml"_s);
    put(path, "read");
    put(path, "read");
    QVERIFY(saveFile(path, "mine", stampOf("read")).ok());
    QCOMPARE(contentOf(path), QByteArray("mine"));
}

void TestSaving::permissionsAndLinksStay()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"plan.baton.yaml"_s);
    const QString link = folder.filePath(u"link.baton.yaml"_s);
    put(path, "old");
    const auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup;
    QVERIFY(QFile::setPermissions(path, permissions));
    QVERIFY(QFile::link(path, link));
    QVERIFY(saveFile(link, "new", stampOf("old")).ok());
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(contentOf(path), QByteArray("new"));
    QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser), permissions);

    const QString missing = folder.filePath(u"missing.baton.yaml"_s);
    const QString dangling = folder.filePath(u"dangling.baton.yaml"_s);
    QVERIFY(QFile::link(missing, dangling));
    QVERIFY(saveFile(dangling, "new", FileStamp()).ok());
    QVERIFY(QFileInfo(dangling).isSymLink());
    QCOMPARE(contentOf(missing), QByteArray("new"));
}

void TestSaving::whatIsNoPlaceForAFileIsRefused()
{
    QTemporaryDir folder;
    const auto inNoFolder = saveFile(folder.filePath(u"none/plan.baton.yaml"_s), "x", FileStamp());
    QVERIFY(!inNoFolder);
    QVERIFY(!inNoFolder.error().message.isEmpty());
    const auto overFolder = saveFile(folder.path(), "x", FileStamp());
    QVERIFY(!overFolder);
}

void TestSaving::aFolderThatMayNotBeWrittenLeavesTheOldFile()
{
    QTemporaryDir folder;
    if (::geteuid() == 0)
        QSKIP("The superuser may write anywhere.");
    const QString path = folder.filePath(u"plan.baton.yaml"_s);
    put(path, "old");
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    QVERIFY(!saveFile(path, "x", stampOf("old")));
    QCOMPARE(contentOf(path), QByteArray("old"));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestSaving::aDeviceThatFailsAfterSomeBytesIsNoticed()
{
    const QByteArray bytes(1000, 'x');
    for (const qint64 room : {0, 1, 500, 999}) {
        FullDevice device(room);
        const Result<void> written = writeAll(device, bytes);
        QVERIFY(!written);
        QCOMPARE(device.taken(), room);
        QVERIFY(written.error().detail.contains(u"No space"_s));
    }
    FullDevice device(1000);
    QVERIFY(writeAll(device, bytes).ok());
}

void TestSaving::aKilledSaveLeavesTheOldOrTheNewFile()
{
    constexpr int rounds = 50;
    QRandomGenerator random(test::newSeed());
    QTemporaryDir folder;
    const QString path = folder.filePath(u"plan.baton.yaml"_s);
    const QByteArray a(300'000, 'a');
    const QByteArray b(300'000, 'b');
    put(path, a);
    for (int round = 0; round < rounds; ++round) {
        QProcess saver;
        saver.start(QStringLiteral(BATON_BINARY_DIR "/bin/saver"), {path});
        QVERIFY(saver.waitForReadyRead());
        // Some moment within one save: they take a millisecond or so.
        const qint64 moment = random.bounded(3'000'000);
        QElapsedTimer timer;
        timer.start();
        while (timer.nsecsElapsed() < moment) { }
        saver.kill();
        QVERIFY(saver.waitForFinished());
        const QByteArray content = contentOf(path);
        QVERIFY2(content == a || content == b, qPrintable(u"round %1: %2 bytes"_s.arg(round).arg(content.size())));
    }
}

QTEST_GUILESS_MAIN(TestSaving)
#include "tst_saving.moc"
