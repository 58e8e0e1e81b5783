// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/decisions.h"

#include "model/run/gatecheck.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

bool needsHold(const PlanTask &task, const Books::OfTask &book)
{
    return book.waiting == 0 && book.taken + book.skipped == task.needs.size() &&
           (task.needs.isEmpty() || book.taken > 0);
}

/// Its branch was not taken, or it belongs to a fix phase that nobody needs any more.
bool isLeftOut(const RunState &state, const PlanTask &task, const Books::OfTask &book, int fixesGate)
{
    const qsizetype refused = task.needs.size() - book.waiting - book.taken - book.skipped;
    if (refused > 0 || (book.skipped > 0 && book.skipped == task.needs.size()))
        return true;
    const auto isPassed = [&](GateState gate) {
        return gate == GateState::Passed || gate == GateState::Skipped;
    };
    return fixesGate >= 0 && isPassed(state.gates.at(fixesGate).state);
}

TaskDecision onBudget(const RunPlan &plan, const PlanTask &task, const TaskRun &run)
{
    const qint64 used = run.usage.total();
    if (task.plannedTokens <= 0 || used == 0)
        return TaskDecision::None;
    const WorkflowInfo &info = plan.contents.info;
    if (used > task.plannedTokens && !run.budgetExceeded)
        return TaskDecision::Exceed;
    if (!run.budgetWarned && !run.budgetExceeded &&
        double(used) >= info.budgetWarnAt * double(task.plannedTokens))
        return TaskDecision::Warn;
    return info.budgetStop && run.budgetExceeded && isStoppable(run) ? TaskDecision::StopForBudget : TaskDecision::None;
}

TaskDecision onLaunch(const RunState &state, const PlanTask &task, const TaskRun &run)
{
    if (run.refused)
        return TaskDecision::Cancel;
    if (!task.asksLaunch || run.approved)
        return TaskDecision::Start;
    if (!run.awaitsApproval)
        return TaskDecision::Ask;
    return state.settings.approve == ApproveMode::All ? TaskDecision::Grant : TaskDecision::None;
}

bool fixPhasesHaveEnded(const RunPlan &plan, const RunState &state, int gate)
{
    const auto phases = plan.links.fixPhases.of(gate);
    return std::all_of(phases.begin(), phases.end(), [&](int phase) {
        const Books::OfPhase &book = state.books.phases.at(phase);
        return book.moved == 0 || book.unended == 0;
    });
}

bool isToBeClosed(const RunPlan &plan, const RunState &state, int gate)
{
    const Books::OfGate &book = state.books.gates.at(gate);
    const auto phases = plan.links.fixPhases.of(gate);
    return book.running > 0 || book.pending > 0 || book.gates > 0 ||
           std::any_of(phases.begin(), phases.end(),
                       [&](int phase) { return state.books.phases.at(phase).running > 0; });
}

bool isToBeChecked(const RunPlan &plan, const RunState &state, int gate)
{
    const Books::OfGate &book = state.books.gates.at(gate);
    if (book.unended > 0 || book.gates > 0 || !fixPhasesHaveEnded(plan, state, gate))
        return false;
    const int phase = plan.gates.at(gate).phase;
    return phase < 0 || (state.books.phases.at(phase).open && state.books.phases.at(phase).settled);
}

GateDecision onFailedGate(const RunState &state, const PlanGate &gate, const GateRun &run)
{
    if (run.wantsFix)
        return GateDecision::Propose;
    if (run.proposal.isEmpty())
        return GateDecision::None;
    const bool isOwn = run.repairs < gate.gate->retryMax.value_or(0);
    return isOwn || state.settings.approve == ApproveMode::All ? GateDecision::Accept : GateDecision::None;
}

} // namespace

bool hasRoundsLeft(const RunState &state, const PlanGate &gate, const GateRun &run)
{
    const qint64 rounds = gate.gate->retryMax.value_or(0);
    // With nobody to ask, one round is tried where the plan names no number; people may go on as long as they like.
    return rounds > 0 ? run.repairs < rounds : state.settings.approve != ApproveMode::All || run.repairs < 1;
}

bool mayBeMended(const RunPlan &plan, const RunState &state, int index)
{
    const PlanGate &gate = plan.gates.at(index);
    const GateRun &run = state.gates.at(index);
    if (run.state == GateState::Passed || run.state == GateState::Skipped)
        return false;
    const auto phases = plan.links.fixPhases.of(index);
    if (std::any_of(phases.begin(), phases.end(), [&](int phase) { return state.books.phases.at(phase).unended > 0; }))
        return true;
    if (run.state == GateState::Failed)
        return run.wantsFix || !run.proposal.isEmpty();
    return gate.gate->onFail == OnFail::FixPhase && hasRoundsLeft(state, gate, run);
}

int gateThatHolds(const RunPlan &plan, const RunState &state, int task)
{
    const auto holds = plan.links.holds.of(task);
    const auto found = std::find_if(holds.begin(), holds.end(), [&](const PlanHold &hold) {
        const TaskRun &said = state.tasks.at(latestInstance(plan, state, hold.validation));
        return state.books.gates.at(hold.gate).mayBeMended && said.state == TaskState::Complete && said.verdict && !said.verdict->approved;
    });
    return found == holds.end() ? -1 : found->gate;
}

bool isStoppable(const TaskRun &run)
{
    if (run.state == TaskState::Starting || run.state == TaskState::Active)
        return !run.processEnded;
    return run.state == TaskState::Blocked;
}

