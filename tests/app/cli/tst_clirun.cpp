// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/cli/batonprocess.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <csignal>

using namespace baton::test;
using namespace Qt::StringLiterals;

namespace {

QList<QJsonObject> eventsIn(const QByteArray &lines)
{
    QList<QJsonObject> events;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            events += QJsonDocument::fromJson(line).object();
    }
    return events;
}

QString stateOf(const Desk &desk, const QString &runDir)
{
    return desk.baton({u"replay"_s, runDir, u"--format"_s, u"json"_s}).json()["run"_L1].toString();
}

/// A shell plan with one task.
QByteArray oneTask(const QByteArray &command, const QByteArray &more = {})
{
    return "baton: 1\nname: One\npersonas: [{id: p, role: worker}]\ntasks:\n  - id: only\n    persona: p\n    executor: {type: shell, command: '"
        + command + "'}\n" + more;
}

/// The sample without the pauses that let a person watch it.
QByteArray sample(const Desk &desk)
{
    QByteArray plan = desk.baton({u"new"_s, u"--template"_s, u"release-notes"_s}).out;
    return plan.replace("PACE: \"0.5\"", "PACE: \"0\"");
}

/// A repository with some history, as the sample reads it.
void makeRepository(const Desk &desk, int commits)
{
    QCOMPARE(desk.run(u"git"_s, {u"init"_s, u"-q"_s}).code, 0);
    const QStringList subjects{u"Add a door"_s, u"Fix the \"door\"; it $(creaked)"_s, u"Docs: explain doors"_s, u"Canvas: Draw a window"_s};
    for (int i = 0; i < commits; ++i) {
        desk.write(u"f%1.txt"_s.arg(i % 3), QByteArray::number(i));
        QCOMPARE(desk.run(u"git"_s, {u"add"_s, u"f%1.txt"_s.arg(i % 3)}).code, 0);
        const Ran made = desk.run(u"git"_s, {u"-c"_s, u"user.name=O'Brien"_s, u"-c"_s, u"user.email=o@example.org"_s, u"commit"_s, u"-q"_s, u"-m"_s,
                                             subjects.at(i % 4)});
        QVERIFY2(made.code == 0, made.said());
    }
}

} // namespace

class TestCliRun : public QObject
{
    Q_OBJECT

private slots:
    void worktreesAreShownBeforeTheRunAndTheirChangesAfterwards();
    void aSimulationEndsWell();
    void eventsAreTheJournalLineByLine();
    void commandsOfAnUntrustedFileDoNotRun();
    void aTrustedFolderIsRemembered();
    void aFailureExitsWith1();
    void missingEvidenceFails();
    void aRejectedVerdictExitsWith1();
    void peopleAreWaitedFor();
    void aPersonSaysHowTheirTaskEnded();
    void clusterJobsRunHereWhereThatIsAskedFor();
    void theDoctorSaysWhatAWorkflowLacks();
    void anInterruptedRunIsResumed();
    void aPausedRunIsResumed();
    void aTaskReportsFromInside();
    void everyStateCanBeReplayed();
    void runsAreListed();
    void aRunIsWatchedToItsEnd();
    void aFailedTaskIsTriedAgainFromAnotherTerminal();
    void gatesAreDecidedFromTheJournal();
    void aRunThatWaitsSaysForWhatAndHowToAnswer();
    void anAnswerThatCannotBeIsRefusedAtOnce();
    void aRefusedGateCanBeAskedAboutAgain();
    void aRunStoppedByItsBudgetSaysWhatToRaise();
    void aRefusedGateIsAskedNobodyAnyMore();
    void aRunThatIsOverCannotBeAnswered();
    void aTornJournalIsReadWithAWarning();
    void whatTellsOfACompleteRunIsWrittenAgainWhereItIsMissing();
    void theSampleWritesReleaseNotes_data();
    void theSampleWritesReleaseNotes();
    void theSampleRejectsAFalsifiedCollection();
};

void TestCliRun::aSimulationEndsWell()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, smallPlan());
    const Ran ran = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--simulate"_s, u"--speed"_s, u"1000"_s});
    QVERIFY2(ran.code == 0, ran.said());
    QVERIFY2(ran.out.contains("COMPLETE"), ran.said());
    QVERIFY(!ran.out.contains('\033'));
    // It wrote its run folder and nothing else.
    QCOMPARE(QDir(desk.path(u"."_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"a.baton.yaml"_s});
    QVERIFY(QFileInfo::exists(desk.path(u".baton/runs"_s)));
    QCOMPARE(desk.read(u".baton/.gitignore"_s).trimmed(), QByteArray("*"));
}

