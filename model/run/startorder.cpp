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

/// What is to be done. Indexed by task.
struct Work
{
    QList<qint64> durations; ///< Milliseconds; 0 = nothing is left of it.
    QList<bool> begun;       ///< It runs, so it comes first.
    QList<bool> takesSlot;
    QList<bool> openFix;     ///< Of a phase: it mends a gate that FAILED, so what is behind the gate is behind it too.
};

bool isFix(const RunPlan &plan, const PlanTask &task)
{
    return task.phase >= 0 && plan.phases.at(task.phase).fixesGate >= 0;
}

/// Nothing happens in a fix phase as long as all goes as expected.
Work allWork(const RunPlan &plan)
{
    Work work;
    for (const PlanTask &task : plan.tasks) {
        work.durations.append(isFix(plan, task) || task.superseded ? 0 : task.expected);
        work.begun.append(false);
        work.takesSlot.append(!task.isHuman);
    }
    work.openFix = QList<bool>(plan.phases.size(), false);
    return work;
}

Work workLeft(const RunPlan &plan, const RunState &state)
{
    Work work = allWork(plan);
    for (int i = 0; i < plan.phases.size(); ++i) {
        const int gate = plan.phases.at(i).fixesGate;
        work.openFix[i] = gate >= 0 && state.gates.at(gate).state == GateState::Failed;
    }
    for (int i = 0; i < plan.tasks.size(); ++i) {
        const PlanTask &task = plan.tasks.at(i);
        const TaskRun &run = state.tasks.at(i);
        switch (run.state) {
        case TaskState::Complete:
        case TaskState::Skipped:
        case TaskState::Cancelled: work.durations[i] = 0; break;
        case TaskState::Failed: work.durations[i] = run.retryAt > 0 ? task.expected : 0; break;
        case TaskState::Starting:
        case TaskState::Active:
        case TaskState::Blocked:
            work.begun[i] = true;
            work.takesSlot[i] = work.takesSlot.at(i) && run.state != TaskState::Blocked;
            work.durations[i] = std::max<qint64>(1, task.expected - workedFor(run, state.now));
            break;
        case TaskState::Pending:
        case TaskState::Ready:
            if (isFix(plan, task) && work.openFix.at(task.phase))
                work.durations[i] = task.expected;
            break;
        }
    }
    return work;
}

/// Starts tasks by their keys as soon as a slot and their files are free, the way next() does, on plain
/// arrays. It can do so from the end of the plan backwards too.
class ListScheduler
{
public:
    ListScheduler(const RunPlan &plan, const Work &work, qint64 limit)
        : m_plan(plan)
        , m_work(work)
        , m_limit(limit > 0 ? limit : std::numeric_limits<qint64>::max())
        , m_graph(plan)
    {
        const int nodes = m_graph.nodeCount();
        QList<std::pair<int, int>> edges = openFixes();
        for (int node = 0; node < nodes; ++node) {
            for (const int next : m_graph.next(node))
                edges.append({node, next});
        }
        m_incoming.resize(nodes);
        m_outgoing.resize(nodes);
        QList<std::pair<int, int>> reversed;
        for (const auto &[from, to] : std::as_const(edges)) {
            reversed.append({to, from});
            ++m_outgoing[from];
            ++m_incoming[to];
        }
        m_next = FlatLists<int>(nodes, edges);
        m_previous = FlatLists<int>(nodes, reversed);
        m_visits = nodes + reversed.size();
        m_holders.resize(plan.links.ownerConflicts.size());
    }

    qint64 visits() const { return m_visits; } ///< What one schedule costs.

    qint64 durationOf(int node) const { return m_graph.isTask(node) ? m_work.durations.at(node) : 0; }

    qint64 bound() const
    {
        qint64 work = 0;
        QList<qint64> longest(m_graph.nodeCount(), 0);
        qint64 path = 0;
        for (const int node : m_graph.order()) {
            const qint64 end = longest.at(node) + durationOf(node);
            path = std::max(path, end);
            for (const int next : m_next.of(node))
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

    bool takesSlot(int node) const { return m_graph.isTask(node) && m_work.takesSlot.at(node); }
    std::span<const int> behind(int node) const
    {
        return m_backwards ? m_previous.of(node) : m_next.of(node);
    }

    /// What is behind a gate that is being mended waits for that.
    QList<std::pair<int, int>> openFixes() const
    {
        QList<std::pair<int, int>> edges;
        for (int i = 0; i < m_plan.phases.size(); ++i) {
            if (!m_work.openFix.at(i))
                continue;
            const int gate = m_graph.nodeOfGate(m_plan.phases.at(i).fixesGate);
            for (const int next : m_graph.next(gate)) {
                if (m_graph.opensFix(next))
                    continue;
                for (const int task : m_plan.phases.at(i).tasks)
                    edges.append({task, next});
            }
        }
        return edges;
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
                m_open[node] = m_incoming.at(node);
        }
        std::fill(m_holders.begin(), m_holders.end(), 0);
        for (int node = 0; node < nodes; ++node) {
            if ((m_backwards ? m_outgoing : m_incoming).at(node) == 0)
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
            (takesSlot(node) ? m_ready : m_people).push({keyOf(node), node});
        else
            end(node);
    }

    qint64 keyOf(int task)
    {
        if (m_work.begun.at(task))
            return m_backwards ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint64>::min();
        return m_keys ? m_keys->at(task) : m_released++;
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
    const Work &m_work;
    qint64 m_limit;
    FlowGraph m_graph;
    FlatLists<int> m_next;
    FlatLists<int> m_previous;
    QList<int> m_incoming;
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
    Search(const RunPlan &plan, const Work &work, qint64 limit, qint64 effort)
        : m_plan(plan)
        , m_scheduler(plan, work, limit)
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
    const Work work = allWork(plan);
    ListScheduler scheduler(plan, work, limit);
    StartOrder order = orderOf(scheduler.forward(keysOf(plan)), keysOf(plan), scheduler.bound());
    order.taskOfRank = plan.links.taskOfRank;
    return order;
}

StartOrder firstReadyOrder(const RunPlan &plan, qint64 limit)
{
    const Work work = allWork(plan);
    ListScheduler scheduler(plan, work, limit);
    return orderOf(scheduler.firstReadyFirst(), keysOf(plan), scheduler.bound());
}

StartOrder improvedOrder(const RunPlan &plan, qint64 limit, qint64 effort)
{
    const Work work = allWork(plan);
    return Search(plan, work, limit, effort).run();
}

StartOrder improvedOrder(const RunPlan &plan, const RunState &state, qint64 limit, qint64 effort)
{
    const Work work = workLeft(plan, state);
    return Search(plan, work, limit, effort).run();
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
