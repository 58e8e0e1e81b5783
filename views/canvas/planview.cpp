// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/planview.h"

#include "views/canvas/tools/renameeditor.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr double smallestZoom = 0.01;
constexpr double largestZoom = 4;
constexpr double zoomStep = 1.25;
constexpr double largestFit = 1.2; ///< A plan of three tasks should not look like a poster.
constexpr int fitMargin = 28;

} // namespace

PlanView::PlanView(Document &document, Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(document)
    , m_theme(theme)
    , m_scene(document.workflow())
    , m_style(std::make_unique<CanvasStyle>(theme.palette()))
    , m_motion(m_scene)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setAccessibleName(tr("Canvas"));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAttribute(Qt::WA_NoSystemBackground);
    viewport()->setMouseTracking(true);
    grabGesture(Qt::PinchGesture);
    connect(&m_scene, &PlanScene::repaintNeeded, this, &PlanView::repaintScene);
    connect(&m_scene, &PlanScene::edgesRenumbered, this, &PlanView::forgetEdges);
    connect(&m_scene, &PlanScene::rebuilt, this, [this] {
        forgetEdges();
        repaintAll();
    });
    connect(&m_scene, &PlanScene::repaintAllNeeded, this, &PlanView::repaintAll);
    connect(&document.selection(), &Selection::changed, this, &PlanView::showSelection);
    connect(&m_motion, &Motion::moved, this, &PlanView::updateOverlay);
    connect(&theme, &Theme::changed, this, [this] {
        m_style = std::make_unique<CanvasStyle>(m_theme.palette());
        m_sheets.clear();
        m_scene.forgetTexts(); // Persona colours are adapted to the look.
        if (m_theme.reducesMotion())
            m_motion.stop();
        repaintAll();
        emit restyled();
    });
    m_noteTimer.setSingleShot(true);
    connect(&m_noteTimer, &QTimer::timeout, this, &PlanView::showNotes);
    connect(this, &PlanView::viewMoved, this, [this] {
        constexpr int soon = 50; // Milliseconds.
        if (m_scene.state() && !m_noteTimer.isActive())
            m_noteTimer.start(soon);
    });
    showSelection();
}

PlanView::~PlanView() = default;

/// What is selected, hovered or dragged among them is not known any more.
void PlanView::forgetEdges()
{
    m_hovered = {};
    m_selectedEdge = -1;
    if (m_tool || m_pending)
        dropTool();
}

void PlanView::setRun(const RunPlan *plan, const RunState *state)
{
    m_motion.stop();
    m_scene.setRun(plan, state);
    m_runTime = 0;
    showNotes();
}

void PlanView::setRunTime(qint64 time)
{
    m_runTime = time;
    showNotes();
}

qint64 PlanView::runTime() const
{
    return m_scene.state() ? qMax(m_runTime, m_scene.state()->now) : 0;
}

/// Only of the cards that can be seen; the others are told when they come into view.
void PlanView::showNotes()
{
    m_noteTimer.stop();
    if (detailOf(m_zoom) == Detail::Full)
        m_scene.showNotes(visibleScene(), runTime());
}

void PlanView::runAdvanced(const QList<Event> &events)
{
    constexpr int soon = 200; // Milliseconds.
    m_scene.advance(events);
    if (!m_noteTimer.isActive() || m_noteTimer.remainingTime() > soon)
        m_noteTimer.start(soon);
    if (!m_theme.reducesMotion() && isVisible())
        m_motion.follow(events);
}

void PlanView::showMarks(PreviewMarks marks)
{
    m_marks = std::move(marks);
    setAcceptDrops(false);
    repaintAll();
}

void PlanView::lookLike(const PlanView &other)
{
    m_staysFitted = other.m_staysFitted;
    place(other.m_zoom, other.visibleScene().center());
}

QPointF PlanView::toScene(QPointF viewportPoint) const
{
    return (viewportPoint * ratio() + m_corner) / deviceScale();
}

