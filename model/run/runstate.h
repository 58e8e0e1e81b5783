// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/names.h"
#include "model/run/event.h"
#include "model/run/governor.h"
#include "model/run/indexset.h"
#include "model/run/runplan.h"

#include <QJsonArray>
#include <QList>
#include <QMap>

namespace baton {

enum class TaskState : quint8 { Pending, Ready, Starting, Active, Blocked, Complete, Failed, Skipped, Cancelled };
enum class GateState : quint8 { Closed, Checking, Passed, Failed, Skipped };
enum class RunStatus : quint8 { Planned, Running, Paused, Waiting, Complete, Failed, Cancelled };

template <>
struct EnumNames<TaskState>
{
    static constexpr std::array values{
        Named{TaskState::Pending, "PENDING"},   Named{TaskState::Ready, "READY"},
        Named{TaskState::Starting, "STARTING"}, Named{TaskState::Active, "ACTIVE"},
        Named{TaskState::Blocked, "BLOCKED"},   Named{TaskState::Complete, "COMPLETE"},
        Named{TaskState::Failed, "FAILED"},     Named{TaskState::Skipped, "SKIPPED"},
        Named{TaskState::Cancelled, "CANCELLED"}};
};
template <>
struct EnumNames<GateState>
{
    static constexpr std::array values{Named{GateState::Closed, "CLOSED"}, Named{GateState::Checking, "CHECKING"},
                                       Named{GateState::Passed, "PASSED"}, Named{GateState::Failed, "FAILED"},
                                       Named{GateState::Skipped, "SKIPPED"}};
};
template <>
struct EnumNames<RunStatus>
{
    static constexpr std::array values{
        Named{RunStatus::Planned, "PLANNED"},   Named{RunStatus::Running, "RUNNING"},
        Named{RunStatus::Paused, "PAUSED"},     Named{RunStatus::Waiting, "WAITING"},
        Named{RunStatus::Complete, "COMPLETE"}, Named{RunStatus::Failed, "FAILED"},
        Named{RunStatus::Cancelled, "CANCELLED"}};
};

/// Who answers what the plan asks of people (`--approve`).
enum class ApproveMode : quint8 {
    Ask,  ///< People, while the run goes on.
    All,  ///< Baton, with yes.
    None, ///< Nobody: the run ends as WAITING when only people are left to act.
};

template <>
struct EnumNames<ApproveMode>
{
    static constexpr std::array values{Named{ApproveMode::Ask, "ask"}, Named{ApproveMode::All, "all"},
                                       Named{ApproveMode::None, "none"}};
};

/// Where the commands of a run go, whatever its plan says of them (`--on`).
enum class RunWhere : quint8 {
    Plan,    ///< As the plan says.
    Machine, ///< Jobs of a cluster run here, as processes.
    Cluster, ///< Commands of this machine go to the cluster, as jobs.
};

template <>
struct EnumNames<RunWhere>
{
    static constexpr std::array values{Named{RunWhere::Plan, "plan"}, Named{RunWhere::Machine, "machine"},
                                       Named{RunWhere::Cluster, "cluster"}};
};

/// What a run was started with beside its plan. It stands in the data of `run.started` (and of `run.resumed`, where it
/// changes), so that a replay knows it too.
struct RunSettings
{
    std::optional<qint64> maxConcurrent = {}; ///< In place of the plan's; 0 = as many as are ready.
    ApproveMode approve = ApproveMode::None;
    bool simulate = false;
    RunWhere where = RunWhere::Plan;
    quint32 seed = 1;  ///< Of what simulated tasks do.
    double speed = 1;  ///< Of simulated time.
    QList<Governor> governors = {}; ///< Empty in a simulation, which calls nobody.
    double maxCostUsd = 0; ///< Once so much was spent nothing starts that has a governor; 0 = no limit.

    bool isSpent(double costUsd) const { return maxCostUsd > 0 && costUsd >= maxCostUsd; }
    QJsonObject toJson() const;
    /// What the data do not name, or not sensibly, stays as it is.
    void update(const QJsonObject &data);

