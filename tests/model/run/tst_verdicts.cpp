// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/plans.h"
#include "tests/support/rundriver.h"

#include "model/run/substate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

/// Which branch is taken behind a verdict that fix phases may give anew.
class TestVerdicts : public QObject
{
    Q_OBJECT

private slots:
    void theVerdictGivenAnewDecidesTheBranch();
    void aRejectionThatNothingMendsTakesItsBranch();
    void aRejectionWaitsForThePersonWhoMayHaveItMended();
    void aRefusedFixLeavesTheRejection();
    void anApprovalIsNotWaitedFor();
    void aRejectionWithoutAFixPhaseDecidesAtOnce();
    void aReworkBeforeTheGateDoesNotWaitForIt();
    void twoGatesDoNotWaitForEachOther();
    void aFixPhaseOfTheDocumentGivesTheVerdictToo();
    void anApprovalThatIsTakenBackTurnsTheBranchRound();
    void aRepairThatNamesAnOutcomeRefusesTheOtherBranches();
    void aRepairWithoutAnOutcomeRefusesNoBranch();
};

namespace {

Task branch(const QString &id, const QString &source, const QString &label, const QString &phase = {})
{
    Task task;
    task.id = id;
    task.phase = phase;
    task.needs = {need(source)};
    task.needs.first().when = {label};
    return task;
}

Task inPhase(const QString &id, const QString &phase, const QStringList &validates = {})
{
    Task task;
    task.id = id;
    task.phase = phase;
    task.validates = validates;
    return task;
}

Gate gateOf(const QString &id, const QString &phase, OnFail onFail, qint64 rounds)
{
    Gate gate;
    gate.id = id;
    gate.phase = phase;
    gate.onFail = onFail;
    gate.retryMax = rounds;
    return gate;
}

/// work and review behind a gate; ship when it approves, rollback when it rejects, both in \a phase.
Contents steered(OnFail onFail, qint64 rounds, const QString &phase)
{
    Contents contents;
    for (const QString &id : {u"one"_s, u"two"_s})
        add(contents, Phase{.id = id});
    add(contents, inPhase(u"work"_s, u"one"_s));
    add(contents, inPhase(u"review"_s, u"one"_s, {u"work"_s}));
    add(contents, inPhase(u"next"_s, u"two"_s));
    add(contents, branch(u"ship"_s, u"review"_s, u"approved"_s, phase));
    add(contents, branch(u"rollback"_s, u"review"_s, u"rejected"_s, phase));
    add(contents, gateOf(u"g"_s, u"one"_s, onFail, rounds));
    return contents;
}

const QJsonArray oneIssue{QJsonObject{{u"what"_s, u"it leaks"_s}}};

} // namespace

void TestVerdicts::theVerdictGivenAnewDecidesTheBranch()
{
    for (const QString &phase : {u"two"_s, QString()}) {
        RunDriver run(steered(OnFail::FixPhase, 1, phase));
        run.start();
        run.complete(u"work"_s);
        run.reject(u"review"_s, oneIssue);
        QCOMPARE(run.running(), QStringList{u"fix-g-1-1"_s});
        QCOMPARE(run.stateOf(u"ship"_s), u"PENDING"_s);
        QCOMPARE(run.stateOf(u"rollback"_s), u"PENDING"_s);
        run.complete(u"fix-g-1-1"_s);
        run.approve(u"review#2"_s);
        QCOMPARE(run.stateOf(u"rollback"_s), u"SKIPPED"_s);
        run.complete(u"ship"_s);
        run.complete(u"next"_s);
        QCOMPARE(run.countOf(EventType::WorkerStarted, u"rollback"_s), 0);
        QCOMPARE(run.countOf(EventType::WorkerSkipped, u"ship"_s), 0);
        QCOMPARE(run.status(), u"COMPLETE"_s);
        VERIFY_SOUND(run);
    }
}