bool asksPeople(const RunPlan &plan, const PlanGate &gate)
{
    if (gate.gate->approval == Approval::Manual)
        return true;
    return gate.criteria.contains("signed-off"_L1) && !gate.gate->signOff.isEmpty() &&
           plan.contents.info.launch == LaunchMode::Approve;
}

qint64 deadlineOf(const PlanTask &task, const TaskRun &run)
{
    if (run.state == TaskState::Failed)
        return run.retryAt;
    // What has ended in time keeps its time, however long it takes to look at what it did.
    if (!task.timeouts.any() || run.queuedAt > 0 || (run.processEnded && run.state != TaskState::Blocked))
        return 0;
    const TaskTimeouts &limits = task.timeouts;
    qint64 earliest = 0;
    const auto take = [&](qint64 since, qint64 limit) {
        if (limit > 0 && (earliest == 0 || since + limit < earliest))
            earliest = since + limit;
    };
    if (run.state == TaskState::Starting)
        take(run.startedAt + run.waitedFor, limits.start);
    if (run.state == TaskState::Active)
        take(run.lastSign, limits.idle);
    if (run.state == TaskState::Starting || run.state == TaskState::Active)
        take(run.startedAt + run.waitedFor, limits.total);
    if (run.state == TaskState::Blocked)
        take(run.blockedAt, limits.blocked);
    return earliest;
}

QString timeoutOver(const PlanTask &task, const TaskRun &run, qint64 now)
{
    const TaskTimeouts &limits = task.timeouts;
    const auto isOver = [&](qint64 since, qint64 limit) { return limit > 0 && run.queuedAt == 0 && now >= since + limit; };
    if (run.state == TaskState::Blocked)
        return isOver(run.blockedAt, limits.blocked) ? u"blocked"_s : QString();
    if (isOver(run.startedAt + run.waitedFor, limits.total))
        return u"total"_s;
    if (run.state == TaskState::Starting)
        return isOver(run.startedAt + run.waitedFor, limits.start) ? u"start"_s : QString();
    return run.state == TaskState::Active && isOver(run.lastSign, limits.idle) ? u"idle"_s : QString();
}

TaskDecision decisionOnTask(const RunPlan &plan, const RunState &state, int index)
{
    const PlanTask &task = plan.tasks.at(index);
    const TaskRun &run = state.tasks.at(index);
    const Books::OfTask &book = state.books.tasks.at(index);
    if (const TaskDecision budget = onBudget(plan, task, run); budget != TaskDecision::None)
        return budget;
    if (task.superseded)
        return TaskDecision::None;
    const int fixesGate = task.phase < 0 ? -1 : plan.phases.at(task.phase).fixesGate;
    const bool isOpen = task.phase < 0 || state.books.phases.at(task.phase).open;
    switch (run.state) {
    case TaskState::Pending:
        if (gateThatHolds(plan, state, index) >= 0)
            return TaskDecision::None;
        if (isLeftOut(state, task, book, fixesGate))
            return TaskDecision::Skip;
        return isOpen && needsHold(task, book) ? TaskDecision::Ready : TaskDecision::None;
    case TaskState::Ready:
        return isOpen && needsHold(task, book) ? onLaunch(state, task, run) : TaskDecision::Reset;
    case TaskState::Complete:
        // A fix phase is not open any more when its gate has been passed; its work stays done.
        return (isOpen || fixesGate >= 0) && needsHold(task, book) && !run.outdated ? TaskDecision::None : TaskDecision::Reset;
    case TaskState::Skipped:
        return isLeftOut(state, task, book, fixesGate) ? TaskDecision::None : TaskDecision::Reset;
    case TaskState::Starting:
    case TaskState::Active:
    case TaskState::Blocked:
    case TaskState::Failed:
    case TaskState::Cancelled:
        break;
    }
    return TaskDecision::None;
}

bool mayRetry(const RunPlan &plan, const RunState &state, int task)
{
    return state.status != RunStatus::Planned && !state.isOver() && !state.cancelling && state.tasks.at(task).state == TaskState::Failed && !plan.tasks.at(task).superseded;
}

GateDecision decisionOnGate(const RunPlan &plan, const RunState &state, int index)
{
    const PlanGate &gate = plan.gates.at(index);
    const GateRun &run = state.gates.at(index);
    const Books::OfGate &book = state.books.gates.at(index);
    switch (run.state) {
    case GateState::Closed:
        if (!isToBeChecked(plan, state, index))
            return GateDecision::None;
        return gate.phase < 0 && !gate.needs.isEmpty() && book.notSkipped == 0 ? GateDecision::Skip
                                                                               : GateDecision::Check;
    case GateState::Checking:
        if (isToBeClosed(plan, state, index))
            return GateDecision::Close;
        if (!run.awaitsApproval || run.approved || run.refused)
            return GateDecision::Judge;
        return state.settings.approve == ApproveMode::All ? GateDecision::Grant : GateDecision::None;
    case GateState::Passed:
        return isToBeClosed(plan, state, index) ? GateDecision::Close : GateDecision::None;
    case GateState::Failed:
        return isToBeClosed(plan, state, index) ? GateDecision::Close : onFailedGate(state, gate, run);
    case GateState::Skipped:
        return book.notSkipped > 0 || gate.needs.isEmpty() ? GateDecision::Close : GateDecision::None;
    }
    return GateDecision::None;
}

} // namespace baton
