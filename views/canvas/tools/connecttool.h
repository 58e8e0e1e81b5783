// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/workflow/edit.h"
#include "views/canvas/tools/tool.h"

#include <optional>

namespace baton {

/// Draws a need from port to port, or wires a persona to a task. Says while the mouse is over a node whether it can be
/// joined; what would close a cycle is shown with the cycle and refused.
class ConnectTool final : public Tool
{
public:
    /// \a fromOut: the gesture began at the out port, so the other end will need \a key; else it is the one needed.
    ConnectTool(PlanView &view, NodeKey key, bool fromOut, const Pointer &start);

    void move(const Pointer &pointer) override;
    void release(const Pointer &pointer) override;
    void paint(const Brush &brush) const override;
    QList<QRectF> reach() const override;
    Qt::CursorShape cursor() const override { return Qt::CrossCursor; }

private:
    void aimAt(const Pointer &pointer);
    Result<Edit> joining(NodeKey from, NodeKey to, Qt::KeyboardModifiers modifiers) const;
    NodeKey from() const { return m_fromOut ? m_key : m_target; }
    NodeKey to() const { return m_fromOut ? m_target : m_key; }
    EdgeRoute preview() const;

    NodeKey m_key;
    bool m_fromOut;
    QPointF m_end;
    NodeKey m_target; ///< The node under the mouse; null over the ground.
    std::optional<Result<Edit>> m_joined; ///< What joining with the target would be.
    QList<NodeKey> m_cycle;               ///< That it would close.
};

} // namespace baton
