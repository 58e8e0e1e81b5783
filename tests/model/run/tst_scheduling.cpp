// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/plans.h"
#include "tests/support/rundriver.h"
#include "tests/support/seed.h"

#include "model/base/glob.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

/// What may start when: needs, branches, phases, slots, files, order.
class TestScheduling : public QObject
{
    Q_OBJECT

private slots:
    void aTaskWaitsForAllItsNeeds();
    void validatingImpliesANeed();
    void theBranchThatWasNotTakenIsSkipped();
    void aListOfOutcomesTakesAnyOfThem();
    void defaultIsTakenWhenNoOtherBranchFits();
    void aVerdictIsAnOutcomeToo();
    void skippedSpreadsOnlyWhereAllNeedsAreSkipped();
    void behindAFailureEverythingStaysPending();
    void behindACancelledTaskEverythingStaysPending();
    void aPhaseWaitsForTheOneBeforeIt();
    void aPhaseWithoutAGateClosesWhenItsTasksEndedWell();
    void anEmptyPhaseDoesNotLetTheNextOneSlipThrough();
    void phasesThatNothingOrdersRunTogether();
    void aFixPhaseIsNeverThePhaseBefore();
    void noMoreThanTheLimitRunAtOnce();
    void zeroMeansNoLimit();
    void tasksThatOwnTheSameFilesRunOneAfterTheOther();
    void ownersAreFoundAsComparingAllOfThemWould();
    void manyOwnersTakeNoTime_data();
    void manyOwnersTakeNoTime();
    void aBlockedTaskHoldsNoSlotButKeepsItsFiles();
    void aPersonHoldsNoSlot();
    void aPersonBeginsBesideATaskWithTheSameFilesThatWaitsForASlot();
    void theLongestRemainingPathStartsFirst();
    void aWaveWaitsForTheOneBeforeIt();
    void whatCannotRunIsRefusedByName_data();
    void whatCannotRunIsRefusedByName();

private:
    static Task task(const QString &id, const QList<Need> &needs = {});
    static Need when(const QString &target, const QStringList &outcomes);
};

Task TestScheduling::task(const QString &id, const QList<Need> &needs)
{
    Task result;
    result.id = id;
    result.needs = needs;
    return result;
}

Need TestScheduling::when(const QString &target, const QStringList &outcomes)
{
    Need result = need(target);
    result.when = outcomes;
    return result;
}

