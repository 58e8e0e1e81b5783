// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// What is to be recorded next about a task, without regard to slots and time.
enum class TaskDecision : quint8 { None, Ready, Skip, Reset, Ask, Grant, Cancel, Start, Warn, Exceed, StopForBudget };
/// What is to be recorded next about a gate.
enum class GateDecision : quint8 { None, Check, Skip, Close, Ask, Grant, Judge, Propose, Accept };

TaskDecision decisionOnTask(const RunPlan &plan, const RunState &state, int task);
GateDecision decisionOnGate(const RunPlan &plan, const RunState &state, int gate);

/// Whether a further fix phase may be proposed when this gate fails.
bool hasRoundsLeft(const RunState &state, const PlanGate &gate, const GateRun &run);
/// Whether a fix phase is there for this gate, or may still be.
bool mayBeMended(const RunPlan &plan, const RunState &state, int gate);

/// The gate whose fix phase may still replace the verdict that rejects and decides on this PENDING task's branch; -1 = none.
/// An approving verdict is not waited for: should it be replaced after all, what is behind it is asked for again.
int gateThatHolds(const RunPlan &plan, const RunState &state, int task);

/// When a task's retry is due or its time is up, 0 = never.
qint64 deadlineOf(const PlanTask &task, const TaskRun &run);

/// Which timeout of a running task is over at \a now: total, start, idle, blocked; empty = none.
QString timeoutOver(const PlanTask &task, const TaskRun &run, qint64 now);

/// Whether there is something of a task to end for its budget or the run's.
bool isStoppable(const TaskRun &run);

/// Whether a person has to pass this gate: it is manual, or people sign it off.
bool asksPeople(const RunPlan &plan, const PlanGate &gate);

/// Whether a person may ask that a FAILED task is tried again: at once while the run goes on, else when it is resumed.
bool mayRetry(const RunPlan &plan, const RunState &state, int task);

} // namespace baton
