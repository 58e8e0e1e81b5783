// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/applier.h"

#include "model/run/books.h"
#include "model/run/transitions.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A task that fails for ever must not fill the memory with what it found before.
constexpr qsizetype maxFiles = 100'000;
constexpr qsizetype maxTrespasses = 1000;
constexpr qsizetype maxIssues = 1000;
constexpr qsizetype maxProblems = 100;
constexpr qsizetype longestProblem = 1000;

/// Beyond this a retry would come after everybody has gone home for good; it also keeps the sum from
/// overflowing.
constexpr double longestDelay = 366.0 * 86'400'000;

/// What a cluster says of a job, for where there is little room: where it waits and why, or where it runs.
QString markOf(const QJsonObject &about)
{
    const QJsonValue waits = about["waits"_L1];
    const QString reason = about["reason"_L1].toString();
    const QString place = about[waits.toBool() ? "partition"_L1 : "node"_L1].toString();
    if (!waits.isBool() || place.isEmpty() || !about.contains("job"_L1))
        return {};
    return waits.toBool() ? u"%1 · %2"_s.arg(place, reason) : u"%1 · #%2"_s.arg(place).arg(about["job"_L1].toInteger());
}

int countIn(const QJsonObject &data, const QString &key, int otherwise)
{
    return qBound(0, data.value(key).toInt(otherwise), 1'000'000'000);
}

} // namespace

QString Applier::takeWorkerEvent(int task)
{
    switch (m_event.type) {
    case EventType::WorkerTaskStarted:
    case EventType::WorkerCheckpoint:
    case EventType::WorkerTaskCompleted:
    case EventType::WorkerUsage:
    case EventType::WorkerOutcome:
    case EventType::WorkerVerdict:
    case EventType::WorkerEvidence:
        return addToTask(task);
    default:
        return moveTask(task);
    }
}

QString Applier::moveTask(int index)
{
    const PlanTask &task = m_plan.tasks.at(index);
    const TaskRun &before = m_state.tasks.at(index);
    const bool hasEnded = before.processEnded || m_event.data.value("restart"_L1).toBool();
    const AfterBlock then = hasEnded ? AfterBlock::Starts : before.hasBegun ? AfterBlock::GoesOn : AfterBlock::IsYetToBegin;
    const std::optional<TaskState> target = targetOf(before.state, m_event.type, then);
    if (!target)
        return u"a task that is %1 cannot do that"_s.arg(nameOf(before.state));
    if (m_event.type == EventType::WorkerCancelled && before.state == TaskState::Failed && !before.retryAt)
        return u"the task has ended"_s;
    if (m_event.type == EventType::WorkerReset && task.superseded)
        return u"a later round of the task runs instead"_s;
    if (m_event.type == EventType::WorkerUnblocked && m_event.data.contains(executorsOwn) && !before.suspended && !before.keptBack)
        return u"it was not the cluster that blocked it"_s;
    if (m_event.type == EventType::WorkerBlocked && before.state == TaskState::Starting && !m_event.data.contains(executorsOwn))
        return u"it has not begun"_s;
    if (!m_changes)
        return {};

    TaskRun &run = m_changes->tasks[index];
    const TaskState from = run.state;
    run.state = *target;
    switch (m_event.type) {
    case EventType::WorkerStarted:
        onStarted(run);
        break;
    case EventType::WorkerActive:
        leaveQueue(run);
        if (m_event.data.contains("at"_L1))
            run.waitedFor = std::max(momentOf(m_event), m_state.startedAt) - run.startedAt;
        run.hasBegun = true;
        break;
    case EventType::WorkerBlocked:
        run.reason = reason();
        run.blockedAt = m_event.time;
        run.waitedFor += m_event.time - momentOf(m_event);
        run.processEnded = m_event.data.value("ended"_L1).toBool();
        run.keptBack = m_event.data.value(executorsOwn)["waits"_L1].toBool();
        run.suspended = m_event.data.contains(executorsOwn) && !run.keptBack;
        leaveQueue(run);
        break;
    case EventType::WorkerUnblocked:
        run.note = text(u"note"_s);
        run.reason.clear();
        run.waitedFor += qMax(qint64(0), m_event.time - run.blockedAt);
        run.keepsAttempt = hasEnded;
        run.processEnded = false;
        run.suspended = run.keptBack = false;
        if (run.state == TaskState::Starting)
            run.queuedAt = qMax(qint64(1), m_event.time); // it waits again, with others
        break;
    case EventType::WorkerFailed:
        onFailed(task, run);
        onEnded(run, from);
        break;
    case EventType::WorkerRetry:
        run.retryAt = 0;
        run.endedAt = 0;
        if (m_event.data.contains("by"_L1)) {
            run.firstAttempt = run.attempt + 1;
            run.note = text(u"note"_s);
            keepTrespasses(run); // Who asks for it again has seen them.
        }
        break;
    case EventType::WorkerReset:
        onReset(index, run);
        break;
    case EventType::WorkerSkipped:
    case EventType::WorkerCancelled:
        run.reason = reason();
        run.retryAt = 0;
        onEnded(run, from);
        break;
    case EventType::WorkerComplete:
        run.reason.clear();
        onEnded(run, from);
        break;
    default:
        break;
    }
    const bool isOver = run.state != TaskState::Starting && run.state != TaskState::Active && run.state != TaskState::Blocked;
    if (isOver && run.verdict && run.verdict->isSoFar)
        run.verdict.reset();
    if (isOver) {
        run.place.clear();
        run.mark.clear();
        run.queuedAt = 0;
        run.suspended = run.keptBack = false;
    }
    run.lastSign = m_event.time;
    Bookkeeper(m_plan, *m_changes).taskChanged(index);
    return {};
}

