// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/slurm/slurmdoctor.h"

#include "model/executors/slurm/slurmtransport.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct SlurmDoctor
{
    Q_DECLARE_TR_FUNCTIONS(baton::SlurmDoctor)
};

bool fits(const SlurmNeeds &needs, const SlurmPartition &partition)
{
    const auto isThere = [&](const QString &feature) { return partition.features.contains(feature); };
    return (needs.partition.isEmpty() || needs.partition == partition.name) && needs.cpus <= partition.cpus &&
           needs.megabytes <= partition.megabytes && std::all_of(needs.features.cbegin(), needs.features.cend(), isThere);
}

} // namespace

QString ClusterReport::sentence() const
{
    if (!answers())
        return problem;
    QStringList texts;
    for (const SlurmPartition &partition : partitions) {
        texts += SlurmDoctor::tr("%1 (nodes: %2, of %3 CPUs and %4 MB)").arg(partition.name).arg(partition.nodes).arg(partition.cpus).arg(partition.megabytes);
    }
    return SlurmDoctor::tr("answers; partitions: %1").arg(texts.join(u", "_s));
}

QList<ClusterReport> findClusters(int milliseconds)
{
    const QList<std::shared_ptr<SlurmTransport>> transports = slurmTransports();
    QList<ClusterReport> reports;
    for (const auto &transport : transports)
        reports.append({transport->name(), SlurmDoctor::tr("did not answer in time"), {}});
    QEventLoop loop;
    qsizetype left = reports.size();
    for (qsizetype i = 0; i < transports.size(); ++i) {
        transports.at(i)->look([&, i](const Result<QList<SlurmPartition>> &answer) {
            if (answer) {
                reports[i].problem.clear();
                reports[i].partitions = *answer;
            } else {
                reports[i].problem = answer.error().message;
            }
            if (--left == 0)
                loop.quit();
        });
    }
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    if (left > 0)
        loop.exec();
    return reports;
}

QStringList unmetNeeds(const QList<PlanTask> &tasks, const QList<SlurmPartition> &partitions)
{
    QStringList sentences;
    for (const PlanTask &task : tasks) {
        const Result<SlurmNeeds> needs = slurmNeedsOf(task);
        if (!needs)
            sentences += needs.error().message;
        else if (std::none_of(partitions.cbegin(), partitions.cend(), [&](const SlurmPartition &partition) { return fits(*needs, partition); }))
            sentences += SlurmDoctor::tr("“%1” asks for what no partition has. Change its partition, cpus, memory or features.").arg(task.id);
    }
    return sentences;
}

} // namespace baton
