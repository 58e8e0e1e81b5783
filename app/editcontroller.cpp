// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/editcontroller.h"

#include "model/layout/layout.h"
#include "views/editing/clipboard.h"
#include "views/style/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int maxNeedTargets = 40; ///< In a menu; more are chosen by drawing or in the inspector.

/// Those that only work while the canvas has the focus.
constexpr const char *canvasActions[] = {"edit.cut",     "edit.copy",       "edit.paste",    "edit.duplicate",
                                         "edit.delete",  "edit.select-all", "edit.rename",   "insert.task",
                                         "insert.gate",  "insert.phase",    "insert.decision", "insert.note",
                                         "insert.persona"};

} // namespace

EditController::EditController(Document &document, ActionList &actions, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_actions(actions)
{
    makeEditActions();
    makeInsertActions();
    connect(&document.selection(), &Selection::changed, this, &EditController::update);
    update();
}

void EditController::makeEditActions()
{
    m_actions.add({u"edit.undo"_s, {}, QKeySequence::keyBindings(QKeySequence::Undo), u"undo"_s},
                  m_document.undoStack().createUndoAction(this, tr("&Undo")));
    m_actions.add({u"edit.redo"_s, {}, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
                   u"redo"_s},
                  m_document.undoStack().createRedoAction(this, tr("&Redo")));
    m_actions.add({u"edit.cut"_s, tr("Cu&t"), {QKeySequence::Cut}, u"cut"_s}, [this] {
        copyToClipboard(m_document);
        removeSelected();
    });
    m_actions.add({u"edit.copy"_s, tr("&Copy"), {QKeySequence::Copy}, u"copy"_s},
                  [this] { copyToClipboard(m_document); });
    m_actions.add({u"edit.paste"_s, tr("&Paste"), {QKeySequence::Paste}, u"paste"_s}, [this] {
        if (const Result<void> pasted = pasteFromClipboard(m_document); !pasted)
            emit hinted(pasted.error().message);
    });
    m_actions.add({u"edit.duplicate"_s, tr("D&uplicate"), {QKeySequence(Qt::CTRL | Qt::Key_D)}, u"duplicate"_s},
                  [this] { duplicateSelected(); });
    m_actions.add({u"edit.delete"_s, tr("&Delete"), {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_Backspace)},
                   u"trash"_s},
                  [this] { removeSelected(); });
    m_actions.add({u"edit.select-all"_s, tr("Select &all"), {QKeySequence::SelectAll}}, [this] { selectAll(); });
    m_actions.add({u"edit.select-none"_s, tr("Select &nothing")}, [this] { m_document.selection().clear(); });
    m_actions.add({u"edit.rename"_s, tr("Re&name…"), {QKeySequence(Qt::Key_F2)}},
                  [this] { emit renameRequested(m_document.selection().current()); });
    m_actions.add({u"edit.close-phase"_s, tr("&Close the phase with a gate"), {}, u"gate"_s}, [this] { closePhase(); });
    m_actions.add({u"arrange.all"_s, tr("&Arrange everything"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
                   u"arrange"_s, tr("Place phases as lanes and tasks along their needs")},
                  [this] { m_document.push(tr("Arrange"), arranging(m_document.workflow().contents())); });
}

void EditController::makeInsertActions()
{
    const auto add = [this](const QString &what, const QString &text, Qt::Key key) {
        m_actions.add({u"insert."_s + what, text, {QKeySequence(key)}, what}, [this, what] { insert(what); });
    };
    add(u"task"_s, tr("&Task"), Qt::Key_T);
    add(u"gate"_s, tr("&Gate"), Qt::Key_G);
    add(u"phase"_s, tr("&Phase"), Qt::Key_P);
    add(u"decision"_s, tr("&Decision"), Qt::Key_D);
    add(u"note"_s, tr("&Note"), Qt::Key_N);
    add(u"persona"_s, tr("Pe&rsona"), Qt::Key_R);
    for (Pattern pattern : allPatterns) {
        const QString name = iconOf(pattern);
        m_actions.add({u"insert."_s + name, titleOf(pattern), {}, name, descriptionOf(pattern)},
                      [this, pattern] { insertPattern(pattern); });
    }
    m_actions.add({u"insert.which-pattern"_s, tr("&Which pattern fits?…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y)},
                   u"advice"_s, tr("Find the pattern for your situation and insert it")},
                  [this] { emit patternsRequested(); });
}

void EditController::setCanvas(QWidget *canvas)
{
    for (const char *name : canvasActions) {
        QAction *action = m_actions[QString::fromLatin1(name)];
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        canvas->addAction(action);
    }
}

void EditController::update()
{
    const Selection &selection = m_document.selection();
    bool editable = false;
    for (NodeKey key : selection.keys())
        editable = editable || key.kind() != NodeKind::Workflow;
    for (const char *name : {"edit.cut", "edit.copy", "edit.duplicate", "edit.delete", "edit.rename"})
        m_actions[QString::fromLatin1(name)]->setEnabled(editable);
    m_actions[u"edit.select-none"_s]->setEnabled(!selection.isEmpty());
    m_actions[u"edit.close-phase"_s]->setEnabled(!currentPhase().isEmpty());
}

QList<NodeKey> EditController::selected(NodeKind kind) const
{
    QList<NodeKey> keys;
    for (NodeKey key : m_document.selection().keys()) {
        if (key.kind() == kind)
            keys.append(key);
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

QString EditController::currentPhase() const
{
    const Workflow &workflow = m_document.workflow();
    const NodeKey key = m_document.selection().current();
    if (const Phase *phase = workflow.phase(key))
        return phase->id;
    if (const Task *task = workflow.task(key))
        return task->phase;
    if (const Gate *gate = workflow.gate(key))
        return gate->phase;
    return {};
}

void EditController::insert(const QString &what)
{
    const Workflow &workflow = m_document.workflow();
    for (Pattern pattern : allPatterns) {
        if (what == iconOf(pattern))
            return insertPattern(pattern);
    }
    std::optional<Insertion> insertion;
    if (what == "note"_L1)
        insertion = insertingNote(workflow, workflow.contents().idOf(m_document.selection().current()));
    else
        insertion = inserting(what, workflow, {currentPhase(), {}});
    if (!insertion)
        return;
    m_document.push(insertion->name, insertion->edit);
    m_document.selection().set(insertion->key);
    emit inserted(insertion->key);
}

void EditController::insertPattern(Pattern pattern, const PatternChoice &choice)
{
    const BuiltPattern built = buildPattern(m_document.workflow(), pattern, choice, currentPhase());
    m_document.push(built.name, built.edit);
    const QSet<NodeKey> keys(built.keys.cbegin(), built.keys.cend());
    m_document.selection().set(keys, built.keys.value(0));
    emit patternInserted(keys);
}

void EditController::assign(const QString &persona)
{
    const QList<NodeKey> tasks = selected(NodeKind::Task);
    if (tasks.isEmpty()) {
        emit hinted(tr("Select the tasks that @%1 shall do, then assign it.").arg(persona));
        return;
    }
    m_document.push(tr("Assign @%1").arg(persona), assigning(m_document.workflow(), tasks, persona));
}

void EditController::removeSelected()
{
    const QSet<NodeKey> keys = m_document.selection().keys();
    const QString name = keys.size() == 1
                             ? tr("Delete %1").arg(m_document.workflow().contents().titleOf(*keys.cbegin()))
                             : tr("Delete %n item(s)", nullptr, int(keys.size()));
    m_document.push(name, m_document.workflow().removing(keys.values()));
}

void EditController::duplicateSelected()
{
    const QList<NodeKey> keys = m_document.selection().keys().values();
    const Pasting copies = pasting(m_document.workflow(), selectionOf(m_document.workflow().contents(), keys));
    m_document.push(tr("Duplicate"), copies.edit);
    m_document.selection().set(QSet<NodeKey>(copies.keys.cbegin(), copies.keys.cend()));
}

void EditController::selectAll()
{
    QSet<NodeKey> keys;
    const Contents &contents = m_document.workflow().contents();
    keys.reserve(contents.tasks.size() + contents.gates.size());
    for (const auto &slot : contents.tasks)
        keys.insert(slot.key);
    for (const auto &slot : contents.gates)
        keys.insert(slot.key);
    for (const auto &slot : contents.notes)
        keys.insert(slot.key);
    m_document.selection().set(keys);
}

void EditController::closePhase()
{
    const Insertion gate = insertingGate(m_document.workflow(), {currentPhase(), {}});
    m_document.push(gate.name, gate.edit);
    m_document.selection().set(gate.key);
    emit inserted(gate.key);
}

void EditController::addNeed(NodeKey from, NodeKey to)
{
    const Contents &contents = m_document.workflow().contents();
    const Result<Edit> edit = m_document.workflow().connecting(from, to);
    if (!edit)
        emit hinted(edit.error().message);
    else
        m_document.push(tr("%1 needs %2").arg(contents.titleOf(to), contents.titleOf(from)), *edit);
}

void EditController::fillAssignMenu(QMenu *menu)
{
    for (const auto &slot : m_document.workflow().contents().personas) {
        const QString id = slot.node->id;
        menu->addAction(u"@"_s + id, this, [this, id] { assign(id); });
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addAction(tr("Nobody"), this, [this] {
        m_document.push(tr("Assign nobody"), assigning(m_document.workflow(), selected(NodeKind::Task), {}));
    });
}

void EditController::fillNeedMenu(QMenu *menu)
{
    // Tasks of the same phase first: that is where a need is most often missing.
    const Workflow &workflow = m_document.workflow();
    const NodeKey to = m_document.selection().current();
    const QString phase = currentPhase();
    QList<NodeKey> near;
    QList<NodeKey> far;
    for (const auto &slot : workflow.contents().tasks) {
        if (slot.key != to)
            (slot.node->phase == phase ? near : far).append(slot.key);
        if (near.size() >= maxNeedTargets)
            break;
    }
    for (NodeKey from : QList<NodeKey>(near + far).mid(0, maxNeedTargets)) {
        if (workflow.cycleThrough(from, to).isEmpty())
            menu->addAction(workflow.contents().titleOf(from), this, [this, from, to] { addNeed(from, to); });
    }
    menu->setEnabled(!menu->isEmpty());
}

QMenu *EditController::contextMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const NodeKey current = m_document.selection().current();
    const bool one = m_document.selection().keys().size() == 1;
    if (!m_document.selection().isEmpty()) {
        if (one)
            menu->addAction(m_actions[u"edit.rename"_s]);
        if (!selected(NodeKind::Task).isEmpty()) {
            QMenu *assignMenu = menu->addMenu(tr("Assign"));
            assignMenu->setIcon(themedIcon(u"persona"_s));
            fillAssignMenu(assignMenu);
        }
        if (one && (current.kind() == NodeKind::Task))
            fillNeedMenu(menu->addMenu(tr("Needs")));
        if (!currentPhase().isEmpty())
            menu->addAction(m_actions[u"edit.close-phase"_s]);
        if (m_actions[u"run.retry"_s]->isEnabled())
            menu->addAction(m_actions[u"run.retry"_s]);
        if (m_actions[u"run.fix-phase"_s]->isEnabled())
            menu->addAction(m_actions[u"run.fix-phase"_s]);
        menu->addSeparator();
        for (const char *name : {"edit.cut", "edit.copy", "edit.duplicate"})
            menu->addAction(m_actions[QString::fromLatin1(name)]);
        menu->addAction(m_actions[u"edit.paste"_s]);
        menu->addSeparator();
        menu->addAction(m_actions[u"edit.delete"_s]);
    } else {
        for (const char *name : {"insert.task", "insert.gate", "insert.phase", "insert.decision", "insert.note"})
            menu->addAction(m_actions[QString::fromLatin1(name)]);
        menu->addSeparator();
        menu->addAction(m_actions[u"edit.paste"_s]);
        menu->addAction(m_actions[u"edit.select-all"_s]);
        menu->addAction(m_actions[u"arrange.all"_s]);
    }
    return menu;
}

} // namespace baton
