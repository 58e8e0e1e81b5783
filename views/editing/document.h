// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/workflow.h"
#include "views/editing/selection.h"

#include <QUndoStack>

namespace baton {

/// An open workflow with its undo history and its selection. Owns the one mutable Workflow and lends it to
/// commands alone, so a view cannot edit behind undo's back.
class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(Contents contents = {}, QObject *parent = nullptr);

    const Workflow &workflow() const { return m_workflow; }
    QUndoStack &undoStack() { return m_undoStack; }
    Selection &selection() { return m_selection; }

    /// Does \a edit as one undoable command called \a name (translated). An empty edit does nothing.
    void push(const QString &name, Edit edit);
    /// The same for typing into one field: successive calls for the same field become one command.
    void pushTyping(const QString &name, NodeKey key, Field field, Value value);

private:
    Workflow m_workflow;
    QUndoStack m_undoStack;
    Selection m_selection;
};

} // namespace baton
