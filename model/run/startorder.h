// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/advance.h"

namespace baton {

/// An order in which READY tasks may start, and what it comes to when every task takes as long as expected.
struct StartOrder
{
    QList<int> taskOfRank;
    qint64 makespan = 0; ///< Milliseconds.
    qint64 bound = 0;    ///< No order can be faster than this.
};

/// How the plan's own order does: the longest remaining path first. \a limit as in `max_concurrent`: 0 = no limit.
StartOrder presentOrder(const RunPlan &plan, qint64 limit);

/// First ready, first started: what any better order is measured by.
StartOrder firstReadyOrder(const RunPlan &plan, qint64 limit);

/// Looks for a better one by a short search in virtual time: schedules are pushed to their right end and back, then
/// shaken a little. Deterministic, never worse than the two above. \a effort bounds the work: nodes visited.
StartOrder improvedOrder(const RunPlan &plan, qint64 limit, qint64 effort = 400'000);

/// The same for what is left of a run: what has ended takes no time any more, what runs has begun.
StartOrder improvedOrder(const RunPlan &plan, const RunState &state, qint64 limit, qint64 effort = 400'000);

/// Makes next() start tasks in this order. A wave barrier keeps its own.
void setStartOrder(RunPlan &plan, const StartOrder &order);

/// Keeps the order of starting good while a run goes on: searches again when a fix phase or a further round has begun,
/// and when durations turn out otherwise, at most about sixteen times as long as the plan stays the same, and only
/// while what is left takes long enough to be worth it. What it does follows from the plan and the events alone.
class OrderKeeper
{
public:
    /// After each event: where another order is found, what is next is decided anew in \a turn. \a plan is what the
    /// run began with; nothing that a journal shows changes.
    void follow(RunPlan &plan, Turn &turn, const Event &event);
    /// Searches now, because a run goes on.
    void begin(RunPlan &plan, RunState &state);

private:
    void learn(const PlanTask &task, const TaskRun &run);
    double rest(const RunPlan &plan, const RunState &state) const;
    void forget(const RunPlan &plan);

    qsizetype m_tasks = 0;  ///< Of the plan when it was last searched.
    int m_ended = 0;        ///< Tasks since then.
    qint64 m_expected = 0;  ///< Milliseconds that they should have taken.
    qint64 m_astray = 0;    ///< By which they did not.
    double m_allExpected = 0; ///< Milliseconds, of all tasks of the run so far.
    double m_allTaken = 0;
};

} // namespace baton
