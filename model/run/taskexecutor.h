// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/evidence.h"
#include "model/run/runfolder.h"
#include "model/run/runplan.h"
#include "model/run/runstate.h"
#include "model/run/taskfiles.h"

#include <QMap>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace baton {

class OwnershipWatch;
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
    QString marker = {}; ///< Names the marker of its start, where that is not the order's label.
    std::optional<EvidenceFound> evidence = {}; ///< What was found of its files when it ended, where somebody looked then.
    qint64 at = 0; ///< When it ended, where that is heard of later; milliseconds since the epoch, 0 = now.
    QString answer = {}; ///< What an agent answered, as text; read for what its result file leaves open.
};

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
    std::shared_ptr<const OwnershipWatch> owners = {}; ///< Whose files are whose, for those that Baton itself lets write; null: nobody's.
};

/// A task that an executor gets before it is its turn.
struct AdvanceOrder
{
    TaskOrder order; ///< Of its first attempt.
    QStringList after; ///< Tasks that must have ended before it may look whether it is its turn; they have orders too.
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
    /// What active() would have told of an adopted task that runs already.
    virtual QJsonObject aboutStart(const QString &id) const;
    /// Whether a task has ended though nobody has been told yet; ended() is on its way then.
    virtual bool hasEnded(const QString &id) const;
    /// What a task that is active() or adopted knows and nobody may read.
    virtual QList<QByteArray> secretsOf(const QString &id) const;
    /// A person has done something about what kept a task back.
    virtual void lookAgain(const QString &id);
    /// Whether what was asked to end is gone within seconds, whatever it does.
    virtual bool endsSoon() const { return true; }

    /// The whole plan, as far as it can be foreseen, each task behind those it names. start() follows all the same when
    /// its turn comes, also for what has ended by then. After a resume the same is handed over again.
    virtual void handOver(const QList<AdvanceOrder> &orders);
    /// From handOver() until handedOver().
    virtual bool isHandingOver() const;
    /// Whether an attempt may have begun before its start(): its files are its own then.
    virtual bool isUnderWay(const TaskOrder &order) const;
    /// Lets a task that needs no runner carry on alone. False where there is none such.
    virtual bool letGo(const QString &id);
    /// Takes back what was handed over and has not ended; idle() follows where isIdle() says that it is not.
    virtual void withdraw();
    virtual bool isIdle() const;

signals:
    void idle();
    /// All that handOver() was given is where it goes on by itself.
    void handedOver();
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
    std::function<QString()> whyNoMore = {}; ///< See RunPlace.
};

/// The executor of a type, for one run; null where there is none of that type yet. Made in model/executors, which knows
/// them all: a run knows what an executor does, not what it is.
std::unique_ptr<TaskExecutor> makeExecutor(const QString &type, const ExecutorPlace &place);
bool hasExecutor(const QString &type);

/// The limits that the user has set on what the tasks of a plan call, and on what a run may spend (0 = no limit).
struct UserLimits
{
    QList<Governor> governors;
    double maxCostUsd = 0;
};
Result<UserLimits> userLimits(const RunPlan &plan);

} // namespace baton

Q_DECLARE_METATYPE(baton::WorkerReport)
Q_DECLARE_METATYPE(baton::TaskEnd)
