// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/canvas/tools/tool.h"

#include <QSet>

namespace baton {

/// Drags nodes. On another lane tasks join its phase; a lane takes along what is in it.
class MoveTool final : public Tool
{
public:
    MoveTool(PlanView &view, NodeKey grabbed, const Pointer &start);
    ~MoveTool() override;

    void move(const Pointer &pointer) override;
    void release(const Pointer &pointer) override;
    void cancel() override;
    void paint(const Brush &brush) const override;
    QList<QRectF> reach() const override;
    Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }

private:
    void takeAlong(NodeKey key);
    void showTarget(const Pointer &pointer);
    QList<EdgeItem> movedEdges() const;
    QString nameOfMove(qsizetype moved) const;

    QSet<NodeKey> m_keys;
    QList<quint32> m_edges; ///< Of what is dragged, those that are worth drawing.
    QPointF m_start;
    QPointF m_by;
    NodeKey m_lane;   ///< The lane under the mouse that tasks would join.
    bool m_hasLanes = false;
    bool m_hasLifted = false;
};

} // namespace baton
