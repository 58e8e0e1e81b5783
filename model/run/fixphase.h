// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// The fix phase that a FAILED gate asks for, as the data of `fix.proposed` and `fix.accepted`:
/// {"phase": {"id", "title", "fixes"}, "tasks": [{"id", "title", "description", "fixes", "persona", "issue", "needs"} for
/// each issue, then {"id", "repeats", "needs"} for each validation]}. Empty when there is nothing that could be fixed.
QJsonObject proposedFixPhase(const RunPlan &plan, const RunState &state, int gate);

} // namespace baton
