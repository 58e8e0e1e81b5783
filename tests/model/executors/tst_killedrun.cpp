// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/journal.h"
#include "model/run/loadplan.h"
#include "model/run/runrecord.h"
#include "model/run/supervisorclient.h"

#include "tests/support/seed.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace baton;
using namespace Qt::StringLiterals;

/// A runner that is killed, again and again, while real commands run.
class TestKilledRun : public QObject
{
    Q_OBJECT

private slots:
    void everyTaskRunsToCompletionExactlyOnceAndEndsLikeAnUndisturbedRun();
    void inWorktreesNothingIsLostAndTheCheckoutIsNotTouched();
    void aRunOutlivesItsRunnerAndIsTakenOver();

private:
    static constexpr int tasks = 12;
    /// BATON_KILLS asks for more than the quick suite has time for.
    const int kills = qMax(60, qEnvironmentVariableIntValue("BATON_KILLS"));

    /// Each task takes a moment, writes its evidence, and says on one line of `done` that it ran to completion.
    static void writePlan(const QString &path);
    static std::unique_ptr<QProcess> startRunner(const QTemporaryDir &dir);
    static QByteArray contentsOf(const QString &path);
    static QByteArray git(const QString &folder, const QStringList &arguments);
    /// Kills the runner at random moments until \a kills have been, and then lets it come to its end.
    static void driveToItsEnd(const QTemporaryDir &dir, QRandomGenerator &random, int kills);
    /// What is left of a run when all is over, without its times.
    static QStringList endOf(const RunState &state);
};

void TestKilledRun::writePlan(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("baton: 1\nname: Kill me\nsettings: {max_concurrent: 3}\ntasks:\n");
    for (int i = 0; i < tasks; ++i) {
        const QByteArray id = "t" + QByteArray::number(i);
        file.write("  - id: " + id + "\n    evidence: [out/" + id + ".txt]\n");
        if (i >= 3)
            file.write("    needs: [t" + QByteArray::number(i - 3) + "]\n");
        file.write("    executor: {type: shell, command: \"mkdir -p out; echo '{\\\"event_type\\\":\\\"usage\\\",\\\"data\\\":{\\\"input_tokens\\\":1}}' >> $BATON_EVENTS; "
                   "sleep 0.04; echo $BATON_ATTEMPT > out/" + id + ".txt; echo " + id + " >> done\"}\n");
    }
}

std::unique_ptr<QProcess> TestKilledRun::startRunner(const QTemporaryDir &dir)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationDirPath() + u"/runnerprocess"_s, {dir.filePath(u"plan.baton.yaml"_s), dir.filePath(u"run"_s)});
    return process;
}

QByteArray TestKilledRun::contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList TestKilledRun::endOf(const RunState &state)
{
    QStringList lines{nameOf(state.status), QString::number(state.usage.total())};
    for (const TaskRun &task : state.tasks) {
        QString line = u"%1 %2 %3 %4"_s.arg(nameOf(task.state), task.outcome).arg(task.attempt).arg(task.usage.total());
        for (const VerifiedFile &file : task.evidence)
            line += u" %1 %2 %3"_s.arg(file.path, file.sha256).arg(file.bytes);
        lines += line;
    }
    return lines;
}