QPoint PlanView::toViewport(QPointF scenePoint) const
{
    return ((scenePoint * deviceScale() - m_corner) / ratio()).toPoint();
}

QRectF PlanView::visibleScene() const
{
    return QRectF(toScene({0, 0}), toScene(QPointF(viewport()->width(), viewport()->height())));
}

QRectF PlanView::nodeRect(NodeKey key) const
{
    const PlanItem *item = m_scene.list().item(key);
    return item ? item->rect : QRectF();
}

void PlanView::place(double zoom, QPointF sceneCentre)
{
    const bool isOther = !qFuzzyCompare(zoom, m_zoom);
    m_zoom = zoom;
    const QPointF half(viewport()->width() * ratio() / 2, viewport()->height() * ratio() / 2);
    m_corner = (sceneCentre * deviceScale() - half).toPoint();
    m_buffer.restart(m_corner.toPoint());
    m_motion.setVisible(visibleScene(), m_zoom);
    viewport()->update();
    if (m_editor)
        m_editor->cancel();
    if (isOther)
        emit zoomChanged(m_zoom);
    emit viewMoved();
}

void PlanView::setZoom(double zoom, QPointF anchor)
{
    zoom = std::clamp(zoom, smallestZoom, largestZoom);
    if (qFuzzyCompare(zoom, m_zoom))
        return;
    const QPointF centre(viewport()->width() / 2.0, viewport()->height() / 2.0);
    if (anchor.isNull())
        anchor = centre;
    const QPointF fixed = toScene(anchor);
    m_staysFitted = false;
    place(zoom, fixed + (centre - anchor) / zoom);
}

void PlanView::zoomIn()
{
    setZoom(m_zoom * zoomStep);
}

void PlanView::zoomOut()
{
    setZoom(m_zoom / zoomStep);
}

void PlanView::fit()
{
    const QRectF bounds = m_scene.list().bounds();
    m_staysFitted = true;
    if (bounds.isEmpty() || viewport()->width() < 4 || viewport()->height() < 4)
        return place(1, bounds.center());
    const double wide = std::max(8, viewport()->width() - 2 * fitMargin) / bounds.width();
    const int below = std::max(fitMargin, m_coveredBelow);
    const double tall = std::max(8, viewport()->height() - fitMargin - below) / bounds.height();
    const double zoom = std::clamp(std::min(wide, tall), smallestZoom, largestFit);
    place(zoom, bounds.center() + QPointF(0, (below - fitMargin) / 2.0 / zoom));
}

void PlanView::showNode(NodeKey key)
{
    const QRectF rect = nodeRect(key);
    if (rect.isNull())
        return;
    constexpr double legibleZoom = 0.7;
    constexpr double margin = 24;
    const QRectF inside = visibleScene().adjusted(margin / m_zoom, margin / m_zoom, -margin / m_zoom, -margin / m_zoom);
    if (m_zoom >= 0.4 && inside.contains(rect))
        return;
    m_staysFitted = false;
    place(std::max(m_zoom, legibleZoom), rect.center());
}

void PlanView::showNodes(const QSet<NodeKey> &keys)
{
    QRectF around;
    for (NodeKey key : keys)
        around |= nodeRect(key);
    constexpr double margin = 40;
    around.adjust(-margin, -margin, margin, margin);
    if (keys.isEmpty() || visibleScene().contains(around))
        return;
    m_staysFitted = false;
    const double fits = std::min(viewport()->width() / around.width(), viewport()->height() / around.height());
    place(std::clamp(std::min(m_zoom, fits), smallestZoom, largestZoom), around.center());
}

void PlanView::panBy(QPoint viewportPixels)
{
    m_staysFitted = false;
    moveOrigin((m_corner - QPointF(viewportPixels) * ratio()).toPoint());
}

void PlanView::centreOn(QPointF scenePoint)
{
    m_staysFitted = false;
    const QPointF half(viewport()->width() * ratio() / 2, viewport()->height() * ratio() / 2);
    moveOrigin((scenePoint * deviceScale() - half).toPoint());
}

