// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/plans.h"
#include "tests/support/rundriver.h"

#include "model/run/questions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

/// What happens to a task between its start and its end, and how a run is paused, cancelled, resumed and paid
/// for.
class TestLifecycle : public QObject
{
    Q_OBJECT

private slots:
    void maxTwoMeansAtMostThreeStarts();
    void theDelayGrowsWithEachRetry();
    void anInterruptedTaskGoesOnWithoutUsingUpAnAttempt();
    void aTaskThatRunsTooLongFailsAndIsStopped();
    void aTaskThatDoesNotStartInTimeFails();
    void aSignOfLifePutsOffTheIdleTimeout();
    void aBlockedTaskFailsAfterItsTime();
    void timeSpentBlockedDoesNotCountAsRunning();
    void aTaskThatReportsABlockerIsResolvedByAPersonsNote();
    void exit75StartsTheSameAttemptAgain();
    void alwaysAskBeforeThisOne();
    void refusingALaunchCancelsTheTask();
    void approveAllAnswersWhatThePlanAsks();
    void withNobodyToAskALaunchEndsTheRunWaiting();
    void aPersonsTaskWaitsForTheirAnswer();
    void cancellingARunCancelsWhatIsUnfinished();
    void aPausedRunStartsNothingAndLetsTheRestEnd();
    void resumingAFailedRunRetriesWhatFailed();
    void aCompleteRunIsOver();
    void aResumeStartsNothingTwice();
    void usageAddsUpOverAttempts();
    void aTaskIsWarnedAboutBeforeItsBudgetIsSpent();
    void stopEndsATaskThatExceedsItsBudget();
    void whatHasEndedIsNotStoppedForItsBudget();
    void whatRanWhileItsInputWasMadeAgainIsDoneAgain();
    void whatRanWhileAPhaseBeforeWasMadeAgainIsDoneAgain();
    void theRunsCapIsNotScaled();
    void stopEndsARunThatExceedsItsCap();
    void aNewAttemptForgetsWhatTheOldOneFound();
    void aVerdictWithoutIssueListIsNoVerdict();
    void aJournalOfNonsenseDoesNoHarm();

private:
    static Contents one(const std::function<void(Task &)> &change);
};

Contents TestLifecycle::one(const std::function<void(Task &)> &change)
{
    Contents contents;
    Task task;
    task.id = u"a"_s;
    change(task);
    add(contents, task);
    return contents;
}

