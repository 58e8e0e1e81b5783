// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/nodes.h"

#include <QMap>
#include <QString>

#include <optional>

namespace baton {

/// What tasks of one persona on one model used and how long they took, beside what the plan said.
struct MeasuredUse
{
    int runs = 0; ///< In which a task with a budget of tokens was measured.
    int tasks = 0;
    double budgeted = 0;
    double used = 0;
    int timedRuns = 0;
    int timed = 0;            ///< Tasks whose last attempt was timed.
    double took = 0;          ///< Milliseconds of those, time spent BLOCKED left out.
    double plannedTime = 0;   ///< Milliseconds that the plan had for those of them whose budget names a duration.
    double tookOfPlanned = 0; ///< And what these took.

    double ratio() const { return budgeted > 0 ? used / budgeted : 0; }
    double timeRatio() const { return plannedTime > 0 ? tookOfPlanned / plannedTime : 0; } ///< 0 = no plan named a time.
    bool operator==(const MeasuredUse &) const = default;
};

/// Plans held against earlier runs. With enough of them, the ratio of a persona and its model takes the multiplier's
/// place in what a plan is expected to need; the same with time.
struct Calibration
{
    static constexpr int enoughRuns = 3;

    QMap<std::pair<QString, QString>, MeasuredUse> uses; ///< By persona (without `@`) and model.
    int runs = 0; ///< That told anything.

    /// Nothing where too few runs tell.
    std::optional<double> ratioFor(const QString &persona, const QString &model) const;
    /// The milliseconds that a task of theirs is expected to take: its \a planned time times the measured ratio, or without
    /// one what they took on the average. Nothing where too few runs tell.
    std::optional<qint64> timeFor(const QString &persona, const QString &model, std::optional<qint64> planned) const;
    bool operator==(const Calibration &) const = default;
};

/// What a task is expected to come to.
struct Expectation
{
    qint64 time = 0;         ///< Milliseconds.
    double tokens = 0;       ///< 0 without a budget.
    bool isMeasured = false; ///< One of them comes from earlier runs.

    /// Budgets come from files: what no run could use counts as none.
    qint64 wholeTokens() const { return tokens < 9e15 ? qRound64(tokens) : 0; }

    bool operator==(const Expectation &) const = default;
};

/// A task with what it takes from its persona. Points into the document.
struct TaskTerms
{
    const Task &task;
    QString persona; ///< Without `@`; empty = nobody, or nobody known.
    QString model;
    const Executor &executor;
};

/// \a persona is null where the task has none, or none that is known.
TaskTerms termsOf(const Task &task, const Persona *persona);

/// The one answer to how long a task takes and what it uses, for every forecast. Time: the budget's, else that of its
/// simulation, else three seconds, as a simulation has it. Tokens: its budget times \a multiplier. Where enough earlier
/// runs have told of persona and model, that takes the place of the plan's own; what is only simulated nobody measures.
Expectation expectationOf(const TaskTerms &terms, double multiplier, const Calibration &calibration = {});

} // namespace baton
