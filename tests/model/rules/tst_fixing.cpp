// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/rules/rulecases.h"

#include <QElapsedTimer>
#include <QTest>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

namespace {

int countOf(const QList<Problem> &problems, const QString &rule)
{
    return int(std::count_if(problems.begin(), problems.end(), [&](const Problem &problem) { return problem.rule == rule; }));
}

int graveIn(const QList<Problem> &problems)
{
    return int(std::count_if(problems.begin(), problems.end(),
                             [](const Problem &problem) { return problem.severity >= Severity::Warning; }));
}

std::function<void(Task &)> needs(const QStringList &ids)
{
    return [ids](Task &task) {
        for (const QString &id : ids)
            task.needs.append(need(id));
    };
}

Plan team()
{
    Plan plan;
    plan.persona(u"dev"_s).persona(u"tester"_s, Role::Validator);
    return plan;
}

} // namespace

class TestFixing : public QObject
{
    Q_OBJECT

private slots:
    void anIdKeepsItsLettersOrIsLeftToPeople_data();
    void anIdKeepsItsLettersOrIsLeftToPeople();
    void anEmptyPersonaIsToldOnce();
    void allOfAKindAreFixedByOneEditThatCanBeTakenBack();
    void newNodesGetIdsOfTheirOwn();
    void fixesThatTogetherWouldCloseACircleAreNotTakenTogether();
    void aFixThatWouldBringAnotherErrorIsLeftOut();
    void whatOtherFixesHaveRepairedIsNotFixedAgain();
    void anUnknownRuleOrFixChangesNothing();
    void safeFixesAreTakenUntilNoneIsLeft();
    void safeFixesKeepTheOrderOfWork();
    void aTidyPlanStillSaysWhatIsWrong();
    void thousandsAreFixedInAFewRounds();
    void aMergedRowStillReadsWhatComesFromOutside();
    void whatAnIntegrationIsPutBeforeStillSaysWhatItValidates();
    void whatIsAddedCostsNoMoreThanTheCapLeaves_data();
    void whatIsAddedCostsNoMoreThanTheCapLeaves();
};

void TestFixing::whatIsAddedCostsNoMoreThanTheCapLeaves_data()
{
    QTest::addColumn<qint64>("cap");
    QTest::addColumn<std::optional<qint64>>("given");
    QTest::addRow("room") << qint64(9000) << std::optional<qint64>(1000);
    QTest::addRow("little room") << qint64(3300) << std::optional<qint64>(200);
    QTest::addRow("full") << qint64(3000) << std::optional<qint64>();
}

void TestFixing::whatIsAddedCostsNoMoreThanTheCapLeaves()
{
    QFETCH(qint64, cap);
    QFETCH(std::optional<qint64>, given);
    Plan plan = team();
    plan.info([&](WorkflowInfo &info) { info.budgetTokens = cap; });
    for (const QString &id : {u"a"_s, u"b"_s})
        plan.task(id, u"dev"_s, [](Task &task) {
            task.kind = TaskKind::Implement;
            task.budgetTokens = 1000;
        });
    plan.task(u"v"_s, u"tester"_s, [](Task &task) {
        task.validates = {u"a"_s};
        task.executor.type = u"human"_s;
    });
    Workflow workflow(plan);
    workflow.apply(fixAllEdit(plan, u"no-validation"_s));
    QCOMPARE(workflow.contents().tasks.size(), 4);
    QCOMPARE(workflow.contents().tasks.at(3).budgetTokens, given);
    QCOMPARE(countOf(checkWorkflow(workflow.contents()), u"over-budget"_s), 0);
}

void TestFixing::whatAnIntegrationIsPutBeforeStillSaysWhatItValidates()
{
    Plan plan = team();
    plan.persona(u"other"_s).info([](WorkflowInfo &info) { info.workspace = WorkspaceMode::Worktree; });
    plan.task(u"one"_s, u"dev"_s).task(u"two"_s, u"other"_s).task(u"check"_s, u"dev"_s, [](Task &task) {
        task.kind = TaskKind::Review;
        needs({u"one"_s, u"two"_s})(task);
    });
    QCOMPARE(countOf(checkWorkflow(plan), u"self-validation"_s), 1);
    Workflow workflow(plan);
    workflow.apply(fixAllEdit(plan, u"worktree-conflict"_s));
    QCOMPARE(workflow.contents().tasks.size(), 4);
    const QList<Problem> after = checkWorkflow(workflow.contents());
    QCOMPARE(countOf(after, u"worktree-conflict"_s), 0);
    QCOMPARE(countOf(after, u"self-validation"_s), 1);
}

