// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/painters.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace baton {

using namespace canvas;

namespace {

constexpr qreal radius = 12;
constexpr qreal ringRadius = 8;
constexpr qreal spendGap = 12; ///< Between what was spent and how much is done.

/// Longest first.
QStringList spendTexts(const Spend &spend)
{
    QStringList texts{spendText(spend)};
    if (spend.planned > 0)
        texts += u"%1 %"_s.arg(qRound64(100 * double(spend.used) / double(spend.planned)));
    return texts;
}

const LaneText &textOf(const Brush &brush, const LaneItem &lane)
{
    if (lane.text)
        return *lane.text;
    const CanvasStyle &style = brush.style;
    auto text = std::make_shared<LaneText>();
    const QString count = lane.isRunning ? u"%1/%2"_s.arg(lane.done()).arg(lane.all)
                                         : QString::number(lane.all);
    text->count = TextRun(count, style.label);
    const QString name = lane.phase->title.isEmpty() ? lane.phase->id : lane.phase->title;
    constexpr qreal titleLeft = 44;
    constexpr qreal foldSign = 30;
    const QString title = u"%1 · %2"_s.arg(lane.number).arg(name);
    qreal room = lane.rect.width() - titleLeft - text->count.width() - foldSign - 10;
    // What was spent stands there as far as it leaves room for the title.
    const qreal titleWidth = TextRun(title, style.laneTitle).width();
    for (const QString &spend : lane.spend.used > 0 ? spendTexts(lane.spend) : QStringList()) {
        const TextRun run(spend, style.label);
        if (titleWidth + spendGap + run.width() > room)
            continue;
        text->spend = run;
        room -= spendGap + run.width();
        break;
    }
    text->title = TextRun(title, style.laneTitle, room);
    const QString kind = nameOf(lane.phase->kind);
    const qreal kindRoom = room - text->title.width() - 8;
    // A phase called "Validation" need not say that it is one.
    const bool saysKind = lane.phase->kind != PhaseKind::Other && !name.contains(kind, Qt::CaseInsensitive);
    const TextRun kindText(kind, style.label);
    if (saysKind && kindText.width() <= kindRoom)
        text->kind = kindText;
    text->summary = TextRun(QCoreApplication::translate("PlanView", "Tasks folded away: %1").arg(lane.all),
                            style.label, lane.rect.width() - 2 * lanePadding);
    lane.text = text;
    return *lane.text;
}

const QColor &spendInk(const CanvasStyle &style, const LaneItem &lane)
{
    const auto [used, planned] = lane.spend;
    if (planned > 0 && used > planned)
        return style.headOver;
    return planned > 0 && lane.warnAt > 0 && double(used) >= lane.warnAt * double(planned) ? style.headWarn : style.headMute;
}

QPainterPath headPath(const QRectF &rect)
{
    QPainterPath path;
    path.moveTo(rect.left(), rect.top() + laneHead);
    path.lineTo(rect.left(), rect.top() + radius);
    path.quadTo(rect.topLeft(), rect.topLeft() + QPointF(radius, 0));
    path.lineTo(rect.right() - radius, rect.top());
    path.quadTo(rect.topRight(), rect.topRight() + QPointF(0, radius));
    path.lineTo(rect.right(), rect.top() + laneHead);
    path.closeSubpath();
    return path;
}

void paintRing(const Brush &brush, const LaneItem &lane, QPointF centre)
{
    QPainter &painter = brush.painter;
    const CanvasStyle &style = brush.style;
    const QRectF circle(centre - QPointF(ringRadius, ringRadius), QSizeF(2 * ringRadius, 2 * ringRadius));
    painter.setBrush(Qt::NoBrush);
    QColor track = style.headMute;
    track.setAlphaF(0.3f);
    painter.setPen(QPen(track, 2.6));
    painter.drawEllipse(circle);
    if (lane.all == 0 || lane.done() == 0)
        return;
    painter.setPen(QPen(style.colors.complete, 2.6, Qt::SolidLine, Qt::FlatCap));
    constexpr int turn = 360 * 16;
    painter.drawArc(circle, 90 * 16, -turn * lane.done() / lane.all);
}

/// How many tasks are in each state, as one bar.
void paintSummary(const Brush &brush, const LaneItem &lane)
{
    QPainter &painter = brush.painter;
    constexpr qreal height = 10;
    const QRectF bar(lane.rect.left() + lanePadding, lane.rect.top() + laneHead + 14,
                     lane.rect.width() - 2 * lanePadding, height);
    painter.setPen(Qt::NoPen);
    painter.fillRect(bar, brush.style.colors.dots);
    qreal x = bar.left();
    for (size_t state = 0; lane.isRunning && state < lane.inState.size(); ++state) {
        const qreal width = bar.width() * lane.inState[state] / std::max(1, lane.all);
        painter.fillRect(QRectF(x, bar.top(), width, height), brush.style.colorOf(TaskState(state)));
        x += width;
    }
    painter.setPen(brush.style.laneMute);
    textOf(brush, lane).summary.draw(painter, {bar.left(), bar.bottom() + 20});
}

} // namespace

