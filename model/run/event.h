// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/names.h"
#include "model/base/result.h"

#include <QJsonObject>
#include <QMetaType>

namespace baton {

/// What happens in a run. The names are those of the journal (runs.md, "The journal is the truth").
enum class EventType : quint8 {
    RunStarted, RunPaused, RunResumed, RunFinished,
    WorkerReady, WorkerStarted, WorkerActive, WorkerTaskStarted, WorkerCheckpoint, WorkerTaskCompleted,
    WorkerBlocked, WorkerUnblocked, WorkerComplete, WorkerFailed, WorkerRetry, WorkerReset, WorkerSkipped,
    WorkerCancelled, WorkerUsage, WorkerOutcome, WorkerVerdict, WorkerEvidence,
    GateChecking, GatePassed, GateFailed, GateSkipped, GateClosed,
    BudgetWarning, BudgetExceeded,
    ApprovalRequested, ApprovalGiven, ApprovalRefused,
    FixProposed, FixAccepted, FixRefused,
};

template <>
struct EnumNames<EventType>
{
    static constexpr std::array values{
        Named{EventType::RunStarted, "run.started"},
        Named{EventType::RunPaused, "run.paused"},
        Named{EventType::RunResumed, "run.resumed"},
        Named{EventType::RunFinished, "run.finished"},
        Named{EventType::WorkerReady, "worker.ready"},
        Named{EventType::WorkerStarted, "worker.started"},
        Named{EventType::WorkerActive, "worker.active"},
        Named{EventType::WorkerTaskStarted, "worker.task_started"},
        Named{EventType::WorkerCheckpoint, "worker.checkpoint"},
        Named{EventType::WorkerTaskCompleted, "worker.task_completed"},
        Named{EventType::WorkerBlocked, "worker.blocked"},
        Named{EventType::WorkerUnblocked, "worker.unblocked"},
        Named{EventType::WorkerComplete, "worker.complete"},
        Named{EventType::WorkerFailed, "worker.failed"},
        Named{EventType::WorkerRetry, "worker.retry"},
        Named{EventType::WorkerReset, "worker.reset"},
        Named{EventType::WorkerSkipped, "worker.skipped"},
        Named{EventType::WorkerCancelled, "worker.cancelled"},
        Named{EventType::WorkerUsage, "worker.usage"},
        Named{EventType::WorkerOutcome, "worker.outcome"},
        Named{EventType::WorkerVerdict, "worker.verdict"},
        Named{EventType::WorkerEvidence, "worker.evidence"},
        Named{EventType::GateChecking, "gate.checking"},
        Named{EventType::GatePassed, "gate.passed"},
        Named{EventType::GateFailed, "gate.failed"},
        Named{EventType::GateSkipped, "gate.skipped"},
        Named{EventType::GateClosed, "gate.closed"},
        Named{EventType::BudgetWarning, "budget.warning"},
        Named{EventType::BudgetExceeded, "budget.exceeded"},
        Named{EventType::ApprovalRequested, "approval.requested"},
        Named{EventType::ApprovalGiven, "approval.given"},
        Named{EventType::ApprovalRefused, "approval.refused"},
        Named{EventType::FixProposed, "fix.proposed"},
        Named{EventType::FixAccepted, "fix.accepted"},
        Named{EventType::FixRefused, "fix.refused"},
    };
};

/// One line of the journal. Time arrives inside events and nowhere else.
struct Event
{
    qint64 seq = 0;  ///< Counts up from 1 within a run, without gaps.
    qint64 time = 0; ///< Milliseconds since the epoch, UTC.
    QString subject; ///< `worker_id`: a task, in gate.* a gate, in run.* the run's id.
    EventType type = EventType::RunStarted;
    QJsonObject data = {};

    bool operator==(const Event &) const = default;
};

/// When what an event tells of happened: before its time where it says so, for the journal heard of it later. Only where
/// Baton itself wrote it: tasks do not tell it the time.
qint64 momentOf(const Event &event);
/// For the data of such an event; nothing where \a time is not known.
QJsonObject momentData(qint64 time);

/// One line of `events.jsonl`, with its line feed: {"seq", "timestamp", "worker_id", "event_type", "data"}.
QByteArray toJournalLine(const Event &event);
/// Reads one line; an Error for what is no event (the line's number is the caller's to add).
Result<Event> fromJournalLine(QByteArrayView line);

} // namespace baton

Q_DECLARE_METATYPE(baton::Event)