void TestCliRun::eventsAreTheJournalLineByLine()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, smallPlan());
    const Ran ran = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--simulate"_s, u"--speed"_s, u"1000"_s, u"--run-dir"_s, u"r"_s, u"--format"_s, u"json"_s});
    QVERIFY2(ran.code == 0, ran.said());
    QCOMPARE(ran.out, desk.read(u"r/events.jsonl"_s));
    const QList<QJsonObject> events = eventsIn(ran.out);
    QCOMPARE(events.first()["event_type"_L1].toString(), u"run.started"_s);
    QCOMPARE(events.last()["event_type"_L1].toString(), u"run.finished"_s);
    for (qsizetype i = 0; i < events.size(); ++i) {
        QCOMPARE(events.at(i).keys(), QStringList({u"data"_s, u"event_type"_s, u"seq"_s, u"timestamp"_s, u"worker_id"_s}));
        QCOMPARE(events.at(i)["seq"_L1].toInteger(), i + 1);
    }
}

void TestCliRun::commandsOfAnUntrustedFileDoNotRun()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, shellPlan());
    const Ran refused = desk.baton({u"run"_s, u"a.baton.yaml"_s});
    QVERIFY2(refused.code == 4, refused.said());
    QVERIFY2(refused.err.contains("echo hello"), refused.said());
    QVERIFY(!QFileInfo::exists(desk.path(u"out"_s)));
    QVERIFY(!QFileInfo::exists(desk.path(u".baton"_s)));

    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--simulate"_s, u"--speed"_s, u"1000"_s}).code, 0);
    QVERIFY(!QFileInfo::exists(desk.path(u"out"_s)));

    const Ran trusted = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s});
    QVERIFY2(trusted.code == 0, trusted.said());
    QCOMPARE(desk.read(u"out/b.txt"_s), QByteArray("hello\nhello\n"));
    // For that call only.
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s}).code, 4);
}

void TestCliRun::aTrustedFolderIsRemembered()
{
    Desk desk;
    desk.write(u"plans/a.baton.yaml"_s, shellPlan());
    QCOMPARE(desk.baton({u"trust"_s, u"plans"_s}).code, 0);
    QVERIFY(desk.baton({u"trust"_s}).out.contains("plans"));
    const Ran ran = desk.baton({u"run"_s, u"plans/a.baton.yaml"_s});
    QVERIFY2(ran.code == 0, ran.said());
    QCOMPARE(desk.baton({u"trust"_s, u"plans"_s, u"--remove"_s}).code, 0);
    QCOMPARE(desk.baton({u"run"_s, u"plans/a.baton.yaml"_s}).code, 4);
    QCOMPARE(desk.baton({u"trust"_s, u"nowhere"_s}).code, 2);
}

void TestCliRun::aFailureExitsWith1()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, oneTask("echo no >&2; exit 7"));
    const Ran ran = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s});
    QVERIFY2(ran.code == 1, ran.said());
    QVERIFY2(ran.out.contains("FAILED"), ran.said());
    QCOMPARE(stateOf(desk, u"r"_s), u"FAILED"_s);
    QVERIFY(desk.read(u"r/logs/only.log"_s).contains("no"));
}

void TestCliRun::missingEvidenceFails()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, oneTask("true", "    evidence: [proof.md]\n"));
    const Ran ran = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s});
    QVERIFY2(ran.code == 1, ran.said());
    QVERIFY2(ran.out.contains("proof.md"), ran.said());
}

void TestCliRun::aRejectedVerdictExitsWith1()
{
    Desk desk;
    QByteArray plan = shellPlan();
    plan.replace("{\\\"verdict\\\": \\\"approved\\\", \\\"issues\\\": []}",
                 "{\\\"verdict\\\": \\\"rejected\\\", \\\"issues\\\": [{\\\"task\\\": \\\"copy\\\", \\\"what\\\": \\\"too short\\\"}]}");
    desk.write(u"a.baton.yaml"_s, plan);
    const Ran ran = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s});
    QVERIFY2(ran.code == 1, ran.said());
    QVERIFY2(ran.out.contains("too short"), ran.said());
}

