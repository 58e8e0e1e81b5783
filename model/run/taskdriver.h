// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/taskexecutor.h"
#include "model/run/evidence.h"
#include "model/run/folderwatch.h"
#include "model/run/inbox.h"
#include "model/run/ownership.h"
#include "model/run/redactor.h"
#include "model/run/runprocesses.h"
#include "model/run/runfolder.h"
#include "model/run/runstate.h"
#include "model/run/worktrees/runworktrees.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace baton {

/// Where a run's tasks work, and how.
struct RunPlace
{
    RunFolder folder;
    QString workspace;
    QString runId;
    std::optional<Checkout> checkout = {}; ///< With worktrees: where they come from.
    QString branchPrefix = {};
    /// Why what runs may ask for nothing more that costs, in a sentence; empty while it may.
    std::function<QString()> whyNoMore = {};
};

/// Carries out the tasks of a run: gives each what it needs, hears what it says, verifies what it promised. What
/// happened is told with happened(); whether that is recorded, and what follows, is the runner's business.
class TaskDriver : public QObject
{
    Q_OBJECT

public:
    TaskDriver(RunPlace place, const RunSettings &settings, QObject *parent = nullptr);
    ~TaskDriver() override;

    /// Why a plan with these tasks cannot run here, naming the first; empty when it can.
    static QString refusalOf(const RunPlan &plan, const RunSettings &settings);

    /// \a state is as its start has left it.
    void start(const RunPlan &plan, const RunState &state, int task);
    void stop(const QString &id);
    void stopAll();
    /// Takes over what an earlier runner left running. False where nothing of it lives or has ended well.
    /// \a said is how many of its reports are in the journal.
    bool adopt(const RunPlan &plan, const RunState &state, int task, int said);
    /// Hears what an adopted task has said while nobody listened.
    void catchUp(const QString &id);
    /// False where a human task cannot be answered now: it is being made ready, or its answer is being looked at.
    bool awaitsAnswer(const QString &id) const;
    /// A person did what a human task asks for.
    void answerHuman(const QString &id, const Request &request);
    /// A person resolved what blocks a task whose process waits for the note.
    void leaveNote(const QString &id, int attempt, const QString &note);
    /// A person did something about what keeps a task back where it is to run.
    void lookAgain(const QString &id);

