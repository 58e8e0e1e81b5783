// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/advice/figures.h"

#include <functional>
#include <optional>

namespace baton {

/// What one run in ten stays below, one in two, nine in ten.
struct Spread
{
    double p10 = 0;
    double p50 = 0;
    double p90 = 0;

    bool operator==(const Spread &) const = default;
};

/// What a plan probably comes to, from many simulated runs in which tasks do not take exactly what was planned.
struct CostBand
{
    Spread makespan; ///< Milliseconds.
    Spread tokens;
    std::optional<Spread> cost; ///< In the currency of the prices; only where every model that is used has one.
    int runs = 0;
    int failed = 0; ///< Runs that did not get to their end: tasks that fail too often, a budget that stops.

    bool operator==(const CostBand &) const = default;
};

using Prices = QMap<QString, double>; ///< By model, for a million tokens.

/// What the tokens of each model cost together; nothing where one of them has no price.
std::optional<double> costOf(const QMap<QString, qint64> &tokensOfModel, const Prices &prices);

struct BandOptions
{
    int runs = 0; ///< 0: 200, fewer for a large plan.
    quint32 seed = 1;
    Prices prices = {};
    Calibration calibration = {};
    std::function<bool()> isCancelled = {}; ///< Asked between runs; then there is no band.
};

/// Each attempt of a task takes its planned time and tokens times a factor around 1: in four runs of five between two
/// thirds and one and a half of it. Tasks that are simulated with a probability of failing do fail. The same answer for
/// the same plan and seed. Nothing where the plan cannot run.
std::optional<CostBand> costBand(const Contents &contents, const BandOptions &options = {});

} // namespace baton
