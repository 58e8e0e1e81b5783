// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/painters.h"

#include <QPaintEngine>
#include <QPainter>

#include <cmath>

namespace baton {

namespace {

bool isShown(const PlanItem *item, const QRectF &rect)
{
    return item && !item->isHidden && !item->isLifted &&
           item->rect.adjusted(-DisplayList::reach, -DisplayList::reach, DisplayList::reach, DisplayList::reach)
               .intersects(rect);
}

/// Needs run below everything, arcs of validations over gates but not over cards, those that matter now over all.
enum class Layer { Needs, Arcs, Alarms };

Layer layerOf(const Brush &brush, const EdgeItem &edge)
{
    if (edge.problem != Severity::Off)
        return Layer::Alarms; // Its sign must not lie under a card.
    if (edge.kind != EdgeKind::Validates)
        return Layer::Needs;
    return edge.isWrong || isFocused(brush, edge) ? Layer::Alarms : Layer::Arcs;
}

void paintEdges(const Brush &brush, const std::vector<quint32> &found, Layer layer)
{
    brush.painter.setRenderHint(QPainter::Antialiasing, brush.detail > Detail::Titles);
    for (quint32 index : found) {
        const EdgeItem &edge = brush.list.edges()[index];
        if (!edge.isHidden && !edge.isLifted && layerOf(brush, edge) == layer)
            paintEdge(brush, edge);
    }
}

void paintFarTitles(const Brush &brush, const std::vector<quint32> &nodes)
{
    const QRectF &rect = brush.clip;
    constexpr qreal legible = 0.2;
    if (brush.scale < legible)
        return;
    QPainter &painter = brush.painter;
    const QTransform toScreen = painter.transform();
    painter.save();
    painter.resetTransform();
    for (quint32 value : nodes) {
        const CardItem *card = brush.list.card(keyOfValue(value));
        if (isShown(card, rect))
            paintFarTitle(brush, *card, toScreen);
    }
    painter.restore();
}

} // namespace

Brush brushFor(QPainter &painter, const CanvasStyle &style, const DisplayList &list, qreal scale, Detail detail,
               const QRectF &clip)
{
    const QPaintEngine *engine = painter.paintEngine();
    const bool isVector = engine && engine->type() != QPaintEngine::Raster;
    return {painter, style, list, scale, detail, clip, isVector};
}

void paintGround(const Brush &brush)
{
    const QRectF &rect = brush.clip;
    QPainter &painter = brush.painter;
    painter.fillRect(rect, brush.style.colors.canvas);
    if (brush.detail <= Detail::Titles)
        return;
    // About as far from each other on the screen at every zoom.
    constexpr qreal nearest = 16;
    qreal pitch = 24;
    while (pitch * brush.scale < nearest)
        pitch *= 2;
    const int left = int(std::floor(rect.left() / pitch));
    const int right = int(std::ceil(rect.right() / pitch));
    const int top = int(std::floor(rect.top() / pitch));
    const int bottom = int(std::ceil(rect.bottom() / pitch));
    std::vector<QPointF> dots;
    dots.reserve(size_t(right - left + 1) * size_t(bottom - top + 1));
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x)
            dots.emplace_back(x * pitch, y * pitch);
    }
    painter.setPen(QPen(brush.style.colors.dots, brush.scale < 1.5 ? 0 : 1.4));
    painter.drawPoints(dots.data(), int(dots.size()));
}

void paintItem(const Brush &brush, NodeKey key)
{
    if (const CardItem *card = brush.list.card(key))
        paintCard(brush, *card);
    else if (const GateItem *gate = brush.list.gate(key))
        paintGate(brush, *gate);
    else if (const LaneItem *lane = brush.list.lane(key))
        paintLane(brush, *lane);
    else if (const PersonaItem *persona = brush.list.persona(key))
        paintPersona(brush, *persona);
    else if (const NoteItem *note = brush.list.note(key))
        paintNote(brush, *note);
}

void paintItems(const Brush &brush)
{
    const QRectF &rect = brush.clip;
    QPainter &painter = brush.painter;
    std::vector<quint32> nodes;
    brush.list.nodesIn(rect, nodes);
    painter.setRenderHint(QPainter::Antialiasing, brush.detail > Detail::Titles);
    for (quint32 value : nodes) {
        if (const LaneItem *lane = brush.list.lane(keyOfValue(value)); isShown(lane, rect))
            paintLane(brush, *lane);
    }
    std::vector<quint32> edges;
    if (brush.detail > Detail::Blocks)
        brush.list.edgesIn(rect, edges);
    paintEdges(brush, edges, Layer::Needs);
    painter.setRenderHint(QPainter::Antialiasing, brush.detail > Detail::Blocks);
    for (quint32 value : nodes) {
        if (const GateItem *gate = brush.list.gate(keyOfValue(value)); isShown(gate, rect))
            paintGate(brush, *gate);
    }
    paintEdges(brush, edges, Layer::Arcs);
    painter.setRenderHint(QPainter::Antialiasing, brush.detail > Detail::Titles);
    for (quint32 value : nodes) {
        if (const CardItem *card = brush.list.card(keyOfValue(value)); isShown(card, rect))
            paintCard(brush, *card);
    }
    painter.setRenderHint(QPainter::Antialiasing, brush.detail > Detail::Blocks);
    for (quint32 value : nodes) {
        const NodeKey key = keyOfValue(value);
        const bool isLoose = key.kind() == NodeKind::Persona || key.kind() == NodeKind::Note;
        if (isLoose && isShown(brush.list.item(key), rect))
            paintItem(brush, key);
    }
    paintEdges(brush, edges, Layer::Alarms);
    if (brush.detail == Detail::Titles)
        paintFarTitles(brush, nodes);
    // Criteria reach far beyond their gates, and few gates show them.
    for (const GateItem &gate : brush.list.gates()) {
        if (gate.showsCriteria() && !gate.isHidden && !gate.isLifted)
            paintCriteria(brush, gate);
    }
}

} // namespace baton
