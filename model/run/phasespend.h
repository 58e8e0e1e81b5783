// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// Tokens that were used, beside those that the plan has for it.
struct Spend
{
    qint64 used = 0;
    qint64 planned = 0; ///< Budgets × multiplier; 0 = none.

    bool operator==(const Spend &) const = default;
};

/// What each phase of a run has spent, in all its rounds. \a plan is planOf() the state.
QList<Spend> spendOfPhases(const RunPlan &plan, const RunState &state);

} // namespace baton
