// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/plangraph.h"

namespace baton {

namespace {

/// Collects the arcs of a plan.
class ArcBuilder
{
public:
    ArcBuilder(const PlanIndex &index, const PlanGraph &graph) : m_index(index), m_graph(graph)
    {
        m_arcs.reserve(index.tasks().size() * 4);
    }

    void addNeeds()
    {
        for (const PlanIndex::TaskEntry &entry : m_index.tasks()) {
            for (NodeKey need : entry.needs)
                add(need, m_graph.vertex(entry.key));
        }
        for (const PlanIndex::GateEntry &entry : m_index.gates()) {
            for (NodeKey need : entry.needs)
                add(need, m_graph.vertex(entry.key));
        }
    }

    void addValidates()
    {
        for (const PlanIndex::TaskEntry &entry : m_index.tasks()) {
            for (NodeKey validated : entry.validates)
                add(validated, m_graph.vertex(entry.key));
        }
    }

    void addPhases()
    {
        for (const PlanIndex::TaskEntry &entry : m_index.tasks()) {
            if (!entry.task || entry.phase < 0)
                continue;
            add(m_graph.opens(entry.phase), m_graph.vertex(entry.key));
            add(m_graph.vertex(entry.key), m_graph.done(entry.phase));
        }
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

    std::vector<Arc> take() { return std::move(m_arcs); }

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
    std::vector<Arc> m_arcs;
};

} // namespace

PlanGraph::PlanGraph(const PlanIndex &index, int links)
    : m_index(index)
    , m_taskCount(int(index.tasks().size()))
    , m_gateCount(int(index.gates().size()))
{
    ArcBuilder arcs(index, *this);
    if (links & Needs)
        arcs.addNeeds();
    if (links & Validates)
        arcs.addValidates();
    if (links & Phases)
        arcs.addPhases();
    m_digraph = Digraph(opens(int(index.phases().size())), arcs.take());
    m_order = m_digraph.topologicalOrder();
    m_rank.assign(size_t(m_digraph.size()), -1);
    for (size_t i = 0; i < m_order.size(); ++i)
        m_rank[size_t(m_order[i])] = int(i);
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

std::vector<int> PlanGraph::depths() const
{
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
    return depths;
}

std::vector<char> PlanGraph::reaches(std::span<const Arc> pairs) const
{
    return baton::reaches(m_digraph, m_order, m_rank, pairs);
}

} // namespace baton
