// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/bench.h"

#include "model/run/runner.h"
#include "model/run/runrecord.h"
#include "model/run/supervisorclient.h"
#include "tests/support/plans.h"
#include "tests/support/runs.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

constexpr int concurrent = 2;

/// What a workload cost: wall clock, and the processor time of all that took part.
struct Cost
{
    double milliseconds = 0;
    double cpuMicroseconds = 0;
};

double processorTime(int who)
{
    rusage usage = {};
    ::getrusage(who, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

Cost costOf(const std::function<void()> &work)
{
    const double cpu = processorTime(RUSAGE_SELF) + processorTime(RUSAGE_CHILDREN);
    QElapsedTimer clock;
    clock.start();
    work();
    const double elapsed = double(clock.nsecsElapsed()) / 1e6;
    return {elapsed, processorTime(RUSAGE_SELF) + processorTime(RUSAGE_CHILDREN) - cpu};
}

/// A template for a folder in memory where there is one: for minutes after thousands of files were deleted, by the last
/// measurement for one, ext4 makes new ones at many times the cost.
QString quickFolder()
{
    return (QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath()) + u"/baton-bench-XXXXXX"_s;
}

/// No-ops by a real run, its journal shown by a record as the desktop shows it.
Cost dispatch(int tasks)
{
    const QTemporaryDir dir(quickFolder());
    Contents contents;
    contents.info.maxConcurrent = concurrent;
    for (int i = 0; i < tasks; ++i) {
        test::add(contents, Task{.id = u"t%1"_s.arg(i), .executor = {u"shell"_s, {{u"argv"_s, QJsonArray{u"/bin/true"_s}}}}});
    }
    auto runner = Runner::create(contents, "baton: 1\n", dir.filePath(u"plan.baton.yaml"_s), {.trusted = true});
    if (!runner)
        qFatal("%s", qPrintable(runner.error().message));
    double milliseconds = 0;
    const RunFolder folder = (*runner)->folder();
    Cost cost = costOf([&] {
        QElapsedTimer clock;
        clock.start();
        QEventLoop loop;
        QObject::connect(runner->get(), &Runner::finished, &loop, &QEventLoop::quit);
        (*runner)->start();
        const auto record = RunRecord::open(folder.path(), (*runner)->plan());
        QObject::connect(runner->get(), &Runner::recorded, record->get(), &RunRecord::poke);
        loop.exec();
        milliseconds = double(clock.nsecsElapsed()) / 1e6;
        if ((*runner)->state().status != RunStatus::Complete)
            qFatal("the run of no-ops did not complete");
        runner->reset();
        while (isSupervised(folder))
            ::usleep(1000); // what it cost is known when it has gone
        ::usleep(20'000);
    });
    cost.milliseconds = milliseconds;
    return cost;
}

Cost program(const QString &name, const QStringList &arguments, const QString &folder)
{
    return costOf([&] {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(name, arguments);
        process.waitForFinished(-1);
    });
}

/// The same no-ops by a build tool; nothing where it is not installed.
std::optional<Cost> byMake(int tasks)
{
    if (QStandardPaths::findExecutable(u"make"_s).isEmpty())
        return std::nullopt;
    QTemporaryDir dir;
    QFile file(dir.filePath(u"Makefile"_s));
    if (!file.open(QIODevice::WriteOnly))
        return std::nullopt;
    file.write("all:");
    for (int i = 0; i < tasks; ++i)
        file.write(" t" + QByteArray::number(i));
    file.write("\n");
    for (int i = 0; i < tasks; ++i)
        file.write("t" + QByteArray::number(i) + ":\n\t@/bin/true\n");
    file.close();
    return program(u"make"_s, {u"-j%1"_s.arg(concurrent), u"-s"_s}, dir.path());
}

std::optional<Cost> byNinja(int tasks)
{
    if (QStandardPaths::findExecutable(u"ninja"_s).isEmpty())
        return std::nullopt;
    QTemporaryDir dir;
    QFile file(dir.filePath(u"build.ninja"_s));
    if (!file.open(QIODevice::WriteOnly))
        return std::nullopt;
    file.write("rule noop\n command = /bin/true\n");
    for (int i = 0; i < tasks; ++i)
        file.write("build t" + QByteArray::number(i) + ": noop\n");
    file.close();
    return program(u"ninja"_s, {u"-j%1"_s.arg(concurrent)}, dir.path());
}

Row dispatchRow(const QString &name, int tasks, int runs)
{
    QList<double> times;
    QList<double> cpu;
    for (int i = 0; i < runs; ++i) {
        const Cost cost = dispatch(tasks);
        times.append(cost.milliseconds);
        cpu.append(cost.cpuMicroseconds / tasks);
    }
    std::sort(cpu.begin(), cpu.end());
    Row row = rowOf(name, times);
    row.extra.insert(u"cpu_us_per_task"_s, cpu.at(cpu.size() / 2));
    return row;
}

} // namespace

QList<Row> dispatchRows()
{
    constexpr int tasks = 1000;
    constexpr int runs = 5;
    Row row = dispatchRow(u"dispatch_wide_1000"_s, tasks, runs);
    const auto compare = [&](const QString &name, const std::optional<Cost> &cost) {
        if (!cost)
            return;
        const double cpu = cost->cpuMicroseconds / tasks;
        row.extra.insert(name + u"_ms"_s, cost->milliseconds);
        row.extra.insert(name + u"_cpu_us_per_task"_s, cpu);
        row.extra.insert(u"ratio_to_"_s + name, row.medianMs / cost->milliseconds);
        row.extra.insert(u"cpu_ratio_to_"_s + name, row.extra["cpu_us_per_task"_L1].toDouble() / cpu);
    };
    compare(u"make"_s, byMake(tasks));
    compare(u"ninja"_s, byNinja(tasks));
    Row many = dispatchRow(u"dispatch_wide_10000"_s, 10 * tasks, 1);
    many.extra.insert(u"rate_to_1000"_s, 10 * row.medianMs / many.medianMs);
    Row large;
    {
        // What a designer with large plans open may hold: starting processes must not cost more for it.
        const std::vector<char> held(300'000'000, 1);
        large = dispatchRow(u"dispatch_wide_1000_holding_300mb"_s, tasks, held.empty() ? 0 : runs);
    }
    large.extra.insert(u"rate_to_1000"_s, row.medianMs / large.medianMs);
    return {row, many, large};
}

} // namespace baton::bench
