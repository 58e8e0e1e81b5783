// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

#include <QJsonObject>

#include <variant>

namespace baton {

/// Append this to the journal, then advance() with it, before anything else is appended.
struct RecordEvent
{
    EventType type = EventType::RunStarted;
    QString subject;
    QJsonObject data = {};

    bool operator==(const RecordEvent &) const = default;
};

/// The start of this task is in the journal: its executor may act.
struct StartTask
{
    int task = -1; ///< Index into planOf() the state.
    int attempt = 0;

    bool operator==(const StartTask &) const = default;
};

/// End its process or request: it was cancelled, or its time or budget is over.
struct StopTask
{
    int task = -1;

    bool operator==(const StopTask &) const = default;
};

/// Call next() again at this time (milliseconds since the epoch): a retry is due then, or somebody's time is up. It
/// replaces every earlier one.
struct WakeAt
{
    qint64 time = 0;

    bool operator==(const WakeAt &) const = default;
};

using RunCommand = std::variant<RecordEvent, StartTask, StopTask, WakeAt>;

struct Turn
{
    RunState state;
    QList<RunCommand> commands;
};

/// A state before its run: nothing but PENDING tasks and CLOSED gates. What a replay begins with.
RunState initialState(const RunPlan &plan);

/// Takes in what happened. An event that the state cannot take changes nothing and is counted among the refused ones;
/// no journal, however hostile, does more harm than that.
RunState apply(const RunPlan &plan, RunState state, const Event &event);

/// Why apply() would refuse this event, empty when it would not. Ask before an event of a worker is written.
QString refusalOf(const RunPlan &plan, const RunState &state, const Event &event);

/// The next thing to decide: at most one RecordEvent, and only when there is none, at most one WakeAt. One at a time,
/// so that each decision is made on the state that the one before has left.
QList<RunCommand> next(const RunPlan &plan, const RunState &state, qint64 now);

/// Takes in what happened, says what an executor has to do because of it, then what is next (see there). Starts and
/// stops come from here alone, so that a resume, which replays and then calls next() once, never starts a task twice.
Turn advance(const RunPlan &plan, RunState state, const Event &event);

/// The event that cancels a run. next() then cancels what is unfinished, task by task, and finishes the run.
RecordEvent cancellingRun(const RunState &state);

} // namespace baton
