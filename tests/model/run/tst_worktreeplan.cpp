// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/worktrees/lineage.h"
#include "model/run/worktrees/worktreeplan.h"
#include "tests/support/plans.h"
#include "tests/support/rundriver.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

/// Which branch each task works on, and what that begins with: known before anything runs.
class TestWorktreePlan : public QObject
{
    Q_OBJECT

private slots:
    void aTaskBuildsOnTheNearestWorkBeforeIt();
    void workGoesThroughGatesAndPhases();
    void whatIsSkippedIsLookedThrough();
    void fixesComeBehindTheGateTheyMend();
    void aLaterRoundBuildsOnTheOneBefore();
    void whatIsOnlySimulatedHasNoBranch();
    void theReducedBaseHoldsAllThatIsBefore();
    void everyNameIsOneThatGitTakes_data();
    void everyNameIsOneThatGitTakes();
    void prefixesThatGitRefusesAreRefusedBefore_data();
    void prefixesThatGitRefusesAreRefusedBefore();

private:
    static Task work(const QString &id, const QStringList &needs = {}, const QString &phase = {});
    /// Whether git itself takes this for a branch.
    static bool isTakenByGit(const QString &branch);
    static QStringList baseOf(const Contents &contents, const QString &task);
};

Task TestWorktreePlan::work(const QString &id, const QStringList &needs, const QString &phase)
{
    Task task{.id = id, .phase = phase, .executor = {u"shell"_s, {{u"command"_s, u"true"_s}}}};
    for (const QString &target : needs)
        task.needs.append(need(target));
    return task;
}

bool TestWorktreePlan::isTakenByGit(const QString &branch)
{
    QProcess git;
    git.start(u"git"_s, {u"check-ref-format"_s, u"--branch"_s, branch});
    return git.waitForFinished() && git.exitCode() == 0;
}

QStringList TestWorktreePlan::baseOf(const Contents &contents, const QString &task)
{
    const Result<RunPlan> plan = compile(contents);
    if (!plan)
        return {plan.error().message};
    for (const PlannedBranch &branch : worktreePlan(*plan, {u"baton/"_s, u"r"_s, u"/run"_s})) {
        QStringList ids;
        for (const int before : branch.base)
            ids.append(plan->tasks.at(before).id);
        if (plan->tasks.at(branch.task).id == task)
            return ids;
    }
    return {u"no branch"_s};
}

void TestWorktreePlan::aTaskBuildsOnTheNearestWorkBeforeIt()
{
    Contents contents;
    add(contents, work(u"a"_s));
    add(contents, work(u"c"_s, {u"a"_s}));
    add(contents, work(u"b"_s, {u"a"_s}));
    add(contents, work(u"d"_s, {u"b"_s, u"c"_s, u"a"_s}));
    QCOMPARE(baseOf(contents, u"a"_s), QStringList());
    QCOMPARE(baseOf(contents, u"b"_s), QStringList{u"a"_s});
    // In plan order, and without what the others hold already.
    QCOMPARE(baseOf(contents, u"d"_s), (QStringList{u"c"_s, u"b"_s}));
}

