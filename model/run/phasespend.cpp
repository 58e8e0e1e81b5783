// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/phasespend.h"

namespace baton {

QList<Spend> spendOfPhases(const RunPlan &plan, const RunState &state)
{
    QList<Spend> spends(plan.phases.size());
    for (int task = 0; task < qMin(plan.tasks.size(), state.tasks.size()); ++task) {
        const PlanTask &planned = plan.tasks.at(task);
        if (planned.phase < 0)
            continue;
        spends[planned.phase].used += state.tasks.at(task).usage.total();
        spends[planned.phase].planned += planned.plannedTokens;
    }
    return spends;
}

} // namespace baton
