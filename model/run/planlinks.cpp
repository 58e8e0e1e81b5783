// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/flowgraph.h"

#include <QCoreApplication>

#include <numeric>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// One cycle among the nodes that the order left out.
QStringList cycleOf(const FlowGraph &graph, const QList<int> &order)
{
    QList<bool> isOrdered(graph.nodeCount(), false);
    for (const int node : order)
        isOrdered[node] = true;
    QList<int> before(graph.nodeCount(), -1);
    for (int node = 0; node < graph.nodeCount(); ++node) {
        if (isOrdered.at(node))
            continue;
        for (const int next : graph.next(node))
            before[next] = node;
    }
    // Whoever goes backwards for long enough walks in the cycle.
    int node = int(isOrdered.indexOf(false));
    for (int i = 0; i < graph.nodeCount(); ++i)
        node = before.at(node);
    QStringList names;
    for (int at = node;;) {
        if (names.isEmpty() || names.first() != graph.nameOf(at))
            names.prepend(graph.nameOf(at));
        at = before.at(at);
        if (at == node)
            break;
    }
    names.append(names.first());
    return names;
}

void setOrder(RunPlan &plan, const FlowGraph &graph, const QList<int> &order)
{
    PlanLinks &links = plan.links;
    const qsizetype count = plan.tasks.size();
    QList<int> depth(graph.nodeCount(), 0);
    QList<qint64> remaining(graph.nodeCount(), 0);
    for (const int node : order) {
        const int own = depth.at(node) + (graph.isTask(node) ? 1 : 0);
        for (const int next : graph.next(node))
            depth[next] = qMax(depth.at(next), own);
    }
    for (auto node = order.crbegin(); node != order.crend(); ++node) {
        qint64 longest = 0;
        for (const int next : graph.next(*node))
            longest = qMax(longest, remaining.at(next));
        remaining[*node] = longest + (graph.isTask(*node) ? plan.tasks.at(*node).expected : 0);
    }
    links.wave = depth.first(count);
    links.remaining = remaining.first(count);
    links.taskOfRank.resize(count);
    std::iota(links.taskOfRank.begin(), links.taskOfRank.end(), 0);
    const bool byWave = plan.contents.info.waveBarrier;
    std::sort(links.taskOfRank.begin(), links.taskOfRank.end(), [&](int a, int b) {
        if (byWave && depth.at(a) != depth.at(b))
            return depth.at(a) < depth.at(b);
        if (remaining.at(a) != remaining.at(b))
            return remaining.at(a) > remaining.at(b);
        return a < b;
    });
    links.rank.resize(count);
    for (int i = 0; i < count; ++i)
        links.rank[links.taskOfRank.at(i)] = i;
}

void setEdges(RunPlan &plan)
{
    QList<std::pair<int, PlanEdge>> ofTasks;
    QList<std::pair<int, PlanEdge>> ofGates;
    QList<std::pair<int, int>> places;
    QList<std::pair<int, int>> gatesOfTask;
    QList<std::pair<int, int>> gatesOfGate;
    QList<std::pair<int, int>> phasesAfter;
    QList<std::pair<int, int>> fixPhases;
    QList<std::pair<int, int>> repeats;
    for (int i = 0; i < plan.tasks.size(); ++i) {
        const QList<PlanNeed> &needs = plan.tasks.at(i).needs;
        for (int n = 0; n < needs.size(); ++n) {
            places.append({i, n});
            if (needs.at(n).task >= 0)
                ofTasks.append({needs.at(n).task, {i, n}});
            else
                ofGates.append({needs.at(n).gate, {i, n}});
        }
    }
    for (int i = 0; i < plan.gates.size(); ++i) {
        for (const int task : plan.gates.at(i).scope)
            gatesOfTask.append({task, i});
        for (const PlanNeed &need : plan.gates.at(i).needs) {
            if (need.gate >= 0)
                gatesOfGate.append({need.gate, i});
        }
    }
    for (int i = 0; i < plan.phases.size(); ++i) {
        for (const int before : plan.phases.at(i).after)
            phasesAfter.append({before, i});
        if (plan.phases.at(i).fixesGate >= 0)
            fixPhases.append({plan.phases.at(i).fixesGate, i});
        if (plan.phases.at(i).untilTask >= 0)
            repeats.append({plan.phases.at(i).untilTask, i});
    }
    PlanLinks &links = plan.links;
    links.edgesOfTask = FlatLists<PlanEdge>(plan.tasks.size(), ofTasks);
    links.edgesOfGate = FlatLists<PlanEdge>(plan.gates.size(), ofGates);
    links.needs = FlatLists<int>(plan.tasks.size(), places);
    links.gatesOfTask = FlatLists<int>(plan.tasks.size(), gatesOfTask);
    links.gatesOfGate = FlatLists<int>(plan.gates.size(), gatesOfGate);
    links.phasesAfter = FlatLists<int>(plan.phases.size(), phasesAfter);
    links.repeatsOnTask = FlatLists<int>(plan.tasks.size(), repeats);
    links.fixPhases = FlatLists<int>(plan.gates.size(), fixPhases);
}

} // namespace

Result<void> link(RunPlan &plan)
{
    setEdges(plan);
    const FlowGraph graph(plan);
    const QList<int> order = graph.order();
    if (order.size() < graph.nodeCount())
        return Error{ErrorCode::Refused,
                     QCoreApplication::translate("baton::RunPlan",
                                                 "The plan goes round in a circle: %1. Take one "
                                                 "of these needs out.")
                         .arg(cycleOf(graph, order).join(u" → "_s)),
                     {},
                     {}};
    setOrder(plan, graph, order);
    linkOwners(plan);
    linkVerdicts(plan, graph);
    plan.links.hasHumans = std::any_of(plan.tasks.cbegin(), plan.tasks.cend(),
                                       [](const PlanTask &task) { return task.isHuman; });
    return {};
}

} // namespace baton
