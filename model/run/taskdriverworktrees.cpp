// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/taskdriver.h"

#include <QJsonArray>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype filesNamed = 20;

bool isOver(TaskState state)
{
    return state == TaskState::Complete || state == TaskState::Failed || state == TaskState::Cancelled;
}

} // namespace

void TaskDriver::prepare(const Attempt &attempt)
{
    m_pool.start([this, order = *attempt.worktree] {
        const Result<WorktreeMade> made = m_worktrees->maker().make(order);
        QMetaObject::invokeMethod(this, [this, id = order.task, made] { onPrepared(id, made); }, Qt::QueuedConnection);
    });
}

/// False where it was asked to end while things were made ready for it; then it has ended.
bool TaskDriver::isReadyToBegin(const QString &id)
{
    const auto attempt = m_attempts.find(id);
    if (attempt == m_attempts.end())
        return false;
    attempt->preparing = false;
    if (!attempt->stopped && !attempt->interrupted)
        return true;
    if (!attempt->stopped)
        fail(id, u"interrupted"_s, {});
    release(id);
    return false;
}

void TaskDriver::onPrepared(const QString &id, const Result<WorktreeMade> &made)
{
    if (!isReadyToBegin(id))
        return;
    const auto attempt = m_attempts.find(id);
    if (!made) {
        fail(id, u"worktree"_s, made.error().message);
        return release(id);
    }
    attempt->about = {{u"branch"_s, attempt->worktree->branch}, {u"base"_s, made->base}};
    if (made->conflicts.isEmpty())
        return begin(id);
    const QString files = made->conflicts.first(qMin(made->conflicts.size(), filesNamed)).join(u", "_s);
    const QString place = attempt->order.workspace;
    const QString reason = made->conflictWith.isEmpty()
                               ? tr("There are still conflicts in %1. Resolve them in %2, then say that it is resolved.").arg(files, place)
                               : tr("The branch of “%1” conflicts in %2. Resolve them in %3, then say that it is resolved.")
                                     .arg(made->conflictWith, files, place);
    emit happened(EventType::WorkerActive, id, attempt->about);
    emit happened(EventType::WorkerBlocked, id,
                  {{u"reason"_s, reason}, {u"ended"_s, true}, {u"conflicts"_s, QJsonArray::fromStringList(made->conflicts)}});
    release(id);
}

void TaskDriver::commitWork(const WorktreeOrder &order, Outcome &outcome) const
{
    QStringList files;
    for (const VerifiedFile &file : outcome.evidence.files)
        files.append(file.path);
    Result<WorktreeCommit> committed = m_worktrees->maker().commit(order, files, m_worktrees->run());
    if (committed)
        outcome.commit = *committed;
    else
        outcome.problem = committed.error();
}

void TaskDriver::tidyWorktrees(const RunPlan &plan, const RunState &state)
{
    if (!m_worktrees)
        return QTimer::singleShot(0, this, &TaskDriver::tidied);
    QStringList ended;
    for (int i = 0; i < plan.tasks.size(); ++i) {
        if (isOver(state.tasks.at(i).state) && hasWorktree(plan.tasks.at(i)))
            ended.append(plan.tasks.at(i).id);
    }
    m_pool.start([this, ended] {
        const QStringList kept = ended.isEmpty() ? ended : m_worktrees->tidy(ended);
        QMetaObject::invokeMethod(this, [this, kept] {
            for (const QString &path : kept)
                emit warned(tr("The worktree %1 holds work that is not committed, and was kept.").arg(path));
            emit tidied();
        }, Qt::QueuedConnection);
    });
}

} // namespace baton
