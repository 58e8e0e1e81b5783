// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runfolder.h"
#include "model/run/runplan.h"
#include "model/run/taskfiles.h"

#include <QMap>
#include <QObject>
#include <QString>

#include <memory>

namespace baton {

class RunProcesses;

struct TaskEnd
{
    enum class How : quint8 {
        Well,
        Blocked,     ///< It cannot go on; its process is gone.
        Failed,
        Stopped,     ///< Because it was asked to stop.
        Interrupted, ///< It vanished, through no fault of its own.
        Lost,        ///< What it ran on is gone; another attempt is made, which its retries do not count.
    };
    How how = How::Well;
    QString reason = {}; ///< A code for programs: `exit-status`, `signal`...; for Blocked the reason itself.
    QString message = {}; ///< For people.
    QList<WorkerReport> reports = {}; ///< Said with the end, before it.
    QString answer = {}; ///< What an agent answered, as text; read for what its result file leaves open.
};

/// Marks reports that are an executor's own, not the task's: what its machinery says of the task. No task can set it.
inline constexpr QLatin1StringView executorsOwn("cluster");

/// One attempt of one task, for the executor that carries it out.
struct TaskOrder
{
    QString id;
    int attempt = 1;
    PlanTask task;
    QString workspace;
    QMap<QString, QString> environment; ///< The BATON_ variables.
    QString label; ///< Names the attempt in processes.log.
    QString log;
    qint64 duration = 0; ///< Simulated work: milliseconds before any speed, and how it ends.
    TaskEnd ending = {};
    QString instructions = {}; ///< The persona's.
    QStringList tools = {};    ///< What the persona may do at most.
};

/// Carries out tasks of one type. It tells what happens, and never decides what happens next.
class TaskExecutor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Answers with active(), or ended() where it could not be started.
    virtual void start(const TaskOrder &order) = 0;
    /// Asks a task to end, with all that it started; ended() follows, whatever it does. Unknown ids are none of ours.
    virtual void stop(const QString &id) = 0;
    /// Takes over a task that an earlier runner left, known by its order's label; ended() follows, if it has ended
    /// already. False where there is nothing to take over: it never started, or vanished.
    virtual bool adopt(const TaskOrder &order);
    /// Whether an adopted task runs already; what does not yet is followed by active().
    virtual bool hasBegun(const QString &id) const;

signals:
    void active(const QString &id, const QJsonObject &data);
    void reported(const QString &id, const baton::WorkerReport &report);
    /// It may have written to its events file, in a place where nothing tells of that by itself.
    void wrote(const QString &id);
    void ended(const QString &id, const baton::TaskEnd &end);

protected:
    /// ended(), once whoever called start() has its answer.
    void failLater(const QString &id, const QString &reason, const QString &message);
};

/// What the executors of one run share.
struct ExecutorPlace
{
    RunFolder folder;
    RunSettings settings;
    RunProcesses &processes;
};

/// The executor of a type, for one run; null where there is none of that type yet. Made in model/executors, which knows
/// them all: a run knows what an executor does, not what it is.
std::unique_ptr<TaskExecutor> makeExecutor(const QString &type, const ExecutorPlace &place);
bool hasExecutor(const QString &type);

} // namespace baton

Q_DECLARE_METATYPE(baton::WorkerReport)
Q_DECLARE_METATYPE(baton::TaskEnd)
