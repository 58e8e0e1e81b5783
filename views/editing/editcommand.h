// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/workflow.h"

#include <QUndoCommand>

namespace baton {

/// One undoable edit. Holds no pointer to any node: the workflow hands back the way back.
class EditCommand final : public QUndoCommand
{
public:
    /// \a mergeId: commands with the same id other than -1 merge (typing into one field).
    EditCommand(Workflow &workflow, const QString &name, Edit edit, int mergeId = -1);

    void redo() override;
    void undo() override;
    int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    Workflow &m_workflow;
    Edit m_edit;
    int m_mergeId;
};

} // namespace baton
