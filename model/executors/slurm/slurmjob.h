// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/runplan.h"
#include "model/run/runstate.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace baton {

/// What a task asks of the cluster, as the file says it.
struct SlurmNeeds
{
    QString partition = {};
    qint64 cpus = 0;      ///< 0 = as the cluster has it.
    qint64 megabytes = 0; ///< 0 = as the cluster has it.
    qint64 minutes = 0;   ///< Its time limit; 0 = as the cluster has it.
    QStringList features = {};

    bool operator==(const SlurmNeeds &) const = default;
};

/// From the options of its executor; the time limit, where they have none, from the task's own. An Error names the
/// option that is none.
Result<SlurmNeeds> slurmNeedsOf(const PlanTask &task);

/// A job as it is submitted.
struct SlurmJob
{
    QString name;    ///< For people.
    QString comment; ///< Who it is; see slurmComment().
    QString script;  ///< Its path.
    QString folder;  ///< Where it starts; it must exist.
    QString output;  ///< For what Slurm itself has to say.
    SlurmNeeds needs = {};
    QMap<QString, QString> environment = {};
    QList<qint64> after = {}; ///< Jobs that must have ended, however they did.
    bool held = false;
    bool requeue = false; ///< Started again by the cluster when its node is lost.
};

/// A path as Slurm takes it for a job's output, where `%` begins what it puts in. Of a backslash it makes something else
/// altogether; see outputProblem().
QString outputPattern(const QString &path);
/// Why a path cannot be a job's output, as a sentence; empty where it can.
QString outputProblem(const QString &path);

/// Where a job is, as far as Baton cares.
enum class SlurmStage : quint8 {
    Waiting,   ///< For other jobs.
    Queued,    ///< For capacity only.
    Held,      ///< Somebody has to release it.
    Unfit,     ///< No node can take it as it is.
    Starting,
    Running,
    Suspended,
    Passing,   ///< On its way from one state to another.
    Completed,
    Failed,    ///< With an exit status of its own, or over a limit.
    Lost,      ///< Through no fault of its own: its node went, or it had to make room.
    Cancelled,
    Unknown,   ///< A word that Baton does not know.
};

/// A job as the cluster tells it.
struct SlurmJobState
{
    qint64 id = 0;
    QString state = {};  ///< Slurm's word: `PENDING`.
    QString reason = {}; ///< Slurm's word: `Resources`.
    int status = 0;      ///< As wait() has it; see exitCode().
    QString node = {};
    int restarts = 0;
    QString comment = {};
    QString partition = {};

    SlurmStage stage() const;
    /// Whether it has not got its turn yet; nothing where Slurm's word does not tell.
    std::optional<bool> waits() const;
    bool hasEnded() const;
    /// Whether it does not begin before somebody does something; nothing where Slurm's word does not tell.
    std::optional<bool> isKeptBack() const;
    /// Nothing where a signal ended it, or Slurm could not start it.
    std::optional<int> exitCode() const;

    bool operator==(const SlurmJobState &) const = default;
};

/// What a stage is in Baton's own words.
TaskState taskStateOf(SlurmStage stage);

/// Who a job is, for its comment. The id of a job is a hint and no more: a controller that crashed gives it away again.
struct SlurmIdentity
{
    QString run;     ///< See slurmRunName().
    QString task;    ///< As RunFolder::fileNameOf() has it.
    QString attempt; ///< `2`; `plan` where the job finds out by itself.
    QString start;   ///< Tells apart the starts of one attempt.

    QString comment() const;
    /// Nothing where a comment is none of Baton's.
    static std::optional<SlurmIdentity> of(const QString &comment);

    bool operator==(const SlurmIdentity &) const = default;
};

/// A run folder's name in comments: its own, and something that tells it from others of that name.
QString slurmRunName(const QString &runDir);

/// What a partition offers.
struct SlurmPartition
{
    QString name;
    qint64 cpus = 0;      ///< Of its largest node.
    qint64 megabytes = 0; ///< Likewise.
    int nodes = 0;
    QStringList features = {};
};

} // namespace baton
