// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/slurmexecutor.h"

#include "model/executors/shellexecutor.h"
#include "model/executors/slurm/planhandover.h"
#include "model/executors/slurm/slurmtransport.h"
#include "model/run/jobrecords.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// From sysexits.h, EX_TEMPFAIL: the task cannot go on now.
constexpr int blockedStatus = 75;

/// Milliseconds between two looks at the marks; all other patience goes by it. BATON_SLURM_PACE makes it shorter or
/// longer, for a site that wants to be asked less.
int paceOf()
{
    bool isNumber = false;
    const int given = qEnvironmentVariableIntValue("BATON_SLURM_PACE", &isNumber);
    return isNumber ? std::clamp(given, 20, 600'000) : 1000;
}

// In looks.
/// The cluster is asked after each look while something happens, and ever more seldom while nothing does.
constexpr int longestPause = 10;
/// After this a submission that came to nothing for want of a cluster is tried again; doubled up to a minute.
constexpr int firstDelay = 2;
constexpr int longestDelay = 60;
/// A cluster that does not answer keeps nobody from ending Baton longer than this; the job is cancelled later.
constexpr int stopPatience = 15;

} // namespace

QString withoutStop(const QString &sentence)
{
    return sentence.endsWith('.'_L1) ? sentence.chopped(1) : sentence;
}

QJsonObject aboutJob(const SlurmJobState &state)
{
    QJsonObject about{{u"job"_s, state.id}, {u"state"_s, state.state}, {u"reason"_s, state.reason}};
    if (!state.partition.isEmpty())
        about.insert(u"partition"_s, state.partition);
    if (!state.node.isEmpty())
        about.insert(u"node"_s, state.node);
    if (const std::optional<bool> waits = state.waits())
        about.insert(u"waits"_s, *waits);
    return about;
}

SlurmExecutor::SlurmExecutor(const RunFolder &folder, QObject *parent)
    : TaskExecutor(parent), m_folder(folder), m_run(slurmRunName(folder.path())), m_pace(paceOf()), m_pause(m_pace)
{
    QDir().mkpath(folder.jobsPath());
    QDir().mkpath(folder.logsPath());
    if (Result<std::unique_ptr<SlurmTransport>> transport = makeSlurmTransport(); transport)
        m_transport = std::move(*transport);
    else
        m_missing = transport.error();
    m_watch.add(folder.jobsPath());
    connect(&m_watch, &FolderWatch::changed, this, [this](const QString &path) {
        if (path.endsWith(".started"_L1) || path.endsWith(".ended"_L1))
            readMarks();
    });
    m_clock.start();
    m_timer.setInterval(m_pace);
    connect(&m_timer, &QTimer::timeout, this, &SlurmExecutor::look);
}

SlurmExecutor::~SlurmExecutor() = default;

void SlurmExecutor::start(const TaskOrder &order)
{
    if (!m_transport)
        return failLater(order.id, u"not-started"_s, m_missing->message);
    if (isUnderWay(order))
        return startForeseen(order);
    const JobMarks marks(m_folder, order.label);
    const Result<SlurmNeeds> needs = slurmNeedsOf(order.task);
    const Result<QByteArray> script = scriptFor(order, marks);
    if (!needs || !script)
        return failLater(order.id, u"not-started"_s, needs ? script.error().message : needs.error().message);
    QFile file(marks.script());
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(*script) != script->size() || !file.flush())
        return failLater(order.id, u"not-started"_s, tr("%1 could not be written: %2.").arg(file.fileName(), file.errorString()));
    m_jobs.insert(order.id, {order, marks});
    say(order.id, std::exchange(m_plainly, {}));
    m_timer.start();
    QTimer::singleShot(0, this, &SlurmExecutor::submitDue);
}

bool SlurmExecutor::adopt(const TaskOrder &order)
{
    const JobMarks marks(m_folder, order.label);
    if (!m_transport)
        return false;
    if (!QFile::exists(marks.script())) {
        if (!isUnderWay(order))
            return false;
        startForeseen(order);
    } else {
        m_jobs.insert(order.id, {order, marks, Step::Sought});
        m_timer.start();
        QTimer::singleShot(0, this, &SlurmExecutor::look);
    }
    Job &job = m_jobs[order.id];
    job.active = job.marks.started().has_value();
    job.blocked.reset();
    job.wasStopped = job.marks.isCancelled();
    job.marks.allow();
    return true;
}

bool SlurmExecutor::hasBegun(const QString &id) const
{
    return m_jobs.value(id).active;
}

bool SlurmExecutor::hasEnded(const QString &id) const
{
    const auto job = m_jobs.constFind(id);
    return job != m_jobs.cend() && !job->stopping && job->marks.ended().has_value();
}

namespace {

QJsonObject aboutStarted(const JobMarks::Start &started)
{
    QJsonObject about = momentData(started.at);
    about.insert(u"job"_s, started.job);
    about.insert(u"node"_s, started.node);
    return about;
}

} // namespace

QJsonObject SlurmExecutor::aboutStart(const QString &id) const
{
    const auto job = m_jobs.constFind(id);
    const std::optional<JobMarks::Start> started = job != m_jobs.cend() ? job->marks.started() : std::nullopt;
    return started ? aboutStarted(*started) : QJsonObject();
}

