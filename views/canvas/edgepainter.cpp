// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/painters.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

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

/// As many pieces as make a bend look round on the screen.
int bendsOf(const Brush &brush, const EdgeRoute &route)
{
    constexpr qreal piece = 11; // Pixels.
    const QRectF bounds = route.bounds();
    return std::clamp(int((bounds.width() + bounds.height()) * brush.scale / piece), 6, 40);
}

/// The parts of a flattened edge that can be seen, as lines or as lines. A dashed path of Qt's costs as much as it is
/// long, however little of it is in sight.
void paintFlat(const Brush &brush, const EdgeItem &edge, QPen pen, int perBend)
{
    static thread_local std::vector<QPointF> points;
    static thread_local std::vector<QLineF> lines;
    edge.route.flatten(perBend, points);
    const qreal margin = pen.widthF() / 2 + 1 / brush.scale;
    const QRectF seen = brush.clip.adjusted(-margin, -margin, margin, margin);
    const auto isSeen = [&](size_t i) {
        return std::max(points[i].x(), points[i + 1].x()) >= seen.left() &&
               std::min(points[i].x(), points[i + 1].x()) <= seen.right() &&
               std::max(points[i].y(), points[i + 1].y()) >= seen.top() &&
               std::min(points[i].y(), points[i + 1].y()) <= seen.bottom();
    };
    QPainter &painter = brush.painter;
    lines.clear();
    if (pen.style() == Qt::SolidLine) {
        for (size_t i = 0; i + 1 < points.size(); ++i) {
            if (isSeen(i))
                lines.emplace_back(points[i], points[i + 1]);
        }
        // Square ends close the joints; a polyline's real ones cost several times as much.
        pen.setCapStyle(Qt::SquareCap);
        painter.setPen(pen);
        painter.drawLines(lines.data(), int(lines.size()));
        return;
    }
    const qreal on = pen.dashPattern().at(0) * pen.widthF();
    const qreal period = on + pen.dashPattern().at(1) * pen.widthF();
    qreal begin = 0; // Along the edge.
    for (size_t i = 0; i + 1 < points.size(); ++i) {
        const QLineF piece(points[i], points[i + 1]);
        const qreal length = piece.length();
        if (length > 0 && isSeen(i)) {
            for (qreal dash = std::floor(begin / period) * period; dash < begin + length; dash += period) {
                const qreal from = std::max(0.0, dash - begin);
                const qreal to = std::min(length, dash + on - begin);
                if (from < to)
                    lines.emplace_back(piece.pointAt(from / length), piece.pointAt(to / length));
            }
        }
        begin += length;
    }
    pen.setStyle(Qt::SolidLine);
    painter.setPen(pen);
    painter.drawLines(lines.data(), int(lines.size()));
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

} // namespace

bool isFocused(const Brush &brush, const EdgeItem &edge)
{
    const PlanItem *from = brush.list.item(edge.from);
    const PlanItem *to = brush.list.item(edge.to);
    return edge.isSelected || (from && from->isSelected) || (to && to->isSelected);
}

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
        return isFocused(brush, edge) ? style.colors.accent : style.validation;
    if (const CardItem *card = brush.list.card(edge.from))
        return card->state == TaskState::Complete ? style.edgeMet : style.edge;
    const GateItem *gate = brush.list.gate(edge.from);
    return gate && gate->state == GateState::Passed ? style.edgeMet : style.edge;
}

void paintEdge(const Brush &brush, const EdgeItem &edge)
{
    QPainter &painter = brush.painter;
    if (brush.detail == Detail::Titles)
        return paintFlat(brush, edge, QPen(edgeColor(brush, edge), 0), 4);
    const QPen pen = penOf(brush, edge);
    if (brush.isVector) {
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(edge.route.path());
    } else {
        paintFlat(brush, edge, pen, bendsOf(brush, edge.route));
    }
    constexpr qreal sign = 0.85; // Of a node's.
    if (edge.problem != Severity::Off)
        paintBadge(brush, badgePlace(edge), edge.problem, sign);
    if (brush.detail != Detail::Full)
        return;
    constexpr qreal port = 4.5;
    constexpr qreal arrow = 10;
    const auto isSeen = [&](QPointF place, qreal reach) {
        return brush.clip.adjusted(-reach, -reach, reach, reach).contains(place);
    };
    const bool showsEnd = isSeen(edge.route.to(), port + arrow);
    switch (edge.kind) {
    case EdgeKind::Validates:
        if (showsEnd)
            paintArrow(brush, edge.route.to(), edge.route.pointAt(0.93), pen.color(), 9);
        // Where it leaves: one shield for all that a task validates.
        if (isSeen(edge.route.from(), 2 * arrow))
            paintShield(brush, edge.route.from() - QPointF(edge.route.leavesLeft() ? 10 : -10, 0), pen.color());
        break;
    case EdgeKind::Output:
    case EdgeKind::Knowledge:
    case EdgeKind::Order:
    case EdgeKind::Follows:
        if (showsEnd)
            paintArrow(brush, edge.route.to() - QPointF(edge.kind == EdgeKind::Follows ? 0 : port, 0),
                       edge.route.to() - QPointF(20, 0), pen.color(), 7);
        break;
    case EdgeKind::Scope:
    case EdgeKind::Opens:
    case EdgeKind::Wire:
        break;
    }
}

/// The outcomes that lead to a card, as little tabs on its upper rim.
void paintOutcomes(const Brush &brush, const CardItem &card)
{
    constexpr qreal height = 17;
    constexpr qreal padding = 7;
    qreal x = card.rect.left() + 14;
    for (quint32 index : brush.list.edgesOf(card.key)) {
        const EdgeItem &edge = brush.list.edges()[index];
        if (edge.label.isEmpty() || edge.to != card.key)
            continue;
        if (!edge.text)
            edge.text = std::make_shared<const TextRun>(edge.label, brush.style.chip, card.rect.width() - 60);
        const QRectF tab(x, card.rect.top() - height / 2, edge.text->width() + 2 * padding, height);
        if (tab.right() > card.rect.right() - 10)
            return;
        brush.painter.setPen(QPen(edgeColor(brush, edge), 1));
        brush.painter.setBrush(brush.style.labelGround);
        brush.painter.drawRoundedRect(tab, height / 2, height / 2);
        brush.painter.setPen(brush.style.labelInk);
        edge.text->draw(brush.painter, {tab.left() + padding, tab.top() + 12.2});
        x = tab.right() + 4;
    }
}

} // namespace baton
