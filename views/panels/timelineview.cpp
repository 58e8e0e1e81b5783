// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/timelineview.h"

#include "model/plan/plansummary.h"
#include "model/run/runrecord.h"
#include "views/panels/chips.h"
#include "views/panels/runfacts.h"
#include "views/panels/timeaxis.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qreal barInset = 4;
constexpr qreal gateWidth = 11; ///< A check takes no time, yet it must be seen.
constexpr int handleRadius = 6;

} // namespace

TimelineView::TimelineView(Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline of the run"));
    viewport()->setMouseTracking(true);
    m_seekTimer.setSingleShot(true);
    connect(&m_seekTimer, &QTimer::timeout, this, [this] {
        if (m_record && m_wantedSeq >= 0)
            m_record->seek(std::exchange(m_wantedSeq, -1));
    });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void TimelineView::setRecord(RunRecord *record)
{
    m_record = record;
    m_timeline.clear();
    m_taken = 0;
    m_row = -1;
    m_wantedSeq = -1;
    m_fitted = true;
    m_span = 0;
    m_runTime = 0;
    findCriticalPath();
    catchUp();
    followCursor();
}

void TimelineView::setCalibration(const Calibration &calibration)
{
    m_calibration = calibration;
    findCriticalPath();
    viewport()->update();
}

void TimelineView::findCriticalPath()
{
    m_critical.clear();
    if (!m_record)
        return;
    const Contents &contents = m_record->plan().contents;
    for (NodeKey key : summarize(contents, m_calibration).criticalPath.tasks)
        m_critical.insert(contents.idOf(key));
}

void TimelineView::catchUp()
{
    const qsizetype rows = m_timeline.rows().size();
    if (m_record) {
        const QList<Event> &events = m_record->events();
        for (; m_taken < events.size(); ++m_taken)
            m_timeline.take(events.at(m_taken));
    }
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    updateScale();
    if (atEnd && m_timeline.rows().size() > rows && m_record && m_record->isLive())
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    viewport()->update();
}

void TimelineView::followCursor()
{
    const QString place =
        m_record ? tr("Event %1 of %2").arg(m_record->cursor()).arg(m_record->last()) : QString();
    setAccessibleDescription(place);
    viewport()->update();
}

int TimelineView::rowHeight() const
{
    return fontMetrics().height() + 8;
}

/// At least so many pixels, and a row that is whole at the top.
int TimelineView::wholeRows(int pixels) const
{
    return (pixels + rowHeight() - 1) / rowHeight() * rowHeight();
}

int TimelineView::axisHeight() const
{
    return fontMetrics().height() + 12;
}

int TimelineView::labelWidth() const
{
    return qBound(80, viewport()->width() / 6, 190);
}

void TimelineView::updateScale()
{
    const qint64 duration = qMax(qint64(1), lastTime() - m_timeline.start());
    if (m_fitted) {
        // Headroom, and in steps: a live run must not move its axis with each event.
        if (duration > m_span || m_span > duration * 4)
            m_span = TimeAxis::roundTime(duration + duration / 8);
        m_pixelsPerMs = double(qMax(50, viewport()->width() - labelWidth() - 24)) / double(m_span);
    }
    updateBars();
}

void TimelineView::updateBars()
{
    const qint64 duration = qMax(m_span, lastTime() - m_timeline.start());
    const double width = double(duration) * m_pixelsPerMs + labelWidth() + 24;
    horizontalScrollBar()->setRange(0, m_fitted ? 0 : qMax(0, int(qMin(width, 1e9)) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(40);
    const int below = int(m_timeline.rows().size()) * rowHeight() + axisHeight() - viewport()->height();
    verticalScrollBar()->setRange(0, wholeRows(qMax(0, below)));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
}

qreal TimelineView::xOf(qint64 time) const
{
    return labelWidth() + double(time - m_timeline.start()) * m_pixelsPerMs - horizontalScrollBar()->value();
}

qint64 TimelineView::timeAt(qreal x) const
{
    return m_timeline.start() +
           qint64((x - labelWidth() + horizontalScrollBar()->value()) / m_pixelsPerMs + 0.5);
}

int TimelineView::rowAt(int y) const
{
    if (y < axisHeight())
        return -1;
    const int row = (y - axisHeight() + verticalScrollBar()->value()) / rowHeight();
    return row < m_timeline.rows().size() ? row : -1;
}

qint64 TimelineView::cursorTime() const
{
    if (!m_record || m_record->cursor() == 0)
        return m_timeline.start();
    return m_record->isLive() ? qMax(m_record->state().now, m_runTime) : m_record->state().now;
}

/// Up to where bars that last go on.
qint64 TimelineView::lastTime() const
{
    return qMax(m_timeline.end(), m_runTime);
}

void TimelineView::setRunTime(qint64 time)
{
    m_runTime = time;
    updateScale();
    viewport()->update();
}

int TimelineView::xOfCursor() const
{
    return qRound(xOf(cursorTime()));
}

QString TimelineView::titleOf(const QString &id) const
{
    return m_record ? RunFacts::titleOf(planOf(m_record->plan(), m_record->state()), id) : id;
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.palette().panel);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_record || m_timeline.rows().isEmpty()) {
        painter.setPen(m_theme.palette().mute);
        painter.drawText(viewport()->rect(), Qt::AlignCenter,
                         m_record ? tr("Nothing has started yet.")
                                  : tr("No run yet. Press Run to see it here."));
        return;
    }
    paintAxis(painter);
    const int first = verticalScrollBar()->value() / rowHeight();
    const int shown = viewport()->height() / rowHeight() + 2;
    painter.save();
    painter.setClipRect(QRect(0, axisHeight(), viewport()->width(), viewport()->height()));
    for (int row = first; row < qMin(first + shown, int(m_timeline.rows().size())); ++row)
        paintRow(painter, row);
    painter.restore();
    paintScrubber(painter);
}

void TimelineView::paintAxis(QPainter &painter) const
{
    const Palette &colors = m_theme.palette();
    const int textWidth = fontMetrics().horizontalAdvance(u"000.0 min"_s) + 24;
    const qint64 step = TimeAxis::roundTime(qint64(textWidth / m_pixelsPerMs));
    const qint64 from = qMax(qint64(0), (timeAt(labelWidth()) - m_timeline.start()) / step * step);
    for (qint64 time = from;; time += step) {
        const qreal x = xOf(m_timeline.start() + time);
        if (x > viewport()->width())
            break;
        if (x < labelWidth() - 1)
            continue;
        painter.setPen(colors.line);
        painter.drawLine(QPointF(std::floor(x) + 0.5, axisHeight()),
                         QPointF(std::floor(x) + 0.5, viewport()->height()));
        painter.setPen(colors.mute);
        painter.drawText(QRectF(x - textWidth / 2.0, 2, textWidth, axisHeight() - 4), Qt::AlignCenter,
                         TimeAxis::text(time, step));
    }
}

void TimelineView::paintRow(QPainter &painter, int row) const
{
    const Palette &colors = m_theme.palette();
    const Timeline::Row &shown = m_timeline.rows().at(row);
    const qreal y = axisHeight() + row * rowHeight() - verticalScrollBar()->value();
    if (row == m_row) {
        QColor ground = colors.accent;
        ground.setAlphaF(0.10f);
        painter.fillRect(QRectF(0, y, viewport()->width(), rowHeight()), ground);
    }
    painter.save();
    painter.setClipRect(QRectF(labelWidth(), axisHeight(), viewport()->width(), viewport()->height()));
    const qreal now = xOf(cursorTime());
    for (const Timeline::Bar &bar : shown.bars) {
        const qreal left = xOf(bar.start);
        qreal right = xOf(bar.end ? bar.end : lastTime());
        right = qMax(right, left + (shown.isGate ? gateWidth : 3));
        if (right < labelWidth() || left > viewport()->width())
            continue;
        // The far ends are cut: a bar of a million pixels is not what a painter is made for.
        const QRectF where(QPointF(qMax(left, -50.0), y + barInset),
                           QPointF(qMin(right, viewport()->width() + 50.0), y + rowHeight() - barInset));
        painter.save();
        if (now < right && !(m_record && m_record->isLive())) {
            // What comes after the cursor is pale: it has not happened yet.
            painter.setOpacity(0.28);
            paintBar(painter, shown, bar, where);
            painter.setOpacity(1);
            painter.setClipRect(QRectF(labelWidth(), y, qMax(0.0, now - labelWidth()), rowHeight()),
                                Qt::IntersectClip);
        }
        if (now > left || (m_record && m_record->isLive()) || bar.start == cursorTime())
            paintBar(painter, shown, bar, where);
        painter.restore();
    }
    if (m_critical.contains(shown.id) && !shown.bars.isEmpty()) {
        const qreal end = xOf(shown.bars.last().end ? shown.bars.last().end : lastTime());
        const QRectF line(xOf(shown.bars.first().start), y + rowHeight() - barInset + 1, 0, 1.5);
        painter.fillRect(line.adjusted(0, 0, end - line.left(), 0), colors.ink);
    }
    painter.restore();
    painter.setPen(colors.ink);
    const QRectF label(12, y, labelWidth() - 20, rowHeight());
    painter.drawText(label, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(titleOf(shown.id), Qt::ElideRight, int(label.width())));
}

void TimelineView::paintBar(QPainter &painter, const Timeline::Row &row, const Timeline::Bar &bar,
                            const QRectF &where) const
{
    // A bar under the cursor shows what the task is at that time, not what becomes of it.
    TaskState state = bar.state;
    const qint64 now = cursorTime();
    if (!row.isGate && bar.state != TaskState::Blocked && bar.end > now && bar.start <= now)
        state = TaskState::Active;
    const QColor color = m_theme.stateColor(state);
    painter.setPen(Qt::NoPen);
    const bool hatched = state == TaskState::Skipped || state == TaskState::Cancelled;
    painter.setBrush(color);
    painter.drawRoundedRect(where, 3, 3);
    if (hatched) {
        painter.setBrush(QBrush(m_theme.palette().panel, Qt::BDiagPattern));
        painter.drawRoundedRect(where, 3, 3);
    }
    if (state == TaskState::Failed && where.width() > 14) { // Not by colour alone.
        painter.setPen(QPen(Theme::inkOn(color), 1.6));
        const QPointF middle(where.right() - 8, where.center().y());
        painter.drawLine(middle - QPointF(3, 3), middle + QPointF(3, 3));
        painter.drawLine(middle - QPointF(3, -3), middle + QPointF(3, -3));
    }
}

void TimelineView::paintScrubber(QPainter &painter) const
{
    const int x = xOfCursor();
    if (x < labelWidth() - handleRadius || x > viewport()->width() + handleRadius)
        return;
    const QColor accent = m_theme.palette().accent;
    painter.setPen(QPen(accent, 2));
    painter.drawLine(x, axisHeight() - 4, x, viewport()->height());
    painter.setBrush(accent);
    painter.setPen(hasFocus() ? QPen(m_theme.palette().ink, 1.5) : QPen(Qt::NoPen));
    painter.drawEllipse(QPoint(x, axisHeight() - 4), handleRadius, handleRadius);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScale();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateScale();
}

void TimelineView::seekTo(int x)
{
    if (!m_record || m_record->events().isEmpty())
        return;
    const QList<Event> &events = m_record->events();
    const qint64 time = timeAt(x);
    const auto after =
        std::upper_bound(events.begin(), events.end(), time,
                         [](qint64 wanted, const Event &event) { return wanted < event.time; });
    seekSoon(after == events.begin() ? 0 : (after - 1)->seq);
}

void TimelineView::seekSoon(qint64 seq)
{
    m_wantedSeq = qBound(qint64(0), seq, m_record->last());
    if (!m_seekTimer.isActive())
        m_seekTimer.start(0);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_record)
        return;
    const QPoint position = event->position().toPoint();
    const bool onScrubber = qAbs(position.x() - xOfCursor()) <= handleRadius;
    if (position.x() >= labelWidth() && (position.y() < axisHeight() || onScrubber)) {
        m_dragging = true;
        seekTo(position.x());
        return;
    }
    if (const int row = rowAt(position.y()); row >= 0)
        pickRow(row);
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (m_dragging)
        seekTo(position.x());
    const bool onScrubber = qAbs(position.x() - xOfCursor()) <= handleRadius;
    const bool inAxis = position.y() < axisHeight() && position.x() >= labelWidth();
    viewport()->setCursor(m_record && (m_dragging || onScrubber || inAxis) ? Qt::SizeHorCursor
                                                                           : Qt::ArrowCursor);
}