void TestCliRun::peopleAreWaitedFor()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, oneTask("echo done > done.txt", "    launch: approve\n    deliverables: [done.txt]\n"));
    const Ran waiting = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s});
    QVERIFY2(waiting.code == 3, waiting.said());
    QCOMPARE(stateOf(desk, u"r"_s), u"WAITING"_s);
    const Ran unknown = desk.baton({u"answer"_s, u"r"_s, u"onyl"_s, u"approve"_s});
    QVERIFY2(unknown.code == 2 && unknown.err.contains("only"), unknown.said());
    const Ran answered = desk.baton({u"answer"_s, u"r"_s, u"only"_s, u"approve"_s, u"--note"_s, u"go"_s});
    QVERIFY2(answered.code == 0, answered.said());
    const Ran resumed = desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s});
    QVERIFY2(resumed.code == 0, resumed.said());
    QCOMPARE(desk.read(u"done.txt"_s), QByteArray("done\n"));

    const Ran approved = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--approve"_s, u"all"_s});
    QVERIFY2(approved.code == 0, approved.said());
    const Ran again = desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s});
    QVERIFY2(again.code == 0, again.said());
}

void TestCliRun::aPersonSaysHowTheirTaskEnded()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: Choose\npersonas: [{id: p}]\ntasks:\n"
                                  "  - {id: choose, persona: p, outcomes: [left, right], executor: {type: human}}\n"
                                  "  - {id: there, persona: p, needs: [{task: choose, when: right}], executor: {type: shell, command: \"echo > there.txt\"}}\n");
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s}).code, 3);
    const Ran unclear = desk.baton({u"answer"_s, u"r"_s, u"choose"_s, u"approve"_s});
    QCOMPARE(unclear.code, 2);
    QVERIFY2(unclear.err.contains("left, right"), unclear.said());
    QCOMPARE(desk.baton({u"answer"_s, u"r"_s, u"choose"_s, u"approve"_s, u"--outcome"_s, u"up"_s}).code, 2);
    QCOMPARE(desk.baton({u"answer"_s, u"r"_s, u"choose"_s, u"approve"_s, u"--outcome"_s, u"right"_s}).code, 0);
    const Ran resumed = desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s});
    QVERIFY2(resumed.code == 0, resumed.said());
    QVERIFY(!desk.read(u"there.txt"_s).isEmpty());
}

void TestCliRun::clusterJobsRunHereWhereThatIsAskedFor()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: Job\npersonas: [{id: p}]\ntasks:\n"
                                  "  - {id: job, persona: p, deliverables: [a.txt], executor: {type: slurm, command: \"echo a > a.txt\"}}\n"
                                  "  - {id: none, persona: p}\n");
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--on"_s, u"machine"_s}).code, 4); // it runs commands
    const Ran ran = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--on"_s, u"machine"_s, u"--trust"_s});
    QVERIFY2(ran.code == 0, ran.said());
    QCOMPARE(desk.read(u"a.txt"_s), QByteArray("a\n"));
    QVERIFY2(ran.out.contains("only simulated"), ran.said());
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--on"_s, u"moon"_s}).code, 2);
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--on"_s, u"machine"_s, u"--simulate"_s}).code, 2);
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--max-cost"_s, u"much"_s}).code, 2);
}

void TestCliRun::theDoctorSaysWhatAWorkflowLacks()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: Sick\npersonas: [{id: p}]\ntasks:\n"
                                  "  - {id: a, persona: p, executor: {type: agent, cli: custom, binary: no-such-agent}}\n"
                                  "  - {id: b, persona: p, executor: {type: http, base_url: \"http://127.0.0.1:9\", model: m}}\n"
                                  "  - {id: c, persona: p, executor: {type: http, base_url: \"https://models.example\", model: m, key: no-such-key}}\n");
    const Ran sick = desk.baton({u"doctor"_s, u"a.baton.yaml"_s, u"--format"_s, u"json"_s});
    QCOMPARE(sick.code, 1);
    QCOMPARE(sick.json()["ready"_L1].toBool(true), false);
    QVERIFY2(sick.out.contains("no-such-agent") && sick.out.contains("could not be reached") && sick.out.contains("NO_SUCH_KEY"), sick.said());
    QCOMPARE(sick.out.count("NO_SUCH_KEY"), 1);
    desk.write(u"c.baton.yaml"_s, "baton: 1\nname: Lame\npersonas: [{id: p}]\ntasks:\n"
                                  "  - {id: nothing, persona: p, executor: {type: shell}}\n"
                                  "  - {id: gone, persona: p, executor: {type: shell, argv: [/nonexistent/x]}}\n"
                                  "  - {id: agent, persona: p, executor: {type: agent, cli: custom}}\n"
                                  "  - {id: away, persona: p, executor: {type: shell, command: make, cwd: nowhere}}\n"
                                  "  - {id: outside, persona: p, executor: {type: shell, command: make, cwd: ../..}}\n"
                                  "  - {id: maker, persona: p, deliverables: [made/tool], executor: {type: shell, command: make}}\n"
                                  "  - {id: user, persona: p, needs: [maker], executor: {type: shell, argv: [./tool], cwd: made}}\n");
    const Ran lame = desk.baton({u"doctor"_s, u"c.baton.yaml"_s});
    QCOMPARE(lame.code, 1);
    for (const char *words : {"“nothing” has nothing to run", "/nonexistent/x", "needs a program", "“away”", "“outside” is outside"})
        QVERIFY2(lame.out.contains(words), words + lame.said());
    QVERIFY2(!lame.out.contains("“user”") && !lame.out.contains("“maker”"), lame.said());
    const Ran checked = desk.baton({u"validate"_s, u"c.baton.yaml"_s});
    QVERIFY2(checked.out.contains("has nothing to run") && checked.out.contains("A custom agent needs a program"), checked.said());
    desk.write(u"d.baton.yaml"_s, "baton: 1\nname: Nowhere\nsettings: {root: missing}\ntasks:\n  - {id: a, executor: {type: shell, command: make}}\n");
    const Ran nowhere = desk.baton({u"doctor"_s, u"d.baton.yaml"_s});
    QVERIFY2(nowhere.code == 1 && nowhere.out.contains("correct settings.root"), nowhere.said());
    desk.write(u"e.baton.yaml"_s, "baton: 1\nname: Trees\nsettings: {workspace: worktree}\ntasks:\n  - {id: a, executor: {type: shell, command: make}}\n");
    const Ran trees = desk.baton({u"doctor"_s, u"e.baton.yaml"_s});
    QVERIFY2(trees.code == 1 && trees.out.contains("in no git repository"), trees.said());
    desk.write(u"b.baton.yaml"_s, "baton: 1\nname: Well\npersonas: [{id: p}]\ntasks:\n  - {id: a, persona: p, executor: {type: human}}\n");
    const Ran well = desk.baton({u"doctor"_s, u"b.baton.yaml"_s});
    QVERIFY2(well.code == 0, well.said());
}

