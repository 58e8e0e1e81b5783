// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/worktrees/lineage.h"

#include <QMap>

#include <algorithm>
#include <queue>
#include <vector>

namespace baton {

namespace {

/// Collects the edges from what comes before to what comes after. Other than in FlowGraph, where a fix phase is behind
/// its gate because it opens there, its work is in front of the gate here, which passes with it.
class LineageEdges
{
public:
    explicit LineageEdges(const RunPlan &plan)
        : m_plan(plan), m_gates(int(plan.tasks.size())), m_phases(m_gates + int(plan.gates.size())),
          m_count(m_phases + 2 * int(plan.phases.size()))
    {
        addTasks();
        addGates();
        addPhases();
    }

    int nodeCount() const { return m_count; }
    /// (after, before) each.
    const QList<std::pair<int, int>> &edges() const { return m_edges; }

private:
    int beginOf(int phase) const { return m_phases + 2 * phase; }
    int endOf(int phase) const { return beginOf(phase) + 1; }
    int nodeOf(const PlanNeed &need) const { return need.task >= 0 ? need.task : m_gates + need.gate; }
    void add(int before, int after) { m_edges.append({after, before}); }
    bool isFix(int phase) const { return m_plan.phases.at(phase).fixesGate >= 0; }

    int roundOf(int phase, int round)
    {
        int &node = m_rounds[{phase, round}];
        if (node == 0)
            node = m_count++;
        return node;
    }

    void addTasks()
    {
        for (int i = 0; i < m_gates; ++i) {
            const PlanTask &task = m_plan.tasks.at(i);
            for (const PlanNeed &need : task.needs)
                add(nodeOf(need), i);
            if (task.phase < 0)
                continue;
            add(beginOf(task.phase), i);
            if (isFix(task.phase))
                continue;
            add(i, endOf(task.phase));
            if (m_plan.phases.at(task.phase).round > 1) {
                add(i, roundOf(task.phase, task.round));
                if (task.round > 1)
                    add(roundOf(task.phase, task.round - 1), i);
            }
        }
    }

    /// What a gate looks at, its fix phases left out.
    void addScope(int gate, int after)
    {
        const PlanGate &planned = m_plan.gates.at(gate);
        for (const PlanNeed &need : planned.needs)
            add(nodeOf(need), after);
        for (const int task : planned.scope)
            add(task, after);
        if (planned.phase >= 0)
            add(beginOf(planned.phase), after);
    }

    void addGates()
    {
        for (int i = 0; i < m_plan.gates.size(); ++i) {
            addScope(i, m_gates + i);
            if (m_plan.gates.at(i).phase >= 0)
                add(m_gates + i, endOf(m_plan.gates.at(i).phase));
        }
    }

    void addPhases()
    {
        QMap<int, int> lastFix; ///< By gate.
        for (int i = 0; i < m_plan.phases.size(); ++i) {
            const PlanPhase &phase = m_plan.phases.at(i);
            for (const int before : phase.after)
                add(endOf(before), beginOf(i));
            add(beginOf(i), endOf(i));
            if (!isFix(i))
                continue;
            addScope(phase.fixesGate, beginOf(i));
            if (lastFix.contains(phase.fixesGate))
                add(endOf(lastFix.value(phase.fixesGate)), beginOf(i));
            lastFix.insert(phase.fixesGate, i);
            for (const int task : phase.tasks) {
                add(task, endOf(i));
                add(task, m_gates + phase.fixesGate);
            }
        }
    }

    const RunPlan &m_plan;
    int m_gates;
    int m_phases;
    int m_count;
    QMap<std::pair<int, int>, int> m_rounds; ///< Nodes of the rounds of a phase.
    QList<std::pair<int, int>> m_edges;
};

} // namespace

Lineage::Lineage(const RunPlan &plan) : m_tasks(int(plan.tasks.size()))
{
    const LineageEdges edges(plan);
    const int nodes = edges.nodeCount();
    m_previous = FlatLists<int>(nodes, edges.edges());
    QList<std::pair<int, int>> turned;
    turned.reserve(edges.edges().size());
    QList<int> waiting(nodes, 0);
    for (const auto &[after, before] : edges.edges()) {
        turned.append({before, after});
        ++waiting[after];
    }
    const FlatLists<int> next(nodes, turned);
    m_position = QList<int>(nodes, -1); // what is in a cycle stays so, and is never looked at: it never runs
    QList<int> order;
    for (int node = 0; node < nodes; ++node) {
        if (waiting.at(node) == 0)
            order.append(node);
    }
    for (qsizetype i = 0; i < order.size(); ++i) {
        m_position[order.at(i)] = int(i);
        for (const int after : next.of(order.at(i))) {
            if (--waiting[after] == 0)
                order.append(after);
        }
    }
}

/// Goes back from the task, the latest of all nodes first, so that each is known to be in the past of a found one, or
/// not, when its turn comes; and no further than there is something to find.
QList<int> Lineage::baseOf(int task, const Counts &counts) const
{
    enum class Mark : quint8 { Unseen, Open, Past };
    std::vector<Mark> marks(size_t(m_position.size()), Mark::Unseen);
    std::priority_queue<std::pair<int, int>> latest; ///< (position, node)
    int open = 0;
    const auto goBack = [&](int node, Mark mark) {
        for (const int before : m_previous.of(node)) {
            Mark &known = marks[size_t(before)];
            if (known == Mark::Unseen)
                latest.push({m_position.at(before), before});
            open += int(mark == Mark::Open && known == Mark::Unseen) - int(mark == Mark::Past && known == Mark::Open);
            known = std::max(known, mark);
        }
    };
    QList<int> found;
    goBack(task, Mark::Open);
    while (open > 0) {
        const int node = latest.top().second;
        latest.pop();
        if (marks[size_t(node)] == Mark::Past) {
            goBack(node, Mark::Past);
            continue;
        }
        --open;
        const bool isFound = node < m_tasks && counts(node);
        if (isFound)
            found.append(node);
        goBack(node, isFound ? Mark::Past : Mark::Open);
    }
    std::sort(found.begin(), found.end());
    return found;
}

QList<int> Lineage::allBefore(int task, const Counts &counts) const
{
    QList<int> found;
    std::vector<bool> seen(size_t(m_position.size()), false);
    seen[size_t(task)] = true;
    QList<int> open{task};
    while (!open.isEmpty()) {
        for (const int before : m_previous.of(open.takeLast())) {
            if (seen[size_t(before)])
                continue;
            seen[size_t(before)] = true;
            open.append(before);
            if (before < m_tasks && counts(before))
                found.append(before);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace baton