void TimelineView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        zoom(std::pow(1.0015, event->angleDelta().y()), int(event->position().x()));
    else
        QAbstractScrollArea::wheelEvent(event);
}

void TimelineView::zoom(double factor, int anchorX)
{
    const qint64 anchor = timeAt(anchorX);
    const double fitting =
        double(qMax(50, viewport()->width() - labelWidth() - 24)) / double(qMax(qint64(1), m_span));
    m_pixelsPerMs =
        qBound(fitting, m_pixelsPerMs * factor, 2.0); // Half a millisecond a pixel is near enough.
    m_fitted = m_pixelsPerMs <= fitting;
    updateScale();
    const double wanted = labelWidth() + double(anchor - m_timeline.start()) * m_pixelsPerMs - anchorX;
    horizontalScrollBar()->setValue(int(qBound(0.0, wanted, 1e9)));
    viewport()->update();
}

void TimelineView::fit()
{
    m_fitted = true;
    m_span = 0;
    updateScale();
    viewport()->update();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (!m_record) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const qint64 from = m_wantedSeq >= 0 ? m_wantedSeq : m_record->cursor();
    const qint64 stride =
        event->modifiers() & Qt::ControlModifier ? qMax(qint64(1), m_record->last() / 20) : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        seekSoon(from - stride);
        break;
    case Qt::Key_Right:
        seekSoon(from + stride);
        break;
    case Qt::Key_Home:
        seekSoon(0);
        break;
    case Qt::Key_End:
        m_record->goLive();
        break;
    case Qt::Key_Up:
        pickRow(qMax(0, m_row - 1));
        break;
    case Qt::Key_Down:
        pickRow(qMin(int(m_timeline.rows().size()) - 1, m_row + 1));
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1.25, xOfCursor());
        break;
    case Qt::Key_Minus:
        zoom(0.8, xOfCursor());
        break;
    case Qt::Key_0:
        fit();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TimelineView::pickRow(int row)
{
    if (row < 0 || row >= m_timeline.rows().size())
        return;
    m_row = row;
    showRow(row);
    viewport()->update();
    emit activated(m_timeline.rows().at(row).id);
}