void TestCliRun::anInterruptedRunIsResumed()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, oneTask("if test -e again; then echo x > x.txt; else touch again; sleep 600; fi", "    deliverables: [x.txt]\n"));
    const auto process = desk.start({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s});
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(desk.path(u"again"_s)), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(desk.read(u"r/events.jsonl"_s).contains("worker.active"), 20'000);
    ::kill(pid_t(process->processId()), SIGINT);
    QVERIFY(process->waitForFinished(20'000));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QVERIFY2(process->exitCode() == 130, process->readAll());
    QVERIFY(desk.read(u"r/events.jsonl"_s).contains("run.paused"));
    QCOMPARE(stateOf(desk, u"r"_s), u"PAUSED"_s);
    const Ran resumed = desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s});
    QVERIFY2(resumed.code == 0, resumed.said());
    QVERIFY(QFileInfo::exists(desk.path(u"x.txt"_s)));
}

void TestCliRun::aPausedRunIsResumed()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: Two\npersonas: [{id: p, role: worker}]\ntasks:\n"
                                  "  - {id: one, persona: p, executor: {type: shell, command: 'touch begun; until test -e go; do sleep 0.05; done'}}\n"
                                  "  - {id: two, persona: p, needs: [one], deliverables: [x.txt], executor: {type: shell, command: 'echo x > x.txt'}}\n");
    const auto process = desk.start({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s});
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(desk.path(u"begun"_s)), 20'000);
    const Ran paused = desk.baton({u"pause"_s, u"r"_s});
    QVERIFY2(paused.code == 0, paused.said());
    QTRY_VERIFY_WITH_TIMEOUT(QDir(desk.path(u"r/inbox"_s)).entryList(QDir::Files).isEmpty(), 20'000);
    desk.write(u"go"_s, "go");
    QVERIFY(process->waitForFinished(20'000));
    QVERIFY2(process->exitCode() == 130, process->readAll());
    QVERIFY(!QFileInfo::exists(desk.path(u"x.txt"_s)));
    const Ran resumed = desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s});
    QVERIFY2(resumed.code == 0, resumed.said());
    QVERIFY(QFileInfo::exists(desk.path(u"x.txt"_s)));
}

void TestCliRun::aTaskReportsFromInside()
{
    Desk desk;
    const QByteArray baton = BATON_EXECUTABLE;
    desk.write(u"a.baton.yaml"_s, oneTask(baton + " event checkpoint --data \"{\\\"checkpoint\\\": \\\"half\\\"}\"; "
                                              + baton + " event usage --data \"{\\\"input_tokens\\\": 7, \\\"output_tokens\\\": 5}\""));
    const Ran ran = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s, u"--format"_s, u"json"_s});
    QVERIFY2(ran.code == 0, ran.said());
    bool checkpoint = false;
    for (const QJsonObject &event : eventsIn(ran.out))
        checkpoint = checkpoint || (event["event_type"_L1].toString() == "worker.checkpoint"_L1 && event["data"_L1]["checkpoint"_L1].toString() == "half"_L1);
    QVERIFY2(checkpoint, ran.said());
    QCOMPARE(desk.baton({u"replay"_s, u"r"_s, u"--format"_s, u"json"_s}).json()["tasks"_L1]["only"_L1]["tokens"_L1].toInt(), 12);
}

