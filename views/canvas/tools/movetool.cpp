// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/tools/movetool.h"

#include "views/canvas/planview.h"

#include <QPainter>

namespace baton {

using namespace canvas;

namespace {

constexpr qsizetype mostDrawn = 250; ///< Of a large selection this many follow the mouse; the rest arrives on release.

} // namespace

MoveTool::MoveTool(PlanView &view, NodeKey grabbed, const Pointer &start)
    : Tool(view)
    , m_start(start.scene)
{
    const QSet<NodeKey> selected = view.document().selection().keys();
    for (NodeKey key : selected.contains(grabbed) ? selected : QSet<NodeKey>{grabbed})
        takeAlong(key);
    QSet<quint32> edges;
    qsizetype looked = 0;
    for (NodeKey key : std::as_const(m_keys)) {
        if (++looked > mostDrawn)
            break;
        for (quint32 edge : view.scene().list().edgesOf(key))
            edges.insert(edge);
    }
    m_edges = QList<quint32>(edges.cbegin(), edges.cend());
    if (m_edges.size() > 2 * mostDrawn)
        m_edges.resize(2 * mostDrawn);
}

MoveTool::~MoveTool()
{
    if (m_hasLifted)
        view().scene().lift({});
}

void MoveTool::takeAlong(NodeKey key)
{
    const DisplayList &list = view().scene().list();
    const PlanItem *item = list.item(key);
    if (!item)
        return;
    m_keys.insert(key);
    if (const LaneItem *lane = list.lane(key)) {
        m_hasLanes = true;
        for (NodeKey member : lane->members)
            m_keys.insert(member);
        for (NodeKey gate : lane->gates)
            m_keys.insert(gate);
    }
}

void MoveTool::move(const Pointer &pointer)
{
    if (!m_hasLifted) {
        m_hasLifted = true;
        view().scene().lift(m_keys);
    }
    m_by = pointer.scene - m_start;
    showTarget(pointer);
    view().updateOverlay();
}

void MoveTool::showTarget(const Pointer &pointer)
{
    m_lane = {};
    if (m_hasLanes)
        return;
    const Workflow &workflow = view().scene().workflow();
    const NodeKey lane = view().scene().list().laneAt(pointer.scene);
    const Phase *phase = workflow.phase(lane);
    if (!phase || phase->id.isEmpty())
        return;
    for (NodeKey key : std::as_const(m_keys)) {
        const Task *task = workflow.task(key);
        if (task && workflow.ids().phase(task->phase) != lane)
            m_lane = lane;
    }
}

QString MoveTool::nameOfMove(qsizetype moved) const
{
    const Contents &contents = view().scene().workflow().contents();
    if (!m_lane.isNull())
        return PlanView::tr("Move to %1").arg(contents.titleOf(m_lane));
    if (moved == 1)
        return PlanView::tr("Move %1").arg(contents.titleOf(*m_keys.cbegin()));
    return PlanView::tr("Move %1 nodes").arg(moved);
}

void MoveTool::release(const Pointer &pointer)
{
    m_by = pointer.scene - m_start;
    showTarget(pointer);
    const Workflow &workflow = view().scene().workflow();
    const DisplayList &list = view().scene().list();
    Edit edit;
    const QPointF by = m_by.toPoint();
    for (NodeKey key : std::as_const(m_keys)) {
        // A gate that was never placed follows its lane by itself.
        const Gate *gate = workflow.gate(key);
        const bool follows = m_hasLanes && gate && !gate->isSyncPoint() && !gate->position;
        if (!by.isNull() && !follows) {
            const PlanItem *item = list.item(key);
            const bool isLane = key.kind() == NodeKind::Phase;
            const QPointF from = item && !isLane && !item->isHidden ? item->rect.topLeft() : list.positionOf(key);
            edit.set(key, Field::Position, std::optional<QPointF>(from + by));
        }
        const Task *task = workflow.task(key);
        if (task && !m_lane.isNull() && workflow.ids().phase(task->phase) != m_lane)
            edit.set(key, Field::Phase, workflow.phase(m_lane)->id);
    }
    const QString name = nameOfMove(m_keys.size());
    view().scene().lift({});
    m_hasLifted = false;
    view().document().push(name, std::move(edit));
}

void MoveTool::cancel()
{
    view().scene().lift({});
    m_hasLifted = false;
}

QList<EdgeItem> MoveTool::movedEdges() const
{
    QList<EdgeItem> moved;
    const DisplayList &list = view().scene().list();
    for (quint32 index : m_edges) {
        EdgeItem edge = list.edges()[index];
        if (edge.isHidden)
            continue;
        const QPointF from = m_keys.contains(edge.from) ? m_by : QPointF();
        const QPointF to = m_keys.contains(edge.to) ? m_by : QPointF();
        edge.route = edge.route.stretched(from, to);
        moved.append(edge);
    }
    return moved;
}

void MoveTool::paint(const Brush &brush) const
{
    QPainter &painter = brush.painter;
    const DisplayList &list = brush.list;
    if (const LaneItem *lane = list.lane(m_lane)) {
        painter.setPen(QPen(brush.style.colors.accent, 2 / brush.scale));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(lane->rect, 12, 12);
    }
    for (const EdgeItem &edge : movedEdges())
        paintEdge(brush, edge);
    painter.save();
    painter.translate(m_by);
    qsizetype drawn = 0;
    for (NodeKind kind : {NodeKind::Phase, NodeKind::Task, NodeKind::Gate, NodeKind::Persona, NodeKind::Note}) {
        for (NodeKey key : m_keys) {
            const PlanItem *item = key.kind() == kind ? list.item(key) : nullptr;
            if (item && !item->isHidden && ++drawn <= mostDrawn)
                paintItem(brush, key);
        }
    }
    painter.restore();
}

QList<QRectF> MoveTool::reach() const
{
    QList<QRectF> rects;
    const DisplayList &list = view().scene().list();
    constexpr qreal around = DisplayList::reach;
    QRectF all;
    for (NodeKey key : m_keys) {
        const PlanItem *item = list.item(key);
        if (!item || item->isHidden)
            continue;
        all |= item->rect;
        if (m_keys.size() < 8)
            rects.append(item->rect.translated(m_by).adjusted(-around, -around, around, around));
    }
    if (m_keys.size() >= 8)
        rects.append(all.translated(m_by).adjusted(-around, -around, around, around));
    constexpr qsizetype fewEdges = 24;
    for (const EdgeItem &edge : movedEdges()) {
        if (m_edges.size() > fewEdges) {
            rects.append(edge.route.bounds().adjusted(-around, -around, around, around));
            continue;
        }
        // Along the edge instead of around it: a long one would have half of the screen copied.
        const auto points = edge.route.samples();
        for (size_t i = 0; i + 2 < points.size(); i += 2)
            rects.append(QRectF(points[i], points[i + 2]).normalized().adjusted(-10, -10, 10, 10));
    }
    if (const LaneItem *lane = list.lane(m_lane)) {
        constexpr qreal rim = 14; // The corners are round.
        const QRectF out = lane->rect.adjusted(-3, -3, 3, 3);
        rects.append(QRectF(out.left(), out.top(), out.width(), rim));
        rects.append(QRectF(out.left(), out.bottom() - rim, out.width(), rim));
        rects.append(QRectF(out.left(), out.top(), rim, out.height()));
        rects.append(QRectF(out.right() - rim, out.top(), rim, out.height()));
    }
    return rects;
}

} // namespace baton
