// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/tokenchart.h"

#include "views/panels/chips.h"
#include "views/panels/inspector/fieldtext.h"
#include "views/panels/runfacts.h"
#include "views/panels/timeaxis.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// 1, 2 or 5 times a power of ten, at least \a atLeast.
qint64 roundStep(double atLeast)
{
    const double power = std::pow(10.0, std::floor(std::log10(qMax(1.0, atLeast))));
    for (double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= atLeast)
            return qint64(factor * power);
    }
    return qint64(10 * power);
}

} // namespace

TokenChart::TokenChart(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"tokenChart"_s);
    setAccessibleName(tr("Tokens over time"));
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TokenChart::setFigures(const Figures &figures)
{
    m_figures = figures;
    if (m_figures.points.isEmpty())
        m_figures.points.append({figures.start, 0, 0});
    const TokenSeries::Point &last = m_figures.points.last();
    const qint64 spent = qMax(last.used, last.planned);
    m_lowest = figures.limit > 0 ? qMin<qint64>(0, figures.limit - spent) : 0;
    m_highest = figures.limit > 0 ? figures.limit : qMax<qint64>(1, spent);
    setAccessibleDescription(tipAt(int(plot().right())));
    update();
}

const TokenSeries::Point &TokenChart::pointAt(qint64 time) const
{
    const auto after = std::upper_bound(m_figures.points.cbegin(), m_figures.points.cend(), time,
                                        [](qint64 wanted, const TokenSeries::Point &point) { return wanted < point.time; });
    return after == m_figures.points.cbegin() ? *after : *(after - 1);
}

qint64 TokenChart::valueAt(qint64 time) const
{
    return m_figures.points.isEmpty() ? 0 : shown(pointAt(time).used);
}

QRectF TokenChart::plot() const
{
    const int line = fontMetrics().height();
    const int labels = fontMetrics().horizontalAdvance(u"000.0 k"_s) + 16;
    return QRectF(rect()).adjusted(labels, line + 12, -16, -line - 8);
}

qreal TokenChart::xOf(qint64 time) const
{
    const QRectF area = plot();
    const double span = double(qMax<qint64>(1, m_figures.end - m_figures.start));
    return area.left() + double(time - m_figures.start) / span * area.width();
}

qreal TokenChart::yOf(qint64 value) const
{
    const QRectF area = plot();
    const double span = double(qMax<qint64>(1, m_highest - m_lowest));
    return area.bottom() - double(value - m_lowest) / span * area.height();
}

void TokenChart::paintGrid(QPainter &painter) const
{
    const Palette &colors = m_theme.palette();
    const QRectF area = plot();
    const int line = fontMetrics().height();
    const qint64 step = roundStep(double(m_highest - m_lowest) / qMax(1.0, area.height() / (line * 2.2)));
    for (qint64 value = (m_lowest / step) * step; value <= m_highest; value += step) {
        const qreal y = std::floor(yOf(value)) + 0.5;
        if (y > area.bottom() + 1)
            continue;
        painter.setPen(colors.line);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colors.mute);
        const QString text = value < 0 ? u"−"_s + FieldText::shortened(-value) : FieldText::shortened(value);
        painter.drawText(QRectF(0, y - line, area.left() - 8, 2 * line), Qt::AlignRight | Qt::AlignVCenter, text);
    }
    const qint64 span = qMax<qint64>(1, m_figures.end - m_figures.start);
    const int wide = fontMetrics().horizontalAdvance(u"000.0 min"_s) + 24;
    const qint64 timeStep = TimeAxis::roundTime(qint64(double(span) / qMax(1.0, area.width() / wide)));
    for (qint64 time = 0; time <= span; time += timeStep) {
        const qreal x = xOf(m_figures.start + time);
        painter.drawText(QRectF(x - wide / 2.0, area.bottom() + 4, wide, line), Qt::AlignCenter, TimeAxis::text(time, timeStep));
    }
}