void TestScheduling::aTaskWaitsForAllItsNeeds()
{
    Contents contents;
    add(contents, task(u"a"_s));
    add(contents, task(u"b"_s));
    add(contents, task(u"c"_s, {need(u"a"_s), need(u"b"_s)}));
    RunDriver run(contents);
    run.start();
    QCOMPARE(run.started, (QStringList{u"a"_s, u"b"_s}));
    run.complete(u"b"_s);
    QCOMPARE(run.stateOf(u"c"_s), u"PENDING"_s);
    run.complete(u"a"_s);
    QCOMPARE(run.stateOf(u"c"_s), u"STARTING"_s);
    run.complete(u"c"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestScheduling::validatingImpliesANeed()
{
    Contents contents;
    Task check = task(u"check"_s);
    check.validates = {u"work"_s};
    add(contents, check);
    add(contents, task(u"work"_s));
    RunDriver run(contents);
    run.start();
    QCOMPARE(run.started, QStringList{u"work"_s});
    run.complete(u"work"_s);
    run.approve(u"check"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestScheduling::theBranchThatWasNotTakenIsSkipped()
{
    Contents contents;
    add(contents, task(u"triage"_s));
    add(contents, task(u"deep"_s, {when(u"triage"_s, {u"complex"_s})}));
    add(contents, task(u"quick"_s, {when(u"triage"_s, {u"simple"_s})}));
    add(contents, task(u"report"_s, {need(u"deep"_s), need(u"quick"_s)}));
    RunDriver run(contents);
    run.start();
    run.complete(u"triage"_s, u"simple"_s);
    QCOMPARE(run.stateOf(u"deep"_s), u"SKIPPED"_s);
    QCOMPARE(run.task(u"deep"_s).reason, u"triage took another branch"_s);
    run.complete(u"quick"_s);
    run.complete(u"report"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestScheduling::aListOfOutcomesTakesAnyOfThem()
{
    Contents contents;
    add(contents, task(u"a"_s));
    add(contents, task(u"b"_s, {when(u"a"_s, {u"x"_s, u"y"_s})}));
    add(contents, task(u"c"_s, {when(u"a"_s, {u"z"_s})}));
    RunDriver run(contents);
    run.start();
    run.complete(u"a"_s, u"y"_s);
    QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s);
    QCOMPARE(run.stateOf(u"c"_s), u"SKIPPED"_s);
    VERIFY_SOUND(run);
}

void TestScheduling::defaultIsTakenWhenNoOtherBranchFits()
{
    Contents contents;
    add(contents, task(u"a"_s));
    add(contents, task(u"named"_s, {when(u"a"_s, {u"x"_s})}));
    add(contents, task(u"other"_s, {when(u"a"_s, {u"default"_s})}));
    for (const QString &outcome : {u"x"_s, u"y"_s, QString()}) {
        RunDriver run(contents);
        run.start();
        run.complete(u"a"_s, outcome);
        QCOMPARE(run.stateOf(u"named"_s), outcome == u"x"_s ? u"STARTING"_s : u"SKIPPED"_s);
        QCOMPARE(run.stateOf(u"other"_s), outcome == u"x"_s ? u"SKIPPED"_s : u"STARTING"_s);
        VERIFY_SOUND(run);
    }
}

void TestScheduling::aVerdictIsAnOutcomeToo()
{
    Contents contents;
    add(contents, task(u"work"_s));
    Task check = task(u"check"_s);
    check.validates = {u"work"_s};
    add(contents, check);
    add(contents, task(u"ship"_s, {when(u"check"_s, {u"approved"_s})}));
    add(contents, task(u"mend"_s, {when(u"check"_s, {u"rejected"_s})}));
    RunDriver run(contents);
    run.start();
    run.complete(u"work"_s);
    run.reject(u"check"_s);
    QCOMPARE(run.stateOf(u"ship"_s), u"SKIPPED"_s);
    QCOMPARE(run.stateOf(u"mend"_s), u"STARTING"_s);
    VERIFY_SOUND(run);
}

void TestScheduling::skippedSpreadsOnlyWhereAllNeedsAreSkipped()
{
    Contents contents;
    add(contents, task(u"a"_s));
    add(contents, task(u"x"_s));
    add(contents, task(u"b"_s, {when(u"a"_s, {u"never"_s})}));
    add(contents, task(u"c"_s, {need(u"b"_s)}));
    add(contents, task(u"d"_s, {need(u"c"_s), need(u"x"_s)}));
    RunDriver run(contents);
    run.start();
    run.complete(u"a"_s);
    QCOMPARE(run.in(TaskState::Skipped), (QStringList{u"b"_s, u"c"_s}));
    QCOMPARE(run.stateOf(u"d"_s), u"PENDING"_s);
    run.complete(u"x"_s);
    QCOMPARE(run.stateOf(u"d"_s), u"STARTING"_s);
    VERIFY_SOUND(run);
}

void TestScheduling::behindAFailureEverythingStaysPending()
{
    Contents contents = chain({u"a"_s, u"b"_s, u"c"_s});
    add(contents, task(u"free"_s));
    RunDriver run(contents);
    run.start();
    run.fail(u"a"_s);
    QCOMPARE(run.in(TaskState::Pending), (QStringList{u"b"_s, u"c"_s}));
    QCOMPARE(run.status(), u"RUNNING"_s); // The rest goes on.
    run.complete(u"free"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestScheduling::behindACancelledTaskEverythingStaysPending()
{
    RunDriver run(chain({u"a"_s, u"b"_s}));
    run.start();
    run.record(EventType::WorkerCancelled, u"a"_s);
    QCOMPARE(run.stopped, QStringList{u"a"_s});
    QCOMPARE(run.stateOf(u"b"_s), u"PENDING"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

namespace {

Contents phased(const QList<QStringList> &tasksOfPhases)
{
    Contents contents;
    for (qsizetype i = 0; i < tasksOfPhases.size(); ++i) {
        Phase phase;
        phase.id = u"p%1"_s.arg(i + 1);
        add(contents, phase);
        for (const QString &id : tasksOfPhases.at(i)) {
            Task task;
            task.id = id;
            task.phase = phase.id;
            add(contents, task);
        }
    }
    return contents;
}

} // namespace

void TestScheduling::aPhaseWaitsForTheOneBeforeIt()
{
    Contents contents = phased({{u"a"_s}, {u"b"_s}});
    Gate gate;
    gate.id = u"g"_s;
    gate.phase = u"p1"_s;
    gate.approval = Approval::Manual;
    add(contents, gate);
    RunDriver run(contents);
    run.start({.approve = ApproveMode::Ask});
    run.complete(u"a"_s);
    QCOMPARE(run.gateState(u"g"_s), u"CHECKING"_s);
    QCOMPARE(run.stateOf(u"b"_s), u"PENDING"_s);
    run.record(EventType::ApprovalGiven, u"g"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s);
    VERIFY_SOUND(run);
}

void TestScheduling::aPhaseWithoutAGateClosesWhenItsTasksEndedWell()
{
    RunDriver run(phased({{u"a"_s, u"b"_s}, {u"c"_s}}));
    run.start();
    run.complete(u"a"_s);
    QCOMPARE(run.stateOf(u"c"_s), u"PENDING"_s);
    run.complete(u"b"_s);
    QCOMPARE(run.stateOf(u"c"_s), u"STARTING"_s);
    VERIFY_SOUND(run);

    RunDriver failing(phased({{u"a"_s, u"b"_s}, {u"c"_s}}));
    failing.start();
    failing.complete(u"a"_s);
    failing.fail(u"b"_s);
    QCOMPARE(failing.stateOf(u"c"_s), u"PENDING"_s);
    QCOMPARE(failing.status(), u"FAILED"_s);
    VERIFY_SOUND(failing);
}

void TestScheduling::anEmptyPhaseDoesNotLetTheNextOneSlipThrough()
{
    RunDriver run(phased({{u"a"_s}, {}, {}, {u"b"_s}}));
    run.start();
    QCOMPARE(run.started, QStringList{u"a"_s});
    run.complete(u"a"_s);
    QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s);
    VERIFY_SOUND(run);
}

void TestScheduling::phasesThatNothingOrdersRunTogether()
{
    Contents contents;
    for (const QString &id : {u"left"_s, u"right"_s}) {
        Phase phase;
        phase.id = id;
        phase.after = QStringList();
        add(contents, phase);
        Task work = task(id + u"-work"_s);
        work.phase = id;
        add(contents, work);
    }
    RunDriver run(contents);
    run.start();
    QCOMPARE(run.started.size(), 2);
    VERIFY_SOUND(run);
}

void TestScheduling::aFixPhaseIsNeverThePhaseBefore()
{
    Contents contents = phased({{u"a"_s}});
    Gate gate;
    gate.id = u"g"_s;
    gate.phase = u"p1"_s;
    add(contents, gate);
    Phase fix;
    fix.id = u"fix"_s;
    fix.fixes = u"g"_s;
    add(contents, fix);
    Phase last;
    last.id = u"last"_s;
    add(contents, last);
    Task mend = task(u"mend"_s);
    mend.phase = u"fix"_s;
    add(contents, mend);
    Task ship = task(u"ship"_s);
    ship.phase = u"last"_s;
    add(contents, ship);
    RunDriver run(contents);
    run.start();
    run.complete(u"a"_s);
    QCOMPARE(run.stateOf(u"mend"_s), u"SKIPPED"_s); // The gate passed: nothing is left to fix.
    run.complete(u"ship"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestScheduling::noMoreThanTheLimitRunAtOnce()
{
    Contents contents;
    for (int i = 0; i < 9; ++i)
        add(contents, task(u"t%1"_s.arg(i)));
    RunDriver run(contents);
    run.start();
    QCOMPARE(run.running().size(), 4); // The format's default.
    QCOMPARE(run.in(TaskState::Ready).size(), 5);
    run.complete(u"t0"_s);
    QCOMPARE(run.running().size(), 4);

    RunDriver narrow(contents);
    narrow.start({.maxConcurrent = 2});
    QCOMPARE(narrow.running().size(), 2);
    VERIFY_SOUND(narrow);
}

void TestScheduling::zeroMeansNoLimit()
{
    Contents contents;
    contents.info.maxConcurrent = 0;
    for (int i = 0; i < 50; ++i)
        add(contents, task(u"t%1"_s.arg(i)));
    RunDriver run(contents);
    run.start();
    QCOMPARE(run.running().size(), 50);
    VERIFY_SOUND(run);
}

void TestScheduling::tasksThatOwnTheSameFilesRunOneAfterTheOther()
{
    Contents contents;
    const auto owner = [&](const QString &id, const QString &glob) {
        Task result = task(id);
        result.owns = {glob};
        add(contents, result);
    };
    owner(u"all"_s, u"src/**"_s);
    owner(u"part"_s, u"src/ui/*.cpp"_s);
    owner(u"docs"_s, u"docs/"_s);
    owner(u"also"_s, u"src/**"_s);
    RunDriver run(contents);
    run.start();
    QCOMPARE(run.running(), (QStringList{u"all"_s, u"docs"_s}));
    run.complete(u"all"_s);
    QCOMPARE(run.running(), (QStringList{u"part"_s, u"docs"_s}));
    run.complete(u"part"_s);
    QCOMPARE(run.running(), (QStringList{u"docs"_s, u"also"_s}));
    VERIFY_SOUND(run);
}

void TestScheduling::ownersAreFoundAsComparingAllOfThemWould()
{
    const QStringList globs{
        u"src/**"_s,    u"src/a/*.cpp"_s, u"src/ab/x.cpp"_s, u"src/a/"_s, u"**/x.cpp"_s,   u"docs/[ab].md"_s,
        u"docs/b.md"_s, u"docs"_s,        u"{src,docs}/c"_s, u"*"_s,      u"src/a/x.cpp"_s};
    const quint32 seed = newSeed();
    QRandomGenerator random(seed);
    Contents contents;
    for (int i = 0; i < 60; ++i) {
        Task owner = task(u"t%1"_s.arg(i));
        for (int n = random.bounded(3); n > 0; --n)
            owner.owns += globs.at(random.bounded(int(globs.size())));
        add(contents, owner);
    }
    const Result<RunPlan> plan = compile(contents);
    QVERIFY(plan.ok());
    for (int a = 0; a < 60; ++a) {
        for (int b = 0; b < 60; ++b) {
            bool overlap = false;
            for (const QString &one : plan->tasks.at(a).task->owns) {
                for (const QString &other : plan->tasks.at(b).task->owns)
                    overlap = overlap || Glob(one).intersects(Glob(other));
            }
            const int group = plan->links.ownerGroup.at(a);
            const bool found =
                group >= 0 && plan->links.ownerConflicts.at(group).contains(plan->links.ownerGroup.at(b));
            QVERIFY2(found == overlap, qPrintable(u"seed %1: %2 and %3"_s.arg(seed).arg(a).arg(b)));
        }
    }
}

void TestScheduling::manyOwnersTakeNoTime_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("together");
    QTest::newRow("files") << u"out-%1.md"_s << true;
    QTest::newRow("folders") << u"src/module-%1/**"_s << true;
    QTest::newRow("wild from the start") << u"**/module-%1/*"_s << false;
}

void TestScheduling::manyOwnersTakeNoTime()
{
    QFETCH(QString, pattern);
    QFETCH(bool, together);
    Contents contents;
    contents.info.maxConcurrent = 0;
    for (int i = 0; i < 10'000; ++i) {
        Task owner = task(u"t%1"_s.arg(i));
        owner.owns = {pattern.arg(i)};
        add(contents, owner);
    }
    QElapsedTimer timer;
    timer.start();
    RunDriver run(contents);
    run.start();
    qInfo("%lld ms", timer.elapsed());
    if (together) {
        QCOMPARE(run.started.size(), 10'000);
        return;
    }
    // Too many to compare all of them: nearly one by one, which is always safe.
    QVERIFY(run.started.size() <= 200);
    for (const QString &id : run.running())
        run.complete(id);
    QVERIFY(!run.running().isEmpty());
}

void TestScheduling::aBlockedTaskHoldsNoSlotButKeepsItsFiles()
{
    Contents contents;
    Task first = task(u"first"_s);
    first.owns = {u"a/**"_s};
    Task second = task(u"second"_s);
    second.owns = {u"a/b"_s};
    add(contents, first);
    add(contents, second);
    add(contents, task(u"third"_s));
    RunDriver run(contents);
    run.start({.maxConcurrent = 1, .approve = ApproveMode::Ask});
    QCOMPARE(run.running(), QStringList{u"first"_s});
    run.begin(u"first"_s);
    run.record(EventType::WorkerBlocked, u"first"_s, {{u"reason"_s, u"which port?"_s}});
    QCOMPARE(run.task(u"first"_s).reason, u"which port?"_s);
    QCOMPARE(run.running(), QStringList{u"third"_s});
    run.complete(u"third"_s);
    QCOMPARE(run.stateOf(u"second"_s), u"READY"_s);
    run.record(EventType::WorkerUnblocked, u"first"_s);
    run.complete(u"first"_s);
    run.complete(u"second"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestScheduling::aPersonHoldsNoSlot()
{
    Contents contents;
    for (const QString &id : {u"a"_s, u"b"_s, u"person"_s}) {
        Task result = task(id);
        if (id == u"person"_s)
            result.executor.type = u"human"_s;
        add(contents, result);
    }
    RunDriver run(contents);
    run.start({.maxConcurrent = 1, .approve = ApproveMode::Ask});
    QCOMPARE(run.running(), (QStringList{u"a"_s, u"person"_s}));
    VERIFY_SOUND(run);
}

void TestScheduling::aPersonBeginsBesideATaskWithTheSameFilesThatWaitsForASlot()
{
    Contents contents;
    for (const QString &id : {u"first"_s, u"waiting"_s, u"person"_s}) {
        Task result = task(id);
        if (id != u"first"_s)
            result.owns = {u"src/**"_s};
        if (id == u"person"_s)
            result.executor.type = u"human"_s;
        add(contents, result);
    }
    RunDriver run(contents);
    run.start({.maxConcurrent = 1, .approve = ApproveMode::Ask});
    QCOMPARE(run.running(), (QStringList{u"first"_s, u"person"_s}));
    run.complete(u"first"_s); // A slot is free, but the files are not.
    QCOMPARE(run.running(), QStringList{u"person"_s});
    run.begin(u"person"_s);
    run.complete(u"person"_s);
    QCOMPARE(run.running(), QStringList{u"waiting"_s});
    VERIFY_SOUND(run);
}

void TestScheduling::theLongestRemainingPathStartsFirst()
{
    Contents contents;
    add(contents, task(u"short"_s));
    add(contents, task(u"long"_s));
    add(contents, task(u"behind"_s, {need(u"long"_s)}));
    Task slow = task(u"slow"_s);
    slow.executor = {u"simulate"_s, {{u"duration"_s, u"1h"_s}}};
    add(contents, slow);
    RunDriver run(contents);
    run.start({.maxConcurrent = 1});
    run.complete(u"slow"_s);
    run.complete(u"long"_s);
    run.complete(u"short"_s); // Of two equals the first in the file.
    run.complete(u"behind"_s);
    QCOMPARE(run.started, (QStringList{u"slow"_s, u"long"_s, u"short"_s, u"behind"_s}));
    VERIFY_SOUND(run);
}

void TestScheduling::aWaveWaitsForTheOneBeforeIt()
{
    Contents contents;
    contents.info.waveBarrier = true;
    add(contents, task(u"a"_s));
    add(contents, task(u"b"_s));
    add(contents, task(u"a2"_s, {need(u"a"_s)}));
    add(contents, task(u"b2"_s, {need(u"b"_s)}));
    RunDriver run(contents);
    run.start();
    run.complete(u"a"_s);
    QCOMPARE(run.stateOf(u"a2"_s), u"READY"_s);
    QCOMPARE(run.running(), QStringList{u"b"_s});
    run.fail(u"b"_s); // Ended, though not well: the barrier opens for what can go on.
    QCOMPARE(run.running(), QStringList{u"a2"_s});
    run.complete(u"a2"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestScheduling::whatCannotRunIsRefusedByName_data()
{
    QTest::addColumn<Contents>("contents");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *name, const QList<Task> &tasks, const QString &names) {
        Contents contents;
        for (const Task &task : tasks)
            add(contents, task);
        QTest::newRow(name) << contents << names;
    };
    row("cycle", {task(u"a"_s, {need(u"c"_s)}), task(u"b"_s, {need(u"a"_s)}), task(u"c"_s, {need(u"b"_s)})},
        u"→"_s);
    row("itself", {task(u"a"_s, {need(u"a"_s)})}, u"itself"_s);
    row("nobody", {task(u"a"_s, {need(u"ghost"_s)})}, u"ghost"_s);
    row("twice", {task(u"a"_s), task(u"a"_s)}, u"a"_s);
    row("nameless", {task(QString())}, u"id"_s);
    Task phased = task(u"a"_s);
    phased.phase = u"nowhere"_s;
    row("no phase", {phased}, u"nowhere"_s);
    Task owned = task(u"a"_s);
    owned.personas = {u"nobody"_s};
    row("no persona", {owned}, u"nobody"_s);
    owned.personas = {u"dev & nobody"_s};
    row("a persona with a sign in its name", {owned}, u"“dev & nobody”, which does not exist"_s);
    for (const auto &both : {u"dev & qa"_s, u"dev & @qa"_s, u"dev/qa"_s, u"dev and qa"_s}) {
        Contents contents;
        for (const auto &id : {u"dev"_s, u"qa"_s}) {
            Persona persona;
            persona.id = id;
            add(contents, persona);
        }
        owned.personas = {both};
        add(contents, owned);
        QTest::addRow("%s", qPrintable(both)) << contents << u"names several personas at once, “%1”"_s.arg(both);
    }
}

void TestScheduling::whatCannotRunIsRefusedByName()
{
    QFETCH(Contents, contents);
    QFETCH(QString, names);
    const Result<RunPlan> plan = compile(contents);
    QVERIFY(!plan.ok());
    QVERIFY2(plan.error().message.contains(names), qPrintable(plan.error().message));
}

QTEST_GUILESS_MAIN(TestScheduling)
#include "tst_scheduling.moc"
