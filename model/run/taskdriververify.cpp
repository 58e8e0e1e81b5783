// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// What is looked at before anybody believes that a task has ended well.

#include "model/run/taskdriver.h"

#include "model/run/inputs.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype mostTrespasses = 1000;

QJsonArray toJson(const QList<Trespass> &trespasses)
{
    QJsonArray array;
    for (const Trespass &trespass : trespasses.first(qMin(mostTrespasses, trespasses.size())))
        array.append(QJsonObject{{u"path"_s, trespass.path},
                                 {u"owner"_s, trespass.owner},
                                 {u"certain"_s, trespass.certain},
                                 {u"deleted"_s, trespass.isDeleted}});
    return array;
}

QJsonArray toJson(const QList<VerifiedFile> &inputs)
{
    QJsonArray array;
    for (const VerifiedFile &file : inputs)
        array.append(QJsonObject{{u"path"_s, file.path}, {u"sha256"_s, file.sha256}});
    return array;
}

} // namespace

/// What a resume compares with what is there then. Worktrees begin from commits, which nobody changes.
QStringList TaskDriver::readBy(const Attempt &attempt) const
{
    const bool isReal = !m_settings.simulate && !attempt.order.task.isSimulated;
    return isReal && !attempt.worktree ? inputsOf(attempt.order.task) : QStringList();
}

/// Made anew when the run has added tasks to its plan.
void TaskDriver::watchOwnership(const RunPlan &plan)
{
    if (m_settings.simulate || m_watchedTasks == plan.tasks.size())
        return;
    m_watchedTasks = plan.tasks.size();
    m_owners = std::make_shared<OwnershipWatch>(plan, m_owners.get());
    if (m_owners->ownership().isEmpty())
        m_owners.reset();
}

/// Only what runs by itself is watched: people know what they do.
bool TaskDriver::isWatched(const Attempt &attempt) const
{
    return m_owners && attempt.executor && !attempt.order.task.isSimulated;
}

/// Whoever runs at the same time in the same place may have written what is found afterwards.
void TaskDriver::meetOthers(Attempt &attempt)
{
    if (!m_owners || attempt.worktree || attempt.order.task.isSimulated)
        return;
    for (Attempt &other : m_attempts) {
        if (other.over || other.worktree || other.order.task.isSimulated)
            continue;
        other.others.insert(attempt.order.id);
        attempt.others.insert(other.order.id);
    }
}

/// Of what a task deletes only that is missed which was seen before.
void TaskDriver::seeFiles(const Attempt &attempt)
{
    m_attempts[attempt.order.id].preparing = true;
    m_pool.start([this, owners = m_owners, id = attempt.order.id, workspace = attempt.order.workspace] {
        owners->see(workspace);
        QMetaObject::invokeMethod(this, [this, id] {
            if (isReadyToBegin(id))
                carryOut(id);
        }, Qt::QueuedConnection);
    });
}

WatchedAttempt TaskDriver::watchedAttempt(const Attempt &attempt, qint64 since) const
{
    return {attempt.order.id, attempt.order.workspace, since, attempt.begun, attempt.others};
}

/// It has ended otherwise than well: what it did to the files of others is looked for all the same, then it goes on.
void TaskDriver::lookBefore(const QString &id, std::function<void()> then)
{
    const auto known = m_attempts.find(id);
    if (known == m_attempts.end() || !isWatched(*known) || known->begun < 0)
        return then();
    known->verifying = true;
    const qint64 since = markerFor(known->order).time(known->order.label).value_or(std::numeric_limits<qint64>::max());
    m_pool.start([this, id, number = known->order.attempt, owners = m_owners, watched = watchedAttempt(*known, since),
                  asked = m_owners->now(), then = std::move(then)] {
        const QList<Trespass> found = owners->look(watched, asked);
        QMetaObject::invokeMethod(this, [this, id, number, found, then] {
            const auto attempt = m_attempts.find(id);
            if (attempt == m_attempts.end() || attempt->order.attempt != number)
                return;
            attempt->verifying = false;
            if (!found.isEmpty())
                emit happened(EventType::WorkerCheckpoint, id, {{u"trespasses"_s, toJson(found)}});
            then();
        }, Qt::QueuedConnection);
    });
}

/// With no branch named all of them would be skipped, and the run would seem complete.
QString TaskDriver::outcomeProblem(const Attempt &attempt) const
{
    const PlanTask &task = attempt.order.task;
    const QStringList &declared = task.task->outcomes;
    if (m_settings.simulate || task.isSimulated || task.isValidation || declared.isEmpty() || declared.contains(attempt.outcome))
        return {};
    const QString labels = declared.join(u", "_s);
    if (!attempt.outcome.isEmpty())
        return tr("“%1” is none of its outcomes. It has to name one of %2 in $BATON_RESULT.").arg(attempt.outcome.left(80), labels);
    return attempt.chooses && declared.size() > 1 ? tr("No outcome: it has to name one of %1 in $BATON_RESULT.").arg(labels) : QString();
}