void SlurmExecutor::lookAgain(const QString &id)
{
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end())
        return;
    job->blocked = false; // whoever asks for it has said so
    job->kept = 0;
    job->said.clear();
    m_pause = m_pace;
    m_nextAsk = 0;
    m_timer.start();
}

void SlurmExecutor::stop(const QString &id)
{
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end() || job->stopping)
        return;
    job->stopping = true;
    job->stoppedAt = m_clock.elapsed();
    if (job->step == Step::Due) {
        return QTimer::singleShot(0, this, [this, id] {
            if (m_jobs.contains(id))
                end(id, {TaskEnd::How::Stopped});
        });
    }
    if (job->step == Step::Foreseen) {
        const qint64 foreseen = m_handover->jobOf(id);
        job->marks.cancel();
        if (foreseen > 0)
            cancel({foreseen});
        m_alone.insert(id);
        m_nextAsk = 0;
        return;
    }
    job->marks.cancel(); // Even where the cluster does not hear of it in time, it will not begin.
    if (job->step == Step::Submitted)
        cancel({job->id});
    m_pause = m_pace;
    m_nextAsk = 0;
}

void SlurmExecutor::cancel(const QList<qint64> &jobs)
{
    m_transport->cancel(jobs, [this](const Result<void> &) { m_nextAsk = 0; }); // What became of it, the next answer tells.
}

void SlurmExecutor::look()
{
    readMarks();
    giveUpStopping();
    submitDue();
    const bool hasJobs = std::any_of(m_jobs.cbegin(), m_jobs.cend(), [](const Job &job) { return job.step != Step::Due && job.step != Step::Submitting; });
    if (m_withdrawal > 0 && m_clock.elapsed() - m_withdrawal > m_pace * stopPatience)
        carryOutWithdrawal({});
    if ((hasJobs || m_withdrawal > 0) && !m_asking && m_clock.elapsed() >= m_nextAsk)
        ask();
    if (m_jobs.isEmpty() && m_withdrawal == 0)
        m_timer.stop();
}

void SlurmExecutor::giveUpStopping()
{
    const QStringList ids = m_jobs.keys();
    for (const QString &id : ids) {
        const Job job = m_jobs.value(id);
        if (!job.stopping || m_clock.elapsed() - job.stoppedAt <= m_pace * stopPatience)
            continue;
        m_hasSwept = false;
        end(id, {TaskEnd::How::Stopped});
    }
}

void SlurmExecutor::readMarks()
{
    const QStringList ids = m_jobs.keys();
    for (const QString &id : ids)
        readMarks(id);
}

/// Whether it has ended.
bool SlurmExecutor::readMarks(const QString &id)
{
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end())
        return true;
    const std::optional<JobMarks::Start> started = job->marks.started();
    if (!started)
        return false;
    if (!job->active && !job->stopping) {
        job->active = true;
        const SlurmJobState running{.id = started->job, .state = u"RUNNING"_s, .reason = u"None"_s, .node = started->node, .partition = job->partition};
        unblock(id, aboutJob(running));
        emit active(id, aboutStarted(*started));
        sayItRuns(id, running);
    } else if (job->active) {
        emit wrote(id);
    }
    const auto after = m_jobs.constFind(id); // What was told may have ended it.
    if (after == m_jobs.constEnd())
        return true;
    const std::optional<int> code = after->marks.ended();
    if (!code && after->step == Step::Foreseen && JobMarks(m_folder, planLabel(id, after->order.attempt + 1)).started()) {
        end(id, {TaskEnd::How::Lost, u"node-lost"_s, tr("Job %1 lost its node %2; the cluster started it anew.").arg(started->job).arg(started->node)});
        return true;
    }
    if (!code)
        return false;
    TaskEnd how = endOf(*after, *code);
    how.at = after->marks.endedAt();
    if (after->step == Step::Foreseen) {
        const QString label = planLabel(id, after->order.attempt);
        how.marker = label;
        how.evidence = readEvidenceRecord(m_folder, label);
        if (how.how == TaskEnd::How::Blocked)
            after->marks.take();
        else if (how.how == TaskEnd::How::Well)
            m_worked.insert(RunFolder::fileNameOf(id));
    }
    end(id, how);
    return true;
}

TaskEnd SlurmExecutor::endOf(const Job &job, int code) const
{
    if (job.stopping)
        return {TaskEnd::How::Stopped};
    if (code == 0)
        return {TaskEnd::How::Well};
    if (job.wasStopped)
        return {TaskEnd::How::Interrupted, {}, tr("Its job was cancelled when Baton was closed.")};
    // A later attempt may have written on by the time this one's end is heard of.
    const QString words = lastWords(job.order.log, qMin(job.marks.logEnd(), QFileInfo(job.order.log).size()));
    if (code == blockedStatus)
        return {TaskEnd::How::Blocked, words.isEmpty() ? ShellExecutor::tr("It did not say why.") : words};
    // 128 and more is how a shell tells of a signal.
    const bool isSignal = code > 128 && code < 128 + 65;
    const QString message = isSignal ? signalText(code - 128) : ShellExecutor::tr("It ended with status %1.").arg(code);
    return {TaskEnd::How::Failed, isSignal ? u"signal"_s : u"exit-status"_s,
            words.isEmpty() ? message : ShellExecutor::tr("%1 Its last words: %2").arg(message, words)};
}

