// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/runner.h"
#include "model/run/substate.h"
#include "tests/model/executors/slurmcluster.h"
#include "tests/support/plans.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

/// What goes wrong with clusters once in a blue moon, done on purpose by commands that only look like Slurm's.
class TestSlurmTrouble : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aClusterThatIsDownAtSubmitMakesTheTaskWaitAndSaySo();
    void aJobThatWasTakenWithoutAWordIsFoundByItsComment();
    void whatTheClusterRefusesIsAFailureInItsWords();
    void aClusterThatGoesDownDuringTheRunIsWaitedFor();
    void theMarksAreHeardWhileTheClusterIsDown();
    void aJobThatFailsBeforeItsFirstLineIsSubmittedAgain();
    void aJobThatNeverReachesItsFirstLineFailsInTheEnd();
    void aJobThatIsForgottenBeforeItBeganIsSubmittedAgain();
    void aJobThatIsForgottenWhileItRanIsAnotherAttempt();
    void aStateThatBatonDoesNotKnowIsSaidAndWaitedFor();
    void aHeldJobIsBlockedUntilSomebodyReleasesIt();
    void aRunOfWhichOnlyAHeldJobIsLeftWaitsForPeople();
    void aJobThatEndedInTimeIsNotLateWhenTheRunnerComesBack_data();
    void aJobThatEndedInTimeIsNotLateWhenTheRunnerComesBack();
    void aSuspendedJobIsBlockedUntilTheClusterResumesIt();
    void everyTroubleIsSaidOnTheCardAndTheRunGoesOnAfterAResume_data();
    void everyTroubleIsSaidOnTheCardAndTheRunGoesOnAfterAResume();
    void aJobThatEndedAndWasPurgedIsReadFromItsMarks();
    void aJobThatReplacesItsCommentIsNotLost();
    void whatWasCancelledByClosingBatonIsNoFailure();
    void anIdThatBelongsToAnotherJobNowIsNotBelieved();
    void theTimeLimitOfTheClusterIsAFailure();
    void aJobThatSomebodyCancelledIsAFailure();
    void stoppingDoesNotWaitForAClusterThatIsDown();
    void aJobOfAnEarlierRunnerIsTakenOver();
    void aStrayJobOfAnEarlierRunnerIsCancelled();
    void aRunWithoutAClusterSaysWhatIsMissing();

private:
    std::unique_ptr<Runner> runner(const QString &command = u"echo done"_s);
    void begin(const QString &command = u"echo done"_s);
    const TaskRun &task() const { return m_runner->state().tasks.at(0); }
    void resume();
    /// What stands on its card.
    QString card() const { return SubStates(m_runner->plan(), m_runner->state()).of(0).words(m_runner->state().now); }
    void touch(const QString &name) const { QVERIFY(QFile(m_dir->filePath(name)).open(QIODevice::WriteOnly)); }
    bool says(const QString &words) const { return task().place.contains(words); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::FakeSlurm> m_slurm;
    std::unique_ptr<Runner> m_runner;
    ApproveMode m_approve = ApproveMode::None;
    QByteArray m_timeout; ///< Of the task when the run is resumed; empty: it has none.
};

void TestSlurmTrouble::initTestCase()
{
    qputenv("BATON_SLURM", "commands");
    qputenv("BATON_SLURM_PACE", "50");
}

void TestSlurmTrouble::init()
{
    m_approve = ApproveMode::None;
    m_timeout.clear();
    m_dir = std::make_unique<QTemporaryDir>();
    m_slurm = std::make_unique<test::FakeSlurm>();
}

void TestSlurmTrouble::cleanup()
{
    m_runner.reset();
    m_slurm.reset();
}

std::unique_ptr<Runner> TestSlurmTrouble::runner(const QString &command)
{
    Contents contents;
    test::add(contents, Task{.id = u"work"_s, .executor = {u"slurm"_s, {{u"command"_s, command}}}});
    const QString file = m_dir->filePath(u"plan.baton.yaml"_s);
    auto made = Runner::create(contents, "baton: 1\nname: x\ntasks:\n  - id: work\n    executor: {type: slurm, command: \"" + command.toUtf8() + "\"}\n" +
                                   (m_timeout.isEmpty() ? QByteArray() : "    timeout: " + m_timeout + '\n'), file,
                               {.runDir = m_dir->filePath(u"run"_s), .approve = m_approve, .trusted = true});
    if (!made)
        qWarning("%s", qPrintable(made.error().message));
    return made ? std::move(*made) : nullptr;
}