void Applier::onStarted(TaskRun &run) const
{
    if (!run.keepsAttempt)
        ++run.attempt;
    run.keepsAttempt = false;
    run.processEnded = false;
    run.hasBegun = false;
    run.outdated = false;
    run.startedAt = m_event.time;
    run.endedAt = 0;
    run.waitedFor = 0;
    run.place.clear();
    run.mark.clear();
    run.queuedAt = 0;
    run.awaitsApproval = false;
    run.reason.clear();
    run.fault.clear();
    run.outcome.clear();
    run.verdict.reset();
    run.evidence.clear();
    run.checkpoint.clear();
    run.problems.clear();
    run.subtasksDone = run.subtasksLeft = 0;
}

void Applier::onFailed(const PlanTask &task, TaskRun &run) const
{
    const QString code = text(u"reason"_s);
    run.reason = reason();
    run.fault = code;
    run.retryAt = 0;
    run.processEnded = false;
    if (code == "interrupted"_L1) {
        // Not its fault: it goes on at once, and the attempt does not count.
        run.retryAt = qMax(qint64(1), m_event.time);
        run.keepsAttempt = true;
        return;
    }
    if (code == "node-lost"_L1) {
        // Not its fault either, but what it left half done is better not mixed with what the next one does.
        run.retryAt = qMax(qint64(1), m_event.time);
        ++run.firstAttempt;
        return;
    }
    const int starts = run.attempt - run.firstAttempt + 1;
    const bool isSpent = m_plan.contents.info.budgetStop && task.plannedTokens > 0 && run.usage.total() > task.plannedTokens;
    if (code == "budget"_L1 || isSpent || starts > task.retry.max)
        return;
    const double delay = double(task.retry.delay) * std::pow(task.retry.backoff, qMax(0, starts - 1));
    run.retryAt = qMax(qint64(1), m_event.time) + qint64(delay < longestDelay ? delay : longestDelay);
}

void Applier::outdate(int task) const
{
    TaskRun &run = m_changes->tasks[task];
    run.outdated = run.outdated || run.state == TaskState::Starting || run.state == TaskState::Active || run.state == TaskState::Blocked;
}