void TestVerdicts::aRejectionThatNothingMendsTakesItsBranch()
{
    RunDriver run(steered(OnFail::FixPhase, 1, {}));
    run.start();
    run.complete(u"work"_s);
    run.reject(u"review"_s, oneIssue);
    run.complete(u"fix-g-1-1"_s);
    run.reject(u"review#2"_s, oneIssue);
    QCOMPARE(run.stateOf(u"ship"_s), u"SKIPPED"_s);
    run.complete(u"rollback"_s);
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestVerdicts::aRejectionWaitsForThePersonWhoMayHaveItMended()
{
    RunDriver run(steered(OnFail::FixPhase, 0, {}));
    run.start({.approve = ApproveMode::None});
    run.complete(u"work"_s);
    run.reject(u"review"_s, oneIssue);
    QCOMPARE(run.status(), u"WAITING"_s);
    QCOMPARE(run.stateOf(u"rollback"_s), u"PENDING"_s);
    const int rollback = run.plan.indexOfTask(u"rollback"_s);
    const SubState waits = SubStates(run.plan, run.state).of(rollback);
    QCOMPARE(waits.kind, SubState::Kind::WaitsForGate);
    QCOMPARE(waits.subject, u"g"_s);
    VERIFY_SOUND(run);
}

void TestVerdicts::aRefusedFixLeavesTheRejection()
{
    RunDriver run(steered(OnFail::FixPhase, 0, {}));
    run.start({.approve = ApproveMode::Ask});
    run.complete(u"work"_s);
    run.reject(u"review"_s, oneIssue);
    QCOMPARE(run.stateOf(u"rollback"_s), u"PENDING"_s);
    run.record(EventType::FixRefused, u"g"_s);
    QCOMPARE(run.stateOf(u"ship"_s), u"SKIPPED"_s);
    run.complete(u"rollback"_s);
    VERIFY_SOUND(run);
}

void TestVerdicts::anApprovalIsNotWaitedFor()
{
    Contents contents = steered(OnFail::FixPhase, 1, {});
    add(contents, inPhase(u"slow"_s, u"one"_s));
    RunDriver run(contents);
    run.start();
    run.complete(u"work"_s);
    run.approve(u"review"_s);
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s);
    QCOMPARE(run.stateOf(u"ship"_s), u"STARTING"_s);
    QCOMPARE(run.stateOf(u"rollback"_s), u"SKIPPED"_s);
    VERIFY_SOUND(run);
}

void TestVerdicts::aRejectionWithoutAFixPhaseDecidesAtOnce()
{
    RunDriver run(steered(OnFail::Stop, 0, {}));
    run.start();
    run.complete(u"work"_s);
    run.reject(u"review"_s, oneIssue);
    QCOMPARE(run.stateOf(u"rollback"_s), u"STARTING"_s);
    QCOMPARE(run.stateOf(u"ship"_s), u"SKIPPED"_s);
    VERIFY_SOUND(run);
}

void TestVerdicts::aReworkBeforeTheGateDoesNotWaitForIt()
{
    Contents contents = steered(OnFail::FixPhase, 1, u"two"_s);
    add(contents, branch(u"rework"_s, u"review"_s, u"rejected"_s, u"one"_s));
    RunDriver run(contents);
    run.start();
    run.complete(u"work"_s);
    run.reject(u"review"_s, oneIssue);
    QCOMPARE(run.running(), QStringList{u"rework"_s});
    QCOMPARE(run.stateOf(u"rollback"_s), u"PENDING"_s); // it comes behind the gate
    QCOMPARE(run.stateOf(u"ship"_s), u"PENDING"_s);
    run.complete(u"rework"_s);
    QCOMPARE(run.running(), QStringList{u"fix-g-1-1"_s});
    VERIFY_SOUND(run);
}

/// A branch of each verdict stands before the other's gate.
void TestVerdicts::twoGatesDoNotWaitForEachOther()
{
    Contents contents;
    for (const QString &id : {u"one"_s, u"two"_s}) {
        Phase phase;
        phase.id = id;
        phase.after = QStringList();
        add(contents, phase);
    }
    add(contents, inPhase(u"work"_s, {}));
    for (const QString &id : {u"one"_s, u"two"_s}) {
        add(contents, inPhase(u"review-"_s + id, id, {u"work"_s}));
        add(contents, gateOf(u"g-"_s + id, id, OnFail::FixPhase, 1));
    }
    add(contents, branch(u"a"_s, u"review-one"_s, u"rejected"_s, u"two"_s));
    add(contents, branch(u"b"_s, u"review-two"_s, u"rejected"_s, u"one"_s));
    RunDriver run(contents);
    run.start();
    run.complete(u"work"_s);
    run.reject(u"review-one"_s, oneIssue);
    run.reject(u"review-two"_s, oneIssue);
    QCOMPARE(run.running(), (QStringList{u"a"_s, u"b"_s}));
    VERIFY_SOUND(run);
}

