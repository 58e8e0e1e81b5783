// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/slurm/planhandover.h"

#include "model/executors/slurm/slurmtransport.h"
#include "model/run/jobrecords.h"

#include <QJsonObject>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QString recordPath(const RunFolder &folder)
{
    return folder.jobsPath() + u"/plan.json"_s;
}

} // namespace

PlanHandover::PlanHandover(SlurmTransport &transport, const RunFolder &folder, int pace, QObject *parent)
    : QObject(parent), m_transport(transport), m_folder(folder), m_pace(pace)
{
}

void PlanHandover::write(const QString &stage)
{
    QJsonObject ids;
    for (auto job = m_ids.cbegin(); job != m_ids.cend(); ++job)
        ids.insert(job.key(), job.value());
    // Hints only: without them the cluster is asked.
    (void)writeJobObject(recordPath(m_folder), {{u"stage"_s, stage}, {u"jobs"_s, ids}}).ok();
}

void PlanHandover::begin(const QList<PlannedJob> &jobs)
{
    const std::optional<QJsonObject> before = readJobObject(recordPath(m_folder));
    const QString stage = before ? (*before)["stage"_L1].toString() : QString();
    if (stage == "withdrawn"_L1) {
        m_done = true;
        return;
    }
    m_jobs = jobs;
    for (qsizetype i = 0; i < m_jobs.size(); ++i)
        m_places.insert(m_jobs.at(i).task, i);
    if (stage == "released"_L1) {
        const QJsonObject ids = (*before)["jobs"_L1].toObject();
        for (auto id = ids.begin(); id != ids.end(); ++id)
            m_ids.insert(id.key(), id.value().toInteger());
        m_done = true;
        return;
    }
    write(u"submitting"_s);
    if (before)
        QTimer::singleShot(0, this, &PlanHandover::seek);
    else
        QTimer::singleShot(0, this, &PlanHandover::next);
}

void PlanHandover::giveUp()
{
    m_givenUp = true;
    m_places.clear();
    write(u"withdrawn"_s);
}

/// Asks again a little later.
void PlanHandover::later(const Error &error, void (PlanHandover::*step)())
{
    emit troubled(error.message);
    QTimer::singleShot(m_pace * (2 << std::min(m_failures++, 5)), this, [this, step] { (this->*step)(); });
}

/// What an earlier try submitted, the cluster knows.
void PlanHandover::seek()
{
    m_transport.ask([this](const Result<QList<SlurmJobState>> &answer) {
        if (!answer)
            return later(answer.error(), &PlanHandover::seek);
        QHash<QString, QString> tasks;
        for (const PlannedJob &job : std::as_const(m_jobs))
            tasks.insert(job.job.comment, job.task);
        for (const SlurmJobState &state : *answer) {
            if (const auto task = tasks.constFind(state.comment); task != tasks.cend())
                m_ids.insert(*task, state.id);
        }
        next();
    });
}

void PlanHandover::next()
{
    if (m_givenUp)
        return;
    const auto due = std::find_if(m_jobs.cbegin(), m_jobs.cend(), [this](const PlannedJob &job) { return !m_ids.contains(job.task) && !m_refused.contains(job.task); });
    if (due == m_jobs.cend())
        return release();
    SlurmJob job = due->job;
    job.held = true;
    job.requeue = true;
    for (const QString &before : due->after) {
        if (const qint64 id = m_ids.value(before); id > 0)
            job.after.append(id);
    }
    m_transport.submit(job, [this, task = due->task](const Result<qint64> &answer) {
        if (answer)
            m_ids.insert(task, *answer);
        else if (answer.error().code == ErrorCode::Refused)
            m_refused.insert(task); // Submitted for itself when its turn comes, it says why it cannot be.
        else
            return later(answer.error(), &PlanHandover::seek);
        m_failures = 0;
        next();
    });
}

void PlanHandover::release()
{
    if (m_givenUp)
        return;
    // One that runs already, after a release that was cut short, is none the worse for it.
    m_transport.release(m_ids.values(), [this](const Result<void> &answer) {
        if (!answer && answer.error().code != ErrorCode::Refused)
            return later(answer.error(), &PlanHandover::release);
        write(u"released"_s);
        m_done = true;
        emit done();
    });
}

} // namespace baton
