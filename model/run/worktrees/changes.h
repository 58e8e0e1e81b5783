// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/runfolder.h"

namespace baton {

/// One file that a task changed.
struct FileChange
{
    QString path;
    QChar kind;       ///< A added, M modified, D deleted, T of another type.
    int added = -1;   ///< Lines; -1 for what is no text.
    int removed = -1;
};

/// What a task did on its branch, beside what it began with.
struct TaskChanges
{
    QString branch;
    QString base;      ///< The commit it began with.
    QString worktree;  ///< While it is there; else empty.
    QList<FileChange> files = {};
    QByteArray diff = {}; ///< Unified.
    bool cut = false;  ///< There is more than the diff shows.
};

/// The changes of a task of a run with worktrees; while its worktree is there, with what is not committed. Blocks, and
/// writes nothing but loose objects of the repository. NotFound where the task has made no branch. \a mostBytes is of
/// the diff.
Result<TaskChanges> changesOf(const RunFolder &folder, const QString &task, qint64 mostBytes = 4 * 1024 * 1024);

/// The tasks of a run that have begun to work on a branch, by name.
QStringList tasksWithBranches(const RunFolder &folder);

} // namespace baton
