// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/advance.h"
#include "model/run/decisions.h"
#include "model/run/fixphase.h"
#include "model/run/gatecheck.h"
#include "model/run/planextension.h"
#include "model/run/waiting.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Finds the next thing to record, in a fixed order: first what is wrong is taken back, then what is known is
/// written down, and only then something starts, so that the choice is made among all that could.
class Scheduler
{
    Q_DECLARE_TR_FUNCTIONS(baton::Scheduler)

public:
    Scheduler(const RunPlan &plan, const RunState &state, qint64 now)
        : m_plan(planOf(plan, state))
        , m_state(state)
        , m_books(state.books)
        , m_now(now)
    {
    }

    std::optional<RecordEvent> decide() const
    {
        if (m_state.cancelling)
            return cancelling();
        for (const auto step : {&Scheduler::restarting, &Scheduler::resetting, &Scheduler::overdue,
                                &Scheduler::runBudget, &Scheduler::spending, &Scheduler::deciding, &Scheduler::gates,
                                &Scheduler::rounds, &Scheduler::starting, &Scheduler::finishing}) {
            if (std::optional<RecordEvent> event = (this->*step)())
                return event;
        }
        return std::nullopt;
    }

    qint64 wakeAt() const
    {
        qint64 wake = m_books.deadlines.isEmpty() ? 0 : m_books.deadlines.firstKey().first;
        for (int i = 0; i < m_books.governors.size(); ++i) {
            if (!waitsForTokens(i))
                continue;
            if (m_state.windows.at(i).sum(m_now) < m_state.settings.governors.at(i).tokensPerMinute)
                continue; // until something that runs has ended
            const qint64 free = m_state.windows.at(i).freeAt(m_now, m_state.settings.governors.at(i).tokensPerMinute);
            wake = wake > 0 ? std::min(wake, free) : free;
        }
        return wake;
    }

private:
    RecordEvent aboutTask(EventType type, int task, QJsonObject data = {}) const
    {
        return {type, m_plan.tasks.at(task).id, std::move(data)};
    }
    RecordEvent aboutGate(EventType type, int gate, QJsonObject data = {}) const
    {
        return {type, m_plan.gates.at(gate).id, std::move(data)};
    }
    RecordEvent finished(RunStatus status) const
    {
        return {EventType::RunFinished, m_state.runId, {{u"state"_s, nameOf(status)}}};
    }

    std::optional<RecordEvent> cancelling() const
    {
        if (const int task = m_books.unfinished.first(); task >= 0)
            return aboutTask(EventType::WorkerCancelled, task, {{u"reason"_s, u"the run was cancelled"_s}});
        return finished(RunStatus::Cancelled);
    }

    std::optional<RecordEvent> restarting() const
    {
        for (const int gate : m_books.restarts.toList()) {
            const GateRun &run = m_state.gates.at(gate);
            for (const int task : run.restarts) {
                const TaskState state = m_state.tasks.at(task).state;
                if (state != TaskState::Complete && state != TaskState::Failed)
                    continue;
                QJsonObject data{{u"reason"_s, u"gate"_s},
                                 {u"gate"_s, m_plan.gates.at(gate).id},
                                 {u"round"_s, run.repairs}};
                if (const QString note = noteFor(m_plan, m_state, gate, task); !note.isEmpty())
                    data.insert(u"note"_s, note);
                return aboutTask(EventType::WorkerReset, task, std::move(data));
            }
        }
        return std::nullopt;
    }

    std::optional<RecordEvent> resetting() const
    {
        const int task = m_books.resets.first();
        if (task < 0)
            return std::nullopt;
        return aboutTask(EventType::WorkerReset, task, {{u"reason"_s, u"behind"_s}});
    }

