// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/journal.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace baton;
using namespace Qt::StringLiterals;

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatWasWrittenIsRead();
    void aJournalCutAtAnyByteLosesAtMostOneEvent();
    void aTornTailIsCutOffBeforeTheNextEvent();
    void aSecondWriterIsRefused();
    void theLockGoesWithItsWriter();
    void aFullDiskLeavesWholeLines();
    void hostileLinesAreReportedWithTheirNumber_data();
    void hostileLinesAreReportedWithTheirNumber();
    void eventsAreFollowedWhileTheyAreWritten();
    void aFolderOrAMissingFileIsNoJournal();
    void manyEventsAreReadInLittleTime();

private:
    QString path() const { return m_dir->filePath(u"events.jsonl"_s); }
    void put(const QByteArray &bytes) const;
    static Event event(qint64 seq, const QString &subject = u"task"_s);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestJournal::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestJournal::put(const QByteArray &bytes) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

Event TestJournal::event(qint64 seq, const QString &subject)
{
    return {seq, 1'768'473'000'000 + seq, subject, EventType::WorkerCheckpoint, {{u"checkpoint"_s, u"größer"_s}, {u"tasks_completed"_s, seq}}};
}

void TestJournal::whatWasWrittenIsRead()
{
    QList<Event> events;
    {
        const auto writer = JournalWriter::open(path());
        QVERIFY(writer.ok());
        for (int seq = 1; seq <= 100; ++seq) {
            events.append(event(seq));
            QVERIFY((*writer)->append(events.last()).ok());
        }
    }
    const Result<Journal> journal = readJournal(path());
    QVERIFY(journal.ok());
    QCOMPARE(journal->events, events);
    QVERIFY(journal->problems.isEmpty());
}

void TestJournal::aJournalCutAtAnyByteLosesAtMostOneEvent()
{
    QByteArray whole;
    QList<qsizetype> ends;
    for (int seq = 1; seq <= 6; ++seq) {
        whole += toJournalLine(event(seq));
        ends.append(whole.size());
    }
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        put(whole.first(size));
        const Result<Journal> journal = readJournal(path());
        QVERIFY(journal.ok());
        const qsizetype complete = std::count_if(ends.cbegin(), ends.cend(), [size](qsizetype end) { return end <= size; });
        QCOMPARE(journal->events.size(), complete);
        const bool isTorn = size > 0 && !ends.contains(size);
        QCOMPARE(journal->isTorn(), isTorn);
        QVERIFY(!journal->damage());
        QCOMPARE(journal->problems.size(), isTorn ? 1 : 0);
    }
}

void TestJournal::aTornTailIsCutOffBeforeTheNextEvent()
{
    const QByteArray lines = toJournalLine(event(1)) + toJournalLine(event(2));
    for (qsizetype size = 0; size <= lines.size(); ++size) {
        put(lines.first(size));
        const qsizetype kept = readJournal(path())->events.size();
        {
            const auto writer = JournalWriter::open(path());
            QVERIFY(writer.ok());
            QVERIFY((*writer)->append(event(kept + 1)).ok());
        }
        const Result<Journal> journal = readJournal(path());
        QCOMPARE(journal->events.size(), kept + 1);
        QVERIFY(journal->problems.isEmpty());
    }
}

void TestJournal::aSecondWriterIsRefused()
{
    const auto first = JournalWriter::open(path());
    QVERIFY(first.ok());
    const auto second = JournalWriter::open(path());
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, ErrorCode::Locked);
}

void TestJournal::theLockGoesWithItsWriter()
{
    QVERIFY(JournalWriter::open(path()).ok());
    QVERIFY(JournalWriter::open(path()).ok());
}

void TestJournal::aFullDiskLeavesWholeLines()
{
    const auto writer = JournalWriter::open(path());
    QVERIFY((*writer)->append(event(1)).ok());
    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto ignored = ::signal(SIGXFSZ, SIG_IGN);
    for (int room = 0; room < 40; room += 13) {
        rlimit tight = before;
        tight.rlim_cur = rlim_t(toJournalLine(event(1)).size() + room);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
        const bool written = (*writer)->append(event(2)).ok();
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!written);
        const Result<Journal> journal = readJournal(path());
        QCOMPARE(journal->events, QList<Event>{event(1)});
        QVERIFY(journal->problems.isEmpty());
    }
    ::signal(SIGXFSZ, ignored);
    QVERIFY((*writer)->append(event(2)).ok());
    QCOMPARE(readJournal(path())->events.size(), 2);
}

void TestJournal::hostileLinesAreReportedWithTheirNumber_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray("\n");
    QTest::newRow("no JSON") << QByteArray("hello\n");
    QTest::newRow("zero bytes") << QByteArray(300, '\0') + '\n';
    QTest::newRow("an array") << QByteArray("[1,2]\n");
    QTest::newRow("no seq") << QByteArray(R"({"timestamp":"2026-01-15T10:30:00.123Z","worker_id":"a","event_type":"worker.ready","data":{}})" "\n");
    QTest::newRow("unknown type") << toJournalLine(event(2)).replace("worker.checkpoint", "worker.exploded");
    QTest::newRow("deep") << QByteArray(100'000, '[') + '\n';
    QTest::newRow("a number twice") << toJournalLine(event(1));
    QTest::newRow("not UTF-8") << QByteArray("{\"seq\":2,\"\xff\xfe\":1}\n");
}

void TestJournal::hostileLinesAreReportedWithTheirNumber()
{
    QFETCH(QByteArray, line);
    put(toJournalLine(event(1)) + line + toJournalLine(event(2)));
    const Result<Journal> journal = readJournal(path());
    QVERIFY(journal.ok());
    QCOMPARE(journal->events, (QList<Event>{event(1), event(2)}));
    QVERIFY(journal->damage());
    QCOMPARE(journal->damage()->line, 2);
    QVERIFY(journal->damage()->message.contains(u"2"_s));
}

void TestJournal::eventsAreFollowedWhileTheyAreWritten()
{
    const auto writer = JournalWriter::open(path());
    QVERIFY(writer.ok());
    JournalReader reader(path());
    QList<Event> events;
    for (int seq = 1; seq <= 20; ++seq) {
        QVERIFY((*writer)->append(event(seq)).ok());
        QVERIFY(reader.readInto(events).ok());
        QCOMPARE(events.size(), seq);
    }
}

void TestJournal::aFolderOrAMissingFileIsNoJournal()
{
    QVERIFY(!readJournal(m_dir->path()).ok());
    QCOMPARE(readJournal(path()).error().code, ErrorCode::NotFound);
}

void TestJournal::manyEventsAreReadInLittleTime()
{
    constexpr int count = 100'000; // a million in the bench
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int seq = 1; seq <= count; ++seq)
            file.write(toJournalLine(event(seq, u"task-%1"_s.arg(seq % 10'000))));
    }
    QElapsedTimer clock;
    clock.start();
    const Result<Journal> journal = readJournal(path());
    const qint64 elapsed = clock.elapsed();
    QVERIFY(journal.ok());
    QCOMPARE(journal->events.size(), count);
    qInfo("%d events in %lld ms", count, elapsed);
    QVERIFY2(elapsed < 10'000, "reading takes too long");
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
