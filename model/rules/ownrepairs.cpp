// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/ownrepairs.h"

#include <algorithm>

namespace baton {

OwnRepairs::OwnRepairs(const Facts &facts, const TaskEntry &validation) : m_facts(facts), m_validation(validation)
{
}

NodeKey OwnRepairs::of(NodeKey validated)
{
    for (int number : m_facts.fixesOf(int(validated.number()))) {
        const TaskEntry &repair = m_facts.taskAt(number);
        if (repair.key != m_validation.key && isDoneByValidator(repair) && !comesLater(repair.key))
            return repair.key;
    }
    return inFixPhase(validated);
}

bool OwnRepairs::isDoneByValidator(const TaskEntry &entry) const
{
    return !m_facts.doers().shared(m_validation, entry).isEmpty();
}

/// A verdict that asks for a repair is none on the repair.
bool OwnRepairs::comesLater(NodeKey repair)
{
    const PlanGraph &graph = m_facts.graph();
    const int own = graph.rank()[size_t(graph.vertex(m_validation.key))];
    const int other = graph.rank()[size_t(graph.vertex(repair))];
    if (own >= 0 && other >= 0 && other < own)
        return false; // without a search
    if (m_behind.empty())
        m_behind = graph.closure(graph.vertex(m_validation.key), true);
    return m_behind[size_t(graph.vertex(repair))];
}

/// A fix phase mends the work that its gate judges. Who did some of that mends their own; who did none mends what
/// others did, whichever of it.
NodeKey OwnRepairs::inFixPhase(NodeKey validated)
{
    if (!m_hasLooked) {
        m_hasLooked = true;
        lookAtFixPhase();
    }
    return !m_repair.isNull() && m_work.contains(validated) ? m_repair : NodeKey();
}

void OwnRepairs::lookAtFixPhase()
{
    const NodeKey gate = m_facts.fixedBy(m_validation.phase);
    if (gate.isNull())
        return;
    QList<NodeKey> repairs;
    for (int number : m_facts.tasksIn(m_validation.phase)) {
        const TaskEntry &entry = m_facts.taskAt(number);
        if (entry.kind == TaskKind::Fix && entry.key != m_validation.key && isDoneByValidator(entry))
            repairs.append(entry.key);
    }
    if (repairs.isEmpty())
        return;
    m_work = m_facts.judgedBy(gate);
    const auto isOwn = [&](NodeKey key) { return isDoneByValidator(m_facts.task(key)); };
    if (std::any_of(m_work.cbegin(), m_work.cend(), isOwn))
        return;
    const PlanGraph &graph = m_facts.graph();
    const std::vector<char> before = graph.closure(graph.vertex(m_validation.key), false);
    const auto counts = [&](NodeKey key) {
        const auto &needs = m_facts.task(key).needs;
        const bool saysWhat = std::any_of(needs.begin(), needs.end(), [&](NodeKey need) { return m_work.contains(need); });
        return before[size_t(graph.vertex(key))] && !saysWhat;
    };
    const auto found = std::find_if(repairs.cbegin(), repairs.cend(), counts);
    m_repair = found == repairs.cend() ? NodeKey() : *found;
}

} // namespace baton