void paintLane(const Brush &brush, const LaneItem &lane)
{
    QPainter &painter = brush.painter;
    const CanvasStyle &style = brush.style;
    const QRectF &rect = lane.rect;
    if (brush.detail <= Detail::Titles) {
        painter.fillRect(rect, style.colors.lane);
        painter.fillRect(QRectF(rect.topLeft(), QSizeF(rect.width(), laneHead)), style.colors.laneHead);
    } else {
        painter.setPen(lane.isSelected ? QPen(style.colors.accent, 2) : QPen(style.laneLine, 1));
        painter.setBrush(style.colors.lane);
        painter.drawRoundedRect(rect, radius, radius);
        painter.setPen(Qt::NoPen);
        painter.fillPath(headPath(rect.adjusted(0.5, 0.5, -0.5, 0)), style.colors.laneHead);
    }
    if (brush.detail == Detail::Blocks)
        return;
    const LaneText &text = textOf(brush, lane);
    const qreal baseline = rect.top() + laneHead / 2 + 4.5;
    painter.setPen(style.headInk);
    if (brush.detail == Detail::Titles) {
        // Twice as large, so that it can still be read.
        painter.save();
        painter.translate(rect.left() + lanePadding, rect.top() + laneHead - 10);
        painter.scale(2, 2);
        text.title.drawWithin(painter, {}, (rect.width() - 2 * lanePadding) / 2);
        painter.restore();
        return;
    }
    paintRing(brush, lane, {rect.left() + 24, rect.top() + laneHead / 2});
    painter.setPen(style.headInk);
    text.title.draw(painter, {rect.left() + 44, baseline});
    painter.setPen(style.headMute);
    if (!text.kind.isEmpty())
        text.kind.draw(painter, {rect.left() + 44 + text.title.width() + 8, baseline});
    const qreal count = rect.right() - 32 - text.count.width();
    text.count.draw(painter, {count, baseline});
    if (!text.spend.isEmpty()) {
        painter.setPen(spendInk(style, lane));
        text.spend.draw(painter, {count - spendGap - text.spend.width(), baseline});
    }
    const QPointF sign(rect.right() - 18, rect.top() + laneHead / 2);
    const std::array chevron = lane.isFolded
                                   ? std::array{sign + QPointF(-2, -4), sign + QPointF(2, 0), sign + QPointF(-2, 4)}
                                   : std::array{sign + QPointF(-4, -2), sign + QPointF(0, 2), sign + QPointF(4, -2)};
    painter.setPen(QPen(style.headMute, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(chevron.data(), int(chevron.size()));
    if (lane.isFolded)
        paintSummary(brush, lane);
    paintBadge(brush, lane);
}

} // namespace baton
