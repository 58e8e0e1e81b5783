// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/digraph.h"

#include <algorithm>

namespace baton {

namespace {

/// Steps of searching for a shortest cycle in one component.
constexpr qint64 mostCycleSteps = 4'000'000;

} // namespace

void Digraph::Neighbours::makeRoom()
{
    int begin = 0;
    for (Stretch &stretch : m_stretches) {
        stretch.begin = begin;
        begin += stretch.room;
    }
    m_all.resize(size_t(begin));
}

void Digraph::Neighbours::put(int vertex, int neighbour)
{
    Stretch &stretch = m_stretches[size_t(vertex)];
    if (stretch.size == stretch.room) {
        const int begin = int(m_all.size());
        stretch.room = std::max(4, 2 * stretch.room);
        m_all.resize(m_all.size() + size_t(stretch.room));
        std::copy_n(m_all.begin() + stretch.begin, stretch.size, m_all.begin() + begin);
        stretch.begin = begin;
    }
    m_all[size_t(stretch.begin + stretch.size++)] = neighbour;
}

void Digraph::Neighbours::take(int vertex, int neighbour)
{
    Stretch &stretch = m_stretches[size_t(vertex)];
    const auto end = m_all.begin() + stretch.begin + stretch.size;
    const auto found = std::find(end - stretch.size, end, neighbour);
    Q_ASSERT(found != end);
    std::copy(found + 1, end, found);
    --stretch.size;
}

Digraph::Digraph(int vertices, std::span<const Arc> arcs) : m_vertices(vertices), m_after(vertices), m_before(vertices)
{
    for (const Arc &arc : arcs) {
        if (arc.from != arc.to) {
            m_after.count(arc.from);
            m_before.count(arc.to);
        }
    }
    m_after.makeRoom();
    m_before.makeRoom();
    for (const Arc &arc : arcs)
        add(arc);
}

void Digraph::add(Arc arc)
{
    if (arc.from == arc.to)
        return;
    m_after.put(arc.from, arc.to);
    m_before.put(arc.to, arc.from);
}

void Digraph::remove(Arc arc)
{
    if (arc.from == arc.to)
        return;
    m_after.take(arc.from, arc.to);
    m_before.take(arc.to, arc.from);
}

std::vector<int> Digraph::topologicalOrder() const
{
    // Depth first from the last vertex: whatever finishes goes in front of what has finished.
    struct Frame
    {
        int vertex;
        size_t next;
    };
    std::vector<char> seen(size_t(m_vertices), 0);
    std::vector<int> order(size_t(m_vertices), 0);
    std::vector<int> rank(size_t(m_vertices), 0);
    std::vector<Frame> frames;
    int place = m_vertices;
    for (int root = m_vertices - 1; root >= 0; --root) {
        if (seen[size_t(root)])
            continue;
        seen[size_t(root)] = 1;
        frames.push_back({root, 0});
        while (!frames.empty()) {
            const int v = frames.back().vertex;
            const std::span<const int> next = after(v);
            if (frames.back().next < next.size()) {
                const int w = next[frames.back().next++];
                if (!seen[size_t(w)]) {
                    seen[size_t(w)] = 1;
                    frames.push_back({w, 0});
                }
                continue;
            }
            frames.pop_back();
            order[size_t(--place)] = v;
            rank[size_t(v)] = place;
        }
    }
    for (int v = 0; v < m_vertices; ++v) {
        for (int w : after(v)) {
            if (rank[size_t(w)] < rank[size_t(v)])
                return orderWithoutCycles();
        }
    }
    return order;
}

std::vector<int> Digraph::orderWithoutCycles() const
{
    std::vector<int> waiting(size_t(m_vertices), 0);
    std::vector<int> order;
    order.reserve(size_t(m_vertices));
    for (int v = 0; v < m_vertices; ++v) {
        waiting[size_t(v)] = int(before(v).size());
        if (waiting[size_t(v)] == 0)
            order.push_back(v);
    }
    for (size_t head = 0; head < order.size(); ++head) {
        for (int next : after(order[head])) {
            if (--waiting[size_t(next)] == 0)
                order.push_back(next);
        }
    }
    return order;
}

std::vector<std::vector<int>> Digraph::cycles() const
{
    // Tarjan's algorithm with a stack of its own: a chain of 100,000 tasks must not end the program's.
    struct Frame
    {
        int vertex;
        size_t next;
    };
    std::vector<int> index(size_t(m_vertices), -1);
    std::vector<int> low(size_t(m_vertices), 0);
    std::vector<char> open(size_t(m_vertices), 0);
    std::vector<int> stack;
    std::vector<Frame> frames;
    std::vector<std::vector<int>> found;
    int counter = 0;
    const auto enter = [&](int v) {
        index[size_t(v)] = low[size_t(v)] = counter++;
        open[size_t(v)] = 1;
        stack.push_back(v);
        frames.push_back({v, 0});
    };
    for (int root = 0; root < m_vertices; ++root) {
        if (index[size_t(root)] >= 0)
            continue;
        enter(root);
        while (!frames.empty()) {
            const int v = frames.back().vertex;
            const std::span<const int> next = after(v);
            if (frames.back().next < next.size()) {
                const int w = next[frames.back().next++];
                if (index[size_t(w)] < 0)
                    enter(w);
                else if (open[size_t(w)])
                    low[size_t(v)] = std::min(low[size_t(v)], index[size_t(w)]);
                continue;
            }
            frames.pop_back();
            if (!frames.empty()) {
                int &parent = low[size_t(frames.back().vertex)];
                parent = std::min(parent, low[size_t(v)]);
            }
            if (low[size_t(v)] != index[size_t(v)])
                continue;
            std::vector<int> component;
            for (int w = -1; w != v;) {
                w = stack.back();
                stack.pop_back();
                open[size_t(w)] = 0;
                component.push_back(w);
            }
            if (component.size() > 1) {
                std::sort(component.begin(), component.end());
                found.push_back(std::move(component));
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<int> Digraph::shortestCycle(std::span<const int> component) const
{
    std::vector<char> inside(size_t(m_vertices), 0);
    for (int v : component)
        inside[size_t(v)] = 1;
    std::vector<int> distance(size_t(m_vertices), -1);
    std::vector<int> cameFrom(size_t(m_vertices), -1);
    std::vector<int> queue;
    std::vector<int> best;
    qint64 steps = 0;
    for (int start : component) {
        if (!best.empty() && (best.size() == 2 || steps > mostCycleSteps))
            break;
        queue.assign(1, start);
        distance[size_t(start)] = 0;
        int last = -1;
        for (size_t head = 0; head < queue.size() && last < 0; ++head) {
            const int v = queue[head];
            if (!best.empty() && size_t(distance[size_t(v)]) + 1 >= best.size())
                break;
            for (int w : after(v)) {
                ++steps;
                if (w == start) {
                    last = v;
                    break;
                }
                if (inside[size_t(w)] && distance[size_t(w)] < 0) {
                    distance[size_t(w)] = distance[size_t(v)] + 1;
                    cameFrom[size_t(w)] = v;
                    queue.push_back(w);
                }
            }
        }
        if (last >= 0) {
            best.clear();
            for (int v = last; v != start; v = cameFrom[size_t(v)])
                best.push_back(v);
            best.push_back(start);
            std::reverse(best.begin(), best.end());
        }
        for (int v : queue)
            distance[size_t(v)] = -1;
    }
    if (!best.empty())
        std::rotate(best.begin(), std::min_element(best.begin(), best.end()), best.end());
    return best;
}

std::vector<char> reaches(const Digraph &graph, const std::vector<int> &order, const std::vector<int> &rank,
                          std::span<const Arc> pairs)
{
    std::vector<char> answers(pairs.size(), 0);
    // By the sources' place in the order: pairs near each other share a short stretch of it.
    std::vector<size_t> open;
    for (size_t i = 0; i < pairs.size(); ++i) {
        const int from = rank[size_t(pairs[i].from)];
        if (from >= 0 && rank[size_t(pairs[i].to)] > from)
            open.push_back(i);
    }
    std::sort(open.begin(), open.end(), [&](size_t a, size_t b) {
        return std::pair(rank[size_t(pairs[a].from)], a) < std::pair(rank[size_t(pairs[b].from)], b);
    });
    std::vector<quint64> words(size_t(graph.size()), 0);
    for (size_t begin = 0; begin < open.size();) {
        const int first = rank[size_t(pairs[open[begin]].from)];
        int last = first;
        int sources = 0;
        int source = -1;
        std::vector<std::pair<size_t, int>> asked; // pair, bit
        size_t end = begin;
        for (; end < open.size(); ++end) {
            const Arc &pair = pairs[open[end]];
            if (pair.from != source) {
                if (sources == 64)
                    break;
                source = pair.from;
                words[size_t(source)] |= quint64(1) << sources++;
            }
            asked.emplace_back(open[end], sources - 1);
            last = std::max(last, rank[size_t(pair.to)]);
        }
        for (int place = first; place <= last; ++place) {
            const int v = order[size_t(place)];
            quint64 word = words[size_t(v)];
            for (int before : graph.before(v))
                word |= words[size_t(before)];
            words[size_t(v)] = word;
        }
        for (const auto &[pair, bit] : asked)
            answers[pair] = (words[size_t(pairs[pair].to)] >> bit) & 1;
        for (int place = first; place <= last; ++place)
            words[size_t(order[size_t(place)])] = 0;
        begin = end;
    }
    return answers;
}

} // namespace baton
