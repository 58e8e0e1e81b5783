// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/advice/figures.h"

#include "model/run/virtualrun.h"
#include "model/workflow/workflow.h"

namespace baton {

namespace {

SimulatedWork asPlanned(const RunPlan &plan, int task, int attempt)
{
    SimulatedWork work = simulatedWork(plan, task, attempt, 0);
    const PlanTask &planned = plan.tasks.at(task);
    work.duration = planned.expected;
    if (planned.plannedTokens > 0)
        work.tokens = planned.plannedTokens;
    work.fails = false;
    return work;
}

} // namespace

Result<PlanFigures> figuresOf(const Contents &contents)
{
    const Result<RunPlan> plan = compile(contents);
    if (!plan)
        return plan.error();
    const VirtualRun run = simulate(*plan, {.keepsEvents = false, .work = asPlanned});
    PlanFigures figures{.makespan = run.makespan, .tokens = run.tokens, .tokensOfModel = {}, .status = run.state.status};
    const RunPlan &ran = planOf(*plan, run.state);
    for (qsizetype i = 0; i < run.state.tasks.size(); ++i) {
        if (const qint64 used = run.state.tasks.at(i).usage.total(); used > 0)
            figures.tokensOfModel[ran.tasks.at(i).model] += used;
    }
    return figures;
}

Contents edited(const Contents &contents, const Edit &edit)
{
    Workflow draft(contents);
    draft.apply(edit);
    return draft.contents();
}

ComparedFigures compareFigures(const Contents &contents, const Edit &edit)
{
    return {figuresOf(contents), figuresOf(edited(contents, edit))};
}

} // namespace baton