void TestSlurmTrouble::begin(const QString &command)
{
    m_runner = runner(command);
    QVERIFY(m_runner);
    m_runner->start();
}

void TestSlurmTrouble::aClusterThatIsDownAtSubmitMakesTheTaskWaitAndSaySo()
{
    m_slurm->set(u"down"_s);
    begin();
    QTRY_VERIFY(says(u"does not take the job now"_s));
    QVERIFY2(says(u"Unable to contact slurm controller"_s), qPrintable(task().place));
    QCOMPARE(task().state, TaskState::Starting);
    m_slurm->clear(u"down"_s);
    QTRY_COMPARE(m_slurm->submitted(), 1);
    QTRY_VERIFY(says(u"waits in the queue of main (Resources)"_s));
    m_slurm->run(1);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(task().attempt, 1);
}

void TestSlurmTrouble::aJobThatWasTakenWithoutAWordIsFoundByItsComment()
{
    m_slurm->set(u"deaf"_s);
    begin();
    QTRY_VERIFY(says(u"waits in the queue of main"_s));
    QCOMPARE(m_slurm->submitted(), 1);
    m_slurm->run(1);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(m_slurm->submitted(), 1);
}

void TestSlurmTrouble::whatTheClusterRefusesIsAFailureInItsWords()
{
    m_slurm->set(u"refuse"_s, u"sbatch: error: Batch job submission failed: Invalid feature specification\n"_s);
    begin();
    QTRY_COMPARE(m_runner->state().status, RunStatus::Failed);
    QVERIFY2(task().reason.contains(u"Invalid feature specification"_s), qPrintable(task().reason));
}

void TestSlurmTrouble::aClusterThatGoesDownDuringTheRunIsWaitedFor()
{
    begin(u"while [ ! -e go ]; do sleep 0.02; done"_s);
    QTRY_COMPARE(m_slurm->submitted(), 1);
    m_slurm->run(1);
    QTRY_COMPARE(task().state, TaskState::Active);
    m_slurm->set(u"down"_s);
    QTRY_VERIFY(says(u"The cluster does not answer"_s));
    QCOMPARE(task().state, TaskState::Active);
    m_slurm->clear(u"down"_s);
    QTRY_VERIFY(says(u"runs on node1 (main)"_s));
    QVERIFY(QFile(m_dir->filePath(u"go"_s)).open(QIODevice::WriteOnly));
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
}

void TestSlurmTrouble::theMarksAreHeardWhileTheClusterIsDown()
{
    begin();
    QTRY_COMPARE(m_slurm->submitted(), 1);
    m_slurm->set(u"down"_s);
    m_slurm->run(1);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
}

void TestSlurmTrouble::aJobThatFailsBeforeItsFirstLineIsSubmittedAgain()
{
    begin();
    QTRY_COMPARE(m_slurm->submitted(), 1);
    m_slurm->become(1, u"FAILED"_s, u"NonZeroExitCode"_s, 512);
    QTRY_COMPARE(m_slurm->submitted(), 2);
    QVERIFY2(says(u"never reached its first line"_s), qPrintable(task().place));
    QCOMPARE(m_slurm->comment(1), m_slurm->comment(2));
    m_slurm->run(2);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(task().attempt, 1);
}

void TestSlurmTrouble::aJobThatNeverReachesItsFirstLineFailsInTheEnd()
{
    begin();
    for (int job = 1; job <= 3; ++job) {
        QTRY_COMPARE(m_slurm->submitted(), job);
        m_slurm->become(job, u"FAILED"_s, u"JobLaunchFailure"_s, 4021);
    }
    QTRY_COMPARE(m_runner->state().status, RunStatus::Failed);
    QVERIFY2(task().reason.contains(u"JobLaunchFailure"_s) && task().reason.contains(m_runner->runDir()), qPrintable(task().reason));
}

void TestSlurmTrouble::aJobThatIsForgottenBeforeItBeganIsSubmittedAgain()
{
    begin();
    QTRY_VERIFY(says(u"waits in the queue of main"_s));
    m_slurm->forget(1);
    QTRY_COMPARE(m_slurm->submitted(), 2);
    m_slurm->run(2);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
}

