// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"
#include "model/run/worktrees/lineage.h"
#include "model/run/worktrees/worktree.h"

namespace baton {

/// The worktrees of one run: which task works where, on top of whose work.
class RunWorktrees
{
public:
    RunWorktrees(const Checkout &checkout, const WorktreeNames &names);

    WorktreeOrder orderFor(const RunPlan &plan, const RunState &state, int task);
    /// The INTERFACE.md files of all tasks before an integration.
    QStringList interfacesFor(const RunPlan &plan, const RunState &state, int task);
    /// Removes the worktrees of these tasks and returns those that hold something uncommitted. Blocks.
    QStringList tidy(const QStringList &tasks);
    WorktreeMaker &maker() { return m_maker; } ///< For threads.
    QString run() const { return m_names.run; }

private:
    const Lineage &lineageOf(const RunPlan &plan);

    Checkout m_checkout;
    WorktreeNames m_names;
    WorktreeMaker m_maker;
    Lineage m_lineage;
    std::pair<qsizetype, qsizetype> m_known = {-1, -1}; ///< Tasks and phases of the plan that the lineage is of.
};

} // namespace baton
