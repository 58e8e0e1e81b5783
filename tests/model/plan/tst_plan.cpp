// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/plangraph.h"
#include "model/plan/plansummary.h"
#include "tests/support/plans.h"

#include <QElapsedTimer>
#include <QTest>

#include <limits>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

Task task(const QString &id, const QStringList &needs = {}, const QString &phase = {})
{
    Task result;
    result.id = id;
    result.phase = phase;
    for (const QString &target : needs)
        result.needs.append(test::need(target));
    return result;
}

QList<int> widths(const PlanSummary &summary)
{
    QList<int> result;
    for (const QList<NodeKey> &wave : summary.waves)
        result.append(int(wave.size()));
    return result;
}

QStringList idsOf(const Contents &contents, const QList<NodeKey> &keys)
{
    QStringList ids;
    for (NodeKey key : keys)
        ids += contents.idOf(key);
    return ids;
}

/// Seed 001's example.
Contents agentRules()
{
    Contents contents;
    test::add(contents, task(u"foundation"_s));
    for (const QString &id : {u"workflows"_s, u"patterns"_s, u"testing"_s, u"security"_s})
        test::add(contents, task(id, {u"foundation"_s}));
    test::add(contents, task(u"templates"_s, {u"foundation"_s, u"workflows"_s, u"patterns"_s, u"testing"_s, u"security"_s}));
    test::add(contents, task(u"qa"_s, {u"templates"_s}));
    return contents;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void agentRulesExtractionHasWavesOfOneFourOneOne();
    void wavesRespectPhasesAndGates();
    void phasesThatComeAfterNothingRunTogether();
    void aTaskMayNeedAGate();
    void whatIsValidatedComesBeforeItsValidation();
    void aFixPhaseLiesBeforeItsGate();
    void aCycleIsSaidAndTheRestIsPlanned();
    void theCriticalPathIsTheLongestByTheMeasureThePlanUses();
    void tokenTotalsHaveTheMultiplierAndNeverWrapAround();
    void theMakespanRespectsTheLimit();
    void peopleTakeNoSlot();
    void aWaveBarrierHoldsTheNextWave();
    void pairsAreReachedExactlyWhereAPathLeads();
    void anEmptyPlanIsAPlan();
    void tenThousandTasksAreSummarizedQuickly();
};

void TestPlan::agentRulesExtractionHasWavesOfOneFourOneOne()
{
    const PlanSummary summary = summarize(agentRules());
    QCOMPARE(widths(summary), (QList<int>{1, 4, 1, 1}));
    QCOMPARE(summary.maxParallel, 4);
    QCOMPARE(summary.makespanSeconds, 12.0);
    QVERIFY(summary.unplanned.isEmpty());
}

void TestPlan::wavesRespectPhasesAndGates()
{
    Contents contents;
    for (const QString &id : {u"one"_s, u"two"_s}) {
        Phase phase;
        phase.id = id;
        test::add(contents, phase);
    }
    Gate gate;
    gate.id = u"gate"_s;
    gate.phase = u"one"_s;
    test::add(contents, gate);
    test::add(contents, task(u"late"_s, {}, u"two"_s));
    test::add(contents, task(u"a"_s, {}, u"one"_s));
    test::add(contents, task(u"b"_s, {u"a"_s}, u"one"_s));
    const PlanSummary summary = summarize(contents);
    QCOMPARE(idsOf(contents, summary.waves.value(2)), QStringList{u"late"_s});
    QCOMPARE(widths(summary), (QList<int>{1, 1, 1}));
}

void TestPlan::phasesThatComeAfterNothingRunTogether()
{
    Contents contents;
    for (const QString &id : {u"one"_s, u"two"_s}) {
        Phase phase;
        phase.id = id;
        phase.after = QStringList();
        test::add(contents, phase);
        test::add(contents, task(u"in-"_s + id, {}, id));
    }
    QCOMPARE(widths(summarize(contents)), QList<int>{2});
}

void TestPlan::aTaskMayNeedAGate()
{
    Contents contents;
    Gate sync;
    sync.id = u"sync"_s;
    sync.needs = {u"a"_s, u"b"_s};
    test::add(contents, sync);
    test::add(contents, task(u"a"_s));
    test::add(contents, task(u"b"_s, {u"a"_s}));
    test::add(contents, task(u"c"_s, {u"sync"_s}));
    QCOMPARE(widths(summarize(contents)), (QList<int>{1, 1, 1}));
}