void PlanView::moveOrigin(QPoint origin)
{
    // Something of the plan stays in sight.
    constexpr qreal inSight = 60;
    const QRectF bounds = m_scene.list().bounds();
    const QRectF plan(bounds.topLeft() * deviceScale(), bounds.size() * deviceScale());
    const QSizeF size = QSizeF(viewport()->size()) * ratio();
    const QPointF kept(std::clamp<qreal>(origin.x(), plan.left() - size.width() + inSight, plan.right() - inSight),
                       std::clamp<qreal>(origin.y(), plan.top() - size.height() + inSight, plan.bottom() - inSight));
    if (kept == m_corner)
        return;
    m_corner = kept.toPoint();
    m_buffer.moveTo(m_corner.toPoint());
    m_motion.setVisible(visibleScene(), m_zoom);
    if (m_editor)
        m_editor->cancel();
    viewport()->update();
    emit viewMoved();
}

void PlanView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_buffer.resize(viewport()->size() * ratio());
    if (m_staysFitted)
        fit();
    else
        m_buffer.restart(m_corner.toPoint());
    m_motion.setVisible(visibleScene(), m_zoom);
    emit viewMoved();
}

void PlanView::repaintScene(const QList<QRectF> &rects)
{
    constexpr qsizetype manyRects = 120;
    if (rects.size() > manyRects)
        return repaintAll();
    const QTransform toDevice = QTransform::fromScale(deviceScale(), deviceScale());
    for (const QRectF &rect : rects) {
        if (rect.isEmpty())
            continue;
        const QRect device = toDevice.mapRect(rect).toAlignedRect().adjusted(-2, -2, 2, 2);
        m_buffer.invalidate(device);
        const QPointF corner = (QPointF(device.topLeft()) - m_corner) / ratio();
        viewport()->update(QRectF(corner, QSizeF(device.size()) / ratio()).toAlignedRect());
    }
}

void PlanView::repaintAll()
{
    m_buffer.invalidate();
    viewport()->update();
}

void PlanView::paintMissing()
{
    const qreal scale = deviceScale();
    m_buffer.refresh([&](QPainter &painter, const QRect &content) {
        painter.scale(scale, scale);
        const QRectF rect(QPointF(content.topLeft()) / scale, QSizeF(content.size()) / scale);
        Brush brush = brushFor(painter, *m_style, m_scene.list(), scale, detailOf(m_zoom), rect);
        brush.sheets = &m_sheets;
        paintGround(brush);
        paintItems(brush);
        if (m_marks)
            paintMarks(brush, *m_marks);
    });
}

void PlanView::paintEvent(QPaintEvent *event)
{
    if (m_buffer.size() != viewport()->size() * ratio()) {
        m_buffer.resize(viewport()->size() * ratio());
        m_buffer.restart(m_corner.toPoint());
    }
    paintMissing();
    QPainter painter(viewport());
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    for (const QRect &rect : event->region()) {
        const qreal r = ratio();
        const QRect device(QPointF(rect.topLeft() * r).toPoint(), (QSizeF(rect.size()) * r).toSize());
        m_buffer.copy(painter, device, r);
    }
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    if (const QRegion overlay = overlayRegion(); event->region().intersects(overlay)) {
        m_overlay += overlay; // Wherever it was painted, the next frame paints what is below.
        paintOverlay(painter);
    }
}

void PlanView::paintOverlay(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-m_corner / ratio());
    painter.scale(m_zoom, m_zoom);
    Brush brush =
        brushFor(painter, *m_style, m_scene.list(), deviceScale(), detailOf(m_zoom), visibleScene());
    // The cached sheets are made of device pixels.
    if (ratio() == 1)
        brush.sheets = &m_sheets;
    m_motion.paint(brush);
    if (const PlanItem *item = m_scene.list().item(m_hovered.key); item && !m_tool && !item->isLifted) {
        const bool isOut = m_hovered.what == Hit::What::OutPort;
        if (isOut || m_hovered.what == Hit::What::InPort)
            paintPort(brush, m_scene.list().portOf(m_hovered.key, isOut), m_style->colors.accent, true);
    }
    for (const Tool *tool : {m_tool.get(), m_dropping.get()}) {
        if (tool)
            tool->paint(brush);
    }
}

