// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// What the cluster answers, and what follows from it for each task.

#include "model/executors/slurmexecutor.h"

#include "model/executors/shellexecutor.h"
#include "model/executors/slurm/planhandover.h"
#include "model/executors/slurm/slurmtransport.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A job whose end the cluster told, but no mark did, is believed after so many looks: folders that are shared over a
/// network show a little later what was written on a node.
constexpr int markPatience = 20;

/// So many answers in a row say that a job cannot begin by itself before people are asked.
constexpr int keptPatience = 2;
/// A job that fails before its first line is submitted so often in all.
constexpr int mostSubmissions = 3;
/// So often is an attempt made anew because its node was lost, before that is taken for the task's own doing.
constexpr int mostLosses = 5;

} // namespace

void SlurmExecutor::onAnswer(const Result<QList<SlurmJobState>> &answer, qint64 asked)
{
    if (answer)
        carryOutWithdrawal(*answer);
    const QStringList ids = m_jobs.keys();
    if (!answer) {
        for (const QString &id : ids)
            say(id, tr("The cluster does not answer: %1. It is asked again; the job may run meanwhile.").arg(withoutStop(answer.error().message)));
        return;
    }
    QHash<QString, QList<SlurmJobState>> byComment;
    QList<SlurmJobState> ours;
    for (const SlurmJobState &state : *answer) {
        const std::optional<SlurmIdentity> who = SlurmIdentity::of(state.comment);
        if (!who || who->run != m_run)
            continue;
        byComment[who->comment()].append(state);
        ours.append(state);
    }
    for (const QString &id : ids) {
        const Job job = m_jobs.value(id);
        if (job.step == Step::Due || job.step == Step::Submitting || readMarks(id))
            continue;
        QList<SlurmJobState> states = byComment.value(commentOf(job));
        if (states.isEmpty())
            states = withAnotherComment(job, *answer);
        states.removeIf([&](const SlurmJobState &state) { return job.dead.contains(state.id); });
        if (job.step == Step::Foreseen)
            onForeseen(id, states);
        else if (states.isEmpty())
            onUnseen(id, asked);
        else
            onSeen(id, states);
    }
    cancelStray(ours);
}

/// A job may replace its comment, to tell of its progress. It is the one that its start mark names, where that still runs.
QList<SlurmJobState> SlurmExecutor::withAnotherComment(const Job &job, const QList<SlurmJobState> &states) const
{
    const std::optional<JobMarks::Start> started = job.active ? job.marks.started() : std::nullopt;
    for (const SlurmJobState &state : states) {
        const bool isIt = started && state.id == started->job && state.node == started->node && !state.hasEnded();
        if (isIt && !SlurmIdentity::of(state.comment))
            return {state};
    }
    return {};
}

void SlurmExecutor::cancelStray(const QList<SlurmJobState> &states)
{
    if (std::exchange(m_hasSwept, true))
        return;
    QSet<QString> known;
    for (const Job &job : std::as_const(m_jobs))
        known.insert(commentOf(job));
    QList<qint64> stray;
    for (const SlurmJobState &state : states) {
        const std::optional<SlurmIdentity> who = SlurmIdentity::of(state.comment);
        if (state.hasEnded() || known.contains(who->comment()) || who->attempt == "plan"_L1)
            continue;
        const JobMarks marks(m_folder, u"%1.%2.%3"_s.arg(who->task, who->attempt, who->start));
        if (!marks.ended())
            stray.append(state.id);
    }
    if (!stray.isEmpty())
        cancel(stray);
}

void SlurmExecutor::onUnseen(const QString &id, qint64 asked)
{
    Job &job = m_jobs[id];
    if (job.stopping && (job.step == Step::Submitted || job.step == Step::Sought))
        return end(id, {TaskEnd::How::Stopped});
    if (job.step == Step::Sought) {
        if (job.active && job.wasStopped)
            return end(id, {TaskEnd::How::Interrupted, {}, tr("Its job was cancelled when Baton was closed.")});
        if (job.active)
            return end(id, {TaskEnd::How::Lost, u"node-lost"_s, tr("The cluster knows nothing of its job any more.")});
        if (m_clock.elapsed() >= job.due)
            job.step = Step::Due;
        return;
    }
    // A question that was on its way when the job was taken may miss it.
    if (asked < job.submittedAt || ++job.unseen < 3)
        return;
    if (job.active)
        return end(id, {TaskEnd::How::Lost, u"node-lost"_s, tr("The cluster has forgotten job %1, which had begun.").arg(job.id)});
    resubmit(id, tr("the cluster has forgotten job %1").arg(job.id));
}