void TestLifecycle::maxTwoMeansAtMostThreeStarts()
{
    RunDriver run(one([](Task &task) { task.retryMax = 2; }));
    run.start();
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(run.stateOf(u"a"_s), u"STARTING"_s);
        run.fail(u"a"_s);
        run.wait(0);
    }
    QCOMPARE(run.started.size(), 3);
    QCOMPARE(run.countOf(EventType::WorkerFailed, u"a"_s), 3);
    QCOMPARE(run.countOf(EventType::WorkerRetry, u"a"_s), 2);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::theDelayGrowsWithEachRetry()
{
    RunDriver run(one([](Task &task) {
        task.retryMax = 2;
        task.retryDelay.text = u"10s"_s;
        task.retryBackoff = 2;
    }));
    run.start();
    run.fail(u"a"_s);
    QCOMPARE(run.wakeAt, run.now + 10'000);
    run.wait(9'999);
    QCOMPARE(run.stateOf(u"a"_s), u"FAILED"_s);
    QCOMPARE(run.status(), u"RUNNING"_s);
    run.wait(1);
    QCOMPARE(run.stateOf(u"a"_s), u"STARTING"_s);
    run.fail(u"a"_s);
    QCOMPARE(run.wakeAt, run.now + 20'000);
    VERIFY_SOUND(run);
}

void TestLifecycle::anInterruptedTaskGoesOnWithoutUsingUpAnAttempt()
{
    RunDriver run(one([](Task &) {}));
    run.start();
    run.fail(u"a"_s, u"interrupted"_s);
    QCOMPARE(run.stateOf(u"a"_s), u"STARTING"_s);
    QCOMPARE(run.task(u"a"_s).attempt, 1);
    const auto retry = std::find_if(run.events.cbegin(), run.events.cend(), [](const Event &event) { return event.type == EventType::WorkerRetry; });
    QCOMPARE(retry->data["attempt"_L1].toInt(), 1); // the journal says what will be
    run.fail(u"a"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::aTaskThatRunsTooLongFailsAndIsStopped()
{
    RunDriver run(one([](Task &task) { task.timeoutTotal.text = u"30s"_s; }));
    run.start();
    run.begin(u"a"_s);
    QCOMPARE(run.wakeAt, run.now + 30'000);
    run.wait(29'999);
    QCOMPARE(run.stateOf(u"a"_s), u"ACTIVE"_s);
    run.wait(1);
    QCOMPARE(run.stateOf(u"a"_s), u"FAILED"_s);
    QCOMPARE(run.stopped, QStringList{u"a"_s});
    QCOMPARE(run.events.at(run.events.size() - 2).data.value(u"timeout"_s).toString(), u"total"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::aTaskThatDoesNotStartInTimeFails()
{
    RunDriver run(one([](Task &task) {
        task.timeoutStart.text = u"1m"_s;
        task.retryMax = 1;
    }));
    run.start();
    run.wait(60'000);
    QCOMPARE(run.stopped, QStringList{u"a"_s});
    QCOMPARE(run.stateOf(u"a"_s), u"STARTING"_s); // Its retry.
    QCOMPARE(run.task(u"a"_s).attempt, 2);
    run.begin(u"a"_s);
    run.wait(600'000);
    QCOMPARE(run.stateOf(u"a"_s), u"ACTIVE"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::aSignOfLifePutsOffTheIdleTimeout()
{
    RunDriver run(one([](Task &task) { task.timeoutIdle.text = u"5s"_s; }));
    run.start();
    run.begin(u"a"_s);
    for (int i = 0; i < 5; ++i) {
        run.wait(4'000);
        run.record(EventType::WorkerCheckpoint, u"a"_s, {{u"checkpoint"_s, u"step"_s}});
    }
    QCOMPARE(run.stateOf(u"a"_s), u"ACTIVE"_s);
    run.wait(5'000);
    QCOMPARE(run.stateOf(u"a"_s), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::aBlockedTaskFailsAfterItsTime()
{
    RunDriver run(one([](Task &task) { task.timeoutBlocked.text = u"1d"_s; }));
    run.start({.approve = ApproveMode::Ask});
    run.begin(u"a"_s);
    run.record(EventType::WorkerBlocked, u"a"_s);
    run.wait(86'400'000);
    QCOMPARE(run.stateOf(u"a"_s), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::timeSpentBlockedDoesNotCountAsRunning()
{
    RunDriver run(one([](Task &task) { task.timeoutTotal.text = u"30s"_s; }));
    run.start({.approve = ApproveMode::Ask});
    run.begin(u"a"_s);
    run.wait(10'000);
    run.record(EventType::WorkerBlocked, u"a"_s);
    run.wait(3'600'000);
    run.record(EventType::WorkerUnblocked, u"a"_s);
    run.wait(19'999);
    QCOMPARE(run.stateOf(u"a"_s), u"ACTIVE"_s);
    run.wait(1);
    QCOMPARE(run.stateOf(u"a"_s), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::aTaskThatReportsABlockerIsResolvedByAPersonsNote()
{
    RunDriver run(one([](Task &) {}));
    run.start({.approve = ApproveMode::Ask});
    run.begin(u"a"_s);
    run.record(EventType::WorkerBlocked, u"a"_s, {{u"reason"_s, u"which port?"_s}});
    QCOMPARE(openQuestions(run.plan, run.state), (QList<Question>{{Question::Kind::Blocked, u"a"_s}}));
    run.record(EventType::WorkerUnblocked, u"a"_s, {{u"note"_s, u"8080"_s}});
    QCOMPARE(run.task(u"a"_s).note, u"8080"_s);
    run.complete(u"a"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::exit75StartsTheSameAttemptAgain()
{
    RunDriver run(one([](Task &) {}));
    run.start({.approve = ApproveMode::Ask});
    run.begin(u"a"_s);
    run.record(EventType::WorkerBlocked, u"a"_s, {{u"reason"_s, u"which port?"_s}, {u"ended"_s, true}});
    run.record(EventType::WorkerUnblocked, u"a"_s, {{u"note"_s, u"8080"_s}});
    QCOMPARE(run.started, (QStringList{u"a"_s, u"a"_s}));
    QCOMPARE(run.task(u"a"_s).attempt, 1);
    QCOMPARE(run.task(u"a"_s).note, u"8080"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::alwaysAskBeforeThisOne()
{
    RunDriver run(one([](Task &task) { task.launch = LaunchMode::Approve; }));
    run.start({.approve = ApproveMode::Ask});
    QCOMPARE(run.stateOf(u"a"_s), u"READY"_s);
    QVERIFY(run.task(u"a"_s).awaitsApproval);
    QCOMPARE(run.status(), u"RUNNING"_s);
    QCOMPARE(openQuestions(run.plan, run.state), (QList<Question>{{Question::Kind::Launch, u"a"_s}}));
    run.record(EventType::ApprovalGiven, u"a"_s);
    QCOMPARE(run.stateOf(u"a"_s), u"STARTING"_s);
    VERIFY_SOUND(run);

    Contents all = chain({u"a"_s, u"b"_s});
    all.info.launch = LaunchMode::Approve;
    RunDriver every(all);
    every.start({.approve = ApproveMode::Ask});
    QCOMPARE(every.started, QStringList());
    VERIFY_SOUND(every);
}

void TestLifecycle::refusingALaunchCancelsTheTask()
{
    RunDriver run(one([](Task &task) { task.launch = LaunchMode::Approve; }));
    run.start({.approve = ApproveMode::Ask});
    run.record(EventType::ApprovalRefused, u"a"_s);
    QCOMPARE(run.stateOf(u"a"_s), u"CANCELLED"_s);
    QCOMPARE(run.stopped, QStringList());
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::approveAllAnswersWhatThePlanAsks()
{
    RunDriver run(one([](Task &task) { task.launch = LaunchMode::Approve; }));
    run.start({.approve = ApproveMode::All});
    QCOMPARE(run.stateOf(u"a"_s), u"STARTING"_s);
    QCOMPARE(run.countOf(EventType::ApprovalRequested, u"a"_s), 1);
    QCOMPARE(run.countOf(EventType::ApprovalGiven, u"a"_s), 1);
    VERIFY_SOUND(run);
}

void TestLifecycle::withNobodyToAskALaunchEndsTheRunWaiting()
{
    RunDriver run(one([](Task &task) { task.launch = LaunchMode::Approve; }));
    run.start({.approve = ApproveMode::None});
    QCOMPARE(run.status(), u"WAITING"_s);
    run.record(EventType::RunResumed, u"run-1"_s, {{u"approve"_s, u"all"_s}});
    run.complete(u"a"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::aPersonsTaskWaitsForTheirAnswer()
{
    const auto contents = one([](Task &task) {
        task.executor.type = u"human"_s;
        task.kind = TaskKind::Validate;
    });
    RunDriver run(contents);
    run.start({.approve = ApproveMode::Ask});
    run.begin(u"a"_s);
    QCOMPARE(openQuestions(run.plan, run.state), (QList<Question>{{Question::Kind::Human, u"a"_s}}));
    run.approve(u"a"_s);
    QVERIFY(run.task(u"a"_s).verdict->approved);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);

    RunDriver nobody(contents);
    nobody.start({.approve = ApproveMode::None});
    nobody.begin(u"a"_s);
    QCOMPARE(nobody.status(), u"WAITING"_s);
    QCOMPARE(nobody.stateOf(u"a"_s), u"ACTIVE"_s);
    VERIFY_SOUND(nobody);
}

void TestLifecycle::cancellingARunCancelsWhatIsUnfinished()
{
    Contents contents = chain({u"a"_s, u"b"_s, u"c"_s});
    RunDriver run(contents);
    run.start();
    run.complete(u"a"_s);
    run.begin(u"b"_s);
    const RecordEvent cancel = cancellingRun(run.state);
    run.record(cancel.type, cancel.subject, cancel.data);
    QCOMPARE(run.in(TaskState::Complete), QStringList{u"a"_s});
    QCOMPARE(run.in(TaskState::Cancelled), (QStringList{u"b"_s, u"c"_s}));
    QCOMPARE(run.stopped, QStringList{u"b"_s});
    QCOMPARE(run.status(), u"CANCELLED"_s);
    QVERIFY(!refusalOf(run.plan, run.state, {99, 1, u"run-1"_s, EventType::RunResumed, {}}).isEmpty());
    VERIFY_SOUND(run);
}

void TestLifecycle::aPausedRunStartsNothingAndLetsTheRestEnd()
{
    RunDriver run(chain({u"a"_s, u"b"_s}));
    run.start();
    run.begin(u"a"_s);
    run.record(EventType::RunPaused, u"run-1"_s);
    run.complete(u"a"_s);
    QCOMPARE(run.stateOf(u"b"_s), u"READY"_s);
    QCOMPARE(run.status(), u"PAUSED"_s);
    run.record(EventType::RunResumed, u"run-1"_s);
    QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s);
    run.complete(u"b"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::resumingAFailedRunRetriesWhatFailed()
{
    RunDriver run(chain({u"a"_s, u"b"_s}));
    run.start();
    run.complete(u"a"_s);
    run.fail(u"b"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    run.record(EventType::RunResumed, u"run-1"_s);
    QCOMPARE(run.stateOf(u"a"_s), u"COMPLETE"_s);
    QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s);
    QCOMPARE(run.task(u"b"_s).attempt, 2);
    run.complete(u"b"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::aCompleteRunIsOver()
{
    RunDriver run(chain({u"a"_s}));
    run.start();
    run.complete(u"a"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    QVERIFY(next(run.plan, run.state, run.now).isEmpty());
    QVERIFY(!refusalOf(run.plan, run.state, {99, 1, u"run-1"_s, EventType::RunResumed, {}}).isEmpty());
}

void TestLifecycle::aResumeStartsNothingTwice()
{
    RunDriver run(chain({u"a"_s, u"b"_s}));
    run.start();
    run.complete(u"a"_s);
    // Wherever the journal ends, going on from there starts only what that journal has not started.
    for (qsizetype cut = 1; cut <= run.events.size(); ++cut) {
        RunState state = initialState(run.plan);
        for (const Event &event : run.events.first(cut))
            state = apply(run.plan, std::move(state), event);
        for (const RunCommand &command : next(run.plan, state, run.now)) {
            QVERIFY(!std::holds_alternative<StartTask>(command));
            QVERIFY(!std::holds_alternative<StopTask>(command));
            if (const auto *event = std::get_if<RecordEvent>(&command);
                event && event->type == EventType::WorkerStarted)
                QCOMPARE(state.tasks.at(run.plan.indexOfTask(event->subject)).state, TaskState::Ready);
        }
    }
}

void TestLifecycle::usageAddsUpOverAttempts()
{
    RunDriver run(one([](Task &task) { task.retryMax = 1; }));
    run.start();
    const QJsonObject usage{{u"input_tokens"_s, 100},
                            {u"output_tokens"_s, 20},
                            {u"cost_usd"_s, 0.5},
                            {u"cache_read_tokens"_s, -7}};
    run.begin(u"a"_s);
    run.record(EventType::WorkerUsage, u"a"_s, usage);
    run.fail(u"a"_s);
    run.wait(0);
    run.begin(u"a"_s);
    run.record(EventType::WorkerUsage, u"a"_s, usage);
    run.complete(u"a"_s);
    QCOMPARE(run.task(u"a"_s).usage.total(), 240);
    QCOMPARE(run.state.usage.total(), 240);
    QCOMPARE(run.state.usage.costUsd, 1.0);
    VERIFY_SOUND(run);
}

void TestLifecycle::aTaskIsWarnedAboutBeforeItsBudgetIsSpent()
{
    RunDriver run(one([](Task &task) { task.budgetTokens = 1000; })); // × 1.5
    run.start();
    run.begin(u"a"_s);
    run.record(EventType::WorkerUsage, u"a"_s, {{u"input_tokens"_s, 1199}});
    QCOMPARE(run.countOf(EventType::BudgetWarning, u"a"_s), 0);
    run.record(EventType::WorkerUsage, u"a"_s, {{u"input_tokens"_s, 1}});
    QCOMPARE(run.countOf(EventType::BudgetWarning, u"a"_s), 1);
    run.record(EventType::WorkerUsage, u"a"_s, {{u"input_tokens"_s, 300}});
    QCOMPARE(run.countOf(EventType::BudgetExceeded, u"a"_s), 0);
    run.record(EventType::WorkerUsage, u"a"_s, {{u"input_tokens"_s, 1}});
    QCOMPARE(run.countOf(EventType::BudgetWarning, u"a"_s), 1);
    QCOMPARE(run.countOf(EventType::BudgetExceeded, u"a"_s), 1);
    run.complete(u"a"_s); // It was only said.
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::stopEndsATaskThatExceedsItsBudget()
{
    Contents contents = one([](Task &task) {
        task.budgetTokens = 1000;
        task.retryMax = 3;
    });
    contents.info.budgetStop = true;
    RunDriver run(contents);
    run.start();
    run.begin(u"a"_s);
    run.record(EventType::WorkerUsage, u"a"_s, {{u"input_tokens"_s, 2000}});
    QCOMPARE(run.stateOf(u"a"_s), u"FAILED"_s);
    QCOMPARE(run.stopped, QStringList{u"a"_s});
    QCOMPARE(run.status(), u"FAILED"_s); // Trying again would only spend more.
    VERIFY_SOUND(run);
}

void TestLifecycle::whatHasEndedIsNotStoppedForItsBudget()
{
    Contents contents = one([](Task &task) {
        task.budgetTokens = 1000;
        task.retryMax = 3;
    });
    contents.info.budgetStop = true;
    for (const bool isWell : {true, false}) {
        RunDriver run(contents);
        run.start();
        run.begin(u"a"_s);
        run.record(EventType::WorkerCheckpoint, u"a"_s, {{u"ended"_s, true}});
        run.record(EventType::WorkerUsage, u"a"_s, {{u"input_tokens"_s, 2000}});
        QCOMPARE(run.stateOf(u"a"_s), u"ACTIVE"_s);
        isWell ? run.complete(u"a"_s) : run.fail(u"a"_s);
        QCOMPARE(run.status(), isWell ? u"COMPLETE"_s : u"FAILED"_s);
        QCOMPARE(run.started.size(), 1); // Trying again would only spend more.
        VERIFY_SOUND(run);
    }
}

void TestLifecycle::whatRanWhileItsInputWasMadeAgainIsDoneAgain()
{
    for (const bool isFirst : {true, false}) {
        RunDriver run(chain({u"a"_s, u"b"_s, u"c"_s}));
        run.start();
        run.complete(u"a"_s);
        run.begin(u"b"_s);
        run.wait(1000);
        run.record(EventType::WorkerReset, u"a"_s, {{u"reason"_s, u"person"_s}});
        QCOMPARE(run.stateOf(u"b"_s), u"ACTIVE"_s);
        run.complete(isFirst ? u"a"_s : u"b"_s);
        run.wait(1000);
        run.complete(isFirst ? u"b"_s : u"a"_s);
        QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s);
        QCOMPARE(run.countOf(EventType::WorkerReset, u"b"_s), 1);
        QCOMPARE(run.stateOf(u"c"_s), u"PENDING"_s);
        run.complete(u"b"_s);
        run.complete(u"c"_s);
        QCOMPARE(run.status(), u"COMPLETE"_s);
        VERIFY_SOUND(run);
    }
}

void TestLifecycle::whatRanWhileAPhaseBeforeWasMadeAgainIsDoneAgain()
{
    for (const bool isFirst : {true, false}) {
        Contents contents;
        add(contents, Phase{.id = u"one"_s});
        add(contents, Phase{.id = u"two"_s});
        add(contents, Task{.id = u"a"_s, .phase = u"one"_s});
        add(contents, Task{.id = u"b"_s, .phase = u"two"_s});
        add(contents, Gate{.id = u"g"_s, .phase = u"one"_s});
        RunDriver run(contents);
        run.start();
        run.complete(u"a"_s);
        run.begin(u"b"_s);
        run.wait(1000);
        run.record(EventType::WorkerReset, u"a"_s, {{u"reason"_s, u"person"_s}});
        run.complete(isFirst ? u"a"_s : u"b"_s);
        run.complete(isFirst ? u"b"_s : u"a"_s);
        QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s);
        run.complete(u"b"_s);
        QCOMPARE(run.status(), u"COMPLETE"_s);
        VERIFY_SOUND(run);
    }
}

void TestLifecycle::theRunsCapIsNotScaled()
{
    Contents contents = chain({u"a"_s, u"b"_s});
    contents.info.budgetTokens = 1000;
    RunDriver run(contents);
    run.start();
    run.begin(u"a"_s);
    run.record(EventType::WorkerUsage, u"a"_s, {{u"output_tokens"_s, 800}});
    QCOMPARE(run.countOf(EventType::BudgetWarning, u"run-1"_s), 1);
    run.record(EventType::WorkerUsage, u"a"_s, {{u"output_tokens"_s, 201}});
    QCOMPARE(run.countOf(EventType::BudgetExceeded, u"run-1"_s), 1);
    run.complete(u"a"_s);
    QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::stopEndsARunThatExceedsItsCap()
{
    Contents contents = chain({u"a"_s, u"b"_s});
    contents.info.budgetTokens = 1000;
    contents.info.budgetStop = true;
    Task other;
    other.id = u"other"_s;
    other.retryMax = 2;
    add(contents, other);
    RunDriver run(contents);
    run.start();
    run.begin(u"a"_s);
    run.begin(u"other"_s);
    run.record(EventType::WorkerUsage, u"a"_s, {{u"output_tokens"_s, 2000}});
    QCOMPARE(run.stopped, (QStringList{u"a"_s, u"other"_s}));
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestLifecycle::aNewAttemptForgetsWhatTheOldOneFound()
{
    RunDriver run(one([](Task &task) { task.retryMax = 1; }));
    run.start();
    run.begin(u"a"_s);
    run.record(EventType::WorkerOutcome, u"a"_s, {{u"outcome"_s, u"x"_s}});
    run.record(EventType::WorkerEvidence, u"a"_s, {{u"path"_s, u"out.md"_s}});
    run.record(EventType::WorkerCheckpoint, u"a"_s,
               {{u"checkpoint"_s, u"half"_s}, {u"tasks_completed"_s, 3}});
    QCOMPARE(run.task(u"a"_s).subtasksDone, 3);
    run.fail(u"a"_s);
    run.wait(0);
    run.begin(u"a"_s);
    QCOMPARE(run.task(u"a"_s).outcome, QString());
    QVERIFY(run.task(u"a"_s).evidence.isEmpty());
    QCOMPARE(run.task(u"a"_s).checkpoint, QString());
    QCOMPARE(run.task(u"a"_s).subtasksDone, 0);
    VERIFY_SOUND(run);
}

void TestLifecycle::aVerdictWithoutIssueListIsNoVerdict()
{
    RunDriver run(one([](Task &) {}));
    run.start();
    run.begin(u"a"_s);
    run.record(EventType::WorkerVerdict, u"a"_s, {{u"verdict"_s, u"approved"_s}});
    QVERIFY(!run.task(u"a"_s).verdict);
    QCOMPARE(run.state.refusedEvents, 1);
    run.record(EventType::WorkerVerdict, u"a"_s, {{u"verdict"_s, u"fine"_s}, {u"issues"_s, QJsonArray()}});
    QCOMPARE(run.state.refusedEvents, 2);
}

void TestLifecycle::aJournalOfNonsenseDoesNoHarm()
{
    RunDriver run(chain({u"a"_s}));
    const RunState before = run.state;
    run.record(EventType::WorkerComplete, u"a"_s);
    QCOMPARE(run.state.tasks, before.tasks);
    run.start();
    run.start();
    run.record(EventType::WorkerReady, u"nobody"_s);
    run.record(EventType::WorkerReady, u"a#2"_s);
    run.record(EventType::WorkerReady, u"#"_s);
    run.record(EventType::GatePassed, u"a"_s);
    run.record(EventType::RunFinished, u"run-1"_s, {{u"state"_s, u"RUNNING"_s}});
    run.record(EventType::BudgetExceeded, u"nobody"_s);
    run.record(EventType::FixAccepted, u"nobody"_s);
    run.record(EventType::ApprovalGiven, u"nobody"_s);
    QCOMPARE(run.state.refusedEvents, 10);
    QCOMPARE(run.state.refusals.size(), 10);
    run.complete(u"a"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

QTEST_GUILESS_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
