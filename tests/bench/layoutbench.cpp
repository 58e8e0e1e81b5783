// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/bench.h"

#include "model/layout/layout.h"
#include "tests/support/plans.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

constexpr double needsPerTask = 1.5;
/// Graphviz takes minutes for more, and is only a yardstick.
constexpr int mostTasksForDot = 1000;
constexpr int dotPatienceMs = 120'000;

struct Segment
{
    QPointF from;
    QPointF to;
};

/// Pairs of straight lines that cross, every pair looked at: slow and beyond doubt.
qint64 crossingsOf(const QList<Segment> &segments)
{
    const auto side = [](QPointF a, QPointF b, QPointF c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    };
    qint64 crossings = 0;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const Segment &a = segments.at(i);
        for (qsizetype j = i + 1; j < segments.size(); ++j) {
            const Segment &b = segments.at(j);
            if (qMax(a.from.x(), a.to.x()) < qMin(b.from.x(), b.to.x()) ||
                qMax(b.from.x(), b.to.x()) < qMin(a.from.x(), a.to.x()))
                continue;
            crossings += side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
                         side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0;
        }
    }
    return crossings;
}

QList<Segment> segmentsOf(const Contents &contents, const QHash<QString, QPointF> &centres)
{
    QList<Segment> segments;
    for (const auto &[key, task] : contents.tasks) {
        for (const Need &need : task->needs)
            segments.append({centres.value(need.target), centres.value(task->id)});
    }
    return segments;
}

qint64 ourCrossings(const Contents &contents)
{
    QHash<QString, QPointF> centres;
    const Positions positions = automaticPositions(contents);
    for (const auto &[key, task] : contents.tasks)
        centres.insert(task->id, positions.value(key));
    return crossingsOf(segmentsOf(contents, centres));
}

/// The same graph through `dot`, with its time; an empty row where Graphviz is not installed.
std::optional<Row> dotRow(const Contents &contents, int tasks)
{
    const QString dot = QStandardPaths::findExecutable(u"dot"_s);
    if (dot.isEmpty() || tasks > mostTasksForDot)
        return std::nullopt;
    QByteArray graph = "digraph { rankdir=LR; node [shape=box, width=2.9, height=1.2, fixedsize=true];\n";
    for (const auto &[key, task] : contents.tasks) {
        graph += '"' + task->id.toUtf8() + "\";\n";
        for (const Need &need : task->needs)
            graph += '"' + need.target.toUtf8() + "\" -> \"" + task->id.toUtf8() + "\";\n";
    }
    graph += "}\n";
    QHash<QString, QPointF> centres;
    const Row timed = measure(u"dot_%1"_s.arg(tasks), 1, [&] {
        QProcess process;
        process.start(dot, {u"-Tplain"_s});
        process.write(graph);
        process.closeWriteChannel();
        if (!process.waitForFinished(dotPatienceMs))
            return;
        QTextStream lines(process.readAllStandardOutput());
        for (QString line = lines.readLine(); !line.isNull(); line = lines.readLine()) {
            const QStringList words = line.split(u' ');
            if (words.size() > 3 && words.first() == u"node")
                centres.insert(QString(words.at(1)).remove(u'"'), {words.at(2).toDouble(), words.at(3).toDouble()});
        }
    });
    Row row = timed;
    row.extra.insert(u"crossings"_s, crossingsOf(segmentsOf(contents, centres)));
    return row;
}

} // namespace

QList<Row> layoutRows()
{
    QList<Row> rows;
    for (int tasks : {1000, 10000}) {
        Contents contents = test::randomPlan(tasks, int(tasks * needsPerTask), 1);
        rows.append(measure(u"layout_%1"_s.arg(tasks), 15, [&] { automaticPositions(contents); }));
        // Beside `dot` without phases: it has none.
        contents.phases = {};
        contents.gates = {};
        Row flat = measure(u"layout_flat_%1"_s.arg(tasks), 9, [&] { automaticPositions(contents); });
        flat.extra.insert(u"crossings"_s, ourCrossings(contents));
        rows.append(flat);
        if (const auto dot = dotRow(contents, tasks))
            rows.append(*dot);
    }
    return rows;
}

} // namespace baton::bench
