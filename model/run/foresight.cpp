// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/foresight.h"

#include "model/run/decisions.h"
#include "model/run/executorchoice.h"
#include "model/run/flowgraph.h"
#include "model/run/worktrees/worktreeplan.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

class Foresight
{
public:
    Foresight(const RunPlan &plan, const RunSettings &settings)
        : m_plan(plan)
        , m_settings(settings)
        , m_graph(plan)
        , m_all(settings.approve == ApproveMode::All)
        , m_hindered(m_graph.nodeCount(), false)
        , m_before(m_graph.nodeCount())
    {
    }

    QList<Foreseen> look()
    {
        QList<Foreseen> foreseen;
        QHash<int, int> lastOfGroup;
        const QList<int> order = m_graph.order();
        for (const int node : order) {
            if (hinders(node))
                m_hindered[node] = true;
            if (!m_graph.isTask(node))
                m_before[node] = lastAmong(m_before.at(node));
            if (m_graph.isTask(node) && !m_hindered.at(node))
                foreseen.append({node, behindOwners(node, lastOfGroup)});
            const QSet<int> passedOn = m_graph.isTask(node) ? QSet<int>{node} : m_before.at(node);
            for (const int next : m_graph.next(node)) {
                m_before[next] += passedOn;
                m_hindered[next] = m_hindered.at(next) || m_hindered.at(node);
            }
        }
        return foreseen;
    }

private:
    /// Whether nothing at or behind this node can be done with nobody watching.
    bool hinders(int node) const
    {
        if (!m_graph.isTask(node)) {
            if (m_graph.opensFix(node))
                return true;
            const int gate = node - int(m_plan.tasks.size());
            return gate < m_plan.gates.size() && !m_all && asksPeople(m_plan, m_plan.gates.at(gate));
        }
        const PlanTask &task = m_plan.tasks.at(node);
        return executorIn(task, m_settings).type != "slurm"_L1 || (task.asksLaunch && !m_all);
    }

    /// Of tasks that need each other, the later ones say it all.
    QSet<int> lastAmong(const QSet<int> &tasks) const
    {
        QSet<int> last = tasks;
        for (const int task : tasks) {
            const std::span<const int> next = m_graph.next(task);
            if (std::any_of(next.begin(), next.end(), [&](int other) { return tasks.contains(other); }))
                last.remove(task);
        }
        return last;
    }

    QList<int> behindOwners(int task, QHash<int, int> &lastOfGroup) const
    {
        QSet<int> after = m_before.at(task);
        const int group = m_plan.links.ownerGroup.isEmpty() ? -1 : m_plan.links.ownerGroup.at(task);
        if (group >= 0) {
            for (const int other : m_plan.links.ownerConflicts.at(group)) {
                if (const auto last = lastOfGroup.constFind(other); last != lastOfGroup.cend())
                    after.insert(*last);
            }
            lastOfGroup.insert(group, task);
        }
        QList<int> sorted = after.values();
        std::sort(sorted.begin(), sorted.end());
        return sorted;
    }

    const RunPlan &m_plan;
    const RunSettings &m_settings;
    FlowGraph m_graph;
    bool m_all;
    QList<bool> m_hindered;
    QList<QSet<int>> m_before; ///< Tasks that must have ended.
};

struct WholePlan
{
    Q_DECLARE_TR_FUNCTIONS(baton::WholePlan)
};

/// Why this task itself is none that a cluster carries out alone; empty where only what it stands behind is none.
QString whyNotAlone(const PlanTask &task, const RunSettings &settings)
{
    const QString type = executorIn(task, settings).type;
    if (type == "human"_L1)
        return WholePlan::tr("A person does it.");
    if (const QString here = whyHere(task, settings); !here.isEmpty())
        return here;
    if (type == "simulate"_L1)
        return WholePlan::tr("It has no executor, so that it is only simulated.");
    if (type != "slurm"_L1)
        return WholePlan::tr("The plan has it done on this machine.");
    if (task.asksLaunch && settings.approve != ApproveMode::All)
        return WholePlan::tr("A person approves its start.");
    return {};
}

} // namespace

QList<Foreseen> foresee(const RunPlan &plan, const RunSettings &settings)
{
    return Foresight(plan, settings).look();
}

WholePlanOutlook wholePlanOutlook(const RunPlan &plan, const RunSettings &settings)
{
    if (settings.simulate)
        return {WholePlan::tr("A simulation hands nothing to a cluster. Leave one of the two out.")};
    if (usesWorktrees(plan))
        return {WholePlan::tr("A plan whose tasks work in worktrees cannot be handed to a cluster whole: somebody has to make them. Use one workspace for all, or let Baton watch.")};
    const QList<Foreseen> foreseen = foresee(plan, settings);
    const int left = int(plan.tasks.size() - foreseen.size());
    if (left == 0)
        return {};
    QSet<int> handed;
    for (const Foreseen &task : foreseen)
        handed.insert(task.task);
    QString first;
    for (int i = 0; i < plan.tasks.size() && first.isEmpty(); ++i) {
        if (const QString why = handed.contains(i) ? QString() : whyNotAlone(plan.tasks.at(i), settings); !why.isEmpty())
            first = WholePlan::tr("“%1”: %2").arg(plan.tasks.at(i).id, why);
    }
    if (first.isEmpty())
        first = WholePlan::tr("A person decides about a gate before them.");
    if (foreseen.isEmpty())
        return {WholePlan::tr("No task of this plan can be handed to a cluster ahead. %1 Run it with Baton open instead.").arg(first)};
    return {{}, WholePlan::tr("%n task(s) go on only while Baton is open. %1", nullptr, left).arg(first)};
}

} // namespace baton