void TestPlan::whatIsValidatedComesBeforeItsValidation()
{
    Contents contents;
    Task check = task(u"check"_s);
    check.validates = {u"build"_s};
    test::add(contents, check);
    test::add(contents, task(u"build"_s));
    const PlanSummary summary = summarize(contents);
    QCOMPARE(idsOf(contents, summary.waves.value(1)), QStringList{u"check"_s});
}

void TestPlan::aFixPhaseLiesBeforeItsGate()
{
    Contents contents;
    for (const QString &id : {u"work"_s, u"repair"_s, u"ship"_s}) {
        Phase phase;
        phase.id = id;
        phase.fixes = id == u"repair"_s ? u"gate"_s : QString();
        test::add(contents, phase);
        test::add(contents, task(u"in-"_s + id, {}, id));
    }
    Gate gate;
    gate.id = u"gate"_s;
    gate.phase = u"work"_s;
    test::add(contents, gate);
    const PlanSummary summary = summarize(contents);
    QCOMPARE(widths(summary), (QList<int>{1, 1, 1}));
    QCOMPARE(idsOf(contents, summary.waves.value(1)), QStringList{u"in-repair"_s});
    QCOMPARE(idsOf(contents, summary.waves.value(2)), QStringList{u"in-ship"_s});
}

void TestPlan::aCycleIsSaidAndTheRestIsPlanned()
{
    Contents contents;
    test::add(contents, task(u"free"_s));
    test::add(contents, task(u"a"_s, {u"b"_s}));
    test::add(contents, task(u"b"_s, {u"a"_s, u"free"_s}));
    test::add(contents, task(u"behind"_s, {u"b"_s}));
    test::add(contents, task(u"self"_s, {u"self"_s}));
    const PlanSummary summary = summarize(contents);
    QCOMPARE(idsOf(contents, summary.waves.value(0)), (QStringList{u"free"_s, u"self"_s}));
    QCOMPARE(idsOf(contents, summary.unplanned), (QStringList{u"a"_s, u"b"_s, u"behind"_s}));
}

void TestPlan::theCriticalPathIsTheLongestByTheMeasureThePlanUses()
{
    Contents contents;
    const auto withTokens = [&](const QString &id, const QStringList &needs, qint64 tokens) {
        Task result = task(id, needs);
        result.budgetTokens = tokens;
        test::add(contents, result);
    };
    withTokens(u"start"_s, {}, 10);
    withTokens(u"short"_s, {u"start"_s}, 700);
    withTokens(u"x"_s, {u"start"_s}, 100);
    withTokens(u"y"_s, {u"x"_s}, 100);
    withTokens(u"end"_s, {u"short"_s, u"y"_s}, 10);
    PlanSummary summary = summarize(contents);
    QCOMPARE(idsOf(contents, summary.criticalPath.tasks), (QStringList{u"start"_s, u"short"_s, u"end"_s}));
    QCOMPARE(summary.criticalPath.tokens, 720);
    QCOMPARE(summary.criticalPath.seconds, 9.0);

    Contents timed;
    for (const auto &[key, node] : contents.tasks) {
        Task copy = *node;
        copy.budgetDuration = {copy.id == u"short"_s ? u"1m"_s : u"40s"_s};
        test::add(timed, copy);
    }
    summary = summarize(timed);
    QCOMPARE(idsOf(timed, summary.criticalPath.tasks), (QStringList{u"start"_s, u"x"_s, u"y"_s, u"end"_s}));
    QCOMPARE(summary.criticalPath.seconds, 160.0);
}

