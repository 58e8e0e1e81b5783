// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/rules.h"
#include "tests/support/plans.h"
#include "tests/support/rundriver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

/// Phases that repeat until they are good enough.
class TestRounds : public QObject
{
    Q_OBJECT

private slots:
    void aRoundThatReachesItsAimIsTheLast();
    void furtherRoundsAreInstancesOfTheTasks();
    void whenMaxIsReachedTheGateDecidesOnTheLastRound();
    void whoStandsOutsideWaitsForTheLastRound();
    void aFailureEndsTheRepeating();
    void onlyTheNextRoundCanBegin();
    void aRoundMayBeResetLikeAnyTask();
    void aRoundThatWaitsForWhatWaitsForItIsRefused();
    void anAimWithoutAnOutcomeIsRefusedForWhatItLacks();
    void whatNobodyKnowsHowToCarryOutIsSimulated();
};

namespace {

/// draft → review, at most `max` rounds; publish needs the draft but belongs to no phase.
Contents refinement(qint64 max)
{
    Contents contents;
    Phase phase;
    phase.id = u"refine"_s;
    phase.repeatMax = max;
    phase.repeatUntil = u"review.approved"_s;
    add(contents, phase);
    Task draft;
    draft.id = u"draft"_s;
    draft.phase = phase.id;
    add(contents, draft);
    Task review;
    review.id = u"review"_s;
    review.phase = phase.id;
    review.validates = {u"draft"_s};
    add(contents, review);
    Gate gate;
    gate.id = u"g"_s;
    gate.phase = phase.id;
    add(contents, gate);
    Task publish;
    publish.id = u"publish"_s;
    publish.needs = {need(u"draft"_s, NeedType::Output)};
    add(contents, publish);
    return contents;
}

bool hasProblem(const Contents &contents, const QString &rule)
{
    const QList<Problem> problems = checkWorkflow(contents);
    return std::any_of(problems.begin(), problems.end(), [&](const Problem &problem) { return problem.rule == rule; });
}

} // namespace

