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
    std::span<const int> after(int vertex) const { return m_after.of(vertex); }
    std::span<const int> before(int vertex) const { return m_before.of(vertex); }

    void add(Arc arc);
    /// Takes one such arc away; it has to be there unless it joins a vertex to itself.
    void remove(Arc arc);

    /// The order of the vertices' numbers as far as it can be kept, so that what was written side by side stays near.
    /// What is in a cycle or behind one is left out.
    std::vector<int> topologicalOrder() const;
    /// The strongly connected components of more than one vertex, each sorted.
    std::vector<std::vector<int>> cycles() const;
    /// A shortest cycle within one of cycles(), smallest vertex first, each before the next. The work is bounded; in a
    /// huge component it may be one of the short ones.
    std::vector<int> shortestCycle(std::span<const int> component) const;

private:
    /// The neighbours of all vertices on one side, each vertex's in one stretch that moves to the end when it gets too
    /// long for its room.
    class Neighbours
    {
    public:
        explicit Neighbours(int vertices = 0) : m_stretches(size_t(vertices)) {}
        std::span<const int> of(int vertex) const
        {
            const Stretch &stretch = m_stretches[size_t(vertex)];
            return {m_all.data() + stretch.begin, size_t(stretch.size)};
        }
        void count(int vertex) { ++m_stretches[size_t(vertex)].room; } ///< Of those to be put in at first.
        void makeRoom();
        void put(int vertex, int neighbour);
        void take(int vertex, int neighbour);

    private:
        struct Stretch
        {
            int begin = 0;
            int size = 0;
            int room = 0;
        };
        std::vector<Stretch> m_stretches;
        std::vector<int> m_all;
    };

    std::vector<int> orderWithoutCycles() const;

    int m_vertices = 0;
    Neighbours m_after;
    Neighbours m_before;
};

/// Which of many pairs are joined by a path. Sources are handled 64 at a time as one word per vertex, so many
/// questions cost little more than one search. \a rank is a vertex's place in \a order, -1 for one that has none (it
/// reaches nothing and is reached by nothing).
std::vector<char> reaches(const Digraph &graph, const std::vector<int> &order, const std::vector<int> &rank,
                          std::span<const Arc> pairs);

} // namespace baton
