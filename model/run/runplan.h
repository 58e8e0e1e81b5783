// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/nodekey.h"
#include "model/base/result.h"
#include "model/workflow/contents.h"

#include <QHash>
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

struct PlanTask
{
    QString id;      ///< Also of instances: `review#2`.
    NodeKey key;     ///< The task of the document that this is (an instance of).
    std::shared_ptr<const Task> task;
    QString persona; ///< Without `@`; empty where the plan names none.
    QString model;   ///< The task's, else the persona's.
    Executor executor; ///< The task's, else the persona's; empty = simulated.
    int phase = -1;
    QList<PlanNeed> needs;
    QList<int> validates;
};

struct PlanGate
{
    QString id;
    NodeKey key;
    std::shared_ptr<const Gate> gate;
    int phase = -1;        ///< -1 for a sync point.
    QList<PlanNeed> needs; ///< A sync point's own.
    QList<int> scope;      ///< Tasks it speaks for.
    QStringList criteria;  ///< Effective ones.
};

struct PlanPhase
{
    QString id;
    NodeKey key;
    std::shared_ptr<const Phase> phase;
    QList<int> after; ///< Phases that must be closed first.
    QList<int> tasks;
    QList<int> gates; ///< All of them must pass.
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

    /// -1 when there is no such task.
    int indexOfTask(const QString &id) const { return taskIndex.value(id, -1); }
    int indexOfGate(const QString &id) const { return gateIndex.value(id, -1); }
};

/// Compiles a workflow that has no errors of the ■ rules; what is wrong otherwise comes back as an Error that names it.
Result<RunPlan> compile(const Contents &contents);

} // namespace baton
