// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// Why a task that is READY has not started.
enum class Wait : quint8 {
    None,   ///< It is not READY, or starts at once.
    Person, ///< Somebody has to allow it.
    Hold,   ///< The run is paused, or ends for its budget.
    Calls,  ///< As many tasks as may call its endpoint or agent do.
    Tokens, ///< Its endpoint or agent took all the tokens of this minute.
    Money,  ///< The run has spent what it may.
    Files,  ///< Another task works on a file that it owns.
    Wave,   ///< The wave before it has not ended.
    Slots,  ///< As many tasks run as may.
};

/// Who may not start because of its governor, at the time \a now.
Wait waitAtGovernor(const RunState &state, int governor, qint64 now);
/// At the time of the latest event.
Wait waitOf(const RunPlan &plan, const RunState &state, int task);
/// The same in a sentence; empty for None.
QString whyWaiting(const RunPlan &plan, const RunState &state, int task);
/// How many tasks each governor lets wait now, in sentences; nothing where none does.
QStringList waitingLines(const RunPlan &plan, const RunState &state);
/// Whether the run has spent what it may, and something waits for that.
bool waitsForMoney(const RunState &state);

} // namespace baton
