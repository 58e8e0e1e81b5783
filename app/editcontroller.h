// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/actionlist.h"
#include "views/editing/document.h"
#include "views/editing/inserting.h"

#include <QPointer>

class QMenu;
class QWidget;

namespace baton {

/// The actions that change the document: undo, insert, clipboard, delete, assign, arrange. Each is one undoable edit.
class EditController : public QObject
{
    Q_OBJECT

public:
    EditController(Document &document, ActionList &actions, QObject *parent = nullptr);

    /// The letters and the clipboard's keys belong to the canvas, so that typing in a field types.
    void setCanvas(QWidget *canvas);

    void insert(const QString &what);
    /// Puts a pattern into the plan as one step, and selects it.
    void insertPattern(Pattern pattern, const PatternChoice &choice = {});
    void assign(const QString &persona);
    /// What can be done with the selected nodes, for a right click on the canvas.
    QMenu *contextMenu(QWidget *parent);

signals:
    /// Something new is there: show it, and let its title be typed.
    void inserted(baton::NodeKey key);
    void patternInserted(const QSet<baton::NodeKey> &keys);
    void patternsRequested();
    void renameRequested(baton::NodeKey key);
    /// A sentence for the status bar: why nothing was done.
    void hinted(const QString &sentence);

private:
    void makeEditActions();
    void makeInsertActions();
    void update();
    void removeSelected();
    void duplicateSelected();
    void selectAll();
    void closePhase();
    void addNeed(NodeKey from, NodeKey to);
    void fillAssignMenu(QMenu *menu);
    void fillNeedMenu(QMenu *menu);
    QList<NodeKey> selected(NodeKind kind) const;
    /// The phase that new tasks go to: the selected one, or that of the selected task or gate.
    QString currentPhase() const;

    Document &m_document;
    ActionList &m_actions;
};

} // namespace baton
