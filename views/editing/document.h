// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/storage/reader.h"
#include "model/storage/saving.h"
#include "model/workflow/workflow.h"
#include "views/editing/selection.h"

#include <QUndoStack>

namespace baton {

/// An open workflow with its undo history, its selection and the file it came from. Owns the one mutable Workflow and
/// lends it to commands alone, so a view cannot edit behind undo's back. Reads and writes no file itself.
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

    /// Becomes another document: what \a loaded holds, from the file at \a path as \a stamp saw it. An empty path: never
    /// saved.
    void become(Loaded loaded, const QString &path, const FileStamp &stamp);
    /// It is now what the file at \a path holds.
    void setSaved(const QString &path, std::shared_ptr<const SourceFile> source, const FileStamp &stamp);
    /// It is unsaved work on the file at \a path, which may be anything by now.
    void setRestored(const QString &path);

    const QString &path() const { return m_path; } ///< Absolute; empty = never saved.
    const FileStamp &stamp() const { return m_stamp; }
    /// The file on disk is known to be another by now, and may be overwritten as it is.
    void setStamp(const FileStamp &stamp) { m_stamp = stamp; }
    /// The text it was read from or last saved as; null where there is none. Saving patches it.
    const std::shared_ptr<const SourceFile> &source() const { return m_source; }
    /// What the reader found wrong with the text; see SourceFile.
    const QList<Problem> &readerProblems() const { return m_readerProblems; }
    /// There is unsaved work.
    bool isEdited() const { return m_restored || !m_undoStack.isClean(); }
    /// The folder that relative paths of the plan start from, as far as it is known.
    QString folder() const;
    /// A file name made of the plan's name, for the first save.
    QString suggestedFileName() const;

signals:
    void editedChanged(bool edited);
    /// Another file, or the same one saved anew: problems have other places.
    void sourceChanged();

private:
    Workflow m_workflow;
    QUndoStack m_undoStack;
    Selection m_selection;
    QString m_path;
    FileStamp m_stamp;
    std::shared_ptr<const SourceFile> m_source;
    QList<Problem> m_readerProblems;
    bool m_restored = false; ///< Unsaved work of an earlier session, which the undo stack knows nothing of.
};

} // namespace baton
