// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/planindex.h"
#include "model/rules/checker.h"
#include "tests/model/rules/randomedits.h"
#include "tests/model/rules/rulecases.h"
#include "tests/support/seed.h"

#include <QSignalSpy>
#include <QTest>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

namespace {

QStringList linesOf(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems) {
        QString line = nameOf(problem.severity) + u": "_s + problem.message + u" ["_s + problem.rule + u"] "_s;
        for (NodeKey key : problem.subjects)
            line += QString::number(key.value(), 16) + u' ';
        for (const QuickFix &fix : problem.fixes)
            line += u'(' + fix.title + u'|' + fix.argument + u')';
        lines += line;
    }
    return lines;
}

/// What one list has and the other has not.
QString difference(const QList<Problem> &kept, const QList<Problem> &full)
{
    QStringList mine = linesOf(kept);
    QStringList theirs = linesOf(full);
    for (const QString &line : linesOf(full))
        mine.removeOne(line);
    for (const QString &line : linesOf(kept))
        theirs.removeOne(line);
    return u"kept up:\n"_s + mine.join(u'\n') + u"\nin full:\n"_s + theirs.join(u'\n');
}

bool speaksOf(const QList<Problem> &problems, const QString &rule)
{
    return std::any_of(problems.begin(), problems.end(), [&](const Problem &problem) { return problem.rule == rule; });
}

} // namespace

class TestChecker : public QObject
{
    Q_OBJECT

private slots:
    void itFollowsEditsUndoAndRedo();
    void movingACardChangesNothing();
    void aNewTitleIsInEveryMessageThatNamesIt();
    void looseTasksAreToldOnceOneOfThemIsNot();
    void proposalsStayWithTheFirstOfManyFindings();
    void whatIsReadIsFollowedHoweverOftenDeliverablesChange();
    void whatIsFarAwayDecidesWhetherANeedIsRedundant();
    void whatIsFarAwayDecidesWhoValidatesTheirOwnRepair();
    void patternsThatCannotMeetCostThoseThatDoNothing();
    void whatWasNotComparedIsSaid();
    void aLargePlanIsCheckedAsideWhileEditingGoesOn();
    void aPlanThatTwoThreadsCheckHasTheProblemsThatOneFinds();
    void itAgreesWithAFullCheckAfterRandomEdits_data();
    void itAgreesWithAFullCheckAfterRandomEdits();
};

void TestChecker::itFollowsEditsUndoAndRedo()
{
    Plan plan;
    plan.persona(u"dev"_s, Role::Worker).persona(u"tester"_s, Role::Validator).task(u"a"_s, u"dev"_s);
    plan.task(u"v"_s, u"tester"_s, [](Task &t) { t.validates = {u"a"_s}; });
    Workflow workflow(plan);
    Checker checker(workflow);
    QSignalSpy spy(&checker, &Checker::problemsChanged);
    QCOMPARE(checker.problems(), checkWorkflow(workflow.contents()));
    QVERIFY(!speaksOf(checker.problems(), u"self-validation"_s));
    const NodeKey validator = plan.contents.tasks.keyAt(1);
    const Edit undo = workflow.apply(Edit{}.set(validator, Field::Persona, QStringList{u"dev"_s}));
    QCOMPARE(spy.size(), 1);
    const auto self = std::find_if(checker.problems().begin(), checker.problems().end(),
                                   [](const Problem &problem) { return problem.rule == u"self-validation"_s; });
    QVERIFY(self != checker.problems().end());
    QCOMPARE(self->fixes.value(0).argument, u"tester"_s);
    workflow.apply(fixEdit(workflow.contents(), *self, self->fixes.first()));
    QCOMPARE(spy.size(), 2);
    QVERIFY(!speaksOf(checker.problems(), u"self-validation"_s));
    workflow.apply(undo);
    QCOMPARE(spy.size(), 2);
    QCOMPARE(checker.problems(), checkWorkflow(workflow.contents()));
}

void TestChecker::movingACardChangesNothing()
{
    Workflow workflow(randomPlan(50, 80, 3));
    Checker checker(workflow);
    QSignalSpy spy(&checker, &Checker::problemsChanged);
    workflow.apply(Edit{}.set(workflow.contents().tasks.keyAt(3), Field::Position, std::optional<QPointF>(QPointF(1, 2))));
    QVERIFY(spy.isEmpty());
}