    bool operator==(const RunSettings &) const = default;
};

/// Marks events that an executor's machinery says of a task, not the task itself. No task can set it. Its value is what
/// the machinery knows: `waits` (true while the task has not got its turn there) and whatever names the place.
inline constexpr QLatin1StringView executorsOwn("cluster");

/// In a checkpoint of a task that is BLOCKED already: why it is now. No task can set it.
inline constexpr QLatin1StringView blockedFor("blocked_for");

/// What a validating task returned.
struct Verdict
{
    bool approved = false;
    QJsonArray issues; ///< {"severity", "task", "where", "what", "fix"} each.
    bool isSoFar = false; ///< Its task still runs: what counts is what it leaves at its end.

    bool operator==(const Verdict &) const = default;
};

/// Sums over all `worker.usage` of a task, failed attempts included.
struct Usage
{
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 cacheReadTokens = 0;
    qint64 cacheWriteTokens = 0;
    qint64 reasoningTokens = 0;
    double costUsd = 0;

    qint64 total() const { return inputTokens + outputTokens + cacheReadTokens + cacheWriteTokens + reasoningTokens; }
    Usage &operator+=(const Usage &other);
    /// Of the data of a `worker.usage`; negative and absurd numbers count as 0.
    static Usage fromJson(const QJsonObject &data);
    bool operator==(const Usage &) const = default;
};

struct VerifiedFile
{
    QString path; ///< Relative to the workspace.
    qint64 bytes = 0;
    QString sha256;

    bool operator==(const VerifiedFile &) const = default;
};

/// A file that another task owns, written or deleted.
struct Trespass
{
    QString path;         ///< Relative to the workspace.
    QString owner;        ///< The task whose file it is.
    bool certain = false; ///< Nobody else can have done it; else it is only reported.
    bool isDeleted = false;

    bool operator==(const Trespass &) const = default;
};

/// One task of a run, as the journal has it so far.
struct TaskRun
{
    TaskState state = TaskState::Pending;
    int attempt = 0;        ///< 1 with the first start.
    qint64 startedAt = 0;   ///< Milliseconds since the epoch of the latest STARTING; 0 = never.
    qint64 endedAt = 0;     ///< Of the latest COMPLETE, FAILED, SKIPPED or CANCELLED; 0 = not ended. May lie before startedAt, see waitedFor.
    qint64 retryAt = 0;     ///< When a retry is due; 0 = none.
    bool awaitsApproval = false;
    bool approved = false;  ///< A person allowed the launch.
    QString reason = {};    ///< Why BLOCKED, FAILED, SKIPPED or CANCELLED, in words.
    QString fault = {};     ///< Of the latest failure: its code, `not-installed` and the like; reason says it in words.
    QString outcome = {};
    std::optional<Verdict> verdict = {};
    Usage usage = {};
    QList<VerifiedFile> evidence = {};
    QString checkpoint = {};
    QList<Trespass> trespasses = {}; ///< Files of others that it wrote, in any attempt since it was last asked for.
    QList<Trespass> earlierTrespasses = {}; ///< Those of before that.
    QJsonArray earlierIssues = {};   ///< Of a validation that was asked for again: what its verdicts before that named.
    QStringList problems = {};  ///< What is wrong with what its worker said, a sentence each; it does not fail for that.
    int subtasksDone = 0;
    int subtasksLeft = 0;

    QString note = {};      ///< For BATON_NOTE: what a person, or the gate that asks for it again, has to say.
    int firstAttempt = 1;   ///< The attempt from which retries are counted: later after a reset.
    bool keepsAttempt = false;   ///< The next start is the same attempt (after exit 75, or an interruption).
    bool processEnded = false;   ///< Nothing of it runs any more: BLOCKED, there is none to go on with; else it is being verified.
    bool refused = false;        ///< A person refused the launch.
    bool budgetWarned = false;
    bool budgetExceeded = false;
    qint64 blockedAt = 0;   ///< While BLOCKED: since when.
    qint64 waitedFor = 0;   ///< Milliseconds of this attempt that were spent BLOCKED, or in a cluster's queue. Below 0 where it began
                            ///< before the journal heard of it: a cluster does so with a plan that it was given whole.
    QString place = {};     ///< Where it is, while it runs, as its executor's machinery last said: `Job 12 runs on n1 (main).`
    QString mark = {};      ///< The same where there is little room: `n1 · #12`; empty where only a sentence says it.
    qint64 queuedAt = 0;    ///< While it waits in a cluster's queue: since when. It is not late for that.
    bool suspended = false; ///< BLOCKED by its cluster, which goes on with it by itself: no person is asked.
    bool keptBack = false;  ///< BLOCKED by its cluster, until a person does something about it.
    bool outdated = false;  ///< What it needs was asked for again while it ran, so that it had begun with something else.
    bool hasBegun = false;  ///< Its latest start was ACTIVE.
    qint64 lastSign = 0;    ///< When its worker last wrote an event.

