// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// Takes one event into a state, or says why not: the body of apply() and of refusalOf().
class Applier
{
public:
    /// With \a changes null the event is only checked.
    Applier(const RunPlan &plan, const RunState &state, RunState *changes, const Event &event)
        : m_base(plan), m_plan(planOf(plan, state)), m_state(state), m_changes(changes), m_event(event)
    {
    }

    /// Empty when the event was (or could be) taken in.
    QString take();

private:
    QString takeRunEvent();
    QString takeWorkerEvent(int task);
    QString takeGateEvent();
    QString takeApproval();
    QString takeFix();
    QString takeBudget();

    QString moveTask(int task);
    QString addToTask(int task);
    QString placeTask(int task);
    QString openRound();
    void start();
    void resume();

    void onStarted(TaskRun &run) const;
    void leaveQueue(TaskRun &run) const;
    void onEnded(TaskRun &run, TaskState from) const;
    void onFailed(const PlanTask &task, TaskRun &run) const;
    /// What a task waited for is not so any more: if it runs, it has begun with something else.
    void outdate(int task) const;
    void onReset(int task, TaskRun &run);
    void onGateLost(int gate) const;
    void onGateFailed(const PlanGate &gate, GateRun &run) const;
    void addUsage(int index);
    void addTrespasses(TaskRun &run) const;
    void blockAgain(TaskRun &run) const;
    static void keepTrespasses(TaskRun &run);
    static void keepIssues(QJsonArray &earlier, const QJsonArray &issues);
    void extend(RunPlan plan);

    QString text(const QString &key) const { return m_event.data.value(key).toString(); }
    /// The words for people: `message`, else `reason`.
    QString reason() const;

    const RunPlan &m_base;
    const RunPlan &m_plan; ///< planOf() the state before the event.
    const RunState &m_state;
    RunState *m_changes;
    const Event &m_event;
};

} // namespace baton