void TestCliRun::everyStateCanBeReplayed()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, smallPlan());
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--simulate"_s, u"--speed"_s, u"1000"_s, u"--run-dir"_s, u"r"_s}).code, 0);
    const Ran first = desk.baton({u"replay"_s, u"r"_s, u"--at"_s, u"0"_s, u"--format"_s, u"json"_s});
    QVERIFY2(first.code == 0, first.said());
    QCOMPARE(first.json()["run"_L1].toString(), u"PLANNED"_s);
    QCOMPARE(first.json()["tasks"_L1]["left"_L1]["state"_L1].toString(), u"PENDING"_s);
    const QJsonObject last = desk.baton({u"replay"_s, u"r"_s, u"--format"_s, u"json"_s}).json();
    QCOMPARE(last.keys(), QStringList({u"gates"_s, u"run"_s, u"seq"_s, u"tasks"_s}));
    QCOMPARE(last["tasks"_L1]["left"_L1].toObject(), (QJsonObject{{u"state"_s, u"COMPLETE"_s}, {u"attempt"_s, 1}, {u"tokens"_s, 100}}));
    QCOMPARE(last["gates"_L1]["end"_L1]["state"_L1].toString(), u"PASSED"_s);
    QCOMPARE(last["gates"_L1]["end"_L1]["criteria"_L1].toArray().size(), 3);
    const qint64 seq = last["seq"_L1].toInteger();
    QCOMPARE(desk.baton({u"replay"_s, u"r"_s, u"--at"_s, QString::number(seq + 1)}).code, 2);
    QCOMPARE(desk.baton({u"replay"_s, u"r"_s, u"--at"_s, QString::number(seq)}).code, 0);
}

void TestCliRun::runsAreListed()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, smallPlan());
    QCOMPARE(desk.baton({u"runs"_s, u"--format"_s, u"json"_s}).json()["runs"_L1].toArray().size(), 0);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--simulate"_s, u"--speed"_s, u"1000"_s}).code, 0);
    const QJsonArray runs = desk.baton({u"runs"_s, u"--format"_s, u"json"_s}).json()["runs"_L1].toArray();
    QCOMPARE(runs.size(), 2);
    const QJsonObject run = runs.first().toObject();
    QCOMPARE(run.keys(), QStringList({u"dir"_s, u"started"_s, u"state"_s, u"tasks"_s, u"workflow"_s}));
    QCOMPARE(run["state"_L1].toString(), u"COMPLETE"_s);
    QCOMPARE(run["workflow"_L1].toString(), u"Small"_s);
    QCOMPARE(run["tasks"_L1].toObject(), (QJsonObject{{u"complete"_s, 3}, {u"total"_s, 3}}));
    QCOMPARE(stateOf(desk, run["dir"_L1].toString()), u"COMPLETE"_s);
}

