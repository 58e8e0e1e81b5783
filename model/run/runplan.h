// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/nodekey.h"
#include "model/base/result.h"
#include "model/plan/expectation.h"
#include "model/run/flatlists.h"
#include "model/workflow/contents.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>

namespace baton {

/// One edge of the plan that runs. Exactly one of `task` and `gate` is not -1; both are indexes into the plan.
struct PlanNeed
{
    int task = -1;
    int gate = -1;
    NeedType type = NeedType::Order;
    QStringList when; ///< Outcomes that take this branch; empty = any.
};

/// How long a task may take, in milliseconds; 0 = no bound.
struct TaskTimeouts
{
    qint64 total = 0;   ///< STARTING and ACTIVE together; time spent BLOCKED does not count.
    qint64 start = 0;   ///< STARTING.
    qint64 idle = 0;    ///< ACTIVE without a sign of life.
    qint64 blocked = 0; ///< BLOCKED.

    bool any() const { return total || start || idle || blocked; }
};

struct TaskRetry
{
    qint64 max = 0; ///< Further starts after the first.
    qint64 delay = 0; ///< Milliseconds before the first of them.
    double backoff = 1; ///< What the delay is multiplied with each further time.
};

struct PlanTask
{
    QString id;      ///< Also of instances: `review#2`.
    NodeKey key;     ///< The task of the document that this is (an instance of); null for a fix task made by the run.
    std::shared_ptr<const Task> task;
    QString persona; ///< Without `@`; empty where the plan names none.
    QString model;   ///< The task's, else the persona's.
    Executor executor; ///< The task's, else the persona's; empty = simulated.
    int phase = -1;
    QList<PlanNeed> needs;
    QList<int> validates; ///< As written; for a validation that names none, what it needs by output or order.

    int original = -1; ///< Of an instance `x#2`: the task that it repeats.
    int round = 1;     ///< Of an instance `x#2`: 2.
    int fixes = -1;    ///< Of a fix task made by the run: the task whose work it mends.
    QJsonObject issue = {}; ///< Of a fix task made by the run: the issue it mends.
    QString foundBy = {};   ///< And the validation that found it, or the gate.
    bool superseded = false;   ///< A later round of its repeat phase runs instead.
    bool isValidation = false; ///< It must give a verdict with its issues to be COMPLETE.
    bool isHuman = false;      ///< Holds no slot.
    bool isSimulated = false;  ///< By its own executor, or for want of one: nothing of it is verified.
    bool asksLaunch = false;
    TaskTimeouts timeouts;
    TaskRetry retry;
    qint64 plannedTokens = 0; ///< Budget × multiplier; 0 = none.
    qint64 expected = 0;      ///< Milliseconds that it takes as planned, for the order of starting only.
    QStringList branches;     ///< Outcomes that a `when` behind it names, for `default`.
};

inline TaskTerms termsOf(const PlanTask &task)
{
    return {*task.task, task.persona, task.model, task.executor};
}

struct PlanGate
{
    QString id;
    NodeKey key;
    std::shared_ptr<const Gate> gate;
    int phase = -1;        ///< -1 for a sync point.
    QList<PlanNeed> needs; ///< A sync point's own.
    QList<int> scope;      ///< Tasks it speaks for, without those of its fix phases.
    QStringList criteria;  ///< Effective ones.
};

struct PlanPhase
{
    QString id;
    NodeKey key; ///< Null for a fix phase made by the run.
    std::shared_ptr<const Phase> phase;
    QList<int> after; ///< Phases that must be closed first.
    QList<int> tasks; ///< Of a repeated phase those of the present round.
    QList<int> gates; ///< All of them must pass.
    int fixesGate = -1;  ///< Opens while that gate is FAILED and belongs to its scope.
    qint64 repeatMax = 1; ///< Rounds at most.
    qint64 round = 1;
    int untilTask = -1;  ///< Of the present round.
    QString untilLabel;
};

/// A `need` of a task, seen from what is needed.
struct PlanEdge
{
    int task = -1;
    int need = -1;
};

/// A branch that waits while a fix phase of this gate may still replace the verdict of this validation.
struct PlanHold
{
    int validation = -1;
    int gate = -1;
};

/// What follows from the lists of a plan: the way back along its edges, and the order of starting.
struct PlanLinks
{
    FlatLists<PlanEdge> edgesOfTask;  ///< Needs on a task.
    FlatLists<PlanEdge> edgesOfGate;  ///< Needs on a gate.
    FlatLists<int> needs;             ///< Of each task, as many numbers as it has needs: a place for each edge.
    FlatLists<int> gatesOfTask;       ///< Gates that have it in their scope, fix phases left out.
    FlatLists<int> gatesOfGate;       ///< Sync points that need it.
    FlatLists<int> phasesAfter;       ///< Phases that come after it.
    FlatLists<int> fixPhases;         ///< Of a gate.
    FlatLists<int> repeatsOnTask;     ///< Phases that repeat until this task ends in a certain way.
    FlatLists<int> revalidations;     ///< Of a validation: tasks of fix phases that give its verdict anew, later ones last.
    FlatLists<int> revalidated;       ///< Of such a task: the validations whose verdict it gives anew.
    FlatLists<PlanHold> holds;        ///< Of a task that is behind a verdict by a `when`.
    FlatLists<int> heldTasks;         ///< Of a gate: tasks that it holds so.
    QList<qint64> remaining; ///< Milliseconds of the longest path from a task's start to the end of the plan.
    QList<int> wave;         ///< Tasks on the longest path to it, itself left out.
    QList<int> rank;         ///< Place of each task in the order of starting, 0 first.
    QList<int> taskOfRank;
    bool hasHumans = false;  ///< Some task is for a person.
    QList<int> ownerGroup;             ///< Of a task: those that declare the same `owns`; -1 = none.
    QList<QList<int>> ownerConflicts;  ///< Of a group: groups with an overlapping file, itself included.
};

/// What runs: the workflow compiled to flat lists, as a value. Edits made during a run do not reach it.
struct RunPlan
{
    Contents contents;
    QList<PlanTask> tasks;
    QList<PlanGate> gates;
    QList<PlanPhase> phases;
    QHash<QString, int> taskIndex;
    QHash<QString, int> gateIndex;
    PlanLinks links;

    /// -1 when there is no such task.
    int indexOfTask(const QString &id) const { return taskIndex.value(id, -1); }
    int indexOfGate(const QString &id) const { return gateIndex.value(id, -1); }
};

/// Compiles a workflow that has no errors of the ■ rules; what is wrong otherwise comes back as an Error that names it.
Result<RunPlan> compile(const Contents &contents);

/// Fills in `links`, after the lists of a plan were made or extended; the Error names the tasks of a cycle.
Result<void> link(RunPlan &plan);

/// The part of link() that finds out whose files overlap.
void linkOwners(RunPlan &plan);

class FlowGraph;
/// The part of link() that finds out which verdicts may be given anew, and what waits for that.
void linkVerdicts(RunPlan &plan, const FlowGraph &graph);

} // namespace baton
