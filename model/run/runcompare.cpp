// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/runcompare.h"

#include "model/run/advance.h"
#include "model/run/journal.h"
#include "model/run/loadplan.h"
#include "model/run/runfolder.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// More than a tenth apart, and by more than a moment.
bool isApart(qint64 a, qint64 b, qint64 moment)
{
    const qint64 larger = std::max(a, b);
    return std::abs(a - b) > moment && std::abs(a - b) * 10 > larger;
}

TaskOutcome outcomeOfTask(const TaskRun &run, qint64 now)
{
    TaskOutcome outcome{true, run.state, run.attempt};
    outcome.milliseconds = workedFor(run, now);
    outcome.tokens = run.usage.total();
    if (run.verdict) {
        outcome.verdict = run.verdict->approved ? u"approved"_s : u"rejected"_s;
        outcome.issues = int(run.verdict->issues.size());
    }
    outcome.files = int(run.evidence.size());
    return outcome;
}

ComparedStep::Difference differenceOf(const ComparedStep &step)
{
    using Difference = ComparedStep::Difference;
    constexpr qint64 moment = 500; // Milliseconds.
    constexpr qint64 fewTokens = 100;
    if (step.isGate) {
        return step.firstGate.has_value() != step.secondGate.has_value() ? Difference::Presence
               : step.firstGate != step.secondGate                       ? Difference::State
                                                                         : Difference::None;
    }
    const TaskOutcome &a = step.first;
    const TaskOutcome &b = step.second;
    if (a.isThere != b.isThere)
        return Difference::Presence;
    if (a.state != b.state)
        return Difference::State;
    if (a.verdict != b.verdict || a.issues != b.issues)
        return Difference::Verdict;
    const bool differs = a.attempts != b.attempts || isApart(a.milliseconds, b.milliseconds, moment)
                         || isApart(a.tokens, b.tokens, fewTokens) || a.files != b.files;
    return differs ? Difference::Effort : Difference::None;
}

} // namespace

RunOutcome outcomeOf(const RunPlan &base, const RunState &state)
{
    const RunPlan &plan = planOf(base, state);
    RunOutcome outcome;
    outcome.workflow = plan.contents.info.name;
    outcome.status = state.status;
    outcome.startedAt = state.startedAt;
    outcome.milliseconds = std::max<qint64>(0, (state.endedAt > 0 ? state.endedAt : state.now) - state.startedAt);
    outcome.tokens = state.usage.total();
    outcome.costUsd = state.usage.costUsd;
    for (qsizetype i = 0; i < plan.tasks.size() && i < state.tasks.size(); ++i) {
        const PlanTask &task = plan.tasks.at(i);
        outcome.ids.append({task.id, task.task->displayTitle()});
        outcome.tasks.insert(task.id, outcomeOfTask(state.tasks.at(i), state.now));
    }
    for (qsizetype i = 0; i < plan.gates.size() && i < state.gates.size(); ++i) {
        outcome.ids.append({plan.gates.at(i).id, plan.gates.at(i).gate->displayTitle()});
        outcome.gates.insert(plan.gates.at(i).id, state.gates.at(i).state);
    }
    return outcome;
}

Result<RunOutcome> outcomeOf(const QString &runDir)
{
    const RunFolder folder(runDir);
    const Result<RunPlan> plan = loadPlan(folder);
    if (!plan)
        return plan.error();
    const Result<Journal> journal = readJournal(folder.journalPath());
    if (!journal)
        return journal.error();
    RunState state = initialState(*plan);
    for (const Event &event : journal->events)
        state = apply(*plan, std::move(state), event);
    RunOutcome outcome = outcomeOf(*plan, state);
    outcome.dir = runDir;
    return outcome;
}

QList<ComparedStep> compareRuns(const RunOutcome &first, const RunOutcome &second)
{
    QList<ComparedStep> steps;
    QSet<QString> seen;
    for (const RunOutcome *run : {&first, &second}) {
        for (const auto &[id, title] : run->ids) {
            if (seen.contains(id))
                continue;
            seen.insert(id);
            ComparedStep step{id, title, first.gates.contains(id) || second.gates.contains(id), first.tasks.value(id), second.tasks.value(id)};
            if (const auto gate = first.gates.constFind(id); gate != first.gates.cend())
                step.firstGate = *gate;
            if (const auto gate = second.gates.constFind(id); gate != second.gates.cend())
                step.secondGate = *gate;
            step.difference = differenceOf(step);
            steps.append(step);
        }
    }
    std::stable_sort(steps.begin(), steps.end(),
                     [](const ComparedStep &a, const ComparedStep &b) { return a.difference < b.difference; });
    return steps;
}

} // namespace baton
