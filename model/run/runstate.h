// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/names.h"
#include "model/run/event.h"
#include "model/run/runplan.h"

#include <QJsonArray>
#include <QList>

namespace baton {

enum class TaskState : quint8 { Pending, Ready, Starting, Active, Blocked, Complete, Failed, Skipped, Cancelled };
enum class GateState : quint8 { Closed, Checking, Passed, Failed, Skipped };
enum class RunStatus : quint8 { Planned, Running, Paused, Waiting, Complete, Failed, Cancelled };

template <>
struct EnumNames<TaskState>
{
    static constexpr std::array values{
        Named{TaskState::Pending, "PENDING"},   Named{TaskState::Ready, "READY"},
        Named{TaskState::Starting, "STARTING"}, Named{TaskState::Active, "ACTIVE"},
        Named{TaskState::Blocked, "BLOCKED"},   Named{TaskState::Complete, "COMPLETE"},
        Named{TaskState::Failed, "FAILED"},     Named{TaskState::Skipped, "SKIPPED"},
        Named{TaskState::Cancelled, "CANCELLED"}};
};
template <>
struct EnumNames<GateState>
{
    static constexpr std::array values{Named{GateState::Closed, "CLOSED"}, Named{GateState::Checking, "CHECKING"},
                                       Named{GateState::Passed, "PASSED"}, Named{GateState::Failed, "FAILED"},
                                       Named{GateState::Skipped, "SKIPPED"}};
};
template <>
struct EnumNames<RunStatus>
{
    static constexpr std::array values{
        Named{RunStatus::Planned, "PLANNED"},   Named{RunStatus::Running, "RUNNING"},
        Named{RunStatus::Paused, "PAUSED"},     Named{RunStatus::Waiting, "WAITING"},
        Named{RunStatus::Complete, "COMPLETE"}, Named{RunStatus::Failed, "FAILED"},
        Named{RunStatus::Cancelled, "CANCELLED"}};
};

/// What a validating task returned.
struct Verdict
{
    bool approved = false;
    QJsonArray issues; ///< {"severity", "task", "where", "what", "fix"} each.

    bool operator==(const Verdict &) const = default;
};

struct Usage
{
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 cacheReadTokens = 0;
    qint64 cacheWriteTokens = 0;
    qint64 reasoningTokens = 0;
    double costUsd = 0;

    qint64 total() const { return inputTokens + outputTokens + cacheReadTokens + cacheWriteTokens + reasoningTokens; }
    bool operator==(const Usage &) const = default;
};

struct VerifiedFile
{
    QString path; ///< Relative to the workspace.
    qint64 bytes = 0;
    QString sha256;

    bool operator==(const VerifiedFile &) const = default;
};

/// One task of a run, as the journal has it so far.
struct TaskRun
{
    TaskState state = TaskState::Pending;
    int attempt = 0;        ///< 1 with the first start.
    qint64 startedAt = 0;   ///< Milliseconds since the epoch of the latest STARTING; 0 = never.
    qint64 endedAt = 0;     ///< Of the latest COMPLETE, FAILED, SKIPPED or CANCELLED; 0 = not ended.
    qint64 retryAt = 0;     ///< When a retry is due; 0 = none.
    bool awaitsApproval = false;
    bool approved = false;  ///< A person allowed the launch.
    QString reason = {};    ///< Why BLOCKED or FAILED, in words.
    QString outcome = {};
    std::optional<Verdict> verdict = {};
    Usage usage = {};
    QList<VerifiedFile> evidence = {};
    QString checkpoint = {};
    int subtasksDone = 0;
    int subtasksLeft = 0;

    bool operator==(const TaskRun &) const = default;
};

/// What one criterion saw when its gate was checked.
struct CriterionResult
{
    QString criterion;
    bool holds = false;
    QString saw;

    bool operator==(const CriterionResult &) const = default;
};

struct GateRun
{
    GateState state = GateState::Closed;
    int round = 0;
    bool awaitsApproval = false;
    QList<CriterionResult> criteria = {};
    qint64 changedAt = 0;

    bool operator==(const GateRun &) const = default;
};

/// Everything that a journal says up to one event. `tasks` and `gates` go by the indexes of the plan.
struct RunState
{
    QString runId;
    RunStatus status = RunStatus::Planned;
    qint64 seq = 0;
    qint64 startedAt = 0;
    qint64 now = 0; ///< Time of the latest event.
    QList<TaskRun> tasks = {};
    QList<GateRun> gates = {};
};

} // namespace baton