void TestCliRun::aRunIsWatchedToItsEnd()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, oneTask("touch begun; until test -e go; do sleep 0.05; done"));
    const auto process = desk.start({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s});
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(desk.path(u"begun"_s)), 20'000);
    const auto watching = desk.start({u"watch"_s, u"r"_s, u"--format"_s, u"json"_s});
    QVERIFY(watching->waitForReadyRead(20'000));
    desk.write(u"go"_s, "go");
    QVERIFY(watching->waitForFinished(20'000));
    QCOMPARE(watching->exitCode(), 0);
    QCOMPARE(watching->readAllStandardOutput(), desk.read(u"r/events.jsonl"_s));
    QVERIFY(process->waitForFinished(20'000));
    QCOMPARE(process->exitCode(), 0);
    const Ran later = desk.baton({u"watch"_s, u"r"_s});
    QVERIFY2(later.code == 0 && later.out.contains("COMPLETE"), later.said());
}

void TestCliRun::aFailedTaskIsTriedAgainFromAnotherTerminal()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: A\npersonas: [{id: p}]\ntasks:\n"
                                  "  - {id: other, persona: p, executor: {type: shell, command: \"until test -e go; do sleep 0.05; done\"}}\n"
                                  "  - {id: shaky, persona: p, executor: {type: shell, command: \"test -e fixed\"}}\n"
                                  "  - {id: behind, persona: p, needs: [shaky], executor: {type: shell, command: \"true\"}}\n");
    const auto process = desk.start({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s});
    const auto taskState = [&](const QString &task) {
        return desk.baton({u"replay"_s, u"r"_s, u"--format"_s, u"json"_s}).json()["tasks"_L1][task]["state"_L1].toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(taskState(u"shaky"_s), u"FAILED"_s, 20'000);
    desk.write(u"fixed"_s, "yes");
    QCOMPARE(desk.baton({u"answer"_s, u"r"_s, u"shaky"_s, u"retry"_s}).code, 0);
    QTRY_COMPARE_WITH_TIMEOUT(taskState(u"behind"_s), u"COMPLETE"_s, 20'000);
    desk.write(u"go"_s, "go");
    QVERIFY(process->waitForFinished(20'000));
    QCOMPARE(process->exitCode(), 0);
}

void TestCliRun::gatesAreDecidedFromTheJournal()
{
    Desk desk;
    desk.write(u"good.baton.yaml"_s, shellPlan());
    QCOMPARE(desk.baton({u"run"_s, u"good.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"good"_s}).code, 0);
    const Ran passes = desk.baton({u"gate-check"_s, u"good"_s, u"made"_s});
    QVERIFY2(passes.code == 0, passes.said());
    QByteArray plan = shellPlan();
    plan.replace("\\\"approved\\\"", "\\\"rejected\\\"");
    desk.write(u"bad.baton.yaml"_s, plan);
    QCOMPARE(desk.baton({u"run"_s, u"bad.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"bad"_s}).code, 1);
    const Ran fails = desk.baton({u"gate-check"_s, u"bad"_s, u"made"_s, u"--format"_s, u"json"_s});
    QVERIFY2(fails.code == 1, fails.said());
    QCOMPARE(fails.json()["passes"_L1].toBool(true), false);
    QCOMPARE(desk.baton({u"gate-check"_s, u"good"_s, u"nothing"_s}).code, 2);
}

void TestCliRun::aRunThatWaitsSaysForWhatAndHowToAnswer()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, R"(baton: 1
name: People
personas: [{id: p}]
tasks:
  - {id: mine, persona: p, description: Say it., done_when: [it is said], deliverables: [said.txt], executor: {type: human}}
  - {id: risky, persona: p, launch: approve, executor: {type: shell, command: "true"}}
  - {id: sound, persona: p, executor: {type: shell, command: "true"}}
gates:
  - {id: end, needs: [sound], approval: manual}
)");
    const auto check = [](const Ran &ran) {
        QVERIFY2(ran.code == 3, ran.said());
        for (const char *words : {"Say it.", "it is said", "said.txt", "r mine approve", "r risky approve", "r end approve", "--resume"})
            QVERIFY2(ran.err.contains(words), words + ran.said());
    };
    check(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s}));
    check(desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s}));
}

void TestCliRun::anAnswerThatCannotBeIsRefusedAtOnce()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, oneTask("true", "    launch: approve\n") + "gates:\n  - {id: end, needs: [only], approval: manual}\n");
    desk.write(u"issues.json"_s, R"([{"severity": "high"}])");
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s}).code, 3);
    const auto refused = [&](const QStringList &words, const char *why) {
        const Ran ran = desk.baton(QStringList{u"answer"_s, u"r"_s} + words);
        QVERIFY2(ran.code == 2 && ran.err.contains(why), ran.said());
    };
    refused({u"only"_s, u"resolve"_s}, "not blocked");
    refused({u"only"_s, u"retry"_s}, "has not ended");
    refused({u"end"_s, u"approve"_s}, "waits for nobody");
    refused({u"end"_s, u"retry"_s}, "failed");
    refused({u"end"_s, u"cancel"_s}, "A gate can be");
    refused({u"only"_s, u"refuse"_s, u"--issues"_s, u"issues.json"_s}, "what is wrong");
    QVERIFY(QDir(desk.path(u"r/inbox"_s)).isEmpty());
    QCOMPARE(desk.baton({u"answer"_s, u"r"_s, u"only"_s, u"approve"_s}).code, 0);
    refused({u"only"_s, u"approve"_s}, "already");
}

void TestCliRun::aRefusedGateCanBeAskedAboutAgain()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, oneTask("true") + "gates:\n  - {id: end, needs: [only], approval: manual}\n");
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s}).code, 3);
    QCOMPARE(desk.baton({u"answer"_s, u"r"_s, u"end"_s, u"refuse"_s}).code, 0);
    const Ran refused = desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s});
    QVERIFY2(refused.code == 1 && refused.err.contains("r end retry"), refused.said());
    QCOMPARE(desk.baton({u"answer"_s, u"r"_s, u"end"_s, u"retry"_s}).code, 0);
    QCOMPARE(desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s}).code, 3);
    QCOMPARE(desk.baton({u"answer"_s, u"r"_s, u"end"_s, u"approve"_s}).code, 0);
    const Ran done = desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s});
    QVERIFY2(done.code == 0, done.said());
}

