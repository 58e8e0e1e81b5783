// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/planview.h"
#include "views/canvas/tools/renameeditor.h"

// What the canvas does to the plan without a gesture: rename, remove, fold, select all.

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

} // namespace baton
