// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/editing/document.h"

#include "views/editing/editcommand.h"

#include <QFileInfo>

namespace baton {

Document::Document(Contents contents, QObject *parent)
    : QObject(parent)
    , m_workflow(std::move(contents))
{
    connect(&m_undoStack, &QUndoStack::cleanChanged, this, [this] { emit editedChanged(isEdited()); });
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

void Document::become(Loaded loaded, const QString &path, const FileStamp &stamp)
{
    m_path = path;
    m_stamp = stamp;
    m_source = std::move(loaded.source);
    m_readerProblems = std::move(loaded.problems);
    m_restored = false;
    m_undoStack.clear();
    m_workflow.reset(std::move(loaded.contents));
    emit sourceChanged();
    emit editedChanged(false);
}

void Document::setSaved(const QString &path, std::shared_ptr<const SourceFile> source, const FileStamp &stamp)
{
    m_path = path;
    m_stamp = stamp;
    m_source = std::move(source);
    m_restored = false;
    m_undoStack.setClean();
    emit sourceChanged();
    emit editedChanged(false);
}

void Document::setRestored(const QString &path)
{
    m_path = path;
    m_stamp = {};
    m_restored = true;
    emit editedChanged(true);
}

QString Document::folder() const
{
    return m_path.isEmpty() ? QString() : QFileInfo(m_path).absolutePath();
}

QString Document::suggestedFileName() const
{
    QString name;
    for (const QChar c : m_workflow.info().name.toLower()) {
        if (c.isLetterOrNumber())
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    if (name.endsWith(u'-'))
        name.chop(1);
    return (name.isEmpty() ? QStringLiteral("workflow") : name) + QStringLiteral(".baton.yaml");
}

} // namespace baton
