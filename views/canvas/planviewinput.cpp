// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/handoff.h"
#include "model/run/attachment.h"
#include "views/canvas/painters.h"
#include "views/canvas/planview.h"
#include "views/canvas/tools/connecttool.h"
#include "views/canvas/tools/droptool.h"
#include "views/canvas/tools/movetool.h"
#include "views/canvas/tools/pantool.h"
#include "views/canvas/tools/rubberbandtool.h"

#include <QApplication>
#include <QDropEvent>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>

#include <cmath>

// What the mouse and the keyboard do on the canvas.

using namespace Qt::StringLiterals;

namespace baton {

Pointer PlanView::pointerAt(QPoint viewportPoint, Qt::KeyboardModifiers modifiers) const
{
    return {viewportPoint, toScene(viewportPoint), modifiers};
}

void PlanView::startTool(std::unique_ptr<Tool> tool)
{
    m_tool = std::move(tool);
    viewport()->setCursor(m_tool->cursor());
}

void PlanView::endTool()
{
    m_tool.reset();
    m_rimTimer.stop();
    m_pending.reset();
    m_clicked = {};
    viewport()->setCursor(m_isSpaceDown ? Qt::OpenHandCursor : Qt::ArrowCursor);
    updateOverlay();
}

void PlanView::dropTool()
{
    if (const std::unique_ptr<Tool> tool = std::move(m_tool))
        tool->cancel();
    endTool();
}

std::unique_ptr<Tool> PlanView::toolFor(const Hit &hit, const Pointer &pointer)
{
    switch (hit.what) {
    case Hit::What::Nothing:
    case Hit::What::Edge:
        return std::make_unique<RubberBandTool>(*this, pointer);
    case Hit::What::InPort:
    case Hit::What::OutPort:
        return std::make_unique<ConnectTool>(*this, hit.key, hit.what == Hit::What::OutPort, pointer);
    case Hit::What::Body:
    case Hit::What::FoldSign:
        break;
    }
    return std::make_unique<MoveTool>(*this, hit.key, pointer);
}

void PlanView::pressSelect(const Hit &hit, Qt::KeyboardModifiers modifiers)
{
    Selection &selection = m_document.selection();
    m_clicked = {};
    if (hit.what == Hit::What::Edge) {
        selection.clear();
        selectEdge(hit.edge);
        return;
    }
    selectEdge(-1);
    const bool adds = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    if (hit.key.isNull()) {
        if (!adds)
            selection.clear();
    } else if (adds) {
        selection.toggle(hit.key);
    } else if (!selection.contains(hit.key)) {
        selection.set(hit.key);
    } else {
        // Part of a selection: all of it may be about to move. A mere click means this one.
        selection.set(selection.keys(), hit.key);
        m_clicked = hit.key;
    }
}

void PlanView::selectEdge(int edge)
{
    if (edge == m_selectedEdge)
        return;
    m_selectedEdge = edge;
    m_scene.selectEdge(edge);
}

void PlanView::mousePressEvent(QMouseEvent *event)
{
    if (m_tool)
        return;
    const Pointer pointer = pointerAt(event->position().toPoint(), event->modifiers());
    const bool pans = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceDown);
    m_pressed = pointer.viewport;
    if (pans || (m_marks && event->button() == Qt::LeftButton))
        return startTool(std::make_unique<PanTool>(*this, pointer));
    if (m_marks)
        return;
    const Hit hit = m_scene.hitAt(pointer.scene, m_zoom);
    if (event->button() == Qt::RightButton) {
        if (!m_document.selection().contains(hit.key))
            pressSelect(hit, Qt::NoModifier);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    if (hit.what == Hit::What::FoldSign && !m_scene.problemAt(pointer.scene, m_zoom))
        return toggleFold(hit.key);
    pressSelect(hit, event->modifiers());
    m_pending = toolFor(hit, pointer);
    if (hit.what == Hit::What::OutPort || hit.what == Hit::What::InPort)
        startTool(std::move(m_pending));
}

void PlanView::mouseMoveEvent(QMouseEvent *event)
{
    const Pointer pointer = pointerAt(event->position().toPoint(), event->modifiers());
    if (m_pending && (pointer.viewport - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        startTool(std::move(m_pending));
    if (m_tool) {
        m_lastPointer = pointer;
        m_tool->move(pointer);
        return scrollAtRim();
    }
    if (!m_pending)
        setHovered(m_scene.hitAt(pointer.scene, m_zoom));
}

void PlanView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_tool && !m_pending)
        return;
    if (m_tool) {
        // The edit may change what the tool looks at; it is gone before anybody hears of it.
        const std::unique_ptr<Tool> tool = std::move(m_tool);
        tool->release(pointerAt(event->position().toPoint(), event->modifiers()));
    } else if (!m_clicked.isNull()) {
        m_document.selection().set(m_clicked);
    }
    const bool isClick = m_pending && event->modifiers() == Qt::NoModifier;
    endTool();
    if (const Problem *problem = isClick ? m_scene.problemAt(toScene(event->position()), m_zoom) : nullptr)
        emit problemClicked(Problem(*problem));
}

void PlanView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_marks)
        return;
    const Hit hit = m_scene.hitAt(toScene(event->position()), m_zoom);
    endTool();
    if (hit.what == Hit::What::Body)
        rename(hit.key);
    else if (hit.what == Hit::What::FoldSign)
        toggleFold(hit.key);
}

