// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runplan.h"

#include <functional>

namespace baton {

/// Which tasks' work each task of a plan builds on: what stands before it by needs, gates, phases, earlier rounds of a
/// repeated phase, and fix phases of the gates it is behind.
class Lineage
{
public:
    Lineage() = default;
    /// Keeps nothing of the plan.
    explicit Lineage(const RunPlan &plan);

    using Counts = std::function<bool(int)>;
    /// The tasks before \a task whose work makes its beginning, in plan order: of those that count, the ones that
    /// stand in no other's past, as the other's branch holds their work already.
    QList<int> baseOf(int task, const Counts &counts) const;
    /// All tasks before \a task that count, in plan order.
    QList<int> allBefore(int task, const Counts &counts) const;

private:
    int m_tasks = 0;
    FlatLists<int> m_previous; ///< Of each node: tasks first, then gates, phases and rounds.
    QList<int> m_position;     ///< In an order in which everything comes behind what it builds on.
};

} // namespace baton
