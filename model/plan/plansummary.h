// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/plan/expectation.h"
#include "model/workflow/contents.h"

#include <QList>

namespace baton {

class PlanGraph;
class PlanIndex;

/// The tasks that nothing done in parallel can shorten.
struct CriticalPath
{
    QList<NodeKey> tasks; ///< First to last.
    qint64 tokens = 0;    ///< Budgeted, without the multiplier.
    double expectedTokens = 0;
    double seconds = 0; ///< Expected.
};

/// What a plan comes to before anything runs. Branches all count, a phase that repeats counts once. Fix phases, which
/// run only where their gate fails, stand in the waves and the budget, but take no time.
struct PlanSummary
{
    QList<QList<NodeKey>> waves; ///< The tasks that can run at the same time, in file order.
    QList<NodeKey> unplanned;    ///< Tasks in a cycle, or behind one: they can never start.
    CriticalPath criticalPath;
    qint64 budgetedTokens = 0;
    double tokensWithMultiplier = 0;
    double expectedTokens = 0; ///< The same, but what earlier runs have told of.
    int measuredTasks = 0;     ///< Whose figures come from earlier runs.
    int fixTasks = 0;    ///< Tasks of fix phases.
    int maxParallel = 0; ///< The widest wave.
    double makespanSeconds = 0;
};

/// Every task comes to what expectationOf() says.
PlanSummary summarize(const Contents &contents, const Calibration &calibration = {});

/// How long everything takes with at most \a maxConcurrent tasks at once (0 = no limit): a list schedule that starts
/// the task with the longest remaining path first, with the plan's phases, gates and wave barrier. Tasks that can never
/// start are left out.
double estimateMakespan(const Contents &contents, qint64 maxConcurrent);
double estimateMakespan(const PlanIndex &index, const PlanGraph &graph, qint64 maxConcurrent, const Calibration &calibration = {});

} // namespace baton