void PlanView::setHovered(const Hit &hit)
{
    if (hit == m_hovered || m_marks)
        return;
    m_hovered = hit;
    const bool isPort = hit.what == Hit::What::InPort || hit.what == Hit::What::OutPort;
    viewport()->setCursor(m_isSpaceDown ? Qt::OpenHandCursor
                          : isPort || hit.what == Hit::What::FoldSign ? Qt::PointingHandCursor
                                                                      : Qt::ArrowCursor);
    updateOverlay();
}

void PlanView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(m_zoom * std::pow(1.0015, event->angleDelta().y()), event->position());
    } else {
        QPoint delta = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
        if (event->modifiers() & Qt::ShiftModifier)
            delta = delta.transposed();
        panBy(delta);
    }
    event->accept();
}

bool PlanView::event(QEvent *event)
{
    if (event->type() == QEvent::Gesture) {
        auto *gestures = static_cast<QGestureEvent *>(event);
        if (auto *pinch = static_cast<QPinchGesture *>(gestures->gesture(Qt::PinchGesture))) {
            setZoom(m_zoom * pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->hotSpot()));
            return true;
        }
    }
    if (event->type() == QEvent::NativeGesture) {
        auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            setZoom(m_zoom * (1 + gesture->value()), gesture->position());
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool PlanView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const QString text = toolTipAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        setHovered({});
    return QAbstractScrollArea::viewportEvent(event);
}

/// What passes along the needs of \a task on \a from: files, ticked where a run has verified them, and promises.
QStringList PlanView::handOffLines(NodeKey from, const Task &task) const
{
    const Workflow &workflow = m_scene.workflow();
    const TaskRun *run = m_scene.runOf(from);
    QStringList lines;
    for (const HandOff &handOff : handOffsTo(task, [&](const QString &id) { return workflow.task(workflow.ids().step(id)); })) {
        if (workflow.ids().step(handOff.from) != from)
            continue;
        if (run && run->state == TaskState::Complete)
            lines += tr("Handed over:");
        for (const QString &file : handOff.files)
            lines += (run && !verifiedFor(*run, file).isEmpty() ? u"✓ "_s : QString()) + file;
        for (const QString &promise : handOff.checklist)
            lines += u"☐ "_s + promise;
        if (!handOff.reason.isEmpty())
            lines += handOff.reason;
    }
    return lines;
}

static QString tipOf(QStringList lines)
{
    for (QString &line : lines)
        line = line.left(600).toHtmlEscaped();
    return lines.isEmpty() ? QString() : u"<p>"_s + lines.join(u"</p><p>"_s) + u"</p>"_s;
}

QString PlanView::toolTipAt(QPoint viewportPoint) const
{
    const Contents &contents = m_scene.workflow().contents();
    QStringList lines;
    if (const Problem *problem = m_scene.problemAt(toScene(viewportPoint), m_zoom))
        return tipOf({problem->message, tr("Click to see it in the list of problems, with its fixes.")});
    const Hit hit = m_scene.hitAt(toScene(viewportPoint), m_zoom);
    if (hit.what == Hit::What::Edge) {
        const EdgeItem &edge = m_scene.list().edges()[size_t(hit.edge)];
        lines += tr("%1 → %2").arg(contents.titleOf(edge.from), contents.titleOf(edge.to));
        if (edge.kind == EdgeKind::Validates)
            lines += tr("“%1” validates “%2”.").arg(contents.titleOf(edge.from), contents.titleOf(edge.to));
        const Task *task = edge.isNeed() ? contents.task(edge.to) : nullptr;
        if (task)
            lines += handOffLines(edge.from, *task);
        lines += m_scene.complaintsAbout(edge);
    } else if (!hit.key.isNull()) {
        lines += contents.titleOf(hit.key);
        if (const TaskRun *run = m_scene.runOf(hit.key)) {
            const QString words = m_scene.subStateOf(hit.key, runTime());
            lines += words.isEmpty() ? nameOf(run->state) : tr("%1: %2", "state, what it waits for").arg(nameOf(run->state), words);
            const bool isSaid = !words.isEmpty() && run->state != TaskState::Failed; // there it says no more than the card
            if (!isSaid && !run->reason.isEmpty())
                lines += run->reason;
            lines += run->problems;
        }
        if (const LaneItem *lane = m_scene.list().lane(hit.key); lane && lane->spend.used > 0)
            lines += tr("Tokens: %1").arg(spendText(lane->spend));
        lines += m_scene.complaintsAbout(hit.key);
    }
    return tipOf(lines);
}

