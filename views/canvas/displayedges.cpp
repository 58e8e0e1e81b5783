// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/displaylist.h"

#include <algorithm>

// The edges of the display list: which there are.

using namespace Qt::StringLiterals;

namespace baton {

using namespace canvas;

namespace {

EdgeKind kindOf(NeedType type)
{
    switch (type) {
    case NeedType::Output:
        return EdgeKind::Output;
    case NeedType::Knowledge:
        return EdgeKind::Knowledge;
    case NeedType::Order:
        break;
    }
    return EdgeKind::Order;
}

} // namespace

std::span<const quint32> DisplayList::edgesOf(NodeKey key) const
{
    const auto &lists = m_edgesOf[size_t(key.kind())];
    if (key.number() >= lists.size())
        return {};
    return lists[key.number()];
}

bool DisplayList::isInsideFolded(const EdgeItem &edge) const
{
    const NodeKey from = shownKey(edge.from);
    return from == shownKey(edge.to) && from.kind() == NodeKind::Phase && edge.from.kind() != NodeKind::Phase;
}

void DisplayList::addEdge(const Wire &wire)
{
    EdgeItem edge;
    edge.from = wire.from;
    edge.to = wire.to;
    edge.kind = wire.kind;
    edge.label = wire.label;
    edge.isHidden = isInsideFolded(edge);
    edge.isLifted = m_lifted.contains(wire.from) || m_lifted.contains(wire.to);
    edge.route = routeOf(edge);
    ++m_numbering;
    m_edges.push_back(std::move(edge));
    enterEdge(quint32(m_edges.size() - 1));
}

void DisplayList::buildEdges()
{
    m_edges.clear();
    m_selectedEdge = -1;
    m_edgeGrid.reset(m_bounds);
    m_gridBounds = m_bounds;
    for (auto &lists : m_edgesOf)
        lists.clear();
    m_edgesOf[size_t(NodeKind::Task)].resize(m_index[size_t(NodeKind::Task)].size());
    addNeedEdges();
    addGateEdges();
    QHash<QString, NodeKey> nodes;
    for (const PersonaItem &persona : m_personas)
        nodes.insert(persona.persona->id, persona.key);
    if (nodes.isEmpty())
        return;
    for (const CardItem &card : m_cards) {
        for (const QString &id : card.task->personas) {
            if (const NodeKey persona = nodes.value(id); !persona.isNull())
                addEdge({persona, card.key, EdgeKind::Wire, {}});
        }
    }
}

/// What a task needs and validates.
std::vector<DisplayList::Wire> DisplayList::wiresOf(const CardItem &card) const
{
    std::vector<Wire> wires;
    for (const Need &need : card.task->needs) {
        const NodeKey target = m_ids.step(need.target);
        if (!target.isNull() && target != card.key)
            wires.push_back({target, card.key, kindOf(need.type), need.when.join(u", "_s)});
    }
    for (const QString &id : card.task->validates) {
        const NodeKey target = m_ids.step(id);
        if (!target.isNull() && target != card.key)
            wires.push_back({card.key, target, EdgeKind::Validates, {}});
    }
    return wires;
}

/// What a sync point needs.
std::vector<DisplayList::Wire> DisplayList::wiresOf(const GateItem &gate) const
{
    std::vector<Wire> wires;
    for (const QString &id : gate.isSyncPoint ? gate.gate->needs : QStringList()) {
        const NodeKey target = m_ids.step(id);
        if (!target.isNull() && target != gate.key)
            wires.push_back({target, gate.key, EdgeKind::Order, {}});
    }
    return wires;
}

void DisplayList::addNeedEdges()
{
    for (const CardItem &card : m_cards) {
        for (const Wire &wire : wiresOf(card))
            addEdge(wire);
    }
    for (const GateItem &gate : m_gates) {
        for (const Wire &wire : wiresOf(gate))
            addEdge(wire);
    }
}

QList<QList<int>> DisplayList::phasesAfter() const
{
    QList<QList<int>> after(qsizetype(m_lanes.size()));
    int previous = -1;
    for (const LaneItem &item : m_lanes) {
        const Phase &phase = *item.phase;
        if (!phase.fixes.isEmpty())
            continue;
        if (phase.after) {
            for (const QString &id : *phase.after) {
                if (const LaneItem *other = lane(m_ids.phase(id)))
                    after[item.number].append(other->number);
            }
        } else if (previous >= 0) {
            after[item.number].append(previous);
        }
        previous = item.number;
    }
    return after;
}

/// The number of the lane that a task or a sync point stands in, -1 for none.
int DisplayList::laneOf(NodeKey key) const
{
    if (const CardItem *found = card(key))
        return found->lane;
    const GateItem *found = gate(key);
    return found && found->isSyncPoint ? found->lane : -1;
}

DisplayList::Ties DisplayList::tiesOf(NodeKey key) const
{
    Ties ties;
    for (quint32 index : edgesOf(key)) {
        const EdgeItem &edge = m_edges[index];
        // A validation waits for what it validates, so there it is the other way round.
        const bool validates = edge.kind == EdgeKind::Validates;
        if (!validates && !edge.isNeed())
            continue;
        const NodeKey first = validates ? edge.to : edge.from;
        const NodeKey second = validates ? edge.from : edge.to;
        const bool isInside = laneOf(first) >= 0 && laneOf(first) == laneOf(second);
        const bool isThrough = edge.isNeed() && edge.route.isThroughGates();
        if (first == key)
            ties.leadsOn = ties.leadsOn || isInside || isThrough;
        if (second == key) {
            ties.isLedTo = ties.isLedTo || isInside || isThrough;
            if (first.kind() == NodeKind::Gate)
                ties.gatesNeeded.append(first);
        }
    }
    return ties;
}

/// A task at the end of its phase leads to its gate. What something in its phase needs is before the gate through that.
void DisplayList::addScope(NodeKey member, const LaneItem &lane, std::vector<Wire> &wires) const
{
    if (!lane.gates.isEmpty() && !tiesOf(member).leadsOn)
        wires.push_back({member, lane.gates.first(), EdgeKind::Scope, {}});
}

/// Tasks of the lane beside the gate before it are reached one by one, a lane further away as a whole.
bool DisplayList::isReachedAsAWhole(const LaneItem &lane, const LaneItem &previous) const
{
    constexpr qreal beside = 2 * gateGap + gateWidth;
    const qreal distance = lane.rect.left() - gate(previous.gates.last())->rect.right();
    return distance < 0 || distance > beside || lane.members.isEmpty();
}

/// The last gate of the phase before leads to a task at the start of this one.
void DisplayList::addOpening(const LaneItem &previous, const LaneItem &lane, NodeKey member, std::vector<Wire> &wires) const
{
    if (previous.gates.isEmpty() || isReachedAsAWhole(lane, previous))
        return;
    const NodeKey last = previous.gates.last();
    const Ties ties = tiesOf(member);
    if (!ties.isLedTo && !ties.gatesNeeded.contains(last))
        wires.push_back({last, member, EdgeKind::Opens, {}});
}

/// What leads to a lane as a whole.
void DisplayList::addEntrance(const LaneItem &lane, const QList<int> &after, std::vector<Wire> &wires) const
{
    for (int before : after) {
        const LaneItem &previous = m_lanes[size_t(before)];
        if (previous.gates.isEmpty())
            wires.push_back({previous.key, lane.key, EdgeKind::Follows, {}});
        else if (isReachedAsAWhole(lane, previous))
            wires.push_back({previous.gates.last(), lane.key, EdgeKind::Opens, {}});
    }
    const GateItem *fixed = lane.phase->fixes.isEmpty() ? nullptr : gate(m_ids.step(lane.phase->fixes));
    if (fixed)
        wires.push_back({fixed->key, lane.key, EdgeKind::Follows, {}});
}

void DisplayList::addGateEdges()
{
    const QList<QList<int>> after = phasesAfter();
    std::vector<Wire> wires;
    for (const LaneItem &lane : m_lanes) {
        for (NodeKey member : lane.members) {
            addScope(member, lane, wires);
            for (int before : after.at(lane.number))
                addOpening(m_lanes[size_t(before)], lane, member, wires);
        }
        for (qsizetype i = 1; i < lane.gates.size(); ++i)
            wires.push_back({lane.gates.at(i - 1), lane.gates.at(i), EdgeKind::Opens, {}});
        addEntrance(lane, after.at(lane.number), wires);
    }
    for (const Wire &wire : wires)
        addEdge(wire);
}

void DisplayList::gridEdge(quint32 index, bool add)
{
    const EdgeItem &edge = m_edges[index];
    if (edge.isHidden)
        return;
    constexpr qreal margin = 12;
    const auto points = edge.route.samples();
    for (size_t i = 0; i + 1 < points.size(); ++i) {
        const QRectF piece = QRectF(points[i], points[i + 1]).normalized().adjusted(-margin, -margin, margin, margin);
        if (add)
            m_edgeGrid.add(index, piece);
        else
            m_edgeGrid.remove(index, piece);
    }
}

} // namespace baton
