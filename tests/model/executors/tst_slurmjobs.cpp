// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/slurm/jobscript.h"
#include "model/executors/slurm/slurmaway.h"
#include "model/executors/slurm/slurmcommands.h"
#include "model/executors/slurm/slurmjob.h"
#include "model/executors/slurm/slurmrest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

/// What Baton and a cluster say to each other, without a cluster.
class TestSlurmJobs : public QObject
{
    Q_OBJECT

private slots:
    void everyStateMeansWhatTheTableSays_data();
    void everyStateMeansWhatTheTableSays();
    void aStateThatNobodyKnowsIsUnknownAndNoEnd();
    void theStatusIsReadAsWaitHasIt();
    void aJobIsKnownByItsComment();
    void commentsOfOthersAreNobodys_data();
    void commentsOfOthersAreNobodys();
    void resourcesAreReadFromTheFile();
    void resourcesThatAreNoneAreNamed_data();
    void resourcesThatAreNoneAreNamed();
    void theTimeoutOfATaskIsItsTimeLimit();
    void linesOfSqueueAreReadWhateverTheCommentHolds();
    void anAnswerOfSlurmrestdIsReadInBothShapes();
    void aSubmissionSaysNoMoreThanItMust();
    void newerVersionsWantTheEnvironmentAsAList();
    void aClusterThatIsAwayIsToldFromOneThatRefuses();
    void theEndOfATokenIsRead();
    void aScriptQuotesWhateverATaskIsCalled();
    void aJobThatIsToldToEndAsItsWorkEndsLeavesThatToTheCluster();
    void aPathThatSlurmWouldReadOtherwiseIsWrittenSoOrRefused();
};

void TestSlurmJobs::everyStateMeansWhatTheTableSays_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("means");
    const auto row = [](const char *state, const char *reason, const char *means) {
        QTest::addRow("%s %s", state, reason) << QString::fromLatin1(state) << QString::fromLatin1(reason) << QString::fromLatin1(means);
    };
    row("PENDING", "Dependency", "PENDING");
    for (const char *reason : {"None", "Priority", "Resources", "Licenses", "JobArrayTaskLimit", "BeginTime"})
        row("PENDING", reason, "READY");
    for (const char *reason : {"JobHeldUser", "JobHeldAdmin", "launch failed requeued held", "DependencyNeverSatisfied",
                               "PartitionConfig", "ReqNodeNotAvail, UnavailableNodes:wf1", "BadConstraints"})
        row("PENDING", reason, "BLOCKED");
    row("CONFIGURING", "None", "STARTING");
    row("RUNNING", "None", "ACTIVE");
    row("COMPLETING", "None", "ACTIVE");
    row("SUSPENDED", "None", "BLOCKED");
    row("STOPPED", "None", "BLOCKED");
    row("REQUEUE_HOLD", "None", "BLOCKED");
    row("SPECIAL_EXIT", "None", "BLOCKED");
    row("COMPLETED", "None", "COMPLETE");
    for (const char *state : {"FAILED", "TIMEOUT", "NODE_FAIL", "OUT_OF_MEMORY", "BOOT_FAIL", "DEADLINE", "PREEMPTED", "REVOKED", "CANCELLED"})
        row(state, "None", "FAILED");
}

void TestSlurmJobs::everyStateMeansWhatTheTableSays()
{
    QFETCH(QString, state);
    QFETCH(QString, reason);
    QFETCH(QString, means);
    const SlurmJobState job{.id = 1, .state = state, .reason = reason};
    QCOMPARE(nameOf(taskStateOf(job.stage())), means);
    QCOMPARE(job.hasEnded(), means == "COMPLETE"_L1 || means == "FAILED"_L1);
}

void TestSlurmJobs::aStateThatNobodyKnowsIsUnknownAndNoEnd()
{
    const SlurmJobState job{.id = 1, .state = u"TELEPORTING"_s};
    QCOMPARE(job.stage(), SlurmStage::Unknown);
    QVERIFY(!job.hasEnded());
    QCOMPARE((SlurmJobState{.id = 1, .state = u"CANCELLED by 1000"_s}).stage(), SlurmStage::Cancelled);
}

