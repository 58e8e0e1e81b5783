// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/slurm/slurmdoctor.h"
#include "model/executors/slurm/slurmtransport.h"
#include "model/run/loadplan.h"
#include "model/run/runner.h"
#include "model/storage/reader.h"
#include "tests/model/executors/slurmcluster.h"
#include "tests/support/plans.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

/// Tasks as jobs of a real Slurm cluster, which this program brings up and takes down.
class TestSlurmRun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aTaskRunsAsAJobAndItsFilesAreVerified_data();
    void aTaskRunsAsAJobAndItsFilesAreVerified();
    void jobsGetWhatTheFileAsksFor();
    void whatNoNodeHasIsRefused_data();
    void whatNoNodeHasIsRefused();
    void failuresAreToldAsOfLocalTasks();
    void whatSomebodyCancelsOnTheClusterIsNeverComplete();
    void cancellingReallyCancels_data();
    void cancellingReallyCancels();
    void aServiceThatIsAwayOrRefusesTheTokenIsNoAnswer_data();
    void aServiceThatIsAwayOrRefusesTheTokenIsNoAnswer();
    void bothWaysFindTheSameCluster();
    void aRunnerThatComesBackFindsItsJobs();
    void aLostNodeIsAnotherAttempt();
    void theStandardWorkflowEndsCompleteThoughANodeIsLost();

private:
    Task job(const QString &id, const QString &command, const QJsonObject &more = {}) const;
    void begin(const Contents &contents);
    void ends(RunStatus status, int milliseconds = 30'000);
    const TaskRun &task(const QString &id) const { return m_runner->state().tasks.at(m_runner->plan().indexOfTask(id)); }
    QString contentsOf(const QString &path) const;
    void touch(const QString &name) const { QVERIFY(QFile(m_dir->filePath(name)).open(QIODevice::WriteOnly)); }

    std::unique_ptr<test::SlurmCluster> m_cluster;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Runner> m_runner;
};

void TestSlurmRun::initTestCase()
{
    m_cluster = std::make_unique<test::SlurmCluster>();
    if (const QString problem = m_cluster->up(); !problem.isEmpty())
        QSKIP(qPrintable(problem));
    qputenv("BATON_SLURM_PACE", "250");
}

void TestSlurmRun::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("BATON_SLURM", "commands");
}

void TestSlurmRun::cleanup()
{
    m_runner.reset();
}

Task TestSlurmRun::job(const QString &id, const QString &command, const QJsonObject &more) const
{
    QJsonObject options = more;
    options.insert(u"command"_s, command);
    return Task{.id = id, .executor = {u"slurm"_s, options}};
}

void TestSlurmRun::begin(const Contents &contents)
{
    auto made = Runner::create(contents, "baton: 1\n", m_dir->filePath(u"plan.baton.yaml"_s), {.runDir = m_dir->filePath(u"run"_s), .approve = ApproveMode::All, .trusted = true});
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
    m_runner = std::move(*made);
    m_runner->start();
}

void TestSlurmRun::ends(RunStatus status, int milliseconds)
{
    const auto what = [this] {
        QStringList lines;
        for (int i = 0; i < m_runner->state().tasks.size(); ++i) {
            const TaskRun &run = m_runner->state().tasks.at(i);
            lines += u"%1 %2 %3 %4"_s.arg(m_runner->plan().tasks.at(i).id, nameOf(run.state), run.reason, run.place);
        }
        return lines.join('\n'_L1);
    };
    if (!QTest::qWaitFor([&] { return !m_runner->state().isRunning(); }, milliseconds))
        QFAIL(qPrintable(what()));
    QVERIFY2(m_runner->state().status == status, qPrintable(what()));
}

