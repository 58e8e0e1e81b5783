// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/questions.h"
#include "model/run/substate.h"
#include "tests/support/plans.h"
#include "tests/support/rundriver.h"

#include <QTest>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

using Kind = SubState::Kind;

/// What a card can say beyond the state's name.
class TestSubState : public QObject
{
    Q_OBJECT

private slots:
    void aTaskSaysWhatItWaitsFor();
    void behindACancelledTaskIsNotBehindAFailedOne();
    void whatIsCancelledIsNotToldThatItGoesOn();
    void theQueueHasPlaces();
    void filesOfAnotherHoldATask();
    void peopleAreAsked();
    void timeGoesOnForWhoeverIsBlocked();
    void aRetrySaysWhen();
    void aPhaseBehindAFailedGateNamesTheGate();
    void aPausedRunHoldsWhatIsReady();
    void nothingIsSaidBeforeARunBegins();
};

namespace {

Task task(const QString &id)
{
    Task task;
    task.id = id;
    task.executor = {u"shell"_s, {{u"command"_s, u"true"_s}}};
    return task;
}

SubState subStateOf(const RunDriver &run, const QString &id)
{
    return SubStates(run.plan, run.state).of(run.plan.indexOfTask(id));
}

} // namespace

void TestSubState::aTaskSaysWhatItWaitsFor()
{
    RunDriver run(chain({u"a"_s, u"b"_s, u"c"_s}));
    run.start();
    QCOMPARE(subStateOf(run, u"b"_s), (SubState{Kind::WaitsForTask, u"a"_s}));
    QCOMPARE(subStateOf(run, u"b"_s).words(0), u"waits for a"_s);
    run.fail(u"a"_s);
    QCOMPARE(subStateOf(run, u"b"_s), (SubState{Kind::Lost, u"a"_s}));
    QCOMPARE(subStateOf(run, u"c"_s), (SubState{Kind::Lost, u"b"_s}));
    QCOMPARE(subStateOf(run, u"a"_s), (SubState{Kind::Failed, {}, u"exit 1"_s}));
}

void TestSubState::behindACancelledTaskIsNotBehindAFailedOne()
{
    RunDriver run(chain({u"a"_s, u"b"_s, u"c"_s}));
    run.start();
    run.record(EventType::WorkerCancelled, u"a"_s);
    QCOMPARE(subStateOf(run, u"b"_s).kind, Kind::Lost);
    QCOMPARE(subStateOf(run, u"b"_s).subject, u"a"_s);
    QCOMPARE(subStateOf(run, u"b"_s).words(0), u"behind a, which was cancelled"_s);
}

void TestSubState::whatIsCancelledIsNotToldThatItGoesOn()
{
    RunDriver run(chain({u"a"_s, u"b"_s}));
    run.start();
    const auto answer = [&](const QString &task) { return canAnswer(run.plan, run.state, {Action::Retry, task}); };
    QVERIFY(answer(u"a"_s).error().message.contains(u"has not ended"_s));
    run.record(EventType::WorkerCancelled, u"a"_s);
    QVERIFY(!answer(u"a"_s).ok());
    QVERIFY2(answer(u"a"_s).error().message.startsWith(u"“a” is CANCELLED for the rest of this run."_s), qPrintable(answer(u"a"_s).error().message));
}

void TestSubState::theQueueHasPlaces()
{
    Contents contents;
    contents.info.maxConcurrent = 1;
    for (const auto &id : {u"a"_s, u"b"_s, u"c"_s})
        add(contents, task(id));
    RunDriver run(contents);
    run.start();
    QCOMPARE(subStateOf(run, u"b"_s), (SubState{Kind::Queued, {}, {}, 1}));
    QCOMPARE(subStateOf(run, u"c"_s), (SubState{Kind::Queued, {}, {}, 2}));
    run.complete(u"a"_s);
    QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s); // the first in the queue is the one that starts
    QCOMPARE(subStateOf(run, u"c"_s).number, 1);
}

void TestSubState::filesOfAnotherHoldATask()
{
    Contents contents;
    for (const auto &id : {u"a"_s, u"b"_s}) {
        Task owner = task(id);
        owner.owns = {u"src/**"_s};
        add(contents, owner);
    }
    RunDriver run(contents);
    run.start();
    QCOMPARE(subStateOf(run, u"b"_s), (SubState{Kind::WaitsForFiles, u"a"_s}));
}

