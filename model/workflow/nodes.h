// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/duration.h"
#include "model/workflow/enums.h"

#include <QJsonObject>
#include <QMap>
#include <QPointF>
#include <QStringList>

#include <optional>

namespace baton {

/// What carries out a task: `type` and whatever else that type takes (`command`, `argv`, `cli`, `duration`...),
/// as written. No type means the executor of the persona, or none (then the task is simulated).
struct Executor
{
    QString type;
    QJsonObject options; ///< Everything beside `type`.

    bool isEmpty() const { return type.isEmpty() && options.isEmpty(); }
    bool operator==(const Executor &) const = default;
};

/// A rule's severity where it is set in the file; the reason belongs to suppressions on a task.
struct RuleSetting
{
    Severity severity = Severity::Off;
    QString reason;

    bool operator==(const RuleSetting &) const = default;
};
using RuleSettings = QMap<QString, RuleSetting>; ///< Rule id to setting.

/// An edge: the task that holds it needs `target` (the id of a task or a gate).
struct Need
{
    QString target;
    NeedType type = NeedType::Order;
    QStringList files;
    QString reason;
    QStringList when; ///< Outcomes of the target that this branch takes; empty = any.

    bool operator==(const Need &) const = default;
};

/// References between nodes are ids as written, so a plan that names something missing is still a plan.

struct WorkflowInfo
{
    QString name;
    QString description;
    Profile profile = Profile::Core;
    QString missionSummary;
    QStringList missionInputs;
    QStringList missionConstraints;
    QString root; ///< Workspace root, relative to the file's folder; empty = that folder.
    qint64 maxConcurrent = 4; ///< 0 = as many as are ready.
    LaunchMode launch = LaunchMode::Auto;
    bool waveBarrier = false;
    WorkspaceMode workspace = WorkspaceMode::Shared;
    QString branchPrefix;
    std::optional<qint64> budgetTokens; ///< A cap for the whole run, not scaled.
    double budgetMultiplier = 1.5;
    double budgetWarnAt = 0.8;
    bool budgetStop = false;
    RuleSettings rules;

    bool operator==(const WorkflowInfo &) const = default;
};

struct Persona
{
    QString id;
    QString title;
    Role role = Role::Unset;
    QString model;
    QString color; ///< "#RRGGBB" as written.
    QString instructions;
    QStringList tools;
    Executor executor;
    std::optional<QPointF> position; ///< Set where the persona is a node of its own on the canvas.

    bool operator==(const Persona &) const = default;
};

struct Phase
{
    QString id;
    QString title;
    PhaseKind kind = PhaseKind::Other;
    std::optional<QStringList> after; ///< Not set: the phase listed before it. Empty: nothing.
    std::optional<qint64> repeatMax;
    QString repeatUntil; ///< TASK.OUTCOME, TASK.approved or TASK.rejected; empty = no repeat.
    QString fixes;       ///< The gate this fix phase belongs to.
    std::optional<QPointF> position;
    bool folded = false;

    bool operator==(const Phase &) const = default;
};

struct Task
{
    QString id;
    QString title;
    QString phase;
    QStringList personas; ///< Exactly one in a sound plan; a list is kept and reported.
    TaskKind kind = TaskKind::Unset;
    QString model;
    QString description;
    QList<Need> needs;
    QStringList inputs;
    QStringList references;
    QStringList deliverables;
    QStringList evidence;
    QStringList owns;
    QStringList handoff;
    QStringList doneWhen;
    QStringList outcomes;
    QStringList validates;
    bool verdict = false;
    std::optional<qint64> budgetTokens;
    Duration budgetDuration;
    std::optional<qint64> retryMax; ///< Further starts after the first; default 0.
    Duration retryDelay;
    std::optional<double> retryBackoff;
    Duration timeoutTotal;
    Duration timeoutStart;
    Duration timeoutIdle;
    Duration timeoutBlocked;
    LaunchMode launch = LaunchMode::Inherit;
    RuleSettings rules;
    Executor executor;
    std::optional<QPointF> position;

    /// The kind that holds: the written one, else `validate` for a task that validates, else `work`.
    TaskKind effectiveKind() const
    {
        if (kind != TaskKind::Unset)
            return kind;
        return validates.isEmpty() ? TaskKind::Work : TaskKind::Validate;
    }
    /// The persona, where there is exactly one; else empty.
    QString persona() const { return personas.size() == 1 ? personas.first() : QString(); }
    /// What to call it where people read.
    QString displayTitle() const { return title.isEmpty() ? id : title; }

    bool operator==(const Task &) const = default;
};

struct Gate
{
    QString id;
    QString title;
    QString phase;     ///< The phase it closes; empty = a sync point with needs of its own.
    QStringList needs; ///< Sync point only: ids of tasks and gates.
    std::optional<QStringList> criteria; ///< As written; not set = the defaults of format.md.
    QStringList signOff;
    Approval approval = Approval::Auto;
    OnFail onFail = OnFail::Stop;
    std::optional<qint64> retryMax;
    std::optional<QPointF> position;

    bool isSyncPoint() const { return phase.isEmpty(); }
    QString displayTitle() const { return title.isEmpty() ? id : title; }

    bool operator==(const Gate &) const = default;
};

struct Note
{
    QString id;
    QString text;
    QString near; ///< Id of the task or gate it stands beside.
    std::optional<QPointF> position;

    bool operator==(const Note &) const = default;
};

} // namespace baton
