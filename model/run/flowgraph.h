// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runplan.h"

namespace baton {

/// The plan as a graph whose nodes are tasks, gates, and the beginning, the last round's end and the end of each phase, so
/// that waves and remaining paths go through gates and phases as the run does. Tasks have their own numbers; the others
/// follow.
class FlowGraph
{
public:
    /// Looks at the plan while it lives.
    explicit FlowGraph(const RunPlan &plan);

    /// All nodes, each behind what it waits for; those of cycles and behind them are missing.
    QList<int> order() const;

    bool isTask(int node) const { return node < m_gates; }
    int nodeOfGate(int gate) const { return m_gates + gate; }
    /// The beginning of a fix phase.
    bool opensFix(int node) const
    {
        return node >= m_phases && (node - m_phases) % 3 == 0 && m_plan.phases.at((node - m_phases) / 3).fixesGate >= 0;
    }
    int nodeCount() const { return m_count; }
    std::span<const int> next(int node) const { return m_next.of(node); }
    int incoming(int node) const { return m_incoming.at(node); }
    QString nameOf(int node) const;

private:
    int beginOf(int phase) const { return m_phases + 3 * phase; }
    int roundsOf(int phase) const { return m_phases + 3 * phase + 1; } ///< All rounds are over; of a repeated phase.
    int endOf(int phase) const { return m_phases + 3 * phase + 2; }
    int nodeOf(const PlanNeed &need) const { return need.task >= 0 ? need.task : m_gates + need.gate; }
    void addTasks(QList<std::pair<int, int>> &edges) const;
    void addGates(QList<std::pair<int, int>> &edges) const;
    void addPhases(QList<std::pair<int, int>> &edges) const;

    const RunPlan &m_plan;
    int m_gates;  ///< Number of the first gate's node.
    int m_phases; ///< Of the first phase's beginning.
    int m_count;
    QList<int> m_incoming;
    FlatLists<int> m_next;
};

} // namespace baton
