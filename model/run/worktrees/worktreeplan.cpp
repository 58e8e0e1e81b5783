// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/worktrees/worktreeplan.h"

#include "model/run/runfolder.h"
#include "model/run/worktrees/lineage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Worktrees
{
    Q_DECLARE_TR_FUNCTIONS(baton::Worktrees)
};

/// A name as one part of a branch: what git does not allow there is escaped as in file names.
QString branchPart(const QString &name)
{
    QString part = RunFolder::fileNameOf(name);
    part.replace(".."_L1, ".%2e"_L1);
    if (part.endsWith('.'_L1))
        part.replace(part.size() - 1, 1, "%2e"_L1);
    if (part.endsWith(".lock"_L1))
        part.replace(part.size() - 5, 1, "%2e"_L1);
    return part;
}

bool isFixTask(const RunPlan &plan, int task)
{
    const int phase = plan.tasks.at(task).phase;
    return phase >= 0 && plan.phases.at(phase).fixesGate >= 0;
}

} // namespace

QString WorktreeNames::prefixOf(const WorkflowInfo &info)
{
    return info.branchPrefix.isEmpty() ? u"baton/"_s : info.branchPrefix;
}

QString WorktreeNames::branchesOf() const
{
    return prefix + branchPart(run) + '/'_L1;
}

QString WorktreeNames::branchOf(const QString &task) const
{
    return branchesOf() + branchPart(task);
}

QString WorktreeNames::pathOf(const QString &task) const
{
    return u"%1/worktrees/%2"_s.arg(runDir, RunFolder::fileNameOf(task));
}

QString WorktreeNames::recordOf(const QString &task) const
{
    return u"%1/branches/%2.json"_s.arg(runDir, RunFolder::fileNameOf(task));
}

QString WorktreeNames::interfacesOf(const QString &task) const
{
    return u"%1/interfaces/%2"_s.arg(runDir, RunFolder::fileNameOf(task));
}

bool usesWorktrees(const RunPlan &plan)
{
    return plan.contents.info.workspace == WorkspaceMode::Worktree;
}

bool isIntegration(const PlanTask &task)
{
    return task.task->effectiveKind() == TaskKind::Integrate;
}

bool hasWorktree(const PlanTask &task)
{
    return !task.isSimulated || isIntegration(task);
}

QList<PlannedBranch> worktreePlan(const RunPlan &plan, const WorktreeNames &names)
{
    const Lineage lineage(plan);
    QList<PlannedBranch> branches;
    for (int i = 0; i < plan.tasks.size(); ++i) {
        const PlanTask &task = plan.tasks.at(i);
        if (!hasWorktree(task))
            continue;
        const bool isFix = isFixTask(plan, i);
        const auto counts = [&](int before) {
            return hasWorktree(plan.tasks.at(before)) && (isFix || !isFixTask(plan, before));
        };
        branches.append({i, names.branchOf(task.id), names.pathOf(task.id), lineage.baseOf(i, counts), isIntegration(task)});
    }
    return branches;
}

QString baseText(const RunPlan &plan, const PlannedBranch &branch)
{
    if (branch.base.isEmpty())
        return Worktrees::tr("begins where the repository stands");
    QStringList ids;
    for (const int before : branch.base)
        ids += plan.tasks.at(before).id;
    const QString list = ids.join(u", "_s);
    return branch.integrates ? Worktrees::tr("merges, in this order: %1").arg(list) : Worktrees::tr("builds on %1").arg(list);
}

QString branchProblem(const QString &prefix)
{
    const auto isForbidden = [](QChar c) { return c < u' ' || c == QChar(0x7f) || u" ~^:?*[\\"_s.contains(c); };
    bool isRefused = prefix.startsWith('-'_L1) || prefix.startsWith('/'_L1) || prefix.contains("//"_L1)
                     || prefix.contains(".."_L1) || prefix.contains("@{"_L1) || prefix.size() > 100
                     || std::any_of(prefix.cbegin(), prefix.cend(), isForbidden);
    const QStringList parts = prefix.split('/'_L1);
    for (const QString &part : parts)
        isRefused = isRefused || part.startsWith('.'_L1);
    for (qsizetype i = 0; i + 1 < parts.size(); ++i)
        isRefused = isRefused || parts.at(i).endsWith(".lock"_L1);
    return isRefused ? Worktrees::tr("No branch in git can begin with “%1”. Set another settings.branch_prefix, such as “baton/”.").arg(prefix)
                     : QString();
}

} // namespace baton
