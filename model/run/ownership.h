// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/glob.h"
#include "model/run/runstate.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMutex>
#include <QSet>

namespace baton {

/// A file that was written, and when: nanoseconds since the epoch, as its file system tells it.
struct ChangedFile
{
    QString path; ///< Relative to the workspace.
    qint64 time = 0;

    bool operator==(const ChangedFile &) const = default;
};

/// Who may write which files of a workspace, and who did.
class Ownership
{
public:
    explicit Ownership(const RunPlan &plan);

    /// No task owns anything: there is nothing to watch.
    bool isEmpty() const { return m_files.isEmpty() && m_globs.isEmpty(); }
    qsizetype taskCount() const { return m_root.size(); } ///< Of the plan that it was made from.

    /// The files below \a workspace that may be owned, and when they changed. Looks below the owned globs' fixed
    /// prefixes only, follows no links, and gives up beyond a hundred thousand files.
    QList<ChangedFile> filesIn(const QString &workspace) const;

    /// The files among \a changed that are another's and not \a writer's own. Certain only where nobody else ran
    /// meanwhile; what an owner that ran may have written itself is no trespass.
    QList<Trespass> trespasses(const QString &writer, const QStringList &changed, const QSet<QString> &ranMeanwhile) const;

private:
    struct OwnedGlob
    {
        Glob glob;
        QString owner;
    };
    QStringList ownersOf(const QString &path) const;
    QString rootOf(const QString &task) const { return m_root.value(task, task); }

    QHash<QString, QStringList> m_files;       ///< Literal paths, and who owns them.
    QHash<QString, QList<OwnedGlob>> m_globs; ///< By the folder that all it names is in.
    QHash<QString, QString> m_root; ///< Of each task: itself, or what it repeats or mends.
};

/// Looks for trespasses from several threads. Those that wait for one look at the files share it: a plan of ten thousand
/// owners is not looked through ten thousand times.
class OwnershipWatch
{
public:
    explicit OwnershipWatch(const RunPlan &plan) : m_ownership(plan) {}

    const Ownership &ownership() const { return m_ownership; }
    /// Nanoseconds of a clock that only goes forward: what a caller waits for is asked for at that time.
    qint64 now() const { return m_clock.nsecsElapsed(); }
    /// What \a writer wrote of others since \a since (a file's time), asked for at \a asked.
    QList<Trespass> look(const QString &writer, const QString &workspace, qint64 since, const QSet<QString> &ranMeanwhile,
                         qint64 asked);

private:
    const Ownership m_ownership;
    QElapsedTimer m_clock = started();
    QMutex m_mutex;
    QString m_workspace; ///< Of the last look.
    QList<ChangedFile> m_files;
    qint64 m_lookedAt = -1;

    static QElapsedTimer started();
};

} // namespace baton