void TestVerdicts::aFixPhaseOfTheDocumentGivesTheVerdictToo()
{
    Contents contents = steered(OnFail::Stop, 0, {});
    Phase fix;
    fix.id = u"mending"_s;
    fix.fixes = u"g"_s;
    add(contents, fix);
    add(contents, inPhase(u"mend"_s, u"mending"_s));
    Task again = inPhase(u"look"_s, u"mending"_s, {u"work"_s});
    again.needs = {need(u"mend"_s)};
    add(contents, again);
    RunDriver run(contents);
    run.start();
    run.complete(u"work"_s);
    run.reject(u"review"_s, oneIssue);
    QCOMPARE(run.running(), QStringList{u"mend"_s});
    QCOMPARE(run.stateOf(u"ship"_s), u"PENDING"_s);
    run.complete(u"mend"_s);
    run.approve(u"look"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    QCOMPARE(run.stateOf(u"rollback"_s), u"SKIPPED"_s);
    run.complete(u"ship"_s);
    run.complete(u"next"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

/// Another task of the phase fails; what mends it has the work approved before looked at again.
void TestVerdicts::anApprovalThatIsTakenBackTurnsTheBranchRound()
{
    Contents contents = steered(OnFail::FixPhase, 1, {});
    RunDriver run(contents);
    run.start();
    run.begin(u"work"_s);
    run.record(EventType::WorkerCheckpoint, u"work"_s,
               {{u"trespasses"_s, QJsonArray{QJsonObject{{u"path"_s, u"src/a.c"_s}, {u"owner"_s, u"next"_s}, {u"certain"_s, true}}}}});
    run.complete(u"work"_s);
    run.approve(u"review"_s);
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s); // its fix phase has begun
    run.complete(u"ship"_s);
    QCOMPARE(run.stateOf(u"rollback"_s), u"SKIPPED"_s);
    run.complete(u"fix-g-1-1"_s);
    run.reject(u"review#2"_s, oneIssue);
    QCOMPARE(run.stateOf(u"ship"_s), u"SKIPPED"_s);
    QCOMPARE(run.stateOf(u"rollback"_s), u"STARTING"_s);
    VERIFY_SOUND(run);
}

namespace {

/// a fails and is mended; high and low are its branches.
Contents forked()
{
    Contents contents;
    Task a = inPhase(u"a"_s, {});
    a.outcomes = {u"hi"_s, u"lo"_s};
    add(contents, a);
    Gate gate = gateOf(u"g"_s, {}, OnFail::FixPhase, 1);
    gate.needs = {u"a"_s};
    add(contents, gate);
    add(contents, branch(u"high"_s, u"a"_s, u"hi"_s));
    add(contents, branch(u"low"_s, u"a"_s, u"lo"_s));
    return contents;
}

} // namespace

void TestVerdicts::aRepairThatNamesAnOutcomeRefusesTheOtherBranches()
{
    RunDriver run(forked());
    run.start();
    run.fail(u"a"_s);
    run.complete(u"fix-g-1-1"_s, u"hi"_s);
    QCOMPARE(run.stateOf(u"low"_s), u"SKIPPED"_s);
    run.complete(u"high"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestVerdicts::aRepairWithoutAnOutcomeRefusesNoBranch()
{
    RunDriver run(forked());
    run.start();
    run.fail(u"a"_s);
    run.complete(u"fix-g-1-1"_s);
    QCOMPARE(run.stateOf(u"high"_s), u"PENDING"_s);
    QCOMPARE(run.stateOf(u"low"_s), u"PENDING"_s);
    VERIFY_SOUND(run);
}

QTEST_GUILESS_MAIN(TestVerdicts)
#include "tst_verdicts.moc"
