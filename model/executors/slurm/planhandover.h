// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/slurm/slurmjob.h"
#include "model/run/runfolder.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace baton {

class SlurmTransport;

/// One job of a plan that a cluster gets whole.
struct PlannedJob
{
    QString task;
    SlurmJob job;
    QStringList after; ///< Tasks whose jobs must have ended, however they did.
};

/// Hands a whole plan to a cluster: every job is submitted held, behind those it waits for; then all are released
/// together. Where that was cut short, it goes on from what the cluster knows.
class PlanHandover : public QObject
{
    Q_OBJECT

public:
    PlanHandover(SlurmTransport &transport, const RunFolder &folder, int pace, QObject *parent = nullptr);

    /// \a jobs stand each behind those they name.
    void begin(const QList<PlannedJob> &jobs);
    bool has(const QString &task) const { return m_places.contains(task) && !m_refused.contains(task); }
    qint64 jobOf(const QString &task) const { return m_ids.value(task); } ///< 0: not submitted.
    bool isDone() const { return m_done; }
    bool isUnderWay() const { return !m_done && !m_givenUp; }
    /// The plan is no longer the cluster's: nothing more is submitted, and nothing is expected of what was.
    void giveUp();

signals:
    void done();
    /// The cluster does not answer at present; it is asked again.
    void troubled(const QString &sentence);

private:
    void seek();
    void next();
    void release();
    void later(const Error &error, void (PlanHandover::*step)());
    void write(const QString &stage);

    SlurmTransport &m_transport;
    RunFolder m_folder;
    int m_pace;
    int m_failures = 0;
    QList<PlannedJob> m_jobs;
    QHash<QString, qsizetype> m_places;
    QHash<QString, qint64> m_ids;
    QSet<QString> m_refused;
    bool m_done = false;
    bool m_givenUp = false;
};

} // namespace baton
