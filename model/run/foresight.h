// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// A task that can be handed to a cluster before it is READY, and the tasks that must have ended before it may look
/// whether it is its turn.
struct Foreseen
{
    int task = -1;
    QList<int> after = {}; ///< Foreseen ones.

    bool operator==(const Foreseen &) const = default;
};

/// The tasks of a plan that a cluster can carry out with nobody watching, each behind those it waits for: tasks for the
/// cluster that neither need nor stand behind anything else, a person or a fix phase among it. Tasks that own the same
/// files wait for each other. Which tasks are for the cluster, the settings decide too.
QList<Foreseen> foresee(const RunPlan &plan, const RunSettings &settings);

/// What becomes of a plan that is handed to a cluster whole, in sentences for whoever wants that.
struct WholePlanOutlook
{
    QString refusal = {}; ///< Why it cannot be; empty where at least some of it can.
    QString remark = {};  ///< What of it goes on only while Baton is open, and why; empty where all is handed over.
};
WholePlanOutlook wholePlanOutlook(const RunPlan &plan, const RunSettings &settings);

} // namespace baton
