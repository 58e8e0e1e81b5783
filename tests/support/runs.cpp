// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/runs.h"

#include "model/run/event.h"
#include "model/storage/writer.h"
#include "tests/support/plans.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace baton::test {

RunPlan longRun(const RunFolder &folder, int tasks, int events)
{
    const Contents contents = randomPlan(tasks, tasks * 3 / 2, 1);
    const Result<RunPlan> plan = compile(contents);
    const QByteArray text = writeWorkflow(contents, nullptr, FileKind::Yaml);
    const Result<RunFolder> made = makeRunFolder({u"plan.baton.yaml"_s, text, {}, {}, tasks, folder.path(), 0});
    QFile journal(folder.journalPath());
    if (!plan || !made || !journal.open(QIODevice::WriteOnly))
        qFatal("the run folder of a test cannot be made");
    qint64 seq = 0;
    const auto put = [&](EventType type, const QString &subject, const QJsonObject &data = {}) {
        ++seq;
        journal.write(toJournalLine({seq, seq, subject, type, data}));
    };
    put(EventType::RunStarted, u"run"_s);
    for (const PlanTask &task : plan->tasks) {
        for (const EventType type : {EventType::WorkerReady, EventType::WorkerStarted, EventType::WorkerActive})
            put(type, task.id);
    }
    while (seq < events) {
        put(EventType::WorkerCheckpoint, plan->tasks.at(seq % tasks).id,
            {{u"checkpoint"_s, u"part"_s}, {u"tasks_completed"_s, seq}});
    }
    return *plan;
}

} // namespace baton::test
