// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/worktrees/git.h"
#include "model/run/worktrees/worktreeplan.h"

#include <QMutex>

#include <memory>

namespace baton {

/// The user's repository, as a run finds it.
struct Checkout
{
    QString top;    ///< The folder that is checked out.
    QString below;  ///< The workspace below it: `` or `sub/`.
    QString commit; ///< Where it stands.
    bool hasSubmodules = false;
};

/// Looks for the repository around \a root; an Error says what is in the way of worktrees, and what to do. Blocks, for
/// a few calls of git.
Result<Checkout> findCheckout(const QString &root);

/// Empty, or why the branches of a new run cannot be made there, with what to do.
Result<void> checkBranches(const Checkout &checkout, const WorktreeNames &names);

/// Makes commits in a repository without anything checked out. Its calls block; threads may share it.
class CommitMaker
{
public:
    explicit CommitMaker(const QString &top) : m_git(top) {}

    /// What a conflict was about.
    struct Merged
    {
        QString commit;
        int conflict = -1;      ///< Index of the commit that could not be merged; -1 = none.
        QStringList files = {}; ///< With conflicts.
    };
    /// All these commits in one, merged in order; what others hold already is left out.
    Result<Merged> merge(const QStringList &commits);

    /// Empty environment where git knows who the user is, else names for the author and the committer.
    QMap<QString, QString> identity();

private:
    Result<Merged> mergeTwo(const QString &ours, const QString &theirs);

    Git m_git;
    QMutex m_mutex;
    QHash<QString, Merged> m_merged; ///< By the commits: tasks of one phase begin alike.
    std::optional<QMap<QString, QString>> m_identity;
};

} // namespace baton
