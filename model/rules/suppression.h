// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/rules/rules.h"

namespace baton {

/// A problem that the plan has set aside: by a task, or by turning the rule off altogether.
struct SuppressedProblem
{
    Problem problem; ///< With the severity that it would have.
    NodeKey where;   ///< The task that sets it aside, or workflowKey.
    QString reason;  ///< As written there; may be empty.

    bool operator==(const SuppressedProblem &) const = default;
};

/// What checkWorkflow() would say more if nothing were set aside.
QList<SuppressedProblem> suppressedProblems(const Contents &contents, const CheckContext &context = {});

/// Null where there is no such rule.
const RuleInfo *ruleInfo(const QString &rule);

/// Where a rule's severity in this plan comes from.
enum class SeverityOrigin { Profile, File, Locked };
struct RuleSeverity
{
    Severity severity = Severity::Off;
    SeverityOrigin origin = SeverityOrigin::Profile;
};
RuleSeverity severityOf(const RuleInfo &rule, const WorkflowInfo &info);

/// The task that can set this problem aside: \a wanted where the problem is about it, else the first that it is about. Null where the rule may not be lowered, or speaks of something else.
NodeKey whereToSetAside(const Problem &problem, NodeKey wanted = {});
/// Sets the rule aside on a task. Refused for a rule that may not be lowered, and without a reason.
Result<Edit> suppressing(const Contents &contents, NodeKey task, const QString &rule, const QString &reason);
/// Takes the task's, or with workflowKey the workflow's, setting of the rule out; empty where there is none.
Edit restoring(const Contents &contents, NodeKey where, const QString &rule);
/// Gives the rule a severity of its own in this plan; none: as the profile says. Refused for a rule that may not be
/// lowered.
Result<Edit> settingSeverity(const Contents &contents, const QString &rule, std::optional<Severity> severity);

} // namespace baton
