// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvasarea.h"

#include "views/canvas/planview.h"

namespace baton {

namespace {

constexpr int margin = 14;

} // namespace

CanvasArea::CanvasArea(PlanView *canvas, QWidget *zoom, QWidget *overview, QWidget *parent)
    : QWidget(parent)
    , m_canvas(canvas)
    , m_zoom(zoom)
    , m_overview(overview)
{
    for (QWidget *part : {static_cast<QWidget *>(canvas), zoom, overview})
        part->setParent(this);
    setMinimumSize(200, 120);
    setFocusProxy(m_canvas);
}

void CanvasArea::setCover(QWidget *cover)
{
    if (cover == m_cover)
        return;
    if (m_cover)
        m_cover->setParent(nullptr);
    m_cover = cover;
    if (cover) {
        cover->setParent(this);
        cover->setGeometry(rect());
        cover->show();
        cover->raise();
    }
    m_canvas->setVisible(!cover); // Not to be reached by the Tab key meanwhile.
    m_zoom->setVisible(!cover);
    if (cover)
        m_showedOverview = !m_overview->isHidden();
    m_overview->setVisible(!cover && m_showedOverview);
}

void CanvasArea::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_zoom->adjustSize();
    m_canvas->setCoveredBelow(m_zoom->height() + margin + margin / 2);
    m_canvas->setGeometry(rect());
    if (m_cover)
        m_cover->setGeometry(rect());
    m_zoom->move(margin, height() - m_zoom->height() - margin);
    const QSize size = m_overview->sizeHint().boundedTo(QSize(width() / 3, height() / 3));
    m_overview->setGeometry(width() - size.width() - margin, height() - size.height() - margin, size.width(),
                            size.height());
}

} // namespace baton