void TestSlurmJobs::theStatusIsReadAsWaitHasIt()
{
    QCOMPARE((SlurmJobState{.status = 768}).exitCode(), 3);
    QCOMPARE((SlurmJobState{.status = 0}).exitCode(), 0);
    QVERIFY(!(SlurmJobState{.status = 15}).exitCode());
    QVERIFY2(!(SlurmJobState{.reason = u"JobLaunchFailure"_s, .status = 4021}).exitCode(), "that is a Slurm error, no status");
}

void TestSlurmJobs::aJobIsKnownByItsComment()
{
    const SlurmIdentity who{slurmRunName(u"/somewhere/run 1"_s), RunFolder::fileNameOf(u"näht & stopft | \n #2"_s), u"2"_s, u"1768473000123"_s};
    const QString comment = who.comment();
    QVERIFY(!comment.contains('\n'_L1) && !comment.contains('|'_L1));
    QCOMPARE(SlurmIdentity::of(comment), std::optional(who));
    QVERIFY2(slurmRunName(u"/a/run"_s) != slurmRunName(u"/b/run"_s), "two runs of one name");
}

void TestSlurmJobs::commentsOfOthersAreNobodys_data()
{
    QTest::addColumn<QString>("comment");
    for (const auto &comment : {u""_s, u"(null)"_s, u"baton"_s, u"baton run=1 task=a attempt=1"_s, u"batten run=1 task=a attempt=1 start=2"_s,
                                u"baton task=a run=1 attempt=1 start=2"_s, u"baton run=1 task=a attempt=1 start=2 more"_s})
        QTest::addRow("%s", qPrintable(comment)) << comment;
}

void TestSlurmJobs::commentsOfOthersAreNobodys()
{
    QFETCH(QString, comment);
    QVERIFY(!SlurmIdentity::of(comment));
}

static PlanTask slurmTask(const QJsonObject &options)
{
    PlanTask task;
    task.id = u"build"_s;
    task.executor = {u"slurm"_s, options};
    return task;
}

void TestSlurmJobs::resourcesAreReadFromTheFile()
{
    const Result<SlurmNeeds> needs = slurmNeedsOf(slurmTask({{u"partition"_s, u"gpu"_s}, {u"cpus"_s, 2}, {u"memory"_s, u"4G"_s},
                                                             {u"time"_s, u"1.5h"_s}, {u"features"_s, QJsonArray{u"a100"_s, u"ssd"_s}}}));
    QVERIFY(needs.ok());
    QCOMPARE(*needs, (SlurmNeeds{u"gpu"_s, 2, 4096, 90, {u"a100"_s, u"ssd"_s}}));
    SlurmJob job{.name = u"build"_s, .comment = u"c"_s, .script = u"/s.sh"_s, .folder = u"/f"_s, .output = u"/o"_s, .needs = *needs, .after = {3, 4}, .held = true};
    const QStringList arguments = sbatchArguments(job);
    for (const auto &wanted : {u"--partition=gpu"_s, u"--cpus-per-task=2"_s, u"--mem=4096M"_s, u"--time=90"_s, u"--constraint=a100&ssd"_s,
                               u"--dependency=afterany:3:4"_s, u"--hold"_s, u"--no-requeue"_s})
        QVERIFY2(arguments.contains(wanted), qPrintable(wanted));
    QCOMPARE(arguments.last(), u"/s.sh"_s);
}

void TestSlurmJobs::resourcesThatAreNoneAreNamed_data()
{
    QTest::addColumn<QJsonObject>("options");
    QTest::addColumn<QString>("named");
    QTest::newRow("memory") << QJsonObject{{u"memory"_s, u"plenty"_s}} << u"plenty"_s;
    QTest::newRow("negative memory") << QJsonObject{{u"memory"_s, u"-4G"_s}} << u"-4G"_s;
    QTest::newRow("time") << QJsonObject{{u"time"_s, u"2-3 days"_s}} << u"2-3 days"_s;
    QTest::newRow("cpus") << QJsonObject{{u"cpus"_s, -1}} << u"-1"_s;
}