void TestWorktreePlan::workGoesThroughGatesAndPhases()
{
    Contents contents;
    add(contents, Phase{.id = u"one"_s});
    add(contents, Phase{.id = u"two"_s});
    add(contents, Phase{.id = u"three"_s});
    add(contents, work(u"a"_s, {}, u"one"_s));
    add(contents, work(u"b"_s, {}, u"one"_s));
    add(contents, work(u"c"_s, {}, u"three"_s)); // nothing in the phase between
    add(contents, work(u"free"_s));
    add(contents, work(u"e"_s, {u"sync"_s}));
    add(contents, Gate{.id = u"sync"_s, .needs = {u"b"_s, u"free"_s}});
    QCOMPARE(baseOf(contents, u"c"_s), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(baseOf(contents, u"e"_s), (QStringList{u"b"_s, u"free"_s}));
}

void TestWorktreePlan::whatIsSkippedIsLookedThrough()
{
    Contents contents;
    add(contents, work(u"a"_s));
    add(contents, work(u"b"_s, {u"a"_s}));
    add(contents, work(u"c"_s, {u"b"_s}));
    const Result<RunPlan> plan = compile(contents);
    QVERIFY(plan.ok());
    const Lineage lineage(*plan);
    QCOMPARE(lineage.baseOf(2, [](int task) { return task != 1; }), QList<int>{0});
    QCOMPARE(lineage.baseOf(2, [](int) { return true; }), QList<int>{1});
    QCOMPARE(lineage.allBefore(2, [](int) { return true; }), (QList<int>{0, 1}));
}

void TestWorktreePlan::fixesComeBehindTheGateTheyMend()
{
    Contents contents;
    add(contents, Phase{.id = u"build"_s});
    add(contents, Phase{.id = u"mend"_s, .kind = PhaseKind::Fix, .fixes = u"gate"_s});
    add(contents, Phase{.id = u"ship"_s});
    add(contents, work(u"code"_s, {}, u"build"_s));
    add(contents, work(u"fix"_s, {}, u"mend"_s));
    add(contents, work(u"release"_s, {}, u"ship"_s));
    add(contents, Gate{.id = u"gate"_s, .phase = u"build"_s});
    const Result<RunPlan> plan = compile(contents);
    QVERIFY(plan.ok());
    QCOMPARE(baseOf(contents, u"fix"_s), QStringList{u"code"_s});
    QCOMPARE(baseOf(contents, u"release"_s), QStringList{u"code"_s}); // as long as nothing needs mending
    QCOMPARE(Lineage(*plan).baseOf(2, [](int) { return true; }), QList<int>{1});
}

void TestWorktreePlan::aLaterRoundBuildsOnTheOneBefore()
{
    Contents contents;
    add(contents, Phase{.id = u"loop"_s, .repeatMax = 2, .repeatUntil = u"check.good"_s});
    add(contents, Phase{.id = u"ship"_s});
    add(contents, work(u"write"_s, {}, u"loop"_s));
    Task check = work(u"check"_s, {u"write"_s}, u"loop"_s);
    check.outcomes = {u"good"_s, u"bad"_s};
    add(contents, check);
    add(contents, work(u"release"_s, {}, u"ship"_s));
    RunDriver run(contents);
    run.start();
    run.complete(u"write"_s);
    run.complete(u"check"_s, u"bad"_s);
    QCOMPARE(run.failures, QStringList());
    const RunPlan &plan = planOf(run.plan, run.state);
    QVERIFY(plan.indexOfTask(u"write#2"_s) > 0);
    const Lineage lineage(plan);
    const auto all = [](int) { return true; };
    QCOMPARE(lineage.baseOf(plan.indexOfTask(u"write#2"_s), all), QList<int>{plan.indexOfTask(u"check"_s)});
    QCOMPARE(lineage.baseOf(plan.indexOfTask(u"release"_s), all), QList<int>{plan.indexOfTask(u"check#2"_s)});
}

void TestWorktreePlan::whatIsOnlySimulatedHasNoBranch()
{
    Contents contents;
    add(contents, work(u"a"_s));
    add(contents, Task{.id = u"thought"_s, .needs = {need(u"a"_s)}});
    add(contents, Task{.id = u"join"_s, .kind = TaskKind::Integrate, .needs = {need(u"thought"_s)}});
    QCOMPARE(baseOf(contents, u"thought"_s), QStringList{u"no branch"_s});
    QCOMPARE(baseOf(contents, u"join"_s), QStringList{u"a"_s});
}

void TestWorktreePlan::theReducedBaseHoldsAllThatIsBefore()
{
    for (const quint32 seed : {1u, 2u, 3u}) {
        Contents contents = randomPlan(120, 200, seed);
        const Result<RunPlan> plan = compile(contents);
        QVERIFY(plan.ok());
        const Lineage lineage(*plan);
        const auto all = [](int) { return true; };
        for (int task = 0; task < plan->tasks.size(); ++task) {
            const QList<int> base = lineage.baseOf(task, all);
            QSet<int> held(base.cbegin(), base.cend());
            for (const int before : base) {
                const QList<int> past = lineage.allBefore(before, all);
                for (const int other : base)
                    QVERIFY2(!past.contains(other), "one of a base is in the past of another");
                held.unite({past.cbegin(), past.cend()});
            }
            const QList<int> before = lineage.allBefore(task, all);
            QCOMPARE(held, QSet<int>(before.cbegin(), before.cend()));
        }
    }
    Contents many = randomPlan(10'000, 15'000, 1);
    for (qsizetype i = 0; i < many.tasks.size(); ++i) {
        Task task = many.tasks.at(i);
        task.executor.type = u"shell"_s;
        many.tasks.replace(many.tasks.keyAt(i), std::make_shared<const Task>(task));
    }
    QElapsedTimer clock;
    clock.start();
    const Result<RunPlan> large = compile(many);
    QVERIFY(large.ok());
    const qint64 compiled = clock.restart();
    const qsizetype branches = worktreePlan(*large, {u"baton/"_s, u"r"_s, u"/run"_s}).size();
    QCOMPARE(branches, 10'000);
    qInfo("10,000 tasks: %lld ms to compile, %lld ms for %lld branches", compiled, clock.elapsed(), qint64(branches));
}

void TestWorktreePlan::everyNameIsOneThatGitTakes_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : {u"plain"_s, u"review#2"_s, u"a..b"_s, u"ends."_s, u"x.lock"_s, u".hidden"_s, u"a/b/../../c"_s, u"@{-1}"_s,
                              u"-D"_s, u"tab\there"_s, u"ümläut 日本"_s, u"~^:?*[\\"_s, u"..."_s, u"HEAD"_s, u"@"_s, QString(500, u'x'), u"nul\0"_s, u"a.lock.lock"_s})
        QTest::newRow(qPrintable(id.left(40))) << id;
}

