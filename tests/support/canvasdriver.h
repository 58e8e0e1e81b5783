// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/canvas/planview.h"
#include "views/editing/document.h"
#include "views/style/theme.h"

namespace baton::test {

/// A canvas on the offscreen display that is dragged and typed at with real events. Reduced motion, light theme, 100 %.
class CanvasDriver
{
public:
    explicit CanvasDriver(Contents contents);

    Document document;
    Theme theme;
    PlanView view;

    /// The task or gate with this id, else the phase, else the persona.
    NodeKey key(const QString &id) const;
    const Task &task(const QString &id) const { return *document.workflow().task(key(id)); }
    QPoint centreOf(const QString &id) const;
    /// In the header of a phase's lane.
    QPoint headOf(const QString &phase) const;
    QPoint portOf(const QString &id, bool out) const;
    /// A place where nothing is.
    QPoint ground() const;

    void click(QPoint place, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Presses, moves in steps, releases.
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void press(QPoint place, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void moveTo(QPoint place, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void release(QPoint place, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Drags in from outside what has the type, and drops it; whether the canvas took it.
    bool drop(const char *type, const QString &text, QPoint place);
    void wheel(QPoint place, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    QString lastStep() const { return const_cast<Document &>(document).undoStack().undoText(); }
    int steps() const { return const_cast<Document &>(document).undoStack().index(); }
    QStringList hints() const { return m_hints; }
    QImage picture() { return view.viewport()->grab().toImage(); }

private:
    QPoint m_mouse;
    QStringList m_hints;
};

} // namespace baton::test
