// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/advance.h"
#include "model/run/applier.h"
#include "model/run/books.h"
#include "model/run/decisions.h"
#include "model/run/gatecheck.h"
#include "model/run/planextension.h"
#include "model/run/transitions.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype maxRefusals = 100;

} // namespace

QString Applier::reason() const
{
    const QString words = text(u"message"_s);
    return words.isEmpty() ? text(u"reason"_s) : words;
}

QString Applier::take()
{
    if (m_changes) {
        m_changes->seq = m_event.seq;
        m_changes->now = m_event.time;
    }
    if (m_state.status == RunStatus::Planned && m_event.type != EventType::RunStarted)
        return u"the run has not started"_s;
    switch (m_event.type) {
    case EventType::RunStarted:
    case EventType::RunPaused:
    case EventType::RunResumed:
    case EventType::RunFinished:
        return takeRunEvent();
    case EventType::GateChecking:
    case EventType::GatePassed:
    case EventType::GateFailed:
    case EventType::GateSkipped:
    case EventType::GateClosed:
        return takeGateEvent();
    case EventType::BudgetWarning:
    case EventType::BudgetExceeded:
        return takeBudget();
    case EventType::ApprovalRequested:
    case EventType::ApprovalGiven:
    case EventType::ApprovalRefused:
        return takeApproval();
    case EventType::FixProposed:
    case EventType::FixAccepted:
    case EventType::FixRefused:
        return takeFix();
    default:
        break;
    }
    const int task = m_plan.indexOfTask(m_event.subject);
    if (task >= 0)
        return takeWorkerEvent(task);
    return m_event.type == EventType::WorkerReady ? openRound() : u"there is no such task"_s;
}

QString Applier::takeRunEvent()
{
    switch (m_event.type) {
    case EventType::RunStarted:
        if (m_state.status != RunStatus::Planned)
            return u"the run has started already"_s;
        if (m_changes)
            start();
        return {};
    case EventType::RunPaused:
        if (!m_state.isRunning())
            return u"the run is not running"_s;
        if (m_changes) {
            m_changes->status = RunStatus::Paused;
            m_changes->cancelling = m_changes->cancelling || m_event.data.value("cancel"_L1).toBool();
        }
        return {};
    case EventType::RunResumed:
        if (m_state.isOver())
            return u"the run is over"_s;
        if (m_changes)
            resume();
        return {};
    default:
        break;
    }
    const auto status = valueOf<RunStatus>(text(u"state"_s));
    if (!m_state.isRunning())
        return u"the run is not running"_s;
    if (!status || *status < RunStatus::Waiting)
        return u"it names no state that a run can end in"_s;
    if (m_changes) {
        m_changes->status = *status;
        m_changes->endedAt = m_event.time;
    }
    return {};
}

void Applier::start()
{
    RunState &state = *m_changes;
    state.runId = m_event.subject;
    state.status = RunStatus::Running;
    state.startedAt = m_event.time;
    state.settings.update(m_event.data);
    state.windows.resize(state.settings.governors.size());
    state.tasks = QList<TaskRun>(m_plan.tasks.size());
    state.gates = QList<GateRun>(m_plan.gates.size());
    Bookkeeper(m_plan, state).rebuild();
}

void Applier::resume()
{
    RunState &state = *m_changes;
    const bool hadFailed = state.status == RunStatus::Failed;
    const RunSettings before = state.settings;
    state.settings.update(m_event.data);
    state.status = RunStatus::Running;
    state.endedAt = 0;
    for (int i = 0; hadFailed && i < state.tasks.size(); ++i) {
        TaskRun &run = state.tasks[i];
        if (run.state != TaskState::Failed || m_plan.tasks.at(i).superseded)
            continue;
        run.retryAt = qMax(qint64(1), m_event.time);
        run.firstAttempt = run.attempt + 1;
    }
    bool isBudgetedAnew = false; // in the plan
    for (int i = 0; i < state.tasks.size(); ++i) {
        TaskRun &run = state.tasks[i];
        const qint64 planned = m_plan.tasks.at(i).plannedTokens;
        const bool isExceeded = run.budgetExceeded && planned > 0 && run.usage.total() > planned;
        isBudgetedAnew = isBudgetedAnew || isExceeded != run.budgetExceeded;
        run.budgetExceeded = isExceeded;
    }
    // Who answers for people stands in the books of every task that asks.
    const bool isGovernedAnew = before.governors != state.settings.governors;
    if (isGovernedAnew)
        state.windows = QList<TokenWindow>(state.settings.governors.size());
    state.costExceeded = state.costExceeded && state.isSpent();
    const qint64 cap = m_plan.contents.info.budgetTokens.value_or(0);
    state.budgetExceeded = state.budgetExceeded && cap > 0 && state.usage.total() > cap;
    if (hadFailed || isBudgetedAnew || isGovernedAnew || before.approve != state.settings.approve)
        Bookkeeper(m_plan, state).rebuild();
}

