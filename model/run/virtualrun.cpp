// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/virtualrun.h"

#include "model/run/simulatedwork.h"

#include <queue>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Stands in for runner, executors and clock.
class VirtualRunner
{
public:
    VirtualRunner(const RunPlan &plan, const VirtualOptions &options) : m_plan(plan), m_options(options)
    {
        m_run.state = initialState(plan);
        m_now = options.startTime;
    }

    VirtualRun run()
    {
        record({EventType::RunStarted, u"virtual"_s, m_options.settings.toJson()});
        while (m_run.state.isRunning() && m_seq < m_options.maxEvents && proceed())
            ;
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
        const Ending ending = m_endings.top();
        m_endings.pop();
        m_now = ending.time;
        const TaskRun &run = m_run.state.tasks.at(ending.task);
        if (run.state != TaskState::Active || run.attempt != ending.attempt)
            return true; // It was stopped meanwhile.
        const RunPlan &plan = planOf(m_plan, m_run.state);
        const SimulatedWork work = simulatedWork(plan, ending.task, ending.attempt, m_options.settings.seed);
        for (const Event &event : endingOf(plan, ending.task, work)) {
            if (m_run.state.tasks.at(ending.task).state != TaskState::Active)
                break; // Its budget was over.
            record({event.type, event.subject, event.data});
        }
        return true;
    }

    /// Records an event and everything that follows from it at the same moment.
    void record(RecordEvent first)
    {
        std::optional<RecordEvent> due = std::move(first);
        while (due && m_seq < m_options.maxEvents) {
            Event event{++m_seq, m_now, std::move(due->subject), due->type, std::move(due->data)};
            due.reset();
            Turn turn = advance(m_plan, std::move(m_run.state), event);
            m_run.state = std::move(turn.state);
            if (m_options.keepsEvents)
                m_run.events.append(std::move(event));
            for (RunCommand &command : turn.commands) {
                if (auto *next = std::get_if<RecordEvent>(&command))
                    due = std::move(*next);
                else
                    obey(command);
            }
            if (!due)
                due = takeActive();
        }
    }

    void obey(const QList<RunCommand> &commands)
    {
        for (const RunCommand &command : commands) {
            if (const auto *event = std::get_if<RecordEvent>(&command))
                record(*event);
            else
                obey(command);
        }
    }

    void obey(const RunCommand &command)
    {
        if (const auto *start = std::get_if<StartTask>(&command))
            m_started.append(*start);
        else if (const auto *wake = std::get_if<WakeAt>(&command))
            m_wakeAt = wake->time;
    }

    /// Simulated work is ACTIVE at once.
    std::optional<RecordEvent> takeActive()
    {
        if (m_started.isEmpty())
            return std::nullopt;
        const StartTask start = m_started.takeFirst();
        const RunPlan &plan = planOf(m_plan, m_run.state);
        const SimulatedWork work = simulatedWork(plan, start.task, start.attempt, m_options.settings.seed);
        m_endings.push({m_now + work.duration, ++m_count, start.task, start.attempt});
        return RecordEvent{EventType::WorkerActive, plan.tasks.at(start.task).id, {}};
    }

    const RunPlan &m_plan;
    const VirtualOptions &m_options;
    VirtualRun m_run;
    qint64 m_now = 0;
    qint64 m_seq = 0;
    qint64 m_count = 0;
    qint64 m_wakeAt = 0;
    std::priority_queue<Ending> m_endings;
    QList<StartTask> m_started;
};

} // namespace

VirtualRun simulate(const RunPlan &plan, const VirtualOptions &options)
{
    return VirtualRunner(plan, options).run();
}

} // namespace baton