    std::optional<RecordEvent> overdue() const
    {
        if (m_books.deadlines.isEmpty() || m_books.deadlines.firstKey().first > m_now)
            return std::nullopt;
        const int task = m_books.deadlines.firstKey().second;
        const TaskRun &run = m_state.tasks.at(task);
        if (run.state == TaskState::Failed)
            return aboutTask(EventType::WorkerRetry, task, {{u"attempt"_s, attemptOfNextStart(run)}});
        const QString timeout = timeoutOver(m_plan.tasks.at(task), m_state.tasks.at(task), m_now);
        return aboutTask(
            EventType::WorkerFailed, task,
            {{u"reason"_s, u"timeout"_s}, {u"timeout"_s, timeout}, {u"message"_s, aboutTimeout(timeout)}});
    }

    static int attemptOfNextStart(const TaskRun &run) { return run.keepsAttempt ? run.attempt : run.attempt + 1; }

    static QString aboutTimeout(const QString &timeout)
    {
        if (timeout == "start"_L1)
            return tr("It did not start in time. Its log shows what it waits for; mend that, or raise `timeout.start`, then retry.");
        if (timeout == "idle"_L1)
            return tr("It gave no sign of life for too long and was ended. Its log shows what it waited for; mend that, or raise `timeout.idle`, then retry.");
        if (timeout == "blocked"_L1)
            return tr("Nobody resolved its blocker in time.");
        return tr("It took longer than it may and was ended. Make the task smaller, or raise `timeout.total`, then retry.");
    }

    std::optional<RecordEvent> runBudget() const
    {
        const WorkflowInfo &info = m_plan.contents.info;
        const qint64 cap = info.budgetTokens.value_or(0);
        const qint64 used = m_state.usage.total();
        if (cap <= 0 || m_state.budgetExceeded)
            return std::nullopt;
        const QJsonObject data{{u"tokens"_s, used}, {u"budget"_s, cap}};
        if (used > cap)
            return RecordEvent{EventType::BudgetExceeded, m_state.runId, data};
        if (!m_state.budgetWarned && double(used) >= info.budgetWarnAt * double(cap) && used > 0)
            return RecordEvent{EventType::BudgetWarning, m_state.runId, data};
        return std::nullopt;
    }

    std::optional<RecordEvent> spending() const
    {
        if (m_state.costExceeded || !m_state.isSpent())
            return std::nullopt;
        return RecordEvent{EventType::BudgetExceeded, m_state.runId,
                           {{u"cost_usd"_s, m_state.usage.costUsd}, {u"limit_usd"_s, m_state.settings.maxCostUsd}}};
    }

    /// Its next task starts when the minute is over, whatever else happens.
    bool waitsForTokens(int governor) const
    {
        return m_state.status == RunStatus::Running && !isStoppedByBudget() &&
               !m_books.governors.at(governor).startable.isEmpty() &&
               waitAtGovernor(m_state, governor, m_now) == Wait::Tokens;
    }

    /// The first rank that may start as far as the governors are concerned; -1 = none.
    int firstStartable() const
    {
        int first = m_books.startable.first();
        for (int i = 0; i < m_books.governors.size(); ++i) {
            const int rank = m_books.governors.at(i).startable.first();
            if (rank >= 0 && (first < 0 || rank < first) && waitAtGovernor(m_state, i, m_now) == Wait::None)
                first = rank;
        }
        return first;
    }

    bool hasStartable() const
    {
        return !m_books.startable.isEmpty() ||
               std::any_of(m_books.governors.cbegin(), m_books.governors.cend(),
                           [](const Books::OfGovernor &book) { return !book.startable.isEmpty(); });
    }

