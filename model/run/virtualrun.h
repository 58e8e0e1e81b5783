// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/advance.h"
#include "model/run/simulatedwork.h"

#include <functional>

namespace baton {

struct VirtualOptions
{
    RunSettings settings = {.approve = ApproveMode::All, .simulate = true};
    qint64 startTime = 0;   ///< Milliseconds since the epoch of the first event.
    bool keepsEvents = true; ///< Off where only the figures are wanted.
    int maxEvents = 20'000'000; ///< A plan that never comes to an end is given up here.
    /// What a task (of planOf() the state) does in this attempt; none: what simulatedWork() says. The same answer for
    /// the same question.
    std::function<SimulatedWork(const RunPlan &plan, int task, int attempt)> work = {};
};

/// A run that took no time: every event of it, and what came out.
struct VirtualRun
{
    QList<Event> events;
    RunState state;
    qint64 makespan = 0; ///< Milliseconds of virtual time from the first event to the last.
    qint64 tokens = 0;
};

/// Runs a plan through advance() with simulated work, in virtual time. Deterministic.
VirtualRun simulate(const RunPlan &plan, const VirtualOptions &options = {});

} // namespace baton
