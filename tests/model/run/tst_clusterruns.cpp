// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/executorchoice.h"
#include "model/run/questions.h"
#include "model/run/substate.h"
#include "tests/support/plans.h"
#include "tests/support/rundriver.h"

#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;
using test::RunDriver;

/// What a run makes of what a cluster says of its tasks.
class TestClusterRuns : public QObject
{
    Q_OBJECT

private slots:
    void timeInAQueueIsNoLateStart();
    void timeInAQueueDoesNotCountAsRunning();
    void aStartThatHangsAfterTheQueueIsLateAllTheSame();
    void aSuspendedTaskIsBlockedAndAsksNobody();
    void whatATaskBlockedItselfForTheClusterDoesNotResolve();
    void aRunWithASuspendedTaskDoesNotEndForWantOfAPerson();
    void thePlaceIsToldWhileItRunsAndForgottenAfterwards();
    void whatAClusterSaysIsNoSignOfLife();
    void whatNeedsNoNodeStaysHereAndSaysWhy();
    void whatATaskTookIsItsOwnWorkHoweverLateTheJournalHears_data();
    void whatATaskTookIsItsOwnWorkHoweverLateTheJournalHears();
    void whatAClusterKeepsBackIsForAPersonToMend();
    void whatAClusterKeepsBackIsBlockedForSoLongOnly();

private:
    static Contents one(const std::function<void(Task &)> &change = {})
    {
        Contents contents;
        Task task{.id = u"job"_s, .executor = {u"slurm"_s, {{u"command"_s, u"true"_s}}}};
        if (change)
            change(task);
        test::add(contents, task);
        return contents;
    }
    static void tell(RunDriver &run, const QString &sentence, std::optional<bool> waits = {})
    {
        QJsonObject about{{u"job"_s, 7}};
        if (waits) {
            about.insert(u"waits"_s, *waits);
            about.insert(u"partition"_s, u"main"_s);
            about.insert(u"reason"_s, u"Resources"_s);
            if (!*waits)
                about.insert(u"node"_s, u"n1"_s);
        }
        run.record(EventType::WorkerCheckpoint, u"job"_s, {{u"checkpoint"_s, sentence}, {executorsOwn, about}});
    }
    static void suspend(RunDriver &run) { run.record(EventType::WorkerBlocked, u"job"_s, {{u"reason"_s, u"suspended"_s}, {executorsOwn, QJsonObject{{u"job"_s, 7}}}}); }
    static void goOn(RunDriver &run) { run.record(EventType::WorkerUnblocked, u"job"_s, {{executorsOwn, QJsonObject{{u"job"_s, 7}}}}); }
};

