// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/plan/expectation.h"
#include "model/run/virtualrun.h"
#include "model/workflow/edit.h"

#include <QMap>

namespace baton {

/// What a plan comes to when it runs as planned.
struct PlanFigures
{
    qint64 makespan = 0; ///< Milliseconds from the start to the end.
    qint64 tokens = 0;   ///< Of all that ran: budgets × multiplier, or × what earlier runs have told of persona and model.
    QMap<QString, qint64> tokensOfModel = {}; ///< By model; what names none is at the empty string.
    RunStatus status = RunStatus::Complete;   ///< Anything else: it does not get to its end.

    bool operator==(const PlanFigures &) const = default;
};

/// Runs the plan through advance() in virtual time, with the real scheduler: each task takes its planned duration and
/// its budget × multiplier, validations approve, and every question to a person is answered at once. Where enough earlier
/// runs have told of a persona and its model, that takes the place of the plan's own. The Error says why the plan cannot
/// run.
Result<PlanFigures> figuresOf(const Contents &contents, const Calibration &calibration = {});

/// The same of a run that has been simulated already.
PlanFigures figuresOf(const RunPlan &plan, const VirtualRun &run);

/// What a task does when all goes as planned, and as earlier runs have told.
SimulatedWork plannedWork(const RunPlan &plan, int task, int attempt, const Calibration &calibration = {});

/// The figures of a plan beside those that an edit makes of it.
struct ComparedFigures
{
    Result<PlanFigures> before;
    Result<PlanFigures> after;
};

ComparedFigures compareFigures(const Contents &contents, const Edit &edit, const Calibration &calibration = {});

/// The contents with the edit applied.
Contents edited(const Contents &contents, const Edit &edit);

} // namespace baton
