// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// The phase whose next round an event about this task (`review#2`) would begin; -1 when none is due there.
int phaseOfNextRound(const RunPlan &plan, const RunState &state, const QString &task);

/// The id of a task with which the next round of this phase can begin; empty when there is none.
QString firstOfNextRound(const RunPlan &plan, const RunState &state, int phase);

/// The plan with one more round of this phase: instances `x#2` of its tasks, which everything else now looks at.
Result<RunPlan> withNextRound(const RunPlan &plan, int phase);

/// The plan with a fix phase as `fix.accepted` carries it; see fixphase.h for the form of \a data.
Result<RunPlan> withFixPhase(const RunPlan &plan, int gate, const QJsonObject &data);

} // namespace baton