    std::optional<RecordEvent> deciding() const
    {
        const int task = m_books.decisions.first();
        if (task < 0)
            return std::nullopt;
        switch (decisionOnTask(m_plan, m_state, task)) {
        case TaskDecision::Ready:
            return aboutTask(EventType::WorkerReady, task);
        case TaskDecision::Skip:
            return aboutTask(EventType::WorkerSkipped, task, {{u"reason"_s, whySkipped(task)}});
        case TaskDecision::Ask:
            return aboutTask(EventType::ApprovalRequested, task, {{u"what"_s, u"launch"_s}});
        case TaskDecision::Grant:
            return aboutTask(EventType::ApprovalGiven, task, {{u"by"_s, u"approve all"_s}});
        case TaskDecision::Cancel:
            return aboutTask(EventType::WorkerCancelled, task, {{u"reason"_s, u"the launch was refused"_s}});
        case TaskDecision::Warn:
            return aboutTask(EventType::BudgetWarning, task, spent(task));
        case TaskDecision::Exceed:
            return aboutTask(EventType::BudgetExceeded, task, spent(task));
        case TaskDecision::StopForBudget:
            return aboutTask(
                EventType::WorkerFailed, task,
                {{u"reason"_s, u"budget"_s}, {u"message"_s, tr("It exceeded its token budget. Raise `budget.tokens`, or make the task smaller; then retry.")}});
        case TaskDecision::None:
        case TaskDecision::Reset:
        case TaskDecision::Start:
            break;
        }
        return std::nullopt;
    }

    QJsonObject spent(int task) const
    {
        return {{u"tokens"_s, m_state.tasks.at(task).usage.total()},
                {u"budget"_s, m_plan.tasks.at(task).plannedTokens}};
    }

    QString whySkipped(int task) const
    {
        const PlanTask &planned = m_plan.tasks.at(task);
        for (qsizetype i = 0; i < planned.needs.size(); ++i) {
            const auto place = m_plan.links.needs.offset(task) + i;
            if (m_books.needs.at(place) == Books::NeedState::Refused)
                return u"%1 took another branch"_s.arg(m_plan.tasks.at(planned.needs.at(i).task).id);
        }
        const bool isFix = planned.phase >= 0 && m_plan.phases.at(planned.phase).fixesGate >= 0;
        return isFix ? u"nothing is left to fix"_s : u"all it needs was skipped"_s;
    }

    std::optional<RecordEvent> gates() const
    {
        for (int gate = m_books.gateDecisions.first(); gate >= 0; gate = m_books.gateDecisions.after(gate)) {
            if (std::optional<RecordEvent> event = onGate(gate))
                return event;
        }
        return std::nullopt;
    }

    std::optional<RecordEvent> onGate(int gate) const
    {
        switch (decisionOnGate(m_plan, m_state, gate)) {
        case GateDecision::Check:
            return aboutGate(EventType::GateChecking, gate, {{u"round"_s, m_state.gates.at(gate).round + 1}});
        case GateDecision::Skip:
            return aboutGate(EventType::GateSkipped, gate);
        case GateDecision::Close:
            return aboutGate(EventType::GateClosed, gate);
        case GateDecision::Ask:
            return aboutGate(EventType::ApprovalRequested, gate, {{u"what"_s, u"gate"_s}});
        case GateDecision::Grant:
            return aboutGate(EventType::ApprovalGiven, gate, {{u"by"_s, u"approve all"_s}});
        case GateDecision::Judge:
            return judged(gate);
        case GateDecision::Propose:
            if (const QJsonObject phase = proposedFixPhase(m_plan, m_state, gate); !phase.isEmpty())
                return aboutGate(EventType::FixProposed, gate, phase);
            return std::nullopt;
        case GateDecision::Accept: {
            QJsonObject phase = m_state.gates.at(gate).proposal;
            const bool isOwn =
                m_state.gates.at(gate).repairs < m_plan.gates.at(gate).gate->retryMax.value_or(0);
            phase.insert(u"by"_s, isOwn ? u"retry"_s : u"approve all"_s);
            return aboutGate(EventType::FixAccepted, gate, phase);
        }
        case GateDecision::None:
            break;
        }
        return std::nullopt;
    }

