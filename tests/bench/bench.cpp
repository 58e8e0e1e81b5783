// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/bench.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace baton::bench {

Row measure(const QString &name, int runs, const std::function<void()> &work, const std::function<void()> &prepare)
{
    QList<double> times;
    for (int run = -1; run < runs; ++run) {
        if (prepare)
            prepare();
        QElapsedTimer timer;
        timer.start();
        work();
        if (run >= 0)
            times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return rowOf(name, times);
}

Row rowOf(const QString &name, QList<double> milliseconds)
{
    Row row;
    row.name = name;
    row.runs = int(milliseconds.size());
    if (milliseconds.isEmpty())
        return row;
    std::sort(milliseconds.begin(), milliseconds.end());
    row.medianMs = milliseconds.at(milliseconds.size() / 2);
    row.p95Ms = milliseconds.at(qsizetype(std::ceil(0.95 * double(milliseconds.size()))) - 1);
    return row;
}

} // namespace baton::bench
