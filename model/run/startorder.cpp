// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/startorder.h"

#include "model/run/flowgraph.h"

#include <QRandomGenerator>

#include <algorithm>
#include <limits>
#include <numeric>
#include <queue>

namespace baton {

namespace {

/// What to start first: the smallest number. Indexed by task.
using Keys = QList<qint64>;

struct Schedule
{
    qint64 makespan = std::numeric_limits<qint64>::max();
    QList<qint64> start;
};

/// Starts tasks by their keys as soon as a slot and their files are free, the way next() does, on plain
/// arrays. It can do so from the end of the plan backwards too.
class ListScheduler
{
public:
    ListScheduler(const RunPlan &plan, qint64 limit)
        : m_plan(plan)
        , m_limit(limit > 0 ? limit : std::numeric_limits<qint64>::max())
        , m_graph(plan)
    {
        const int nodes = m_graph.nodeCount();
        QList<std::pair<int, int>> reversed;
        m_outgoing.resize(nodes);
        for (int node = 0; node < nodes; ++node) {
            for (const int next : m_graph.next(node)) {
                reversed.append({next, node});
                ++m_outgoing[node];
            }
        }
        m_previous = FlatLists<int>(nodes, reversed);
        m_visits = nodes + reversed.size();
        m_holders.resize(plan.links.ownerConflicts.size());
    }

    qint64 visits() const { return m_visits; } ///< What one schedule costs.

    /// Nothing happens in a fix phase as long as all goes as expected.
    qint64 durationOf(int node) const
    {
        if (!m_graph.isTask(node))
            return 0;
        const PlanTask &task = m_plan.tasks.at(node);
        const bool isFix = task.phase >= 0 && m_plan.phases.at(task.phase).fixesGate >= 0;
        return isFix || task.superseded ? 0 : task.expected;
    }

    qint64 bound() const
    {
        qint64 work = 0;
        QList<qint64> longest(m_graph.nodeCount(), 0);
        qint64 path = 0;
        for (const int node : m_graph.order()) {
            const qint64 end = longest.at(node) + durationOf(node);
            path = std::max(path, end);
            for (const int next : m_graph.next(node))
                longest[next] = std::max(longest.at(next), end);
            work += takesSlot(node) ? durationOf(node) : 0;
        }
        return m_limit > work ? path : std::max(path, (work + m_limit - 1) / m_limit);
    }

    Schedule forward(const Keys &keys)
    {
        m_backwards = false;
        return run(&keys);
    }
    Schedule backward(const Keys &keys)
    {
        m_backwards = true;
        return run(&keys);
    }
    Schedule firstReadyFirst()
    {
        m_backwards = false;
        return run(nullptr);
    }

private:
    using Waiting = std::pair<qint64, int>; ///< (key, task) or (time, task).
    template <class T>
    using Heap = std::priority_queue<T, std::vector<T>, std::greater<T>>;

    bool takesSlot(int node) const { return m_graph.isTask(node) && !m_plan.tasks.at(node).isHuman; }
    std::span<const int> behind(int node) const
    {
        return m_backwards ? m_previous.of(node) : m_graph.next(node);
    }

    Schedule run(const Keys *keys)
    {
        const int nodes = m_graph.nodeCount();
        Schedule schedule;
        schedule.start.resize(m_plan.tasks.size());
        schedule.makespan = 0;
        m_keys = keys;
        m_released = 0;
        m_ready = {};
        m_people = {};
        m_running = {};
        m_open = m_outgoing;
        if (!m_backwards) {
            for (int node = 0; node < nodes; ++node)
                m_open[node] = m_graph.incoming(node);
        }
        std::fill(m_holders.begin(), m_holders.end(), 0);
        for (int node = 0; node < nodes; ++node) {
            if ((m_backwards ? m_outgoing.at(node) : m_graph.incoming(node)) == 0)
                release(node);
        }
        qint64 free = m_limit;
        for (qint64 time = 0;;) {
            startWhatCan(time, free, schedule);
            if (m_running.empty())
                return schedule;
            time = m_running.top().first;
            schedule.makespan = time;
            while (!m_running.empty() && m_running.top().first == time) {
                const int task = m_running.top().second;
                m_running.pop();
                free += takesSlot(task) ? 1 : 0;
                hold(task, -1);
                end(task);
            }
        }
    }

