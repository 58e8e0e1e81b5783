// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/digraph.h"
#include "model/run/flowgraph.h"
#include "model/run/gatecheck.h"

namespace baton {

namespace {

int rootOf(const RunPlan &plan, int task)
{
    return plan.tasks.at(task).original < 0 ? task : plan.tasks.at(task).original;
}

int gateFixedBy(const RunPlan &plan, int task)
{
    const int phase = plan.tasks.at(task).phase;
    return phase < 0 ? -1 : plan.phases.at(phase).fixesGate;
}

void setRevalidations(RunPlan &plan)
{
    QHash<int, QList<int>> instances; // Of a validation of the document, itself included.
    QList<int> again;
    for (int i = 0; i < plan.tasks.size(); ++i) {
        if (!plan.tasks.at(i).isValidation || plan.tasks.at(i).superseded)
            continue;
        instances[rootOf(plan, i)].append(i);
        if (gateFixedBy(plan, i) >= 0)
            again.append(i);
    }
    QList<std::pair<int, int>> later;
    QList<std::pair<int, int>> earlier;
    const auto pair = [&](int validation, int task) {
        later.append({validation, task});
        earlier.append({task, validation});
    };
    for (const int task : std::as_const(again)) {
        const int root = rootOf(plan, task);
        for (const int other : instances.value(root)) {
            if (other < task)
                pair(other, task);
        }
        const int replaced = rootOf(plan, revalidatedBy(plan, gateFixedBy(plan, task), root));
        for (const int other : replaced == root ? QList<int>() : instances.value(replaced))
            pair(other, task);
    }
    plan.links.revalidations = FlatLists<int>(plan.tasks.size(), later);
    plan.links.revalidated = FlatLists<int>(plan.tasks.size(), earlier);
}

struct Hold
{
    int task = -1;
    PlanHold by;
};

/// Every task that a `when` puts behind a verdict which a fix phase of some gate may replace.
QList<Hold> possibleHolds(const RunPlan &plan)
{
    QList<Hold> holds;
    const auto add = [&](int task, int validation, int gate) {
        if (plan.gates.at(gate).gate->onFail == OnFail::FixPhase || !plan.links.fixPhases.of(gate).empty())
            holds.append(Hold{task, {validation, gate}});
    };
    for (int i = 0; i < plan.tasks.size(); ++i) {
        if (plan.tasks.at(i).superseded)
            continue;
        for (const PlanNeed &need : plan.tasks.at(i).needs) {
            if (need.task < 0 || need.when.isEmpty() || !plan.tasks.at(need.task).isValidation)
                continue;
            for (const int gate : plan.links.gatesOfTask.of(need.task))
                add(i, need.task, gate);
            if (const int gate = gateFixedBy(plan, need.task); gate >= 0)
                add(i, need.task, gate);
        }
    }
    return holds;
}

/// Which of these would have a gate, or its fix phase, wait for a task that waits for it.
QList<bool> areEntangled(const RunPlan &plan, const FlowGraph &graph, const QList<Hold> &holds)
{
    const auto settled = [&](int gate) { return graph.nodeCount() + gate; }; // It has passed, or nothing mends it any more.
    std::vector<Arc> arcs;
    for (int node = 0; node < graph.nodeCount(); ++node) {
        for (const int next : graph.next(node))
            arcs.push_back({node, next});
    }
    for (int gate = 0; gate < plan.gates.size(); ++gate)
        arcs.push_back({graph.nodeOfGate(gate), settled(gate)});
    for (int task = 0; task < plan.tasks.size(); ++task) {
        if (const int gate = gateFixedBy(plan, task); gate >= 0)
            arcs.push_back({task, settled(gate)});
    }
    for (const Hold &hold : holds)
        arcs.push_back({settled(hold.by.gate), hold.task});
    const int nodes = graph.nodeCount() + int(plan.gates.size());
    QList<int> knot(nodes, -1);
    int knots = 0;
    for (const std::vector<int> &cycle : Digraph(nodes, arcs).cycles()) {
        for (const int node : cycle)
            knot[node] = knots;
        ++knots;
    }
    QList<bool> entangled;
    for (const Hold &hold : holds)
        entangled.append(knot.at(hold.task) >= 0 && knot.at(hold.task) == knot.at(settled(hold.by.gate)));
    return entangled;
}

} // namespace

void linkVerdicts(RunPlan &plan, const FlowGraph &graph)
{
    setRevalidations(plan);
    const QList<Hold> holds = possibleHolds(plan);
    const QList<bool> entangled = holds.isEmpty() ? QList<bool>() : areEntangled(plan, graph, holds);
    QList<std::pair<int, PlanHold>> ofTasks;
    QList<std::pair<int, int>> ofGates;
    for (qsizetype i = 0; i < holds.size(); ++i) {
        if (entangled.at(i))
            continue; // Its branch is decided by the verdict as it stands, a rework before the gate for instance.
        ofTasks.append({holds.at(i).task, holds.at(i).by});
        ofGates.append({holds.at(i).by.gate, holds.at(i).task});
    }
    plan.links.holds = FlatLists<PlanHold>(plan.tasks.size(), ofTasks);
    plan.links.heldTasks = FlatLists<int>(plan.gates.size(), ofGates);
}

} // namespace baton
