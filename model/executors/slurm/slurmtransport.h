// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/slurm/slurmjob.h"

#include <QObject>

#include <functional>
#include <memory>

namespace baton {

/// One way to speak with a cluster. Nothing here blocks: each call is answered once, later, unless the transport has
/// gone by then. An Error with ErrorCode::Refused is the cluster's last word on what was asked; any other means that it
/// could not be asked, and that what was asked may have happened all the same.
class SlurmTransport : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Answer = std::function<void(const Result<T> &)>;

    using QObject::QObject;

    virtual QString name() const = 0; ///< For people: `sbatch`, or where slurmrestd is.
    virtual void submit(const SlurmJob &job, const Answer<qint64> &answer) = 0;
    /// All jobs of this user that the cluster knows, with one question.
    virtual void ask(const Answer<QList<SlurmJobState>> &answer) = 0;
    /// Also of jobs that have ended already.
    virtual void cancel(const QList<qint64> &jobs, const Answer<void> &answer) = 0;
    virtual void release(const QList<qint64> &jobs, const Answer<void> &answer) = 0;
    /// What there is; also tells whether the cluster answers.
    virtual void look(const Answer<QList<SlurmPartition>> &answer) = 0;
};

/// The one to use: the Slurm commands where they are installed, else slurmrestd where SLURM_REST_URL names it.
/// BATON_SLURM=commands|rest chooses. An Error says what is missing.
Result<std::unique_ptr<SlurmTransport>> makeSlurmTransport();
/// All that this machine and its environment have, for telling about them.
QList<std::shared_ptr<SlurmTransport>> slurmTransports();

/// What a job gets of the user's environment: as any task of Baton, and what sites tell Slurm's own tools with.
QMap<QString, QString> slurmEnvironment();

} // namespace baton
