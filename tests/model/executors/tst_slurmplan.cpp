// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/journal.h"
#include "model/run/runrecord.h"
#include "tests/model/executors/slurmcluster.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace baton;
using namespace Qt::StringLiterals;

/// Whole plans, handed to a real Slurm cluster at once by the program itself, which is killed and comes back.
class TestSlurmPlan : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aBranchIsTakenAndAFailureTriedAgainWithNobodyWatching_data();
    void aBranchIsTakenAndAFailureTriedAgainWithNobodyWatching();
    void theStandardWorkflowGoesOnWithoutBatonThoughANodeIsLost();
    void whatStandsBehindAFailureDoesNotRunThoughItsDependencyIsFulfilled();
    void whatIsInterruptedIsLeftToTheCluster();
    void cancellingTakesTheWholePlanBack();
    void aPlanThatNoClusterCanCarryOutIsRefused();
    void commandsOfThisMachineGoWholeWhereTheRunDoes();

private:
    void write(const QByteArray &plan) const;
    std::unique_ptr<QProcess> baton(const QStringList &arguments) const;
    std::unique_ptr<QProcess> handOver() const { return baton({u"run"_s, m_dir->filePath(u"plan.baton.yaml"_s), u"--run-dir"_s, m_dir->filePath(u"run"_s), u"--whole-plan"_s, u"--trust"_s, u"--approve"_s, u"all"_s}); }
    void resume() const;
    bool isReleased() const { return contentsOf(u"run/jobs/plan.json"_s).contains(u"released"_s); }
    int jobs(const QString &state) const;
    bool become(int count, const QString &state, int milliseconds = 40'000) const;
    QString contentsOf(const QString &name) const;
    std::unique_ptr<RunRecord> record() const;
    TaskRun task(const RunRecord &record, const QString &id) const { return record.state().tasks.at(record.plan().indexOfTask(id)); }

    std::unique_ptr<test::SlurmCluster> m_cluster;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSlurmPlan::initTestCase()
{
    if (!QFile::exists(QCoreApplication::applicationDirPath() + u"/baton"_s))
        QSKIP("baton is not beside this test");
    m_cluster = std::make_unique<test::SlurmCluster>();
    if (const QString problem = m_cluster->up(); !problem.isEmpty())
        QSKIP(qPrintable(problem));
    qputenv("BATON_SLURM_PACE", "250");
}

void TestSlurmPlan::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("BATON_SLURM", "commands");
}

