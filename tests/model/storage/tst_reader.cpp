// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

namespace baton {

static char *toString(const FilePlace &place)
{
    return qstrdup(qPrintable(u"%1:%2 %3"_s.arg(place.line).arg(place.column).arg(place.path)));
}

} // namespace baton

namespace {

QByteArray everyField()
{
    QFile file(QStringLiteral(BATON_SOURCE_DIR "/tests/data/every-field.baton.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Loaded read(const QByteArray &text)
{
    return readWorkflow(text, FileKind::Yaml);
}

QStringList rulesOf(const Loaded &loaded)
{
    QStringList rules;
    for (const Problem &problem : loaded.problems)
        rules += problem.rule;
    return rules;
}

} // namespace

class TestReader : public QObject
{
    Q_OBJECT

private slots:
    void theWorkflowItselfIsRead();
    void personasAndPhasesAreRead();
    void everyFieldOfATaskIsRead();
    void gatesNotesAndLayoutAreRead();
    void shortFormsAreRead();
    void problemsSayWhereTheyAre_data();
    void problemsSayWhereTheyAre();
    void whatCannotBeReadIsRefused_data();
    void whatCannotBeReadIsRefused();
    void allProblemsAreReportedNotOnlyTheFirst();
    void everyPrefixIsReadOrRefused();
    void filesThatAreNoFilesAreErrors();
    void jsonIsStrict();
    void placesOfRuleProblemsAreFound();
    void aDoubledIdHasOnePosition();
    void textIsTakenAsWritten();
};

void TestReader::theWorkflowItselfIsRead()
{
    const Loaded loaded = read(everyField());
    QVERIFY(loaded.readable);
    QCOMPARE(rulesOf(loaded), QStringList());
    const WorkflowInfo &info = loaded.contents.info;
    QCOMPARE(info.name, u"Payment processing"_s);
    QCOMPARE(info.description, u"One paragraph for people."_s);
    QCOMPARE(info.profile, Profile::Standard);
    QCOMPARE(info.missionSummary, u"Take card payments."_s);
    QCOMPARE(info.missionInputs, (QStringList{u"docs/design.md"_s, u"docs/staging-logs.txt"_s}));
    QCOMPARE(info.missionConstraints, (QStringList{u"zero downtime"_s, u"revert in under 5 minutes"_s}));
    QCOMPARE(info.root, u"work"_s);
    QCOMPARE(info.maxConcurrent, 6);
    QCOMPARE(info.launch, LaunchMode::Approve);
    QVERIFY(info.waveBarrier);
    QCOMPARE(info.workspace, WorkspaceMode::Worktree);
    QCOMPARE(info.branchPrefix, u"baton/"_s);
    QCOMPARE(info.budgetTokens, 1500000);
    QCOMPARE(info.budgetMultiplier, 2.5);
    QCOMPARE(info.budgetWarnAt, 0.7);
    QVERIFY(info.budgetStop);
    QCOMPARE(info.rules, (RuleSettings{{u"sequential-everything"_s, {Severity::Off, {}}}, {u"no-budget"_s, {Severity::Info, {}}}}));
}

void TestReader::personasAndPhasesAreRead()
{
    const Contents contents = read(everyField()).contents;
    QCOMPARE(contents.personas.size(), 2);
    const Persona &architect = contents.personas.at(0);
    QCOMPARE(architect.id, u"architect"_s);
    QCOMPARE(architect.title, u"Architect"_s);
    QCOMPARE(architect.role, Role::Planner);
    QCOMPARE(architect.model, u"opus"_s);
    QCOMPARE(architect.color, u"#4C6FFF"_s);
    QCOMPARE(architect.instructions, u"You design systems.\n\nBoundaries first.\n"_s);
    QCOMPARE(architect.tools, (QStringList{u"read"_s, u"write"_s, u"run"_s, u"network"_s}));
    QCOMPARE(architect.executor, (Executor{u"agent"_s, {{u"cli"_s, u"claude"_s}}}));
    QCOMPARE(contents.personas.at(1), Persona{.id = u"reviewer"_s});

    QCOMPARE(contents.phases.size(), 2);
    const Phase &foundation = contents.phases.at(0);
    QCOMPARE(foundation.title, u"Foundation"_s);
    QCOMPARE(foundation.kind, PhaseKind::Foundation);
    QCOMPARE(foundation.after, QStringList());
    QVERIFY(!contents.phases.at(1).after);
    QCOMPARE(foundation.repeatMax, 3);
    QCOMPARE(foundation.repeatUntil, u"review.approved"_s);
    QCOMPARE(foundation.fixes, u"gate-1"_s);
}

void TestReader::everyFieldOfATaskIsRead()
{
    const Contents contents = read(everyField()).contents;
    QCOMPARE(contents.tasks.size(), 2);
    const Task &task = contents.tasks.at(0);
    QCOMPARE(task.id, u"system-design"_s);
    QCOMPARE(task.title, u"System design"_s);
    QCOMPARE(task.phase, u"foundation"_s);
    QCOMPARE(task.personas, QStringList{u"architect"_s});
    QCOMPARE(task.kind, TaskKind::Plan);
    QCOMPARE(task.model, u"opus"_s);
    QCOMPARE(task.description, u"What to do, for people and for the prompt."_s);
    const QList<Need> needs{
        {u"kickoff"_s, NeedType::Order, {}, {}, {}},
        {u"logs"_s, NeedType::Output, {u"logs/summary.md"_s}, u"the design cites them"_s, {}},
        {u"triage"_s, NeedType::Order, {}, {}, {u"high_complexity"_s}},
    };
    QCOMPARE(task.needs, needs);
    QCOMPARE(task.inputs, QStringList{u"docs/design.md"_s});
    QCOMPARE(task.references, QStringList{u"docs/standards/**"_s});
    QCOMPARE(task.deliverables, QStringList{u"out/architecture.md"_s});
    QCOMPARE(task.evidence, QStringList{u"evidence/system-design.md"_s});
    QCOMPARE(task.owns, QStringList{u"out/architecture.md"_s});
    QCOMPARE(task.handoff, (QStringList{u"README.md complete"_s, u"known issues listed"_s}));
    QCOMPARE(task.doneWhen, QStringList{u"all boundaries named"_s});
    QCOMPARE(task.outcomes, (QStringList{u"high_complexity"_s, u"simple_cleanup"_s}));
    QCOMPARE(task.validates, QStringList{u"other-task"_s});
    QVERIFY(task.verdict);
    QCOMPARE(task.budgetTokens, 150000);
    QCOMPARE(task.budgetDuration, Duration{u"2h"_s});
    QCOMPARE(task.retryMax, 2);
    QCOMPARE(task.retryDelay, Duration{u"10s"_s});
    QCOMPARE(task.retryBackoff, 2.0);
    QCOMPARE(task.timeoutTotal, Duration{u"30m"_s});
    QCOMPARE(task.timeoutStart, Duration{u"1m"_s});
    QCOMPARE(task.timeoutIdle, Duration{u"5m"_s});
    QCOMPARE(task.timeoutBlocked, Duration{u"1d"_s});
    QCOMPARE(task.launch, LaunchMode::Approve);
    QCOMPARE(task.rules, (RuleSettings{{u"no-evidence"_s, {Severity::Off, u"spike"_s}}}));
    QCOMPARE(task.executor, (Executor{u"shell"_s, {{u"command"_s, u"make design"_s}}}));
    QCOMPARE(task.position, QPointF(120, 80));
}

void TestReader::gatesNotesAndLayoutAreRead()
{
    const Contents contents = read(everyField()).contents;
    QCOMPARE(contents.gates.size(), 2);
    const Gate &gate = contents.gates.at(0);
    QCOMPARE(gate.title, u"Gate 1"_s);
    QCOMPARE(gate.phase, u"foundation"_s);
    QCOMPARE(gate.criteria, (QStringList{u"complete"_s, u"evidence"_s, u"approved"_s, u"signed-off"_s}));
    QCOMPARE(gate.signOff, QStringList{u"architect"_s});
    QCOMPARE(gate.approval, Approval::Manual);
    QCOMPARE(gate.onFail, OnFail::FixPhase);
    QCOMPARE(gate.retryMax, 3);
    QCOMPARE(gate.position, QPointF(500, 80));
    QCOMPARE(contents.gates.at(1).needs, (QStringList{u"system-design"_s, u"gate-1"_s}));
    QVERIFY(contents.gates.at(1).isSyncPoint());

    QCOMPARE(contents.notes.size(), 1);
    QCOMPARE(contents.notes.at(0), (Note{u"n1"_s, u"Ask ops about quotas"_s, u"system-design"_s, QPointF(120, 200)}));
    QCOMPARE(contents.personas.at(0).position, QPointF(0, -40));
    QCOMPARE(contents.phases.at(0).position, QPointF(0, 0));
    QVERIFY(contents.phases.at(0).folded);
    QCOMPARE(contents.phases.at(1).position, QPointF(600, 0));
    QCOMPARE(contents.tasks.at(1).position, QPointF(360.5, 80));
}

void TestReader::shortFormsAreRead()
{
    const Task task = read(everyField()).contents.tasks.at(1);
    QCOMPARE(task.personas, QStringList{u"reviewer"_s}); // the @ is no part of the name
    QCOMPARE(task.timeoutTotal, Duration{u"45m"_s});
    QCOMPARE(task.needs.at(1).when, (QStringList{u"simple_cleanup"_s, u"default"_s}));
    const Task listed = read("baton: 1\nname: x\ntasks:\n- {id: a, persona: [one], retry: {delay: 30}}\n").contents.tasks.at(0);
    QCOMPARE(listed.persona(), u"one"_s);
    QCOMPARE(listed.retryDelay.milliseconds(), 30000);
}

void TestReader::problemsSayWhereTheyAre_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &rest, const char *rule, int line, int column, const char *path, const char *words) {
        QTest::newRow(name) << QByteArray("baton: 1\nname: x\n" + rest) << QString::fromLatin1(rule) << line << column
                            << QString::fromLatin1(path) << QString::fromUtf8(words);
    };
    row("unknown key at the root", "pesonas: []\n", "unknown-key", 3, 1, "pesonas", "“personas”");
    row("unknown key in a task", "tasks:\n  - id: a\n    evidense: [x]\n", "unknown-key", 5, 5, "tasks[0].evidense", "“evidence”");
    row("unknown key in a group", "tasks:\n  - {id: a, budget: {token: 5}}\n", "unknown-key", 4, 22, "tasks[0].budget.token", "“tokens”");
    row("unknown key in a need", "tasks:\n  - id: a\n    needs: [{task: b, tipe: output}]\n", "unknown-key", 5, 23, "tasks[0].needs[0].tipe", "“type”");
    row("unknown key in an executor", "tasks:\n  - id: a\n    executor: {type: shell, comand: ls}\n", "unknown-key", 5, 29, "tasks[0].executor.comand", "“command”");
    row("merge key", "tasks:\n  - id: a\n    <<: {phase: b}\n", "unknown-key", 5, 5, "tasks[0].<<", "“<<”");
    row("mapping for text", "description: {a: b}\n", "type", 3, 14, "description", "text");
    row("text for a list", "tasks:\n  - id: a\n    inputs: x\n", "type", 5, 13, "tasks[0].inputs", "list");
    row("mapping in a list of text", "tasks:\n  - id: a\n    inputs: [x, {a: b}]\n", "type", 5, 17, "tasks[0].inputs[1]", "text");
    row("text for a number", "settings: {max_concurrent: many}\n", "type", 3, 28, "settings.max_concurrent", "whole number");
    row("negative number", "settings: {max_concurrent: -1}\n", "type", 3, 28, "settings.max_concurrent", "whole number");
    row("far too large number", "settings: {max_concurrent: 99999999999999999999}\n", "type", 3, 28, "settings.max_concurrent", "whole number");
    row("infinite number", "settings: {budget: {multiplier: .inf}}\n", "type", 3, 33, "settings.budget.multiplier", "number");
    row("quoted number", "settings: {max_concurrent: \"4\"}\n", "type", 3, 28, "settings.max_concurrent", "whole number");
    row("yes for true", "settings: {wave_barrier: yes}\n", "type", 3, 26, "settings.wave_barrier", "true or false");
    row("unknown choice", "tasks:\n  - id: ä\n    kind: implment\n", "type", 5, 11, "tasks[0].kind", "“implement”");
    row("column counts characters", "tasks:\n  - {id: äöü, kind: 7}\n", "type", 4, 21, "tasks[0].kind", "one of");
    row("group that is no mapping", "tasks:\n  - {id: a, budget: 5}\n", "type", 4, 21, "tasks[0].budget", "tokens");
    row("tasks that are no list", "tasks: {a: b}\n", "type", 3, 8, "tasks", "list");
    row("task that is no mapping", "tasks: [a]\n", "type", 3, 9, "tasks[0]", "mapping");
    row("need without a task", "tasks:\n  - {id: a, needs: [b, {type: output}]}\n", "type", 4, 24, "tasks[0].needs[1]", "“task”");
    row("executor that is text", "tasks:\n  - {id: a, executor: shell}\n", "type", 4, 23, "tasks[0].executor", "type");
    row("executor without type", "tasks:\n  - {id: a, executor: {command: ls}}\n", "type", 4, 23, "tasks[0].executor", "type");
    row("unknown criterion", "gates:\n  - {id: g, criteria: [complete, aproved]}\n", "type", 4, 34, "gates[0].criteria[1]", "“approved”");
    row("repetition without max", "phases:\n  - {id: a, repeat: {}}\n", "type", 4, 21, "phases[0].repeat", "“max”");
    row("argv that is text", "tasks:\n  - {id: a, executor: {type: shell, argv: ls}}\n", "type", 4, 43, "tasks[0].executor.argv", "list");
    row("unknown cli", "tasks:\n  - {id: a, executor: {type: agent, cli: cloude}}\n", "type", 4, 42, "tasks[0].executor.cli", "“claude”");
    row("severity of a rule", "settings: {rules: {no-budget: none}}\n", "type", 3, 31, "settings.rules.no-budget", "one of");
    row("position of three numbers", "tasks:\n  - id: a\nlayout:\n  a: [1, 2, 3]\n", "type", 6, 6, "layout.a", "two numbers");
    row("layout that is a list", "layout: [a]\n", "type", 3, 9, "layout", "mapping");
}

void TestReader::problemsSayWhereTheyAre()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    const Loaded loaded = read(text);
    QVERIFY(loaded.readable);
    QCOMPARE(loaded.problems.size(), 1);
    const Problem &problem = loaded.problems.first();
    QTEST(problem.rule, "rule");
    QTEST(problem.path, "path");
    QTEST(problem.line, "line");
    QTEST(problem.column, "column");
    QVERIFY2(problem.message.contains(words), qPrintable(problem.message));
    QCOMPARE(problem.severity, problem.rule == u"unknown-key"_s ? Severity::Warning : Severity::Error);
    QVERIFY(!problem.subjects.isEmpty());
}