void TestSlurmTrouble::aJobThatIsForgottenWhileItRanIsAnotherAttempt()
{
    begin(u"[ $BATON_ATTEMPT = 2 ] || sleep 600"_s);
    QTRY_COMPARE(m_slurm->submitted(), 1);
    m_slurm->run(1);
    QTRY_COMPARE(task().state, TaskState::Active);
    m_slurm->kill(1);
    m_slurm->forget(1);
    QTRY_COMPARE(m_slurm->submitted(), 2);
    QCOMPARE(task().attempt, 2);
    m_slurm->run(2);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
}

void TestSlurmTrouble::aStateThatBatonDoesNotKnowIsSaidAndWaitedFor()
{
    begin();
    QTRY_COMPARE(m_slurm->submitted(), 1);
    m_slurm->become(1, u"TELEPORTING"_s);
    QTRY_VERIFY(says(u"a state that Baton does not know: TELEPORTING"_s));
    QCOMPARE(task().state, TaskState::Starting);
    m_slurm->run(1);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
}

void TestSlurmTrouble::aHeldJobIsBlockedUntilSomebodyReleasesIt()
{
    m_approve = ApproveMode::Ask;
    begin();
    QTRY_COMPARE(m_slurm->submitted(), 1);
    m_slurm->become(1, u"PENDING"_s, u"JobHeldAdmin"_s);
    QTRY_COMPARE(task().state, TaskState::Blocked);
    QVERIFY2(card().contains(u"scontrol release 1"_s), qPrintable(card()));
    QVERIFY(m_runner->state().isRunning()); // Somebody is there to be asked.

    // Who says that it is resolved, and did nothing, is told the same again.
    const qint64 seq = m_runner->state().seq;
    const Result<void> resolved = m_runner->answer(u"work"_s, Action::Resolve);
    QVERIFY2(resolved.ok(), resolved ? "" : qPrintable(resolved.error().message));
    QTRY_VERIFY(m_runner->state().seq >= seq + 2 && task().state == TaskState::Blocked);

    m_slurm->become(1, u"PENDING"_s, u"Resources"_s);
    QTRY_COMPARE(task().state, TaskState::Starting);
    QTRY_VERIFY(says(u"waits in the queue of main"_s));
    m_slurm->become(1, u"PENDING"_s, u"PartitionConfig"_s);
    QTRY_COMPARE(task().state, TaskState::Blocked);
    m_slurm->run(1); // The marks of a job that begins all the same are believed.
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(m_slurm->submitted(), 1);
    QCOMPARE(m_runner->state().refusedEvents, 0);
}

void TestSlurmTrouble::aRunOfWhichOnlyAHeldJobIsLeftWaitsForPeople()
{
    begin();
    QTRY_COMPARE(m_slurm->submitted(), 1);
    m_slurm->become(1, u"PENDING"_s, u"JobHeldUser"_s);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Waiting);
    QVERIFY(!m_slurm->isCancelled(1));
    resume(); // Nothing was done about it.
    QTRY_VERIFY(m_runner->state().isRunning());
    QTRY_COMPARE(m_runner->state().status, RunStatus::Waiting);
    m_slurm->run(1);
    QTRY_VERIFY(!QDir(m_runner->runDir() + u"/jobs"_s).entryList({u"*.ended"_s}).isEmpty());
    resume();
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(m_slurm->submitted(), 1);
    QCOMPARE(task().attempt, 1);
}

void TestSlurmTrouble::aJobThatEndedInTimeIsNotLateWhenTheRunnerComesBack_data()
{
    QTest::addColumn<bool>("isActive"); // Whether the journal knows that it has begun.
    QTest::addColumn<bool>("isSuspended");
    QTest::newRow("seen running") << true << false;
    QTest::newRow("seen in the queue") << false << false;
    QTest::newRow("seen suspended") << true << true;
}