void Applier::onReset(int task, TaskRun &run)
{
    keepTrespasses(run);
    if (run.verdict && !run.verdict->isSoFar)
        keepIssues(run.earlierIssues, run.verdict->issues);
    run = TaskRun{.state = run.state,
                  .attempt = run.attempt,
                  .usage = run.usage,
                  .earlierTrespasses = run.earlierTrespasses,
                  .earlierIssues = run.earlierIssues,
                  .note = text(u"note"_s),
                  .firstAttempt = run.attempt + 1,
                  .budgetWarned = run.budgetWarned,
                  .budgetExceeded = run.budgetExceeded};
    for (const PlanEdge edge : m_plan.links.edgesOfTask.of(task))
        outdate(edge.task);
    for (const int i : m_state.books.restarts.toList()) {
        if (m_state.gates.at(i).restarts.contains(task)) {
            m_changes->gates[i].restarts.removeAll(task);
            Bookkeeper(m_plan, *m_changes).gateChanged(i);
        }
    }
}

void Applier::onEnded(TaskRun &run, TaskState from) const
{
    leaveQueue(run);
    if (from == TaskState::Blocked)
        run.waitedFor += qMax(qint64(0), m_event.time - run.blockedAt);
    run.endedAt = std::min(m_event.time, std::max(momentOf(m_event), run.startedAt + run.waitedFor));
}

void Applier::leaveQueue(TaskRun &run) const
{
    if (run.queuedAt > 0)
        run.waitedFor += qMax(qint64(0), m_event.time - run.queuedAt);
    run.queuedAt = 0;
}

/// What its executor's machinery says of it.
QString Applier::placeTask(int index)
{
    const TaskState state = m_state.tasks.at(index).state;
    if (state != TaskState::Starting && state != TaskState::Active && state != TaskState::Blocked)
        return u"the task does not run"_s;
    if (!m_changes)
        return {};
    TaskRun &run = m_changes->tasks[index];
    run.place = m_event.data.value("checkpoint"_L1).toString(run.place);
    const QJsonValue waits = m_event.data.value(executorsOwn)["waits"_L1];
    run.mark = markOf(m_event.data.value(executorsOwn).toObject());
    if (waits.isBool() && !waits.toBool())
        leaveQueue(run);
    else if (waits.isBool() && run.queuedAt == 0 && state == TaskState::Starting)
        run.queuedAt = qMax(qint64(1), m_event.time);
    Bookkeeper(m_plan, *m_changes).taskChanged(index);
    return {};
}

