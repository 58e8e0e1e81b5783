// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <span>
#include <utility>
#include <vector>

namespace baton {

/// From one vertex to another; the second comes after the first.
struct Arc
{
    int from = 0;
    int to = 0;
    bool operator==(const Arc &) const = default;
};

/// A directed graph in flat vectors. Knows nothing of tasks.
class Digraph
{
public:
    Digraph() = default;
    /// Arcs that join a vertex to itself are left out; doubled arcs stay.
    Digraph(int vertices, std::span<const Arc> arcs);

    int size() const { return m_vertices; }
    std::span<const int> after(int vertex) const { return slice(m_afterStart, m_after, vertex); }
    std::span<const int> before(int vertex) const { return slice(m_beforeStart, m_before, vertex); }

    /// The order of the vertices' numbers as far as it can be kept, so that what was written side by side stays near.
    /// What is in a cycle or behind one is left out.
    std::vector<int> topologicalOrder() const;
    /// The strongly connected components of more than one vertex, each sorted.
    std::vector<std::vector<int>> cycles() const;
    /// A shortest cycle within one of cycles(), smallest vertex first, each before the next. The work is bounded; in a
    /// huge component it may be one of the short ones.
    std::vector<int> shortestCycle(std::span<const int> component) const;

private:
    std::vector<int> orderWithoutCycles() const;
    static std::span<const int> slice(const std::vector<int> &start, const std::vector<int> &all, int vertex)
    {
        return {all.data() + start[size_t(vertex)], all.data() + start[size_t(vertex) + 1]};
    }

    int m_vertices = 0;
    std::vector<int> m_afterStart{0};
    std::vector<int> m_after;
    std::vector<int> m_beforeStart{0};
    std::vector<int> m_before;
};

/// Which of many pairs are joined by a path. Sources are handled 64 at a time as one word per vertex, so many
/// questions cost little more than one search. \a rank is a vertex's place in \a order, -1 for one that has none (it
/// reaches nothing and is reached by nothing).
std::vector<char> reaches(const Digraph &graph, const std::vector<int> &order, const std::vector<int> &rank,
                          std::span<const Arc> pairs);

} // namespace baton
