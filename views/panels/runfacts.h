// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/plan/handoff.h"
#include "model/run/runstate.h"

#include <QCoreApplication>

namespace baton {

/// What several panels say about a run: plain questions to the plan and the state. The plan is always
/// planOf() the state.
class RunFacts
{
    Q_DECLARE_TR_FUNCTIONS(baton::RunFacts)

public:
    /// The index of the latest started instance (`review#2`) of the task with this id; -1 where the plan has
    /// none. By id, not by key: a run read again from its folder has keys of its own.
    static int taskOf(const RunPlan &plan, const RunState &state, const QString &id);
    /// What people call a task or gate of the plan, with the number of a further round; the id where the plan has none.
    static QString titleOf(const RunPlan &plan, const QString &id);
    /// Budget × multiplier: what usage is compared with; nothing where the task has no budget.
    static std::optional<qint64> plannedTokens(const RunPlan &plan, int task);
    /// The cap of the workflow where it has one, else what its tasks are planned to need, if any is.
    static std::optional<qint64> tokenLimit(const RunPlan &plan);
    /// `41 min`, `1 h 05 min`, `12 s`, `0.4 s`
    static QString durationText(qint64 milliseconds);
    /// What each criterion of a gate sees: as recorded when it was checked, else as the state is now.
    static QList<CriterionResult> criteria(const RunPlan &plan, const RunState &state, int gate);
    /// The gate that the run is working towards: the first that is neither passed nor skipped; -1 at the end.
    static int currentGate(const RunPlan &plan, const RunState &state);
    /// The verdict as people say it, with the number of issues; empty without one.
    static QString verdictText(const TaskRun &run);
    /// Simulated in a run that is real otherwise.
    static bool isOnlySimulated(const RunPlan &plan, const RunState &state, int task);
    /// What became of a task in a few words: verdict, outcome, reason; or why it waits, or that it is only simulated.
    static QString outcomeText(const RunPlan &plan, const RunState &state, int task);
    /// `640 k of 1.5 M · warn at 80 %`
    static QString tokensText(qint64 used, std::optional<qint64> limit, double warnAt);
    /// `System design: docs/design.md; promised: reviewed by two`
    static QString handOffText(const HandOff &handOff, const QString &other);
};

} // namespace baton