QString Applier::takeGateEvent()
{
    const int index = m_plan.indexOfGate(m_event.subject);
    if (index < 0)
        return u"there is no such gate"_s;
    const std::optional<GateState> target = targetOf(m_state.gates.at(index).state, m_event.type);
    if (!target)
        return u"the gate cannot do that now"_s;
    if (!m_changes)
        return {};
    GateRun &run = m_changes->gates[index];
    if (run.state == GateState::Passed)
        onGateLost(index);
    run.state = *target;
    run.changedAt = m_event.time;
    if (run.state == GateState::Passed || run.state == GateState::Failed) {
        run.criteria = criteriaFromJson(m_event.data);
        run.awaitsApproval = false;
    } else {
        run.awaitsApproval = run.approved = run.refused = run.wantsFix = false;
        keepIssues(run.earlierIssues, std::exchange(run.issues, {}));
        run.restarts.clear();
        run.proposal = {};
    }
    if (run.state == GateState::Checking) {
        ++run.round;
        run.criteria.clear();
    }
    if (run.state == GateState::Failed)
        onGateFailed(m_plan.gates.at(index), run);
    // A person who has it checked again has seen whose files were written, and had them restored; a fix phase would do that itself.
    if (m_event.type == EventType::GateClosed && m_event.data.contains("by"_L1) && m_plan.gates.at(index).gate->onFail != OnFail::FixPhase) {
        for (const int task : trespassersOf(m_plan, m_state, index))
            keepTrespasses(m_changes->tasks[task]);
    }
    Bookkeeper(m_plan, *m_changes).gateChanged(index);
    return {};
}

/// A task in its scope was asked for again.
void Applier::onGateLost(int gate) const
{
    for (const PlanEdge edge : m_plan.links.edgesOfGate.of(gate))
        outdate(edge.task);
    const int phase = m_plan.gates.at(gate).phase;
    if (phase < 0)
        return;
    for (const int later : m_plan.links.phasesAfter.of(phase)) {
        for (const int task : m_plan.phases.at(later).fixesGate < 0 ? m_plan.phases.at(later).tasks : QList<int>())
            outdate(task);
    }
}

void Applier::onGateFailed(const PlanGate &gate, GateRun &run) const
{
    switch (gate.gate->onFail) {
    case OnFail::Stop:
        return;
    case OnFail::Retry:
        if (run.repairs < gate.gate->retryMax.value_or(0))
            run.restarts = restartsFor(m_plan, m_state, gate);
        run.repairs += run.restarts.isEmpty() ? 0 : 1;
        return;
    case OnFail::FixPhase:
        break;
    }
    const auto phases = m_plan.links.fixPhases.of(m_plan.indexOfGate(gate.id));
    const bool opensOne = std::any_of(phases.begin(), phases.end(), [this](int phase) {
        const Books::OfPhase &book = m_state.books.phases.at(phase);
        return book.moved == 0 && book.unended > 0;
    });
    run.wantsFix = !opensOne && hasRoundsLeft(m_state, gate, run);
}

QString Applier::takeApproval()
{
    const bool isRequest = m_event.type == EventType::ApprovalRequested;
    const bool isGiven = m_event.type == EventType::ApprovalGiven;
    if (const int task = m_plan.indexOfTask(m_event.subject); task >= 0) {
        if (m_state.tasks.at(task).state != TaskState::Ready)
            return u"the task is not about to start"_s;
        if (m_changes) {
            TaskRun &run = m_changes->tasks[task];
            run.awaitsApproval = isRequest;
            run.approved = isGiven;
            run.refused = !isRequest && !isGiven;
            run.reason = run.refused ? reason() : QString();
            if (const QString note = text(u"note"_s); isGiven && !note.isEmpty())
                run.note += run.note.isEmpty() ? note : u'\n' + note; // beside what the gate that asks for it again has to say
            Bookkeeper(m_plan, *m_changes).taskChanged(task);
        }
        return {};
    }
    const int gate = m_plan.indexOfGate(m_event.subject);
    if (gate < 0)
        return u"there is no such task or gate"_s;
    if (m_state.gates.at(gate).state != GateState::Checking)
        return u"the gate is not being checked"_s;
    if (m_changes) {
        GateRun &run = m_changes->gates[gate];
        run.awaitsApproval = isRequest;
        run.approved = isGiven;
        run.refused = !isRequest && !isGiven;
        run.issues = m_event.data.value("issues"_L1).toArray();
        Bookkeeper(m_plan, *m_changes).gateChanged(gate);
    }
    return {};
}