void TestSlurmJobs::resourcesThatAreNoneAreNamed()
{
    QFETCH(QJsonObject, options);
    QFETCH(QString, named);
    const Result<SlurmNeeds> needs = slurmNeedsOf(slurmTask(options));
    QVERIFY(!needs.ok());
    QVERIFY2(needs.error().message.contains(named) && needs.error().message.contains(u"build"_s), qPrintable(needs.error().message));
}

void TestSlurmJobs::theTimeoutOfATaskIsItsTimeLimit()
{
    PlanTask task = slurmTask({});
    task.timeouts.total = 90'500;
    QCOMPARE(slurmNeedsOf(task)->minutes, 2);
}

void TestSlurmJobs::linesOfSqueueAreReadWhateverTheCommentHolds()
{
    const QList<SlurmJobState> jobs = readSqueue("12|RUNNING|0|None|wf1|1|main|a|b|c|\n"
                                                 "garbage\n"
                                                 "x|RUNNING|0|None|wf1|0|main||\n"
                                                 "13|PENDING|0|Resources||0|main|(null)|\n"
                                                 "\xff\xfe|1|2|3|4|5|6|7|8\n");
    QCOMPARE(jobs.size(), 2);
    QCOMPARE(jobs.at(0), (SlurmJobState{12, u"RUNNING"_s, u"None"_s, 0, u"wf1"_s, 1, u"a|b|c"_s, u"main"_s}));
    QCOMPARE(jobs.at(1).id, 13);
}

void TestSlurmJobs::anAnswerOfSlurmrestdIsReadInBothShapes()
{
    const auto read = [](const char *text) { return readRestJobs(QJsonDocument::fromJson(text).object()); };
    const QList<SlurmJobState> old = read(R"({"jobs": [{"job_id": 7, "job_state": "FAILED", "state_reason": "NonZeroExitCode", "exit_code": 768,
                                              "nodes": "wf1", "restart_cnt": 1, "comment": "c"}, {"job_id": 0}, 4]})");
    const QList<SlurmJobState> newer = read(R"({"jobs": [{"job_id": 7, "job_state": ["FAILED"], "state_reason": "NonZeroExitCode",
        "exit_code": {"return_code": {"set": true, "number": 3}, "signal": {"id": {"set": false, "number": 0}}},
        "nodes": "wf1", "restart_cnt": {"set": true, "number": 1}, "comment": "c"}]})");
    QCOMPARE(old.size(), 1);
    QCOMPARE(old, newer);
    QCOMPARE(old.first().exitCode(), 3);
    QVERIFY(read("[]").isEmpty() && read("{\"jobs\": 3}").isEmpty());
}

void TestSlurmJobs::aSubmissionSaysNoMoreThanItMust()
{
    const SlurmJob job{.name = u"n"_s, .comment = u"c"_s, .folder = u"/f"_s, .output = u"/o"_s, .environment = {{u"PATH"_s, u"/bin"_s}}, .after = {3, 4}};
    const QJsonObject body = restJob(job, "#!/bin/sh\n", u"v0.0.38"_s);
    QCOMPARE(body["script"_L1].toString(), u"#!/bin/sh\n"_s);
    QStringList keys = body["job"_L1].toObject().keys();
    QCOMPARE(keys, (QStringList{u"comment"_s, u"current_working_directory"_s, u"dependency"_s, u"environment"_s, u"name"_s, u"requeue"_s,
                                u"standard_error"_s, u"standard_output"_s, u"tasks"_s}));
    QVERIFY2(!keys.contains(u"argv"_s), "it kills slurmrestd 22.05");
    QCOMPARE(body["job"_L1]["dependency"_L1].toString(), u"afterany:3,afterany:4"_s);
    QCOMPARE(body["job"_L1]["environment"_L1].toObject(), (QJsonObject{{u"PATH"_s, u"/bin"_s}}));
}

void TestSlurmJobs::newerVersionsWantTheEnvironmentAsAList()
{
    const SlurmJob job{.environment = {{u"PATH"_s, u"/bin"_s}}};
    QCOMPARE(restJob(job, {}, u"v0.0.39"_s)["job"_L1]["environment"_L1].toArray(), (QJsonArray{u"PATH=/bin"_s}));
}

