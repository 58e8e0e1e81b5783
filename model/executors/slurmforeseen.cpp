// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// How the executor deals with a plan that was handed to the cluster whole.

#include "model/executors/slurmexecutor.h"

#include "model/executors/slurm/planhandover.h"
#include "model/executors/slurm/slurmtransport.h"
#include "model/run/jobrecords.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// The program that jobs ask; it must be there on the cluster's nodes too.
QString batonProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + u"/baton"_s;
    return QFile::exists(beside) ? beside : QStandardPaths::findExecutable(u"baton"_s);
}

Result<void> writeScript(const QString &path, const QByteArray &script)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(script) != script.size() || !file.flush())
        return Error{ErrorCode::Unreadable, SlurmExecutor::tr("%1 could not be written: %2.").arg(path, file.errorString())};
    return {};
}

} // namespace

void SlurmExecutor::handOver(const QList<AdvanceOrder> &orders)
{
    const QString baton = batonProgram();
    if (!m_transport || m_handover || orders.isEmpty())
        return;
    if (baton.isEmpty()) {
        m_plainly = tr("The plan was not handed over whole, as the program baton is not beside this one. Its tasks become jobs one by one.");
        return;
    }
    QList<PlannedJob> jobs;
    for (const AdvanceOrder &advance : orders) {
        const TaskOrder &order = advance.order;
        const Result<SlurmNeeds> needs = slurmNeedsOf(order.task);
        const Result<QByteArray> script = planScriptFor(order, m_folder, baton);
        const QString path = u"%1/%2.plan.sh"_s.arg(m_folder.jobsPath(), RunFolder::fileNameOf(order.id));
        // What cannot become a job says why when its turn comes.
        if (!needs || !script || !writeScript(path, *script))
            continue;
        SlurmJob job = jobFor({order, {}}, *needs);
        job.comment = planIdentity(order.id).comment();
        job.script = path;
        job.output = u"%1/%2.plan.out"_s.arg(m_folder.jobsPath(), RunFolder::fileNameOf(order.id));
        jobs.append({order.id, job, advance.after});
    }
    m_handover = std::make_unique<PlanHandover>(*m_transport, m_folder, m_pace);
    connect(m_handover.get(), &PlanHandover::done, this, [this] {
        m_pause = m_pace;
        m_nextAsk = 0;
        emit handedOver();
    });
    connect(m_handover.get(), &PlanHandover::troubled, this, [this](const QString &why) {
        const QStringList ids = m_jobs.keys();
        for (const QString &id : ids)
            say(id, tr("The cluster does not take the job now: %1. It is tried again.").arg(withoutStop(why)));
    });
    m_handover->begin(jobs);
}

bool SlurmExecutor::isHandingOver() const
{
    return m_handover && m_handover->isUnderWay();
}

bool SlurmExecutor::isUnderWay(const TaskOrder &order) const
{
    return m_handover && m_handover->has(order.id) && !m_alone.contains(order.id) && !JobMarks(m_folder, planLabel(order.id, order.attempt)).isTaken();
}

void SlurmExecutor::startForeseen(const TaskOrder &order)
{
    Job job{order, JobMarks(m_folder, planLabel(order.id, order.attempt)), Step::Foreseen};
    m_jobs.insert(order.id, job);
    m_timer.start();
    QTimer::singleShot(0, this, &SlurmExecutor::look);
}

/// Its job of the plan is over and did not carry this attempt out, so it gets one of its own.
void SlurmExecutor::startAlone(const QString &id)
{
    const TaskOrder order = m_jobs.take(id).order;
    m_alone.insert(id);
    start(order);
}

/// Whether the job of a task says that it has nothing more to do.
bool SlurmExecutor::isOver(const QString &task) const
{
    return QFile::exists(planOverMark(m_folder, task));
}

void SlurmExecutor::onForeseen(const QString &id, const QList<SlurmJobState> &states)
{
    Job &job = m_jobs[id];
    if (!m_handover->isDone())
        return;
    if (!m_handover->has(id))
        return startAlone(id);
    if (states.isEmpty()) {
        if (job.stopping)
            return end(id, {TaskEnd::How::Stopped});
        if (++job.unseen < 3)
            return;
        if (job.active)
            return end(id, {TaskEnd::How::Lost, u"node-lost"_s, tr("The cluster knows nothing of its job any more.")});
        return startAlone(id);
    }
    const SlurmJobState state = states.last();
    job.id = state.id;
    job.unseen = 0;
    if (state.hasEnded())
        return onEndedState(id, state);
    if (job.stopping)
        return cancel({state.id});
    const std::optional<JobMarks::Start> started = job.marks.started();
    if (started && started->job == state.id && state.restarts > started->restarts)
        return end(id, {TaskEnd::How::Lost, u"node-lost"_s, tr("Job %1 lost its node %2; the cluster started it anew.").arg(state.id).arg(started->node)});
    follow(id, state);
}

/// Baton may go; the job will do without it. Where the plan has not been handed over yet, it is held until Baton is back.
bool SlurmExecutor::letGo(const QString &id)
{
    const auto job = m_jobs.constFind(id);
    if (job == m_jobs.cend() || job->step != Step::Foreseen || job->stopping)
        return false;
    m_jobs.erase(job);
    return true;
}

void SlurmExecutor::withdraw()
{
    if (!m_handover || m_withdrawal > 0)
        return;
    m_handover->giveUp();
    m_withdrawal = qMax<qint64>(1, m_clock.elapsed());
    m_nextAsk = 0;
    m_timer.start();
    QTimer::singleShot(0, this, &SlurmExecutor::look);
}

/// Cancels the jobs of the plan that have not ended, by what they say they are. One that has done its work is not told
/// that it was cancelled.
void SlurmExecutor::carryOutWithdrawal(const QList<SlurmJobState> &states)
{
    if (m_withdrawal == 0)
        return;
    QList<qint64> jobs;
    for (const SlurmJobState &state : states) {
        const std::optional<SlurmIdentity> who = SlurmIdentity::of(state.comment);
        if (who && who->run == m_run && who->attempt == "plan"_L1 && !m_worked.contains(who->task) && !state.hasEnded())
            jobs.append(state.id);
    }
    const auto conclude = [this] {
        m_withdrawal = 0;
        emit idle();
    };
    if (jobs.isEmpty())
        return conclude();
    m_transport->cancel(jobs, [conclude](const Result<void> &) { conclude(); });
}

} // namespace baton
