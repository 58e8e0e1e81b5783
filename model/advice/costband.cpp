// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/advice/costband.h"

#include "model/run/virtualrun.h"

#include <cmath>
#include <numbers>

namespace baton {

namespace {

constexpr double spreadOfTime = 0.32;   ///< Of the logarithm: 1.28 of these are a factor of 1.5.
constexpr double spreadOfTokens = 0.32;
constexpr double together = 0.7; ///< How much what takes longer also uses more.

/// SplitMix64: well mixed from the first number on, so that every task of every run may have one of its own.
class Numbers
{
public:
    Numbers(quint32 seed, int task, int attempt)
        : m_state((quint64(seed) << 32) ^ (quint64(quint32(task)) << 8) ^ quint64(quint32(attempt)))
    {
    }

    /// Two independent numbers of a standard normal distribution.
    std::pair<double, double> normal()
    {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        const double angle = 2 * std::numbers::pi * uniform();
        return {radius * std::cos(angle), radius * std::sin(angle)};
    }

private:
    double uniform() { return (double(next() >> 11) + 1) / 9007199254740993.0; } // Above 0, at most 1.
    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ull);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
        return z ^ (z >> 31);
    }

    quint64 m_state;
};

SimulatedWork varied(const RunPlan &plan, int task, int attempt, quint32 seed, const Calibration &calibration)
{
    SimulatedWork work = simulatedWork(plan, task, attempt, seed);
    const bool fails = work.fails;
    work = plannedWork(plan, task, attempt, calibration);
    const auto [first, second] = Numbers(seed, task, attempt).normal();
    const double other = together * first + std::sqrt(1 - together * together) * second;
    work.duration = qint64(double(work.duration) * std::exp(spreadOfTime * first));
    work.tokens = qint64(double(work.tokens) * std::exp(spreadOfTokens * other));
    work.fails = fails;
    return work;
}

/// Nearest rank.
Spread spreadOf(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&values](double share) {
        const auto rank = qsizetype(std::ceil(share * double(values.size())));
        return values.at(std::clamp(rank - 1, qsizetype(0), values.size() - 1));
    };
    return {at(0.1), at(0.5), at(0.9)};
}

} // namespace

std::optional<double> costOf(const QMap<QString, qint64> &tokensOfModel, const Prices &prices)
{
    constexpr double million = 1e6;
    double cost = 0;
    for (auto it = tokensOfModel.cbegin(); it != tokensOfModel.cend(); ++it) {
        const auto price = prices.constFind(it.key());
        if (price == prices.cend())
            return std::nullopt;
        cost += double(*it) / million * *price;
    }
    return tokensOfModel.isEmpty() ? std::nullopt : std::optional(cost);
}

std::optional<CostBand> costBand(const Contents &contents, const BandOptions &options)
{
    const Result<RunPlan> plan = compile(contents);
    if (!plan || plan->tasks.isEmpty())
        return std::nullopt;
    constexpr qsizetype work = 400'000; // Tasks simulated in all.
    const int runs = options.runs > 0 ? options.runs : int(std::clamp<qsizetype>(work / plan->tasks.size(), 20, 200));
    CostBand band{.runs = runs};
    QList<double> makespans;
    QList<double> tokens;
    QList<double> costs;
    for (int run = 0; run < runs; ++run) {
        if (options.isCancelled && options.isCancelled())
            return std::nullopt;
        const quint32 seed = options.seed * 1'000'003u + quint32(run);
        const VirtualRun ran = simulate(*plan, {.keepsEvents = false, .work = [seed, &options](const RunPlan &of, int task, int attempt) {
                                                    return varied(of, task, attempt, seed, options.calibration);
                                                }});
        const PlanFigures figures = figuresOf(*plan, ran);
        band.failed += figures.status != RunStatus::Complete;
        makespans += double(figures.makespan);
        tokens += double(figures.tokens);
        if (const std::optional<double> cost = costOf(figures.tokensOfModel, options.prices))
            costs += *cost;
    }
    band.makespan = spreadOf(makespans);
    band.tokens = spreadOf(tokens);
    if (costs.size() == runs)
        band.cost = spreadOf(costs);
    return band;
}

} // namespace baton
