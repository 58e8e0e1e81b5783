// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/substate.h"

#include "model/run/decisions.h"
#include "model/run/faultwords.h"
#include "model/run/waiting.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using Kind = SubState::Kind;
using NeedState = Books::NeedState;

struct SubStateTexts
{
    Q_DECLARE_TR_FUNCTIONS(baton::SubState)
};

QString inWords(qint64 milliseconds)
{
    const qint64 seconds = (qMax(qint64(0), milliseconds) + 999) / 1000;
    if (seconds < 60)
        return SubStateTexts::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return SubStateTexts::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return SubStateTexts::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
}

} // namespace

QString SubState::words(qint64 now) const
{
    switch (kind) {
    case Kind::Plain: return {};
    case Kind::WaitsForTask: return SubStateTexts::tr("waits for %1").arg(subject);
    case Kind::WaitsForGate: return SubStateTexts::tr("held by the gate %1").arg(subject);
    case Kind::WaitsForPhase: return SubStateTexts::tr("waits for the phase %1").arg(subject);
    case Kind::Lost: return text.isEmpty() ? SubStateTexts::tr("behind %1, which failed").arg(subject) : text;
    case Kind::Queued: return number == 1 ? SubStateTexts::tr("next to start") : SubStateTexts::tr("queued, place %1").arg(number);
    case Kind::AwaitsApproval: return SubStateTexts::tr("waits for your approval");
    case Kind::WaitsForFiles: return SubStateTexts::tr("waits for files that %1 owns").arg(subject);
    case Kind::WaitsForWave: return SubStateTexts::tr("waits for the wave before it");
    case Kind::AtLimit: return SubStateTexts::tr("waits: %1").arg(text);
    case Kind::Paused: return SubStateTexts::tr("held, the run is paused");
    case Kind::OutOfBudget: return SubStateTexts::tr("held, the run's budget is spent");
    case Kind::AwaitsPerson: return SubStateTexts::tr("for a person to do");
    case Kind::Placed: return text;
    case Kind::Blocked: {
        const QString why = text.isEmpty() ? SubStateTexts::tr("blocked") : text; // Its state stands beside it.
        return time == 0 ? why : SubStateTexts::tr("%1 (fails in %2)").arg(why, inWords(time - now));
    }
    case Kind::Failed: return text;
    case Kind::RetryDue:
        return time <= now ? SubStateTexts::tr("tries again now") : SubStateTexts::tr("tries again in %1").arg(inWords(time - now));
    }
    return {};
}

SubStates::SubStates(const RunPlan &plan, const RunState &state) : m_plan(planOf(plan, state)), m_state(state) {}

SubState SubStates::of(int task) const
{
    const TaskRun &run = m_state.tasks.at(task);
    const PlanTask &planned = m_plan.tasks.at(task);
    if (run.state == TaskState::Failed && (!run.retryAt || !m_state.isRunning()))
        return {Kind::Failed, {}, faultWords(run.fault, run.reason)};
    const bool isAsked = (run.state == TaskState::Ready && run.awaitsApproval && !run.approved && !run.refused) ||
                         (run.state == TaskState::Active && planned.isHuman);
    const bool waits = m_state.isRunning() || (m_state.status == RunStatus::Waiting && isAsked);
    if (!waits && run.state != TaskState::Pending && run.state != TaskState::Blocked)
        return atLimit(task);
    switch (run.state) {
    case TaskState::Pending: return ofPending(task);
    case TaskState::Ready: return ofReady(task);
    case TaskState::Active:
        if (planned.isHuman && !m_state.settings.simulate)
            return {Kind::AwaitsPerson};
        [[fallthrough]];
    case TaskState::Starting:
        if (!run.place.isEmpty())
            return {Kind::Placed, run.mark, run.place};
        break;
    case TaskState::Blocked:
        return {Kind::Blocked, {}, run.reason, 0, deadlineOf(planned, run)};
    case TaskState::Failed:
        return {Kind::RetryDue, {}, faultWords(run.fault, run.reason), run.attempt + (run.keepsAttempt ? 0 : 1), run.retryAt};
    case TaskState::Complete:
    case TaskState::Skipped:
    case TaskState::Cancelled:
        break;
    }
    return {};
}

