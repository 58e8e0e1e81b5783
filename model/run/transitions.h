// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// One row of the state machine. `when` is for people who read the table: the guard is in next(), or with the runner.
template <class State>
struct Transition
{
    State from;
    State to;
    EventType event;
    const char *when;
};

/// Every change of state that a task can go through. Anything else is a mistake of the program, or of a journal.
inline constexpr std::array taskTransitions{
    Transition{TaskState::Pending, TaskState::Ready, EventType::WorkerReady, "its needs hold"},
    Transition{TaskState::Pending, TaskState::Skipped, EventType::WorkerSkipped, "its branch was not taken"},
    Transition{TaskState::Ready, TaskState::Starting, EventType::WorkerStarted, "slot free, files free, allowed"},
    Transition{TaskState::Starting, TaskState::Active, EventType::WorkerActive, "its executor reports that it runs"},
    Transition{TaskState::Starting, TaskState::Blocked, EventType::WorkerBlocked, "its cluster keeps it back until somebody acts"},
    Transition{TaskState::Starting, TaskState::Failed, EventType::WorkerFailed, "it could not be started"},
    Transition{TaskState::Active, TaskState::Blocked, EventType::WorkerBlocked, "it reports a blocker"},
    Transition{TaskState::Blocked, TaskState::Active, EventType::WorkerUnblocked, "resolved, its process lives"},
    Transition{TaskState::Blocked, TaskState::Ready, EventType::WorkerUnblocked, "resolved, its process had ended"},
    Transition{TaskState::Active, TaskState::Complete, EventType::WorkerComplete, "ended well and verified"},
    Transition{TaskState::Active, TaskState::Failed, EventType::WorkerFailed, "error, timeout, missing evidence"},
    Transition{TaskState::Blocked, TaskState::Starting, EventType::WorkerUnblocked, "resolved, it has yet to begin"},
    Transition{TaskState::Blocked, TaskState::Failed, EventType::WorkerFailed, "not resolved in time, or gone"},
    Transition{TaskState::Failed, TaskState::Ready, EventType::WorkerRetry, "retry, by policy or by a person"},
    Transition{TaskState::Complete, TaskState::Pending, EventType::WorkerReset, "asked for again"},
    Transition{TaskState::Failed, TaskState::Pending, EventType::WorkerReset, "asked for again"},
    Transition{TaskState::Skipped, TaskState::Pending, EventType::WorkerReset, "behind one that is asked for again"},
    Transition{TaskState::Ready, TaskState::Pending, EventType::WorkerReset, "behind one that is asked for again"},
    Transition{TaskState::Pending, TaskState::Cancelled, EventType::WorkerCancelled, "run or task cancelled"},
    Transition{TaskState::Ready, TaskState::Cancelled, EventType::WorkerCancelled, "run or task cancelled, or launch refused"},
    Transition{TaskState::Starting, TaskState::Cancelled, EventType::WorkerCancelled, "run or task cancelled"},
    Transition{TaskState::Active, TaskState::Cancelled, EventType::WorkerCancelled, "run or task cancelled"},
    Transition{TaskState::Blocked, TaskState::Cancelled, EventType::WorkerCancelled, "run or task cancelled"},
    Transition{TaskState::Failed, TaskState::Cancelled, EventType::WorkerCancelled, "cancelled while a retry is due"},
};

inline constexpr std::array gateTransitions{
    Transition{GateState::Closed, GateState::Checking, EventType::GateChecking, "every task in scope has ended"},
    Transition{GateState::Closed, GateState::Skipped, EventType::GateSkipped, "all needs of the sync point are SKIPPED"},
    Transition{GateState::Checking, GateState::Passed, EventType::GatePassed, "every criterion holds"},
    Transition{GateState::Checking, GateState::Failed, EventType::GateFailed, "a criterion does not hold, or a person refused"},
    Transition{GateState::Checking, GateState::Closed, EventType::GateClosed, "a task in scope starts again"},
    Transition{GateState::Passed, GateState::Closed, EventType::GateClosed, "a task in scope starts again"},
    Transition{GateState::Failed, GateState::Closed, EventType::GateClosed, "a task in scope starts again, or a person asks"},
    Transition{GateState::Skipped, GateState::Closed, EventType::GateClosed, "a need of the sync point is asked for again"},
};

/// Whether a task may go from one state to another by this event.
constexpr bool isAllowed(TaskState from, TaskState to, EventType event)
{
    for (const auto &row : taskTransitions) {
        if (row.from == from && row.to == to && row.event == event)
            return true;
    }
    return false;
}

constexpr bool isAllowed(GateState from, GateState to, EventType event)
{
    for (const auto &row : gateTransitions) {
        if (row.from == from && row.to == to && row.event == event)
            return true;
    }
    return false;
}

/// What a task does whose blocker is resolved.
enum class AfterBlock : quint8 {
    GoesOn,       ///< Its process lives.
    Starts,       ///< Its process had ended.
    IsYetToBegin, ///< Its cluster kept it back.
};

/// Where an event takes a task; nothing when it cannot take it anywhere. \a then chooses among the ways out of BLOCKED.
constexpr std::optional<TaskState> targetOf(TaskState from, EventType event, AfterBlock then)
{
    if (from == TaskState::Blocked && event == EventType::WorkerUnblocked) {
        return then == AfterBlock::Starts ? TaskState::Ready : then == AfterBlock::GoesOn ? TaskState::Active : TaskState::Starting;
    }
    for (const auto &row : taskTransitions) {
        if (row.from == from && row.event == event)
            return row.to;
    }
    return std::nullopt;
}

constexpr std::optional<GateState> targetOf(GateState from, EventType event)
{
    for (const auto &row : gateTransitions) {
        if (row.from == from && row.event == event)
            return row.to;
    }
    return std::nullopt;
}

} // namespace baton