void SlurmExecutor::resubmit(const QString &id, const QString &why)
{
    Job &job = m_jobs[id];
    if (job.submissions >= mostSubmissions) {
        const QString words = slurmsWords(job);
        const QString sentence = tr("Its job never reached its first line (%1). See whether the run folder %2 is there on the cluster's nodes too.").arg(why, m_folder.path());
        return end(id, {TaskEnd::How::Failed, u"not-started"_s, words.isEmpty() ? sentence : ShellExecutor::tr("%1 Its last words: %2").arg(sentence, words)});
    }
    say(id, tr("Its job never reached its first line (%1). It is submitted again.").arg(why));
    job.step = Step::Due;
    job.due = m_clock.elapsed() + m_pace;
    job.unseen = 0;
    job.overSince = 0;
    job.dead.insert(std::exchange(job.id, 0));
}

QString SlurmExecutor::slurmsWords(const Job &job) const
{
    return lastWords(job.marks.output(), QFileInfo(job.marks.output()).size());
}

void SlurmExecutor::onSeen(const QString &id, const QList<SlurmJobState> &states)
{
    Job &job = m_jobs[id];
    // Were it ever submitted twice, the one that has begun counts; its copies end at their first line.
    SlurmJobState state = states.last();
    const std::optional<JobMarks::Start> started = job.marks.started();
    for (const SlurmJobState &candidate : states) {
        if (started ? candidate.id == started->job : !candidate.hasEnded())
            state = candidate;
    }
    job.step = Step::Submitted;
    job.id = state.id;
    job.unseen = 0;
    if (state.hasEnded())
        return onEndedState(id, state);
    job.overSince = 0;
    if (job.stopping)
        return cancel({state.id});
    follow(id, state);
}

void SlurmExecutor::follow(const QString &id, const SlurmJobState &state)
{
    const QString place = state.partition.isEmpty() ? tr("the cluster") : state.partition;
    m_jobs[id].partition = state.partition;
    if (const std::optional<bool> isKept = state.isKeptBack(); isKept == false) {
        m_jobs[id].kept = 0;
        if (!m_jobs[id].active)
            unblock(id, aboutJob(state));
    }
    switch (state.stage()) {
    case SlurmStage::Waiting:
        return say(id, tr("Job %1 waits in %2 for other jobs.").arg(state.id).arg(place), state);
    case SlurmStage::Queued:
        if (state.restarts > 0)
            return say(id, tr("Job %1 lost its node and waits in the queue of %2 to begin anew (%3).").arg(state.id).arg(place, state.reason), state);
        return say(id, tr("Job %1 waits in the queue of %2 (%3).").arg(state.id).arg(place, state.reason), state);
    case SlurmStage::Held:
        return keep(id, tr("Job %1 is held in %2 (%3). Release it with “scontrol release %1”, or cancel the task.").arg(state.id).arg(place, state.reason), state);
    case SlurmStage::Unfit:
        return keep(id, tr("Job %1 fits no node of %2 as things are (%3). Change what it asks for, or wait for the nodes.").arg(state.id).arg(place, state.reason), state);
    case SlurmStage::Unknown:
        return say(id, tr("Job %1 in %2 is in a state that Baton does not know: %3. It is waited for; “squeue -j %1” says more.").arg(state.id).arg(place, state.state), state);
    case SlurmStage::Suspended:
        return suspend(id, state);
    case SlurmStage::Starting:
    case SlurmStage::Running:
        return sayItRuns(id, state);
    case SlurmStage::Passing:
    case SlurmStage::Completed:
    case SlurmStage::Failed:
    case SlurmStage::Lost:
    case SlurmStage::Cancelled: break;
    }
}

/// BLOCKED, where it has begun: nothing of it goes on, and nobody waits for what it says.
void SlurmExecutor::suspend(const QString &id, const SlurmJobState &state)
{
    const QString sentence = tr("Job %1 is suspended on %2. It goes on when the cluster resumes it, or with “scontrol resume %1”.").arg(state.id).arg(state.node);
    say(id, sentence, state);
    if (m_jobs.value(id).active)
        block(id, sentence, state);
}

