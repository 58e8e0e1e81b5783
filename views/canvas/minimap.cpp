// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/minimap.h"

#include "views/canvas/painters.h"
#include "views/canvas/planview.h"

#include <QMouseEvent>
#include <QPainter>

namespace baton {

namespace {

constexpr int refreshMs = 120;
constexpr qreal padding = 6;

} // namespace

Minimap::Minimap(PlanView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
{
    setAccessibleName(tr("Overview"));
    setToolTip(tr("Click to go there."));
    setFixedSize(sizeHint());
    setCursor(Qt::PointingHandCursor);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        m_isStale = true;
        look();
    });
    const auto wait = [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    };
    connect(&view.scene(), &PlanScene::rebuilt, this, wait);
    connect(&view.scene(), &PlanScene::repaintAllNeeded, this, wait);
    connect(&view.scene(), &PlanScene::repaintNeeded, this, wait);
    connect(&view, &PlanView::viewMoved, this, &Minimap::look);
    // At once: a map in the colours of the other theme would shine.
    connect(&view, &PlanView::restyled, this, [this] {
        m_isStale = true;
        look();
    });
}

void Minimap::look()
{
    const DisplayList &list = m_view.scene().list();
    const QRectF seen = m_view.visibleScene();
    bool covers = false;
    if (seen.contains(list.bounds())) {
        const QRect here(m_view.viewport()->mapFromGlobal(mapToGlobal(QPoint())), size());
        const QRectF below(m_view.toScene(here.topLeft()), m_view.toScene(here.bottomRight()));
        std::vector<quint32> found;
        list.nodesIn(below, found);
        covers = std::any_of(found.cbegin(), found.cend(), [&](quint32 value) {
            const NodeKey key = keyOfValue(value);
            // The rim of a lane tells nothing.
            return key.kind() != NodeKind::Phase && m_view.nodeRect(key).intersects(below);
        });
    }
    m_stepsAside = covers;
    setAttribute(Qt::WA_TransparentForMouseEvents, covers);
    update();
}

void Minimap::moveEvent(QMoveEvent *)
{
    look();
}

QTransform Minimap::fromScene() const
{
    const QRectF bounds = m_view.scene().list().bounds();
    if (bounds.isEmpty())
        return {};
    const qreal scale = std::min((width() - 2 * padding) / bounds.width(), (height() - 2 * padding) / bounds.height());
    QTransform transform;
    transform.translate(width() / 2.0, height() / 2.0);
    transform.scale(scale, scale);
    transform.translate(-bounds.center().x(), -bounds.center().y());
    return transform;
}

void Minimap::drawPlan()
{
    const qreal ratio = devicePixelRatioF();
    m_plan = QPixmap(size() * ratio);
    m_plan.setDevicePixelRatio(ratio);
    m_plan.fill(m_view.style().colors.canvas);
    QPainter painter(&m_plan);
    const QTransform transform = fromScene();
    painter.setTransform(transform, true);
    // However near it is: the map shows blocks.
    const QRectF seen = transform.inverted().mapRect(QRectF(rect()));
    paintItems(brushFor(painter, m_view.style(), m_view.scene().list(), transform.m11(), Detail::Blocks, seen));
    m_isStale = false;
}

void Minimap::paintEvent(QPaintEvent *)
{
    if (m_stepsAside)
        return;
    if (m_isStale || m_plan.isNull())
        drawPlan();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_plan);
    const CanvasStyle &style = m_view.style();
    const QRectF seen = fromScene().mapRect(m_view.visibleScene()) & QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.colors.accent, 1.5));
    painter.drawRoundedRect(seen, 3, 3);
    painter.setPen(QPen(style.cardLine, 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void Minimap::resizeEvent(QResizeEvent *)
{
    m_isStale = true;
    look();
}

void Minimap::goTo(QPointF point)
{
    m_view.centreOn(fromScene().inverted().map(point));
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        goTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        goTo(event->position());
}

} // namespace baton
