// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/editing/document.h"

#include "views/editing/editcommand.h"

namespace baton {

Document::Document(Contents contents, QObject *parent)
    : QObject(parent)
    , m_workflow(std::move(contents))
{
    // A selected node that is gone is selected no longer.
    connect(&m_workflow, &Workflow::changed, this, [this](const Change &change) {
        if (change.reset) {
            m_selection.clear();
        } else if (!change.removed.isEmpty() && m_selection.keys().intersects(change.removed)) {
            m_selection.set(m_selection.keys() - change.removed);
        }
    });
}

void Document::push(const QString &name, Edit edit)
{
    if (!edit.isEmpty())
        m_undoStack.push(new EditCommand(m_workflow, name, std::move(edit)));
}

void Document::pushTyping(const QString &name, NodeKey key, Field field, Value value)
{
    if (m_workflow.valueOf(key, field) == value)
        return;
    // Any id does that differs between fields; which field it is, mergeWith() looks at.
    const int mergeId = 1 + int(field);
    m_undoStack.push(new EditCommand(m_workflow, name, Edit{}.set(key, field, std::move(value)), mergeId));
}

} // namespace baton