void TokenChart::paintLimits(QPainter &painter) const
{
    if (m_figures.limit <= 0)
        return;
    const QRectF area = plot();
    const auto mark = [&](qint64 value, const QColor &color, const QColor &ink, const QString &text, Qt::Alignment side) {
        const qreal y = std::floor(yOf(value)) + 0.5;
        painter.setPen(QPen(color, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(ink);
        painter.drawText(QRectF(area.left() + 6, y - fontMetrics().height() - 1, area.width() - 12, fontMetrics().height()),
                         side | Qt::AlignBottom, text);
    };
    Qt::Alignment side = Qt::AlignLeft;
    if (m_figures.warnAt > 0 && m_figures.warnAt < 1) {
        const qint64 warning = qint64(double(m_figures.limit) * (1 - m_figures.warnAt));
        mark(warning, m_theme.stateColor(TaskState::Blocked), m_theme.stateInk(TaskState::Blocked),
             tr("warning at %1 %").arg(qRound(m_figures.warnAt * 100)), side);
        if (yOf(0) - yOf(warning) < fontMetrics().height() + 2)
            side = Qt::AlignRight; // One above the other they would cover each other.
    }
    mark(0, m_theme.stateColor(TaskState::Failed), m_theme.stateInk(TaskState::Failed),
         m_figures.stops ? tr("the run stops") : tr("budget spent"), side);
}

/// In steps: tokens are told when they are spent. Not more corners than pixels.
void TokenChart::paintLine(QPainter &painter, qint64 TokenSeries::Point::*value, const QPen &pen, bool filled) const
{
    const QRectF area = plot();
    QPainterPath path(QPointF(area.left(), yOf(shown(0))));
    qreal y = yOf(shown(0));
    qreal drawn = area.left();
    for (const TokenSeries::Point &point : m_figures.points) {
        const qreal x = qBound(area.left(), xOf(point.time), area.right());
        const qreal next = yOf(shown(point.*value));
        if (x - drawn >= 0.7 || &point == &m_figures.points.last()) {
            path.lineTo(x, y);
            path.lineTo(x, next);
            drawn = x;
        }
        y = next;
    }
    path.lineTo(area.right(), y);
    painter.setBrush(Qt::NoBrush);
    if (filled) {
        QPainterPath ground = path;
        ground.lineTo(area.right(), yOf(qMax<qint64>(0, m_lowest)));
        ground.lineTo(area.left(), yOf(qMax<qint64>(0, m_lowest)));
        QColor tint = pen.color();
        tint.setAlphaF(0.10f);
        painter.fillPath(ground, tint);
    }
    painter.setPen(pen);
    painter.drawPath(path);
}

void TokenChart::paintLegend(QPainter &painter) const
{
    const Palette &colors = m_theme.palette();
    const QRectF area = plot();
    const int line = fontMetrics().height();
    qreal right = area.right();
    const auto entry = [&](const QString &text, const QPen &pen) {
        const int wide = fontMetrics().horizontalAdvance(text);
        painter.setPen(colors.mute);
        painter.drawText(QRectF(right - wide, 5, wide + 2, line), Qt::AlignLeft | Qt::AlignVCenter, text);
        painter.setPen(pen);
        painter.drawLine(QPointF(right - wide - 24, 5 + line / 2.0), QPointF(right - wide - 6, 5 + line / 2.0));
        right -= wide + 40;
    };
    entry(m_figures.limit > 0 ? tr("budgeted for what is done") : tr("budgeted"), QPen(colors.mute, 1.5, Qt::DashLine));
    entry(m_figures.limit > 0 ? tr("left") : tr("spent"), QPen(colors.accent, 2));
    painter.setPen(colors.ink);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    const qreal room = right - 16;
    painter.drawText(QRectF(12, 5, qMax(0.0, room), line), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(m_figures.title, Qt::ElideRight, int(room)));
    painter.setFont(font());
}

void TokenChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.palette().panel);
    const QRectF area = plot();
    if (m_figures.points.isEmpty() || area.width() < 20 || area.height() < 20)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter);
    const QPen planned(m_theme.palette().mute, 1.5, Qt::DashLine);
    const QPen actual(m_theme.palette().accent, 2);
    const qreal now = qBound(area.left(), xOf(m_figures.now), area.right());
    const auto lines = [&](const QRectF &clip, qreal opacity) {
        painter.save();
        painter.setClipRect(clip);
        painter.setOpacity(opacity);
        paintLine(painter, &TokenSeries::Point::planned, planned, false);
        paintLine(painter, &TokenSeries::Point::used, actual, true);
        painter.restore();
    };
    lines(QRectF(0, 0, now, height()), 1);
    if (m_figures.now < m_figures.end) {
        lines(QRectF(now, 0, width() - now, height()), 0.28);
        painter.setPen(QPen(m_theme.palette().accent, 1));
        painter.drawLine(QPointF(std::floor(now) + 0.5, area.top()), QPointF(std::floor(now) + 0.5, area.bottom()));
    }
    paintLimits(painter);
    paintLegend(painter);
}

QString TokenChart::tipAt(int x) const
{
    if (m_figures.points.isEmpty())
        return {};
    const QRectF area = plot();
    const double share = area.width() > 0 ? qBound(0.0, (x - area.left()) / area.width(), 1.0) : 1.0;
    const qint64 time = m_figures.start + qint64(share * double(m_figures.end - m_figures.start));
    const TokenSeries::Point &point = pointAt(time);
    QString tip = tr("After %1: %2 spent").arg(RunFacts::durationText(time - m_figures.start), FieldText::shortened(point.used));
    if (m_figures.limit > 0)
        tip += u'\n' + tr("%1 of %2 left").arg(FieldText::shortened(qMax<qint64>(0, m_figures.limit - point.used)),
                                               FieldText::shortened(m_figures.limit));
    if (point.planned > 0)
        tip += u'\n' + tr("%1 budgeted for what is done").arg(FieldText::shortened(point.planned));
    return tip;
}

bool TokenChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainTip(tipAt(help->pos().x())), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace baton
