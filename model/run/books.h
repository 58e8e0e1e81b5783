// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// Keeps the books of a state: call it after each change of a task or gate. \a plan is planOf() the state.
class Bookkeeper
{
public:
    Bookkeeper(const RunPlan &plan, RunState &state) : m_plan(plan), m_state(state), m_books(state.books) {}

    void rebuild();
    void taskChanged(int task);
    void gateChanged(int gate);

private:
    void clear();
    void countState(int task, TaskState before, TaskState after);
    void countInGates(int task, quint8 before, quint8 after);
    void countInPhase(int task, quint8 before, quint8 after);
    void countOwners(int task, int step);
    void countWave(int task, quint8 before, quint8 after);
    void refreshEdges(std::span<const PlanEdge> edges);
    void refreshEdge(PlanEdge edge);
    void refreshPhases();
    void refreshPhase(int phase);
    void refreshStuck();
    void refreshStuck(int task);
    void setStuck(int task, bool isStuck);
    void refreshFate(int gate);
    void refreshDeadline(int task);
    void reconsider(int task);
    void reconsiderGate(int gate);
    void offer(int task, bool isStartable);
    void setStartable(int rank, bool isStartable);
    void clearGovernors();

    const RunPlan &m_plan;
    RunState &m_state;
    Books &m_books;
    QList<int> m_dirtyPhases;
    QList<int> m_dirtyTasks; ///< Some need of theirs was lost or found again.
};

} // namespace baton
