// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/expectation.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 simulatedTime = 3000;

} // namespace

std::optional<double> Calibration::ratioFor(const QString &persona, const QString &model) const
{
    const MeasuredUse use = uses.value({persona, model});
    return use.runs >= enoughRuns && use.ratio() > 0 ? std::optional(use.ratio()) : std::nullopt;
}

std::optional<qint64> Calibration::timeFor(const QString &persona, const QString &model, std::optional<qint64> planned) const
{
    const MeasuredUse use = uses.value({persona, model});
    if (use.timedRuns < enoughRuns || use.timed == 0)
        return std::nullopt;
    if (!planned)
        return qRound64(use.took / use.timed);
    return use.plannedTime > 0 ? std::optional(qRound64(double(*planned) * use.timeRatio())) : std::nullopt;
}

TaskTerms termsOf(const Task &task, const Persona *persona)
{
    return {task, persona ? persona->id : QString(), task.model.isEmpty() && persona ? persona->model : task.model,
            task.executor.isEmpty() && persona ? persona->executor : task.executor};
}

Expectation expectationOf(const TaskTerms &terms, double multiplier, const Calibration &calibration)
{
    const double budget = double(qMax(qint64(0), terms.task.budgetTokens.value_or(0)));
    const std::optional<qint64> planned = terms.task.budgetDuration.milliseconds();
    const bool isSimulated = terms.executor.type.isEmpty() || terms.executor.type == "simulate"_L1;
    const std::optional<double> ratio = isSimulated ? std::nullopt : calibration.ratioFor(terms.persona, terms.model);
    const std::optional<qint64> time = isSimulated ? std::nullopt : calibration.timeFor(terms.persona, terms.model, planned);
    const Duration simulated{isSimulated ? terms.executor.options.value("duration"_L1).toVariant().toString() : QString()};
    return {time.value_or(planned.value_or(simulated.milliseconds().value_or(simulatedTime))),
            budget * ratio.value_or(multiplier), time.has_value() || (ratio && budget > 0)};
}

} // namespace baton