void TestReader::whatCannotBeReadIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const QByteArray &text, const char *rule, int line, int column) {
        QTest::newRow(name) << text << QString::fromLatin1(rule) << line << column;
    };
    row("empty", "", "syntax", 1, 1);
    row("only a comment", "# nothing\n", "syntax", 1, 1);
    row("broken", "baton: 1\nname: [x\ntasks: y\n", "syntax", 4, 1);
    row("two documents", "baton: 1\nname: x\n---\nbaton: 1\n", "syntax", 3, 1);
    row("a list", "- baton: 1\n", "type", 1, 1);
    row("text", "baton\n", "type", 1, 1);
    row("no version", "name: x\n", "version", 1, 1);
    row("newer version", "name: x\nbaton: 2\n", "version", 2, 8);
    row("version zero", "baton: 0\n", "version", 1, 8);
    row("version that is text", "baton: one\n", "version", 1, 8);
    row("doubled key", "baton: 1\nname: x\ntasks:\n  - id: a\n    id: b\n", "duplicate-key", 5, 5);
    row("doubled key in other words", "baton: 1\nname: x\n\"na\\u006de\": y\n", "duplicate-key", 3, 1);
    row("Latin-1", "baton: 1\nname: caf\xe9\n", "encoding", 2, 10);
    row("a zero byte", QByteArray("baton: 1\nname: x\0y\n", 19), "encoding", 2, 8);
    row("an escape character", "baton: 1\nname: \"\x1b[31m\"\n", "encoding", 2, 8);
    row("UTF-16", QByteArray("\xff\xfe" "b\0a\0", 6), "encoding", 1, 1);
    row("an alias of nothing", "baton: 1\nname: *x\n", "syntax", 2, 7);
    row("an alias within itself", "baton: 1\na: &x [*x]\n", "limit", 2, 8);
    row("too deep", "baton: 1\na: " + QByteArray(64, '[') + QByteArray(64, ']') + "\n", "limit", 2, 67);
    row("ten thousand levels", "baton: 1\na: " + QByteArray(10000, '[') + QByteArray(10000, ']') + "\n", "limit", 2, 67);
    QByteArray blocks = "baton: 1\na:\n";
    for (int i = 1; i < 10000; ++i)
        blocks += QByteArray(i, ' ') + "a:\n";
    row("ten thousand block levels", blocks, "limit", 66, 65);
    QByteArray bomb = "baton: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 9; ++i)
        bomb += "a%1: &a%1 [*a%0, *a%0, *a%0, *a%0, *a%0, *a%0, *a%0, *a%0, *a%0, *a%0]\n"_ba.replace("%1", QByteArray::number(i)).replace("%0", QByteArray::number(i - 1));
    row("an alias bomb", bomb, "limit", 8, 25);
}