void TestChecker::aNewTitleIsInEveryMessageThatNamesIt()
{
    Plan plan;
    plan.persona(u"dev"_s).task(u"a"_s, u"dev"_s, [](Task &t) { t.needs = {need(u"b"_s)}; });
    plan.task(u"b"_s, u"dev"_s, [](Task &t) { t.needs = {need(u"a"_s)}; });
    Workflow workflow(plan);
    Checker checker(workflow);
    QVERIFY(speaksOf(checker.problems(), u"cycle"_s));
    workflow.apply(Edit{}.set(plan.contents.tasks.keyAt(1), Field::Title, u"The second"_s));
    QVERIFY(difference(checker.problems(), {}).contains(u"“The second”"_s));
    QCOMPARE(checker.problems(), checkWorkflow(workflow.contents()));
}

void TestChecker::looseTasksAreToldOnceOneOfThemIsNot()
{
    Plan plan;
    plan.persona(u"dev"_s).phase(u"p"_s).task(u"a"_s, u"dev"_s).task(u"b"_s, u"dev"_s);
    Workflow workflow(plan);
    Checker checker(workflow);
    QVERIFY(!speaksOf(checker.problems(), u"isolated-task"_s));
    Task task = *plan.contents.task(plan.contents.tasks.keyAt(0));
    task.id = u"c"_s;
    task.phase = u"p"_s;
    workflow.apply(Edit{}.insert(task));
    QVERIFY(speaksOf(checker.problems(), u"isolated-task"_s));
    QCOMPARE(checker.problems(), checkWorkflow(workflow.contents()));
}

void TestChecker::proposalsStayWithTheFirstOfManyFindings()
{
    Plan plan;
    plan.persona(u"dev"_s).task(u"here"_s, u"dev"_s);
    for (int i = 0; i < 130; ++i)
        plan.task(u"t-%1"_s.arg(i), u"dev"_s, [](Task &t) { t.needs = {need(u"hera"_s)}; });
    Workflow workflow(plan);
    Checker checker(workflow);
    QCOMPARE(checker.problems(), checkWorkflow(workflow.contents()));
    // Those after it move up, one of them to where proposals are made.
    const Edit undo = workflow.apply(Edit{}.set(plan.contents.tasks.keyAt(50), Field::Needs, QList<Need>()));
    QCOMPARE(checker.problems(), checkWorkflow(workflow.contents()));
    workflow.apply(undo);
    QCOMPARE(checker.problems(), checkWorkflow(workflow.contents()));
    for (int i = 0; i < 60; ++i) {
        workflow.apply(Edit{}.set(plan.contents.tasks.keyAt(2 + 2 * i), Field::Needs, QList<Need>()));
        QCOMPARE(checker.problems(), checkWorkflow(workflow.contents()));
    }
}

void TestChecker::whatIsReadIsFollowedHoweverOftenDeliverablesChange()
{
    Contents contents;
    contents.info.rules.insert(u"duplicate-deliverable"_s, {Severity::Off, {}});
    add(contents, Task{.id = u"writes"_s});
    add(contents, Task{.id = u"reads"_s, .inputs = {u"x.md"_s}});
    Workflow workflow(contents);
    Checker checker(workflow);
    const NodeKey writes = workflow.contents().tasks.keyAt(0);
    for (int step = 0; step < 700; ++step) {
        workflow.apply(Edit{}.set(writes, Field::Deliverables, QStringList{step % 2 ? u"x.md"_s : u"y.md"_s}));
        QVERIFY2(checker.problems() == checkWorkflow(workflow.contents()), qPrintable(u"step %1"_s.arg(step)));
    }
}