void TestClusterRuns::timeInAQueueIsNoLateStart()
{
    RunDriver run(one([](Task &task) { task.timeoutStart.text = u"1m"_s; }));
    run.start();
    tell(run, u"waits"_s, true);
    run.wait(5 * 3'600'000);
    QCOMPARE(run.stateOf(u"job"_s), u"STARTING"_s);
    tell(run, u"no answer"_s); // What does not tell whether it waits changes nothing about it.
    run.wait(3'600'000);
    QCOMPARE(run.stateOf(u"job"_s), u"STARTING"_s);
    tell(run, u"runs"_s, false);
    run.wait(30'000);
    run.begin(u"job"_s);
    run.complete(u"job"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    QVERIFY2(run.failures.isEmpty(), qPrintable(run.failures.join(u'\n')));
    QVERIFY(run.replayed() == run.state);
}

void TestClusterRuns::timeInAQueueDoesNotCountAsRunning()
{
    RunDriver run(one([](Task &task) { task.timeoutTotal.text = u"1m"_s; }));
    run.start();
    tell(run, u"waits"_s, true);
    run.wait(3'600'000);
    run.begin(u"job"_s);
    run.wait(59'000);
    QCOMPARE(run.stateOf(u"job"_s), u"ACTIVE"_s);
    run.wait(2'000);
    QCOMPARE(run.stateOf(u"job"_s), u"FAILED"_s);
    QVERIFY2(run.failures.isEmpty(), qPrintable(run.failures.join(u'\n')));
}

void TestClusterRuns::aStartThatHangsAfterTheQueueIsLateAllTheSame()
{
    RunDriver run(one([](Task &task) { task.timeoutStart.text = u"1m"_s; }));
    run.start();
    tell(run, u"waits"_s, true);
    run.wait(3'600'000);
    tell(run, u"is being set up"_s, false);
    run.wait(61'000);
    QCOMPARE(run.stateOf(u"job"_s), u"FAILED"_s);
}

void TestClusterRuns::aSuspendedTaskIsBlockedAndAsksNobody()
{
    RunDriver run(one());
    run.start({.approve = ApproveMode::Ask});
    run.begin(u"job"_s);
    suspend(run);
    QCOMPARE(run.stateOf(u"job"_s), u"BLOCKED"_s);
    QVERIFY(openQuestions(run.plan, run.state).isEmpty());
    QCOMPARE(SubStates(run.plan, run.state).of(0).words(run.now), u"suspended"_s);
    run.wait(1000);
    goOn(run);
    QCOMPARE(run.stateOf(u"job"_s), u"ACTIVE"_s);
    goOn(run); // A runner that has just come back tells it once more.
    QCOMPARE(run.stateOf(u"job"_s), u"ACTIVE"_s);
    run.complete(u"job"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
}

void TestClusterRuns::whatATaskBlockedItselfForTheClusterDoesNotResolve()
{
    RunDriver run(one());
    run.start({.approve = ApproveMode::Ask});
    run.begin(u"job"_s);
    run.record(EventType::WorkerBlocked, u"job"_s, {{u"reason"_s, u"which colour?"_s}});
    goOn(run);
    QCOMPARE(run.stateOf(u"job"_s), u"BLOCKED"_s);
    QCOMPARE(openQuestions(run.plan, run.state).size(), 1);
    run.record(EventType::WorkerUnblocked, u"job"_s, {{u"note"_s, u"red"_s}});
    QCOMPARE(run.stateOf(u"job"_s), u"ACTIVE"_s);
}

void TestClusterRuns::aRunWithASuspendedTaskDoesNotEndForWantOfAPerson()
{
    RunDriver run(one());
    run.start({.approve = ApproveMode::None});
    run.begin(u"job"_s);
    suspend(run);
    QCOMPARE(run.status(), u"RUNNING"_s);
    goOn(run);
    run.complete(u"job"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
}

void TestClusterRuns::thePlaceIsToldWhileItRunsAndForgottenAfterwards()
{
    RunDriver run(one());
    run.start();
    const auto words = [&] { return SubStates(run.plan, run.state).of(0).words(run.now); };
    const auto brief = [&] { return SubStates(run.plan, run.state).of(0).brief(run.now); };
    tell(run, u"Job 7 waits in the queue of main (Resources)."_s, true);
    QCOMPARE(words(), u"Job 7 waits in the queue of main (Resources)."_s);
    QCOMPARE(brief(), u"main · Resources"_s);
    tell(run, u"The cluster does not answer."_s); // Only a sentence says that.
    QCOMPARE(brief(), u"The cluster does not answer."_s);
    run.begin(u"job"_s);
    tell(run, u"Job 7 runs on n1 (main)."_s, false);
    run.record(EventType::WorkerCheckpoint, u"job"_s, {{u"checkpoint"_s, u"half"_s}}); // The task's own word is another.
    QCOMPARE(words(), u"Job 7 runs on n1 (main)."_s);
    QCOMPARE(brief(), u"n1 · #7"_s);
    QCOMPARE(run.task(u"job"_s).checkpoint, u"half"_s);
    run.complete(u"job"_s);
    QCOMPARE(words(), QString());
    QCOMPARE(run.task(u"job"_s).place, QString());
}

void TestClusterRuns::whatAClusterSaysIsNoSignOfLife()
{
    RunDriver run(one([](Task &task) { task.timeoutIdle.text = u"10s"_s; }));
    run.start();
    run.begin(u"job"_s);
    run.wait(8'000);
    tell(run, u"runs"_s, false);
    run.wait(3'000);
    QCOMPARE(run.stateOf(u"job"_s), u"FAILED"_s);
}

void TestClusterRuns::whatNeedsNoNodeStaysHereAndSaysWhy()
{
    const auto why = [](const QString &type, RunWhere where) {
        PlanTask task;
        task.executor = {type, {{u"command"_s, u"true"_s}}};
        return whyHere(task, {.where = where});
    };
    for (const auto &type : {u"http"_s, u"agent"_s, u"human"_s}) {
        QVERIFY(!why(type, RunWhere::Cluster).isEmpty());
        QVERIFY(why(type, RunWhere::Plan).isEmpty());
    }
    QVERIFY(why(u"shell"_s, RunWhere::Cluster).isEmpty());
    QVERIFY(why(u"slurm"_s, RunWhere::Cluster).isEmpty());
}

void TestClusterRuns::whatATaskTookIsItsOwnWorkHoweverLateTheJournalHears_data()
{
    QTest::addColumn<qint64>("began"); // Milliseconds after its STARTING; 0 = the journal alone tells.
    QTest::addColumn<qint64>("ended");
    QTest::addColumn<qint64>("took");
    QTest::newRow("heard at once") << qint64(0) << qint64(0) << qint64(20'000);
    QTest::newRow("its end is heard of later") << qint64(55'000) << qint64(58'000) << qint64(3000);
    QTest::newRow("all of it was before the journal heard of its start") << qint64(-15'000) << qint64(-12'500) << qint64(2500);
    QTest::newRow("a clock that is ahead") << qint64(70'000) << qint64(600'000) << qint64(20'000);
    QTest::newRow("an end before its beginning") << qint64(70'000) << qint64(60'000) << qint64(0);
}

void TestClusterRuns::whatATaskTookIsItsOwnWorkHoweverLateTheJournalHears()
{
    QFETCH(qint64, began);
    QFETCH(qint64, ended);
    QFETCH(qint64, took);
    RunDriver run(one([](Task &task) { task.launch = LaunchMode::Approve; }));
    run.start({.approve = ApproveMode::Ask});
    run.wait(20'000);
    run.record(EventType::ApprovalGiven, u"job"_s);
    const qint64 start = run.task(u"job"_s).startedAt;
    tell(run, u"waits"_s, true);
    run.wait(60'000);
    run.record(EventType::WorkerActive, u"job"_s, began ? momentData(start + began) : QJsonObject());
    run.wait(20'000);
    run.record(EventType::WorkerComplete, u"job"_s, ended ? momentData(start + ended) : QJsonObject());
    QCOMPARE(run.status(), u"COMPLETE"_s);
    run.wait(5000);
    QCOMPARE(workedFor(run.task(u"job"_s), run.now), took);
    QVERIFY(run.replayed() == run.state);
    qint64 before = 0;
    for (const Event &event : std::as_const(run.events))
        QVERIFY(event.time >= std::exchange(before, event.time));
}

void TestClusterRuns::whatAClusterKeepsBackIsForAPersonToMend()
{
    RunDriver run(one());
    run.start({.approve = ApproveMode::None});
    tell(run, u"waits"_s, true);
    run.wait(2000);
    run.record(EventType::WorkerBlocked, u"job"_s, {{u"reason"_s, u"held"_s}, {executorsOwn, QJsonObject{{u"job"_s, 7}, {u"waits"_s, true}}}});
    QCOMPARE(run.stateOf(u"job"_s), u"BLOCKED"_s);
    QCOMPARE(run.status(), u"WAITING"_s);
    QCOMPARE(openQuestions(run.plan, run.state).size(), 1);
    run.record(EventType::RunResumed, run.state.runId, {{u"approve"_s, u"ask"_s}});
    run.record(EventType::WorkerUnblocked, u"job"_s, {{u"by"_s, u"person"_s}});
    QCOMPARE(run.stateOf(u"job"_s), u"STARTING"_s);
    run.wait(5000);
    QCOMPARE(workedFor(run.task(u"job"_s), run.now), 0);
    run.begin(u"job"_s);
    run.wait(3000);
    QCOMPARE(workedFor(run.task(u"job"_s), run.now), 3000);
    run.complete(u"job"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    QCOMPARE(workedFor(run.task(u"job"_s), run.now + 1000), 3000);
    QVERIFY(run.replayed() == run.state);
    QVERIFY2(run.failures.isEmpty(), qPrintable(run.failures.join(u'\n')));
}

void TestClusterRuns::whatAClusterKeepsBackIsBlockedForSoLongOnly()
{
    RunDriver run(one([](Task &task) { task.timeoutBlocked.text = u"1m"_s; }));
    run.start({.approve = ApproveMode::Ask});
    tell(run, u"waits"_s, true);
    run.wait(3'600'000);
    run.record(EventType::WorkerBlocked, u"job"_s, {{u"reason"_s, u"held"_s}, {executorsOwn, QJsonObject{{u"job"_s, 7}, {u"waits"_s, true}}}});
    run.wait(59'000);
    QCOMPARE(run.stateOf(u"job"_s), u"BLOCKED"_s);
    run.wait(2000);
    QCOMPARE(run.stateOf(u"job"_s), u"FAILED"_s);
    QCOMPARE(workedFor(run.task(u"job"_s), run.now), 0);
    QCOMPARE(run.stopped, QStringList{u"job"_s});
}

QTEST_GUILESS_MAIN(TestClusterRuns)
#include "tst_clusterruns.moc"
