// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/newneeds.h"

#include <algorithm>

namespace baton {

NewNeeds::NewNeeds(const Facts &facts) : m_facts(facts)
{
    const auto &phases = facts.contents().phases;
    if (std::none_of(phases.begin(), phases.end(), [&](const auto &slot) { return facts.index().isRepeated(int(slot.key.number())); }))
        return;
    m_graph.emplace(facts.index(), PlanGraph::All | PlanGraph::Rounds);
    if (!m_graph->isAcyclic())
        m_graph.reset();
}

std::vector<char> NewNeeds::allowed(std::span<const Arc> needs) const
{
    std::vector<char> result(needs.size(), 1);
    if (!m_graph)
        return result;
    const auto phaseOf = [&](int vertex) { return m_graph->isTask(vertex) ? m_facts.taskAt(vertex).phase : -1; };
    // What must not come later already: the task, and where it is of a repeated phase, the end of its rounds.
    std::vector<Arc> asked;
    std::vector<size_t> of;
    for (size_t i = 0; i < needs.size(); ++i) {
        const auto [from, to] = needs[i];
        asked.push_back({to, from});
        of.push_back(i);
        const int phase = phaseOf(from);
        if (phase >= 0 && phase != phaseOf(to) && m_facts.index().isRepeated(phase)) {
            asked.push_back({to, m_graph->done(phase)});
            of.push_back(i);
        }
    }
    const std::vector<char> waits = m_graph->reaches(asked);
    for (size_t i = 0; i < asked.size(); ++i)
        result[of[i]] &= char(!waits[i]);
    return result;
}

bool NewNeeds::isAllowed(NodeKey later, NodeKey earlier) const
{
    const Arc need{m_facts.graph().vertex(earlier), m_facts.graph().vertex(later)};
    return !m_graph || allowed({&need, 1}).front();
}

} // namespace baton
