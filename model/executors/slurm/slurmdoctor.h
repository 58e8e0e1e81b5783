// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/slurm/slurmjob.h"

namespace baton {

/// What came of looking at a cluster in one way.
struct ClusterReport
{
    QString name; ///< Where its commands are, or its slurmrestd.
    QString problem = {}; ///< Why it does not answer; empty where it does.
    QList<SlurmPartition> partitions = {};

    bool answers() const { return problem.isEmpty(); }
    QString sentence() const; ///< What there is, or what is wrong.
};

/// Looks at the cluster in every way that this machine has. Blocks, for so many milliseconds at most: not for the
/// thread that shows things.
QList<ClusterReport> findClusters(int milliseconds = 12'000);

/// What tasks that become jobs ask of a cluster that has no such thing, a sentence each.
QStringList unmetNeeds(const QList<PlanTask> &tasks, const QList<SlurmPartition> &partitions);

} // namespace baton