void TestChecker::whatIsFarAwayDecidesWhetherANeedIsRedundant()
{
    Plan plan;
    plan.persona(u"dev"_s).phase(u"p"_s).gate(u"g"_s, u"p"_s).phase(u"f"_s, PhaseKind::Fix, [](Phase &phase) { phase.fixes = u"g"_s; });
    for (int i = 0; i < 9; ++i)
        plan.task(u"t%1"_s.arg(i), u"dev"_s, [i](Task &task) {
            if (i > 0)
                task.needs = {need(u"t%1"_s.arg(i - 1))};
        });
    plan.gate(u"sync"_s, {}, [](Gate &gate) { gate.needs = {u"t8"_s}; });
    plan.task(u"last"_s, u"dev"_s, [](Task &task) { task.needs = {need(u"sync"_s), need(u"t0"_s)}; });
    Workflow workflow(plan);
    Checker checker(workflow);
    const auto isRedundant = [&] {
        [&] { QCOMPARE(checker.problems(), checkWorkflow(workflow.contents())); }();
        return speaksOf(checker.problems(), u"redundant-need"_s);
    };
    QVERIFY(isRedundant());
    const NodeKey middle = plan.contents.tasks.keyAt(4);
    Need branch = need(u"t3"_s);
    branch.when = {u"yes"_s};
    Edit undo = workflow.apply(Edit{}.set(middle, Field::Needs, QList<Need>{branch}));
    QVERIFY2(!isRedundant(), "without it, the last would be skipped with what is in the middle");
    workflow.apply(undo);
    QVERIFY(isRedundant());
    undo = workflow.apply(Edit{}.set(middle, Field::Phase, u"f"_s));
    QVERIFY2(!isRedundant(), "where there is nothing to fix, the last would be skipped");
    workflow.apply(undo);
    QVERIFY(isRedundant());
    workflow.apply(Edit{}.set(plan.contents.gates.keyAt(1), Field::Criteria, std::optional<QStringList>(QStringList{u"signed-off"_s})));
    QVERIFY2(!isRedundant(), "the gate may pass although work has failed");
}

void TestChecker::whatIsFarAwayDecidesWhoValidatesTheirOwnRepair()
{
    const auto inPhase = [](TaskKind kind, const QString &phase) {
        return [=](Task &task) {
            task.kind = kind;
            task.phase = phase;
        };
    };
    Plan plan;
    plan.persona(u"dev"_s).persona(u"tester"_s).persona(u"judge"_s).phase(u"p"_s).gate(u"g"_s, u"p"_s)
        .phase(u"f"_s, PhaseKind::Fix, [](Phase &phase) { phase.fixes = u"g"_s; })
        .task(u"a"_s, u"dev"_s).task(u"v"_s, u"tester"_s, [](Task &task) { task.validates = {u"a"_s}; });
    for (int i = 0; i < 6; ++i)
        plan.task(u"t%1"_s.arg(i), u"dev"_s, [i](Task &task) { task.needs = {need(i > 0 ? u"t%1"_s.arg(i - 1) : u"v"_s)}; });
    plan.task(u"repair"_s, u"tester"_s, [](Task &task) {
        task.kind = TaskKind::Fix;
        task.needs = {need(u"a"_s), need(u"t5"_s)};
    });
    plan.task(u"b"_s, u"dev"_s, inPhase(TaskKind::Implement, u"p"_s)).task(u"c"_s, u"dev"_s, inPhase(TaskKind::Implement, u"p"_s));
    plan.task(u"mend"_s, u"judge"_s, inPhase(TaskKind::Fix, u"f"_s)).task(u"again"_s, u"judge"_s, [](Task &task) {
        task.phase = u"f"_s;
        task.validates = {u"b"_s};
        task.needs = {need(u"mend"_s)};
    });
    Workflow workflow(plan);
    Checker checker(workflow);
    const auto found = [&] {
        [&] { QCOMPARE(checker.problems(), checkWorkflow(workflow.contents())); }();
        return std::count_if(checker.problems().begin(), checker.problems().end(),
                             [](const Problem &problem) { return problem.rule == u"self-validation"_s; });
    };
    QCOMPARE(found(), 1); // in the fix phase
    const Edit undo = workflow.apply(Edit{}.set(plan.contents.tasks.keyAt(5), Field::Needs, QList<Need>()));
    QCOMPARE(found(), 2); // the repair need not come after the verdict any more
    workflow.apply(undo);
    QCOMPARE(found(), 1);
    workflow.apply(Edit{}.set(IdIndex(workflow.contents()).step(u"c"_s), Field::Persona, QStringList{u"judge"_s}));
    QCOMPARE(found(), 0); // it may be their own work that they mend
}

