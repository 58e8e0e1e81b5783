// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/event.h"

#include "tests/support/seed.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;

class TestEvent : public QObject
{
    Q_OBJECT

private slots:
    void namesStandInTheOrderOfTheEnum();
    void aLineHasTheShapeOfTheSourceDocument();
    void aLineReadBackIsTheSameEvent();
    void timesAgreeWithTheCalendar();
    void keysMayComeInAnyOrderAndWithSpaces();
    void hostileLinesAreRefused_data();
    void hostileLinesAreRefused();
    void randomBytesNeverBreakTheReader();
    void everyPrefixOfALineIsRefused();
};

namespace {

Event sample()
{
    return {
        17,
        1768473000123,
        u"foundation"_s,
        EventType::WorkerCheckpoint,
        {{u"checkpoint"_s, u"phase1_complete"_s}, {u"tasks_completed"_s, 15}, {u"tasks_remaining"_s, 10}}};
}

} // namespace

void TestEvent::namesStandInTheOrderOfTheEnum()
{
    for (size_t i = 0; i < EnumNames<EventType>::values.size(); ++i)
        QCOMPARE(size_t(EnumNames<EventType>::values[i].value), i);
}

void TestEvent::aLineHasTheShapeOfTheSourceDocument()
{
    QCOMPARE(toJournalLine(sample()),
             QByteArray("{\"seq\":17,\"timestamp\":\"2026-01-15T10:30:00.123Z\",\"worker_id\":\"foundation\","
                        "\"event_type\":\"worker.checkpoint\",\"data\":{\"checkpoint\":\"phase1_complete\","
                        "\"tasks_completed\":15,\"tasks_remaining\":10}}\n"));
}

void TestEvent::aLineReadBackIsTheSameEvent()
{
    Event odd = sample();
    odd.subject = u"quote \" backslash \\ line\nfeed ü 🏃 \x01"_s;
    odd.data = {{u"nested"_s, QJsonObject{{u"brace }"_s, QJsonArray{1, u"]\""_s, QJsonValue::Null}}}}};
    for (const Event &event : {sample(), odd, Event{1, 0, {}, EventType::RunStarted, {}}}) {
        const Result<Event> back = fromJournalLine(toJournalLine(event));
        QVERIFY(back.ok());
        QCOMPARE(*back, event);
    }
}

void TestEvent::timesAgreeWithTheCalendar()
{
    QRandomGenerator random(test::newSeed());
    for (int i = 0; i < 2000; ++i) {
        Event event = sample();
        event.time = random.bounded(qint64(253'402'300'799'999));
        const QByteArray line = toJournalLine(event);
        const QString written = QString::fromLatin1(line.mid(line.indexOf("timestamp") + 12, 24));
        QCOMPARE(written, QDateTime::fromMSecsSinceEpoch(event.time, Qt::UTC).toString(Qt::ISODateWithMs));
        QCOMPARE(fromJournalLine(line)->time, event.time);
    }
}

void TestEvent::keysMayComeInAnyOrderAndWithSpaces()
{
    const Result<Event> event = fromJournalLine(
        R"( { "data" : {"a": [ {"b": "}"} ] } , "event_type":"run.paused", "worker_id":"r", "seq": 3,
            "timestamp":"2024-02-29T23:59:59.999Z" } )");
    QVERIFY(event.ok());
    QCOMPARE(event->seq, 3);
    QCOMPARE(event->type, EventType::RunPaused);
    QCOMPARE(event->data.value("a"_L1).toArray().size(), 1);
}

void TestEvent::hostileLinesAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *name, const char *from, const char *to) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to);
    };
    row("no seq", "\"seq\":17,", "");
    row("seq zero", ":17,", ":0,");
    row("seq negative", ":17,", ":-1,");
    row("seq with fraction", ":17,", ":1.5,");
    row("seq as text", ":17,", ":\"17\",");
    row("seq beyond reason", ":17,", ":99999999999999999999,");
    row("seq with leading zero", ":17,", ":017,");
    row("seq twice", "\"seq\":17", "\"seq\":17,\"seq\":17");
    row("another key", "\"seq\":17", "\"seq\":17,\"extra\":1");
    row("no zone", "123Z", "1230");
    row("no such day", "01-15", "02-30");
    row("no such month", "01-15", "13-15");
    row("no such hour", "T10", "T24");
    row("before the epoch", "2026", "1969");
    row("worker is a number", "\"foundation\"", "5");
    row("worker is not UTF-8", "foundation", "\xff\xfe");
    row("unknown type", "worker.checkpoint", "worker.danced");
    row("data is a list", "{\"checkpoint\"", "[{\"checkpoint\"");
    row("data is null", "{\"checkpoint\":\"phase1_complete\",\"tasks_completed\":15,\"tasks_remaining\":10}",
        "null");
    row("data is broken inside", "15,", "15,,");
    row("something behind", "}}\n", "}} x\n");
    row("two events on one line", "}}\n", "}}{\"seq\":18}\n");
    row("not closed", "}}\n", "}\n");
}

void TestEvent::hostileLinesAreRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray line = toJournalLine(sample());
    QVERIFY(line.contains(from));
    line.replace(line.indexOf(from), from.size(), to);
    const Result<Event> event = fromJournalLine(line);
    QVERIFY(!event.ok());
    QVERIFY(!event.error().message.isEmpty());
}

void TestEvent::randomBytesNeverBreakTheReader()
{
    QRandomGenerator random(test::newSeed());
    const QByteArray good = toJournalLine(sample());
    for (int i = 0; i < 20000; ++i) {
        QByteArray line = good;
        for (int n = random.bounded(1, 6); n > 0; --n)
            line[random.bounded(int(line.size()))] = char(random.bounded(256));
        if (const Result<Event> event = fromJournalLine(line))
            QVERIFY(event->seq > 0);
    }
    QVERIFY(!fromJournalLine(QByteArray(200'000, '{')).ok());
    QVERIFY(!fromJournalLine(QByteArray(200'000, '"')).ok());
    QVERIFY(!fromJournalLine("{\"data\":" + QByteArray("{\"a\":").repeated(50'000) + QByteArray(50'001, '}'))
                 .ok());
}

void TestEvent::everyPrefixOfALineIsRefused()
{
    const QByteArray line = toJournalLine(sample()).trimmed();
    for (qsizetype i = 0; i < line.size(); ++i)
        QVERIFY2(!fromJournalLine(line.first(i)).ok(), line.first(i).constData());
}

QTEST_GUILESS_MAIN(TestEvent)
#include "tst_event.moc"
