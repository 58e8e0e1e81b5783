// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/duration.h"

#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

class TestDuration : public QObject
{
    Q_OBJECT

private slots:
    void aNumberWithAUnitIsALength_data();
    void aNumberWithAUnitIsALength();
    void proseShowsItsUpperEndAndSchedulesNothing();
    void aLengthIsWrittenInItsLargestWholeUnit();
};

void TestDuration::aNumberWithAUnitIsALength_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds"); // -1: none
    QTest::newRow("ms") << u"250ms"_s << qint64(250);
    QTest::newRow("s") << u"10s"_s << qint64(10'000);
    QTest::newRow("m") << u"30m"_s << qint64(1'800'000);
    QTest::newRow("h with a fraction") << u"1.5h"_s << qint64(5'400'000);
    QTest::newRow("d with a space") << u"2 d"_s << qint64(172'800'000);
    QTest::newRow("w") << u"1w"_s << qint64(604'800'000);
    QTest::newRow("bare number is seconds") << u"3"_s << qint64(3'000);
    QTest::newRow("empty") << u""_s << qint64(-1);
    QTest::newRow("negative") << u"-3s"_s << qint64(-1);
    QTest::newRow("unknown unit") << u"3 fortnights"_s << qint64(-1);
    QTest::newRow("two points") << u"1.2.3s"_s << qint64(-1);
    QTest::newRow("longer than anything") << u"99999999999999999w"_s << qint64(-1);
}

void TestDuration::aNumberWithAUnitIsALength()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    QCOMPARE(Duration{text}.milliseconds().value_or(-1), milliseconds);
}

void TestDuration::proseShowsItsUpperEndAndSchedulesNothing()
{
    const Duration prose{u"2-3 days"_s};
    QVERIFY(!prose.milliseconds());
    QCOMPARE(prose.upperEnd().value_or(-1), qint64(3 * 86'400'000));
    QVERIFY(!Duration{u"soon"_s}.upperEnd());
}

void TestDuration::aLengthIsWrittenInItsLargestWholeUnit()
{
    QCOMPARE(Duration::fromMilliseconds(1'800'000).text, u"30m"_s);
    QCOMPARE(Duration::fromMilliseconds(1'500).text, u"1500ms"_s);
    QCOMPARE(Duration::fromMilliseconds(0).text, u"0s"_s);
}

QTEST_GUILESS_MAIN(TestDuration)
#include "tst_duration.moc"