    bool operator==(const TaskRun &) const = default;
};

/// What one criterion saw when its gate was checked.
struct CriterionResult
{
    QString criterion;
    bool holds = false;
    QString saw;

    bool operator==(const CriterionResult &) const = default;
};

struct GateRun
{
    GateState state = GateState::Closed;
    int round = 0;          ///< Checks begun: 1 with the first.
    bool awaitsApproval = false;
    QList<CriterionResult> criteria = {};
    qint64 changedAt = 0;

    bool approved = false;  ///< A person passed it.
    bool refused = false;   ///< A person refused it.
    int repairs = 0;        ///< Rounds of retry or of fix phases so far.
    bool wantsFix = false;  ///< A fix phase is to be proposed.
    QJsonArray issues = {};     ///< Of the person who refused it.
    QJsonArray earlierIssues = {}; ///< Of people who refused it in earlier rounds.
    QList<int> restarts = {};   ///< Tasks that a round of retry has still to reset.
    QJsonObject proposal = {};  ///< The fix phase that waits for an answer.

    bool operator==(const GateRun &) const = default;
};

/// Numbers that follow from the states of tasks and gates, kept up to date so that deciding what is next costs the same
/// in a plan of ten and of a hundred thousand. Only books.cpp writes them; everybody else reads the states themselves.
struct Books
{
    /// Lost: what is needed has ended otherwise than well, or can itself never start. It is waited for all the same.
    enum class NeedState : quint8 { Waiting, Taken, Skipped, Refused, Lost };
    struct OfTask
    {
        quint8 flags = 0;   ///< Of its state, as its gates and phase have counted it.
        TaskState counted = TaskState::Pending;
        bool retries = false; ///< Counted among `retries`.
        bool stuck = false;   ///< PENDING, and as things are it can never become READY: all it waits for is final.
        int waiting = 0;    ///< Needs that are not decided yet, the lost ones among them.
        int lost = 0;       ///< Needs that are lost.
        int taken = 0;      ///< Needs that hold.
        int skipped = 0;    ///< Needs whose source was SKIPPED.
        qint64 deadline = 0; ///< Its place in `deadlines`; 0 = none.
        bool operator==(const OfTask &) const = default;
    };
    struct OfGate
    {
        int unended = 0; ///< Tasks in scope that have not ended and are not stuck; fix phases are counted apart.
        int notSkipped = 0; ///< Needs of a sync point that are not SKIPPED.
        int running = 0; ///< Tasks in scope STARTING, ACTIVE or BLOCKED.
        int pending = 0; ///< Tasks in scope PENDING and not stuck.
        int gates = 0;   ///< Needed gates neither PASSED nor SKIPPED.
        bool waits = false; ///< For a person.
        bool lost = false; ///< FAILED, and nothing is under way that could change that.
        bool mayBeMended = false; ///< By a fix phase, one that is there or one that may be proposed.
        bool operator==(const OfGate &) const = default;
    };
    struct OfPhase
    {
        int unended = 0; ///< Tasks that have not ended and are not stuck.
        int stuck = 0;   ///< Tasks that are.
        int notWell = 0; ///< Tasks neither COMPLETE nor SKIPPED.
        int failed = 0;  ///< Tasks that ended FAILED or CANCELLED.
        int moved = 0;   ///< Tasks that are READY or further.
        int running = 0; ///< Tasks STARTING, ACTIVE or BLOCKED.
        int gates = 0;   ///< Gates neither PASSED nor SKIPPED.
        int before = 0;  ///< Phases it comes after that are not closed.
        bool open = false;
        bool closed = false;
        bool settled = true; ///< No further round of it will be.
        bool operator==(const OfPhase &) const = default;
    };
    struct OfGroup
    {
        int holders = 0;    ///< Tasks STARTING, ACTIVE or BLOCKED that own an overlapping file.
        QMap<int, QList<int>> ready = {}; ///< Ranks of startable tasks, sorted, by governor (-1 = none, -2 = a person).
        bool operator==(const OfGroup &) const = default;
    };
    struct OfGovernor
    {
        int inFlight = 0;   ///< Its tasks STARTING or ACTIVE,
        qint64 planned = 0; ///< and the tokens that they are planned to take.
        IndexSet startable; ///< As below, for its tasks.
        bool operator==(const OfGovernor &) const = default;
    };

