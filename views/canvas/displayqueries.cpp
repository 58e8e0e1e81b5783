// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/displaylist.h"

// What the display list is asked: what is where.

namespace baton {

const PlanItem *DisplayList::item(NodeKey key) const
{
    switch (key.kind()) {
    case NodeKind::Task:
        return card(key);
    case NodeKind::Gate:
        return gate(key);
    case NodeKind::Phase:
        return lane(key);
    case NodeKind::Persona:
        return persona(key);
    case NodeKind::Note:
        return note(key);
    case NodeKind::Workflow:
    case NodeKind::None:
        break;
    }
    return nullptr;
}

/// Then looking at every item costs less than gathering them from the cells and sorting them.
bool DisplayList::isMostOfPlan(const QRectF &rect) const
{
    constexpr qreal share = 0.3;
    const QRectF part = rect & m_bounds;
    return part.width() * part.height() > share * m_bounds.width() * m_bounds.height();
}

void DisplayList::nodesIn(const QRectF &rect, std::vector<quint32> &found) const
{
    if (!isMostOfPlan(rect))
        return m_nodeGrid.find(rect, found);
    found.clear();
    const QRectF around = rect.adjusted(-reach, -reach, reach, reach);
    const auto gather = [&](NodeKind kind, const auto &items) {
        const std::vector<int> &index = m_index[size_t(kind)];
        for (size_t number = 0; number < index.size(); ++number) {
            const int at = index[number];
            if (at >= 0 && !items[size_t(at)].isHidden && around.intersects(items[size_t(at)].rect))
                found.push_back(NodeKey(kind, quint32(number)).value());
        }
    };
    gather(NodeKind::Persona, m_personas);
    gather(NodeKind::Phase, m_lanes);
    gather(NodeKind::Task, m_cards);
    gather(NodeKind::Gate, m_gates);
    gather(NodeKind::Note, m_notes);
}

void DisplayList::edgesIn(const QRectF &rect, std::vector<quint32> &found) const
{
    if (!isMostOfPlan(rect))
        return m_edgeGrid.find(rect, found);
    found.clear();
    // A straight line is a rectangle without an area.
    for (size_t i = 0; i < m_edges.size(); ++i) {
        if (!m_edges[i].isHidden && m_edges[i].route.bounds().adjusted(-12, -12, 12, 12).intersects(rect))
            found.push_back(quint32(i));
    }
}

NodeKey DisplayList::laneAt(QPointF point) const
{
    m_nodeGrid.find(QRectF(point, QSizeF(0, 0)), m_found);
    NodeKey best;
    qreal bestArea = 0;
    for (quint32 value : m_found) {
        const NodeKey key = keyOfValue(value);
        const LaneItem *found = lane(key);
        if (!found || !found->rect.contains(point))
            continue;
        const qreal area = found->rect.width() * found->rect.height();
        if (best.isNull() || area < bestArea) {
            best = key;
            bestArea = area;
        }
    }
    return best;
}

QPointF DisplayList::portOf(NodeKey key, bool out) const
{
    const PlanItem *found = item(key);
    if (!found)
        return {};
    const QRectF &rect = found->rect;
    return {out ? rect.right() : rect.left(), rect.center().y()};
}

} // namespace baton
