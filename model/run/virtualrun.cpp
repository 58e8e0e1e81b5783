// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/virtualrun.h"

#include "model/run/startorder.h"

#include <queue>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Stands in for runner, executors and clock.
class VirtualRunner
{
public:
    VirtualRunner(const RunPlan &plan, const VirtualOptions &options)
        : m_plan(plan)
        , m_options(options)
    {
        m_run.state = initialState(plan);
        m_now = options.startTime;
    }

    VirtualRun run()
    {
        take({EventType::RunStarted, u"virtual"_s, m_options.settings.toJson()});
        settle();
        while (m_run.state.isRunning() && m_seq < m_options.maxEvents && proceed())
            settle();
        m_run.makespan = m_now - m_options.startTime;
        m_run.tokens = m_run.state.usage.total();
        return std::move(m_run);
    }

private:
    /// A task that ends then; among those of one moment, in the order of starting.
    struct Ending
    {
        qint64 time;
        qint64 number;
        int task;
        int attempt;
        bool operator<(const Ending &other) const
        {
            return time != other.time ? time > other.time : number > other.number;
        }
    };

    /// Goes to the next moment at which something happens. All that ends then is taken in before anything is
    /// decided, as the runner does with what has reached it.
    bool proceed()
    {
        const bool wakesFirst = m_wakeAt && (m_endings.empty() || m_wakeAt < m_endings.top().time);
        if (wakesFirst) {
            m_now = std::exchange(m_wakeAt, 0);
            obey(next(m_plan, m_run.state, m_now));
            return true;
        }
        if (m_endings.empty())
            return false;
        m_now = m_endings.top().time;
        while (!m_endings.empty() && m_endings.top().time == m_now) {
            const Ending ending = m_endings.top();
            m_endings.pop();
            const TaskRun &run = m_run.state.tasks.at(ending.task);
            if (run.state != TaskState::Active || run.attempt != ending.attempt)
                continue; // It was stopped meanwhile.
            const RunPlan &plan = planOf(m_plan, m_run.state);
            const SimulatedWork work = workOf(plan, ending.task, ending.attempt);
            for (const Event &event : endingOf(plan, ending.task, work))
                take({event.type, event.subject, event.data});
        }
        return true;
    }

    void take(RecordEvent what)
    {
        Event event{++m_seq, m_now, std::move(what.subject), what.type, std::move(what.data)};
        Turn turn = advance(m_plan, std::move(m_run.state), event);
        m_order.follow(m_plan, turn, event);
        m_run.state = std::move(turn.state);
        if (m_options.keepsEvents)
            m_run.events.append(std::move(event));
        m_due.reset();
        obey(std::move(turn.commands));
    }

    void obey(QList<RunCommand> commands)
    {
        for (RunCommand &command : commands) {
            if (auto *event = std::get_if<RecordEvent>(&command))
                m_due = std::move(*event);
            else if (const auto *start = std::get_if<StartTask>(&command))
                m_started.append(*start);
            else if (const auto *wake = std::get_if<WakeAt>(&command))
                m_wakeAt = wake->time;
        }
    }

    /// Records what follows until nothing follows at this moment.
    void settle()
    {
        while (m_seq < m_options.maxEvents) {
            if (m_due)
                take(*std::exchange(m_due, std::nullopt));
            else if (!m_started.isEmpty())
                takeActive();
            else
                return;
        }
    }

    SimulatedWork workOf(const RunPlan &plan, int task, int attempt) const
    {
        return m_options.work ? m_options.work(plan, task, attempt)
                              : simulatedWork(plan, task, attempt, m_options.settings.seed);
    }

    /// Simulated work is ACTIVE at once.
    void takeActive()
    {
        const StartTask start = m_started.takeFirst();
        const RunPlan &plan = planOf(m_plan, m_run.state);
        const SimulatedWork work = workOf(plan, start.task, start.attempt);
        m_endings.push({m_now + work.duration, ++m_count, start.task, start.attempt});
        take({EventType::WorkerActive, plan.tasks.at(start.task).id, {}});
    }

    RunPlan m_plan; ///< Its own, as the order of starting changes.
    const VirtualOptions &m_options;
    OrderKeeper m_order;
    VirtualRun m_run;
    qint64 m_now = 0;
    qint64 m_seq = 0;
    qint64 m_count = 0;
    qint64 m_wakeAt = 0;
    std::priority_queue<Ending> m_endings;
    QList<StartTask> m_started;
    std::optional<RecordEvent> m_due; ///< What next() has decided last.
};

} // namespace

VirtualRun simulate(const RunPlan &plan, const VirtualOptions &options)
{
    return VirtualRunner(plan, options).run();
}

} // namespace baton
