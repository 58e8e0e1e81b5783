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
        ToCheck,    ///< `fixTask` is COMPLETE; what found the issue is still to look again.
        Fixed,      ///< What found it has looked again and names it no more, or nobody looks again and `fixTask` is COMPLETE.
        FoundAgain, ///< What found it has looked again, and lists it once more.
        Noted,      ///< Of a verdict that approved all the same.
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

/// What became of an issue, in words for people.
QString fateOf(const IssueRow &issue);

} // namespace baton
