// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/plans.h"
#include "tests/support/rundriver.h"

#include "model/rules/rules.h"
#include "model/run/fixphase.h"
#include "model/run/questions.h"
#include "model/workflow/workflow.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

/// Gates, what they see, and what happens when they fail: stop, retry, fix phases.
class TestGates : public QObject
{
    Q_OBJECT

private slots:
    void aGateIsCheckedWhenEveryTaskInScopeHasEnded();
    void aGateDoesNotWaitForWhatCanNeverStart();
    void aGateWaitsWhileAnythingBeforeItsTasksMayStillChange();
    void aFailedGateLosesWhatNeedsIt();
    void retryGoesOnWithWhatWasStuckBehindTheFailure();
    void aFixPhaseWhoseRepairFailsEndsAllTheSame();
    void retryRedoesTheWorkThatWroteAnothersFile();
    void aPersonWhoRestoredAnothersFileHasTheGateCheckedAgain();
    void aFixPhaseRestoresAnothersFile();
    void aGateRecordsWhatEachCriterionSaw();
    void bothGatesOfAPhaseMustPass();
    void aGateWaitsForARetryThatIsDue();
    void evidenceMustHaveBeenVerified();
    void aRejectionFailsTheGate();
    void signedOffAsksForTheApprovalOfThosePersonas();
    void aSyncPointPassesOnItsOwnNeeds();
    void aSyncPointWhoseNeedsAreAllSkippedIsSkipped();
    void aManualGateWaitsForAPersonAndMayBeRefused();
    void approveAllPassesAManualGate();
    void withNobodyToAskARunEndsWaiting();
    void stopStartsNothingBehindTheGateAndLetsTheRestGoOn();
    void retryStartsTheFailedTasksAgainAsOftenAsItSays();
    void retryAfterARejectionRedoesTheWorkThenTheValidation();
    void aResetTakesEverythingBehindItAlong();
    void aTaskThatStartsAgainClosesItsGate();
    void aFixPhaseIsProposedAndWaitsForAPerson();
    void aFixPhaseMendsEachIssueAndValidatesAnew();
    void fixesOfTheSameFileAreMadeOneAfterTheOther();
    void fixesInWorktreesOfTheSameTaskAreMadeOneAfterTheOther();
    void aFixPhaseAcceptsItselfWhileRoundsLast();
    void aFailedTaskThatWasMendedDoesNotFailTheRun();
    void aCancelledTaskIsSomethingToMendToo();
    void whatWaitedForAFailedTaskGoesOnWhenAFixTaskHasMendedIt();
    void aSecondFixPhaseMendsTheRepairThatFailed();
    void anIssueFindsTheTaskThatOwnsTheFile();
    void aFixPhaseOfTheDocumentOpensWhenItsGateFails();
    void aFixPhaseBringsNoNewProblems();
    void aFixPhaseIsOfferedToTheOpenDocument();
    void hostileFixPhasesAreRefused_data();
    void hostileFixPhasesAreRefused();
};

namespace {

QJsonObject issue(const QString &what, const QString &task = {}, const QString &where = {})
{
    QJsonObject result{{u"severity"_s, u"error"_s}, {u"what"_s, what}};
    if (!task.isEmpty())
        result.insert(u"task"_s, task);
    if (!where.isEmpty())
        result.insert(u"where"_s, where);
    return result;
}

Task phased(const QString &id, const QString &phase, const QString &persona = {})
{
    Task task;
    task.id = id;
    task.phase = phase;
    if (!persona.isEmpty())
        task.personas = {persona};
    task.executor = {u"shell"_s, {{u"command"_s, u"true"_s}}};
    return task;
}

/// build and ui are done in phase one, check validates both there, ship comes in phase two.
Contents reviewed(OnFail onFail, qint64 rounds = 0)
{
    Contents contents;
    for (const QString &id : {u"backend"_s, u"designer"_s, u"qa"_s}) {
        Persona persona;
        persona.id = id;
        add(contents, persona);
    }
    for (const QString &id : {u"one"_s, u"two"_s}) {
        Phase phase;
        phase.id = id;
        add(contents, phase);
    }
    Task build = phased(u"build"_s, u"one"_s, u"backend"_s);
    build.owns = {u"src/**"_s};
    add(contents, build);
    Task ui = phased(u"ui"_s, u"one"_s, u"designer"_s);
    ui.owns = {u"web/**"_s};
    add(contents, ui);
    Task check = phased(u"check"_s, u"one"_s, u"qa"_s);
    check.validates = {u"build"_s, u"ui"_s};
    add(contents, check);
    add(contents, phased(u"ship"_s, u"two"_s, u"backend"_s));
    Gate gate;
    gate.id = u"g"_s;
    gate.phase = u"one"_s;
    gate.onFail = onFail;
    gate.retryMax = rounds;
    add(contents, gate);
    return contents;
}

void work(RunDriver &run)
{
    run.complete(u"build"_s);
    run.complete(u"ui"_s);
}

} // namespace

