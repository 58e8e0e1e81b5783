// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runfolder.h"
#include "model/run/runrecord.h"
#include "model/run/virtualrun.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace baton::test {

/// A simulated run of a plan in a folder of its own, with as much of its journal as a test wants.
class RecordedRun
{
public:
    explicit RecordedRun(const Contents &contents, qint64 eventCount = -1)
    {
        const Result<RunPlan> compiled = compile(contents);
        if (!compiled) {
            qCritical("%s", qPrintable(compiled.error().message));
            return;
        }
        plan = *compiled;
        VirtualOptions options;
        options.startTime = 1'700'000'000'000;
        events = simulate(plan, options).events;
        NewRun run;
        run.file = m_dir.filePath(u"plan.baton.yaml"_s);
        run.bytes = "baton: 1\nname: Plan\n";
        run.workflowName = contents.info.name;
        run.tasks = int(plan.tasks.size());
        run.now = options.startTime;
        const Result<RunFolder> made = makeRunFolder(run);
        if (!made)
            return;
        folder = *made;
        write(0, eventCount < 0 ? events.size() : eventCount);
        Result<std::unique_ptr<RunRecord>> opened = RunRecord::open(folder.path(), plan);
        if (opened)
            record = std::move(opened.value());
    }

    /// Appends the events from \a from up to \a to to the journal, as a runner would.
    void write(qint64 from, qint64 to)
    {
        QFile journal(folder.journalPath());
        if (!journal.open(QIODevice::Append))
            return;
        for (qint64 i = from; i < to; ++i)
            journal.write(toJournalLine(events.at(i)));
    }

    QString dir() const { return m_dir.path(); }

    RunPlan plan;
    QList<Event> events;
    RunFolder folder;
    std::unique_ptr<RunRecord> record;

private:
    QTemporaryDir m_dir;
};

} // namespace baton::test
