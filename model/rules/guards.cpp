// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/guards.h"

#include <algorithm>

namespace baton {

namespace {

/// Decisions remembered for one task; a plan of people has two or three in a row.
constexpr qsizetype mostDecisions = 16;

} // namespace

Guards::Guards(const PlanIndex &index, const PlanGraph &graph)
{
    m_guards.resize(size_t(graph.digraph().size()));
    m_dead.assign(m_guards.size(), 0);
    for (int vertex : graph.order()) {
        if (!graph.key(vertex).isNull())
            enter(vertex, index, graph);
    }
    // The order of a graph that was kept up is another than that of one made anew.
    const auto &tasks = index.contents().tasks;
    std::sort(m_unreachable.begin(), m_unreachable.end(), [&](const auto &a, const auto &b) {
        return tasks.indexOf(index.tasks()[size_t(a.first)].key) < tasks.indexOf(index.tasks()[size_t(b.first)].key);
    });
}

void Guards::narrow(Guard &guard, int decision, const QSet<QString> &outcomes)
{
    const auto known = guard.find(decision);
    if (known != guard.end())
        known->intersect(outcomes);
    else if (guard.size() < mostDecisions)
        guard.insert(decision, outcomes);
}

void Guards::enter(int vertex, const PlanIndex &index, const PlanGraph &graph)
{
    const NodeKey key = graph.key(vertex);
    const bool isTask = key.kind() == NodeKind::Task;
    const PlanIndex::TaskEntry *entry = isTask ? &index.task(key) : nullptr;
    if (isTask && !entry->task)
        return;
    const NodeKey *needs = isTask ? entry->needs.data() : index.gate(key).needs.data();
    const qsizetype count = isTask ? entry->needs.size() : index.gate(key).needs.size();

    // It runs where at least one of what it needs ran: the outcomes of all of them together.
    Guard inherited;
    qsizetype live = 0;
    for (qsizetype i = 0; i < count; ++i) {
        if (needs[i].isNull())
            continue;
        const size_t before = size_t(graph.vertex(needs[i]));
        if (m_dead[before])
            continue;
        const Guard &guard = m_guards[before];
        if (live++ == 0) {
            inherited = guard;
            continue;
        }
        for (auto it = inherited.begin(); it != inherited.end();) {
            const auto other = guard.constFind(it.key());
            if (other == guard.constEnd()) {
                it = inherited.erase(it);
            } else {
                it->unite(*other);
                ++it;
            }
        }
    }
    Guard &guard = m_guards[size_t(vertex)];
    guard = inherited;
    m_dead[size_t(vertex)] = count > 0 && live == 0 &&
                             std::any_of(needs, needs + count, [](NodeKey need) { return !need.isNull(); });
    if (m_dead[size_t(vertex)] || !isTask)
        return;
    // And only where each of its own branches is taken.
    for (qsizetype i = 0; i < count; ++i) {
        const QStringList &when = entry->task->needs.at(i).when;
        if (!when.isEmpty() && needs[i].kind() == NodeKind::Task)
            narrow(guard, int(needs[i].number()), QSet<QString>(when.begin(), when.end()));
    }
    for (auto it = guard.cbegin(); it != guard.cend(); ++it) {
        if (it->isEmpty()) {
            m_dead[size_t(vertex)] = 1;
            m_unreachable.emplace_back(int(key.number()), it.key());
            return;
        }
    }
}

bool Guards::exclude(int task, int other) const
{
    if (m_guards.empty())
        return false;
    const Guard &mine = m_guards[size_t(task)];
    const Guard &theirs = m_guards[size_t(other)];
    for (auto it = mine.cbegin(); it != mine.cend(); ++it) {
        const auto same = theirs.constFind(it.key());
        if (same != theirs.cend() && !it->intersects(*same))
            return true;
    }
    return false;
}

bool Guards::isGuarded(int task) const
{
    return !m_guards.empty() && (m_dead[size_t(task)] || !m_guards[size_t(task)].isEmpty());
}

} // namespace baton
