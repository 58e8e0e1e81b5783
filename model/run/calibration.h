// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/event.h"
#include "model/run/runplan.h"

#include <QMap>
#include <QString>

#include <optional>

namespace baton {

/// What tasks of one persona on one model used, beside what their budgets said.
struct MeasuredUse
{
    int runs = 0;
    int tasks = 0;
    double budgeted = 0;
    double used = 0;
    int timed = 0;           ///< Tasks whose last attempt was timed.
    double took = 0;         ///< Milliseconds of those, time spent BLOCKED left out.
    double plannedTime = 0;  ///< Milliseconds that the plan had for those of them whose budget names a duration.
    double tookOfPlanned = 0; ///< And what these took.

    double ratio() const { return budgeted > 0 ? used / budgeted : 0; }
    bool operator==(const MeasuredUse &) const = default;
};

/// Budgets held against earlier runs. With enough of them, the ratio of a persona and its model takes the multiplier's
/// place in what a plan is expected to need; the same with time.
struct Calibration
{
    static constexpr int enoughRuns = 3;

    QMap<std::pair<QString, QString>, MeasuredUse> uses; ///< By persona (without `@`) and model.

    /// Nothing where too few runs tell.
    std::optional<double> ratioFor(const QString &persona, const QString &model) const;
    /// The milliseconds that a task of theirs is expected to take: its \a planned time times the measured ratio, or without
    /// one what they took on the average. Nothing where too few runs tell.
    std::optional<qint64> timeFor(const QString &persona, const QString &model, std::optional<qint64> planned) const;
    bool operator==(const Calibration &) const = default;
};

/// Adds one run: of each COMPLETE task with a budget what all its attempts used, and how long the last one took. A
/// simulation tells nothing.
void addRun(Calibration &calibration, const RunPlan &plan, const QList<Event> &events);

/// From the latest runs of the workflows in a folder; those that cannot be read are left out.
Calibration calibrationIn(const QString &dir);

/// The tokens that a plan is expected to need: each budget times its measured ratio, else times the multiplier.
double expectedTokens(const Contents &contents, const Calibration &calibration);

} // namespace baton
