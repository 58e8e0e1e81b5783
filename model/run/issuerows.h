// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// One issue that somebody found in a run, and what became of it.
struct IssueRow
{
    enum class State : quint8 {
        Open,       ///< Nobody mends it.
        InWork,     ///< `fixTask` is there to mend it, and has not ended well.
        Fixed,      ///< `fixTask` is COMPLETE, and what found the issue has looked again, where it does.
        Superseded, ///< What found it gave another verdict since, without a fix task between.
        Uncertain,  ///< Only reported: it cannot be laid at one door.
    };
    QString severity;
    QString task; ///< Whose work it is about; empty where nobody is named.
    QString where;
    QString what;
    QString fix;     ///< As proposed.
    QString foundBy; ///< The validation, or the gate.
    QString fixTask; ///< Empty = none.
    State state = State::Open;

    bool operator==(const IssueRow &) const = default;
};

/// Every issue of a run, in the order of the plan: those of verdicts, of people who refused a gate, of files written by
/// the wrong task.
QList<IssueRow> issueRows(const RunPlan &plan, const RunState &state);

/// The word for a state, for people.
QString wordFor(IssueRow::State state);

} // namespace baton
