// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/foresight.h"

#include "model/run/decisions.h"
#include "model/run/flowgraph.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

class Foresight
{
public:
    Foresight(const RunPlan &plan, ApproveMode approve)
        : m_plan(plan)
        , m_graph(plan)
        , m_all(approve == ApproveMode::All)
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
        return task.isSimulated || task.isHuman || task.executor.type != "slurm"_L1 || (task.asksLaunch && !m_all);
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
    FlowGraph m_graph;
    bool m_all;
    QList<bool> m_hindered;
    QList<QSet<int>> m_before; ///< Tasks that must have ended.
};

} // namespace

QList<Foreseen> foresee(const RunPlan &plan, ApproveMode approve)
{
    return Foresight(plan, approve).look();
}

} // namespace baton