SubState SubStates::ofPending(int task) const
{
    if (m_state.books.tasks.size() <= task)
        return {}; // not started
    const PlanTask &planned = m_plan.tasks.at(task);
    const Books &books = m_state.books;
    if (planned.phase >= 0 && !books.phases.at(planned.phase).open) {
        for (const int before : m_plan.phases.at(planned.phase).after) {
            if (books.phases.at(before).closed)
                continue;
            for (const int gate : m_plan.phases.at(before).gates) {
                if (m_state.gates.at(gate).state == GateState::Failed || m_state.gates.at(gate).state == GateState::Checking)
                    return {Kind::WaitsForGate, m_plan.gates.at(gate).id};
            }
            return {Kind::WaitsForPhase, m_plan.phases.at(before).id};
        }
        if (const int gate = m_plan.phases.at(planned.phase).fixesGate; gate >= 0)
            return {Kind::WaitsForGate, m_plan.gates.at(gate).id};
    }
    const auto nameOfNeed = [&](const PlanNeed &need) { return need.task >= 0 ? m_plan.tasks.at(need.task).id : m_plan.gates.at(need.gate).id; };
    SubState found;
    for (qsizetype i = 0; i < planned.needs.size(); ++i) {
        const PlanNeed &need = planned.needs.at(i);
        const NeedState state = books.needs.at(m_plan.links.needs.offset(task) + i);
        if (state == NeedState::Lost) {
            const bool isCancelled = need.task >= 0 && m_state.tasks.at(need.task).state == TaskState::Cancelled;
            return {Kind::Lost, nameOfNeed(need), isCancelled ? SubStateTexts::tr("behind %1, which was cancelled").arg(nameOfNeed(need)) : QString()};
        }
        if (state == NeedState::Waiting && found.kind == Kind::Plain)
            found = {need.task >= 0 ? Kind::WaitsForTask : Kind::WaitsForGate, nameOfNeed(need)};
    }
    if (const int gate = gateThatHolds(m_plan, m_state, task); gate >= 0 && found.kind == Kind::Plain)
        return {Kind::WaitsForGate, m_plan.gates.at(gate).id};
    return found;
}

SubState SubStates::ofReady(int task) const
{
    const TaskRun &run = m_state.tasks.at(task);
    if (run.awaitsApproval && !run.approved && !run.refused)
        return {Kind::AwaitsApproval};
    if (m_state.status == RunStatus::Paused)
        return {Kind::Paused};
    if (m_state.budgetExceeded && m_plan.contents.info.budgetStop)
        return {Kind::OutOfBudget};
    if (const SubState limited = atLimit(task); limited.kind == Kind::AtLimit)
        return limited;
    queue();
    const int group = m_plan.links.ownerGroup.at(task);
    if (group >= 0 && m_state.books.groups.at(group).holders > 0) {
        const QList<int> &conflicts = m_plan.links.ownerConflicts.at(group);
        for (const int holder : std::as_const(m_holders)) {
            if (conflicts.contains(m_plan.links.ownerGroup.at(holder)))
                return {Kind::WaitsForFiles, m_plan.tasks.at(holder).id};
        }
    }
    const bool isHeldByWave = !m_state.books.liveWaves.isEmpty() && m_plan.links.wave.at(task) > m_state.books.liveWaves.firstKey();
    if (isHeldByWave)
        return {Kind::WaitsForWave};
    if (const int place = m_places.value(task); place > 0)
        return {Kind::Queued, {}, {}, place};
    return {};
}

SubState SubStates::atLimit(int task) const
{
    const QString why = whyWaiting(m_plan, m_state, task);
    return why.isEmpty() ? SubState() : SubState{Kind::AtLimit, {}, why};
}

/// The order in which what could start now will: by rank, tasks whose files are taken left out.
void SubStates::queue() const
{
    if (std::exchange(m_isQueued, true))
        return;
    QList<int> ranks;
    for (int task = 0; task < m_state.tasks.size(); ++task) {
        const TaskState state = m_state.tasks.at(task).state;
        const int group = m_plan.links.ownerGroup.at(task);
        const bool runs = state == TaskState::Starting || state == TaskState::Active || state == TaskState::Blocked;
        if (runs && group >= 0)
            m_holders.append(task);
        const bool isFree = group < 0 || m_state.books.groups.at(group).holders == 0;
        if (state == TaskState::Ready && isFree && decisionOnTask(m_plan, m_state, task) == TaskDecision::Start)
            ranks.append(m_plan.links.rank.at(task));
    }
    std::sort(ranks.begin(), ranks.end());
    for (qsizetype i = 0; i < ranks.size(); ++i)
        m_places.insert(m_plan.links.taskOfRank.at(ranks.at(i)), int(i) + 1);
}

} // namespace baton