void TestFixing::aMergedRowStillReadsWhatComesFromOutside()
{
    Plan plan = team();
    plan.task(u"before"_s, u"tester"_s, [](Task &task) { task.deliverables = {u"q.md"_s, u"both/1"_s}; });
    const auto step = [&](const QString &id, const QString &after, const QStringList &inputs, const QStringList &deliverables) {
        plan.task(id, u"dev"_s, [&](Task &task) {
            needs({after})(task);
            task.inputs = inputs;
            task.deliverables = deliverables;
            task.budgetTokens = 1000;
        });
    };
    step(u"a"_s, u"before"_s, {u"q.md"_s}, {u"x/1"_s, u"both/2"_s});
    step(u"b"_s, u"a"_s, {u"x/*"_s}, {u"x/2"_s});
    step(u"c"_s, u"b"_s, {u"x/"_s, u"both/*"_s}, {u"q.md"_s});
    step(u"d"_s, u"c"_s, {u"q.md"_s}, {});
    Workflow workflow(plan);
    workflow.apply(fixAllEdit(plan, u"over-orchestration"_s));
    QCOMPARE(workflow.contents().tasks.size(), 2);
    QCOMPARE(workflow.contents().tasks.at(1).inputs, (QStringList{u"q.md"_s, u"both/*"_s}));
}

void TestFixing::allOfAKindAreFixedByOneEditThatCanBeTakenBack()
{
    Plan plan = team();
    for (int i = 0; i < 5; ++i)
        plan.task(u"t%1"_s.arg(i), {});
    Workflow workflow(plan);
    QCOMPARE(countOf(checkWorkflow(plan), u"no-persona"_s), 5);
    const Edit edit = fixAllEdit(plan, u"no-persona"_s, u"assign-persona"_s);
    const Edit back = workflow.apply(edit);
    QCOMPARE(countOf(checkWorkflow(workflow.contents()), u"no-persona"_s), 0);
    workflow.apply(back);
    QCOMPARE(workflow.contents(), plan.contents);
}

void TestFixing::newNodesGetIdsOfTheirOwn()
{
    Plan plan;
    plan.persona(u"dev"_s);
    for (int i = 0; i < 4; ++i) {
        plan.task(u"a%1"_s.arg(i), u"dev"_s, [](Task &task) { task.kind = TaskKind::Implement; });
        plan.task(u"v%1"_s.arg(i), u"dev"_s, [i](Task &task) { task.validates = {u"a%1"_s.arg(i)}; });
    }
    // Nobody else is there: the first fix declares a reviewer, the others assign it.
    Workflow workflow(plan);
    const Edit back = workflow.apply(fixAllEdit(plan, u"self-validation"_s));
    QCOMPARE(countOf(checkWorkflow(workflow.contents()), u"self-validation"_s), 0);
    QCOMPARE(countOf(checkWorkflow(workflow.contents()), u"duplicate-id"_s), 0);
    QCOMPARE(workflow.contents().personas.size(), 2);
    workflow.apply(back);
    QCOMPARE(workflow.contents(), plan.contents);
}

void TestFixing::fixesThatTogetherWouldCloseACircleAreNotTakenTogether()
{
    Plan plan = team();
    const auto passes = [](const QString &in, const QString &out) {
        return [=](Task &task) {
            task.inputs = {in};
            task.deliverables = {out};
        };
    };
    plan.task(u"a"_s, u"dev"_s, passes(u"b.md"_s, u"a.md"_s)).task(u"b"_s, u"tester"_s, passes(u"a.md"_s, u"b.md"_s));
    QCOMPARE(countOf(checkWorkflow(plan), u"input-not-upstream"_s), 2);
    Workflow workflow(plan);
    workflow.apply(fixAllEdit(plan, u"input-not-upstream"_s));
    QCOMPARE(countOf(checkWorkflow(workflow.contents()), u"cycle"_s), 0);
    QCOMPARE(countOf(checkWorkflow(workflow.contents()), u"input-not-upstream"_s), 1);
}