namespace {

/// Many tasks that own what the pattern makes of their number, and two whose folders overlap.
Contents manyOwners(int count, const QString &pattern)
{
    Contents contents;
    add(contents, Task{.id = u"x"_s, .owns = {u"zz/**/a.c"_s}});
    for (int i = 0; i < count; ++i)
        add(contents, Task{.id = u"t-%1"_s.arg(i), .owns = {pattern.arg(i, 5, 10, QChar(u'0'))}});
    add(contents, Task{.id = u"y"_s, .owns = {u"zz/*/a.c"_s}});
    return contents;
}

QList<Problem> conflicts(QList<Problem> problems)
{
    problems.removeIf([](const Problem &problem) { return problem.rule != u"ownership-conflict"_s; });
    return problems;
}

} // namespace

void TestChecker::patternsThatCannotMeetCostThoseThatDoNothing()
{
    for (const QString &pattern : {u"src/**/m%1*.c"_s, u"src/**/*m%1.c"_s}) {
        const QList<Problem> found = conflicts(checkWorkflow(manyOwners(4000, pattern)));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().severity, Severity::Error);
        QVERIFY(found.first().message.contains(u"zz/*/a.c"_s));
    }
}

void TestChecker::whatWasNotComparedIsSaid()
{
    Workflow workflow(manyOwners(1500, u"src/**/*m%1*"_s));
    Checker checker(workflow);
    const auto warnings = [&] {
        QList<Problem> found = conflicts(checker.problems());
        return found.removeIf([](const Problem &problem) { return problem.severity != Severity::Warning; }), found;
    };
    QCOMPARE(warnings().size(), 1);
    QVERIFY(warnings().first().message.contains(u"“src/”"_s));
    QVERIFY(conflicts(checker.problems()).contains(warnings().first()));
    QVERIFY(std::any_of(checker.problems().begin(), checker.problems().end(),
                        [](const Problem &problem) { return problem.message.contains(u"zz/*/a.c"_s); }));
    // It goes when there is less to compare.
    Edit edit;
    for (const auto &slot : workflow.contents().tasks) {
        if (slot.node->id.startsWith(u"t-"_s) && slot.node->id.size() > 3)
            edit.set(slot.key, Field::Owns, QStringList());
    }
    workflow.apply(edit);
    QTRY_VERIFY(!checker.isChecking());
    QCOMPARE(warnings().size(), 0);
    QCOMPARE(checker.problems(), checkWorkflow(workflow.contents()));
}

void TestChecker::aLargePlanIsCheckedAsideWhileEditingGoesOn()
{
    Workflow workflow(randomPlan(300, 450, 3));
    RandomEdits edits(workflow, 3);
    Checker checker(workflow);
    checker.setMostAtOnce(0);
    const QList<Problem> before = checker.problems();
    const NodeKey task = workflow.contents().tasks.keyAt(7);
    workflow.apply(Edit{}.set(task, Field::Id, u"Not An Id"_s)); // may matter anywhere
    QVERIFY(checker.isChecking());
    QCOMPARE(checker.problems(), before);
    workflow.apply(Edit{}.set(task, Field::Persona, QStringList()));
    QTRY_VERIFY(!checker.isChecking());
    QVERIFY(checker.problems() != before);
    QCOMPARE(checker.problems(), checkWorkflow(workflow.contents()));
    // And it follows what comes after, however it got there.
    for (int step = 0; step < 60; ++step) {
        workflow.apply(edits.next());
        QTRY_VERIFY(!checker.isChecking());
        QVERIFY2(checker.problems() == checkWorkflow(workflow.contents()), qPrintable(u"step %1"_s.arg(step)));
    }
    workflow.reset(randomPlan(20, 20, 4));
    workflow.apply(edits.next());
    QTRY_VERIFY(!checker.isChecking());
    QCOMPARE(checker.problems(), checkWorkflow(workflow.contents()));
}

