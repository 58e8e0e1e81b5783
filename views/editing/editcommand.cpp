// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/editing/editcommand.h"

namespace baton {

EditCommand::EditCommand(Workflow &workflow, const QString &name, Edit edit, int mergeId)
    : QUndoCommand(name)
    , m_workflow(workflow)
    , m_edit(std::move(edit))
    , m_mergeId(mergeId)
{
}

void EditCommand::redo()
{
    m_edit = m_workflow.apply(m_edit);
}

void EditCommand::undo()
{
    m_edit = m_workflow.apply(m_edit);
}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    // Both have been done, so both hold their way back; undoing goes through the newer one first. Where both are the
    // same one field (typing), the older way back is all that is needed.
    const auto *next = static_cast<const EditCommand *>(other);
    if (m_edit.steps.size() != 1 || next->m_edit.steps.size() != 1)
        return false;
    const Set *mine = std::get_if<Set>(&m_edit.steps.first());
    const Set *theirs = std::get_if<Set>(&next->m_edit.steps.first());
    if (!mine || !theirs || mine->key != theirs->key || mine->field != theirs->field)
        return false;
    setObsolete(m_workflow.valueOf(mine->key, mine->field) == mine->value);
    return true;
}

} // namespace baton
