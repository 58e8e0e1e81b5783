// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// What a simulated task will do: the same for the same plan, seed, task and attempt, in virtual and in real time.
struct SimulatedWork
{
    qint64 duration = 0; ///< Milliseconds from ACTIVE to its end, before any speed.
    qint64 tokens = 0;
    bool fails = false;
    QString outcome = {};               ///< Empty where the task declares none.
    std::optional<Verdict> verdict = {}; ///< Of a validation: approved, without issues.

    bool operator==(const SimulatedWork &) const = default;
};

/// \a task goes by planOf() the state.
SimulatedWork simulatedWork(const RunPlan &plan, int task, int attempt, quint32 seed);

/// The events that this work ends with, in order: usage, outcome and verdict where there are any, then complete or
/// failed. Time and seq are the caller's to fill in.
QList<Event> endingOf(const RunPlan &plan, int task, const SimulatedWork &work);

} // namespace baton