    RecordEvent judged(int gate) const
    {
        const GateRun &run = m_state.gates.at(gate);
        QList<CriterionResult> criteria = checkGate(m_plan, m_state, gate);
        const bool isHeld =
            std::all_of(criteria.cbegin(), criteria.cend(), [](const auto &c) { return c.holds; });
        if (isHeld && !run.approved && !run.refused && asksPeople(m_plan, m_plan.gates.at(gate)))
            return aboutGate(EventType::ApprovalRequested, gate,
                             {{u"what"_s, u"gate"_s}, {u"criteria"_s, criteriaToJson(criteria)}});
        if (run.refused)
            criteria.append({u"approval"_s, false, u"A person refused."_s});
        const bool isPassed = isHeld && !run.refused;
        return aboutGate(isPassed ? EventType::GatePassed : EventType::GateFailed, gate,
                         {{u"criteria"_s, criteriaToJson(criteria)}});
    }

    std::optional<RecordEvent> rounds() const
    {
        const int phase = m_books.rounds.first();
        if (phase < 0)
            return std::nullopt;
        const QString task = firstOfNextRound(m_plan, m_state, phase);
        if (task.isEmpty())
            return std::nullopt;
        return RecordEvent{EventType::WorkerReady, task, {{u"round"_s, m_plan.phases.at(phase).round + 1}}};
    }

    bool isStoppedByBudget() const { return m_state.budgetExceeded && m_plan.contents.info.budgetStop; }

    std::optional<RecordEvent> starting() const
    {
        if (m_state.status != RunStatus::Running)
            return std::nullopt;
        if (isStoppedByBudget())
            return stopping();
        const qint64 limit = m_state.settings.maxConcurrent.value_or(m_plan.contents.info.maxConcurrent);
        const int rank = firstStartable();
        if (rank < 0)
            return std::nullopt;
        int task = m_plan.links.taskOfRank.at(rank);
        if (limit > 0 && m_books.takenSlots >= limit) {
            task = firstHuman(rank);
            if (task < 0)
                return std::nullopt;
        }
        if (!m_books.liveWaves.isEmpty() && m_plan.links.wave.at(task) > m_books.liveWaves.firstKey())
            return std::nullopt;
        return aboutTask(EventType::WorkerStarted, task, {{u"attempt"_s, attemptOfNextStart(m_state.tasks.at(task))}});
    }

    /// A person needs no slot, so one may begin while all are taken.
    int firstHuman(int rank) const
    {
        if (!m_plan.links.hasHumans)
            return -1;
        for (; rank >= 0; rank = m_books.startable.after(rank)) {
            const int task = m_plan.links.taskOfRank.at(rank);
            if (m_plan.tasks.at(task).isHuman)
                return task;
        }
        return -1;
    }

    /// The run's cap is exceeded, and the plan says that this ends what runs.
    std::optional<RecordEvent> stopping() const
    {
        if (m_books.takenSlots + m_books.humans + m_books.count[size_t(TaskState::Blocked)] == 0)
            return std::nullopt;
        for (int task = m_books.unfinished.first(); task >= 0; task = m_books.unfinished.after(task)) {
            if (isStoppable(m_state.tasks.at(task)))
                return aboutTask(
                    EventType::WorkerFailed, task,
                    {{u"reason"_s, u"budget"_s}, {u"message"_s, tr("The run exceeded its token budget. Raise it in the plan, then resume.")}});
        }
        return std::nullopt;
    }