void TestSlurmTrouble::aJobThatEndedInTimeIsNotLateWhenTheRunnerComesBack()
{
    QFETCH(bool, isActive);
    QFETCH(bool, isSuspended);
    m_timeout = "10ms"; // Over long before anybody comes back.
    begin(u"while [ ! -e go ]; do sleep 0.02; done"_s);
    QTRY_VERIFY(says(u"waits in the queue of main"_s));
    if (isActive) {
        m_slurm->run(1);
        QTRY_COMPARE(task().state, TaskState::Active);
    }
    if (isSuspended) {
        m_slurm->become(1, u"SUSPENDED"_s);
        QTRY_COMPARE(task().state, TaskState::Blocked);
    }
    const QString dir = m_runner->runDir();
    m_runner.reset();
    touch(u"go"_s);
    if (!isActive)
        m_slurm->run(1);
    QTRY_VERIFY(!QDir(dir + u"/jobs"_s).entryList({u"*.ended"_s}).isEmpty());
    m_slurm->become(1, u"COMPLETED"_s);
    auto resumed = Runner::resume(dir, {.trusted = true});
    QVERIFY(resumed.ok());
    m_runner = std::move(*resumed);
    m_runner->start();
    QTRY_VERIFY(!m_runner->state().isRunning());
    QVERIFY2(m_runner->state().status == RunStatus::Complete, qPrintable(task().reason));
    const TaskRun &run = task();
    const qint64 ended = QFileInfo(dir + u"/jobs/"_s + QDir(dir + u"/jobs"_s).entryList({u"*.ended"_s}).first()).lastModified().toMSecsSinceEpoch();
    QCOMPARE(run.endedAt, ended); // not when somebody looked
    QCOMPARE(m_slurm->submitted(), 1);
    QCOMPARE(task().attempt, 1);
}

void TestSlurmTrouble::aSuspendedJobIsBlockedUntilTheClusterResumesIt()
{
    begin(u"while [ ! -e go ]; do sleep 0.02; done"_s);
    QTRY_COMPARE(m_slurm->submitted(), 1);
    m_slurm->run(1);
    QTRY_COMPARE(task().state, TaskState::Active);
    m_slurm->become(1, u"SUSPENDED"_s);
    QTRY_COMPARE(task().state, TaskState::Blocked);
    QVERIFY2(card().contains(u"Job 1 is suspended on node1"_s) && card().contains(u"scontrol resume 1"_s), qPrintable(card()));
    const Result<void> resolved = m_runner->answer(u"work"_s, Action::Resolve);
    QVERIFY2(!resolved && resolved.error().message.contains(u"waits for its cluster"_s), "a person cannot resume it");
    m_slurm->become(1, u"RUNNING"_s);
    QTRY_COMPARE(task().state, TaskState::Active);
    QTRY_VERIFY(says(u"runs on node1 (main)"_s));
    touch(u"go"_s);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(task().attempt, 1);
}

/// As if the runner had been killed, and another goes on.
void TestSlurmTrouble::resume()
{
    const QString dir = m_runner->runDir();
    m_runner.reset();
    auto resumed = Runner::resume(dir, {.trusted = true});
    QVERIFY2(resumed.ok(), resumed ? "" : qPrintable(resumed.error().message));
    m_runner = std::move(*resumed);
    m_runner->start();
}

void TestSlurmTrouble::everyTroubleIsSaidOnTheCardAndTheRunGoesOnAfterAResume_data()
{
    QTest::addColumn<QString>("trouble"); // Of what is down, or the state that the job has.
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("hasBegun");
    QTest::addColumn<QString>("says");
    QTest::addColumn<int>("attempts");
    QTest::newRow("down at submit") << u"down at once"_s << QString() << false << u"The cluster does not take the job now: sbatch: error: Unable to contact slurm controller"_s << 1;
    QTest::newRow("down during the run") << u"down"_s << QString() << true << u"The cluster does not answer: squeue: error: Unable to contact slurm controller"_s << 1;
    QTest::newRow("forgotten before it began") << u"forgotten"_s << QString() << false << u"never reached its first line (the cluster has forgotten job 1). It is submitted again"_s << 1;
    QTest::newRow("forgotten while it ran") << u"forgotten"_s << QString() << true << QString() << 2;
    QTest::newRow("unknown state") << u"TELEPORTING"_s << u"None"_s << true << u"is in a state that Baton does not know: TELEPORTING. It is waited for; “squeue -j 1” says more"_s << 1;
    QTest::newRow("held") << u"PENDING"_s << u"JobHeldUser"_s << false << u"Release it with “scontrol release 1”"_s << 1;
    QTest::newRow("stranded by a controller that crashed") << u"PENDING"_s << u"launch failed requeued held"_s << false << u"Release it with “scontrol release 1”"_s << 1;
    QTest::newRow("fits no node") << u"PENDING"_s << u"PartitionConfig"_s << false << u"Change what it asks for, or wait for the nodes"_s << 1;
    QTest::newRow("suspended") << u"SUSPENDED"_s << u"None"_s << true << u"scontrol resume 1"_s << 1;
}