void TestChecker::aPlanThatTwoThreadsCheckHasTheProblemsThatOneFinds()
{
    constexpr int added = 200;
    constexpr int before = int(tasksWorthAThread) - added / 2;
    Contents contents = randomPlan(before, before * 3 / 2, 11);
    for (int i = 0; i < before; i += 97) {
        Task task = contents.tasks.at(i);
        task.personas = i % 2 ? QStringList{} : QStringList{u"nobody"_s};
        task.owns = {u"src/%1/**"_s.arg(i % 5)};
        task.inputs = {u"out/%1.md"_s.arg(i + 1)};
        contents.tasks.replace(contents.tasks.keyAt(i), std::make_shared<const Task>(task));
    }
    Workflow workflow(contents);
    Checker checker(workflow);
    Edit edit;
    for (int i = 0; i < added; ++i) {
        Task task{.id = u"added-%1"_s.arg(i), .phase = u"phase-3"_s, .personas = {u"persona-1"_s}};
        task.needs = {need(i % 3 ? u"task-%1"_s.arg(700 + i) : u"nothing"_s)};
        task.owns = {u"src/1/%1.cpp"_s.arg(i)};
        edit.insert(task);
    }
    workflow.apply(edit); // which one thread follows
    QVERIFY(workflow.contents().tasks.size() > tasksWorthAThread);
    const QList<Problem> full = checkWorkflow(workflow.contents());
    QVERIFY(speaksOf(full, u"no-persona"_s));
    QVERIFY2(checker.problems() == full, qPrintable(difference(checker.problems(), full)));
}

void TestChecker::itAgreesWithAFullCheckAfterRandomEdits_data()
{
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("needs");
    QTest::addColumn<int>("steps");
    QTest::addRow("a plan of people") << 25 << 35 << 1200;
    QTest::addRow("630732084") << 25 << 35 << 600; // once told the same in another order
    QTest::addRow("a plan with hardly any order") << 40 << 10 << 400;
    QTest::addRow("a plan of several phases") << 520 << 800 << 20;
}

void TestChecker::itAgreesWithAFullCheckAfterRandomEdits()
{
    QFETCH(int, tasks);
    QFETCH(int, needs);
    QFETCH(int, steps);
    const quint32 known = QByteArray(QTest::currentDataTag()).toUInt();
    const quint32 seed = known > 0 ? known : newSeed();
    Workflow workflow(randomPlan(tasks, needs, seed));
    RandomEdits edits(workflow, seed);
    Checker checker(workflow);
    QSignalSpy spy(&checker, &Checker::problemsChanged);
    QList<Edit> undo;
    QList<Edit> redo;
    for (int step = 0; step < steps; ++step) {
        const QList<Problem> before = checker.problems();
        spy.clear();
        const int choice = edits.bounded(12);
        if (choice < 2 && !undo.isEmpty()) {
            redo.append(workflow.apply(undo.takeLast()));
        } else if (choice < 4 && !redo.isEmpty()) {
            undo.append(workflow.apply(redo.takeLast()));
        } else if (choice == 4 && !before.isEmpty()) {
            const Problem &problem = before.at(edits.bounded(int(before.size())));
            if (!problem.fixes.isEmpty())
                undo.append(workflow.apply(fixEdit(workflow.contents(), problem, problem.fixes.first())));
            redo.clear();
        } else if (choice == 5 && edits.bounded(6) == 0) {
            checker.setContext(edits.context());
        } else {
            undo.append(workflow.apply(edits.next()));
            redo.clear();
        }
        if (workflow.contents().tasks.size() > tasks * 2 || workflow.contents().phases.size() > 12) {
            workflow.reset(randomPlan(tasks, needs, seed + quint32(step)));
            undo.clear();
            redo.clear();
        }
        const QList<Problem> full = checkWorkflow(workflow.contents(), checker.context());
        QVERIFY2(checker.problems() == full,
                 qPrintable(u"step %1\n"_s.arg(step) + difference(checker.problems(), full)));
        QVERIFY2(before == full || !spy.isEmpty(), qPrintable(u"step %1 was not announced"_s.arg(step)));
    }
}

QTEST_GUILESS_MAIN(TestChecker)
#include "tst_checker.moc"