void TestSlurmJobs::aClusterThatIsAwayIsToldFromOneThatRefuses()
{
    QVERIFY(isAwayMessage(u"sbatch: error: Batch job submission failed: Unable to contact slurm controller (connect failure)"_s));
    QVERIFY(isAwayMessage(u"sbatch: error: Batch job submission failed: Socket timed out on send/recv operation"_s));
    QVERIFY(!isAwayMessage(u"sbatch: error: Batch job submission failed: Invalid partition name specified"_s));
    QVERIFY(!isAwayMessage(u"sbatch: error: Batch job submission failed: Requested node configuration is not available"_s));
}

void TestSlurmJobs::theEndOfATokenIsRead()
{
    QCOMPARE(tokenEnd("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJleHAiOjE3OTUzNjU3NTEsInN1biI6InJvb3QifQ.c2ln"), 1795365751);
    QVERIFY(!tokenEnd("secret") && !tokenEnd("a.b.c") && !tokenEnd(""));
}

void TestSlurmJobs::aPathThatSlurmWouldReadOtherwiseIsWrittenSoOrRefused()
{
    QCOMPARE(outputPattern(u"/runs/50%j/x.out"_s), u"/runs/50%%j/x.out"_s);
    QVERIFY(outputProblem(u"/runs/50%j/x.out"_s).isEmpty());
    QVERIFY(outputProblem(u"/runs/a\\b/x.out"_s).contains(u"backslash"_s));
}

void TestSlurmJobs::aScriptQuotesWhateverATaskIsCalled()
{
    QTemporaryDir dir;
    QDir(dir.path()).mkpath(u"run 'x'/jobs"_s);
    QDir(dir.path()).mkpath(u"run 'x'/logs"_s);
    const RunFolder folder(dir.filePath(u"run 'x'"_s));
    TaskOrder order;
    order.id = u"a'; touch hurt; '"_s;
    order.workspace = dir.path();
    order.log = folder.logPath(order.id);
    order.environment = {{u"BATON_TASK"_s, order.id}};
    order.task.executor = {u"slurm"_s, {{u"command"_s, u"printf '%s' \"$BATON_TASK\"; exit 3"_s}, {u"env"_s, QJsonObject{{u"bad name;"_s, u"x"_s}, {u"BATON_TASK"_s, u"other"_s}}}}};
    const JobMarks marks(folder, u"label"_s);
    const Result<QByteArray> script = scriptFor(order, marks);
    QVERIFY(script.ok());
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, QString::fromUtf8(*script)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(marks.ended(), std::optional(3));
    QVERIFY(marks.started());
    QFile log(order.log);
    QVERIFY(log.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(log.readAll()), order.id);
    QCOMPARE(marks.logEnd(), log.size());
    QVERIFY(!QFile::exists(dir.filePath(u"hurt"_s)));
    shell.start(u"/bin/sh"_s, {u"-c"_s, QString::fromUtf8(*script)});
    QVERIFY(shell.waitForFinished());
    QVERIFY(log.seek(0));
    QCOMPARE(QString::fromUtf8(log.readAll()), order.id); // a copy that the cluster starts again does nothing
}

/// Clusters signal the processes of a job one after the other: its script may hear of it after its work has ended.
void TestSlurmJobs::aJobThatIsToldToEndAsItsWorkEndsLeavesThatToTheCluster()
{
    QTemporaryDir dir;
    QDir(dir.path()).mkpath(u"run/jobs"_s);
    QDir(dir.path()).mkpath(u"run/logs"_s);
    const RunFolder folder(dir.filePath(u"run"_s));
    TaskOrder order{.id = u"work"_s, .workspace = dir.path(), .log = folder.logPath(u"work"_s)};
    order.task.executor = {u"slurm"_s, {{u"command"_s, u"exit 0"_s}}};
    const JobMarks marks(folder, u"label"_s);
    const Result<QByteArray> script = scriptFor(order, marks);
    QVERIFY(script.ok());
    QProcess shell;
    // The moment in which it listens once more is when the signal comes.
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"sleep() { kill -TERM $$; }\n"_s + QString::fromUtf8(*script)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 143);
    QVERIFY(marks.started());
    QVERIFY(!marks.ended());
}

QTEST_GUILESS_MAIN(TestSlurmJobs)
#include "tst_slurmjobs.moc"
