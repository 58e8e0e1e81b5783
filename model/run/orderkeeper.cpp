// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/books.h"
#include "model/run/startorder.h"

#include <cstdlib>

namespace baton {

namespace {

/// So much of what was expected may be missed before another search.
constexpr double tolerated = 0.1;
/// A search for every so many of a plan's tasks that end.
constexpr qsizetype searches = 16;
/// A search takes milliseconds. Where what is left takes less than this it cannot pay.
constexpr double shortestRest = 10'000;

qint64 limitOf(const RunPlan &plan, const RunState &state)
{
    return state.settings.maxConcurrent.value_or(plan.contents.info.maxConcurrent);
}

} // namespace

void OrderKeeper::learn(const PlanTask &task, const TaskRun &run)
{
    const qint64 taken = workedFor(run, run.endedAt);
    ++m_ended;
    m_expected += task.expected;
    m_astray += std::abs(taken - task.expected);
    m_allExpected += double(task.expected);
    m_allTaken += double(taken);
}

/// Milliseconds that what is left takes, going by how long tasks took so far.
double OrderKeeper::rest(const RunPlan &plan, const RunState &state) const
{
    double left = 0;
    for (int task = 0; task < plan.tasks.size(); ++task) {
        const TaskState now = state.tasks.at(task).state;
        if (now == TaskState::Pending || now == TaskState::Ready)
            left += double(plan.tasks.at(task).expected);
    }
    const double scale = m_allExpected > 0 ? m_allTaken / m_allExpected : 1;
    return left * scale / double(std::max<qint64>(1, limitOf(plan, state)));
}

void OrderKeeper::forget(const RunPlan &plan)
{
    m_tasks = plan.tasks.size();
    m_ended = 0;
    m_expected = 0;
    m_astray = 0;
}

void OrderKeeper::follow(RunPlan &plan, Turn &turn, const Event &event)
{
    RunState &state = turn.state;
    const RunPlan &present = planOf(plan, state);
    if (m_tasks == 0)
        m_tasks = present.tasks.size(); // it was searched before the run
    if (event.type == EventType::WorkerComplete || event.type == EventType::WorkerFailed) {
        if (const int task = present.indexOfTask(event.subject); task >= 0)
            learn(present.tasks.at(task), state.tasks.at(task));
    }
    const bool isExtended = present.tasks.size() != m_tasks;
    const bool isAstray = m_ended >= std::max<qsizetype>(1, m_tasks / searches) && double(m_astray) > tolerated * double(m_expected);
    if (!isExtended && !isAstray)
        return;
    if (rest(present, state) < shortestRest)
        return forget(present);
    begin(plan, state);
    turn.commands.removeIf([](const RunCommand &command) {
        return std::holds_alternative<RecordEvent>(command) || std::holds_alternative<WakeAt>(command);
    });
    turn.commands += next(plan, state, event.time);
}

void OrderKeeper::begin(RunPlan &plan, RunState &state)
{
    const RunPlan &present = planOf(plan, state);
    forget(present);
    const qint64 limit = limitOf(present, state);
    if (limit <= 0 || present.contents.info.waveBarrier)
        return; // nothing ever waits for a slot, or it waits in its own order
    const StartOrder order = improvedOrder(present, state, limit);
    if (state.extended) {
        RunPlan ordered = *state.extended;
        setStartOrder(ordered, order);
        state.extended = std::make_shared<const RunPlan>(std::move(ordered));
    } else {
        setStartOrder(plan, order);
    }
    Bookkeeper(planOf(plan, state), state).rebuild();
}

} // namespace baton
