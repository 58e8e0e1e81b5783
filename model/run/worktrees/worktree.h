// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/worktrees/repository.h"

#include <QSet>

namespace baton {

/// What the run folder remembers of a task's worktree, so that a run that was killed anywhere can go on.
struct WorktreeRecord
{
    enum class Stage : quint8 {
        None,
        Making,   ///< Nothing of a person's or a task's is in it yet.
        Conflict, ///< A merge waits in it for a person.
        Merging,  ///< What changed upstream is being taken in.
        Ready,
    };
    Stage stage = Stage::None;
    QString branch = {};
    QString path = {};
    QString base = {}; ///< The commit that the task's own work is on top of.
};

/// Stage None where there is no such file.
WorktreeRecord readWorktreeRecord(const QString &file);

/// What one attempt of a task needs to have its worktree.
struct WorktreeOrder
{
    struct Source
    {
        QString task;
        QString branch;
    };
    QString task;
    int attempt = 1;
    QString branch;
    QString path;
    QString record;
    QString interfaces;
    QString below; ///< Of the workspace below the top of the worktree.
    QString start; ///< The commit that a task with nothing before it begins with.
    QList<Source> base = {};
    bool integrates = false;

    QString workspace() const;
};

/// A worktree that is there, unless a person has to resolve conflicts first.
struct WorktreeMade
{
    QString base;
    QString conflictWith = {}; ///< The task whose branch could not be merged.
    QStringList conflicts = {}; ///< Files.
};

/// What became of a task's work.
struct WorktreeCommit
{
    QString commit;
    QStringList leftOut = {}; ///< Repositories inside the worktree, which git does not take in.
    QStringList interfaces = {}; ///< INTERFACE.md files that were collected.
};

/// Makes, commits and removes the worktrees of tasks. All calls block; the checkout of the user is never touched, and
/// nothing that is not committed is ever deleted.
class WorktreeMaker
{
public:
    explicit WorktreeMaker(const QString &top) : m_git(top), m_commits(top) {}

    /// The worktree with its base, as an earlier attempt or a killed run has left it.
    Result<WorktreeMade> make(const WorktreeOrder &order);
    /// Commits what the task has done, \a files (relative to the workspace) even if git ignores them.
    Result<WorktreeCommit> commit(const WorktreeOrder &order, const QStringList &files, const QString &run);
    /// Files, relative to the workspace, that an integration has from the branches it merged. A person who resolved their
    /// conflicts, or an earlier attempt, has written them before the present one began.
    QSet<QString> mergedBy(const WorktreeOrder &order) const;
    /// False where it was kept, because it holds what is on no branch.
    bool remove(const QString &path, const QString &branch);

private:
    using Stage = WorktreeRecord::Stage;
    Result<QStringList> tipsOf(const WorktreeOrder &order) const;
    Result<QString> baseOf(const WorktreeOrder &order, const QStringList &tips);
    Result<WorktreeMade> begin(const WorktreeOrder &order, const QStringList &tips, const WorktreeRecord &known);
    Result<WorktreeMade> goOn(const WorktreeOrder &order, const QStringList &tips, WorktreeRecord record);
    Result<WorktreeMade> integrate(const WorktreeOrder &order, const QStringList &tips, WorktreeRecord record);
    Result<WorktreeMade> catchUp(const WorktreeOrder &order, const QStringList &tips, WorktreeRecord record);
    Result<void> finishMerge(const Git &tree);
    Result<void> checkOut(const WorktreeOrder &order);
    Result<void> checkBranch(const WorktreeOrder &order) const;
    Result<void> write(const WorktreeOrder &order, const WorktreeRecord &record) const;
    Result<bool> commitAll(const Git &tree, const QString &message, const QStringList &forced, QStringList *leftOut);
    bool hasBranch(const QString &branch) const;
    bool holds(const Git &tree, const QString &commit) const;
    QStringList collect(const WorktreeOrder &order, const QString &base, const QString &commit) const;

    Git m_git;
    CommitMaker m_commits;
    QMutex m_adding; ///< Git adds no two worktrees at the same time: one finds the other half made.
};

} // namespace baton
