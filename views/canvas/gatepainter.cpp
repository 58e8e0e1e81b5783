// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/painters.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace baton {

using namespace canvas;

namespace {

constexpr qreal diamond = 13; ///< Half of its diagonal.

const GateText &textOf(const Brush &brush, const GateItem &gate)
{
    if (gate.text)
        return *gate.text;
    auto text = std::make_shared<GateText>();
    constexpr qreal besideDiamond = 2 * diamond + 12 + 2 * 16;
    const qreal room = gate.isSyncPoint ? 160 : gate.rect.height() - besideDiamond;
    text->title = TextRun(gate.gate->displayTitle(), brush.style.gateTitle, std::max(24.0, room));
    constexpr qreal criterionRoom = 230;
    for (const CriterionResult &result : gate.criteria) {
        const QString line = result.saw.isEmpty() ? result.criterion : result.criterion + u": "_s + result.saw;
        text->criteria.append(TextRun(line, brush.style.label, criterionRoom));
    }
    gate.text = text;
    return *gate.text;
}

void paintSign(const Brush &brush, std::optional<GateState> state, QPointF centre, qreal size)
{
    QPainter &painter = brush.painter;
    const QColor &color = brush.style.gateMark;
    painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(color);
    if (!state || state == GateState::Closed) {
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(centre, size * 0.22, size * 0.22);
        return;
    }
    switch (*state) {
    case GateState::Checking:
        painter.setPen(Qt::NoPen);
        for (int i = -1; i <= 1; ++i)
            painter.drawEllipse(centre + QPointF(i * size * 0.42, 0), size * 0.13, size * 0.13);
        break;
    case GateState::Passed:
        paintStateSign(painter, TaskState::Complete, centre, size, color);
        break;
    case GateState::Failed:
        paintStateSign(painter, TaskState::Failed, centre, size, color);
        break;
    case GateState::Skipped:
        paintStateSign(painter, TaskState::Skipped, centre, size, color);
        break;
    case GateState::Closed:
        break;
    }
}

void paintDiamond(const Brush &brush, const GateItem &gate, QPointF centre, qreal half)
{
    QPainter &painter = brush.painter;
    const QColor color = brush.style.colorOf(gate.state.value_or(GateState::Closed));
    // Rounded corners come from a thick pen of the same colour.
    painter.setPen(QPen(color, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(color);
    const qreal h = half - 1.5;
    const std::array corners{centre + QPointF(0, -h), centre + QPointF(h, 0), centre + QPointF(0, h),
                             centre + QPointF(-h, 0)};
    painter.drawPolygon(corners.data(), int(corners.size()));
    paintSign(brush, gate.state, centre, half * 0.72);
}

void paintCapsule(const Brush &brush, const GateItem &gate)
{
    QPainter &painter = brush.painter;
    const CanvasStyle &style = brush.style;
    const GateState state = gate.state.value_or(GateState::Closed);
    const QRectF &rect = gate.rect;
    const TextRun &title = textOf(brush, gate).title;
    // In the middle, or higher where the name would not fit below it.
    QPointF centre = rect.center();
    centre.setY(std::min(centre.y(), rect.bottom() - 16 - title.width() - 12 - diamond));
    const QColor line = gate.isSelected ? style.colors.accent : style.colorOf(state);
    painter.setPen(QPen(line, gate.isSelected ? 2.4 : 1.5));
    painter.setBrush(style.colors.card);
    painter.drawRoundedRect(rect, gateWidth / 2, gateWidth / 2);
    paintDiamond(brush, gate, centre, diamond);
    if (brush.detail == Detail::Titles)
        return;
    painter.save();
    painter.translate(centre.x(), centre.y() + diamond + 12);
    painter.rotate(90);
    painter.setPen(style.inkOf(state));
    title.draw(painter, {0, 4.5});
    painter.restore();
}

void paintSyncPoint(const Brush &brush, const GateItem &gate)
{
    QPainter &painter = brush.painter;
    const CanvasStyle &style = brush.style;
    const QPointF centre = gate.rect.center();
    const qreal half = gate.rect.width() / 2;
    if (gate.isSelected) {
        painter.setPen(QPen(style.colors.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        const qreal h = half + 3;
        const std::array around{centre + QPointF(0, -h), centre + QPointF(h, 0), centre + QPointF(0, h),
                                centre + QPointF(-h, 0)};
        painter.drawPolygon(around.data(), int(around.size()));
    }
    paintDiamond(brush, gate, centre, half);
    if (brush.detail == Detail::Titles)
        return;
    painter.setPen(gate.lane >= 0 ? style.laneInk : style.groundInk);
    textOf(brush, gate).title.drawCentred(painter, {centre.x(), gate.rect.bottom() + 14});
    paintPort(brush, {gate.rect.left(), centre.y()}, style.edge);
    paintPort(brush, {gate.rect.right(), centre.y()}, style.edge);
}

} // namespace

void paintGate(const Brush &brush, const GateItem &gate)
{
    if (brush.detail == Detail::Blocks) {
        const qreal inset = gate.isSyncPoint ? gate.rect.width() / 4 : 0;
        const QColor color = brush.style.colorOf(gate.state.value_or(GateState::Closed));
        brush.painter.fillRect(gate.rect.adjusted(inset, inset, -inset, -inset),
                               gate.isSelected ? brush.style.colors.accent : color);
        return;
    }
    if (gate.isSyncPoint)
        paintSyncPoint(brush, gate);
    else
        paintCapsule(brush, gate);
    if (brush.detail > Detail::Titles)
        paintBadge(brush, gate);
}

void paintCriteria(const Brush &brush, const GateItem &gate)
{
    if (!gate.showsCriteria() || brush.detail <= Detail::Titles)
        return;
    QPainter &painter = brush.painter;
    const CanvasStyle &style = brush.style;
    constexpr qreal lineHeight = 19;
    constexpr qreal padding = 10;
    constexpr qreal signRoom = 18;
    const QList<TextRun> &lines = textOf(brush, gate).criteria;
    qreal width = 0;
    for (const TextRun &line : lines)
        width = std::max(width, line.width());
    const QSizeF size(width + 2 * padding + signRoom, qreal(lines.size()) * lineHeight + padding);
    const qreal above = gate.isSyncPoint ? 12 : laneHead + 14;
    const QRectF box(QPointF(gate.rect.center().x() - size.width() / 2, gate.rect.top() - above - size.height()), size);
    painter.setPen(QPen(style.colorOf(*gate.state), 1.2));
    painter.drawLine(QPointF(gate.rect.center().x(), box.bottom()), QPointF(gate.rect.center().x(), gate.rect.top()));
    painter.setBrush(style.colors.card);
    painter.drawRoundedRect(box, 7, 7);
    qreal y = box.top() + padding / 2;
    for (qsizetype i = 0; i < lines.size(); ++i, y += lineHeight) {
        const bool holds = gate.criteria.at(i).holds;
        const TaskState sign = holds                                ? TaskState::Complete
                               : gate.state == GateState::Failed ? TaskState::Failed
                                                                    : TaskState::Pending;
        paintStateSign(painter, sign, {box.left() + padding + 4, y + lineHeight / 2}, 9, style.inkOf(sign));
        painter.setPen(style.colors.ink);
        lines.at(i).draw(painter, {box.left() + padding + signRoom, y + 13.5});
    }
}

} // namespace baton
