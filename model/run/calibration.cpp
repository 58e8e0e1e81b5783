// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/calibration.h"

#include "model/run/advance.h"
#include "model/run/journal.h"
#include "model/run/loadplan.h"
#include "model/run/runfolder.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Older ones tell of other models; larger ones cost more to read than they tell.
constexpr qsizetype mostRuns = 20;
constexpr qint64 largestJournal = 64 * 1024 * 1024;

} // namespace

void addRun(Calibration &calibration, const RunPlan &plan, const QList<Event> &events)
{
    RunState state = initialState(plan);
    for (const Event &event : events) {
        if (event.type == EventType::RunStarted && event.data["simulate"_L1].toBool())
            return;
        state = apply(plan, std::move(state), event);
    }
    QSet<std::pair<QString, QString>> budgeted;
    QSet<std::pair<QString, QString>> timed;
    for (const PlanTask &task : plan.tasks) {
        const int index = planOf(plan, state).indexOfTask(task.id);
        if (task.isSimulated || index < 0 || state.tasks.at(index).state != TaskState::Complete)
            continue;
        const TaskRun &run = state.tasks.at(index);
        const std::pair key(task.persona, task.model);
        const qint64 budget = task.task->budgetTokens.value_or(0);
        if (const qint64 tokens = run.usage.total(); budget > 0 && tokens > 0) {
            MeasuredUse &use = calibration.uses[key];
            ++use.tasks;
            use.budgeted += double(budget);
            use.used += double(tokens);
            budgeted.insert(key);
        }
        const auto took = double(workedFor(run, state.now));
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
