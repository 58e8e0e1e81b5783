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

QString plainId(const QString &reference)
{
    return reference.startsWith(u'@') ? reference.sliced(1) : reference;
}

} // namespace

std::optional<double> Calibration::ratioFor(const QString &persona, const QString &model) const
{
    const MeasuredUse use = uses.value({persona, model});
    return use.runs >= enoughRuns && use.ratio() > 0 ? std::optional(use.ratio()) : std::nullopt;
}

std::optional<qint64> Calibration::timeFor(const QString &persona, const QString &model, std::optional<qint64> planned) const
{
    const MeasuredUse use = uses.value({persona, model});
    if (use.runs < enoughRuns || use.timed == 0)
        return std::nullopt;
    if (!planned)
        return qRound64(use.took / use.timed);
    return use.plannedTime > 0 ? std::optional(qRound64(double(*planned) * use.tookOfPlanned / use.plannedTime)) : std::nullopt;
}

namespace {

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
    QSet<std::pair<QString, QString>> seen;
    for (const PlanTask &task : plan.tasks) {
        const qint64 budget = task.task->budgetTokens.value_or(0);
        if (budget <= 0 || task.isSimulated || !complete.contains(task.id) || used.value(task.id) <= 0)
            continue;
        const std::pair key(task.persona, task.model);
        MeasuredUse &use = calibration.uses[key];
        use.runs += seen.contains(key) ? 0 : 1;
        seen.insert(key);
        ++use.tasks;
        use.budgeted += double(budget);
        use.used += double(used.value(task.id));
        const auto took = double(watch.timeOf(task.id));
        if (took <= 0)
            continue;
        ++use.timed;
        use.took += took;
        if (const std::optional<qint64> planned = task.task->budgetDuration.milliseconds()) {
            use.plannedTime += double(*planned);
            use.tookOfPlanned += took;
        }
    }
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

double expectedTokens(const Contents &contents, const Calibration &calibration)
{
    const IdIndex ids(contents);
    double tokens = 0;
    for (const auto &[key, task] : contents.tasks) {
        const QString id = plainId(task->persona());
        const Persona *persona = contents.persona(ids.persona(id));
        const QString model = task->model.isEmpty() && persona ? persona->model : task->model;
        const double budget = double(qMax(qint64(0), task->budgetTokens.value_or(0)));
        tokens += budget * calibration.ratioFor(id, model).value_or(contents.info.budgetMultiplier);
    }
    return tokens;
}

} // namespace baton
