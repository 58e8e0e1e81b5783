// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/canvasdriver.h"

#include <QDropEvent>
#include <QMimeData>
#include <QTest>
#include <QWheelEvent>

namespace baton::test {

CanvasDriver::CanvasDriver(Contents contents)
    : document(std::move(contents))
    , view(document, theme)
{
    theme.setChoice(ThemeChoice::Light);
    theme.setReducesMotion(true);
    QObject::connect(&view, &PlanView::hinted, &view, [this](const QString &hint) { m_hints += hint; });
    view.resize(1600, 1000);
    view.show();
    // The plan's top left corner near the window's, so that small plans are wholly in sight.
    const QRectF bounds = view.scene().list().bounds();
    view.centreOn(bounds.topLeft() + QPointF(700, 400));
    view.setFocus();
    if (!QTest::qWaitForWindowExposed(&view))
        qFatal("The canvas does not show.");
}

NodeKey CanvasDriver::key(const QString &id) const
{
    const IdIndex &ids = document.workflow().ids();
    if (const NodeKey step = ids.step(id); !step.isNull())
        return step;
    if (const NodeKey phase = ids.phase(id); !phase.isNull())
        return phase;
    return ids.persona(id);
}

QPoint CanvasDriver::centreOf(const QString &id) const
{
    return view.toViewport(view.nodeRect(key(id)).center());
}

QPoint CanvasDriver::headOf(const QString &phase) const
{
    return view.toViewport(view.nodeRect(key(phase)).topLeft() + QPointF(90, 22));
}

QPoint CanvasDriver::portOf(const QString &id, bool out) const
{
    return view.toViewport(view.portOf(key(id), out));
}

QPoint CanvasDriver::ground() const
{
    return view.toViewport(view.scene().list().bounds().topLeft() - QPointF(30, 30));
}

void CanvasDriver::press(QPoint place, Qt::KeyboardModifiers modifiers)
{
    QTest::mousePress(view.viewport(), Qt::LeftButton, modifiers, place);
    m_mouse = place;
}

void CanvasDriver::moveTo(QPoint place, Qt::KeyboardModifiers modifiers)
{
    // QTest::mouseMove says nothing of buttons and keys.
    constexpr int steps = 6;
    const QPoint from = m_mouse;
    for (int i = 1; i <= steps; ++i) {
        const QPointF at = from + QPointF(place - from) * i / steps;
        QMouseEvent move(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         modifiers);
        QCoreApplication::sendEvent(view.viewport(), &move);
        QCoreApplication::processEvents();
    }
    m_mouse = place;
}

void CanvasDriver::release(QPoint place, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, modifiers, place);
}

void CanvasDriver::click(QPoint place, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, place);
}

void CanvasDriver::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    press(from, modifiers);
    moveTo(to, modifiers);
    release(to, modifiers);
}

void CanvasDriver::type(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &view, Qt::Key(key), modifiers);
}

bool CanvasDriver::drop(const char *type, const QString &text, QPoint place)
{
    QMimeData data;
    data.setData(QLatin1String(type), text.toUtf8());
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view.viewport(), &enter);
    if (!enter.isAccepted())
        return false;
    QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view.viewport(), &move);
    QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view.viewport(), &drop);
    return drop.isAccepted();
}

void CanvasDriver::wheel(QPoint place, int delta, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(place, view.viewport()->mapToGlobal(place), QPoint(), QPoint(0, delta), Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view.viewport(), &event);
}

} // namespace baton::test