void TestSubState::peopleAreAsked()
{
    Contents contents;
    Task asks = task(u"a"_s);
    asks.launch = LaunchMode::Approve;
    add(contents, asks);
    Task person = task(u"p"_s);
    person.executor = {u"human"_s, {}};
    add(contents, person);
    Task blocked = task(u"b"_s);
    blocked.timeoutBlocked = Duration{u"1h"_s};
    add(contents, blocked);
    RunDriver run(contents);
    run.start({.approve = ApproveMode::Ask});
    run.begin(u"p"_s);
    run.begin(u"b"_s);
    run.record(EventType::WorkerBlocked, u"b"_s, {{u"reason"_s, u"which port?"_s}});
    QCOMPARE(subStateOf(run, u"a"_s).kind, Kind::AwaitsApproval);
    QCOMPARE(subStateOf(run, u"p"_s).kind, Kind::AwaitsPerson);
    const SubState said = subStateOf(run, u"b"_s);
    QCOMPARE(said.text, u"which port?"_s);
    QCOMPARE(said.time, run.now + 3'600'000);
    QVERIFY(said.words(run.now).contains(u"1 h 0 min"_s));
    // Where only people are left to act the run ends, and they are waited for all the same.
    run.record(EventType::RunFinished, u"run"_s, {{u"state"_s, u"WAITING"_s}});
    QCOMPARE(run.status(), u"WAITING"_s);
    QCOMPARE(subStateOf(run, u"a"_s).kind, Kind::AwaitsApproval);
    QCOMPARE(subStateOf(run, u"p"_s).kind, Kind::AwaitsPerson);
    QCOMPARE(subStateOf(run, u"b"_s).kind, Kind::Blocked);
}

void TestSubState::timeGoesOnForWhoeverIsBlocked()
{
    Contents contents;
    add(contents, task(u"b"_s));
    RunDriver run(contents);
    run.start();
    run.begin(u"b"_s);
    QVERIFY(countsTime(run.state));
    run.record(EventType::WorkerBlocked, u"b"_s, {{u"reason"_s, u"which port?"_s}});
    QVERIFY(run.state.books.deadlines.isEmpty());
    QVERIFY(countsTime(run.state));
    run.record(EventType::WorkerFailed, u"b"_s);
    QVERIFY(!countsTime(run.state));
}

void TestSubState::aRetrySaysWhen()
{
    Contents contents;
    Task retried = task(u"a"_s);
    retried.retryMax = 1;
    retried.retryDelay = Duration{u"10s"_s};
    add(contents, retried);
    RunDriver run(contents);
    run.start();
    run.fail(u"a"_s);
    const SubState said = subStateOf(run, u"a"_s);
    QCOMPARE(said.kind, Kind::RetryDue);
    QCOMPARE(said.time, run.now + 10'000);
    QCOMPARE(said.number, 2);
    QVERIFY(said.words(run.now).contains(u"10 s"_s));
}

void TestSubState::aPhaseBehindAFailedGateNamesTheGate()
{
    Contents contents;
    for (const auto &id : {u"one"_s, u"two"_s}) {
        Phase phase;
        phase.id = id;
        add(contents, phase);
        Task inside = task(u"in-"_s + id);
        inside.phase = id;
        add(contents, inside);
    }
    Gate gate;
    gate.id = u"g"_s;
    gate.phase = u"one"_s;
    add(contents, gate);
    RunDriver run(contents);
    run.start();
    QCOMPARE(subStateOf(run, u"in-two"_s), (SubState{Kind::WaitsForPhase, u"one"_s}));
    run.fail(u"in-one"_s);
    QCOMPARE(subStateOf(run, u"in-two"_s), (SubState{Kind::WaitsForGate, u"g"_s}));
}

void TestSubState::aPausedRunHoldsWhatIsReady()
{
    Contents contents;
    contents.info.maxConcurrent = 1;
    add(contents, task(u"a"_s));
    add(contents, task(u"b"_s));
    RunDriver run(contents);
    run.start();
    run.record(EventType::RunPaused, u"run-1"_s);
    QCOMPARE(subStateOf(run, u"b"_s).kind, Kind::Paused);
}

void TestSubState::nothingIsSaidBeforeARunBegins()
{
    const Result<RunPlan> plan = compile(chain({u"a"_s, u"b"_s}));
    const RunState state = initialState(*plan);
    QCOMPARE(SubStates(*plan, state).of(1), SubState());
}

QTEST_GUILESS_MAIN(TestSubState)
#include "tst_substate.moc"