void SlurmExecutor::end(const QString &id, const TaskEnd &how)
{
    if (m_jobs.take(id).order.id.isEmpty())
        return;
    if (m_jobs.isEmpty() && m_withdrawal == 0)
        m_timer.stop();
    emit ended(id, how);
}

void SlurmExecutor::say(const QString &id, const QString &sentence, const SlurmJobState &state)
{
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end() || job->said == sentence || job->stopping)
        return;
    job->said = sentence;
    if (sentence.isEmpty())
        return;
    QJsonObject about;
    if (state.id > 0)
        about = aboutJob(state);
    emit reported(id, {EventType::WorkerCheckpoint, {{u"checkpoint"_s, sentence}, {executorsOwn, about}}});
}

SlurmIdentity SlurmExecutor::planIdentity(const QString &task) const
{
    return {m_run, RunFolder::fileNameOf(task), u"plan"_s, u"0"_s};
}

QString SlurmExecutor::commentOf(const Job &job) const
{
    if (job.step == Step::Foreseen)
        return planIdentity(job.order.id).comment();
    return SlurmIdentity{m_run, RunFolder::fileNameOf(job.order.id), QString::number(job.order.attempt), job.order.label.section('.'_L1, -1)}.comment();
}

SlurmJob SlurmExecutor::jobFor(const Job &job, const SlurmNeeds &needs) const
{
    SlurmJob wanted;
    wanted.name = RunFolder::fileNameOf(job.order.id).left(60);
    wanted.comment = commentOf(job);
    wanted.script = job.marks.script();
    wanted.folder = m_folder.path();
    wanted.output = job.marks.output();
    wanted.needs = needs;
    wanted.environment = slurmEnvironment();
    return wanted;
}

void SlurmExecutor::submitDue()
{
    const QStringList ids = m_jobs.keys();
    for (const QString &id : ids) {
        const Job job = m_jobs.value(id); // What is told may end others.
        if (!job.order.id.isEmpty() && job.step == Step::Due && !job.stopping && job.due <= m_clock.elapsed())
            submit(id);
    }
}

void SlurmExecutor::submit(const QString &id)
{
    unblock(id, {{u"waits"_s, true}}); // the job that was kept back is no more
    if (!m_jobs.contains(id))
        return;
    Job &job = m_jobs[id];
    const Result<SlurmNeeds> needs = slurmNeedsOf(job.order.task);
    if (!needs)
        return end(id, {TaskEnd::How::Failed, u"not-started"_s, needs.error().message});
    job.step = Step::Submitting;
    ++job.submissions;
    m_transport->submit(jobFor(job, *needs), [this, id, label = job.order.label](const Result<qint64> &answer) { onSubmitted(id, label, answer); });
}

void SlurmExecutor::onSubmitted(const QString &id, const QString &label, const Result<qint64> &answer)
{
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end() || job->order.label != label) {
        if (answer)
            cancel({*answer}); // It was given up meanwhile.
        return;
    }
    if (answer) {
        job->step = Step::Submitted;
        job->id = *answer;
        job->submittedAt = m_clock.elapsed();
        job->refusals = 0;
        job->unseen = 0;
        if (job->stopping)
            cancel({*answer});
    } else if (answer.error().code == ErrorCode::Refused || answer.error().code == ErrorCode::NotFound) {
        if (job->stopping)
            return end(id, {TaskEnd::How::Stopped});
        return end(id, {TaskEnd::How::Failed, u"not-started"_s, tr("The cluster refused the job: %1").arg(answer.error().message)});
    } else {
        // It may have been taken all the same, so it is looked for before it is sent again.
        job->step = Step::Sought;
        --job->submissions;
        job->due = m_clock.elapsed() + m_pace * std::min(longestDelay, firstDelay << std::min(job->refusals, 6));
        ++job->refusals;
        say(id, tr("The cluster does not take the job now: %1. It is tried again.").arg(withoutStop(answer.error().message)));
    }
    m_pause = m_pace;
    m_nextAsk = m_clock.elapsed() + m_pace / 2;
    m_timer.start();
}

void SlurmExecutor::ask()
{
    m_asking = true;
    m_transport->ask([this, asked = m_clock.elapsed()](const Result<QList<SlurmJobState>> &answer) {
        m_asking = false;
        m_pause = std::clamp(m_pause * 5 / 4, m_pace, m_pace * longestPause);
        m_nextAsk = m_clock.elapsed() + m_pause;
        onAnswer(answer, asked);
    });
}

/// Jobs of this run that nobody waits for: an earlier runner, or this one when the cluster was away, gave them up and
/// could not cancel them.
/// Submits a job that never reached its first line once more.
/// What the cluster says while a job has not ended.
/// The cluster says that it has ended, and its marks do not say how.

} // namespace baton