QString Applier::takeFix()
{
    const int gate = m_plan.indexOfGate(m_event.subject);
    if (gate < 0)
        return u"there is no such gate"_s;
    if (m_state.gates.at(gate).state != GateState::Failed)
        return u"the gate has not failed"_s;
    if (m_event.type != EventType::FixRefused) {
        Result<RunPlan> extended = withFixPhase(m_plan, gate, m_event.data);
        if (!extended)
            return extended.error().message;
        if (m_changes && m_event.type == EventType::FixAccepted) {
            ++m_changes->gates[gate].repairs;
            m_changes->gates[gate].wantsFix = false;
            m_changes->gates[gate].proposal = {};
            extend(std::move(*extended));
            return {};
        }
    }
    if (m_changes) {
        GateRun &run = m_changes->gates[gate];
        run.wantsFix = false;
        run.proposal = m_event.type == EventType::FixProposed ? m_event.data : QJsonObject();
        Bookkeeper(m_plan, *m_changes).gateChanged(gate);
    }
    return {};
}

QString Applier::takeBudget()
{
    const bool isExceeded = m_event.type == EventType::BudgetExceeded;
    if (m_event.subject == m_state.runId && m_event.data.contains("limit_usd"_L1)) {
        if (m_changes)
            m_changes->costExceeded = isExceeded;
        return {};
    }
    if (m_event.subject == m_state.runId) {
        if (m_changes) {
            m_changes->budgetWarned = true;
            m_changes->budgetExceeded = m_changes->budgetExceeded || isExceeded;
        }
        return {};
    }
    const int task = m_plan.indexOfTask(m_event.subject);
    if (task < 0)
        return u"there is no such task"_s;
    if (m_changes) {
        m_changes->tasks[task].budgetWarned = true;
        m_changes->tasks[task].budgetExceeded = m_changes->tasks[task].budgetExceeded || isExceeded;
        Bookkeeper(m_plan, *m_changes).taskChanged(task);
    }
    return {};
}

/// The first event of a further round, `x#2` is READY, makes that round.
QString Applier::openRound()
{
    const int phase = phaseOfNextRound(m_plan, m_state, m_event.subject);
    if (phase < 0)
        return u"there is no such task"_s;
    Result<RunPlan> extended = withNextRound(m_plan, phase);
    if (!extended)
        return extended.error().message;
    if (!m_changes)
        return {};
    QStringList notes; // Of the new tasks, which stand as those of the round before do.
    for (const int before : m_plan.phases.at(phase).tasks)
        notes += roundNoteFor(m_plan, m_state, phase, before);
    extend(std::move(*extended));
    const RunPlan &plan = *m_changes->extended;
    for (qsizetype i = 0; i < notes.size(); ++i)
        m_changes->tasks[plan.phases.at(phase).tasks.at(i)].note = notes.at(i);
    const int task = plan.indexOfTask(m_event.subject);
    m_changes->tasks[task].state = TaskState::Ready;
    Bookkeeper(plan, *m_changes).taskChanged(task);
    return {};
}

void Applier::extend(RunPlan plan)
{
    m_changes->tasks.resize(plan.tasks.size());
    for (int i = 0; i < m_changes->gates.size(); ++i) {
        // Two gates may have proposed the same `review#2`: the second has to think of another.
        GateRun &gate = m_changes->gates[i];
        if (!gate.proposal.isEmpty() && !withFixPhase(plan, i, gate.proposal)) {
            gate.proposal = {};
            gate.wantsFix = true;
        }
    }
    m_changes->extended = std::make_shared<const RunPlan>(std::move(plan));
    Bookkeeper(*m_changes->extended, *m_changes).rebuild();
}

RunState initialState(const RunPlan &plan)
{
    RunState state;
    state.tasks = QList<TaskRun>(plan.tasks.size());
    state.gates = QList<GateRun>(plan.gates.size());
    return state;
}

RunState apply(const RunPlan &plan, RunState state, const Event &event)
{
    const QString refusal = Applier(plan, state, &state, event).take();
    if (!refusal.isEmpty()) {
        ++state.refusedEvents;
        if (state.refusals.size() < maxRefusals)
            state.refusals.append(u"event %1 (%2 of “%3”): %4"_s.arg(
                QString::number(event.seq), nameOf(event.type), event.subject.left(80), refusal));
    }
    return state;
}

QString refusalOf(const RunPlan &plan, const RunState &state, const Event &event)
{
    return Applier(plan, state, nullptr, event).take();
}

} // namespace baton