void TestSlurmTrouble::everyTroubleIsSaidOnTheCardAndTheRunGoesOnAfterAResume()
{
    QFETCH(QString, trouble);
    QFETCH(QString, reason);
    QFETCH(bool, hasBegun);
    QFETCH(QString, says);
    QFETCH(int, attempts);
    if (trouble == "down at once"_L1)
        m_slurm->set(u"down"_s);
    begin(u"[ $BATON_ATTEMPT = 2 ] || while [ ! -e go ]; do sleep 0.02; done"_s);
    if (trouble != "down at once"_L1)
        QTRY_VERIFY(this->says(u"waits in the queue of main"_s));
    if (hasBegun)
        m_slurm->run(1);
    QTRY_COMPARE(task().state, hasBegun ? TaskState::Active : TaskState::Starting);
    if (trouble == "down"_L1)
        m_slurm->set(u"down"_s);
    else if (trouble == "forgotten"_L1)
        m_slurm->kill(1), m_slurm->forget(1);
    else if (trouble != "down at once"_L1)
        m_slurm->become(1, trouble, reason);
    if (!says.isEmpty())
        QTRY_VERIFY2(card().contains(says), qPrintable(card()));

    resume();
    if (trouble.startsWith("down"_L1)) { // It still is; the run that goes on says so too.
        QTRY_VERIFY2(card().contains(u"The cluster does not"_s), qPrintable(card()));
        m_slurm->clear(u"down"_s);
    }
    if (hasBegun && trouble != "forgotten"_L1) {
        m_slurm->become(1, u"RUNNING"_s);
        QTRY_VERIFY2(this->says(u"runs on node1"_s), qPrintable(card()));
        QCOMPARE(task().state, TaskState::Active);
    } else {
        const int again = trouble == "forgotten"_L1 ? 2 : 1;
        QTRY_COMPARE(m_slurm->submitted(), again);
        m_slurm->run(again);
    }
    touch(u"go"_s);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(task().attempt, attempts);
}

void TestSlurmTrouble::aJobThatEndedAndWasPurgedIsReadFromItsMarks()
{
    begin();
    QTRY_VERIFY(says(u"waits in the queue of main"_s));
    const QString dir = m_runner->runDir();
    m_runner.reset();
    m_slurm->run(1);
    QTRY_VERIFY(!QDir(dir + u"/jobs"_s).entryList({u"*.ended"_s}).isEmpty());
    m_slurm->forget(1);
    auto resumed = Runner::resume(dir, {.trusted = true});
    QVERIFY(resumed.ok());
    m_runner = std::move(*resumed);
    m_runner->start();
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(m_slurm->submitted(), 1);
    QCOMPARE(task().attempt, 1);
}

void TestSlurmTrouble::aJobThatReplacesItsCommentIsNotLost()
{
    begin(u"while [ ! -e go ]; do sleep 0.02; done"_s);
    QTRY_COMPARE(m_slurm->submitted(), 1);
    m_slurm->run(1);
    QTRY_COMPARE(task().state, TaskState::Active);
    m_slurm->set(u"1.comment"_s, u"half way\n"_s);
    m_slurm->become(1, u"SUSPENDED"_s);
    QTRY_COMPARE(task().state, TaskState::Blocked); // It is known all the same.
    m_slurm->become(1, u"RUNNING"_s);
    QTRY_COMPARE(task().state, TaskState::Active);
    touch(u"go"_s);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(m_slurm->submitted(), 1);
}

void TestSlurmTrouble::whatWasCancelledByClosingBatonIsNoFailure()
{
    begin(u"while [ ! -e go ]; do sleep 0.02; done"_s);
    QTRY_COMPARE(m_slurm->submitted(), 1);
    m_slurm->run(1);
    QTRY_COMPARE(task().state, TaskState::Active);
    m_runner->interrupt();
    QTRY_VERIFY(m_slurm->isCancelled(1));
    m_slurm->kill(1);
    resume(); // before the first runner has heard what became of it
    QTRY_COMPARE(m_slurm->submitted(), 2);
    touch(u"go"_s);
    m_slurm->run(2);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(task().attempt, 1);
}