    bool hasProcess(const QString &id) const; ///< Something of it runs that is not a person.
    bool hasBegun(const QString &id) const; ///< It is more than STARTING.
    QJsonObject aboutStart(const QString &id) const; ///< For the journal, of a task that was taken over and had begun.
    bool hasEnded(const QString &id) const; ///< What became of it is only being looked at.
    /// It was asked to end, and has not yet. With an empty \a id, any task that will have within seconds.
    bool isLeaving(const QString &id = {}) const;
    bool isLooking() const; ///< Something is being prepared or verified.
    bool isIdle() const; ///< Nothing runs, ends or is verified; people may still be asked.
    /// The same but for tasks that \a mayLive.
    bool isIdleBut(const std::function<bool(const QString &)> &mayLive) const;
    /// Every supervisor of an earlier runner has said what there is to say.
    bool isSettled();
    void removeMarkers() const;
    /// Hands over what of the plan can be carried out with nobody watching.
    void handOver(const RunPlan &plan, const RunState &state);
    bool isHandingOver() const;
    /// Takes back what was handed over; released() follows when that is done.
    void withdraw();
    /// Removes the worktrees of tasks that have ended; tidied() follows.
    void tidyWorktrees(const RunPlan &plan, const RunState &state);

signals:
    void happened(baton::EventType type, const QString &task, const QJsonObject &data);
    /// Nothing of this task is left.
    void released(const QString &task);
    void warned(const QString &sentence);
    void requestsArrived();
    void processLogChanged();
    void tidied();
    void handedOver();

private:
    struct Attempt
    {
        TaskOrder order;
        TaskExecutor *executor = nullptr; ///< Null for a human task.
        WorkerEventReader events;
        Redactor redactor = {};   ///< Of what it reports.
        bool hasVerdict = false;
        QString note = {};        ///< Of the person who did it.
        QString outcome = {};     ///< As it was last named.
        bool chooses = false;     ///< A branch of the plan waits to be named.
        QJsonObject verdictSoFar = {}; ///< As last told.
        bool active = false;      ///< What it says is read from then on.
        int said = 0;             ///< Reports still to come that the journal has already.
        bool stopped = false;     ///< The journal says why.
        bool interrupted = false; ///< It is to go on another time.
        bool preparing = false;   ///< Its worktree is being made.
        bool over = false;        ///< Nothing of it runs any more.
        bool verifying = false;
        qint64 endedAt = 0;       ///< Where that is heard of later; milliseconds since the epoch.
        qint64 startedAt = 0;     ///< As the journal has it; milliseconds since the epoch.
        qint64 begun = -1;        ///< By the clock of the ownership watch; -1 = not yet.
        QSet<QString> others = {}; ///< Tasks that ran in the same workspace meanwhile; the empty id: nobody knows who.
        std::optional<WorktreeOrder> worktree = {};
        QJsonObject about = {};   ///< Of its worktree and its executor, for the journal.
    };
    /// What was found when a task said that it had ended well.
    struct Outcome
    {
        EvidenceFound evidence;
        QList<VerifiedFile> inputs = {}; ///< As they are when it ends.
        QList<Trespass> trespasses = {};
        std::optional<Error> problem = {}; ///< Its work could not be committed.
        WorktreeCommit commit = {};
    };
    TaskOrder orderFor(const RunPlan &plan, int task, const TaskRun &run) const;
    Attempt attemptFor(const RunPlan &plan, const RunState &state, int task);
    void equip(TaskOrder &order, const RunPlan &plan, const QString &note, const QStringList &interfaces) const;
    EvidenceMarker markerFor(const TaskOrder &order) const { return {order.workspace, m_place.runId}; }
    QStringList promisesOf(const PlanTask &task) const;
    QStringList readBy(const Attempt &attempt) const;
    std::optional<qint64> freshSince(const Attempt &attempt, const QString &marker) const;
    void watchOwnership(const RunPlan &plan);
    bool isWatched(const Attempt &attempt) const;
    void meetOthers(Attempt &attempt);
    void seeFiles(const Attempt &attempt);
    WatchedAttempt watchedAttempt(const Attempt &attempt, qint64 since) const;
    void lookBefore(const QString &id, std::function<void()> then);
    TaskExecutor *executorFor(const PlanTask &task);
    TaskExecutor *executorOf(const QString &type);
    void launch(Attempt attempt);
    void prepare(const Attempt &attempt);
    void onPrepared(const QString &id, const Result<WorktreeMade> &made);
    void begin(const QString &id);
    bool isReadyToBegin(const QString &id);
    void carryOut(const QString &id);
    void sayIfSimulated(Attempt &attempt) const;
    void sayIfHere(const Attempt &attempt);
    void onEnded(const QString &id, const TaskEnd &end);
    void finish(const QString &id, const TaskEnd &end);
    void finishWell(const QString &id, const TaskEnd &end);
    QString outcomeProblem(const Attempt &attempt) const;
    void verify(Attempt &attempt, const EvidenceCheck &check);
    void commitWork(const WorktreeOrder &order, Outcome &outcome) const;
    void onVerified(const QString &id, int attempt, const Outcome &outcome);
    void fail(const QString &id, const QString &reason, const QString &message);
    static QJsonObject withEnd(const Attempt &attempt, QJsonObject data);
    QList<WorkerReport> spentBy(const TaskOrder &order);
    Result<TaskResult> resultOf(const TaskOrder &order);
    void endOtherwise(const QString &id, const QString &reason, const QString &message);
    void release(const QString &id);
    void onActive(const QString &id, const QJsonObject &data);
    void report(const QString &id, const WorkerReport &said);
    void hideSecrets(const Attempt &attempt);
    void onFileChanged(const QString &path);
    void readEvents(const QString &id);
    void readResultsSoFar();

    RunPlace m_place;
    RunSettings m_settings;
    std::unique_ptr<RunWorktrees> m_worktrees; ///< Null where all work in one place.
    std::shared_ptr<OwnershipWatch> m_owners; ///< Null where nobody owns anything; shared with the threads that look.
    qsizetype m_watchedTasks = -1; ///< Tasks of the plan that it was made for.
    FolderWatch m_watch;
    QSet<QString> m_changedResults; ///< Result files that tasks have written since they were last read.
    QTimer m_resultTimer;
    RunProcesses m_processes;
    std::map<QString, std::unique_ptr<TaskExecutor>> m_executors; ///< By type.
    QHash<QString, Attempt> m_attempts;
    QSet<QString> m_leaving; ///< Asked to end, with processes here.
    QHash<QString, Attempt> m_waiting; ///< Started again before the attempt before has gone.
    QThreadPool m_pool;                ///< Last: it is waited for before anything above goes.
};

} // namespace baton