void TestGates::aGateIsCheckedWhenEveryTaskInScopeHasEnded()
{
    RunDriver run(reviewed(OnFail::Stop));
    run.start();
    work(run);
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s);
    run.approve(u"check"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    QCOMPARE(run.gate(u"g"_s).round, 1);
    QCOMPARE(run.countOf(EventType::GateChecking, u"g"_s), 1);
    run.complete(u"ship"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

namespace {

/// a → b → c in one phase with a gate; `outside` stands in no phase, and c needs it too.
Contents inARow(OnFail onFail, qint64 rounds = 0)
{
    Contents contents;
    Phase phase;
    phase.id = u"one"_s;
    add(contents, phase);
    Task outside = phased(u"outside"_s, {});
    add(contents, outside);
    add(contents, phased(u"a"_s, u"one"_s));
    Task b = phased(u"b"_s, u"one"_s);
    b.needs = {need(u"a"_s)};
    add(contents, b);
    Task c = phased(u"c"_s, u"one"_s);
    c.needs = {need(u"b"_s), need(u"outside"_s)};
    add(contents, c);
    Gate gate;
    gate.id = u"g"_s;
    gate.phase = u"one"_s;
    gate.onFail = onFail;
    gate.retryMax = rounds;
    add(contents, gate);
    return contents;
}

} // namespace

void TestGates::aGateDoesNotWaitForWhatCanNeverStart()
{
    RunDriver run(inARow(OnFail::Stop));
    run.start();
    run.complete(u"outside"_s);
    run.fail(u"a"_s);
    QCOMPARE(run.in(TaskState::Pending), (QStringList{u"b"_s, u"c"_s})); // only COMPLETE satisfies
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    QVERIFY(run.gate(u"g"_s).criteria.first().saw.contains(u"b PENDING"_s));
    QCOMPARE(run.countOf(EventType::GateChecking, u"g"_s), 1);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestGates::aGateWaitsWhileAnythingBeforeItsTasksMayStillChange()
{
    RunDriver run(inARow(OnFail::Stop));
    run.start();
    run.fail(u"a"_s);
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s); // `outside` runs, and c waits for it
    run.complete(u"outside"_s);
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestGates::aFailedGateLosesWhatNeedsIt()
{
    Contents contents = inARow(OnFail::Stop);
    Task behind = phased(u"behind"_s, {});
    behind.needs = {need(u"g"_s)};
    add(contents, behind);
    Gate sync;
    sync.id = u"sync"_s;
    sync.needs = {u"behind"_s};
    add(contents, sync);
    RunDriver run(contents);
    run.start();
    run.complete(u"outside"_s);
    run.fail(u"a"_s);
    QCOMPARE(run.gateState(u"sync"_s), u"FAILED"_s);
    QCOMPARE(run.stateOf(u"behind"_s), u"PENDING"_s);
    VERIFY_SOUND(run);
}

void TestGates::retryGoesOnWithWhatWasStuckBehindTheFailure()
{
    RunDriver run(inARow(OnFail::Retry, 1));
    run.start();
    run.complete(u"outside"_s);
    run.fail(u"a"_s);
    QCOMPARE(run.stateOf(u"a"_s), u"STARTING"_s); // the gate failed, and asked for it again
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s);
    run.complete(u"a"_s);
    run.complete(u"b"_s);
    run.complete(u"c"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGates::aFixPhaseWhoseRepairFailsEndsAllTheSame()
{
    RunDriver run(reviewed(OnFail::FixPhase, 1));
    run.start();
    work(run);
    run.reject(u"check"_s, {issue(u"no alerts"_s, u"build"_s)});
    const QStringList fixes = run.in(TaskState::Starting);
    QCOMPARE(fixes.size(), 1);
    run.fail(fixes.first()); // check#2 will never be READY
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    QCOMPARE(run.countOf(EventType::GateChecking, u"g"_s), 2);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

namespace {

QJsonObject wrote(const QString &path, const QString &owner)
{
    return {{u"trespasses"_s, QJsonArray{QJsonObject{{u"path"_s, path}, {u"owner"_s, owner}, {u"certain"_s, true}}}}};
}

} // namespace

void TestGates::retryRedoesTheWorkThatWroteAnothersFile()
{
    RunDriver run(reviewed(OnFail::Retry, 1));
    run.start();
    run.begin(u"ui"_s);
    run.record(EventType::WorkerCheckpoint, u"ui"_s, wrote(u"src/a.c"_s, u"build"_s));
    work(run);
    run.approve(u"check"_s);
    QCOMPARE(run.countOf(EventType::GateFailed, u"g"_s), 1);
    QCOMPARE(run.running(), QStringList{u"ui"_s});
    QVERIFY(run.task(u"ui"_s).note.contains(u"src/a.c"_s));
    run.complete(u"ui"_s);
    run.approve(u"check"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    VERIFY_SOUND(run);
}

void TestGates::aPersonWhoRestoredAnothersFileHasTheGateCheckedAgain()
{
    RunDriver run(reviewed(OnFail::Stop));
    run.start({.approve = ApproveMode::Ask});
    run.begin(u"ui"_s);
    run.record(EventType::WorkerCheckpoint, u"ui"_s, wrote(u"src/a.c"_s, u"build"_s));
    work(run);
    run.approve(u"check"_s);
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    run.record(EventType::GateClosed, u"g"_s, {{u"by"_s, u"person"_s}, {u"reason"_s, u"person"_s}});
    run.record(EventType::RunResumed, u"run-1"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    QCOMPARE(run.task(u"ui"_s).attempt, 1); // nothing is paid for twice
    run.complete(u"ship"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGates::aFixPhaseRestoresAnothersFile()
{
    RunDriver run(reviewed(OnFail::FixPhase, 1));
    run.start();
    run.begin(u"ui"_s);
    run.record(EventType::WorkerCheckpoint, u"ui"_s, wrote(u"src/a.c"_s, u"build"_s));
    work(run);
    run.approve(u"check"_s);
    const QStringList fixes = run.running();
    QCOMPARE(fixes.size(), 1);
    QCOMPARE(run.planned(fixes.first()).issue["where"_L1].toString(), u"src/a.c"_s);
    QCOMPARE(run.planned(fixes.first()).foundBy, u"g"_s);
    run.complete(fixes.first());
    run.approve(u"check#2"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    run.complete(u"ship"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGates::aGateRecordsWhatEachCriterionSaw()
{
    RunDriver run(reviewed(OnFail::Stop));
    run.start();
    work(run);
    run.approve(u"check"_s);
    QStringList seen;
    for (const CriterionResult &result : run.gate(u"g"_s).criteria) {
        QVERIFY(result.holds);
        QVERIFY(!result.saw.isEmpty());
        seen += result.criterion;
    }
    QCOMPARE(seen, (QStringList{u"complete"_s, u"evidence"_s, u"approved"_s}));
    VERIFY_SOUND(run);
}

void TestGates::bothGatesOfAPhaseMustPass()
{
    Contents contents = reviewed(OnFail::Stop);
    Gate second;
    second.id = u"people"_s;
    second.phase = u"one"_s;
    second.approval = Approval::Manual;
    add(contents, second);
    RunDriver run(contents);
    run.start({.approve = ApproveMode::Ask});
    work(run);
    run.approve(u"check"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    QCOMPARE(run.stateOf(u"ship"_s), u"PENDING"_s);
    run.record(EventType::ApprovalGiven, u"people"_s);
    QCOMPARE(run.stateOf(u"ship"_s), u"STARTING"_s);
    VERIFY_SOUND(run);
}

void TestGates::aGateWaitsForARetryThatIsDue()
{
    Contents contents;
    Task task;
    task.id = u"a"_s;
    task.retryMax = 1;
    task.retryDelay.text = u"10s"_s;
    add(contents, task);
    Gate gate;
    gate.id = u"g"_s;
    gate.needs = {u"a"_s};
    add(contents, gate);
    RunDriver run(contents);
    run.start();
    run.fail(u"a"_s);
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s);
    run.wait(10'000);
    run.fail(u"a"_s);
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestGates::evidenceMustHaveBeenVerified()
{
    Contents contents;
    Task task = phased(u"a"_s, {});
    task.evidence = {u"proof.md"_s};
    add(contents, task);
    Gate gate;
    gate.id = u"g"_s;
    gate.needs = {u"a"_s};
    add(contents, gate);

    RunDriver bare(contents);
    bare.start();
    bare.complete(u"a"_s);
    QCOMPARE(bare.gateState(u"g"_s), u"FAILED"_s);
    QCOMPARE(bare.status(), u"FAILED"_s);

    RunDriver proven(contents);
    proven.start();
    proven.begin(u"a"_s);
    proven.record(EventType::WorkerEvidence, u"a"_s,
                  {{u"path"_s, u"proof.md"_s}, {u"bytes"_s, 12}, {u"sha256"_s, u"abc"_s}});
    proven.complete(u"a"_s);
    QCOMPARE(proven.gateState(u"g"_s), u"PASSED"_s);
    VERIFY_SOUND(proven);

    RunDriver simulated(contents);
    simulated.start({.simulate = true});
    simulated.complete(u"a"_s);
    QCOMPARE(simulated.gateState(u"g"_s), u"PASSED"_s);
    VERIFY_SOUND(simulated);
}

void TestGates::aRejectionFailsTheGate()
{
    RunDriver run(reviewed(OnFail::Stop));
    run.start();
    work(run);
    run.reject(u"check"_s, {issue(u"it leaks"_s)});
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    QCOMPARE(run.gate(u"g"_s).criteria.last().holds, false);
    QCOMPARE(run.stateOf(u"ship"_s), u"PENDING"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestGates::signedOffAsksForTheApprovalOfThosePersonas()
{
    Contents contents = reviewed(OnFail::Stop);
    Gate gate = contents.gates.at(0);
    gate.criteria = QStringList{u"signed-off"_s};
    gate.signOff = {u"qa"_s};
    contents.gates.replace(contents.gates.keyAt(0), std::make_shared<const Gate>(gate));
    RunDriver approved(contents);
    approved.start();
    work(approved);
    approved.approve(u"check"_s);
    QCOMPARE(approved.gateState(u"g"_s), u"PASSED"_s);
    VERIFY_SOUND(approved);

    gate.signOff = {u"qa"_s, u"designer"_s};
    contents.gates.replace(contents.gates.keyAt(0), std::make_shared<const Gate>(gate));
    RunDriver missing(contents);
    missing.start();
    work(missing);
    missing.approve(u"check"_s);
    QCOMPARE(missing.gateState(u"g"_s), u"FAILED"_s);
    QVERIFY(missing.gate(u"g"_s).criteria.first().saw.contains(u"@designer"_s));
    VERIFY_SOUND(missing);
}

void TestGates::aSyncPointPassesOnItsOwnNeeds()
{
    Contents contents = chain({u"a"_s});
    Gate first;
    first.id = u"first"_s;
    first.needs = {u"a"_s};
    add(contents, first);
    Gate second;
    second.id = u"second"_s;
    second.needs = {u"first"_s};
    add(contents, second);
    Task last;
    last.id = u"last"_s;
    last.needs = {need(u"second"_s)};
    add(contents, last);
    RunDriver run(contents);
    run.start();
    QCOMPARE(run.gateState(u"second"_s), u"CLOSED"_s);
    run.complete(u"a"_s);
    QCOMPARE(run.gateState(u"second"_s), u"PASSED"_s);
    run.complete(u"last"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGates::aSyncPointWhoseNeedsAreAllSkippedIsSkipped()
{
    Contents contents = chain({u"a"_s});
    Task branch;
    branch.id = u"branch"_s;
    branch.needs = {need(u"a"_s)};
    branch.needs.first().when = {u"never"_s};
    add(contents, branch);
    Gate gate;
    gate.id = u"g"_s;
    gate.needs = {u"branch"_s};
    add(contents, gate);
    Task behind;
    behind.id = u"behind"_s;
    behind.needs = {need(u"g"_s)};
    add(contents, behind);
    Task joins;
    joins.id = u"joins"_s;
    joins.needs = {need(u"g"_s), need(u"a"_s)};
    add(contents, joins);
    RunDriver run(contents);
    run.start();
    run.complete(u"a"_s);
    QCOMPARE(run.gateState(u"g"_s), u"SKIPPED"_s);
    QCOMPARE(run.stateOf(u"behind"_s), u"SKIPPED"_s);
    run.complete(u"joins"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGates::aManualGateWaitsForAPersonAndMayBeRefused()
{
    Contents contents = chain({u"a"_s});
    Gate gate;
    gate.id = u"g"_s;
    gate.needs = {u"a"_s};
    gate.approval = Approval::Manual;
    add(contents, gate);
    RunDriver run(contents);
    run.start({.approve = ApproveMode::Ask});
    run.complete(u"a"_s);
    QCOMPARE(openQuestions(run.plan, run.state), (QList<Question>{{Question::Kind::Gate, u"g"_s}}));
    QCOMPARE(run.status(), u"RUNNING"_s);
    run.record(EventType::ApprovalRefused, u"g"_s);
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestGates::approveAllPassesAManualGate()
{
    Contents contents = chain({u"a"_s});
    Gate gate;
    gate.id = u"g"_s;
    gate.needs = {u"a"_s};
    gate.approval = Approval::Manual;
    add(contents, gate);
    RunDriver run(contents);
    run.start({.approve = ApproveMode::All});
    run.complete(u"a"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    QCOMPARE(run.countOf(EventType::ApprovalGiven, u"g"_s), 1);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGates::withNobodyToAskARunEndsWaiting()
{
    Contents contents = chain({u"a"_s, u"b"_s});
    Gate gate;
    gate.id = u"g"_s;
    gate.needs = {u"a"_s};
    gate.approval = Approval::Manual;
    add(contents, gate);
    RunDriver run(contents);
    run.start({.approve = ApproveMode::None});
    run.complete(u"a"_s);
    QCOMPARE(run.status(), u"RUNNING"_s); // b can still go on.
    run.fail(u"b"_s);
    QCOMPARE(run.status(), u"WAITING"_s); // Even though something failed.
    run.record(EventType::RunResumed, u"run-1"_s);
    QCOMPARE(run.status(), u"WAITING"_s);
    QCOMPARE(run.stateOf(u"b"_s), u"FAILED"_s); // Resuming a WAITING run retries nothing.
    run.record(EventType::ApprovalGiven, u"g"_s);
    run.record(EventType::RunResumed, u"run-1"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestGates::stopStartsNothingBehindTheGateAndLetsTheRestGoOn()
{
    Contents contents = reviewed(OnFail::Stop);
    add(contents, phased(u"free"_s, {}));
    RunDriver run(contents);
    run.start();
    run.fail(u"build"_s);
    run.complete(u"ui"_s);
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s); // check stays PENDING behind the failure, and will not start any more.
    QCOMPARE(run.status(), u"RUNNING"_s);
    run.complete(u"free"_s);
    QCOMPARE(run.stateOf(u"ship"_s), u"PENDING"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestGates::retryStartsTheFailedTasksAgainAsOftenAsItSays()
{
    Contents contents;
    for (const QString &id : {u"a"_s, u"b"_s})
        add(contents, phased(id, {}));
    Gate gate;
    gate.id = u"g"_s;
    gate.needs = {u"a"_s, u"b"_s};
    gate.onFail = OnFail::Retry;
    gate.retryMax = 2;
    add(contents, gate);
    RunDriver run(contents);
    run.start();
    run.complete(u"b"_s);
    for (int round = 1; round <= 2; ++round) {
        run.fail(u"a"_s);
        QCOMPARE(run.gate(u"g"_s).repairs, round);
        QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s);
        QCOMPARE(run.stateOf(u"a"_s), u"STARTING"_s);
        QCOMPARE(run.task(u"a"_s).attempt, round + 1);
        QCOMPARE(run.stateOf(u"b"_s), u"COMPLETE"_s);
    }
    run.fail(u"a"_s);
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestGates::retryAfterARejectionRedoesTheWorkThenTheValidation()
{
    RunDriver run(reviewed(OnFail::Retry, 1));
    run.start();
    work(run);
    run.reject(u"check"_s, {issue(u"the button is grey"_s, u"ui"_s), issue(u"it leaks"_s)});
    QCOMPARE(run.running(), (QStringList{u"build"_s, u"ui"_s}));
    QCOMPARE(run.stateOf(u"check"_s), u"PENDING"_s);
    QVERIFY(run.task(u"ui"_s).note.contains(u"grey"_s));
    QVERIFY(run.task(u"ui"_s).note.contains(u"leaks"_s));
    QVERIFY(!run.task(u"build"_s).note.contains(u"grey"_s));
    QVERIFY(run.task(u"build"_s).note.contains(u"leaks"_s));
    work(run);
    QCOMPARE(run.stateOf(u"check"_s), u"STARTING"_s);
    QCOMPARE(run.task(u"check"_s).attempt, 2);
    run.approve(u"check"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    QCOMPARE(run.gate(u"g"_s).round, 2);
    run.complete(u"ship"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGates::aResetTakesEverythingBehindItAlong()
{
    Contents contents = chain({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    Task branch;
    branch.id = u"branch"_s;
    branch.needs = {need(u"a"_s)};
    branch.needs.first().when = {u"other"_s};
    add(contents, branch);
    Gate gate;
    gate.id = u"g"_s;
    gate.needs = {u"b"_s};
    add(contents, gate);
    RunDriver run(contents);
    run.start();
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        run.complete(id);
    QCOMPARE(run.stateOf(u"branch"_s), u"SKIPPED"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    run.record(EventType::WorkerReset, u"a"_s, {{u"by"_s, u"person"_s}});
    QCOMPARE(run.in(TaskState::Pending), (QStringList{u"b"_s, u"c"_s, u"branch"_s}));
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s);
    QCOMPARE(run.stateOf(u"a"_s), u"STARTING"_s);
    QCOMPARE(run.task(u"a"_s).attempt, 2);
    QCOMPARE(run.stateOf(u"d"_s),
             u"STARTING"_s); // Already at work: what it makes of the old input is redone after.
    run.complete(u"d"_s);
    QCOMPARE(run.stateOf(u"d"_s), u"PENDING"_s);
    run.complete(u"a"_s, u"other"_s);
    QCOMPARE(run.stateOf(u"branch"_s), u"STARTING"_s);
    for (const QString &id : {u"b"_s, u"c"_s, u"d"_s, u"branch"_s})
        run.complete(id);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGates::aTaskThatStartsAgainClosesItsGate()
{
    Contents contents;
    add(contents, phased(u"a"_s, {}));
    add(contents, phased(u"b"_s, {}));
    Gate gate;
    gate.id = u"g"_s;
    gate.needs = {u"a"_s};
    add(contents, gate);
    RunDriver run(contents);
    run.start();
    run.fail(u"a"_s);
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    run.record(EventType::WorkerRetry, u"a"_s, {{u"by"_s, u"person"_s}});
    QCOMPARE(run.stateOf(u"a"_s), u"STARTING"_s);
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s);
    run.complete(u"a"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    VERIFY_SOUND(run);
}

void TestGates::aFixPhaseIsProposedAndWaitsForAPerson()
{
    RunDriver run(reviewed(OnFail::FixPhase));
    run.start({.approve = ApproveMode::None});
    work(run);
    run.reject(u"check"_s, {issue(u"it leaks"_s, u"build"_s)});
    QCOMPARE(run.countOf(EventType::FixProposed, u"g"_s), 1);
    QCOMPARE(run.status(), u"WAITING"_s);
    QCOMPARE(openQuestions(run.plan, run.state), (QList<Question>{{Question::Kind::Fix, u"g"_s}}));
    QVERIFY(!run.state.extended);
    run.record(EventType::RunResumed, u"run-1"_s);
    run.record(EventType::FixRefused, u"g"_s);
    run.record(EventType::RunResumed, u"run-1"_s);
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestGates::aFixPhaseMendsEachIssueAndValidatesAnew()
{
    RunDriver run(reviewed(OnFail::FixPhase));
    run.start({.approve = ApproveMode::Ask});
    work(run);
    run.reject(u"check"_s, {issue(u"it leaks"_s, u"build"_s), issue(u"the button is grey"_s, u"ui"_s)});
    run.record(EventType::FixAccepted, u"g"_s, run.gate(u"g"_s).proposal);
    QVERIFY(run.state.extended);
    QCOMPARE(run.running(), (QStringList{u"fix-g-1-1"_s, u"fix-g-1-2"_s}));
    QCOMPARE(run.planned(u"fix-g-1-1"_s).persona, u"backend"_s);
    QCOMPARE(run.planned(u"fix-g-1-2"_s).persona, u"designer"_s);
    QCOMPARE(run.planned(u"fix-g-1-1"_s).executor.type, u"shell"_s);
    QVERIFY(run.planned(u"fix-g-1-1"_s).task->description.contains(u"leaks"_s));
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s); // Since its first fix task started.
    run.complete(u"fix-g-1-1"_s);
    run.complete(u"fix-g-1-2"_s);
    QCOMPARE(run.running(), QStringList{u"check#2"_s});
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s);
    run.approve(u"check#2"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s); // The new verdict replaces the old one.
    QCOMPARE(run.stateOf(u"check"_s), u"COMPLETE"_s);
    run.complete(u"ship"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGates::fixesOfTheSameFileAreMadeOneAfterTheOther()
{
    RunDriver run(reviewed(OnFail::FixPhase, 1));
    run.start();
    work(run);
    // build owns src, ui owns web; the last issue is about a file that the first one names too.
    run.reject(u"check"_s, {issue(u"it leaks"_s, u"build"_s, u"src/a.c:7"_s), issue(u"grey"_s, u"ui"_s), issue(u"it is slow"_s, u"build"_s),
                            issue(u"undocumented"_s, u"ui"_s, u"src/a.c:1"_s)});
    QCOMPARE(run.running(), (QStringList{u"fix-g-1-1"_s, u"fix-g-1-2"_s}));
    run.complete(u"fix-g-1-1"_s);
    QCOMPARE(run.running(), (QStringList{u"fix-g-1-2"_s, u"fix-g-1-3"_s}));
    run.complete(u"fix-g-1-2"_s);
    QCOMPARE(run.running(), QStringList{u"fix-g-1-3"_s});
    run.complete(u"fix-g-1-3"_s);
    QCOMPARE(run.running(), QStringList{u"fix-g-1-4"_s});
    run.complete(u"fix-g-1-4"_s);
    run.approve(u"check#2"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    VERIFY_SOUND(run);
}

void TestGates::fixesInWorktreesOfTheSameTaskAreMadeOneAfterTheOther()
{
    Contents contents = reviewed(OnFail::FixPhase, 1);
    for (qsizetype i = 0; i < 2; ++i) { // nobody says which files are whose
        Task task = contents.tasks.at(i);
        task.owns.clear();
        contents.tasks.replace(contents.tasks.keyAt(i), std::make_shared<const Task>(task));
    }
    const QJsonArray issues{issue(u"it leaks"_s, u"build"_s), issue(u"it is slow"_s, u"build"_s), issue(u"grey"_s, u"ui"_s)};
    RunDriver shared(contents);
    shared.start();
    work(shared);
    shared.reject(u"check"_s, issues);
    QCOMPARE(shared.running(), (QStringList{u"fix-g-1-1"_s, u"fix-g-1-2"_s, u"fix-g-1-3"_s}));
    VERIFY_SOUND(shared);

    contents.info.workspace = WorkspaceMode::Worktree;
    RunDriver apart(contents);
    apart.start();
    work(apart);
    apart.reject(u"check"_s, issues);
    QCOMPARE(apart.running(), (QStringList{u"fix-g-1-1"_s, u"fix-g-1-3"_s}));
    apart.complete(u"fix-g-1-1"_s);
    QCOMPARE(apart.running(), (QStringList{u"fix-g-1-2"_s, u"fix-g-1-3"_s}));
    VERIFY_SOUND(apart);
}

void TestGates::aFixPhaseAcceptsItselfWhileRoundsLast()
{
    RunDriver run(reviewed(OnFail::FixPhase, 2));
    run.start();
    work(run);
    run.reject(u"check"_s, {issue(u"one"_s, u"build"_s)});
    run.complete(u"fix-g-1-1"_s);
    run.reject(u"check#2"_s, {issue(u"two"_s, u"ui"_s)});
    QCOMPARE(run.running(), QStringList{u"fix-g-2-1"_s});
    run.complete(u"fix-g-2-1"_s);
    run.reject(u"check#3"_s, {issue(u"three"_s, u"ui"_s)});
    QCOMPARE(run.gate(u"g"_s).repairs, 2);
    QCOMPARE(run.gateState(u"g"_s), u"FAILED"_s);
    QCOMPARE(run.status(), u"FAILED"_s);
    VERIFY_SOUND(run);
}

void TestGates::aFailedTaskThatWasMendedDoesNotFailTheRun()
{
    Contents contents;
    add(contents, phased(u"a"_s, {}));
    Gate gate;
    gate.id = u"g"_s;
    gate.needs = {u"a"_s};
    gate.onFail = OnFail::FixPhase;
    gate.retryMax = 1;
    add(contents, gate);
    RunDriver run(contents);
    run.start();
    run.fail(u"a"_s);
    QCOMPARE(run.running(), QStringList{u"fix-g-1-1"_s}); // One task for the failed criterion.
    run.complete(u"fix-g-1-1"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGates::aCancelledTaskIsSomethingToMendToo()
{
    Contents contents;
    add(contents, phased(u"a"_s, {}));
    Gate gate;
    gate.id = u"g"_s;
    gate.needs = {u"a"_s};
    gate.onFail = OnFail::FixPhase;
    add(contents, gate);
    RunDriver run(contents);
    run.start({.approve = ApproveMode::Ask});
    run.record(EventType::WorkerCancelled, u"a"_s);
    QCOMPARE(run.countOf(EventType::FixProposed, u"g"_s), 1);
    run.record(EventType::FixAccepted, u"g"_s, run.gate(u"g"_s).proposal);
    run.complete(u"fix-g-1-1"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGates::whatWaitedForAFailedTaskGoesOnWhenAFixTaskHasMendedIt()
{
    RunDriver run(inARow(OnFail::FixPhase, 1));
    run.start();
    run.complete(u"outside"_s);
    run.fail(u"a"_s); // b and c are stuck behind it
    QCOMPARE(run.stateOf(u"b"_s), u"PENDING"_s);
    QCOMPARE(run.running(), QStringList{u"fix-g-1-1"_s});
    run.complete(u"fix-g-1-1"_s);
    QCOMPARE(run.stateOf(u"a"_s), u"FAILED"_s); // nothing is made of what happened
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s);
    run.complete(u"b"_s);
    run.complete(u"c"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGates::aSecondFixPhaseMendsTheRepairThatFailed()
{
    RunDriver run(reviewed(OnFail::FixPhase, 2));
    run.start();
    work(run);
    run.reject(u"check"_s, {issue(u"no alerts"_s, u"build"_s)});
    run.fail(u"fix-g-1-1"_s); // check#2 waits for it
    QCOMPARE(run.planned(u"fix-g-2-1"_s).fixes, run.plan.tasks.size()); // what failed is mended
    QCOMPARE(run.stateOf(u"check#2"_s), u"PENDING"_s);
    run.complete(u"fix-g-2-1"_s);
    run.complete(u"fix-g-2-2"_s);
    run.approve(u"check#2"_s);
    run.approve(u"check#3"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    run.complete(u"ship"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGates::anIssueFindsTheTaskThatOwnsTheFile()
{
    RunDriver run(reviewed(OnFail::FixPhase, 1));
    run.start();
    work(run);
    run.reject(u"check"_s, {issue(u"grey"_s, {}, u"web/style.css:12"_s), issue(u"vague"_s)});
    QStringList personas;
    for (const PlanTask &task : planOf(run.plan, run.state).tasks) {
        if (task.fixes >= 0)
            personas += task.persona;
    }
    QCOMPARE(personas, (QStringList{u"designer"_s, u"backend"_s, u"designer"_s}));
    VERIFY_SOUND(run);
}

void TestGates::aFixPhaseOfTheDocumentOpensWhenItsGateFails()
{
    Contents contents = reviewed(OnFail::FixPhase);
    Phase fix;
    fix.id = u"mending"_s;
    fix.fixes = u"g"_s;
    add(contents, fix);
    add(contents, phased(u"mend"_s, u"mending"_s, u"backend"_s));
    RunDriver run(contents);
    run.start();
    work(run);
    QCOMPARE(run.stateOf(u"mend"_s), u"PENDING"_s);
    run.fail(u"check"_s);
    QCOMPARE(run.countOf(EventType::GateFailed, u"g"_s), 1);
    QCOMPARE(run.running(), QStringList{u"mend"_s});
    QCOMPARE(run.gateState(u"g"_s), u"CLOSED"_s);
    run.complete(u"mend"_s);
    QCOMPARE(run.countOf(EventType::GateFailed, u"g"_s),
             2); // check is still FAILED; now a fix phase is proposed.
    QCOMPARE(run.countOf(EventType::FixProposed, u"g"_s), 1);
    QCOMPARE(run.status(), u"WAITING"_s);
    VERIFY_SOUND(run);
}

void TestGates::aFixPhaseBringsNoNewProblems()
{
    Contents contents = reviewed(OnFail::FixPhase);
    for (qsizetype i = 0; i < 2; ++i) { // what is built and the user interface, in files of their own
        Task task = contents.tasks.at(i);
        task.owns = {task.id + u"/**"_s};
        task.deliverables = {task.id + u"/all.txt"_s};
        contents.tasks.replace(contents.tasks.keyAt(i), std::make_shared<const Task>(task));
    }
    RunDriver run(contents);
    run.start({.approve = ApproveMode::Ask});
    work(run);
    run.reject(u"check"_s, {issue(u"it leaks"_s, u"build"_s), issue(u"grey"_s, u"ui"_s), issue(u"it is slow"_s, u"build"_s), issue(u"it burns"_s, u"build"_s)});
    Workflow document(contents);
    document.apply(fixPhaseEdit(contents, run.gate(u"g"_s).proposal));
    QSet<QString> before;
    for (const Problem &problem : checkWorkflow(contents))
        before.insert(problem.rule);
    for (const Problem &problem : checkWorkflow(document.contents()))
        QVERIFY2(before.contains(problem.rule), qPrintable(problem.message));
    // One after the other where they write the same; the verdict waits for the last of each.
    const auto needsOf = [&](qsizetype back) {
        QStringList ids;
        for (const Need &need : document.contents().tasks.at(document.contents().tasks.size() - back).needs)
            ids += need.target;
        return ids;
    };
    QCOMPARE(needsOf(1), (QStringList{u"fix-g-1-2"_s, u"fix-g-1-4"_s}));
    QCOMPARE(needsOf(2), QStringList{u"fix-g-1-3"_s});
    QCOMPARE(needsOf(3), QStringList{u"fix-g-1-1"_s});
    QCOMPARE(needsOf(4), QStringList());
}

void TestGates::aFixPhaseIsOfferedToTheOpenDocument()
{
    const Contents contents = reviewed(OnFail::FixPhase);
    RunDriver run(contents);
    run.start({.approve = ApproveMode::Ask});
    work(run);
    run.reject(u"check"_s, {issue(u"it leaks"_s, u"build"_s), issue(u"grey"_s, u"ui"_s)});
    const QJsonObject proposal = run.gate(u"g"_s).proposal;

    Workflow document;
    document.reset(contents);
    document.apply(fixPhaseEdit(document.contents(), proposal));
    QCOMPARE(document.contents().tasks.size(), contents.tasks.size() + 3);
    const Task &again = document.contents().tasks.at(document.contents().tasks.size() - 1);
    QCOMPARE(again.id, u"check-2"_s);
    QCOMPARE(again.validates, (QStringList{u"build"_s, u"ui"_s}));
    QCOMPARE(again.needs.size(), 2);
    const Result<RunPlan> plan = compile(document.contents());
    QVERIFY2(plan.ok(), qPrintable(plan ? QString() : plan.error().message));

    // The document's next run: the phase opens when its gate fails, and is left out when it passes.
    RunDriver next(document.contents());
    next.start();
    work(next);
    next.approve(u"check"_s);
    QCOMPARE(next.in(TaskState::Skipped).size(), 3);
    next.complete(u"ship"_s);
    QCOMPARE(next.status(), u"COMPLETE"_s);
    VERIFY_SOUND(next);

    // It fails there too: the same work is mended, and the new verdict takes the place of the rejecting one.
    RunDriver mended(document.contents());
    mended.start();
    work(mended);
    mended.reject(u"check"_s, {issue(u"it leaks"_s, u"build"_s)});
    QCOMPARE(mended.running(), (QStringList{u"fix-g-1-1"_s, u"fix-g-1-2"_s}));
    mended.complete(u"fix-g-1-1"_s);
    mended.complete(u"fix-g-1-2"_s);
    mended.approve(u"check-2"_s);
    QCOMPARE(mended.gateState(u"g"_s), u"PASSED"_s);
    mended.complete(u"ship"_s);
    QCOMPARE(mended.status(), u"COMPLETE"_s);
    VERIFY_SOUND(mended);

    // Offered twice, it comes in twice, with the next number.
    document.apply(fixPhaseEdit(document.contents(), proposal));
    QVERIFY(compile(document.contents()).ok());
    const Phase &second = document.contents().phases.at(document.contents().phases.size() - 1);
    QCOMPARE(second.id, u"fix-g-2"_s);
    QVERIFY(second.title.startsWith(u"Fix 2"_s));
    QCOMPARE(document.contents().task(document.ids().step(u"fix-g-2-1"_s))->persona(), u"backend"_s);
    Contents without = contents;
    without.gates = {};
    QVERIFY(fixPhaseEdit(without, proposal).isEmpty());
}

void TestGates::hostileFixPhasesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("another gate") << QByteArray(
        R"({"phase":{"id":"p","fixes":"x"},"tasks":[{"id":"f","fixes":"ui"}]})");
    QTest::newRow("no tasks") << QByteArray(R"({"phase":{"id":"p","fixes":"g"},"tasks":[]})");
    QTest::newRow("taken phase") << QByteArray(
        R"({"phase":{"id":"one","fixes":"g"},"tasks":[{"id":"f","fixes":"ui"}]})");
    QTest::newRow("taken id") << QByteArray(
        R"({"phase":{"id":"p","fixes":"g"},"tasks":[{"id":"ui","fixes":"ui"}]})");
    QTest::newRow("gate's id") << QByteArray(
        R"({"phase":{"id":"p","fixes":"g"},"tasks":[{"id":"g","fixes":"ui"}]})");
    QTest::newRow("fixes nobody") << QByteArray(
        R"({"phase":{"id":"p","fixes":"g"},"tasks":[{"id":"f","fixes":"no"}]})");
    QTest::newRow("needs nobody") << QByteArray(
        R"({"phase":{"id":"p","fixes":"g"},"tasks":[{"id":"f","fixes":"ui","needs":["no"]}]})");
    QTest::newRow("needs itself") << QByteArray(
        R"({"phase":{"id":"p","fixes":"g"},"tasks":[{"id":"f","fixes":"ui","needs":["f"]}]})");
    QTest::newRow("cycle") << QByteArray(R"({"phase":{"id":"p","fixes":"g"},"tasks":[
        {"id":"f","fixes":"ui","needs":["h"]},{"id":"h","fixes":"ui","needs":["f"]}]})");
    QTest::newRow("behind what comes later")
        << QByteArray(R"({"phase":{"id":"p","fixes":"g"},"tasks":[{"id":"f","repeats":3}]})");
}

void TestGates::hostileFixPhasesAreRefused()
{
    QFETCH(QByteArray, json);
    RunDriver run(reviewed(OnFail::FixPhase));
    run.start({.approve = ApproveMode::Ask});
    work(run);
    run.reject(u"check"_s, {issue(u"it leaks"_s)});
    const RunState before = run.state;
    run.record(EventType::FixAccepted, u"g"_s, QJsonDocument::fromJson(json).object());
    QCOMPARE(run.state.refusedEvents, 1);
    QVERIFY(!run.state.extended);
    QCOMPARE(run.state.tasks, before.tasks);
    QCOMPARE(run.state.gates, before.gates);
}

QTEST_GUILESS_MAIN(TestGates)
#include "tst_gates.moc"
