// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/calibration.h"

#include "model/run/journal.h"
#include "model/run/loadplan.h"
#include "model/run/runfolder.h"
#include "model/run/runstate.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Older ones tell of other models; larger ones cost more to read than they tell.
constexpr qsizetype mostRuns = 20;
constexpr qint64 largestJournal = 64 * 1024 * 1024;

/// How long the latest attempts took, from their events.
class Stopwatch
{
public:
    void take(const Event &event)
    {
        Lap &lap = m_laps[event.subject];
        switch (event.type) {
        case EventType::WorkerStarted: lap = {event.time, 0, 0, 0}; break;
        case EventType::WorkerBlocked: lap.blockedAt = event.time; break;
        case EventType::WorkerUnblocked: lap.blocked += event.time - lap.blockedAt; break;
        case EventType::WorkerComplete: lap.end = event.time; break;
        default: break;
        }
    }
    /// 0 = not known.
    qint64 timeOf(const QString &task) const
    {
        const Lap lap = m_laps.value(task);
        return lap.start > 0 ? qMax<qint64>(0, lap.end - lap.start - lap.blocked) : 0;
    }

private:
    struct Lap
    {
        qint64 start = 0;
        qint64 end = 0;
        qint64 blockedAt = 0;
        qint64 blocked = 0;
    };
    QHash<QString, Lap> m_laps;
};

} // namespace

void addRun(Calibration &calibration, const RunPlan &plan, const QList<Event> &events)
{
    QHash<QString, qint64> used;
    QSet<QString> complete;
    Stopwatch watch;
    for (const Event &event : events) {
        if (event.type == EventType::RunStarted && event.data["simulate"_L1].toBool())
            return;
        watch.take(event);
        if (event.type == EventType::WorkerUsage)
            used[event.subject] += Usage::fromJson(event.data).total();
        else if (event.type == EventType::WorkerComplete)
            complete.insert(event.subject);
        else if (event.type == EventType::WorkerReset)
            complete.remove(event.subject);
    }
    QSet<std::pair<QString, QString>> budgeted;
    QSet<std::pair<QString, QString>> timed;
    for (const PlanTask &task : plan.tasks) {
        if (task.isSimulated || !complete.contains(task.id))
            continue;
        const std::pair key(task.persona, task.model);
        const qint64 budget = task.task->budgetTokens.value_or(0);
        if (const qint64 tokens = used.value(task.id); budget > 0 && tokens > 0) {
            MeasuredUse &use = calibration.uses[key];
            ++use.tasks;
            use.budgeted += double(budget);
            use.used += double(tokens);
            budgeted.insert(key);
        }
        const auto took = double(watch.timeOf(task.id));
        if (took <= 0)
            continue;
        MeasuredUse &use = calibration.uses[key];
        ++use.timed;
        use.took += took;
        timed.insert(key);
        if (const std::optional<qint64> planned = task.task->budgetDuration.milliseconds()) {
            use.plannedTime += double(*planned);
            use.tookOfPlanned += took;
        }
    }
    for (const auto &key : std::as_const(budgeted))
        ++calibration.uses[key].runs;
    for (const auto &key : std::as_const(timed))
        ++calibration.uses[key].timedRuns;
    calibration.runs += !budgeted.isEmpty() || !timed.isEmpty();
}

Calibration calibrationIn(const QString &dir)
{
    Calibration calibration;
    qsizetype read = 0;
    for (const RunSummary &summary : listRuns(dir)) {
        if (read == mostRuns)
            break;
        const RunFolder folder(summary.dir);
        if (QFileInfo(folder.journalPath()).size() > largestJournal)
            continue;
        const Result<RunPlan> plan = loadPlan(folder);
        const Result<Journal> journal = plan ? readJournal(folder.journalPath()) : Result<Journal>(plan.error());
        if (!journal)
            continue;
        addRun(calibration, *plan, journal->events);
        ++read;
    }
    return calibration;
}

} // namespace baton