void TimelineView::showRow(int row)
{
    const int top = row * rowHeight();
    const int page = viewport()->height() - axisHeight();
    QScrollBar *bar = verticalScrollBar();
    const int least = wholeRows(qMax(0, top + rowHeight() - page));
    bar->setValue(qBound(qMin(least, top), bar->value(), top));
}

void TimelineView::showMoment()
{
    if (!m_record)
        return;
    // Of a phase or a budget there is no row: what had one last.
    constexpr int lookedBack = 200;
    const QList<Event> &events = m_record->events();
    auto event = std::upper_bound(events.begin(), events.end(), m_record->cursor(),
                                  [](qint64 seq, const Event &other) { return seq < other.seq; });
    for (int i = 0; i < lookedBack && event != events.begin(); ++i) {
        --event;
        if (const int row = m_timeline.rowOf(event->subject); row >= 0)
            return showRow(row);
    }
}

QString TimelineView::currentId() const
{
    return m_row >= 0 && m_row < m_timeline.rows().size() ? m_timeline.rows().at(m_row).id : QString();
}

QString TimelineView::tipAt(const QPoint &position) const
{
    const int row = rowAt(position.y());
    if (row < 0)
        return {};
    const Timeline::Row &shown = m_timeline.rows().at(row);
    QString tip = titleOf(shown.id);
    for (const Timeline::Bar &bar : shown.bars) {
        const qint64 end = bar.end ? bar.end : lastTime();
        const qreal right = qMax(xOf(end), xOf(bar.start) + (shown.isGate ? gateWidth : 3));
        if (position.x() < xOf(bar.start) - 1 || position.x() > right + 1)
            continue;
        tip += u'\n' + (shown.isGate ? nameOf(shown.gate) : nameOf(bar.state));
        tip += u'\n' + tr("from %1 for %2")
                           .arg(RunFacts::durationText(bar.start - m_timeline.start()),
                                RunFacts::durationText(end - bar.start));
        if (bar.attempt > 1)
            tip += u'\n' + tr("attempt %1").arg(bar.attempt);
        break;
    }
    return m_critical.contains(shown.id) ? tip + u'\n' + tr("on the critical path") : tip;
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainTip(tipAt(help->pos())), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace baton
