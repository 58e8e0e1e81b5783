// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/plansummary.h"

#include "model/plan/plangraph.h"

#include <limits>
#include <queue>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Budgets come from files: their sum may not wrap around.
qint64 added(qint64 a, qint64 b)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    return a > most - b ? most : a + b;
}

qint64 plannedTokens(const Task &task)
{
    return qMax(qint64(0), task.budgetTokens.value_or(0));
}

const Persona *personaOf(const PlanIndex &index, const PlanIndex::TaskEntry &entry)
{
    return entry.persona < 0 ? nullptr : index.personas()[size_t(entry.persona)].persona;
}

/// By task number. A fix phase comes to nothing: it runs only where its gate fails.
std::vector<Expectation> expectationsOf(const PlanIndex &index, const Calibration &calibration)
{
    std::vector<Expectation> all(index.tasks().size());
    const double multiplier = index.contents().info.budgetMultiplier;
    for (size_t i = 0; i < all.size(); ++i) {
        const PlanIndex::TaskEntry &entry = index.tasks()[i];
        if (entry.task && !index.isInFixPhase(entry))
            all[i] = expectationOf(termsOf(*entry.task, personaOf(index, entry)), multiplier, calibration);
    }
    return all;
}

/// The length of a path, by whichever measure the plan uses more; the other decides between equals.
struct Length
{
    double first = 0;
    double second = 0;
    auto operator<=>(const Length &) const = default;
};

CriticalPath criticalPath(const PlanIndex &index, const PlanGraph &graph, const std::vector<Expectation> &expected)
{
    qsizetype withTokens = 0;
    qsizetype withTime = 0;
    for (const auto &slot : index.contents().tasks) {
        withTokens += slot.node->budgetTokens.has_value();
        withTime += slot.node->budgetDuration.milliseconds().has_value();
    }
    const bool byTokens = withTokens > withTime;
    const auto lengthOf = [&](int v) {
        const auto seconds = double(expected[size_t(v)].time);
        const double tokens = expected[size_t(v)].tokens;
        return byTokens ? Length{tokens, seconds} : Length{seconds, tokens};
    };
    std::vector<Length> longest(size_t(graph.digraph().size()));
    std::vector<int> cameFrom(longest.size(), -1);
    int last = -1;
    for (int v : graph.order()) {
        for (int before : graph.digraph().before(v)) {
            if (cameFrom[size_t(v)] < 0 || longest[size_t(before)] > longest[size_t(cameFrom[size_t(v)])])
                cameFrom[size_t(v)] = before;
        }
        Length length = cameFrom[size_t(v)] < 0 ? Length{} : longest[size_t(cameFrom[size_t(v)])];
        if (graph.isTask(v) && index.tasks()[size_t(v)].task && !index.isInFixPhase(index.tasks()[size_t(v)])) {
            const Length own = lengthOf(v);
            length = {length.first + own.first, length.second + own.second};
            if (last < 0 || length > longest[size_t(last)])
                last = v;
        }
        longest[size_t(v)] = length;
    }
    CriticalPath path;
    for (int v = last; v >= 0; v = cameFrom[size_t(v)]) {
        if (!graph.isTask(v))
            continue;
        const PlanIndex::TaskEntry &entry = index.tasks()[size_t(v)];
        if (index.isInFixPhase(entry))
            continue;
        path.tasks.prepend(entry.key);
        path.tokens = added(path.tokens, plannedTokens(*entry.task));
        path.expectedTokens += expected[size_t(v)].tokens;
        path.seconds += double(expected[size_t(v)].time) / 1000;
    }
    return path;
}

/// Runs a plan in virtual time.
class ListSchedule
{
public:
    ListSchedule(const PlanIndex &index, const PlanGraph &graph, qint64 maxConcurrent, const std::vector<Expectation> &expected)
        : m_index(index)
        , m_graph(graph)
        , m_slots(maxConcurrent > 0 ? maxConcurrent : std::numeric_limits<qint64>::max())
        , m_seconds(size_t(graph.digraph().size()), 0)
        , m_remaining(m_seconds.size(), 0)
        , m_waiting(m_seconds.size(), 0)
    {
        for (const auto &slot : index.contents().tasks)
            m_seconds[size_t(graph.vertex(slot.key))] = double(expected[slot.key.number()].time) / 1000;
        for (auto it = graph.order().rbegin(); it != graph.order().rend(); ++it) {
            const int v = *it;
            double &remaining = m_remaining[size_t(v)];
            for (int after : graph.digraph().after(v))
                remaining = qMax(remaining, m_remaining[size_t(after)]);
            remaining += m_seconds[size_t(v)];
        }
        for (int v = 0; v < graph.digraph().size(); ++v)
            m_waiting[size_t(v)] = int(graph.digraph().before(v).size());
        if (index.contents().info.waveBarrier)
            countWaves();
    }