void PlanView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_marks)
        return;
    if (event->reason() == QContextMenuEvent::Mouse) {
        const Hit hit = m_scene.hitAt(toScene(event->pos()), m_zoom);
        emit contextMenuRequested(hit.key, event->globalPos());
        return;
    }
    const NodeKey current = m_document.selection().current();
    const QPoint place = current.isNull() ? viewport()->rect().center() : toViewport(nodeRect(current).center());
    emit contextMenuRequested(current, viewport()->mapToGlobal(place));
}

bool PlanView::moveFocusTo(NodeKey key)
{
    if (key.isNull())
        return false;
    m_document.selection().set(key);
    showNode(key);
    return true;
}

bool PlanView::focusNextPrevChild(bool next)
{
    const QList<NodeKey> order = m_scene.readingOrder();
    const NodeKey current = m_document.selection().current();
    const qsizetype at = order.indexOf(current);
    const qsizetype to = at < 0 ? (next ? 0 : order.size() - 1) : at + (next ? 1 : -1);
    // Past the last card the focus leaves the canvas, so that nobody is caught in it.
    if (to < 0 || to >= order.size()) {
        if (at >= 0)
            m_document.selection().clear();
        return QAbstractScrollArea::focusNextPrevChild(next);
    }
    return moveFocusTo(order.at(to));
}

bool PlanView::pressKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool edits = key == Qt::Key_F2 || key == Qt::Key_Delete || key == Qt::Key_Backspace || key == Qt::Key_Return ||
                       key == Qt::Key_Enter || key == Qt::Key_Escape;
    if (m_marks && edits)
        return false; // A preview is for looking; whoever shows it takes or drops it.
    const NodeKey current = m_document.selection().current();
    const auto step = [&](QPointF direction) {
        if (!current.isNull())
            return moveFocusTo(m_scene.neighbour(current, direction));
        const QList<NodeKey> order = m_scene.readingOrder();
        return !order.isEmpty() && moveFocusTo(order.first());
    };
    switch (key) {
    case Qt::Key_Left:
        return step({-1, 0});
    case Qt::Key_Right:
        return step({1, 0});
    case Qt::Key_Up:
        return step({0, -1});
    case Qt::Key_Down:
        return step({0, 1});
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!current.isNull())
            emit editRequested(current);
        return !current.isNull();
    case Qt::Key_F2:
        rename(current);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        removeSelected();
        return true;
    case Qt::Key_Escape:
        if (m_tool)
            dropTool();
        else
            pressSelect({}, Qt::NoModifier);
        return true;
    case Qt::Key_A:
        if (modifiers & Qt::ControlModifier)
            selectAll();
        return modifiers & Qt::ControlModifier;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
        fit();
        return true;
    default: // Every other key is somebody else's.
        return false;
    }
}

void PlanView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space) {
        m_isSpaceDown = true;
        if (!m_tool)
            viewport()->setCursor(Qt::OpenHandCursor);
        return;
    }
    if (!pressKey(event->key(), event->modifiers()))
        event->ignore();
}

void PlanView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_isSpaceDown = false;
        if (!m_tool)
            viewport()->setCursor(Qt::ArrowCursor);
        return;
    }
    event->ignore();
}

void PlanView::focusOutEvent(QFocusEvent *event)
{
    // Nobody says when the space bar goes up elsewhere.
    m_isSpaceDown = false;
    QAbstractScrollArea::focusOutEvent(event);
}

void PlanView::dragEnterEvent(QDragEnterEvent *event)
{
    m_dropping = DropTool::of(*this, *event->mimeData());
    event->setAccepted(m_dropping != nullptr);
}

void PlanView::dragMoveEvent(QDragMoveEvent *event)
{
    if (m_dropping)
        m_dropping->move(pointerAt(event->position().toPoint(), event->modifiers()));
    event->setAccepted(m_dropping != nullptr);
}

void PlanView::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropping.reset();
    updateOverlay();
}

void PlanView::dropEvent(QDropEvent *event)
{
    const std::unique_ptr<Tool> tool = m_dropping ? std::move(m_dropping) : DropTool::of(*this, *event->mimeData());
    if (!tool)
        return event->ignore();
    tool->release(pointerAt(event->position().toPoint(), event->modifiers()));
    event->acceptProposedAction();
    updateOverlay();
    setFocus();
}

} // namespace baton