void TestKilledRun::everyTaskRunsToCompletionExactlyOnceAndEndsLikeAnUndisturbedRun()
{
    QStringList undisturbed;
    {
        QTemporaryDir dir;
        writePlan(dir.filePath(u"plan.baton.yaml"_s));
        const auto runner = startRunner(dir);
        QVERIFY(runner->waitForFinished(60'000));
        const auto record = RunRecord::open(dir.filePath(u"run"_s));
        QVERIFY(record.ok());
        undisturbed = endOf((*record)->state());
    }
    QRandomGenerator random(test::newSeed());
    int done = 0;
    int runs = 0;
    for (; done < kills; ++runs) {
        QTemporaryDir dir;
        writePlan(dir.filePath(u"plan.baton.yaml"_s));
        const RunFolder folder(dir.filePath(u"run"_s));
        QByteArray before;
        for (bool ended = false; !ended;) {
            const auto runner = startRunner(dir);
            QVERIFY(runner->waitForStarted());
            // A process that is not killed any more drives the run to its end.
            const int patience = done < kills ? random.bounded(5, 220) : 60'000;
            ended = runner->waitForFinished(patience);
            if (!ended) {
                ::kill(pid_t(runner->processId()), SIGKILL);
                runner->waitForFinished();
                ++done;
            } else {
                QCOMPARE(runner->exitCode(), 0);
            }
            // Nothing that was in the journal is lost, and what is in it is whole but for the event being written.
            const QByteArray now = contentsOf(folder.journalPath());
            const QByteArray kept = before.first(before.lastIndexOf('\n') + 1);
            QVERIFY(now.startsWith(kept));
            if (!now.isEmpty()) {
                const Result<Journal> journal = readJournal(folder.journalPath());
                QVERIFY(journal.ok());
                QVERIFY2(!journal->damage(), "the journal is damaged");
                QVERIFY(journal->problems.size() <= 1);
            }
            before = now;
        }
        QList<QByteArray> lines = contentsOf(dir.filePath(u"done"_s)).trimmed().split('\n');
        QCOMPARE(lines.size(), tasks);
        std::sort(lines.begin(), lines.end());
        QVERIFY2(std::adjacent_find(lines.begin(), lines.end()) == lines.end(), "a task ran twice");
        const auto record = RunRecord::open(folder.path());
        QVERIFY(record.ok());
        QCOMPARE((*record)->state().status, RunStatus::Complete);
        QCOMPARE((*record)->state().refusedEvents, 0);
        for (const TaskRun &task : (*record)->state().tasks) {
            QCOMPARE(task.state, TaskState::Complete);
            QCOMPARE(task.attempt, 1);
            QCOMPARE(task.usage.inputTokens, 1);
            QCOMPARE(task.evidence.size(), 1);
        }
        QCOMPARE(endOf((*record)->state()), undisturbed);
        QTRY_VERIFY_WITH_TIMEOUT(!isSupervised(folder), 10'000);
    }
    qInfo("%d kills in %d runs", done, runs);
}

QByteArray TestKilledRun::git(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=Ann"_s, u"-c"_s, u"user.email=ann@example.org"_s} + arguments);
    process.waitForFinished();
    return process.exitCode() == 0 ? process.readAllStandardOutput().trimmed() : "failed: " + process.readAllStandardError();
}

void TestKilledRun::driveToItsEnd(const QTemporaryDir &dir, QRandomGenerator &random, int kills)
{
    for (bool ended = false; !ended;) {
        const auto runner = startRunner(dir);
        QVERIFY(runner->waitForStarted());
        const int patience = kills-- > 0 ? random.bounded(5, 400) : 60'000;
        ended = runner->waitForFinished(patience);
        if (ended) {
            QCOMPARE(runner->exitCode(), 0);
            break;
        }
        ::kill(pid_t(runner->processId()), SIGKILL);
        runner->waitForFinished();
    }
}

void TestKilledRun::inWorktreesNothingIsLostAndTheCheckoutIsNotTouched()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
        QSKIP("git is not installed");
    constexpr int runs = 3;
    constexpr int killsOfARun = 7;
    QRandomGenerator random(test::newSeed());
    for (int run = 0; run < runs; ++run) {
        QTemporaryDir dir;
        QFile plan(dir.filePath(u"plan.baton.yaml"_s));
        QVERIFY(plan.open(QIODevice::WriteOnly));
        // Two chains that an integration brings together; each task adds a line to the work of the one before it.
        plan.write("baton: 1\nname: Kill me\nsettings: {max_concurrent: 3, workspace: worktree}\ntasks:\n");
        const auto write = [&](const QByteArray &id, const QByteArray &needs, const QByteArray &file) {
            plan.write("  - {id: " + id + ", needs: [" + needs + "], executor: {type: shell, command: \"sleep 0.03; echo " + id + " >> " + file + "\"}}\n");
        };
        write("a1", "", "a.txt");
        write("a2", "a1", "a.txt");
        write("b1", "", "b.txt");
        write("b2", "b1", "b.txt");
        plan.write("  - {id: join, kind: integrate, needs: [a2, b2], executor: {type: shell, command: \"cat a.txt b.txt > all.txt\"}}\n");
        plan.close();
        QFile note(dir.filePath(u"note.txt"_s));
        QVERIFY(note.open(QIODevice::WriteOnly) && note.write("mine\n") > 0);
        note.close();
        git(dir.path(), {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
        git(dir.path(), {u"add"_s, u"plan.baton.yaml"_s});
        git(dir.path(), {u"commit"_s, u"-q"_s, u"-m"_s, u"start"_s});
        const QByteArray commit = git(dir.path(), {u"rev-parse"_s, u"HEAD"_s});
        // The run folder is beside what is checked out, so that it does not show there.
        driveToItsEnd(dir, random, killsOfARun);
        const auto record = RunRecord::open(dir.filePath(u"run"_s));
        QVERIFY(record.ok());
        QCOMPARE((*record)->state().status, RunStatus::Complete);
        for (const TaskRun &task : (*record)->state().tasks)
            QCOMPARE(task.attempt, 1);
        const QString branch = u"baton/run/join:all.txt"_s;
        QList<QByteArray> lines = git(dir.path(), {u"show"_s, branch}).split('\n');
        QCOMPARE(lines, (QList<QByteArray>{"a1", "a2", "b1", "b2"})); // each line once: nothing lost, nothing done twice
        // What the user has is as it was: where it stands, what is changed, what is not added.
        QCOMPARE(git(dir.path(), {u"rev-parse"_s, u"HEAD"_s}), commit);
        QCOMPARE(git(dir.path(), {u"symbolic-ref"_s, u"--short"_s, u"HEAD"_s}), "main");
        QCOMPARE(git(dir.path(), {u"status"_s, u"--porcelain"_s, u"--"_s, u"."_s, u":!run"_s}), "?? note.txt");
        QVERIFY(!QFile::exists(dir.filePath(u"a.txt"_s)) && !QFile::exists(dir.filePath(u"all.txt"_s)));
        QCOMPARE(contentsOf(dir.filePath(u"note.txt"_s)), "mine\n");
        QVERIFY(git(dir.path(), {u"fsck"_s, u"--strict"_s}).startsWith("failed") == false);
        QCOMPARE(git(dir.path(), {u"worktree"_s, u"list"_s}).count('\n'), 0); // only the user's own is left
        QTRY_VERIFY_WITH_TIMEOUT(!isSupervised(RunFolder(dir.filePath(u"run"_s))), 10'000);
    }
}

void TestKilledRun::aRunOutlivesItsRunnerAndIsTakenOver()
{
    QTemporaryDir dir;
    QFile plan(dir.filePath(u"plan.baton.yaml"_s));
    QVERIFY(plan.open(QIODevice::WriteOnly));
    plan.write("baton: 1\nname: Long\ntasks:\n  - id: long\n    executor: {type: shell, command: \"echo x >> starts; while ! test -e go-on; do sleep 0.02; done; echo x >> ends\"}\n");
    plan.close();
    const QString starts = dir.filePath(u"starts"_s);
    {
        const auto runner = startRunner(dir);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(starts), 10'000);
        ::kill(pid_t(runner->processId()), SIGKILL);
        runner->waitForFinished();
    }
    const RunFolder folder(dir.filePath(u"run"_s));
    QVERIFY(isSupervised(folder));
    const auto runner = startRunner(dir);
    QTRY_VERIFY_WITH_TIMEOUT(contentsOf(folder.journalPath()).contains("run.resumed"), 10'000);
    QFile go(dir.filePath(u"go-on"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QVERIFY(runner->waitForFinished(10'000));
    QCOMPARE(runner->exitCode(), 0);
    QCOMPARE(contentsOf(starts), "x\n");
    QCOMPARE(contentsOf(dir.filePath(u"ends"_s)), "x\n");
}

QTEST_GUILESS_MAIN(TestKilledRun)
#include "tst_killedrun.moc"