void TestSlurmTrouble::anIdThatBelongsToAnotherJobNowIsNotBelieved()
{
    begin();
    QTRY_VERIFY(says(u"waits in the queue of main"_s));
    m_slurm->set(u"1.comment"_s, u"somebody else's\n"_s);
    m_slurm->become(1, u"COMPLETED"_s);
    QTRY_COMPARE(m_slurm->submitted(), 2);
    QVERIFY(!m_slurm->isCancelled(1));
    m_slurm->run(2);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
}

void TestSlurmTrouble::theTimeLimitOfTheClusterIsAFailure()
{
    begin(u"sleep 600"_s);
    QTRY_COMPARE(m_slurm->submitted(), 1);
    m_slurm->run(1);
    QTRY_COMPARE(task().state, TaskState::Active);
    m_slurm->kill(1);
    m_slurm->become(1, u"TIMEOUT"_s, u"TimeLimit"_s, 15);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Failed);
    QVERIFY2(task().reason.contains(u"time limit"_s), qPrintable(task().reason));
}

void TestSlurmTrouble::aJobThatSomebodyCancelledIsAFailure()
{
    begin(u"sleep 600"_s);
    QTRY_COMPARE(m_slurm->submitted(), 1);
    m_slurm->run(1);
    QTRY_COMPARE(task().state, TaskState::Active);
    m_slurm->kill(1);
    m_slurm->become(1, u"CANCELLED"_s, u"None"_s, 15);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Failed);
    QVERIFY2(task().reason.contains(u"was cancelled on the cluster"_s), qPrintable(task().reason));
}

void TestSlurmTrouble::stoppingDoesNotWaitForAClusterThatIsDown()
{
    begin(u"touch ran"_s);
    QTRY_VERIFY(says(u"waits in the queue of main"_s));
    m_slurm->set(u"down"_s);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->stop();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_runner->state().status, RunStatus::Cancelled);
    m_slurm->run(1); // The cluster starts it later all the same.
    QTest::qWait(0);
    QVERIFY(!QFile::exists(m_dir->filePath(u"ran"_s)));
}

void TestSlurmTrouble::aJobOfAnEarlierRunnerIsTakenOver()
{
    begin(u"while [ ! -e go ]; do sleep 0.02; done"_s);
    QTRY_COMPARE(m_slurm->submitted(), 1);
    m_slurm->run(1);
    QTRY_COMPARE(task().state, TaskState::Active);
    const QString dir = m_runner->runDir();
    m_runner.reset();
    auto resumed = Runner::resume(dir, {.trusted = true});
    QVERIFY2(resumed.ok(), resumed ? "" : qPrintable(resumed.error().message));
    m_runner = std::move(*resumed);
    m_runner->start();
    QTRY_VERIFY(says(u"runs on node1 (main)"_s));
    QVERIFY(QFile(m_dir->filePath(u"go"_s)).open(QIODevice::WriteOnly));
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(m_slurm->submitted(), 1);
    QCOMPARE(task().attempt, 1);
}

void TestSlurmTrouble::aStrayJobOfAnEarlierRunnerIsCancelled()
{
    begin();
    QTRY_COMPARE(m_slurm->submitted(), 1);
    QTRY_VERIFY(says(u"waits in the queue of main"_s));
    // As if an earlier runner had been killed between giving a start up and cancelling its job.
    const QString stray = QString(m_slurm->comment(1)).replace(u"attempt=1"_s, u"attempt=7"_s);
    m_slurm->set(u"99.comment"_s, stray + '\n'_L1);
    m_slurm->become(99, u"RUNNING"_s);
    const QString dir = m_runner->runDir();
    m_runner.reset();
    auto resumed = Runner::resume(dir, {.trusted = true});
    QVERIFY(resumed.ok());
    m_runner = std::move(*resumed);
    m_runner->start();
    QTRY_VERIFY(m_slurm->isCancelled(99));
    QVERIFY(!m_slurm->isCancelled(1));
    m_slurm->run(1);
    QTRY_COMPARE(m_runner->state().status, RunStatus::Complete);
}

void TestSlurmTrouble::aRunWithoutAClusterSaysWhatIsMissing()
{
    qputenv("BATON_SLURM", "rest");
    qunsetenv("SLURM_REST_URL");
    begin();
    QTRY_COMPARE(m_runner->state().status, RunStatus::Failed);
    QVERIFY2(task().reason.contains(u"SLURM_REST_URL"_s), qPrintable(task().reason));
    qputenv("BATON_SLURM", "commands");
}

QTEST_GUILESS_MAIN(TestSlurmTrouble)
#include "tst_slurmtrouble.moc"