void TestSlurmPlan::write(const QByteArray &plan) const
{
    QFile file(m_dir->filePath(u"plan.baton.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(plan);
}

std::unique_ptr<QProcess> TestSlurmPlan::baton(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->start(QCoreApplication::applicationDirPath() + u"/baton"_s, arguments);
    process->waitForStarted();
    return process;
}

void TestSlurmPlan::resume() const
{
    const auto process = baton({u"run"_s, u"--resume"_s, m_dir->filePath(u"run"_s), u"--trust"_s});
    QVERIFY(process->waitForFinished(60'000));
    const QByteArray said = process->readAll();
    QVERIFY2(process->exitCode() == 0, said.constData());
}

/// Jobs of this test's plan that are in a state.
int TestSlurmPlan::jobs(const QString &state) const
{
    QSet<QString> ids;
    const QJsonObject known = QJsonDocument::fromJson(contentsOf(u"run/jobs/plan.json"_s).toUtf8())["jobs"_L1].toObject();
    for (const QJsonValue &id : known)
        ids.insert(QString::number(id.toInteger()));
    const QStringList all = m_cluster->jobs();
    return int(std::count_if(all.cbegin(), all.cend(), [&](const QString &job) {
        return ids.contains(job.section('|'_L1, 0, 0)) && job.section('|'_L1, 1, 1) == state;
    }));
}

/// By the clock: asking the cluster takes a while itself.
bool TestSlurmPlan::become(int count, const QString &state, int milliseconds) const
{
    QElapsedTimer clock;
    clock.start();
    while (jobs(state) != count) {
        if (clock.elapsed() > milliseconds) {
            qWarning("%s", qPrintable(m_cluster->jobs().join(u'\n')));
            return false;
        }
        QTest::qWait(100);
    }
    return true;
}

QString TestSlurmPlan::contentsOf(const QString &name) const
{
    QFile file(m_dir->filePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

std::unique_ptr<RunRecord> TestSlurmPlan::record() const
{
    auto record = RunRecord::open(m_dir->filePath(u"run"_s));
    return record ? std::move(*record) : nullptr;
}

void TestSlurmPlan::aBranchIsTakenAndAFailureTriedAgainWithNobodyWatching_data()
{
    QTest::addColumn<QString>("transport");
    QTest::newRow("commands") << u"commands"_s;
    QTest::newRow("rest") << u"rest"_s;
}

void TestSlurmPlan::aBranchIsTakenAndAFailureTriedAgainWithNobodyWatching()
{
    QFETCH(QString, transport);
    qputenv("BATON_SLURM", transport.toUtf8());
    write("baton: 1\nname: Branches\npersonas: [{id: worker}]\ntasks:\n"
          "  - id: ask\n    persona: worker\n    outcomes: [yes, no]\n    retry: {max: 1}\n"
          "    executor: {type: slurm, command: 'while [ ! -e go ]; do sleep 0.1; done; [ $BATON_ATTEMPT = 2 ] || exit 1; echo ''{\"outcome\": \"yes\"}'' > $BATON_RESULT'}\n"
          "  - id: taken\n    persona: worker\n    needs: [{task: ask, when: yes}]\n    deliverables: [taken.txt]\n    executor: {type: slurm, command: echo done > taken.txt}\n"
          "  - id: other\n    persona: worker\n    needs: [{task: ask, when: no}]\n    executor: {type: slurm, command: touch wrong}\n"
          "  - id: join\n    persona: worker\n    needs: [taken, other]\n    inputs: [taken.txt]\n    executor: {type: slurm, command: cat taken.txt > joined.txt}\n    evidence: [joined.txt]\n");
    const auto runner = handOver();
    QTRY_VERIFY2_WITH_TIMEOUT(isReleased(), runner->readAll().constData(), 20'000);
    ::kill(pid_t(runner->processId()), SIGKILL);
    QVERIFY(runner->waitForFinished());
    QFile go(m_dir->filePath(u"go"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QVERIFY(become(4, u"COMPLETED"_s, 40'000));
    QCOMPARE(contentsOf(u"joined.txt"_s), u"done\n"_s);
    resume();
    const auto record = this->record();
    QCOMPARE(record->state().status, RunStatus::Complete);
    QCOMPARE(record->state().refusedEvents, 0);
    QCOMPARE(task(*record, u"ask"_s).attempt, 2);
    QCOMPARE(task(*record, u"other"_s).state, TaskState::Skipped);
    QCOMPARE(task(*record, u"join"_s).evidence.size(), 1);
    QVERIFY(!QFile::exists(m_dir->filePath(u"wrong"_s)));
}

void TestSlurmPlan::theStandardWorkflowGoesOnWithoutBatonThoughANodeIsLost()
{
    write(test::standardWorkflow("slurm"));
    const auto runner = handOver();
    QTRY_VERIFY2_WITH_TIMEOUT(isReleased(), runner->readAll().constData(), 30'000);
    ::kill(pid_t(runner->processId()), SIGKILL);
    QVERIFY(runner->waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(contentsOf(u"where.feature-x"_s).endsWith('\n'_L1), 30'000);
    const QString node = contentsOf(u"where.feature-x"_s).trimmed().section(' '_L1, 1);
    QVERIFY(m_cluster->node(u"fail"_s, node));
    QVERIFY(become(15, u"COMPLETED"_s, 90'000));
    QVERIFY(m_cluster->node(u"start"_s, node));
    const qsizetype submitted = m_cluster->jobs().size();
    resume();
    const auto record = this->record();
    QCOMPARE(record->state().status, RunStatus::Complete);
    QCOMPARE(record->state().refusedEvents, 0);
    QCOMPARE(task(*record, u"feature-x"_s).attempt, 2);
    QCOMPARE(m_cluster->jobs().size(), submitted);
    for (const GateRun &gate : record->state().gates)
        QCOMPARE(gate.state, GateState::Passed);
    QCOMPARE(contentsOf(u"where.feature-x"_s).count('\n'_L1), 2);
    QCOMPARE(contentsOf(u"where.stream-merge"_s).count('\n'_L1), 1);
}

void TestSlurmPlan::whatStandsBehindAFailureDoesNotRunThoughItsDependencyIsFulfilled()
{
    write("baton: 1\nname: Behind\npersonas: [{id: worker}]\ntasks:\n"
          "  - id: first\n    persona: worker\n    executor: {type: slurm, command: 'while [ ! -e go ]; do sleep 0.1; done; exit 3'}\n"
          "  - id: second\n    persona: worker\n    needs: [first]\n    executor: {type: slurm, command: touch second}\n");
    const auto runner = handOver();
    QTRY_VERIFY2_WITH_TIMEOUT(isReleased(), runner->readAll().constData(), 20'000);
    ::kill(pid_t(runner->processId()), SIGKILL);
    QVERIFY(runner->waitForFinished());
    QFile go(m_dir->filePath(u"go"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QVERIFY(become(1, u"FAILED"_s));
    QVERIFY(become(1, u"COMPLETED"_s)); // It found that it is not its turn.
    QVERIFY(!QFile::exists(m_dir->filePath(u"second"_s)));
    const auto process = baton({u"run"_s, u"--resume"_s, m_dir->filePath(u"run"_s), u"--trust"_s});
    QVERIFY(process->waitForFinished(60'000));
    QVERIFY(!QFile::exists(m_dir->filePath(u"second"_s)));
    const auto record = this->record();
    QCOMPARE(record->state().status, RunStatus::Failed);
    QCOMPARE(task(*record, u"second"_s).state, TaskState::Pending);
}

void TestSlurmPlan::whatIsInterruptedIsLeftToTheCluster()
{
    write("baton: 1\nname: Leave\npersonas: [{id: worker}]\ntasks:\n"
          "  - id: first\n    persona: worker\n    executor: {type: slurm, command: 'touch begun; while [ ! -e go ]; do sleep 0.1; done'}\n"
          "  - id: second\n    persona: worker\n    needs: [first]\n    executor: {type: slurm, command: touch second}\n");
    const auto runner = handOver();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_dir->filePath(u"begun"_s)), 20'000);
    runner->terminate();
    QVERIFY(runner->waitForFinished(30'000));
    QCOMPARE(runner->exitCode(), 130);
    QFile go(m_dir->filePath(u"go"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QVERIFY(become(2, u"COMPLETED"_s, 20'000));
    QVERIFY(QFile::exists(m_dir->filePath(u"second"_s)));
    resume();
    QCOMPARE(task(*record(), u"first"_s).attempt, 1);
}

void TestSlurmPlan::cancellingTakesTheWholePlanBack()
{
    write("baton: 1\nname: Back\npersonas: [{id: worker}]\ntasks:\n"
          "  - id: first\n    persona: worker\n    executor: {type: slurm, command: 'touch begun; sleep 600'}\n"
          "  - id: second\n    persona: worker\n    needs: [first]\n    executor: {type: slurm, command: touch second}\n");
    const auto runner = handOver();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_dir->filePath(u"begun"_s)), 20'000);
    const auto first = baton({u"answer"_s, m_dir->filePath(u"run"_s), u"first"_s, u"cancel"_s});
    QVERIFY(first->waitForFinished());
    QVERIFY2(runner->waitForFinished(30'000), runner->readAll().constData());
    QCOMPARE(runner->exitCode(), 1);
    QVERIFY(become(0, u"RUNNING"_s, 10'000));
    QVERIFY(become(0, u"PENDING"_s, 10'000)); // cancelled, or told to stop
    QVERIFY(!QFile::exists(m_dir->filePath(u"second"_s)));
}

void TestSlurmPlan::aPlanThatNoClusterCanCarryOutIsRefused()
{
    write("baton: 1\nname: Here\npersonas: [{id: worker}]\ntasks:\n  - id: local\n    persona: worker\n    executor: {type: shell, command: 'true'}\n");
    const auto runner = handOver();
    QVERIFY(runner->waitForFinished());
    const QByteArray said = runner->readAll();
    QVERIFY2(runner->exitCode() == 2 && said.contains("No task of this plan can be handed to a cluster"), said.constData());
}

void TestSlurmPlan::commandsOfThisMachineGoWholeWhereTheRunDoes()
{
    write("baton: 1\nname: There\npersonas: [{id: worker}]\ntasks:\n"
          "  - {id: first, persona: worker, executor: {type: shell, command: 'echo $SLURM_JOB_ID > first'}}\n"
          "  - {id: second, persona: worker, needs: [first], executor: {type: shell, command: 'echo $SLURM_JOB_ID > second'}}\n"
          "  - {id: agent, persona: worker, needs: [second], executor: {type: agent, cli: custom, binary: 'true'}}\n");
    const QString file = m_dir->filePath(u"plan.baton.yaml"_s);
    const auto doctor = baton({u"doctor"_s, file, u"--on"_s, u"cluster"_s});
    QVERIFY(doctor->waitForFinished(30'000));
    const QByteArray report = doctor->readAll();
    QVERIFY2(report.contains("partitions: main") && report.contains("Started on this machine"), report.constData());

    const auto runner = baton({u"run"_s, file, u"--run-dir"_s, m_dir->filePath(u"run"_s), u"--whole-plan"_s, u"--on"_s, u"cluster"_s, u"--trust"_s, u"--approve"_s, u"all"_s});
    QVERIFY2(runner->waitForFinished(60'000), runner->readAll().constData());
    QVERIFY2(contentsOf(u"first"_s).toInt() > 0 && contentsOf(u"second"_s).toInt() > contentsOf(u"first"_s).toInt(), "they were no jobs");
    QVERIFY(contentsOf(u"run/events.jsonl"_s).contains(u"Started on this machine"_s));
    QVERIFY(become(2, u"COMPLETED"_s));
    const auto record = this->record();
    QCOMPARE(task(*record, u"first"_s).state, TaskState::Complete);
    QCOMPARE(task(*record, u"second"_s).state, TaskState::Complete);
    QVERIFY2(!task(*record, u"agent"_s).reason.contains(u"nothing to run"_s), qPrintable(task(*record, u"agent"_s).reason));
}

QTEST_GUILESS_MAIN(TestSlurmPlan)
#include "tst_slurmplan.moc"
