// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/displaylist.h"

#include <algorithm>

// The way that an edge takes.

namespace baton {

using namespace canvas;

namespace {

constexpr qreal rowGap = (rowPitch - cardHeight) / 2; ///< From a card's edge to the middle of the gap between rows.

} // namespace

/// The key that stands for a node: its lane where that is folded.
NodeKey DisplayList::shownKey(NodeKey key) const
{
    const CardItem *folded = card(key);
    if (folded && folded->isHidden)
        return m_lanes[size_t(folded->lane)].key;
    const GateItem *sync = gate(key);
    if (sync && sync->isHidden)
        return m_lanes[size_t(sync->lane)].key;
    return key;
}

bool DisplayList::isBlocked(const EdgeRoute &route, NodeKey from, NodeKey to) const
{
    constexpr qreal margin = 3;
    const auto points = route.samples();
    for (size_t i = 1; i + 1 < points.size(); ++i) {
        m_nodeGrid.find(QRectF(points[i], QSizeF(0, 0)), m_found);
        for (quint32 value : m_found) {
            const CardItem *other = card(keyOfValue(value));
            if (other && other->key != from && other->key != to &&
                other->rect.adjusted(-margin, -margin, margin, margin).contains(points[i]))
                return true;
        }
    }
    return false;
}

bool DisplayList::isFree(const QRectF &corridor) const
{
    m_nodeGrid.find(corridor, m_found);
    return std::none_of(m_found.begin(), m_found.end(), [&](quint32 value) {
        const CardItem *other = card(keyOfValue(value));
        return other && other->rect.intersects(corridor);
    });
}

/// A need that crosses the gates between two lanes runs level into the first and level out of the last, so that a gate
/// bundles what passes it. Nothing where another card is in the way.
std::optional<EdgeRoute> DisplayList::throughGates(QPointF from, QPointF to, const EdgeItem &edge) const
{
    const CardItem *source = card(shownKey(edge.from));
    const CardItem *target = card(shownKey(edge.to));
    if (!source || !target || source->lane < 0 || target->lane < 0 || source->lane == target->lane)
        return std::nullopt;
    const LaneItem &leaving = m_lanes[size_t(source->lane)];
    const LaneItem &entering = m_lanes[size_t(target->lane)];
    if (leaving.gates.isEmpty())
        return std::nullopt;
    const QRectF first = gate(leaving.gates.first())->rect;
    // The gate beside the lane that it enters.
    constexpr qreal beside = 2 * gateGap + gateWidth;
    const GateItem *last = nullptr;
    m_nodeGrid.find(QRectF(entering.rect.left() - gateGap - 2, to.y(), 1, 1), m_found);
    for (quint32 value : m_found) {
        const GateItem *found = gate(keyOfValue(value));
        if (found && !found->isSyncPoint && found->rect.right() < entering.rect.left() &&
            found->rect.right() > entering.rect.left() - beside)
            last = found;
    }
    if (!last || first.right() > last->rect.right() + 1 || from.x() > first.left())
        return std::nullopt;
    const auto spans = [](const QRectF &gate, qreal y) {
        return y > gate.top() + gateWidth / 2 && y < gate.bottom() - gateWidth / 2;
    };
    const bool level = spans(first, from.y()) && spans(last->rect, to.y());
    if (!level || !isFree(QRectF(QPointF(from.x() + 2, from.y() - 2), QPointF(first.left(), from.y() + 2))) ||
        !isFree(QRectF(QPointF(last->rect.right(), to.y() - 2), QPointF(to.x() - 2, to.y() + 2))))
        return std::nullopt;
    if (last->rect == first)
        return EdgeRoute::through(from, first.center().x(), from.y(), first.center().x(), to);
    const qreal half = cardHeight / 2 + rowGap;
    const qreal aside = (qreal(edge.from.number() % 3) - 1) * 4; // Several in one gap run beside each other.
    for (qreal gap : {from.y() + half, from.y() - half, to.y() - half, to.y() + half}) {
        const QRectF corridor(QPointF(first.right(), gap - 2), QPointF(last->rect.left(), gap + 2));
        if (spans(first, gap) && spans(last->rect, gap) && isFree(corridor))
            return EdgeRoute::through(from, first.center().x(), gap + aside, last->rect.center().x(), to);
    }
    return std::nullopt;
}

/// One curve where nothing is in the way, else through the gap between two rows that costs the least height.
EdgeRoute DisplayList::around(QPointF from, QPointF to, const EdgeItem &edge) const
{
    if (const std::optional<EdgeRoute> bundled = throughGates(from, to, edge))
        return *bundled;
    constexpr qreal channel = 64; // Between two columns there is nothing to avoid.
    const EdgeRoute direct = EdgeRoute::curve(from, to);
    if (to.x() - from.x() <= channel + 10 || !isBlocked(direct, edge.from, edge.to))
        return direct;
    const qreal half = cardHeight / 2 + rowGap;
    // Edges that share a gap run beside each other, not on top.
    const qreal lane = (qreal(edge.from.number() % 3) - 1) * 4;
    EdgeRoute best = direct;
    qreal bestCost = 1e12;
    for (qreal gap : {from.y() + half, from.y() - half, to.y() - half, to.y() + half}) {
        const qreal cost = std::abs(gap - from.y()) + std::abs(gap - to.y());
        const QRectF corridor(from.x() + channel / 2, gap - 2, to.x() - from.x() - channel, 4);
        if (cost < bestCost && isFree(corridor)) {
            bestCost = cost;
            best = EdgeRoute::detour(from, gap + lane, to);
        }
    }
    return best;
}

EdgeRoute DisplayList::routeToGate(const EdgeItem &edge, const GateItem &gate) const
{
    constexpr qreal capInset = gateWidth / 2;
    const QPointF from = portOf(shownKey(edge.from), true);
    const QRectF &rect = gate.rect;
    const auto atGate = [&](qreal y) {
        return QPointF(rect.left(), std::clamp(y, rect.top() + capInset, rect.bottom() - capInset));
    };
    const QPointF level = atGate(from.y());
    if (qFuzzyCompare(level.y(), from.y()) && level.x() > from.x()) {
        const EdgeRoute straight = EdgeRoute::straight(from, level);
        if (!isBlocked(straight, edge.from, edge.to))
            return straight;
    }
    const qreal below = from.y() + cardHeight / 2 + rowGap;
    const qreal above = from.y() - cardHeight / 2 - rowGap;
    for (qreal gap : {below, above}) {
        const QPointF end = atGate(gap);
        if (qFuzzyCompare(end.y(), gap) && end.x() - from.x() > 80 &&
            isFree(QRectF(from.x() + 32, gap - 2, end.x() - from.x() - 32, 4)))
            return EdgeRoute::detour(from, gap, end);
    }
    return EdgeRoute::curve(from, level);
}

EdgeRoute DisplayList::routeFromGate(const GateItem &gate, const EdgeItem &edge) const
{
    constexpr qreal capInset = gateWidth / 2;
    const NodeKey target = shownKey(edge.to);
    QPointF to = portOf(target, false);
    if (const LaneItem *lane = this->lane(target); lane && edge.to.kind() == NodeKind::Phase)
        to = lane->rect.topLeft() + QPointF(0, laneHead / 2);
    const QRectF &rect = gate.rect;
    const auto atGate = [&](qreal y) {
        return QPointF(rect.right(), std::clamp(y, rect.top() + capInset, rect.bottom() - capInset));
    };
    const QPointF level = atGate(to.y());
    if (qFuzzyCompare(level.y(), to.y()) && level.x() < to.x()) {
        const EdgeRoute straight = EdgeRoute::straight(level, to);
        if (!isBlocked(straight, edge.from, edge.to))
            return straight;
    }
    const qreal below = to.y() + cardHeight / 2 + rowGap;
    const qreal above = to.y() - cardHeight / 2 - rowGap;
    for (qreal gap : {below, above}) {
        const QPointF start = atGate(gap);
        if (qFuzzyCompare(start.y(), gap) && to.x() - start.x() > 80 &&
            isFree(QRectF(start.x(), gap - 2, to.x() - start.x() - 32, 4)))
            return EdgeRoute::detour(start, gap, to);
    }
    return EdgeRoute::curve(level, to);
}

/// From the lower left of the validation back to the lower right of what it validates, as an arc of its own.
EdgeRoute DisplayList::routeOfValidation(NodeKey from, NodeKey to) const
{
    const PlanItem *start = item(shownKey(from));
    const PlanItem *end = item(shownKey(to));
    if (!start || !end)
        return {};
    constexpr qreal height = 0.77; // Of a card: below its ports.
    const auto at = [](const QRectF &rect, bool right) {
        return QPointF(right ? rect.right() : rect.left(), rect.top() + height * rect.height());
    };
    const qreal distance = start->rect.left() - end->rect.right();
    if (distance > 0) {
        const qreal swing = std::clamp(distance * 0.5, 40.0, 220.0);
        return EdgeRoute::bent(at(start->rect, false), {-swing, 10}, {swing, 10}, at(end->rect, true));
    }
    // Above each other or the wrong way round: around the right side of both.
    return EdgeRoute::bent(at(start->rect, true), {60, 0}, {60, 0}, at(end->rect, true));
}

EdgeRoute DisplayList::routeOf(const EdgeItem &edge) const
{
    const NodeKey from = shownKey(edge.from);
    const NodeKey to = shownKey(edge.to);
    const PlanItem *start = item(from);
    const PlanItem *end = item(to);
    if (!start || !end)
        return {};
    const GateItem *fromGate = gate(from);
    const GateItem *toGate = gate(to);
    switch (edge.kind) {
    case EdgeKind::Validates:
        return routeOfValidation(edge.from, edge.to);
    case EdgeKind::Wire: {
        const QPointF crown = end->rect.topLeft() + QPointF(24, 0);
        const QPointF centre = start->rect.center();
        return EdgeRoute::bent(centre, {(crown.x() - centre.x()) / 2, 0}, {0, -40}, crown);
    }
    case EdgeKind::Follows: {
        const QPointF head(0, laneHead / 2);
        const QPointF out = from.kind() == NodeKind::Phase ? start->rect.topRight() + head : portOf(from, true);
        return EdgeRoute::curve(out, end->rect.topLeft() + head);
    }
    case EdgeKind::Output:
    case EdgeKind::Knowledge:
    case EdgeKind::Order:
    case EdgeKind::Scope:
    case EdgeKind::Opens:
        break;
    }
    if (fromGate && !fromGate->isSyncPoint && toGate && !toGate->isSyncPoint)
        return EdgeRoute::curve({start->rect.right(), start->rect.center().y()},
                                {end->rect.left(), end->rect.center().y()});
    if (toGate && !toGate->isSyncPoint)
        return routeToGate(edge, *toGate);
    if (fromGate && !fromGate->isSyncPoint)
        return routeFromGate(*fromGate, edge);
    return around(portOf(from, true), portOf(to, false), edge);
}

} // namespace baton