void TestRounds::aRoundThatReachesItsAimIsTheLast()
{
    RunDriver run(refinement(3));
    run.start();
    run.complete(u"draft"_s);
    run.approve(u"review"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    run.complete(u"publish"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    QVERIFY(!run.state.extended);
    VERIFY_SOUND(run);
}

/// publish waits for the last round, and the review of a round waits for publish.
void TestRounds::aRoundThatWaitsForWhatWaitsForItIsRefused()
{
    const auto entangled = [](qint64 max) {
        Contents contents = refinement(max);
        const NodeKey key = contents.tasks.keyAt(1);
        Task review = contents.tasks.at(1);
        review.needs.append(need(u"publish"_s));
        contents.tasks.replace(key, std::make_shared<const Task>(review));
        return contents;
    };
    QVERIFY(compile(entangled(1)));
    const Result<RunPlan> plan = compile(entangled(2));
    QVERIFY(!plan);
    QVERIFY2(plan.error().message.contains(u"publish"_s), qPrintable(plan.error().message));
    QVERIFY(hasProblem(entangled(2), u"phase-order"_s));
    QVERIFY(!hasProblem(entangled(1), u"phase-order"_s));
}

void TestRounds::anAimWithoutAnOutcomeIsRefusedForWhatItLacks()
{
    Contents contents = refinement(3);
    Phase phase = contents.phases.at(0);
    phase.repeatUntil = u"review"_s;
    contents.phases.replace(contents.phases.keyAt(0), std::make_shared<const Phase>(phase));
    const Result<RunPlan> plan = compile(contents);
    QVERIFY(!plan);
    QVERIFY2(plan.error().message.contains(u"review.approved"_s), qPrintable(plan.error().message));
    QVERIFY(hasProblem(contents, u"unknown-reference"_s));
}

void TestRounds::whatNobodyKnowsHowToCarryOutIsSimulated()
{
    Contents contents;
    add(contents, Task{.id = u"a"_s, .executor = {u"docker"_s, {{u"image"_s, u"x"_s}}}});
    add(contents, Task{.id = u"b"_s, .executor = {u"shell"_s, {{u"command"_s, u"true"_s}}}});
    const Result<RunPlan> plan = compile(contents);
    QVERIFY(plan);
    QVERIFY(plan->tasks.at(0).isSimulated);
    QVERIFY(!plan->tasks.at(1).isSimulated);
}

void TestRounds::furtherRoundsAreInstancesOfTheTasks()
{
    RunDriver run(refinement(3));
    run.start();
    run.complete(u"draft"_s);
    run.reject(u"review"_s);
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s);
    QCOMPARE(run.running(), QStringList{u"draft#2"_s});
    QCOMPARE(run.task(u"draft#2"_s).attempt, 1);
    QCOMPARE(run.planned(u"draft#2"_s).key, run.planned(u"draft"_s).key);
    QCOMPARE(run.planned(u"draft#2"_s).round, 2);
    run.complete(u"draft#2"_s);
    QCOMPARE(run.running(), QStringList{u"review#2"_s});
    run.approve(u"review#2"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    run.complete(u"publish"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestRounds::whenMaxIsReachedTheGateDecidesOnTheLastRound()
{
    RunDriver run(refinement(2));
    run.start();
    run.complete(u"draft"_s);
    run.reject(u"review"_s);
    run.complete(u"draft#2"_s);
    run.reject(u"review#2"_s);
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    QVERIFY(run.gate(u"g"_s).criteria.last().saw.contains(u"review#2"_s));
    run.complete(u"publish"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestRounds::whoStandsOutsideWaitsForTheLastRound()
{
    RunDriver run(refinement(3));
    run.start();
    run.complete(u"draft"_s);
    QCOMPARE(run.stateOf(u"publish"_s), u"PENDING"_s); // Another draft may come.
    run.reject(u"review"_s);
    run.complete(u"draft#2"_s);
    QCOMPARE(run.stateOf(u"publish"_s), u"PENDING"_s);
    run.reject(u"review#2"_s);
    run.complete(u"draft#3"_s);
    QCOMPARE(run.stateOf(u"publish"_s), u"STARTING"_s); // There will be no other.
    VERIFY_SOUND(run);
}

void TestRounds::aFailureEndsTheRepeating()
{
    RunDriver run(refinement(3));
    run.start();
    run.complete(u"draft"_s);
    run.fail(u"review"_s);
    QVERIFY(!run.state.extended);
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestRounds::onlyTheNextRoundCanBegin()
{
    RunDriver run(refinement(3));
    run.start();
    run.record(EventType::WorkerReady, u"draft#2"_s); // The first is not over.
    QCOMPARE(run.state.refusedEvents, 1);
    run.complete(u"draft"_s);
    run.record(EventType::RunPaused, u"run-1"_s);
    run.record(EventType::WorkerReady, u"draft#3"_s);
    run.record(EventType::WorkerReady, u"draft#02"_s);
    run.record(EventType::WorkerReady, u"draft#2#2"_s);
    QCOMPARE(run.state.refusedEvents, 4);
    QVERIFY(!run.state.extended);
}

void TestRounds::aRoundMayBeResetLikeAnyTask()
{
    RunDriver run(refinement(2));
    run.start();
    run.complete(u"draft"_s);
    run.reject(u"review"_s);
    run.complete(u"draft#2"_s);
    run.approve(u"review#2"_s);
    run.record(EventType::WorkerReset, u"draft#2"_s);
    QCOMPARE(run.stateOf(u"review#2"_s), u"PENDING"_s);
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s);
    run.record(EventType::WorkerReset, u"draft"_s); // What a later round replaced is history.
    QCOMPARE(run.state.refusedEvents, 1);
    run.complete(u"draft#2"_s);
    run.approve(u"review#2"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    VERIFY_SOUND(run);
}

QTEST_GUILESS_MAIN(TestRounds)
#include "tst_rounds.moc"
