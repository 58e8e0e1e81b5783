// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/plan/digraph.h"
#include "model/plan/planindex.h"

#include <optional>

namespace baton {

/// What comes before what: tasks, gates and phases as one graph, by needs, sync points, what `validates` implies, the
/// order of phases and the gates that close them. A phase is three vertices: it opens, its tasks are done, it is closed
/// (by its gates). A fix phase lies between the tasks of the gate it fixes and that gate.
class PlanGraph
{
public:
    enum Link {
        Needs = 1,     ///< Needs of tasks and of sync points.
        Phases = 2,    ///< Phase order, and the gates that close phases.
        Validates = 4, ///< What is validated comes before its validation.
        All = Needs | Phases | Validates,
        Rounds = 8, ///< Who stands outside a repeated phase waits for its last round; with the others.
    };

    PlanGraph(const PlanIndex &index, int links);

    /// The arcs that a task brings with it, as the index has it now.
    std::vector<Arc> arcsOf(const PlanIndex::TaskEntry &entry) const;
    /// Takes the arcs that went and those that came. False where there is or was a cycle, or the plan has outgrown the
    /// graph: then it has to be made anew.
    bool follow(std::span<const Arc> gone, std::span<const Arc> come);

    const Digraph &digraph() const { return m_digraph; }
    /// Topological; vertices in a cycle or behind one are left out.
    const std::vector<int> &order() const { return m_order; }
    const std::vector<int> &rank() const { return m_rank; } ///< Place in order(), -1 where left out.
    bool isAcyclic() const { return m_order.size() == size_t(m_digraph.size()); }

    int vertex(NodeKey key) const; ///< Of a task or a gate.
    int opens(int phase) const { return m_taskCount + m_gateCount + 3 * phase; }
    int done(int phase) const { return opens(phase) + 1; }
    int closed(int phase) const { return opens(phase) + 2; }
    NodeKey key(int vertex) const; ///< Null for a vertex of a phase.
    int phaseOf(int vertex) const; ///< For a vertex of a phase, else -1.
    bool isTask(int vertex) const { return vertex < m_taskCount; }

    /// For every vertex, how many tasks come before it on the longest path; a task's wave. -1 where it has no order.
    const std::vector<int> &depths() const;
    /// The most tasks that lie on one path.
    int longestPath() const;
    /// Of vertices that have an order: which of them a path from another of them leads to, such that whoever waits for the
    /// other waits for it too. What may be skipped although what it needs is not, makes nobody wait. Nothing where that
    /// takes more than \a mostSteps.
    QVarLengthArray<char, 16> ledToByOthers(std::span<const int> vertices, int mostSteps) const;
    /// Of vertices that have an order, which come before another of them.
    QVarLengthArray<char, 16> beforeOthers(std::span<const int> vertices) const;
    /// By vertex, what a path leads to from one (or, not \a forwards, leads to it), itself included.
    std::vector<char> closure(int vertex, bool forwards) const;
    /// Which of the pairs (earlier, later) are joined by a path.
    std::vector<char> reaches(std::span<const Arc> pairs) const;

private:
    void collect(const PlanIndex::TaskEntry &entry, int links, std::vector<Arc> &into) const;
    bool reorder(Arc arc);
    bool passesOn(int vertex) const;
    template <class Passes>
    QVarLengthArray<char, 16> metBackwards(std::span<const int> vertices, int mostSteps, Passes passes) const;
    std::vector<int> within(int from, int first, int last, bool forwards) const;
    int depthOf(int vertex) const;
    void settle(std::span<const Arc> gone, std::span<const Arc> come);

    const PlanIndex &m_index;
    int m_links;
    int m_taskCount;
    int m_gateCount;
    Digraph m_digraph;
    std::vector<int> m_order;
    std::vector<int> m_rank;
    mutable std::optional<std::vector<int>> m_depths;
    mutable std::vector<int> m_marks; ///< By vertex, the last search that met it.
    mutable int m_searches = 0;
};

} // namespace baton