void TestReader::whatCannotBeReadIsRefused()
{
    QFETCH(QByteArray, text);
    const Loaded loaded = read(text);
    QVERIFY(!loaded.readable);
    QVERIFY(!loaded.source);
    QCOMPARE(loaded.contents, Contents());
    QVERIFY(!loaded.problems.isEmpty());
    const Problem &problem = loaded.problems.first();
    QTEST(problem.rule, "rule");
    QCOMPARE(problem.severity, Severity::Error);
    QVERIFY(!problem.message.isEmpty());
    QTEST(problem.line, "line");
    QTEST(problem.column, "column");
}

void TestReader::allProblemsAreReportedNotOnlyTheFirst()
{
    const Loaded loaded = read("baton: 1\ntasks:\n  - id: a\n    kind: foo\n    evidense: x\n  - id: [b]\nsetings: {}\n");
    QCOMPARE(rulesOf(loaded), (QStringList{u"type"_s, u"type"_s, u"unknown-key"_s, u"type"_s, u"unknown-key"_s}));
    QCOMPARE(loaded.problems.first().field, Field::Name);
    QCOMPARE(loaded.contents.tasks.size(), 2);
    const Loaded doubled = read("baton: 1\nbaton: 1\nname: x\ntasks: [{id: a, id: b}]\n");
    QCOMPARE(rulesOf(doubled), (QStringList{u"duplicate-key"_s, u"duplicate-key"_s}));
}

