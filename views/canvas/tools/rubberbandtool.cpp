// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/tools/rubberbandtool.h"

#include "views/canvas/planview.h"

#include <QPainter>

namespace baton {

RubberBandTool::RubberBandTool(PlanView &view, const Pointer &start)
    : Tool(view)
    , m_start(start.scene)
    , m_band(start.scene, QSizeF())
    , m_before(view.document().selection().keys())
{
    if (start.modifiers & (Qt::ControlModifier | Qt::ShiftModifier))
        m_kept = m_before;
}

void RubberBandTool::move(const Pointer &pointer)
{
    m_band = QRectF(m_start, pointer.scene).normalized();
    view().document().selection().set(m_kept + view().scene().nodesIn(m_band));
    view().updateOverlay();
}

void RubberBandTool::cancel()
{
    view().document().selection().set(m_before);
}

void RubberBandTool::paint(const Brush &brush) const
{
    QColor veil = brush.style.colors.accent;
    veil.setAlphaF(0.10f);
    brush.painter.setPen(QPen(brush.style.colors.accent, 1 / brush.scale));
    brush.painter.setBrush(veil);
    brush.painter.drawRect(m_band);
}

} // namespace baton
