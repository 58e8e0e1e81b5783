// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/runstate.h"

namespace baton {

/// What became of one task in one run.
struct TaskOutcome
{
    bool isThere = false; ///< The plan of that run had it.
    TaskState state = TaskState::Pending;
    int attempts = 0;
    qint64 milliseconds = 0; ///< Of the latest attempt; 0 = never started.
    qint64 tokens = 0;
    QString verdict = {}; ///< `approved` or `rejected`; empty without one.
    int issues = 0;
    int files = 0;        ///< Verified.

    bool operator==(const TaskOutcome &) const = default;
};

/// A run as its folder tells it, for comparing.
struct RunOutcome
{
    QString dir;
    QString workflow;
    RunStatus status = RunStatus::Planned;
    qint64 startedAt = 0;
    qint64 milliseconds = 0;
    qint64 tokens = 0;
    double costUsd = 0;
    QList<std::pair<QString, QString>> ids; ///< Of tasks and gates with their titles, in the plan's order.
    QHash<QString, TaskOutcome> tasks;
    QHash<QString, GateState> gates;
};

/// Reads the whole journal of a run folder; for a thread beside the one that shows things.
Result<RunOutcome> outcomeOf(const QString &runDir);
RunOutcome outcomeOf(const RunPlan &plan, const RunState &state);

/// A task or a gate in two runs.
struct ComparedStep
{
    /// How much two runs differ in it, the gravest first.
    enum class Difference : quint8 { State, Verdict, Presence, Effort, None };

    QString id;
    QString title;
    bool isGate = false;
    TaskOutcome first;
    TaskOutcome second;
    std::optional<GateState> firstGate = {};
    std::optional<GateState> secondGate = {};
    Difference difference = Difference::None;
};

/// Everything that either run had, differences first, else in the plan's order. Durations and tokens differ where they
/// are more than a tenth apart.
QList<ComparedStep> compareRuns(const RunOutcome &first, const RunOutcome &second);

} // namespace baton
