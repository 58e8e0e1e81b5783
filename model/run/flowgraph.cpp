// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/flowgraph.h"

namespace baton {

FlowGraph::FlowGraph(const RunPlan &plan)
    : m_plan(plan)
    , m_gates(int(plan.tasks.size()))
    , m_phases(m_gates + int(plan.gates.size()))
    , m_count(m_phases + 3 * int(plan.phases.size()))
{
    QList<std::pair<int, int>> edges;
    addTasks(edges);
    addGates(edges);
    addPhases(edges);
    m_incoming.resize(m_count);
    for (const auto &[from, to] : std::as_const(edges))
        ++m_incoming[to];
    m_next = FlatLists<int>(m_count, edges);
}

QList<int> FlowGraph::order() const
{
    QList<int> order;
    order.reserve(m_count);
    QList<int> incoming = m_incoming;
    for (int node = 0; node < m_count; ++node) {
        if (incoming.at(node) == 0)
            order.append(node);
    }
    for (qsizetype i = 0; i < order.size(); ++i) {
        for (const int next : m_next.of(order.at(i))) {
            if (--incoming[next] == 0)
                order.append(next);
        }
    }
    return order;
}

QString FlowGraph::nameOf(int node) const
{
    if (node < m_gates)
        return m_plan.tasks.at(node).id;
    if (node < m_phases)
        return m_plan.gates.at(node - m_gates).id;
    return m_plan.phases.at((node - m_phases) / 3).id;
}

void FlowGraph::addTasks(QList<std::pair<int, int>> &edges) const
{
    for (int i = 0; i < m_gates; ++i) {
        const PlanTask &task = m_plan.tasks.at(i);
        for (const PlanNeed &need : task.needs) {
            edges.append({nodeOf(need), i});
            // Who stands outside a repeated phase waits for its last round.
            const int source = need.task < 0 ? -1 : m_plan.tasks.at(need.task).phase;
            if (source >= 0 && source != task.phase && m_plan.phases.at(source).repeatMax > 1)
                edges.append({roundsOf(source), i});
        }
        if (task.phase < 0)
            continue;
        if (m_plan.phases.at(task.phase).repeatMax > 1)
            edges.append({i, roundsOf(task.phase)});
        edges.append({beginOf(task.phase), i});
        // A fix phase opens behind its gate, and nothing comes after it.
        if (m_plan.phases.at(task.phase).fixesGate < 0)
            edges.append({i, endOf(task.phase)});
    }
}

void FlowGraph::addGates(QList<std::pair<int, int>> &edges) const
{
    for (int i = 0; i < m_plan.gates.size(); ++i) {
        const PlanGate &gate = m_plan.gates.at(i);
        for (const PlanNeed &need : gate.needs)
            edges.append({nodeOf(need), m_gates + i});
        if (gate.phase < 0)
            continue;
        for (const int task : gate.scope)
            edges.append({task, m_gates + i});
        edges.append({beginOf(gate.phase), m_gates + i});
        edges.append({m_gates + i, endOf(gate.phase)});
    }
}

void FlowGraph::addPhases(QList<std::pair<int, int>> &edges) const
{
    for (int i = 0; i < m_plan.phases.size(); ++i) {
        const PlanPhase &phase = m_plan.phases.at(i);
        edges.append({beginOf(i), endOf(i)});
        for (const int before : phase.after)
            edges.append({endOf(before), beginOf(i)});
        if (phase.fixesGate >= 0)
            edges.append({m_gates + phase.fixesGate, beginOf(i)});
    }
}

} // namespace baton