void TestPlan::tokenTotalsHaveTheMultiplierAndNeverWrapAround()
{
    Contents contents = agentRules();
    Task big = task(u"big"_s);
    big.budgetTokens = 1000;
    test::add(contents, big);
    QCOMPARE(summarize(contents).budgetedTokens, 1000);
    QCOMPARE(summarize(contents).tokensWithMultiplier, 1500.0);
    for (int i = 0; i < 3; ++i) {
        Task huge = task(u"huge-%1"_s.arg(i), i ? QStringList{u"huge-%1"_s.arg(i - 1)} : QStringList());
        huge.budgetTokens = std::numeric_limits<qint64>::max();
        test::add(contents, huge);
    }
    Task negative = task(u"negative"_s);
    negative.budgetTokens = std::numeric_limits<qint64>::min();
    test::add(contents, negative);
    QCOMPARE(summarize(contents).budgetedTokens, std::numeric_limits<qint64>::max());
    QCOMPARE(summarize(contents).criticalPath.tokens, std::numeric_limits<qint64>::max());
}

void TestPlan::theMakespanRespectsTheLimit()
{
    Contents contents;
    for (int i = 0; i < 5; ++i)
        test::add(contents, task(u"t%1"_s.arg(i)));
    QCOMPARE(estimateMakespan(contents, 0), 3.0);
    QCOMPARE(estimateMakespan(contents, 1), 15.0);
    QCOMPARE(estimateMakespan(contents, 2), 9.0);
    // The long task starts first although it is listed last.
    Task slow = task(u"slow"_s);
    slow.budgetDuration = {u"9s"_s};
    test::add(contents, slow);
    QCOMPARE(estimateMakespan(contents, 2), 12.0);
}

void TestPlan::peopleTakeNoSlot()
{
    Contents contents;
    for (int i = 0; i < 3; ++i) {
        Task asked = task(u"ask-%1"_s.arg(i));
        asked.executor.type = u"human"_s;
        test::add(contents, asked);
    }
    test::add(contents, task(u"work"_s));
    QCOMPARE(estimateMakespan(contents, 1), 3.0);
}

void TestPlan::aWaveBarrierHoldsTheNextWave()
{
    Contents contents;
    Task slow = task(u"slow"_s);
    slow.budgetDuration = {u"10s"_s};
    test::add(contents, slow);
    test::add(contents, task(u"a"_s));
    test::add(contents, task(u"b"_s, {u"a"_s}));
    QCOMPARE(estimateMakespan(contents, 4), 10.0);
    contents.info.waveBarrier = true;
    QCOMPARE(estimateMakespan(contents, 4), 13.0);
}

void TestPlan::pairsAreReachedExactlyWhereAPathLeads()
{
    const Contents contents = test::randomPlan(300, 500, 7);
    const PlanIndex index(contents);
    const PlanGraph graph(index, PlanGraph::Needs);
    std::vector<Arc> pairs;
    for (int from = 0; from < 300; from += 3) {
        for (int to = 0; to < 300; ++to)
            pairs.push_back({from, to});
    }
    const std::vector<char> answers = graph.reaches(pairs);
    int reached = 0;
    for (size_t i = 0; i < pairs.size(); i += 300) {
        std::vector<char> seen(size_t(graph.digraph().size()), 0);
        std::vector<int> open{pairs[i].from};
        while (!open.empty()) {
            const int v = open.back();
            open.pop_back();
            for (int next : graph.digraph().after(v)) {
                if (!seen[size_t(next)]) {
                    seen[size_t(next)] = 1;
                    open.push_back(next);
                }
            }
        }
        for (size_t to = 0; to < 300; ++to) {
            QCOMPARE(bool(answers[i + to]), bool(seen[to]));
            reached += seen[to];
        }
    }
    QVERIFY(reached > 100);
}

void TestPlan::anEmptyPlanIsAPlan()
{
    const PlanSummary summary = summarize({});
    QVERIFY(summary.waves.isEmpty());
    QCOMPARE(summary.makespanSeconds, 0.0);
    QVERIFY(summary.criticalPath.tasks.isEmpty());
}

void TestPlan::tenThousandTasksAreSummarizedQuickly()
{
    const Contents contents = test::randomPlan(10'000, 15'000, 1);
    QElapsedTimer timer;
    timer.start();
    const PlanSummary summary = summarize(contents);
    qInfo("10,000 tasks summarized in %.1f ms", double(timer.nsecsElapsed()) / 1e6);
    qsizetype planned = 0;
    for (const QList<NodeKey> &wave : summary.waves)
        planned += wave.size();
    QCOMPARE(planned, 10'000);
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