void TestCliRun::aRunStoppedByItsBudgetSaysWhatToRaise()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: Dear\nsettings: {budget: {tokens: 100, stop: true}}\npersonas: [{id: p}]\ntasks:\n"
                                  "  - {id: only, persona: p, executor: {type: shell, command: \"echo '{\\\"event_type\\\":\\\"worker.usage\\\",\\\"data\\\":{\\\"input_tokens\\\":500}}' >> $BATON_EVENTS; sleep 30\"}}\n");
    const Ran stopped = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s});
    QVERIFY2(stopped.code == 1 && stopped.err.contains("Raise the budget"), stopped.said());
    const Ran resumed = desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s});
    QVERIFY2(resumed.code == 1 && resumed.err.contains("Raise the budget"), resumed.said());
}

void TestCliRun::aRefusedGateIsAskedNobodyAnyMore()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, oneTask("true") + "gates:\n  - {id: end, needs: [only], approval: manual}\n");
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s}).code, 3);
    QVERIFY(desk.baton({u"gate-check"_s, u"r"_s, u"end"_s}).out.contains("A person has to pass it."));
    QCOMPARE(desk.baton({u"answer"_s, u"r"_s, u"end"_s, u"refuse"_s}).code, 0);
    QCOMPARE(desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s}).code, 1);
    const Ran refused = desk.baton({u"gate-check"_s, u"r"_s, u"end"_s});
    QVERIFY2(refused.code == 1 && refused.out.contains("A person refused."), refused.said());
    QVERIFY2(!refused.out.contains("A person has to pass it."), refused.said());
}

void TestCliRun::aRunThatIsOverCannotBeAnswered()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, oneTask("true"));
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s}).code, 0);
    const Ran answered = desk.baton({u"answer"_s, u"r"_s, u"only"_s, u"retry"_s});
    QVERIFY2(answered.code == 2 && answered.err.contains("complete"), answered.said());
    QVERIFY(QDir(desk.path(u"r/inbox"_s)).isEmpty());
    desk.write(u"r/inbox/1.json"_s, R"({"action": "retry", "subject": "only"})"); // it came when the run was about to end
    const Ran resumed = desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s});
    QVERIFY2(resumed.code == 0 && resumed.err.contains("only"), resumed.said());
    QVERIFY(QDir(desk.path(u"r/inbox"_s)).isEmpty());
}

void TestCliRun::aTornJournalIsReadWithAWarning()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, oneTask("true"));
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s}).code, 0);
    const QByteArray journal = desk.read(u"r/events.jsonl"_s);
    desk.write(u"r/events.jsonl"_s, journal.chopped(5));
    const QByteArray warning = "cut off";
    for (const QString &command : {u"replay"_s, u"watch"_s, u"report"_s}) {
        const Ran ran = desk.baton({command, u"r"_s});
        QVERIFY2(ran.code == 0 && ran.err.contains(warning), ran.said());
    }
    const Ran resumed = desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s});
    QVERIFY2(resumed.code == 0 && resumed.err.contains(warning), resumed.said());
    const Ran later = desk.baton({u"replay"_s, u"r"_s});
    QVERIFY2(later.code == 0 && !later.err.contains(warning), later.said());
}

void TestCliRun::whatTellsOfACompleteRunIsWrittenAgainWhereItIsMissing()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, oneTask("echo done > done.txt", "    deliverables: [done.txt]\n"));
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s}).code, 0);
    const QStringList names{u"r/report.md"_s, u"r/report.html"_s, u"r/evidence.json"_s};
    QList<QByteArray> before;
    for (const QString &name : names) {
        before += desk.read(name);
        QVERIFY(QFile::remove(desk.path(name)));
    }
    const Ran resumed = desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s});
    QVERIFY2(resumed.code == 0, resumed.said());
    for (qsizetype i = 0; i < names.size(); ++i)
        QCOMPARE(desk.read(names.at(i)), before.at(i));
}

void TestCliRun::theSampleWritesReleaseNotes_data()
{
    QTest::addColumn<int>("commits");
    QTest::newRow("one commit") << 1;
    QTest::newRow("twelve commits") << 12;
}