void TestReader::everyPrefixIsReadOrRefused()
{
    const QByteArray whole = everyField();
    QVERIFY(!whole.isEmpty());
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const Loaded loaded = read(whole.first(length));
        QVERIFY2(loaded.readable || !loaded.problems.isEmpty(), qPrintable(QString::number(length)));
        QVERIFY2(!loaded.readable || length >= 8, qPrintable(QString::number(length)));
    }
}

void TestReader::filesThatAreNoFilesAreErrors()
{
    QTemporaryDir folder;
    const auto missing = loadWorkflow(folder.filePath(u"none.baton.yaml"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    const auto directory = loadWorkflow(folder.path());
    QVERIFY(!directory);
    QCOMPARE(directory.error().code, ErrorCode::Unreadable);

    QFile large(folder.filePath(u"large.baton.yaml"_s));
    QVERIFY(large.open(QIODevice::WriteOnly));
    QVERIFY(large.resize(100 * 1024 * 1024)); // sparse
    const auto tooLarge = loadWorkflow(large.fileName());
    QVERIFY(!tooLarge);
    QCOMPARE(tooLarge.error().code, ErrorCode::Limit);
    QCOMPARE(tooLarge.error().file, large.fileName());
    QVERIFY(tooLarge.error().message.contains(u"64 MiB"_s));

    QFile plain(folder.filePath(u"plan.baton.yaml"_s));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    plain.write("baton: 1\nname: x\n");
    plain.close();
    const auto loaded = loadWorkflow(plain.fileName());
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->contents.info.name, u"x"_s);
}

void TestReader::jsonIsStrict()
{
    const QByteArray good = R"({"baton": 1, "name": "x", "tasks": [{"id": "a\u00e4\/\ud83d\ude00"}]})";
    const Loaded loaded = readWorkflow(good, FileKind::Json);
    QVERIFY(loaded.readable);
    QCOMPARE(loaded.contents.tasks.at(0).id, u"aä/😀"_s);
    QVERIFY(readWorkflow("\xef\xbb\xbf" + good, FileKind::Json).readable);
    QVERIFY(readWorkflow("{\n\t\"baton\": 1,\n\t\"name\": \"x\"\n}\n", FileKind::Json).readable);

    const Loaded comma = readWorkflow("{\"baton\": 1,\n \"name\": \"x\",\n}", FileKind::Json);
    QVERIFY(!comma.readable);
    QCOMPARE(rulesOf(comma), QStringList{u"syntax"_s});
    QCOMPARE(comma.problems.first().line, 3);
    QVERIFY(!readWorkflow("baton: 1\nname: x\n", FileKind::Json).readable);
    const Loaded doubled = readWorkflow("{\"baton\": 1, \"name\": \"x\", \"name\": \"y\"}", FileKind::Json);
    QCOMPARE(rulesOf(doubled), QStringList{u"duplicate-key"_s});
    QCOMPARE(doubled.problems.first().column, 27);
}

void TestReader::placesOfRuleProblemsAreFound()
{
    const Loaded loaded = read(everyField());
    const NodeKey design = loaded.contents.tasks.keyAt(0);
    const SourceFile &source = *loaded.source;
    QCOMPARE(locate(source, design), (FilePlace{45, 5, u"tasks[0]"_s}));
    QCOMPARE(locate(source, design, Field::Persona), (FilePlace{48, 14, u"tasks[0].persona"_s}));
    QCOMPARE(locate(source, design, Field::Needs, 2), (FilePlace{56, 9, u"tasks[0].needs[2]"_s}));
    QCOMPARE(locate(source, design, Field::BudgetTokens).path, u"tasks[0].budget.tokens"_s);
    QCOMPARE(locate(source, design, Field::TimeoutIdle).path, u"tasks[0].timeout.idle"_s);
    QCOMPARE(locate(source, design, Field::Position).path, u"layout.system-design"_s);
    QCOMPARE(locate(source, loaded.contents.tasks.keyAt(1), Field::Evidence), (FilePlace{74, 5, u"tasks[1]"_s})); // not written
    QCOMPARE(locate(source, workflowKey, Field::MaxConcurrent), (FilePlace{11, 19, u"settings.max_concurrent"_s}));
    QCOMPARE(locate(source, NodeKey(NodeKind::Task, 99)), FilePlace());

    Problem problem;
    problem.rule = u"no-evidence"_s;
    problem.subjects = {design};
    problem.field = Field::Evidence;
    problem.item = 0;
    QList<Problem> problems{problem};
    addPlaces(problems, source);
    QCOMPARE(problems.first().path, u"tasks[0].evidence[0]"_s);
    QVERIFY(problems.first().line > 0);
}

void TestReader::aDoubledIdHasOnePosition()
{
    const Contents contents = read("baton: 1\nname: x\ntasks: [{id: a}, {id: a}]\nlayout: {a: [1, 2], gone: [3, 4]}\n").contents;
    QCOMPARE(contents.tasks.at(0).position, QPointF(1, 2));
    QVERIFY(!contents.tasks.at(1).position);
}

void TestReader::textIsTakenAsWritten()
{
    const Contents contents = read("baton: 1\nname: 007\ntasks: [{id: 1e3, title: true, phase: no, outcomes: [on, 1:30]}]\n").contents;
    QCOMPARE(contents.info.name, u"007"_s);
    QCOMPARE(contents.tasks.at(0).id, u"1e3"_s);
    QCOMPARE(contents.tasks.at(0).title, u"true"_s);
    QCOMPARE(contents.tasks.at(0).phase, u"no"_s);
    QCOMPARE(contents.tasks.at(0).outcomes, (QStringList{u"on"_s, u"1:30"_s}));
}

QTEST_GUILESS_MAIN(TestReader)
#include "tst_reader.moc"