    QList<OfTask> tasks;
    QList<NeedState> needs;       ///< By place (`PlanLinks::needs`).
    QList<OfGate> gates;
    QList<quint8> gatePassed;  ///< 0, 1 PASSED, 2 SKIPPED; as its edges have counted it.
    QList<OfPhase> phases;
    QList<OfGroup> groups;
    QList<OfGovernor> governors; ///< As RunSettings has them.
    QList<qint8> governorOf;     ///< Of each task; -1 = none.
    std::array<int, 9> count = {}; ///< Tasks in each state, instances that a later round supersedes left out.
    int takenSlots = 0;
    int humans = 0;            ///< Human tasks STARTING or ACTIVE.
    int retries = 0;           ///< FAILED tasks with a retry due.
    int asked = 0;             ///< READY tasks whose launch waits for a person.
    int gatesWaiting = 0;      ///< Gates that wait for a person, for themselves or for their proposed fix.
    IndexSet unfinished;       ///< Tasks that a cancelled run has to cancel.
    IndexSet resets;           ///< Tasks that what they need has left behind.
    IndexSet decisions;        ///< Tasks about which something else is to be recorded.
    IndexSet startable;        ///< Ranks of tasks without a governor; of each owner group at most the first of theirs.
    IndexSet gateDecisions;
    IndexSet restarts;         ///< Gates whose round of retry has still something to reset.
    IndexSet rounds;           ///< Phases whose next round is due.
    QMap<int, int> liveWaves;  ///< READY to BLOCKED tasks and due retries by wave; only with a wave barrier.
    QMap<std::pair<qint64, int>, bool> deadlines; ///< (time, task): retries and timeouts.

    bool operator==(const Books &) const = default;
};

/// Everything that a journal says up to one event. `tasks` and `gates` go by the indexes of the plan; where fix phases
/// or further rounds extended that, by those of planOf().
struct RunState
{
    QString runId;
    RunStatus status = RunStatus::Planned;
    qint64 seq = 0;
    qint64 startedAt = 0;
    qint64 endedAt = 0; ///< Of the latest run.finished; 0 = not finished.
    qint64 now = 0; ///< Time of the latest event.
    QList<TaskRun> tasks = {};
    QList<GateRun> gates = {};

    RunSettings settings = {};
    bool cancelling = false; ///< The run is being cancelled.
    Usage usage = {};        ///< Of all tasks.
    bool budgetWarned = false;
    bool budgetExceeded = false;
    bool costExceeded = false; ///< That the run has spent what it may is in the journal.
    QList<TokenWindow> windows = {}; ///< Of each governor.
    std::shared_ptr<const RunPlan> extended = {}; ///< The plan with accepted fix phases and further rounds; else null.
    int refusedEvents = 0;       ///< Events that this state could not take; they changed nothing.
    QStringList refusals = {};   ///< Why, for the first hundred of them.
    Books books = {};

    /// Nothing of it goes on any more, by a resume neither.
    bool isOver() const { return status == RunStatus::Complete || status == RunStatus::Cancelled; }
    /// The run has spent what it may.
    bool isSpent() const { return settings.isSpent(usage.costUsd); }
    /// Started and not finished.
    bool isRunning() const { return status == RunStatus::Running || status == RunStatus::Paused; }
};

/// The plan that the indexes of a state go by: \a plan itself, or what the run has made of it.
inline const RunPlan &planOf(const RunPlan &plan, const RunState &state)
{
    return state.extended ? *state.extended : plan;
}

/// Equal in everything that a reader of a journal can see.
bool operator==(const RunState &a, const RunState &b);

/// What the latest attempt of a task took, or has taken by \a now: milliseconds from when it began to when it ended, as far
/// as that is known, without what it spent in a queue or BLOCKED.
qint64 workedFor(const TaskRun &run, qint64 now);

/// Whether a COMPLETE task ended with this label: its outcome, or `approved` and `rejected` of its verdict.
bool endedWith(const TaskRun &run, const QString &label);

} // namespace baton
