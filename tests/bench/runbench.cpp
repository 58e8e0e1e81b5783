// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/bench.h"

#include "model/run/virtualrun.h"
#include "tests/support/plans.h"

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

/// A hundred thousand tasks through the same decisions as a real run, without its clock, processes and disk.
Row scheduleRow()
{
    constexpr int tasks = 100'000;
    Contents contents = test::randomPlan(tasks, tasks * 3 / 2, 1);
    contents.info.maxConcurrent = 64;
    const Result<RunPlan> plan = compile(contents);
    qint64 events = 0;
    Row row = measure(u"schedule_virtual_100000"_s, 5, [&] {
        if (plan)
            events = simulate(*plan, {.keepsEvents = false}).state.seq;
    });
    row.extra.insert(u"events"_s, events);
    return row;
}

} // namespace

QList<Row> runRows()
{
    return {scheduleRow()};
}

} // namespace baton::bench
