// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/bench.h"

#include "model/run/startorder.h"
#include "tests/support/plans.h"
#include "tests/support/taskgraphs.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

/// How far orders are from the optimum, in per cent.
struct Gaps
{
    QList<double> all = {};

    void add(qint64 makespan, qint64 optimum) { all.append(100.0 * double(makespan - optimum * 1000) / double(optimum * 1000)); }
    void tell(QJsonObject &figures, const QString &who) const
    {
        double sum = 0;
        double worst = 0;
        for (const double gap : all) {
            sum += gap;
            worst = std::max(worst, gap);
        }
        figures.insert(who + u"_mean_gap_percent"_s, QString::number(sum / double(all.size()), 'f', 2).toDouble());
        figures.insert(who + u"_worst_gap_percent"_s, QString::number(worst, 'f', 1).toDouble());
    }
};

/// One row: milliseconds a search, gaps beside those of simpler orders.
Row compared(const QString &name, const QList<test::KnownGraph> &graphs)
{
    QList<double> milliseconds;
    Gaps searched;
    Gaps firstReady;
    Gaps longestPath;
    for (const test::KnownGraph &graph : graphs) {
        const Result<RunPlan> plan = compile(test::contentsOf(graph.jobs));
        if (!plan)
            qFatal("%s", qPrintable(plan.error().message));
        QElapsedTimer clock;
        clock.start();
        const StartOrder order = improvedOrder(*plan, graph.places);
        milliseconds.append(double(clock.nsecsElapsed()) / 1e6);
        searched.add(order.makespan, graph.optimum);
        firstReady.add(firstReadyOrder(*plan, graph.places).makespan, graph.optimum);
        longestPath.add(presentOrder(*plan, graph.places).makespan, graph.optimum);
    }
    Row row = rowOf(name, milliseconds);
    searched.tell(row.extra, u"search"_s);
    firstReady.tell(row.extra, u"first_ready"_s);
    longestPath.tell(row.extra, u"longest_path"_s);
    return row;
}

QList<test::KnownGraph> cutGraphs(int tasks)
{
    QRandomGenerator random{quint32(tasks)};
    QList<test::KnownGraph> graphs;
    for (const int places : {2, 4, 8, 16}) {
        for (int i = 0; i < 25; ++i)
            graphs.append(test::cutGraph(tasks, places, random));
    }
    return graphs;
}

QList<test::KnownGraph> smallGraphs()
{
    QRandomGenerator random(12);
    QList<test::KnownGraph> graphs;
    for (int i = 0; i < 200; ++i) {
        test::KnownGraph graph{{}, test::randomJobs(6 + random.bounded(7), random), 2 + random.bounded(3)};
        graph.optimum = test::optimum(graph.jobs, graph.places);
        graphs.append(graph);
    }
    return graphs;
}

Row largeRow()
{
    const Result<RunPlan> plan = compile(test::randomPlan(10'000, 15'000, 1));
    return measure(u"order_search_10000"_s, 5, [&] {
        if (plan)
            (void)improvedOrder(*plan, 8);
    });
}

} // namespace

QList<Row> orderRows()
{
    QList<Row> rows;
    if (const QList<test::KnownGraph> proven = test::provenGraphs(); !proven.isEmpty())
        rows.append(compared(u"order_proven"_s, proven));
    rows.append(compared(u"order_cut_50"_s, cutGraphs(50)));
    rows.append(compared(u"order_cut_100"_s, cutGraphs(100)));
    rows.append(compared(u"order_small"_s, smallGraphs()));
    rows.append(largeRow());
    return rows;
}

} // namespace baton::bench
