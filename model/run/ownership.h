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

    /// Whether that file is there, in a workspace.
    static bool isThere(const QString &workspace, const QString &path);

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

/// One attempt of a task, for whoever looks what it did to the files of others.
struct WatchedAttempt
{
    QString writer;
    QString workspace;
    qint64 since = 0;            ///< The time of its marker: nanoseconds, as the file system tells it.
    qint64 begun = 0;            ///< By the watch's clock.
    QSet<QString> ranMeanwhile = {}; ///< In the same workspace; the empty id: nobody knows who.
};

/// Looks for trespasses from several threads. Those that wait for one look at the files share it: a plan of ten thousand
/// owners is not looked through ten thousand times.
class OwnershipWatch
{
public:
    /// \a earlier is the watch over the plan before the run extended it: what that has seen stays seen.
    explicit OwnershipWatch(const RunPlan &plan, OwnershipWatch *earlier = nullptr);

    const Ownership &ownership() const { return m_ownership; }
    /// Nanoseconds of a clock that only goes forward: what a caller waits for is asked for at that time.
    qint64 now() const { return m_clock.nsecsElapsed(); }
    /// Whether somebody looked a short while ago. Only what was seen before a task can be missed after it.
    bool hasSeen(const QString &workspace);
    void see(const QString &workspace);
    /// What this attempt wrote and deleted of others, asked for at \a asked.
    QList<Trespass> look(const WatchedAttempt &attempt, qint64 asked);
    /// The workspace is gone.
    void forget(const QString &workspace);

private:
    struct Gap ///< A file went away between two looks.
    {
        qint64 from = 0;
        qint64 to = 0;
    };
    struct Seen
    {
        qint64 at = -1;
        QList<ChangedFile> files = {};
        QHash<QString, Gap> gone = {};
    };
    void scan(const QString &workspace);

    const Ownership m_ownership;
    QElapsedTimer m_clock;
    QMutex m_scanning; ///< One look at a time; whoever waits for it finds the files seen.
    QMutex m_mutex;    ///< Of m_seen, never held for long.
    QHash<QString, Seen> m_seen; ///< By workspace.
};

} // namespace baton