    std::optional<RecordEvent> finishing() const
    {
        if (m_books.takenSlots > 0 || (m_books.retries > 0 && !isStoppedByBudget()))
            return std::nullopt;
        const bool isHeld = m_state.status == RunStatus::Paused && hasStartable();
        if (isHeld)
            return std::nullopt;
        for (int i = 0; i < m_books.governors.size(); ++i) {
            if (waitsForTokens(i))
                return std::nullopt;
        }
        if (m_books.humans > 0 &&
            (m_state.settings.simulate || m_state.settings.approve != ApproveMode::None))
            return std::nullopt; // A person has been asked, or their executor is about to answer for them.
        const int blocked = m_books.count[size_t(TaskState::Blocked)];
        if (blocked > 0 && isSuspended())
            return std::nullopt; // Its cluster goes on with it.
        if (m_books.humans + blocked + m_books.asked + m_books.gatesWaiting > 0) {
            if (m_state.settings.approve == ApproveMode::Ask)
                return std::nullopt;
            return finished(RunStatus::Waiting);
        }
        if (waitsForMoney(m_state) && !isStoppedByBudget())
            return finished(RunStatus::Waiting); // for somebody who raises the limit
        return finished(isComplete() ? RunStatus::Complete : RunStatus::Failed);
    }

    bool isSuspended() const
    {
        for (int task = m_books.unfinished.first(); task >= 0; task = m_books.unfinished.after(task)) {
            if (m_state.tasks.at(task).suspended)
                return true;
        }
        return false;
    }

    bool isComplete() const
    {
        for (const GateRun &gate : m_state.gates) {
            if (gate.state != GateState::Passed && gate.state != GateState::Skipped)
                return false;
        }
        const auto count = [this](TaskState state) { return m_books.count[size_t(state)]; };
        const int well = count(TaskState::Complete) + count(TaskState::Skipped);
        int all = 0;
        for (const int number : m_books.count)
            all += number;
        if (well == all)
            return true;
        if (!m_state.extended)
            return false;
        for (int task = 0; task < m_plan.tasks.size(); ++task) {
            const TaskState state = m_state.tasks.at(task).state;
            if (state == TaskState::Complete || state == TaskState::Skipped || m_plan.tasks.at(task).superseded)
                continue;
            if (!isMadeGood(m_plan, m_state, task))
                return false;
        }
        return true;
    }

    const RunPlan &m_plan;
    const RunState &m_state;
    const Books &m_books;
    qint64 m_now;
};

/// Whether this failure was Baton's doing, so that the process still has to be ended.
bool endsWorker(const Event &event)
{
    if (event.type == EventType::WorkerCancelled)
        return true;
    const QString reason = event.data.value("reason"_L1).toString();
    return event.type == EventType::WorkerFailed && (reason == "timeout"_L1 || reason == "budget"_L1);
}

} // namespace

QList<RunCommand> next(const RunPlan &plan, const RunState &state, qint64 now)
{
    if (!state.isRunning())
        return {};
    const Scheduler scheduler(plan, state, now);
    if (std::optional<RecordEvent> event = scheduler.decide())
        return {RunCommand(std::in_place_type<RecordEvent>, std::move(*event))};
    if (const qint64 time = scheduler.wakeAt())
        return {WakeAt{time}};
    return {};
}

Turn advance(const RunPlan &plan, RunState state, const Event &event)
{
    const bool concernsWorker = event.type == EventType::WorkerStarted || endsWorker(event);
    const int task = concernsWorker ? planOf(plan, state).indexOfTask(event.subject) : -1;
    const auto isRunning = [task](const RunState &of) {
        const TaskState now = of.tasks.at(task).state;
        return now == TaskState::Starting || now == TaskState::Active || now == TaskState::Blocked;
    };
    const bool wasRunning = task >= 0 && isRunning(state);
    Turn turn{apply(plan, std::move(state), event), {}};
    if (task >= 0 && wasRunning != isRunning(turn.state)) {
        if (wasRunning)
            turn.commands.append(StopTask{task});
        else
            turn.commands.append(StartTask{task, turn.state.tasks.at(task).attempt});
    }
    turn.commands.append(next(plan, turn.state, event.time));
    return turn;
}

RecordEvent cancellingRun(const RunState &state)
{
    return {EventType::RunPaused, state.runId, {{u"cancel"_s, true}}};
}

} // namespace baton