QRegion PlanView::overlayRegion() const
{
    QRegion region;
    const QRect visible = viewport()->rect();
    const auto add = [&](const QRectF &rect) {
        const QRectF seen((rect.topLeft() * deviceScale() - m_corner) / ratio(), rect.size() * m_zoom);
        region += seen.toAlignedRect().adjusted(-2, -2, 2, 2) & visible;
    };
    for (const QRectF &rect : m_motion.reach())
        add(rect);
    if (m_hovered.what == Hit::What::OutPort || m_hovered.what == Hit::What::InPort) {
        constexpr qreal port = 9;
        const QPointF centre = m_scene.list().portOf(m_hovered.key, m_hovered.what == Hit::What::OutPort);
        add(QRectF(centre - QPointF(port, port), QSizeF(2 * port, 2 * port)));
    }
    for (const Tool *tool : {m_tool.get(), m_dropping.get()}) {
        if (!tool)
            continue;
        for (const QRectF &rect : tool->reach())
            add(rect);
    }
    return region;
}

void PlanView::updateOverlay()
{
    const QRegion next = overlayRegion();
    const QRegion both = m_overlay + next;
    m_overlay = next;
    // One rectangle is painted faster than the many pieces of it, unless it is much larger.
    const QRect around = both.boundingRect();
    const qint64 all = qint64(viewport()->width()) * viewport()->height();
    const bool isSmall = qint64(around.width()) * around.height() * 3 < all;
    if (isSmall)
        viewport()->update(around);
    else
        viewport()->update(both);
}

/// Near the rim a drag takes the canvas along.
void PlanView::scrollAtRim()
{
    constexpr int rim = 28;
    constexpr int fastest = 18;
    const QPoint mouse = m_lastPointer.viewport;
    const auto pull = [=](int place, int size) {
        const int before = rim - place;
        const int behind = place - (size - rim);
        return std::clamp(before > 0 ? before : behind > 0 ? -behind : 0, -fastest, fastest);
    };
    const QPoint by(pull(mouse.x(), viewport()->width()), pull(mouse.y(), viewport()->height()));
    if (!m_tool || !m_tool->scrollsAtRim() || by.isNull())
        return m_rimTimer.stop();
    panBy(by);
    m_tool->move(pointerAt(mouse, m_lastPointer.modifiers));
    if (!m_rimTimer.isActive())
        m_rimTimer.start(16, this);
}

void PlanView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_rimTimer.timerId())
        scrollAtRim();
    else
        QAbstractScrollArea::timerEvent(event);
}

void PlanView::showSelection()
{
    m_scene.select(m_document.selection().keys());
    if (!m_document.selection().isEmpty() && m_selectedEdge >= 0)
        selectEdge(-1);
    const NodeKey current = m_document.selection().current();
    const QString description = describe(current);
    if (description == accessibleDescription())
        return;
    setAccessibleDescription(description);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

QString PlanView::describe(NodeKey key) const
{
    if (key.isNull())
        return {};
    QStringList parts{m_scene.workflow().contents().titleOf(key)};
    if (const Task *task = m_scene.workflow().task(key)) {
        if (!task->personas.isEmpty())
            parts += u'@' + task->personas.join(u", @"_s);
        parts += nameOf(task->effectiveKind());
    }
    if (const QString state = shownState(key); !state.isEmpty())
        parts += state;
    if (const QString waits = m_scene.subStateOf(key, runTime()); !waits.isEmpty())
        parts += waits;
    parts += m_scene.complaintsAbout(key);
    return parts.join(u". "_s);
}

} // namespace baton
