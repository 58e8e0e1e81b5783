// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/bench.h"

#include "app/mainwindow.h"
#include "app/runcontroller.h"
#include "app/settings.h"
#include "model/run/runrecord.h"
#include "tests/support/runs.h"
#include "views/style/theme.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

constexpr int tasks = 10'000;
constexpr int events = 1'000'000;

/// Megabytes of this program that are in memory.
double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6 : 0;
}

/// Times of \a work for places in the journal as a hand drags: back and forth in steps, now and then a jump.
QList<double> dragged(int steps, const std::function<qint64()> &cursor, const std::function<void(qint64 seq)> &work)
{
    QList<double> times;
    QRandomGenerator random(5);
    QElapsedTimer clock;
    for (int i = 0; i < steps; ++i) {
        const qint64 step = cursor() + random.bounded(-2000, 2000);
        const qint64 seq = i % 10 == 0 ? random.bounded(events) : qBound(qint64(1), step, qint64(events));
        clock.start();
        work(seq);
        times.append(double(clock.nsecsElapsed()) / 1e6);
    }
    return times;
}

/// The record alone.
QList<Row> recordRows(const QString &run, const RunPlan &plan)
{
    QElapsedTimer clock;
    QList<double> opened;
    std::unique_ptr<RunRecord> record;
    const double before = residentMegabytes();
    for (int i = 0; i < 3; ++i) {
        record.reset();
        clock.start();
        record = RunRecord::open(run, plan).value();
        opened.append(double(clock.nsecsElapsed()) / 1e6);
    }
    Row open = rowOf(u"journal_open_1000000"_s, opened);
    open.extra.insert(u"megabytes"_s, qRound(residentMegabytes() - before));
    const QList<double> sought = dragged(300, [&] { return record->cursor(); }, [&](qint64 seq) { record->seek(seq); });
    return {open, rowOf(u"journal_seek_1000000"_s, sought)};
}

/// The whole window, until it has painted where the hand is.
Row windowRow(const QString &folder, const QString &run)
{
    Settings settings(folder + u"/settings"_s); // none of the user's
    Theme theme;
    MainWindow window(settings, theme);
    window.resize(1680, 1050);
    window.show();
    QCoreApplication::processEvents();
    window.openRun(run);
    QElapsedTimer clock;
    clock.start();
    while ((!window.runs().record() || window.runs().record()->last() < events) && clock.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    RunRecord *record = window.runs().record();
    if (!record)
        qFatal("the run was not shown");
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    return rowOf(u"window_scrub_1000000"_s, dragged(100, [&] { return record->cursor(); }, [&](qint64 seq) {
        record->seek(seq);
        QCoreApplication::processEvents();
    }));
}

} // namespace

QList<Row> scrubRows()
{
    QTemporaryDir dir;
    const QString run = dir.filePath(u"run"_s);
    const RunPlan plan = test::longRun(RunFolder(run), tasks, events);
    return recordRows(run, plan) + QList<Row>{windowRow(dir.path(), run)};
}

} // namespace baton::bench
