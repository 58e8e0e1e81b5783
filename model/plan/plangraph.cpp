// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/plangraph.h"

#include <algorithm>
#include <limits>

namespace baton {

namespace {

/// Collects the arcs of a plan that are not a task's.
class ArcBuilder
{
public:
    ArcBuilder(const PlanIndex &index, const PlanGraph &graph, std::vector<Arc> &arcs)
        : m_index(index), m_graph(graph), m_arcs(arcs)
    {
    }

    void addSyncPoints()
    {
        for (const PlanIndex::GateEntry &entry : m_index.gates()) {
            for (NodeKey need : entry.needs)
                add(need, m_graph.vertex(entry.key));
        }
    }

    void addPhases()
    {
        for (const PlanIndex::GateEntry &entry : m_index.gates()) {
            if (!entry.gate || entry.phase < 0)
                continue;
            add(m_graph.done(entry.phase), m_graph.vertex(entry.key));
            add(m_graph.vertex(entry.key), m_graph.closed(entry.phase));
        }
        for (size_t p = 0; p < m_index.phases().size(); ++p) {
            const PlanIndex::PhaseEntry &entry = m_index.phases()[p];
            if (!entry.phase)
                continue;
            add(m_graph.opens(int(p)), m_graph.done(int(p)));
            add(m_graph.done(int(p)), m_graph.closed(int(p)));
            for (int before : entry.after)
                add(m_graph.closed(before), m_graph.opens(int(p)));
            if (!entry.fixes.isNull())
                addFix(int(p), entry.fixes);
        }
    }

private:
    void add(int from, int to) { m_arcs.push_back({from, to}); }
    void add(NodeKey from, int to)
    {
        if (!from.isNull())
            m_arcs.push_back({m_graph.vertex(from), to});
    }
    void addFix(int phase, NodeKey fixed)
    {
        const PlanIndex::GateEntry &gate = m_index.gate(fixed);
        if (gate.phase == phase)
            return;
        if (gate.phase >= 0)
            add(m_graph.done(gate.phase), m_graph.opens(phase));
        for (NodeKey need : gate.needs)
            add(need, m_graph.opens(phase));
        add(m_graph.closed(phase), m_graph.vertex(fixed));
    }

