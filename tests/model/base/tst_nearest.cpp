// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/nearest.h"

#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

class TestNearest : public QObject
{
    Q_OBJECT

private slots:
    void aTypoFindsWhatWasMeant_data();
    void aTypoFindsWhatWasMeant();
    void aHugeNameCostsNothing();
};

void TestNearest::aTypoFindsWhatWasMeant_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("found");
    QTest::newRow("swapped letters") << u"dseign"_s << u"design"_s;
    QTest::newRow("missing letter") << u"desgn"_s << u"design"_s;
    QTest::newRow("other case") << u"Review"_s << u"review"_s;
    QTest::newRow("the first of equals") << u"tesk"_s << u"task"_s;
    QTest::newRow("nothing close") << u"banana"_s << u""_s;
    QTest::newRow("nothing wanted") << u""_s << u""_s;
}

void TestNearest::aTypoFindsWhatWasMeant()
{
    QFETCH(QString, wanted);
    QFETCH(QString, found);
    QCOMPARE(nearest(wanted, {u"design"_s, u"review"_s, u"task"_s, u"test"_s}), found);
}

void TestNearest::aHugeNameCostsNothing()
{
    const QString huge(1'000'000, u'a');
    QCOMPARE(nearest(huge, {huge + u'b'}), QString());
}

QTEST_GUILESS_MAIN(TestNearest)
#include "tst_nearest.moc"
