// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/contents.h"

#include <QRandomGenerator>

namespace baton::test {

/// A task of a graph whose best schedule is known, or can be found.
struct Job
{
    qint64 seconds = 0;
    QList<int> needs = {};
};

struct KnownGraph
{
    QString name;
    QList<Job> jobs;
    int places = 1;
    qint64 optimum = 0; ///< Seconds.
};

/// The jobs as simulated tasks `t0`, `t1`...
Contents contentsOf(const QList<Job> &jobs);

/// The Standard Task Graph Set's form: a count, then a line a task: number, time, number of needs, needs.
QList<Job> readStg(const QString &path);
/// The graphs with proven optima in the folder `dags` of BATON_SHARED, on 2 to 16 places; empty where they are not.
QList<KnownGraph> provenGraphs();

QList<Job> randomJobs(int count, QRandomGenerator &random);

/// A schedule without a gap, cut into \a count tasks that need each other only where it lets them: its length is the
/// optimum, and hard to find.
KnownGraph cutGraph(int count, int places, QRandomGenerator &random);

/// The true optimum in seconds by branch and bound: tasks are placed in the order of their starts, each as early as
/// what is placed allows, and no further than the bounds of what is left allow. For a dozen tasks.
qint64 optimum(const QList<Job> &jobs, int places);

} // namespace baton::test
