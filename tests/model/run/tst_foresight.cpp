// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/foresight.h"
#include "model/storage/reader.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

class TestForesight : public QObject
{
    Q_OBJECT

private slots:
    void everyJobWaitsForThoseItNeedsAndForPhasesBefore();
    void nothingBehindALocalTaskIsForeseen();
    void peopleEndForesightUnlessAllIsApproved();
    void tasksThatOwnTheSameFilesWaitForEachOther();
    void fixPhasesAreNotForeseen();
    void theModeOfTheRunDecidesWhatIsForTheCluster();
    void itIsSaidWhatStaysAndWhy();

private:
    static Task job(const QString &id, const QStringList &needs = {});
    /// `b<a c`: b behind a and c; in the order of submission.
    static QString seen(const Contents &contents, ApproveMode approve = ApproveMode::None);
};

Task TestForesight::job(const QString &id, const QStringList &needs)
{
    Task task{.id = id, .executor = {u"slurm"_s, {{u"command"_s, u"true"_s}}}};
    for (const QString &need : needs)
        task.needs.append(test::need(need));
    return task;
}

QString TestForesight::seen(const Contents &contents, ApproveMode approve)
{
    const Result<RunPlan> plan = compile(contents);
    if (!plan)
        return plan.error().message;
    QStringList texts;
    for (const Foreseen &foreseen : foresee(*plan, {.approve = approve})) {
        QStringList after;
        for (const int task : foreseen.after)
            after += plan->tasks.at(task).id;
        texts += plan->tasks.at(foreseen.task).id + (after.isEmpty() ? QString() : '<'_L1 + after.join(' '_L1));
    }
    return texts.join(u", "_s);
}

void TestForesight::everyJobWaitsForThoseItNeedsAndForPhasesBefore()
{
    Contents contents;
    test::add(contents, Phase{.id = u"one"_s});
    test::add(contents, Phase{.id = u"two"_s});
    Task a = job(u"a"_s);
    a.phase = u"one"_s;
    Task b = job(u"b"_s, {u"a"_s});
    b.phase = u"one"_s;
    Task c = job(u"c"_s);
    c.phase = u"one"_s;
    Task d = job(u"d"_s);
    d.phase = u"two"_s;
    for (const Task &task : {a, b, c, d})
        test::add(contents, task);
    test::add(contents, Gate{.id = u"gate"_s, .phase = u"one"_s});
    // a has ended when b has.
    QCOMPARE(seen(contents), u"a, c, b<a, d<b c"_s);
}

void TestForesight::nothingBehindALocalTaskIsForeseen()
{
    Contents contents;
    test::add(contents, job(u"a"_s));
    test::add(contents, Task{.id = u"local"_s, .needs = {test::need(u"a"_s)}, .executor = {u"shell"_s, {{u"command"_s, u"true"_s}}}});
    test::add(contents, job(u"b"_s, {u"local"_s}));
    test::add(contents, job(u"c"_s, {u"a"_s}));
    QCOMPARE(seen(contents), u"a, c<a"_s);
}

void TestForesight::peopleEndForesightUnlessAllIsApproved()
{
    Contents contents;
    test::add(contents, Phase{.id = u"one"_s});
    test::add(contents, Phase{.id = u"two"_s});
    Task a = job(u"a"_s);
    a.phase = u"one"_s;
    Task b = job(u"b"_s);
    b.phase = u"two"_s;
    test::add(contents, a);
    test::add(contents, b);
    test::add(contents, Gate{.id = u"gate"_s, .phase = u"one"_s, .approval = Approval::Manual});
    QCOMPARE(seen(contents), u"a"_s);
    QCOMPARE(seen(contents, ApproveMode::All), u"a, b<a"_s);
}

void TestForesight::tasksThatOwnTheSameFilesWaitForEachOther()
{
    Contents contents;
    for (const auto &id : {u"a"_s, u"b"_s, u"c"_s}) {
        Task task = job(id);
        task.owns = {id == "c"_L1 ? u"docs/**"_s : u"src/**"_s};
        test::add(contents, task);
    }
    QCOMPARE(seen(contents), u"a, b<a, c"_s);
}

void TestForesight::fixPhasesAreNotForeseen()
{
    Contents contents;
    test::add(contents, Phase{.id = u"one"_s});
    test::add(contents, Phase{.id = u"mend"_s, .fixes = u"gate"_s});
    Task a = job(u"a"_s);
    a.phase = u"one"_s;
    Task fix = job(u"fix"_s);
    fix.phase = u"mend"_s;
    test::add(contents, a);
    test::add(contents, fix);
    test::add(contents, Gate{.id = u"gate"_s, .phase = u"one"_s});
    QCOMPARE(seen(contents), u"a"_s);
}

void TestForesight::theModeOfTheRunDecidesWhatIsForTheCluster()
{
    Contents contents;
    test::add(contents, Task{.id = u"here"_s, .executor = {u"shell"_s, {{u"command"_s, u"true"_s}}}});
    test::add(contents, job(u"there"_s, {u"here"_s}));
    const Result<RunPlan> plan = compile(contents);
    QVERIFY(plan);
    QCOMPARE(foresee(*plan, {.where = RunWhere::Plan}).size(), 0);
    QCOMPARE(foresee(*plan, {.where = RunWhere::Cluster}).size(), 2);
    QCOMPARE(foresee(*plan, {.where = RunWhere::Machine}).size(), 0);
}

void TestForesight::itIsSaidWhatStaysAndWhy()
{
    const auto outlook = [](const Contents &contents, const RunSettings &settings) { return wholePlanOutlook(*compile(contents), settings); };
    Contents contents;
    test::add(contents, job(u"a"_s));
    const RunSettings cluster{.where = RunWhere::Cluster};
    QVERIFY(outlook(contents, cluster).refusal.isEmpty() && outlook(contents, cluster).remark.isEmpty());
    QVERIFY(outlook(contents, {.simulate = true}).refusal.contains(u"simulation"_s));
    test::add(contents, Task{.id = u"ask"_s, .executor = {u"http"_s, {{u"model"_s, u"m"_s}}}});
    test::add(contents, job(u"behind"_s, {u"ask"_s}));
    const QString remark = outlook(contents, cluster).remark;
    QVERIFY2(remark.startsWith(u"2 task"_s) && remark.contains(u"“ask”: Asked from this machine"_s), qPrintable(remark));
    Contents none;
    test::add(none, Task{.id = u"local"_s, .executor = {u"shell"_s, {{u"command"_s, u"true"_s}}}});
    const QString refusal = outlook(none, {}).refusal;
    QVERIFY2(refusal.contains(u"No task of this plan"_s) && refusal.contains(u"“local”"_s), qPrintable(refusal));
    QVERIFY(outlook(none, cluster).refusal.isEmpty());
    none.info.workspace = WorkspaceMode::Worktree;
    QVERIFY(outlook(none, cluster).refusal.contains(u"worktrees"_s));
}

QTEST_GUILESS_MAIN(TestForesight)
#include "tst_foresight.moc"
