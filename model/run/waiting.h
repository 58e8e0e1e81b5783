// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// The limit that keeps a READY task from starting. What else may, SubStates tells.
enum class Wait : quint8 {
    None,
    Calls,  ///< As many tasks as may call its endpoint or agent do.
    Tokens, ///< Its endpoint or agent took all the tokens of this minute.
    Money,  ///< The run has spent what it may.
};

/// Who may not start because of its governor, at the time \a now.
Wait waitAtGovernor(const RunState &state, int governor, qint64 now);
/// At the time of the latest event.
Wait waitOf(const RunPlan &plan, const RunState &state, int task);
/// The same as a phrase; empty for None.
QString whyWaiting(const RunPlan &plan, const RunState &state, int task);
/// How many tasks each governor lets wait now, in sentences; nothing where none does.
QStringList waitingLines(const RunPlan &plan, const RunState &state);
/// Why what runs may ask for nothing more that costs, in a sentence, once it has spent \a costUsd; empty while it may.
QString whyNoMore(const RunState &state, double costUsd);
/// Whether the run has spent what it may, and something waits for that.
bool waitsForMoney(const RunState &state);

} // namespace baton