/// BLOCKED too, but it is for people to act: the cluster does not begin it by itself. One answer may be older than what was
/// done about it.
void SlurmExecutor::keep(const QString &id, const QString &sentence, const SlurmJobState &state)
{
    say(id, sentence, state);
    const auto job = m_jobs.find(id); // What was told may have ended it.
    if (job == m_jobs.end())
        return;
    m_pause = m_pace;
    if (++job->kept >= keptPatience)
        block(id, sentence, state);
}

void SlurmExecutor::block(const QString &id, const QString &sentence, const SlurmJobState &state)
{
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end() || job->blocked == true)
        return;
    job->blocked = true;
    emit reported(id, {EventType::WorkerBlocked, {{u"reason"_s, sentence}, {executorsOwn, aboutJob(state)}}});
}

/// Where nobody knows what an earlier runner has told, it is told again: the run takes what is news to it.
void SlurmExecutor::unblock(const QString &id, const QJsonObject &about)
{
    if (const auto job = m_jobs.find(id); job != m_jobs.end() && std::exchange(job->blocked, false) != false)
        emit reported(id, {EventType::WorkerUnblocked, {{executorsOwn, about}}});
}

void SlurmExecutor::sayItRuns(const QString &id, const SlurmJobState &state)
{
    const auto job = m_jobs.find(id); // What was told before may have ended it.
    if (job == m_jobs.end())
        return;
    if (job->active)
        unblock(id, aboutJob(state));
    if (state.partition.isEmpty())
        return say(id, tr("Job %1 runs on %2.").arg(state.id).arg(state.node), state);
    say(id, tr("Job %1 runs on %2 (%3).").arg(state.id).arg(state.node, state.partition), state);
}

void SlurmExecutor::onEndedState(const QString &id, const SlurmJobState &state)
{
    Job &job = m_jobs[id];
    if (job.stopping)
        return end(id, {TaskEnd::How::Stopped});
    const SlurmStage stage = state.stage();
    if (job.step == Step::Foreseen && !job.active && isOver(id))
        return startAlone(id);
    const bool mayHaveMarks = stage == SlurmStage::Completed || stage == SlurmStage::Failed;
    if (mayHaveMarks && state.state != "TIMEOUT"_L1) {
        if (job.overSince == 0)
            job.overSince = qMax<qint64>(1, m_clock.elapsed());
        if (m_clock.elapsed() - job.overSince < m_pace * markPatience) {
            m_pause = m_pace;
            return;
        }
    }
    const QString word = state.reason.isEmpty() || state.reason == "None"_L1 ? state.state : u"%1, %2"_s.arg(state.state, state.reason);
    if (stage == SlurmStage::Lost) {
        if (job.order.attempt - job.order.task.retry.max > mostLosses)
            return end(id, {TaskEnd::How::Failed, u"node-lost"_s, tr("Its node was lost again and again (%1).").arg(word)});
        return end(id, {TaskEnd::How::Lost, u"node-lost"_s, tr("Job %1 lost its node %2 (%3).").arg(state.id).arg(state.node, word)});
    }
    if (stage == SlurmStage::Cancelled && job.wasStopped)
        return end(id, {TaskEnd::How::Interrupted, {}, tr("Job %1 was cancelled when Baton was closed.").arg(state.id)});
    if (stage == SlurmStage::Cancelled)
        return end(id, {TaskEnd::How::Failed, u"cancelled"_s, tr("Job %1 was cancelled on the cluster (%2).").arg(state.id).arg(word)});
    if (!job.active)
        return job.step == Step::Foreseen ? startAlone(id) : resubmit(id, word);
    if (state.state == "TIMEOUT"_L1)
        return end(id, {TaskEnd::How::Failed, u"time-limit"_s, tr("Job %1 reached its time limit on the cluster. Give the task more with `time`.").arg(state.id)});
    if (state.state == "OUT_OF_MEMORY"_L1)
        return end(id, {TaskEnd::How::Failed, u"out-of-memory"_s, tr("Job %1 ran out of memory. Give the task more with `memory`.").arg(state.id)});
    end(id, {TaskEnd::How::Failed, u"job-failed"_s, tr("Job %1 ended without saying how (%2).").arg(state.id).arg(word)});
}

} // namespace baton
