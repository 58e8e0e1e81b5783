// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// What a task waits for or is at, more closely than its state says. For showing only: nothing is decided by it.
struct SubState
{
    enum class Kind : quint8 {
        Plain,          ///< Its state says all.
        WaitsForTask,   ///< PENDING: `subject` is not done yet.
        WaitsForGate,   ///< PENDING: held by the gate `subject`.
        WaitsForPhase,  ///< PENDING: its phase opens behind the phase `subject`.
        Lost,           ///< PENDING: `subject` has failed, so it never starts as things are.
        Queued,         ///< READY: `number` is its place, 1 = next.
        AwaitsApproval, ///< READY: its launch waits for a person.
        WaitsForFiles,  ///< READY: `subject` owns a file that it owns too, and runs.
        WaitsForWave,   ///< READY: an earlier wave is not over.
        AtLimit,        ///< READY: calls, tokens of a minute or money are used up; `text` says which.
        Paused,         ///< READY: the run is paused.
        OutOfBudget,    ///< READY: the run has spent what it may.
        AwaitsPerson,   ///< ACTIVE: it is for a person to do.
        Placed,         ///< STARTING, ACTIVE: `text` says where it is: a job of a cluster, or why it is none; `subject` in brief.
        Blocked,        ///< BLOCKED: `text` is why; fails at `time` if nobody resolves it.
        RetryDue,       ///< FAILED: tries again at `time`, for the `number`th time; `text` is why.
        Failed,         ///< FAILED, and as things are for good: `text` is why, in few words.
    };
    Kind kind = Kind::Plain;
    QString subject = {};
    QString text = {};
    int number = 0;
    qint64 time = 0; ///< Milliseconds since the epoch; 0 = none.

    /// A phrase for people, empty for Plain; \a now tells how long a retry still takes.
    QString words(qint64 now) const;
    /// The same for a card, where there is little room.
    QString brief(qint64 now) const { return kind == Kind::Placed && !subject.isEmpty() ? subject : words(now); }
    bool operator==(const SubState &) const = default;
};

/// Whether anything in that state is told otherwise as time goes by without an event: a task runs or is blocked, or a retry is due.
inline bool countsTime(const RunState &state)
{
    return state.books.takenSlots > 0 || state.books.humans > 0 || state.books.retries > 0 || !state.books.deadlines.isEmpty()
           || state.books.count[size_t(TaskState::Blocked)] > 0;
}

/// The sub-states of a state's tasks. Looks at plan and state while it lives; places in the queue are counted once.
class SubStates
{
public:
    SubStates(const RunPlan &plan, const RunState &state);

    SubState of(int task) const;

private:
    SubState ofPending(int task) const;
    SubState ofReady(int task) const;
    SubState atLimit(int task) const; ///< Plain where none holds it.
    void queue() const;

    const RunPlan &m_plan;
    const RunState &m_state;
    mutable QHash<int, int> m_places; ///< Of the startable tasks, 1 = next; filled by the first question.
    mutable QList<int> m_holders;     ///< Running tasks that own files.
    mutable bool m_isQueued = false;
};

} // namespace baton
