// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/slurm/slurmtransport.h"

namespace baton {

/// Speaks with the cluster by its commands, as most sites have it.
class SlurmCommands final : public SlurmTransport
{
    Q_OBJECT

public:
    explicit SlurmCommands(QObject *parent = nullptr);
    ~SlurmCommands() override;

    QString name() const override;
    void submit(const SlurmJob &job, const Answer<qint64> &answer) override;
    void ask(const Answer<QList<SlurmJobState>> &answer) override;
    void cancel(const QList<qint64> &jobs, const Answer<void> &answer) override;
    void release(const QList<qint64> &jobs, const Answer<void> &answer) override;
    void look(const Answer<QList<SlurmPartition>> &answer) override;

private:
    void run(const QString &program, const QStringList &arguments, const Answer<QByteArray> &answer);
};

/// What squeue printed, a job a line; lines that are none are left out.
QList<SlurmJobState> readSqueue(const QByteArray &output);
/// What sinfo printed, a group of nodes a line.
QList<SlurmPartition> readSinfo(const QByteArray &output);
/// The arguments that sbatch gets.
QStringList sbatchArguments(const SlurmJob &job);

} // namespace baton
