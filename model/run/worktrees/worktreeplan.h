// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runplan.h"

#include <QCoreApplication>

namespace baton {

/// How the branches, folders and records of a run's worktrees are called.
struct WorktreeNames
{
    QString prefix = {}; ///< Of all branches, see prefixOf().
    QString run = {};
    QString runDir = {};

    /// settings.branch_prefix, by default `baton/`.
    static QString prefixOf(const WorkflowInfo &info);

    QString branchesOf() const; ///< What the branches of this run begin with.
    QString branchOf(const QString &task) const;
    QString pathOf(const QString &task) const;
    QString recordOf(const QString &task) const; ///< The file that remembers what was made for a task.
    QString interfacesOf(const QString &task) const; ///< The folder of the INTERFACE.md files it left.
};

/// The branch of one task, as it will be when all that is planned before it has run.
struct PlannedBranch
{
    int task = -1;
    QString branch;
    QString path;
    QList<int> base; ///< Tasks whose branches are merged, in this order; empty = where the repository stands.
    bool integrates = false; ///< It merges them itself, and a person resolves conflicts.
};

/// Whether a run of this plan, unless it is simulated, works in worktrees.
bool usesWorktrees(const RunPlan &plan);
/// What is only simulated has no work to keep apart, but an integration merges even so.
bool hasWorktree(const PlanTask &task);
bool isIntegration(const PlanTask &task);

/// Branches, paths, bases and merge orders before a run, in plan order. Fix phases are expected not to be needed.
QList<PlannedBranch> worktreePlan(const RunPlan &plan, const WorktreeNames &names);

/// What a branch begins with, in words: where the repository stands, or the tasks whose work it holds, in order of merging.
QString baseText(const RunPlan &plan, const PlannedBranch &branch);

/// Why git would refuse branches that begin like this, with what to do; empty when it would not.
QString branchProblem(const QString &prefix);

} // namespace baton
