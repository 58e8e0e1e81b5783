// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/taskexecutor.h"

#include <optional>

namespace baton {

/// What the script of a job leaves in the shared folder, so that a job that failed before its first line is told from
/// a task that failed, and so that a job that the cluster has forgotten can still be heard.
class JobMarks
{
public:
    JobMarks() = default;
    /// \a label names a start of an attempt.
    JobMarks(const RunFolder &folder, const QString &label) : m_path(folder.jobsPath() + QLatin1Char('/') + label) {}

    struct Start
    {
        qint64 job = 0;
        int restarts = 0;
        QString node = {};
        qint64 at = 0; ///< When; milliseconds since the epoch.
    };

    QString script() const { return m_path + QStringLiteral(".sh"); }
    QString output() const { return m_path + QStringLiteral(".out"); } ///< What Slurm itself said.
    QString path() const { return m_path; }
    std::optional<Start> started() const; ///< The first line of the script was reached.
    std::optional<int> ended() const;     ///< The exit status of what the task ran.
    qint64 endedAt() const;               ///< When that was; milliseconds since the epoch, 0 = it was not.
    qint64 logEnd() const;                ///< Bytes that the log had then; the most there can be where nobody knows.
    bool isCancelled() const;
    void cancel() const; ///< A job that has not begun will not.
    void allow() const;  ///< It may again.
    bool isTaken() const;
    void take() const; ///< What it says has been heard, and the same attempt begins anew elsewhere.

private:
    QString m_path;
};

/// What a task runs: a command for the shell. An Error where it has none.
Result<QString> commandOf(const TaskOrder &order);

/// The script of a job that carries out one attempt.
Result<QByteArray> scriptFor(const TaskOrder &order, const JobMarks &marks);

/// The script of a job that carries out whatever attempt of a task is due, and asks `baton gate-check` which.
Result<QByteArray> planScriptFor(const TaskOrder &order, const RunFolder &folder, const QString &baton);
/// What such a script leaves when it has nothing more to do.
QString planOverMark(const RunFolder &folder, const QString &task);

/// A text as one word of a shell.
QString shellQuoted(const QString &text);

} // namespace baton
