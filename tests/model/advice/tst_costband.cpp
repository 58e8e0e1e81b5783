// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/advice/costband.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

class TestCostBand : public QObject
{
    Q_OBJECT

private slots:
    void theSamePlanAndSeedGiveTheSameBand();
    void theBandLiesAroundThePlan();
    void moreTasksSideBySideMakeTheEndLater();
    void costNeedsAPriceForEveryModel();
    void tasksThatMayFailAreCounted();
    void aBandCanBeGivenUp();

private:
    static Contents one(int tasks);
};

Contents TestCostBand::one(int tasks)
{
    Contents contents;
    contents.info.maxConcurrent = 0;
    for (int i = 0; i < tasks; ++i) {
        Task task;
        task.id = u"t%1"_s.arg(i);
        task.budgetTokens = 100'000;
        task.budgetDuration = Duration{u"100s"_s};
        task.model = i % 2 ? u"opus"_s : u"haiku"_s;
        add(contents, task);
    }
    return contents;
}

void TestCostBand::theSamePlanAndSeedGiveTheSameBand()
{
    const Contents contents = one(5);
    const auto first = costBand(contents, {.runs = 50, .seed = 7});
    QCOMPARE(first, costBand(contents, {.runs = 50, .seed = 7}));
    QVERIFY(first != costBand(contents, {.runs = 50, .seed = 8}));
}

void TestCostBand::theBandLiesAroundThePlan()
{
    const auto band = costBand(one(1), {.runs = 1000});
    QVERIFY(band);
    QCOMPARE(band->runs, 1000);
    QCOMPARE(band->failed, 0);
    // One task of 100 s: in four runs of five between two thirds and one and a half of it, as the header says.
    QVERIFY2(qAbs(band->makespan.p50 - 100'000) < 5'000, qPrintable(QString::number(band->makespan.p50)));
    QVERIFY2(qAbs(band->makespan.p10 - 66'000) < 5'000, qPrintable(QString::number(band->makespan.p10)));
    QVERIFY2(qAbs(band->makespan.p90 - 150'000) < 10'000, qPrintable(QString::number(band->makespan.p90)));
    // Tokens: 100,000 × 1.5.
    QVERIFY2(qAbs(band->tokens.p50 - 150'000) < 8'000, qPrintable(QString::number(band->tokens.p50)));
}

void TestCostBand::moreTasksSideBySideMakeTheEndLater()
{
    // The slowest of twenty decides.
    QVERIFY(costBand(one(20), {.runs = 200})->makespan.p50 > 1.3 * costBand(one(1), {.runs = 200})->makespan.p50);
}

void TestCostBand::costNeedsAPriceForEveryModel()
{
    const Contents contents = one(2);
    QVERIFY(!costBand(contents, {.runs = 20, .prices = {{u"opus"_s, 15.0}}})->cost);
    const auto band = costBand(contents, {.runs = 200, .prices = {{u"opus"_s, 15.0}, {u"haiku"_s, 1.0}}});
    QVERIFY(band->cost);
    QVERIFY2(qAbs(band->cost->p50 - 2.4) < 0.2, qPrintable(QString::number(band->cost->p50))); // 0.15 M × (15 + 1)

    const PlanFigures figures = *figuresOf(contents);
    QCOMPARE(costOf(figures.tokensOfModel, {{u"opus"_s, 10.0}, {u"haiku"_s, 2.0}}).value(), 0.15 * 12);
    QVERIFY(!costOf(figures.tokensOfModel, {}));
}

void TestCostBand::tasksThatMayFailAreCounted()
{
    Contents contents = one(1);
    Task task = contents.tasks.at(0);
    task.executor = {u"simulate"_s, {{u"fail"_s, 0.5}}};
    contents.tasks.replace(contents.tasks.keyAt(0), std::make_shared<const Task>(task));
    const auto band = costBand(contents, {.runs = 100});
    QVERIFY2(band->failed > 30 && band->failed < 70, qPrintable(QString::number(band->failed)));
}

void TestCostBand::aBandCanBeGivenUp()
{
    int asked = 0;
    const auto band = costBand(one(3), {.runs = 1000, .isCancelled = [&asked] { return ++asked > 3; }});
    QVERIFY(!band);
    QCOMPARE(asked, 4);
}

QTEST_GUILESS_MAIN(TestCostBand)
#include "tst_costband.moc"