/// Without the marker, which somebody may have tidied away, what a person did is measured by the journal.
std::optional<qint64> TaskDriver::freshSince(const Attempt &attempt, const QString &marker) const
{
    const std::optional<qint64> time = markerFor(attempt.order).time(marker.isEmpty() ? attempt.order.label : marker);
    if (time || attempt.executor || attempt.startedAt == 0)
        return time;
    return attempt.startedAt * 1'000'000;
}

/// It ended well, by its own account. What it promised is looked at before anybody believes it.
void TaskDriver::finishWell(const QString &id, const TaskEnd &end)
{
    const auto known = m_attempts.find(id);
    if (known == m_attempts.end())
        return; // what it said led to its end
    Attempt &attempt = *known;
    const PlanTask task = attempt.order.task;
    if (task.isValidation && !attempt.hasVerdict) {
        const bool answers = task.executor.type == "agent"_L1 || task.executor.type == "http"_L1;
        return endOtherwise(id, u"no-verdict"_s,
                            answers ? tr("It validates, and gave no verdict. Its answer has to end with its issues and “Verdict: approved” or “Verdict: rejected”, as its prompt says; then retry.")
                                    : tr("It validates, and gave no verdict. Write one to $BATON_RESULT, with its issues."));
    }
    if (const QString problem = outcomeProblem(attempt); !problem.isEmpty())
        return endOtherwise(id, u"no-outcome"_s, problem);
    const QStringList promises = promisesOf(task);
    if (promises.isEmpty() && !attempt.worktree && !isWatched(attempt) && readBy(attempt).isEmpty())
        return onVerified(id, attempt.order.attempt, {});
    if (end.evidence)
        return onVerified(id, attempt.order.attempt, {*end.evidence, hashInputs(attempt.order.workspace, readBy(attempt))});
    const std::optional<qint64> since = freshSince(attempt, end.marker);
    if (!since && !promises.isEmpty()) {
        fail(id, u"evidence"_s, tr("The marker of its start is gone from the workspace, so nothing tells its files from older ones."));
        return release(id);
    }
    verify(attempt, {attempt.order.workspace, promises, since.value_or(std::numeric_limits<qint64>::max())});
}

/// Hashes what it promised, then commits what it did where it has a worktree, beside the thread that shows things.
void TaskDriver::verify(Attempt &attempt, const EvidenceCheck &check)
{
    attempt.verifying = true;
    const std::shared_ptr<OwnershipWatch> owners = isWatched(attempt) ? m_owners : nullptr;
    m_pool.start([this, id = attempt.order.id, number = attempt.order.attempt, check, worktree = attempt.worktree, owners,
                  inputs = readBy(attempt), watched = watchedAttempt(attempt, check.since), asked = owners ? owners->now() : 0] {
        EvidenceCheck now = check;
        if (worktree && worktree->integrates)
            now.merged = m_worktrees->maker().mergedBy(*worktree);
        Outcome outcome{verifyEvidence(now)};
        outcome.inputs = hashInputs(check.root, inputs);
        if (owners)
            outcome.trespasses = owners->look(watched, asked);
        if (worktree && outcome.evidence.missing.isEmpty())
            commitWork(*worktree, outcome);
        QMetaObject::invokeMethod(this, [this, id, number, outcome] { onVerified(id, number, outcome); }, Qt::QueuedConnection);
    });
}

void TaskDriver::onVerified(const QString &id, int number, const Outcome &outcome)
{
    const auto attempt = m_attempts.find(id);
    if (attempt == m_attempts.end() || attempt->order.attempt != number)
        return;
    if (attempt->stopped) {
        if (!outcome.trespasses.isEmpty())
            emit happened(EventType::WorkerCheckpoint, id, {{u"trespasses"_s, toJson(outcome.trespasses)}});
        return release(id);
    }
    // What is emitted may end the attempt, so it is not looked at again.
    for (const VerifiedFile &file : outcome.evidence.files) {
        emit happened(EventType::WorkerEvidence, id,
                      {{u"path"_s, file.path}, {u"bytes"_s, file.bytes}, {u"sha256"_s, file.sha256}});
    }
    if (!outcome.inputs.isEmpty())
        emit happened(EventType::WorkerCheckpoint, id, {{u"inputs"_s, toJson(outcome.inputs)}});
    if (!outcome.trespasses.isEmpty())
        emit happened(EventType::WorkerCheckpoint, id, {{u"trespasses"_s, toJson(outcome.trespasses)}});
    for (const QString &folder : outcome.commit.leftOut)
        emit warned(tr("“%1” has left a repository in %2; its files are not part of the task's work.").arg(id, folder));
    QJsonObject data = withEnd(*attempt, {});
    if (!attempt->note.isEmpty())
        data.insert(u"note"_s, attempt->note);
    if (!outcome.commit.commit.isEmpty())
        data.insert(u"commit"_s, outcome.commit.commit);
    if (!outcome.evidence.missing.isEmpty())
        fail(id, u"evidence"_s, outcome.evidence.missing);
    else if (outcome.problem)
        fail(id, u"worktree"_s, outcome.problem->message);
    else
        emit happened(EventType::WorkerComplete, id, data);
    release(id);
}

} // namespace baton