void TestFixing::aFixThatWouldBringAnotherErrorIsLeftOut()
{
    // The misspelt validator is the one who did the work.
    Plan plan = team();
    plan.task(u"a"_s, u"dev"_s).task(u"v"_s, u"devv"_s, [](Task &task) { task.validates = {u"a"_s}; });
    plan.task(u"b"_s, u"testr"_s);
    Workflow workflow(plan);
    workflow.apply(fixAllEdit(plan, u"unknown-reference"_s, u"use-nearest"_s));
    const QList<Problem> after = checkWorkflow(workflow.contents());
    QCOMPARE(countOf(after, u"self-validation"_s), 0);
    QCOMPARE(countOf(after, u"unknown-reference"_s), 1);
    QCOMPARE(workflow.contents().tasks.at(2).persona(), u"tester"_s);
}

void TestFixing::whatOtherFixesHaveRepairedIsNotFixedAgain()
{
    // Each of three tasks delivers the same file: two needs put them in a row, a third would be redundant.
    Plan plan = team();
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        plan.task(id, u"dev"_s, [](Task &task) { task.deliverables = {u"out.md"_s}; });
    const Fixing fixing = fixAll(plan, u"duplicate-deliverable"_s);
    Workflow workflow(plan);
    workflow.apply(fixing.edit);
    const QList<Problem> after = checkWorkflow(workflow.contents());
    QCOMPARE(countOf(after, u"duplicate-deliverable"_s), 0);
    QCOMPARE(countOf(after, u"cycle"_s), 0);
    QCOMPARE(graveIn(after), 0);
}

void TestFixing::anUnknownRuleOrFixChangesNothing()
{
    Plan plan = team();
    plan.task(u"a"_s, {});
    QVERIFY(fixAllEdit(plan, u"no-such-rule"_s).isEmpty());
    QVERIFY(fixAllEdit(plan, u"no-persona"_s, u"no-such-fix"_s).isEmpty());
    QVERIFY(fixAllEdit({}, u"no-persona"_s).isEmpty());
}

void TestFixing::safeFixesAreTakenUntilNoneIsLeft()
{
    Plan plan = team();
    plan.task(u"First Task"_s, u"dev"_s).task(u"b"_s, u"dev"_s, needs({u"First Task"_s, u"b"_s}));
    plan.task(u"c"_s, {}, [](Task &task) {
        needs({u"First Task"_s, u"b"_s})(task);
        task.personas = {u"dev"_s, u"@dev"_s};
    });
    plan.task(u"d"_s, {}, needs({u"c"_s, u"b"_s, u"First Task"_s}));
    const Fixing fixing = fixSafely(plan);
    QCOMPARE(fixing.taken.size(), 6);
    Workflow workflow(plan);
    const Edit back = workflow.apply(fixing.edit);
    const Contents &after = workflow.contents();
    QCOMPARE(after.tasks.at(0).id, u"first-task"_s);
    QCOMPARE(after.tasks.at(1).needs, QList<Need>{need(u"first-task"_s)});
    QCOMPARE(after.tasks.at(2).needs, QList<Need>{need(u"b"_s)});
    QCOMPARE(after.tasks.at(2).personas, QStringList{u"dev"_s});
    QCOMPARE(after.tasks.at(3).needs, QList<Need>{need(u"c"_s)});
    QVERIFY2(after.tasks.at(3).personas.isEmpty(), "who does a task is for people to decide");
    for (const Problem &problem : checkWorkflow(after))
        QVERIFY2(std::none_of(problem.fixes.begin(), problem.fixes.end(), [](const QuickFix &fix) { return fix.isSafe; }),
                 qPrintable(problem.message));
    workflow.apply(back);
    QCOMPARE(workflow.contents(), plan.contents);
}

void TestFixing::safeFixesKeepTheOrderOfWork()
{
    // A safe fix never adds or takes away work, people or files.
    Contents contents = randomPlan(200, 500, 7);
    Workflow workflow(contents);
    workflow.apply(fixSafely(contents).edit);
    const Contents &after = workflow.contents();
    QCOMPARE(after.tasks.size(), contents.tasks.size());
    QCOMPARE(after.personas, contents.personas);
    for (qsizetype i = 0; i < contents.tasks.size(); ++i) {
        Task before = contents.tasks.at(i);
        before.needs = after.tasks.at(i).needs;
        QCOMPARE(after.tasks.at(i), before);
    }
    QCOMPARE(countOf(checkWorkflow(after), u"redundant-need"_s), 0);
}

