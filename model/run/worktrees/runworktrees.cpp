// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/worktrees/runworktrees.h"

#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Whether a task's branch holds work that others build on.
Lineage::Counts completeIn(const RunPlan &plan, const RunState &state)
{
    return [&plan, &state](int task) {
        return state.tasks.at(task).state == TaskState::Complete && hasWorktree(plan.tasks.at(task));
    };
}

} // namespace

RunWorktrees::RunWorktrees(const Checkout &checkout, const WorktreeNames &names)
    : m_checkout(checkout), m_names(names), m_maker(checkout.top)
{
}

/// A run only ever adds tasks and phases, when a fix phase or a further round begins.
const Lineage &RunWorktrees::lineageOf(const RunPlan &plan)
{
    if (const std::pair sizes{plan.tasks.size(), plan.phases.size()}; sizes != m_known) {
        m_lineage = Lineage(plan);
        m_known = sizes;
    }
    return m_lineage;
}

WorktreeOrder RunWorktrees::orderFor(const RunPlan &plan, const RunState &state, int task)
{
    const PlanTask &planned = plan.tasks.at(task);
    WorktreeOrder order{planned.id, qMax(1, state.tasks.at(task).attempt), m_names.branchOf(planned.id), m_names.pathOf(planned.id),
                        m_names.recordOf(planned.id), m_names.interfacesOf(planned.id), m_checkout.below, m_checkout.commit};
    order.integrates = isIntegration(planned);
    for (const int before : lineageOf(plan).baseOf(task, completeIn(plan, state)))
        order.base.append({plan.tasks.at(before).id, m_names.branchOf(plan.tasks.at(before).id)});
    return order;
}

QStringList RunWorktrees::interfacesFor(const RunPlan &plan, const RunState &state, int task)
{
    QStringList files;
    for (const int before : lineageOf(plan).allBefore(task, completeIn(plan, state))) {
        QDirIterator found(m_names.interfacesOf(plan.tasks.at(before).id), {u"INTERFACE.md"_s}, QDir::Files, QDirIterator::Subdirectories);
        QStringList ofTask;
        while (found.hasNext())
            ofTask.append(found.next());
        ofTask.sort();
        files += ofTask;
    }
    return files;
}

QStringList RunWorktrees::tidy(const QStringList &tasks)
{
    QStringList kept;
    for (const QString &task : tasks) {
        const QString path = m_names.pathOf(task);
        if (!m_maker.remove(path, m_names.branchOf(task)))
            kept.append(path);
    }
    QDir().rmdir(QFileInfo(m_names.pathOf(u"x"_s)).path()); // only when nothing is left in it
    return kept;
}

} // namespace baton
