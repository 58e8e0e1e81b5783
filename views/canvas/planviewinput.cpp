// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/planview.h"
#include "views/canvas/tools/connecttool.h"
#include "views/canvas/tools/droptool.h"
#include "views/canvas/tools/movetool.h"
#include "views/canvas/tools/pantool.h"
#include "views/canvas/tools/renameeditor.h"
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

using namespace canvas;

namespace {

/// Nodes are edited in place where their title stands.
QRectF titleRect(const PlanItem &item)
{
    switch (item.key.kind()) {
    case NodeKind::Phase:
        return QRectF(item.rect.topLeft() + QPointF(38, 8), QSizeF(item.rect.width() - 76, laneHead - 16));
    case NodeKind::Task:
        return QRectF(item.rect.topLeft() + QPointF(9, 6), QSizeF(item.rect.width() - 16, 28));
    case NodeKind::Note:
        return item.rect;
    case NodeKind::Gate:
    case NodeKind::Persona:
    case NodeKind::Workflow:
    case NodeKind::None:
        break;
    }
    return QRectF(item.rect.center() - QPointF(80, 14), QSizeF(160, 28));
}

} // namespace

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
    if (pans)
        return startTool(std::make_unique<PanTool>(*this, pointer));
    const Hit hit = m_scene.hitAt(pointer.scene, m_zoom);
    if (event->button() == Qt::RightButton) {
        if (!m_document.selection().contains(hit.key))
            pressSelect(hit, Qt::NoModifier);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    if (hit.what == Hit::What::FoldSign)
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
    endTool();
}

void PlanView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
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
    if (hit == m_hovered)
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

QString PlanView::toolTipAt(QPoint viewportPoint) const
{
    const Hit hit = m_scene.hitAt(toScene(viewportPoint), m_zoom);
    const Contents &contents = m_scene.workflow().contents();
    QStringList lines;
    if (hit.what == Hit::What::Edge) {
        const EdgeItem &edge = m_scene.list().edges()[size_t(hit.edge)];
        lines += tr("%1 → %2").arg(contents.titleOf(edge.from), contents.titleOf(edge.to));
        if (edge.kind == EdgeKind::Validates)
            lines += tr("“%1” validates “%2”.").arg(contents.titleOf(edge.from), contents.titleOf(edge.to));
        const Task *task = edge.isNeed() ? contents.task(edge.to) : nullptr;
        for (const Need &need : task ? task->needs : QList<Need>()) {
            if (m_scene.workflow().ids().step(need.target) != edge.from)
                continue;
            lines += need.files;
            if (!need.reason.isEmpty())
                lines += need.reason;
        }
    } else if (!hit.key.isNull()) {
        lines += contents.titleOf(hit.key);
        lines += m_scene.complaintsAbout(hit.key);
    }
    for (QString &line : lines)
        line = line.left(400).toHtmlEscaped();
    return lines.isEmpty() ? QString() : u"<p>"_s + lines.join(u"</p><p>"_s) + u"</p>"_s;
}

void PlanView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        const Hit hit = m_scene.hitAt(toScene(event->pos()), m_zoom);
        emit contextMenuRequested(hit.key, event->globalPos());
        return;
    }
    const NodeKey current = m_document.selection().current();
    const QPoint place = current.isNull() ? viewport()->rect().center() : toViewport(nodeRect(current).center());
    emit contextMenuRequested(current, viewport()->mapToGlobal(place));
}

void PlanView::toggleFold(NodeKey key)
{
    const Phase *phase = m_scene.workflow().phase(key);
    if (!phase)
        return;
    const QString title = m_scene.workflow().contents().titleOf(key);
    m_document.push(phase->folded ? tr("Unfold %1").arg(title) : tr("Fold %1").arg(title),
                    Edit{}.set(key, Field::Folded, !phase->folded));
}

void PlanView::rename(NodeKey key)
{
    const PlanItem *item = m_scene.list().item(key);
    if (!item || item->isHidden)
        return;
    showNode(key);
    const Field field = key.kind() == NodeKind::Note ? Field::Text : Field::Title;
    const Value before = m_scene.workflow().valueOf(key, field);
    const QString *text = std::get_if<QString>(&before);
    if (!text)
        return;
    const QString shown = text->isEmpty() ? m_scene.workflow().contents().titleOf(key) : *text;
    auto *editor = new RenameEditor(shown, viewport());
    m_editor = editor;
    const QRectF rect = titleRect(*item);
    QRect place(toViewport(rect.topLeft()), (rect.size() * m_zoom).toSize());
    constexpr QSize smallest(140, 26);
    place.setSize(place.size().expandedTo(smallest));
    editor->setGeometry(place);
    connect(editor, &RenameEditor::renamed, this, [this, key, field, shown](const QString &title) {
        if (title != shown && m_scene.workflow().contents().contains(key))
            m_document.push(tr("Rename %1").arg(shown), Edit{}.set(key, field, title));
    });
    connect(editor, &RenameEditor::closed, this, [this] {
        m_editor = nullptr;
        setFocus();
    });
    editor->show();
    editor->setFocus();
}

void PlanView::removeSelected()
{
    const Workflow &workflow = m_scene.workflow();
    if (m_selectedEdge >= 0) {
        const EdgeItem edge = m_scene.list().edges()[size_t(m_selectedEdge)];
        const QString from = workflow.contents().titleOf(edge.from);
        const QString to = workflow.contents().titleOf(edge.to);
        if (edge.isNeed()) {
            m_document.push(tr("Disconnect %1 from %2").arg(from, to), workflow.disconnecting(edge.from, edge.to));
        } else if (edge.kind == EdgeKind::Validates) {
            QStringList validated = workflow.task(edge.from)->validates;
            validated.removeAll(workflow.contents().idOf(edge.to));
            m_document.push(tr("Stop %1 validating %2").arg(from, to),
                            Edit{}.set(edge.from, Field::Validates, validated));
        } else if (edge.kind == EdgeKind::Wire) {
            QStringList personas = workflow.task(edge.to)->personas;
            personas.removeAll(workflow.contents().idOf(edge.from));
            m_document.push(tr("Take %1 off %2").arg(from, to), Edit{}.set(edge.to, Field::Persona, personas));
        } else {
            hint(tr("This line shows the order of the phases. Change what the phase comes after instead."));
        }
        return;
    }
    const QSet<NodeKey> keys = m_document.selection().keys();
    if (keys.isEmpty())
        return;
    const QList<NodeKey> list(keys.cbegin(), keys.cend());
    const QString name = keys.size() == 1 ? tr("Delete %1").arg(workflow.contents().titleOf(list.first()))
                                          : tr("Delete %1 nodes").arg(keys.size());
    m_document.push(name, workflow.removing(list));
}

void PlanView::selectAll()
{
    QSet<NodeKey> keys;
    const DisplayList &list = m_scene.list();
    keys.reserve(qsizetype(list.cards().size() + list.gates().size()));
    const auto take = [&](const auto &items) {
        for (const PlanItem &item : items) {
            if (!item.isHidden)
                keys.insert(item.key);
        }
    };
    take(list.lanes());
    take(list.cards());
    take(list.gates());
    take(list.personas());
    take(list.notes());
    m_document.selection().set(keys);
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
