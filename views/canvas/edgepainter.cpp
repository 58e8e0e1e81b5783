// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/painters.h"

#include <QPainter>
#include <QPainterPath>

namespace baton {

namespace {

qreal widthOf(const EdgeItem &edge)
{
    switch (edge.kind) {
    case EdgeKind::Output:
        return 1.8;
    case EdgeKind::Knowledge:
    case EdgeKind::Validates:
        return 1.6;
    case EdgeKind::Order:
    case EdgeKind::Follows:
        return 1.1;
    case EdgeKind::Scope:
    case EdgeKind::Opens:
        return 1.3;
    case EdgeKind::Wire:
        return 1.2;
    }
    return 1;
}

QPen penOf(const Brush &brush, const EdgeItem &edge)
{
    QPen pen(edgeColor(brush, edge), widthOf(edge) + (edge.isSelected ? 1.2 : 0), Qt::SolidLine, Qt::FlatCap);
    if (edge.kind == EdgeKind::Knowledge)
        pen.setDashPattern({5, 3.5});
    else if (edge.kind == EdgeKind::Validates || edge.kind == EdgeKind::Wire)
        pen.setDashPattern({1.6, 2.6});
    return pen;
}

void paintArrow(const Brush &brush, QPointF tip, QPointF before, const QColor &color, qreal size)
{
    QPointF along = tip - before;
    const qreal length = std::hypot(along.x(), along.y());
    if (length < 1e-3)
        return;
    along /= length;
    const QPointF across(-along.y(), along.x());
    const std::array corners{tip, tip - along * size + across * size * 0.5, tip - along * size - across * size * 0.5};
    brush.painter.setPen(Qt::NoPen);
    brush.painter.setBrush(color);
    brush.painter.drawPolygon(corners.data(), int(corners.size()));
}

void paintShield(const Brush &brush, QPointF centre, const QColor &color)
{
    constexpr qreal w = 6;
    constexpr qreal h = 7.5;
    QPainterPath shield;
    shield.moveTo(centre + QPointF(0, -h));
    shield.quadTo(centre + QPointF(w * 0.6, -h * 0.65), centre + QPointF(w, -h * 0.6));
    shield.cubicTo(centre + QPointF(w, h * 0.35), centre + QPointF(w * 0.5, h * 0.75), centre + QPointF(0, h));
    shield.cubicTo(centre + QPointF(-w * 0.5, h * 0.75), centre + QPointF(-w, h * 0.35),
                   centre + QPointF(-w, -h * 0.6));
    shield.quadTo(centre + QPointF(-w * 0.6, -h * 0.65), centre + QPointF(0, -h));
    brush.painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    brush.painter.setBrush(brush.style.colors.card);
    brush.painter.drawPath(shield);
    paintStateSign(brush.painter, TaskState::Complete, centre, 6, color);
}

void paintLabel(const Brush &brush, const EdgeItem &edge)
{
    constexpr qreal room = 120;
    if (!edge.text)
        edge.text = std::make_shared<const TextRun>(edge.label, brush.style.chip, room);
    const QPointF centre = edge.route.pointAt(0.5);
    constexpr qreal height = 17;
    const QRectF pill(centre.x() - edge.text->width() / 2 - 7, centre.y() - height / 2, edge.text->width() + 14, height);
    brush.painter.setPen(QPen(edgeColor(brush, edge), 1));
    brush.painter.setBrush(brush.style.labelGround);
    brush.painter.drawRoundedRect(pill, height / 2, height / 2);
    brush.painter.setPen(brush.style.labelInk);
    edge.text->drawCentred(brush.painter, {centre.x(), centre.y() + 3.6});
}

} // namespace

QColor edgeColor(const Brush &brush, const EdgeItem &edge)
{
    const CanvasStyle &style = brush.style;
    if (edge.isSelected)
        return style.colors.accent;
    if (edge.isWrong)
        return style.colors.failed;
    if (edge.kind == EdgeKind::Wire) {
        const PersonaItem *persona = brush.list.persona(edge.from);
        return persona ? Theme::personaColor(persona->persona->id, persona->persona->color) : style.edge;
    }
    if (edge.kind == EdgeKind::Validates)
        return style.colors.accent;
    if (const CardItem *card = brush.list.card(edge.from))
        return card->state == TaskState::Complete ? style.edgeMet : style.edge;
    const GateItem *gate = brush.list.gate(edge.from);
    return gate && gate->state == GateState::Passed ? style.edgeMet : style.edge;
}

void paintEdge(const Brush &brush, const EdgeItem &edge)
{
    QPainter &painter = brush.painter;
    if (brush.detail == Detail::Titles) {
        QPen pen(edgeColor(brush, edge), 0);
        pen.setCosmetic(true);
        painter.setPen(pen);
        const auto points = edge.route.samples();
        painter.drawPolyline(points.data(), int(points.size()));
        return;
    }
    const QPen pen = penOf(brush, edge);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(edge.route.path());
    if (brush.detail != Detail::Full)
        return;
    constexpr qreal port = 4.5;
    switch (edge.kind) {
    case EdgeKind::Validates:
        paintArrow(brush, edge.route.to(), edge.route.pointAt(0.93), pen.color(), 9);
        paintShield(brush, edge.route.pointAt(0.5), pen.color());
        break;
    case EdgeKind::Output:
    case EdgeKind::Knowledge:
    case EdgeKind::Order:
    case EdgeKind::Follows:
        paintArrow(brush, edge.route.to() - QPointF(edge.kind == EdgeKind::Follows ? 0 : port, 0),
                   edge.route.to() - QPointF(20, 0), pen.color(), 7);
        break;
    case EdgeKind::Scope:
    case EdgeKind::Opens:
    case EdgeKind::Wire:
        break;
    }
    if (!edge.label.isEmpty())
        paintLabel(brush, edge);
}

} // namespace baton