void TestFixing::aTidyPlanStillSaysWhatIsWrong()
{
    // A review of one's own work among others', and a need into a later phase that another one stands in front of.
    Plan plan = team();
    plan.persona(u"other"_s).phase(u"one"_s).phase(u"two"_s).gate(u"g1"_s, u"one"_s).gate(u"g2"_s, u"two"_s);
    plan.task(u"early"_s, u"dev"_s, [](Task &task) {
        needs({u"between"_s, u"late"_s})(task);
        task.phase = u"one"_s;
    });
    plan.task(u"a"_s, u"dev"_s).task(u"b"_s, u"other"_s, needs({u"a"_s})).task(u"review"_s, u"dev"_s, [](Task &task) {
        task.kind = TaskKind::Review;
        needs({u"a"_s, u"b"_s})(task);
    });
    plan.task(u"late"_s, u"dev"_s, [](Task &task) { task.phase = u"two"_s; }).task(u"between"_s, u"dev"_s, needs({u"late"_s}));
    plan.task(u"end"_s, u"dev"_s, needs({u"b"_s, u"a"_s})); // and this one is no more than untidy
    const QList<Problem> before = checkWorkflow(plan);
    Workflow workflow(plan);
    const Fixing fixing = fixSafely(plan);
    QCOMPARE(fixing.taken.size(), 1);
    workflow.apply(fixing.edit);
    const QList<Problem> after = checkWorkflow(workflow.contents());
    for (const QString &rule : {u"self-validation"_s, u"phase-order"_s}) {
        QVERIFY(countOf(before, rule) > 0);
        QCOMPARE(countOf(after, rule), countOf(before, rule));
    }
    QCOMPARE(workflow.contents().tasks.at(6).needs, QList<Need>{need(u"b"_s)});
}

void TestFixing::thousandsAreFixedInAFewRounds()
{
    const Contents contents = randomPlan(5'000, 9'000, 3);
    const QList<Problem> before = checkWorkflow(contents);
    QVERIFY(countOf(before, u"redundant-need"_s) > 100);
    QElapsedTimer timer;
    timer.start();
    Workflow workflow(contents);
    workflow.apply(fixAllEdit(contents, u"redundant-need"_s));
    qInfo("%d redundant needs in %lld ms", countOf(before, u"redundant-need"_s), qlonglong(timer.elapsed()));
    QCOMPARE(countOf(checkWorkflow(workflow.contents()), u"redundant-need"_s), 0);
}

void TestFixing::anIdKeepsItsLettersOrIsLeftToPeople_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("fresh");
    QTest::addColumn<bool>("isSafe");
    const auto row = [](const QString &id, const QString &fresh, bool isSafe) { QTest::addRow("%s", qPrintable(id)) << id << fresh << isSafe; };
    row(u"First Task"_s, u"first-task"_s, true);
    row(u"Prüfer"_s, u"pruefer"_s, true);
    row(u"Übung"_s, u"uebung"_s, true);
    row(u"Pru\u0308fer"_s, u"pruefer"_s, true);
    row(u"Straße 3"_s, u"strasse-3"_s, true);
    row(u"Żółw"_s, u"zolw"_s, true);
    row(u"Café"_s, u"cafe"_s, true);
    row(u"日本"_s, u"new"_s, false);
    row(u"日本 plan"_s, u"plan"_s, false);
    row(u"---"_s, u"new"_s, false);
}

void TestFixing::anIdKeepsItsLettersOrIsLeftToPeople()
{
    QFETCH(QString, id);
    QFETCH(QString, fresh);
    QFETCH(bool, isSafe);
    Plan plan;
    plan.persona(u"dev"_s).task(id, u"dev"_s);
    const QList<Problem> problems = checkWorkflow(plan.contents);
    const auto bad = std::find_if(problems.begin(), problems.end(), [](const Problem &problem) { return problem.rule == u"bad-id"_s; });
    QVERIFY(bad != problems.end());
    QCOMPARE(bad->fixes.first().argument, fresh);
    QCOMPARE(bad->fixes.first().isSafe, isSafe);
    const Fixing fixing = fixSafely(plan.contents);
    QCOMPARE(std::any_of(fixing.taken.begin(), fixing.taken.end(), [](const TakenFix &taken) { return taken.problem.rule == u"bad-id"_s; }), isSafe);
}

void TestFixing::anEmptyPersonaIsToldOnce()
{
    Plan plan;
    plan.persona(u"dev"_s).task(u"a"_s, u"dev"_s, [](Task &task) { task.personas = QStringList{QString()}; });
    QStringList rules;
    for (const Problem &problem : checkWorkflow(plan.contents)) {
        if (problem.field == Field::Persona)
            rules += problem.rule;
    }
    QCOMPARE(rules, QStringList{u"no-persona"_s});
}

QTEST_GUILESS_MAIN(TestFixing)
#include "tst_fixing.moc"
