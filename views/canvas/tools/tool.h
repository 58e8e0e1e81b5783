// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/canvas/painters.h"

#include <QPoint>

namespace baton {

class PlanView;

/// Where the mouse is during a gesture.
struct Pointer
{
    QPoint viewport;
    QPointF scene;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
};

/// One gesture, from its press to its release. Previews in the view and pushes one edit at the end; dropped without a
/// release it leaves no trace.
class Tool
{
public:
    explicit Tool(PlanView &view) : m_view(view) {}
    virtual ~Tool() = default;
    Tool(const Tool &) = delete;
    Tool &operator=(const Tool &) = delete;

    virtual void move(const Pointer &pointer) = 0;
    virtual void release(const Pointer &pointer) = 0;
    /// Takes the preview back (Escape).
    virtual void cancel() {}
    /// Over everything else, in scene coordinates.
    virtual void paint(const Brush &) const {}
    /// The places that paint() touches, in scene coordinates.
    virtual QList<QRectF> reach() const { return {}; }
    /// Whether the canvas moves on by itself while the mouse is at its rim.
    virtual bool scrollsAtRim() const { return true; }
    virtual Qt::CursorShape cursor() const { return Qt::ArrowCursor; }

protected:
    PlanView &view() const { return m_view; }

private:
    PlanView &m_view;
};

} // namespace baton