QString Applier::addToTask(int index)
{
    if (m_event.type == EventType::WorkerCheckpoint && m_event.data.contains(executorsOwn))
        return placeTask(index);

    const TaskRun &before = m_state.tasks.at(index);
    const bool isRunning = before.state == TaskState::Starting || before.state == TaskState::Active ||
                           before.state == TaskState::Blocked;
    // What was spent, and what was done to the files of others, may become known only when all is over.
    const bool isAfterwards = m_event.type == EventType::WorkerUsage || m_event.data.contains("trespasses"_L1);
    if (!isRunning && (!isAfterwards || before.attempt == 0))
        return u"the task does not run"_s;
    const QJsonObject &data = m_event.data;
    const bool hasVerdict =
        data.value("verdict"_L1) == "approved"_L1 || data.value("verdict"_L1) == "rejected"_L1;
    if (m_event.type == EventType::WorkerVerdict && (!hasVerdict || !data.value("issues"_L1).isArray()))
        return u"the verdict has no issue list"_s;
    if (!m_changes)
        return {};
    TaskRun &run = m_changes->tasks[index];
    const bool hasEnded = m_event.type == EventType::WorkerCheckpoint && isRunning && data.value("ended"_L1).toBool();
    switch (m_event.type) {
    case EventType::WorkerCheckpoint:
        run.checkpoint = data.value("checkpoint"_L1).toString(run.checkpoint);
        run.processEnded = run.processEnded || hasEnded;
        blockAgain(run);
        addTrespasses(run);
        for (const QJsonValue &problem : data.value("problems"_L1).toArray()) {
            if (run.problems.size() < maxProblems && problem.isString())
                run.problems.append(problem.toString().left(longestProblem));
        }
        run.subtasksDone = countIn(data, u"tasks_completed"_s, run.subtasksDone);
        run.subtasksLeft = countIn(data, u"tasks_remaining"_s, run.subtasksLeft);
        break;
    case EventType::WorkerTaskCompleted:
        run.subtasksDone = countIn(data, u"tasks_completed"_s, run.subtasksDone + 1);
        run.subtasksLeft = countIn(data, u"tasks_remaining"_s, qMax(0, run.subtasksLeft - 1));
        break;
    case EventType::WorkerUsage:
        addUsage(index);
        break;
    case EventType::WorkerOutcome:
        run.outcome = data.value("outcome"_L1).toString();
        break;
    case EventType::WorkerVerdict:
        run.verdict = Verdict{data.value("verdict"_L1) == "approved"_L1, data.value("issues"_L1).toArray(), data.value("so_far"_L1).toBool()};
        break;
    case EventType::WorkerEvidence:
        if (run.evidence.size() < maxFiles)
            run.evidence.append({data.value("path"_L1).toString(), data.value("bytes"_L1).toInteger(),
                                 data.value("sha256"_L1).toString()});
        break;
    default:
        break;
    }
    run.lastSign = m_event.time;
    const bool isBudgeted = m_event.type == EventType::WorkerUsage && m_plan.tasks.at(index).plannedTokens;
    if (isBudgeted || hasEnded || m_plan.tasks.at(index).timeouts.idle)
        Bookkeeper(m_plan, *m_changes).taskChanged(index);
    return {};
}

/// BLOCKED already, it says so once more. What its cluster did to it stands until the cluster undoes it, or the task is gone.
void Applier::blockAgain(TaskRun &run) const
{
    if (run.state != TaskState::Blocked || !m_event.data.contains(blockedFor))
        return;
    if (run.processEnded)
        run.suspended = run.keptBack = false;
    if (!run.suspended && !run.keptBack)
        run.reason = text(blockedFor);
}

void Applier::keepIssues(QJsonArray &earlier, const QJsonArray &issues)
{
    for (const QJsonValue &issue : issues) {
        if (earlier.size() < maxIssues && !earlier.contains(issue))
            earlier.append(issue);
    }
}

void Applier::keepTrespasses(TaskRun &run)
{
    for (const Trespass &trespass : std::exchange(run.trespasses, {})) {
        if (run.earlierTrespasses.size() < maxTrespasses && !run.earlierTrespasses.contains(trespass))
            run.earlierTrespasses.append(trespass);
    }
}

void Applier::addTrespasses(TaskRun &run) const
{
    for (const QJsonValue &value : m_event.data.value("trespasses"_L1).toArray()) {
        const Trespass trespass{value["path"_L1].toString(), value["owner"_L1].toString(), value["certain"_L1].toBool(),
                                value["deleted"_L1].toBool()};
        if (run.trespasses.size() < maxTrespasses && !trespass.path.isEmpty() && !run.trespasses.contains(trespass))
            run.trespasses.append(trespass);
    }
}

void Applier::addUsage(int index)
{
    const Usage usage = Usage::fromJson(m_event.data);
    m_changes->tasks[index].usage += usage;
    m_changes->usage += usage;
    // What was read from a cache counts for no vendor's limit.
    if (const int governor = m_changes->books.governorOf.value(index, -1); governor >= 0)
        m_changes->windows[governor].add(m_event.time, usage.total() - usage.cacheReadTokens);
}

} // namespace baton
