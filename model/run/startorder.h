// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runplan.h"

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

/// Makes next() start tasks in this order. A wave barrier keeps its own.
void setStartOrder(RunPlan &plan, const StartOrder &order);

} // namespace baton