QString TestSlurmRun::contentsOf(const QString &path) const
{
    QFile file(QDir::isAbsolutePath(path) ? path : m_dir->filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestSlurmRun::aTaskRunsAsAJobAndItsFilesAreVerified_data()
{
    QTest::addColumn<QString>("transport");
    QTest::newRow("commands") << u"commands"_s;
    QTest::newRow("rest") << u"rest"_s;
}

void TestSlurmRun::aTaskRunsAsAJobAndItsFilesAreVerified()
{
    QFETCH(QString, transport);
    qputenv("BATON_SLURM", transport.toUtf8());
    qputenv("SECRET_OF_THE_USER", "yes");
    Contents contents;
    Task task = job(u"write it"_s, u"echo \"secret=$SECRET_OF_THE_USER token=$SLURM_REST_TOKEN\"; mkdir -p out; echo text > out/a.txt; "
                                    "echo '{\"event_type\": \"checkpoint\", \"data\": {\"checkpoint\": \"half\"}}' >> \"$BATON_EVENTS\"; "
                                    "echo '{\"outcome\": \"good\", \"usage\": {\"input_tokens\": 5, \"output_tokens\": 2}}' > \"$BATON_RESULT\""_s);
    task.evidence = {u"out/a.txt"_s};
    task.outcomes = {u"good"_s, u"bad"_s};
    test::add(contents, task);
    Task behind = job(u"behind"_s, u"cat out/a.txt"_s);
    behind.needs = {test::need(u"write it"_s, NeedType::Output)};
    test::add(contents, behind);
    begin(contents);
    ends(RunStatus::Complete);
    QCOMPARE(this->task(u"write it"_s).outcome, u"good"_s);
    QCOMPARE(this->task(u"write it"_s).usage.total(), 7);
    QCOMPARE(this->task(u"write it"_s).checkpoint, u"half"_s);
    QCOMPARE(this->task(u"write it"_s).evidence.size(), 1);
    QCOMPARE(contentsOf(m_runner->folder().logPath(u"write it"_s)), u"secret= token=\n"_s);
    QCOMPARE(contentsOf(m_runner->folder().logPath(u"behind"_s)), u"text\n"_s);
    QVERIFY(!m_cluster->jobs().filter(u"task=behind attempt=1"_s).isEmpty());
}

void TestSlurmRun::jobsGetWhatTheFileAsksFor()
{
    Contents contents;
    test::add(contents, job(u"look"_s, u"echo $SLURM_JOB_PARTITION $SLURM_CPUS_PER_TASK $SLURM_MEM_PER_NODE $SLURMD_NODENAME; squeue -h -j $SLURM_JOB_ID -o %l"_s,
                            {{u"partition"_s, u"main"_s}, {u"cpus"_s, 2}, {u"memory"_s, u"100M"_s}, {u"time"_s, u"90m"_s}, {u"features"_s, QJsonArray{u"wf2"_s}}}));
    begin(contents);
    ends(RunStatus::Complete);
    QCOMPARE(contentsOf(m_runner->folder().logPath(u"look"_s)), u"main 2 100 wf2\n1:30:00\n"_s);
}

void TestSlurmRun::whatNoNodeHasIsRefused_data()
{
    QTest::addColumn<QString>("transport");
    QTest::addColumn<QJsonObject>("options");
    for (const char *transport : {"commands", "rest"}) {
        QTest::addRow("partition, %s", transport) << QString::fromLatin1(transport) << QJsonObject{{u"partition"_s, u"nowhere"_s}};
        QTest::addRow("feature, %s", transport) << QString::fromLatin1(transport) << QJsonObject{{u"features"_s, QJsonArray{u"wings"_s}}};
    }
}

void TestSlurmRun::whatNoNodeHasIsRefused()
{
    QFETCH(QString, transport);
    QFETCH(QJsonObject, options);
    qputenv("BATON_SLURM", transport.toUtf8());
    Contents contents;
    test::add(contents, job(u"want"_s, u"true"_s, options));
    begin(contents);
    ends(RunStatus::Failed);
    QVERIFY2(task(u"want"_s).reason.contains(u"The cluster refused the job"_s), qPrintable(task(u"want"_s).reason));
}

void TestSlurmRun::failuresAreToldAsOfLocalTasks()
{
    Contents contents;
    test::add(contents, job(u"status"_s, u"echo well; echo badly >&2; exit 3"_s));
    test::add(contents, job(u"blocked"_s, u"echo nobody told me the password >&2; exit 75"_s));
    test::add(contents, job(u"signal"_s, u"kill -KILL $$"_s));
    test::add(contents, job(u"large"_s, u"exit 300"_s));
    test::add(contents, job(u"missing"_s, u"no-such-program"_s));
    Task task = job(u"empty"_s, u"true"_s);
    task.evidence = {u"promised.txt"_s};
    test::add(contents, task);
    begin(contents);
    QTRY_COMPARE_WITH_TIMEOUT(this->task(u"blocked"_s).state, TaskState::Blocked, 20'000);
    QCOMPARE(this->task(u"blocked"_s).reason, u"nobody told me the password"_s);
    for (const auto &id : {u"status"_s, u"signal"_s, u"large"_s, u"missing"_s, u"empty"_s})
        QTRY_COMPARE_WITH_TIMEOUT(this->task(id).state, TaskState::Failed, 20'000);
    QVERIFY2(this->task(u"status"_s).reason.contains(u"status 3. Its last words: badly"_s), qPrintable(this->task(u"status"_s).reason));
    QVERIFY2(this->task(u"signal"_s).reason.contains(u"signal 9"_s), qPrintable(this->task(u"signal"_s).reason));
    QVERIFY2(this->task(u"large"_s).reason.contains(u"status 44"_s), qPrintable(this->task(u"large"_s).reason)); // 8 bits
    QVERIFY2(this->task(u"missing"_s).reason.contains(u"status 127"_s) && this->task(u"missing"_s).reason.contains(u"not found"_s), qPrintable(this->task(u"missing"_s).reason));
    QVERIFY2(this->task(u"empty"_s).reason.contains(u"promised.txt"_s), qPrintable(this->task(u"empty"_s).reason));
}

/// Whatever its work made of the signal, and whoever heard it first.
void TestSlurmRun::whatSomebodyCancelsOnTheClusterIsNeverComplete()
{
    Contents contents;
    contents.info.maxConcurrent = 0;
    const QStringList commands{u"trap 'exit 0' TERM; sleep 600 & wait"_s, u"trap 'exit 3' TERM; sleep 600 & wait"_s, u"sleep 600"_s};
    for (int i = 0; i < 9; ++i)
        test::add(contents, job(u"job%1"_s.arg(i), commands.at(i % 3)));
    begin(contents);
    const auto all = [this](TaskState state) {
        const auto &tasks = m_runner->state().tasks;
        return std::all_of(tasks.cbegin(), tasks.cend(), [state](const TaskRun &task) { return task.state == state; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(all(TaskState::Active), 30'000);
    QStringList ids;
    for (const QString &line : m_cluster->jobs(m_dir->path()))
        ids += line.section('|'_L1, 0, 0);
    QCOMPARE(QProcess::execute(u"scancel"_s, ids), 0);
    QTRY_VERIFY_WITH_TIMEOUT(all(TaskState::Failed), 40'000);
    for (const TaskRun &task : m_runner->state().tasks)
        QVERIFY2(task.reason.contains(u"was cancelled on the cluster"_s), qPrintable(task.reason));
}

void TestSlurmRun::cancellingReallyCancels_data()
{
    QTest::addColumn<QString>("transport");
    QTest::addColumn<QString>("command");
    QTest::newRow("commands") << u"commands"_s << u"sleep 600"_s;
    QTest::newRow("rest") << u"rest"_s << u"sleep 600"_s;
    QTest::newRow("one that ends well when it is told to") << u"commands"_s << u"trap 'exit 0' TERM; while :; do sleep 0.1; done"_s;
    QTest::newRow("one that does not listen") << u"rest"_s << u"trap '' TERM; while :; do sleep 0.1; done"_s;
}

void TestSlurmRun::cancellingReallyCancels()
{
    QFETCH(QString, transport);
    QFETCH(QString, command);
    qputenv("BATON_SLURM", transport.toUtf8());
    Contents contents;
    test::add(contents, job(u"endless"_s, command));
    begin(contents);
    QTRY_COMPARE_WITH_TIMEOUT(task(u"endless"_s).state, TaskState::Active, 20'000);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->stop();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QCOMPARE(m_runner->state().status, RunStatus::Cancelled);
    // Whatever the job made of its signal, the task was cancelled; nothing of it is left.
    QCOMPARE(task(u"endless"_s).state, TaskState::Cancelled);
    const auto left = [this] {
        const QStringList jobs = m_cluster->jobs(m_dir->path());
        return jobs.isEmpty() || !jobs.filter(QRegularExpression(u"RUNNING|PENDING|COMPLETING"_s)).isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!left(), 20'000);
}

void TestSlurmRun::aServiceThatIsAwayOrRefusesTheTokenIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("says");
    QTest::newRow("away") << QByteArray("SLURM_REST_URL") << QByteArray("http://127.0.0.1:9") << u"http://127.0.0.1:9 does not answer"_s;
    QTest::newRow("bad token") << QByteArray("SLURM_REST_TOKEN") << QByteArray("none") << u"refuses the token in SLURM_REST_TOKEN"_s;
    // Signed with another key, for the year 2100.
    QTest::newRow("token of another cluster") << QByteArray("SLURM_REST_TOKEN") << QByteArray("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJleHAiOjQxMDI0NDQ4MDAsInN1biI6InJvb3QifQ.c2ln") << u"scontrol token"_s;
    // Of the year 2001.
    QTest::newRow("old token") << QByteArray("SLURM_REST_TOKEN") << QByteArray("eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjEwMDAwMDAwMDB9.c2ln") << u"The token in SLURM_REST_TOKEN has expired"_s;
    QTest::newRow("no slurmrestd") << QByteArray("SLURM_REST_API") << QByteArray("v0.0.1") << QString();
}

void TestSlurmRun::aServiceThatIsAwayOrRefusesTheTokenIsNoAnswer()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    QFETCH(QString, says);
    const QByteArray before = qgetenv(variable.constData());
    qputenv(variable.constData(), value);
    qputenv("BATON_SLURM", "rest");
    const Result<std::unique_ptr<SlurmTransport>> transport = makeSlurmTransport();
    qputenv(variable.constData(), before);
    QVERIFY(transport.ok());
    std::optional<Result<QList<SlurmJobState>>> answer;
    (*transport)->ask([&](const Result<QList<SlurmJobState>> &told) { answer = told; });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 30'000);
    QVERIFY2(!answer->ok(), "what did not answer was believed");
    QVERIFY2(answer->error().code != ErrorCode::Refused, "jobs would be given up for it");
    QVERIFY2(answer->error().message.contains(says), qPrintable(answer->error().message));
    QTemporaryFile script;
    QVERIFY(script.open() && script.write("#!/bin/sh\ntrue\n") > 0 && script.flush());
    std::optional<Result<qint64>> taken;
    (*transport)->submit({.name = u"x"_s, .comment = u"x"_s, .script = script.fileName(), .folder = m_dir->path(), .output = m_dir->filePath(u"x.out"_s), .environment = slurmEnvironment()},
                         [&](const Result<qint64> &told) { taken = told; });
    QTRY_VERIFY_WITH_TIMEOUT(taken.has_value(), 30'000);
    QVERIFY2(!taken->ok() && (variable == "SLURM_REST_API" || taken->error().code != ErrorCode::Refused), "a task would fail for it");
    QVERIFY2(taken->error().message.contains(says), qPrintable(taken->error().message));
}

void TestSlurmRun::bothWaysFindTheSameCluster()
{
    const QList<ClusterReport> clusters = findClusters();
    QCOMPARE(clusters.size(), 2);
    for (const ClusterReport &cluster : clusters) {
        QVERIFY2(cluster.answers(), qPrintable(cluster.problem));
        QCOMPARE(cluster.partitions.size(), 1);
        QCOMPARE(cluster.partitions.first().name, u"main"_s);
        QCOMPARE(cluster.partitions.first().nodes, 3);
        QCOMPARE(cluster.partitions.first().cpus, 4);
        QVERIFY(cluster.partitions.first().features.contains(u"wf2"_s));
    }
    Contents contents;
    test::add(contents, job(u"fits"_s, u"true"_s, {{u"cpus"_s, 4}, {u"features"_s, QJsonArray{u"wf1"_s}}}));
    QVERIFY(unmetNeeds(compile(contents)->tasks, clusters.first().partitions).isEmpty());
    test::add(contents, job(u"large"_s, u"true"_s, {{u"cpus"_s, 5}}));
    const QStringList unmet = unmetNeeds(compile(contents)->tasks, clusters.first().partitions);
    QCOMPARE(unmet.size(), 1);
    QVERIFY2(unmet.first().contains(u"large"_s), qPrintable(unmet.first()));
}

void TestSlurmRun::aRunnerThatComesBackFindsItsJobs()
{
    QFile file(m_dir->filePath(u"plan.baton.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("baton: 1\nname: Come back\ntasks:\n"
               "  - id: quick\n    executor: {type: slurm, command: \"while [ ! -e go ]; do sleep 0.1; done; echo x > quick.txt\"}\n    evidence: [quick.txt]\n"
               "  - id: slow\n    executor: {type: slurm, command: \"while [ ! -e later ]; do sleep 0.1; done\"}\n");
    file.close();
    const RunOptions options{.runDir = m_dir->filePath(u"run"_s), .approve = ApproveMode::None, .trusted = true};
    auto made = Runner::create(file.fileName(), options);
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
    m_runner = std::move(*made);
    m_runner->start();
    QTRY_COMPARE_WITH_TIMEOUT(task(u"slow"_s).state, TaskState::Active, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(task(u"quick"_s).state, TaskState::Active, 20'000);
    const qsizetype jobs = m_cluster->jobs().size();
    const RunFolder folder = m_runner->folder();
    m_runner.reset(); // As if it had been killed: nothing is ended or said.
    touch(u"go"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_cluster->jobs().filter(u"COMPLETED"_s).filter(u"task=quick"_s).size() == 1, 20'000);
    auto resumed = Runner::resume(folder.path(), {.trusted = true});
    QVERIFY2(resumed.ok(), resumed ? "" : qPrintable(resumed.error().message));
    m_runner = std::move(*resumed);
    m_runner->start();
    QTRY_COMPARE_WITH_TIMEOUT(task(u"quick"_s).state, TaskState::Complete, 20'000);
    QCOMPARE(task(u"slow"_s).state, TaskState::Active);
    touch(u"later"_s);
    ends(RunStatus::Complete);
    QCOMPARE(m_cluster->jobs().size(), jobs);
    QCOMPARE(task(u"quick"_s).attempt, 1);
}

void TestSlurmRun::aLostNodeIsAnotherAttempt()
{
    Contents contents;
    test::add(contents, job(u"work"_s, u"echo $SLURMD_NODENAME > node.$BATON_ATTEMPT; [ $BATON_ATTEMPT = 2 ] || sleep 600"_s));
    begin(contents);
    QTRY_COMPARE_WITH_TIMEOUT(task(u"work"_s).state, TaskState::Active, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(contentsOf(u"node.1"_s).endsWith('\n'_L1), 5000);
    const QString node = contentsOf(u"node.1"_s).trimmed();
    QVERIFY(m_cluster->node(u"fail"_s, node));
    ends(RunStatus::Complete);
    QCOMPARE(task(u"work"_s).attempt, 2);
    QVERIFY(contentsOf(u"node.2"_s).trimmed() != node);
    QVERIFY(m_cluster->node(u"start"_s, node));
}

/// The standard template, every task of it a job that writes what it promises.
static Contents standardWorkflow()
{
    const Result<Loaded> loaded = loadWorkflow(QStringLiteral(BATON_SOURCE_DIR "/resources/templates/standard-orchestration.baton.yaml"));
    Contents contents = loaded->contents;
    for (qsizetype i = 0; i < contents.tasks.size(); ++i) {
        auto task = std::make_shared<Task>(contents.tasks.at(i));
        QString command = u"echo $SLURMD_NODENAME >> where.$BATON_TASK; sleep 0.2; "_s;
        for (const QString &path : task->deliverables + task->evidence) {
            const QString file = path.endsWith('/'_L1) ? path + u"made"_s : path;
            command += u"mkdir -p $(dirname %1); echo $BATON_TASK > %1; "_s.arg(file);
        }
        if (task->verdict)
            command += u"echo '{\"verdict\": \"approved\", \"issues\": []}' > $BATON_RESULT; "_s;
        task->executor = {u"slurm"_s, {{u"command"_s, command}}};
        contents.tasks.replace(contents.tasks.keyAt(i), task);
    }
    return contents;
}

void TestSlurmRun::theStandardWorkflowEndsCompleteThoughANodeIsLost()
{
    Contents contents = standardWorkflow();
    for (qsizetype i = 0; i < contents.tasks.size(); ++i) {
        if (contents.tasks.at(i).id != "feature-x"_L1)
            continue;
        auto task = std::make_shared<Task>(contents.tasks.at(i));
        QJsonObject options = task->executor.options;
        options[u"command"_s] = u"echo $SLURMD_NODENAME > half-way; [ $BATON_ATTEMPT = 2 ] || sleep 600; "_s + options["command"_L1].toString();
        task->executor.options = options;
        contents.tasks.replace(contents.tasks.keyAt(i), task);
    }
    begin(contents);
    QTRY_VERIFY_WITH_TIMEOUT(contentsOf(u"half-way"_s).endsWith('\n'_L1), 30'000);
    const QString node = contentsOf(u"half-way"_s).trimmed();
    QVERIFY(m_cluster->node(u"fail"_s, node));
    ends(RunStatus::Complete, 60'000);
    QCOMPARE(task(u"feature-x"_s).attempt, 2);
    for (const GateRun &gate : m_runner->state().gates)
        QCOMPARE(gate.state, GateState::Passed);
    QVERIFY(m_cluster->node(u"start"_s, node));
}

QTEST_GUILESS_MAIN(TestSlurmRun)
#include "tst_slurmrun.moc"