void TestWorktreePlan::everyNameIsOneThatGitTakes()
{
    QFETCH(QString, id);
    const WorktreeNames names{u"baton/"_s, id, u"/runs/x"_s};
    QVERIFY2(isTakenByGit(names.branchOf(id)), qPrintable(names.branchOf(id)));
    QVERIFY(names.pathOf(id).startsWith(u"/runs/x/worktrees/"_s));
    QVERIFY(!names.pathOf(id).sliced(18).contains(u'/'));
    QVERIFY(names.branchOf(id) != names.branchOf(id + u"."_s));
}

void TestWorktreePlan::prefixesThatGitRefusesAreRefusedBefore_data()
{
    QTest::addColumn<QString>("prefix");
    for (const QString &prefix : {u"baton/"_s, u"b-"_s, u""_s, u"a/b/c/"_s, u"-x/"_s, u"/x/"_s, u"a//b/"_s, u"a..b/"_s, u".a/"_s, u"a./"_s, u"a.lock/"_s,
                                  u"a b/"_s, u"a~/"_s, u"@{x}/"_s, u"x\n/"_s, u"a.b/"_s, u"../"_s})
        QTest::newRow(qPrintable(prefix)) << prefix;
}

void TestWorktreePlan::prefixesThatGitRefusesAreRefusedBefore()
{
    QFETCH(QString, prefix);
    const QString branch = WorktreeNames{prefix, u"run"_s, {}}.branchOf(u"task"_s);
    QCOMPARE(branchProblem(prefix).isEmpty(), isTakenByGit(branch));
}

QTEST_GUILESS_MAIN(TestWorktreePlan)
#include "tst_worktreeplan.moc"
