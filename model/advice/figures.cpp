// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/advice/figures.h"

#include "model/workflow/workflow.h"

namespace baton {

SimulatedWork plannedWork(const RunPlan &plan, int task, int attempt, const Calibration &calibration)
{
    SimulatedWork work = simulatedWork(plan, task, attempt, 0);
    const Expectation expected = expectationOf(termsOf(plan.tasks.at(task)), plan.contents.info.budgetMultiplier, calibration);
    work.duration = expected.time;
    if (expected.wholeTokens() > 0)
        work.tokens = expected.wholeTokens();
    work.fails = false;
    return work;
}

PlanFigures figuresOf(const RunPlan &plan, const VirtualRun &run)
{
    PlanFigures figures{.makespan = run.makespan, .tokens = run.tokens, .tokensOfModel = {}, .status = run.state.status};
    const RunPlan &ran = planOf(plan, run.state);
    for (qsizetype i = 0; i < run.state.tasks.size(); ++i) {
        if (const qint64 used = run.state.tasks.at(i).usage.total(); used > 0)
            figures.tokensOfModel[ran.tasks.at(i).model] += used;
    }
    return figures;
}

Result<PlanFigures> figuresOf(const Contents &contents, const Calibration &calibration)
{
    const Result<RunPlan> plan = compile(contents);
    if (!plan)
        return plan.error();
    return figuresOf(*plan, simulate(*plan, {.keepsEvents = false, .work = [&](const RunPlan &of, int task, int attempt) {
                                                 return plannedWork(of, task, attempt, calibration);
                                             }}));
}

Contents edited(const Contents &contents, const Edit &edit)
{
    Workflow draft(contents);
    draft.apply(edit);
    return draft.contents();
}

ComparedFigures compareFigures(const Contents &contents, const Edit &edit, const Calibration &calibration)
{
    return {figuresOf(contents, calibration), figuresOf(edited(contents, edit), calibration)};
}

} // namespace baton
