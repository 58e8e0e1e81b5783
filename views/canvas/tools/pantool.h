// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/canvas/tools/tool.h"

namespace baton {

/// Drags the ground itself: middle button, or space and the left one.
class PanTool final : public Tool
{
public:
    PanTool(PlanView &view, const Pointer &start);

    void move(const Pointer &pointer) override;
    void release(const Pointer &) override {}
    bool scrollsAtRim() const override { return false; }
    Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }

private:
    QPoint m_last;
};

} // namespace baton