    double run()
    {
        for (int v : m_graph.order()) {
            if (m_graph.digraph().before(v).empty())
                reach(v);
        }
        startWhatFits();
        while (!m_running.empty()) {
            m_now = m_running.top().first;
            while (!m_running.empty() && m_running.top().first <= m_now) {
                const int v = m_running.top().second;
                m_running.pop();
                m_slots += !holdsNoSlot(v);
                if (!m_waves.empty())
                    --m_waveOpen[size_t(m_waves[size_t(v)])];
                pass(v);
            }
            startWhatFits();
        }
        return m_now;
    }

private:
    using Ready = std::pair<double, int>;  ///< Longest remaining path first, then the order of the plan.
    using Ending = std::pair<double, int>; ///< Earliest first.

    void countWaves()
    {
        m_waves = m_graph.depths();
        for (int v : m_graph.order()) {
            if (!isRealTask(v))
                continue;
            const size_t wave = size_t(m_waves[size_t(v)]);
            if (m_waveOpen.size() <= wave)
                m_waveOpen.resize(wave + 1);
            ++m_waveOpen[wave];
        }
    }
    bool isRealTask(int v) const { return m_graph.isTask(v) && m_index.tasks()[size_t(v)].task; }
    bool holdsNoSlot(int v) const
    {
        const PlanIndex::TaskEntry &entry = m_index.tasks()[size_t(v)];
        return termsOf(*entry.task, personaOf(m_index, entry)).executor.type == "human"_L1;
    }
    void reach(int v)
    {
        if (isRealTask(v))
            (holdsNoSlot(v) ? m_people : m_ready).push({m_remaining[size_t(v)], -v});
        else
            pass(v);
    }
    /// Everything before these is over; gates and phases pass in no time.
    void pass(int first)
    {
        std::vector<int> open{first};
        while (!open.empty()) {
            const int v = open.back();
            open.pop_back();
            for (int after : m_graph.digraph().after(v)) {
                if (--m_waiting[size_t(after)] > 0)
                    continue;
                if (isRealTask(after))
                    reach(after);
                else
                    open.push_back(after);
            }
        }
    }
    bool isHeldByWave(int v)
    {
        if (m_waves.empty())
            return false;
        while (m_wave < m_waveOpen.size() && m_waveOpen[m_wave] == 0)
            ++m_wave;
        return size_t(m_waves[size_t(v)]) > m_wave;
    }
    void startWhatFits()
    {
        start(m_people, false);
        start(m_ready, true);
    }
    void start(std::priority_queue<Ready> &queue, bool takesSlot)
    {
        std::vector<Ready> held;
        while (!queue.empty() && (m_slots > 0 || !takesSlot)) {
            const Ready next = queue.top();
            const int v = -next.second;
            queue.pop();
            if (isHeldByWave(v)) {
                held.push_back(next);
                continue;
            }
            m_slots -= takesSlot;
            m_running.push({m_now + m_seconds[size_t(v)], v});
        }
        for (const Ready &ready : held)
            queue.push(ready);
    }

    const PlanIndex &m_index;
    const PlanGraph &m_graph;
    qint64 m_slots;
    double m_now = 0;
    std::vector<double> m_seconds;
    std::vector<double> m_remaining;
    std::vector<int> m_waiting;
    std::vector<int> m_waves;
    std::vector<int> m_waveOpen;
    size_t m_wave = 0;
    std::priority_queue<Ready> m_ready;
    std::priority_queue<Ready> m_people; ///< Tasks of people take no slot.
    std::priority_queue<Ending, std::vector<Ending>, std::greater<>> m_running;
};

} // namespace

double estimateMakespan(const PlanIndex &index, const PlanGraph &graph, qint64 maxConcurrent, const Calibration &calibration)
{
    return ListSchedule(index, graph, maxConcurrent, expectationsOf(index, calibration)).run();
}

double estimateMakespan(const Contents &contents, qint64 maxConcurrent)
{
    const PlanIndex index(contents);
    return estimateMakespan(index, PlanGraph(index, PlanGraph::All), maxConcurrent);
}

PlanSummary summarize(const Contents &contents, const Calibration &calibration)
{
    const PlanIndex index(contents);
    const PlanGraph graph(index, PlanGraph::All);
    const std::vector<int> depths = graph.depths();
    const std::vector<Expectation> expected = expectationsOf(index, calibration);
    PlanSummary summary;
    for (const auto &[key, task] : contents.tasks) {
        summary.budgetedTokens = added(summary.budgetedTokens, plannedTokens(*task));
        summary.expectedTokens += expected[key.number()].tokens;
        summary.measuredTasks += expected[key.number()].isMeasured;
        summary.fixTasks += index.isInFixPhase(index.task(key));
        const int wave = depths[size_t(graph.vertex(key))];
        if (wave < 0) {
            summary.unplanned.append(key);
            continue;
        }
        if (summary.waves.size() <= wave)
            summary.waves.resize(wave + 1);
        summary.waves[wave].append(key);
    }
    for (const QList<NodeKey> &wave : std::as_const(summary.waves))
        summary.maxParallel = qMax(summary.maxParallel, int(wave.size()));
    summary.tokensWithMultiplier = double(summary.budgetedTokens) * contents.info.budgetMultiplier;
    summary.criticalPath = criticalPath(index, graph, expected);
    summary.makespanSeconds = ListSchedule(index, graph, contents.info.maxConcurrent, expected).run();
    return summary;
}

} // namespace baton
