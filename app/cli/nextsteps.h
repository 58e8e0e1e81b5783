// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// What can be done about a run that rests, in lines: who waits for what and the command that answers it, what failed and
/// how it goes on. Nothing where all is well. \a plan is planOf() the state.
QStringList nextSteps(const RunPlan &plan, const RunState &state, const QString &runDir);

} // namespace baton
