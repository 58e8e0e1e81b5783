// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

namespace baton {

/// What each criterion of a gate sees now. Where people sign off and have not yet, that criterion counts as held: they
/// are asked afterwards.
QList<CriterionResult> checkGate(const RunPlan &plan, const RunState &state, int gate);

QJsonArray criteriaToJson(const QList<CriterionResult> &criteria);
QList<CriterionResult> criteriaFromJson(const QJsonObject &data);

/// The task whose verdict holds: of a validation that fix phases repeated, the latest instance that gave one.
int latestInstance(const RunPlan &plan, const RunState &state, int validation);

/// A fix phase that the document has taken in repeats validations as tasks of its own: the same persona validates the same
/// work. The validation in the gate's scope whose verdict that replaces, or the task itself.
int revalidatedBy(const RunPlan &plan, int gate, int task);

/// The task of the plan that this task of a fix phase mends, or validates anew; -1 for any other.
int mendedTask(const RunPlan &plan, int task);

/// The COMPLETE task of a fix phase that has done what this FAILED task was to do; -1 = none. Only COMPLETE satisfies a
/// need, and it is that one which does.
int madeGoodBy(const RunPlan &plan, const RunState &state, int task);
inline bool isMadeGood(const RunPlan &plan, const RunState &state, int task)
{
    return madeGoodBy(plan, state, task) >= 0;
}

/// The validations a gate looks at, in the instance that counts; skipped ones left out.
QList<int> validationsOf(const RunPlan &plan, const RunState &state, int gate);

/// Everything a gate speaks for now: its scope, and the tasks of fix phases that were opened.
QList<int> fullScope(const RunPlan &plan, const RunState &state, int gate);

/// Tasks of the gate's scope that wrote files of others for certain, those that were mended since left out.
QList<int> trespassersOf(const RunPlan &plan, const RunState &state, int gate);
/// What a certain trespass of a task comes to, as an issue.
QJsonObject trespassIssue(const QString &task, const Trespass &trespass);
/// The same of all that hold against it now.
QList<QJsonObject> trespassIssues(const RunPlan &plan, const RunState &state, int task);

/// What a round of retry starts again: the FAILED tasks, and what a rejected verdict is about.
QList<int> restartsFor(const RunPlan &plan, const RunState &state, const PlanGate &gate);

/// What the rejecting validations say about one task, as text for its BATON_NOTE.
QString noteFor(const RunPlan &plan, const RunState &state, int gate, int task);
/// The same for the round after the present one of a phase that repeats.
QString roundNoteFor(const RunPlan &plan, const RunState &state, int phase, int task);

/// The first of these tasks that owns or delivers the file which an issue names (`src/a.cpp:12`, perhaps); -1 for none.
int whoseFile(const RunPlan &plan, const QString &where, const QList<int> &tasks);

} // namespace baton