    const PlanIndex &m_index;
    const PlanGraph &m_graph;
    std::vector<Arc> &m_arcs;
};

} // namespace

PlanGraph::PlanGraph(const PlanIndex &index, int links)
    : m_index(index)
    , m_links(links)
    , m_taskCount(int(index.tasks().size()))
    , m_gateCount(int(index.gates().size()))
{
    std::vector<Arc> arcs;
    arcs.reserve(index.tasks().size() * 4);
    ArcBuilder builder(index, *this, arcs);
    const auto addTasks = [&](int link) {
        for (const PlanIndex::TaskEntry &entry : index.tasks())
            collect(entry, links & link, arcs);
    };
    addTasks(Needs);
    if (links & Needs)
        builder.addSyncPoints();
    addTasks(Validates);
    addTasks(Phases | Rounds);
    if (links & Phases)
        builder.addPhases();
    m_digraph = Digraph(opens(int(index.phases().size())), arcs);
    m_order = m_digraph.topologicalOrder();
    m_rank.assign(size_t(m_digraph.size()), -1);
    for (size_t i = 0; i < m_order.size(); ++i)
        m_rank[size_t(m_order[i])] = int(i);
}

void PlanGraph::collect(const PlanIndex::TaskEntry &entry, int links, std::vector<Arc> &into) const
{
    if (!entry.task)
        return;
    const int v = vertex(entry.key);
    const auto addAll = [&](const auto &keys) {
        for (NodeKey key : keys) {
            if (!key.isNull())
                into.push_back({vertex(key), v});
        }
    };
    if (links & Needs)
        addAll(entry.needs);
    if (links & Validates)
        addAll(entry.validates);
    const auto addRounds = [&](const auto &keys) {
        for (NodeKey key : keys) {
            const int phase = !key.isNull() && key.kind() == NodeKind::Task ? m_index.task(key).phase : -1;
            if (phase >= 0 && phase != entry.phase && m_index.isRepeated(phase))
                into.push_back({done(phase), v});
        }
    };
    if (links & Rounds) {
        addRounds(entry.needs);
        addRounds(entry.validates);
    }
    if ((links & Phases) && entry.phase >= 0) {
        into.push_back({opens(entry.phase), v});
        into.push_back({v, done(entry.phase)});
    }
}

std::vector<Arc> PlanGraph::arcsOf(const PlanIndex::TaskEntry &entry) const
{
    std::vector<Arc> arcs;
    collect(entry, m_links, arcs);
    return arcs;
}

bool PlanGraph::follow(std::span<const Arc> gone, std::span<const Arc> come)
{
    if (!isAcyclic())
        return false;
    for (const Arc &arc : gone)
        m_digraph.remove(arc);
    for (const Arc &arc : come) {
        m_digraph.add(arc);
        if (arc.from != arc.to && !reorder(arc))
            return false;
    }
    if (m_depths)
        settle(gone, come);
    return true;
}

/// Makes the order fit a new arc, moving only what lies between its ends. False where it closes a cycle.
/// D. J. Pearce, P. H. J. Kelly: A dynamic topological sort algorithm for directed acyclic graphs, 2006.
bool PlanGraph::reorder(Arc arc)
{
    const int first = m_rank[size_t(arc.to)];
    const int last = m_rank[size_t(arc.from)];
    if (last < first)
        return true;
    const std::vector<int> behind = within(arc.to, first, last, true);
    if (std::find(behind.begin(), behind.end(), last) != behind.end())
        return false;
    const std::vector<int> ahead = within(arc.from, first, last, false);
    std::vector<int> moved;
    for (const std::vector<int> &ranks : {ahead, behind}) {
        for (int rank : ranks)
            moved.push_back(m_order[size_t(rank)]);
    }
    std::vector<int> places;
    std::merge(ahead.begin(), ahead.end(), behind.begin(), behind.end(), std::back_inserter(places));
    for (size_t i = 0; i < places.size(); ++i) {
        m_order[size_t(places[i])] = moved[i];
        m_rank[size_t(moved[i])] = places[i];
    }
    return true;
}

/// The ranks, sorted, of what a path leads to that keeps between two ranks.
std::vector<int> PlanGraph::within(int from, int first, int last, bool forwards) const
{
    std::vector<char> seen(size_t(last - first) + 1, 0);
    std::vector<int> open{from};
    seen[size_t(m_rank[size_t(from)] - first)] = 1;
    while (!open.empty()) {
        const int v = open.back();
        open.pop_back();
        for (int next : forwards ? m_digraph.after(v) : m_digraph.before(v)) {
            const int rank = m_rank[size_t(next)];
            if (rank < first || rank > last || seen[size_t(rank - first)])
                continue;
            seen[size_t(rank - first)] = 1;
            open.push_back(next);
        }
    }
    std::vector<int> ranks;
    for (size_t i = 0; i < seen.size(); ++i) {
        if (seen[i])
            ranks.push_back(first + int(i));
    }
    return ranks;
}

int PlanGraph::vertex(NodeKey key) const
{
    return key.kind() == NodeKind::Gate ? m_taskCount + int(key.number()) : int(key.number());
}

NodeKey PlanGraph::key(int vertex) const
{
    if (vertex < m_taskCount)
        return NodeKey(NodeKind::Task, quint32(vertex));
    if (vertex < m_taskCount + m_gateCount)
        return NodeKey(NodeKind::Gate, quint32(vertex - m_taskCount));
    return {};
}

int PlanGraph::phaseOf(int vertex) const
{
    const int first = m_taskCount + m_gateCount;
    return vertex < first ? -1 : (vertex - first) / 3;
}

const std::vector<int> &PlanGraph::depths() const
{
    if (m_depths)
        return *m_depths;
    std::vector<int> depths(size_t(m_digraph.size()), 0);
    for (int v : m_order) {
        const int next = depths[size_t(v)] + (isTask(v) ? 1 : 0);
        for (int w : m_digraph.after(v))
            depths[size_t(w)] = qMax(depths[size_t(w)], next);
    }
    for (size_t v = 0; v < depths.size(); ++v) {
        if (m_rank[v] < 0)
            depths[v] = -1;
    }
    return m_depths.emplace(std::move(depths));
}

int PlanGraph::depthOf(int vertex) const
{
    int depth = 0;
    for (int before : m_digraph.before(vertex))
        depth = qMax(depth, (*m_depths)[size_t(before)] + (isTask(before) ? 1 : 0));
    return depth;
}

/// Works out the depths again from the heads of the arcs on, as far as they differ.
void PlanGraph::settle(std::span<const Arc> gone, std::span<const Arc> come)
{
    std::vector<char> open(m_order.size(), 0);
    size_t first = m_order.size();
    qsizetype count = 0;
    const auto enter = [&](int vertex) {
        const size_t place = size_t(m_rank[size_t(vertex)]);
        count += !open[place];
        open[place] = 1;
        first = qMin(first, place);
    };
    for (const std::span<const Arc> &arcs : {gone, come}) {
        for (const Arc &arc : arcs)
            enter(arc.to);
    }
    for (size_t place = first; count > 0; ++place) {
        if (!open[place])
            continue;
        --count;
        const int v = m_order[place];
        const int depth = depthOf(v);
        if (depth == (*m_depths)[size_t(v)])
            continue;
        (*m_depths)[size_t(v)] = depth;
        for (int after : m_digraph.after(v))
            enter(after);
    }
}

int PlanGraph::longestPath() const
{
    const std::vector<int> &all = depths();
    int longest = 0;
    for (const auto &slot : m_index.contents().tasks)
        longest = qMax(longest, all[slot.key.number()] + 1);
    return longest;
}

/// Whoever waits for it waits for all that it needs. An optional task may be skipped without them, and a sync point that
/// does not ask for complete work may pass without them.
bool PlanGraph::passesOn(int vertex) const
{
    if (isTask(vertex))
        return !m_index.isOptional(m_index.tasks()[size_t(vertex)]);
    const Gate *gate = m_index.gate(key(vertex)).gate;
    return gate && Contents::effectiveCriteria(*gate, false).contains(nameOf(Criterion::Complete));
}

/// Which of them are met going backwards from all of them, through what \a passes, as far as the earliest.
template <class Passes>
QVarLengthArray<char, 16> PlanGraph::metBackwards(std::span<const int> vertices, int mostSteps, Passes passes) const
{
    QVarLengthArray<char, 16> result(qsizetype(vertices.size()));
    std::fill(result.begin(), result.end(), 0);
    if (vertices.size() < 2)
        return result;
    const std::vector<int> &depth = depths();
    m_marks.resize(size_t(m_digraph.size()), 0);
    const int mark = ++m_searches;
    int least = std::numeric_limits<int>::max();
    int first = least;
    for (int v : vertices) {
        least = qMin(least, depth[size_t(v)]);
        first = qMin(first, m_rank[size_t(v)]);
    }
    QVarLengthArray<int, 64> open(vertices.begin(), vertices.end());
    int steps = 0;
    while (!open.isEmpty()) {
        const int v = open.last();
        open.removeLast();
        if (!passes(v))
            continue;
        for (int before : m_digraph.before(v)) {
            if (++steps > mostSteps)
                return result;
            if (m_marks[size_t(before)] == mark || m_rank[size_t(before)] < first || depth[size_t(before)] < least)
                continue;
            m_marks[size_t(before)] = mark;
            open.append(before);
        }
    }
    for (size_t i = 0; i < vertices.size(); ++i)
        result[qsizetype(i)] = m_marks[size_t(vertices[i])] == mark;
    return result;
}

QVarLengthArray<char, 16> PlanGraph::ledToByOthers(std::span<const int> vertices, int mostSteps) const
{
    return metBackwards(vertices, mostSteps, [this](int vertex) { return passesOn(vertex); });
}

QVarLengthArray<char, 16> PlanGraph::beforeOthers(std::span<const int> vertices) const
{
    return metBackwards(vertices, std::numeric_limits<int>::max(), [](int) { return true; });
}

std::vector<char> PlanGraph::closure(int vertex, bool forwards) const
{
    std::vector<char> reached(size_t(m_digraph.size()), 0);
    std::vector<int> open{vertex};
    reached[size_t(vertex)] = 1;
    while (!open.empty()) {
        const int v = open.back();
        open.pop_back();
        for (int next : forwards ? m_digraph.after(v) : m_digraph.before(v)) {
            if (!reached[size_t(next)]) {
                reached[size_t(next)] = 1;
                open.push_back(next);
            }
        }
    }
    return reached;
}

std::vector<char> PlanGraph::reaches(std::span<const Arc> pairs) const
{
    return baton::reaches(m_digraph, m_order, m_rank, pairs);
}

} // namespace baton