    /// The task to look at next; people need no slot.
    Heap<Waiting> *first(qint64 free)
    {
        const bool hasWork = free > 0 && !m_ready.empty();
        if (m_people.empty())
            return hasWork ? &m_ready : nullptr;
        return hasWork && m_ready.top() < m_people.top() ? &m_ready : &m_people;
    }

    void startWhatCan(qint64 time, qint64 &free, Schedule &schedule)
    {
        m_passedOver.clear();
        while (Heap<Waiting> *heap = first(free)) {
            const Waiting waiting = heap->top();
            const int task = waiting.second;
            heap->pop();
            if (isHeld(task)) {
                m_passedOver.append(waiting);
                continue;
            }
            schedule.start[task] = time;
            free -= takesSlot(task) ? 1 : 0;
            hold(task, 1);
            m_running.push({time + durationOf(task), task});
        }
        for (const Waiting &waiting : std::as_const(m_passedOver))
            (takesSlot(waiting.second) ? m_ready : m_people).push(waiting);
    }

    void release(int node)
    {
        if (durationOf(node) > 0)
            (takesSlot(node) ? m_ready : m_people).push({m_keys ? m_keys->at(node) : m_released++, node});
        else
            end(node);
    }

    void end(int first)
    {
        m_ended = {first};
        while (!m_ended.isEmpty()) {
            for (const int next : behind(m_ended.takeLast())) {
                if (--m_open[next] > 0)
                    continue;
                if (durationOf(next) > 0)
                    release(next);
                else
                    m_ended.append(next);
            }
        }
    }

    bool isHeld(int task) const
    {
        const int group = m_plan.links.ownerGroup.at(task);
        return group >= 0 && m_holders.at(group) > 0;
    }
    void hold(int task, int by)
    {
        const int group = m_plan.links.ownerGroup.at(task);
        if (group < 0)
            return;
        for (const int other : m_plan.links.ownerConflicts.at(group))
            m_holders[other] += by;
    }

    const RunPlan &m_plan;
    qint64 m_limit;
    FlowGraph m_graph;
    FlatLists<int> m_previous;
    QList<int> m_outgoing;
    qint64 m_visits = 0;

    bool m_backwards = false;
    const Keys *m_keys = nullptr;
    qint64 m_released = 0;
    QList<int> m_open;
    QList<int> m_holders;
    QList<int> m_ended;
    QList<Waiting> m_passedOver;
    Heap<Waiting> m_ready;
    Heap<Waiting> m_people;
    Heap<Waiting> m_running;
};

Keys keysOf(const RunPlan &plan)
{
    Keys keys(plan.tasks.size());
    for (qsizetype i = 0; i < keys.size(); ++i)
        keys[i] = plan.links.rank.at(i);
    return keys;
}

StartOrder orderOf(const Schedule &schedule, const Keys &ties, qint64 bound)
{
    StartOrder order;
    order.makespan = schedule.makespan;
    order.bound = bound;
    order.taskOfRank.resize(schedule.start.size());
    std::iota(order.taskOfRank.begin(), order.taskOfRank.end(), 0);
    std::sort(order.taskOfRank.begin(), order.taskOfRank.end(), [&](int a, int b) {
        if (schedule.start.at(a) != schedule.start.at(b))
            return schedule.start.at(a) < schedule.start.at(b);
        return ties.at(a) != ties.at(b) ? ties.at(a) < ties.at(b) : a < b;
    });
    return order;
}

/// Keeps the best schedule seen, and makes others out of it.
class Search
{
public:
    Search(const RunPlan &plan, qint64 limit, qint64 effort)
        : m_plan(plan)
        , m_scheduler(plan, limit)
        , m_bound(m_scheduler.bound())
        , m_effort(effort)
        , m_ties(keysOf(plan))
    {
    }