void TestCliRun::theSampleWritesReleaseNotes()
{
    QFETCH(int, commits);
    Desk desk;
    makeRepository(desk, commits);
    desk.write(u"notes.baton.yaml"_s, sample(desk));
    const Ran ran = desk.baton({u"run"_s, u"notes.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s});
    QVERIFY2(ran.code == 0, ran.said());
    const QByteArray notes = desk.read(u"RELEASE_NOTES.md"_s);
    QVERIFY2(notes.contains("- Commits: " + QByteArray::number(commits) + ","), notes);
    QVERIFY2(notes.contains("- Add a door (`"), notes);
    QCOMPARE(notes.contains("- Fix the \"door\"; it $(creaked) (`"), commits > 1);
    QVERIFY(!notes.contains("Docs: explain doors ("));
    const QJsonObject gates = desk.baton({u"replay"_s, u"r"_s, u"--format"_s, u"json"_s}).json()["gates"_L1].toObject();
    QCOMPARE(gates.size(), 4);
    for (const QJsonValue gate : gates)
        QCOMPARE(gate["state"_L1].toString(), u"PASSED"_s);
}

void TestCliRun::theSampleRejectsAFalsifiedCollection()
{
    Desk desk;
    makeRepository(desk, 8);
    QByteArray plan = sample(desk);
    const QByteArray honest = "count=$(grep -vc '^#' out/features.tsv || true)";
    QVERIFY(plan.contains(honest));
    plan.replace(honest, "printf '0123456789012345678901234567890123456789\\tSolve everything\\n' >> out/features.tsv\n        " + honest);
    desk.write(u"notes.baton.yaml"_s, plan);
    const Ran ran = desk.baton({u"run"_s, u"notes.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s});
    QVERIFY2(ran.code == 1, ran.said());
    QVERIFY2(ran.out.contains("rejected"), ran.said());
    QVERIFY2(ran.out.contains("is no commit of the range"), ran.said());
    QVERIFY(!QFileInfo::exists(desk.path(u"RELEASE_NOTES.md"_s)));
    const QJsonObject gates = desk.baton({u"replay"_s, u"r"_s, u"--format"_s, u"json"_s}).json()["gates"_L1].toObject();
    QCOMPARE(gates["verified"_L1]["state"_L1].toString(), u"FAILED"_s);
}

void TestCliRun::worktreesAreShownBeforeTheRunAndTheirChangesAfterwards()
{
    Desk desk;
    const auto git = [&](const QStringList &arguments) {
        return desk.run(u"git"_s, QStringList{u"-c"_s, u"user.name=A"_s, u"-c"_s, u"user.email=a@b"_s} + arguments).code == 0;
    };
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: A\nsettings: {workspace: worktree}\npersonas: [{id: p}]\ntasks:\n"
                                  "  - {id: one, persona: p, executor: {type: shell, command: echo 1 > one.txt}}\n"
                                  "  - {id: two, persona: p, executor: {type: shell, command: echo 2 > two.txt}}\n"
                                  "  - {id: join, persona: p, kind: integrate, needs: [one, two], executor: {type: shell, command: cat one.txt two.txt}}\n");
    QVERIFY(git({u"init"_s, u"-q"_s}) && git({u"add"_s, u"."_s}) && git({u"commit"_s, u"-qm"_s, u"start"_s}));
    const Ran text = desk.baton({u"plan"_s, u"a.baton.yaml"_s});
    QVERIFY2(text.out.contains("baton/RUN/join  merges, in this order: one, two"), text.said());
    const QJsonArray trees = desk.baton({u"plan"_s, u"a.baton.yaml"_s, u"--format"_s, u"json"_s}).json()["worktrees"_L1].toArray();
    QCOMPARE(trees.size(), 3);
    QCOMPARE(trees.at(2)["path"_L1].toString(), u".baton/runs/RUN/worktrees/join"_s);
    QCOMPARE(trees.at(2)["base"_L1].toArray(), (QJsonArray{u"one"_s, u"two"_s}));
    const Ran ran = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"mine"_s});
    QVERIFY2(ran.code == 0, ran.said());
    const Ran all = desk.baton({u"changes"_s, u"mine"_s});
    QVERIFY2(all.code == 0 && all.out.contains("join  baton/mine/join\n  A one.txt  +1 -0\n  A two.txt  +1 -0\n"), all.said());
    const Ran diff = desk.baton({u"changes"_s, u"mine"_s, u"one"_s});
    QVERIFY2(diff.out.startsWith("diff --git a/one.txt b/one.txt\n") && diff.out.endsWith("\n+1\n"), diff.said());
    const Ran again = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"else/mine"_s});
    QVERIFY2(again.code == 2 && again.err.contains("git branch -D baton/mine/"), again.said());
}

QTEST_GUILESS_MAIN(TestCliRun)
#include "tst_clirun.moc"
