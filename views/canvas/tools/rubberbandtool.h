// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/canvas/tools/tool.h"

#include <QSet>

namespace baton {

/// Selects what a rectangle drawn on the ground touches; with Ctrl or Shift in addition to what is selected.
class RubberBandTool final : public Tool
{
public:
    RubberBandTool(PlanView &view, const Pointer &start);

    void move(const Pointer &pointer) override;
    void release(const Pointer &) override {}
    void cancel() override;
    void paint(const Brush &brush) const override;
    QList<QRectF> reach() const override { return {m_band.adjusted(-1, -1, 1, 1)}; }
    Qt::CursorShape cursor() const override { return Qt::CrossCursor; }

private:
    QPointF m_start;
    QRectF m_band;
    QSet<NodeKey> m_before;
    QSet<NodeKey> m_kept;
};

} // namespace baton