    StartOrder run()
    {
        if (m_plan.tasks.isEmpty() || m_scheduler.visits() > m_effort)
            return orderOf(m_scheduler.forward(m_ties), m_ties, m_bound);
        offer(m_scheduler.firstReadyFirst());
        offer(m_scheduler.forward(m_ties));
        m_effort -= 2 * m_scheduler.visits();
        justify(m_best);
        while (isWorthwhile())
            justify(m_scheduler.forward(shaken()));
        return orderOf(m_best, m_ties, m_bound);
    }

private:
    bool isWorthwhile() const { return m_effort > 0 && m_best.makespan > m_bound; }

    void offer(const Schedule &schedule)
    {
        if (schedule.makespan <= m_best.makespan)
            m_best = schedule;
    }

    /// Pushes everything as late as it can be, then as early as it can be from there, as long as that helps.
    void justify(Schedule schedule)
    {
        for (qint64 before = std::numeric_limits<qint64>::max();
             schedule.makespan < before && m_effort > 0;) {
            before = schedule.makespan;
            offer(schedule);
            Keys keys(schedule.start.size());
            for (qsizetype i = 0; i < keys.size(); ++i)
                keys[i] = -(schedule.start.at(i) + m_scheduler.durationOf(int(i)));
            const Schedule late = m_scheduler.backward(keys);
            for (qsizetype i = 0; i < keys.size(); ++i)
                keys[i] = -(late.start.at(i) + m_scheduler.durationOf(int(i)));
            schedule = m_scheduler.forward(keys);
            m_effort -= 3 * m_scheduler.visits();
        }
        offer(schedule);
    }

    /// The best order, or the longest-path order, with every task moved a little: sometimes much.
    Keys shaken()
    {
        const bool fromBest = m_random.bounded(4) != 0;
        const double width = m_random.generateDouble();
        const double reach = std::max(1.0, double(m_best.makespan) * width * width * (fromBest ? 0.3 : 0.1));
        Keys keys(m_ties.size());
        for (qsizetype i = 0; i < keys.size(); ++i) {
            const qint64 base = fromBest ? m_best.start.at(i) : -m_plan.links.remaining.at(i);
            keys[i] = base + qint64(m_random.generateDouble() * reach);
        }
        return keys;
    }

    const RunPlan &m_plan;
    ListScheduler m_scheduler;
    qint64 m_bound;
    qint64 m_effort;
    Keys m_ties;
    Schedule m_best;
    QRandomGenerator m_random{20};
};

} // namespace

StartOrder presentOrder(const RunPlan &plan, qint64 limit)
{
    ListScheduler scheduler(plan, limit);
    StartOrder order = orderOf(scheduler.forward(keysOf(plan)), keysOf(plan), scheduler.bound());
    order.taskOfRank = plan.links.taskOfRank;
    return order;
}

StartOrder firstReadyOrder(const RunPlan &plan, qint64 limit)
{
    ListScheduler scheduler(plan, limit);
    return orderOf(scheduler.firstReadyFirst(), keysOf(plan), scheduler.bound());
}

StartOrder improvedOrder(const RunPlan &plan, qint64 limit, qint64 effort)
{
    return Search(plan, limit, effort).run();
}

void setStartOrder(RunPlan &plan, const StartOrder &order)
{
    if (plan.contents.info.waveBarrier || order.taskOfRank.size() != plan.tasks.size())
        return;
    plan.links.taskOfRank = order.taskOfRank;
    for (int rank = 0; rank < order.taskOfRank.size(); ++rank)
        plan.links.rank[order.taskOfRank.at(rank)] = rank;
}

} // namespace baton
