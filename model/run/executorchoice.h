// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// What carries a task out in a run with these settings: the executor of the task, else of its persona, unless the
/// run's mode puts another in its place. Never empty: a task that names none is simulated.
Executor executorIn(const PlanTask &task, const RunSettings &settings);

/// Whether that starts programs, or sends the task's files somewhere: what a folder has to be trusted for.
bool runsCommand(const PlanTask &task, const RunSettings &settings);

/// Why a task stays on this machine although the run sends others to a cluster, as a sentence; empty where nothing would
/// send it there, or where it goes.
QString whyHere(const PlanTask &task, const RunSettings &settings);

} // namespace baton
