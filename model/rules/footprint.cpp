// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/footprint.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using F = Field;

/// What comes before what. Phases and the gates that close them are not in it: edits of those check everything.
const FieldSet order{F::Needs, F::Validates, F::Phase};
/// What Facts::candidates() reads.
const FieldSet who{F::Persona, F::Kind, F::Needs, F::Validates, F::Phase};
const FieldSet none;

const QHash<QString, Footprint> &table()
{
    static const QHash<QString, Footprint> rows{
        // names
        {u"duplicate-id"_s, {{F::Id}}},
        {u"bad-id"_s, {{F::Id, F::Title, F::Text}, {F::Id}}},
        {u"self-need"_s, {{F::Needs}}},
        {u"unknown-reference"_s, {{F::Phase, F::Persona, F::Needs, F::Validates, F::SignOff, F::Approval, F::Near},
                                  {F::Id, F::Needs, F::Validates, F::Phase}}},
        {u"unknown-rule"_s, {{F::Rules}}},
        // order
        {u"cycle"_s, {order}},
        {u"phase-order"_s, {order}},
        {u"validation-order"_s, {order}},
        {u"redundant-need"_s, {{F::Needs, F::Kind, F::Validates}, none, {F::Criteria}, none, true}},
        {u"isolated-task"_s, {order, order}},
        {u"worktree-conflict"_s, {none, none, {F::Needs, F::Validates, F::Phase, F::Kind, F::Workspace}}},
        // who
        {u"no-persona"_s, {{F::Persona}, none, none, who}},
        {u"many-personas"_s, {{F::Persona}}},
        {u"combined-persona"_s, {{F::Persona, F::Id, F::Title}}},
        {u"self-validation"_s, {who, none, none, who}},
        {u"validator-implemented"_s, {who}},
        {u"blurry-role"_s, {{F::Persona, F::Kind, F::Validates}, none, none, who}},
        {u"unused-persona"_s, {{F::Persona, F::SignOff}}},
        {u"single-agent"_s, {{F::Persona}}},
        // validation
        {u"no-validation"_s, {{F::Kind, F::Needs, F::Validates, F::Phase}}},
        {u"validation-ignored"_s, {{F::Kind, F::Needs, F::Validates, F::Phase}, order, {F::Criteria}}},
        {u"qa-without-issues"_s, {{F::Kind, F::Validates, F::Verdict, F::Executor, F::Persona}}},
        // the mandatory workflow
        {u"no-foundation"_s, {none}},
        {u"missing-architect"_s, {{F::Persona, F::Phase}}},
        {u"missing-ux-designer"_s, {{F::Persona, F::Phase}}},
        {u"missing-product-manager"_s, {{F::Persona, F::Phase}}},
        {u"missing-validation-roles"_s, {{F::Persona, F::Phase}}},
        {u"no-integration"_s, {{F::Persona, F::Phase}}},
        {u"implementation-before-architecture"_s, {{F::Kind, F::Needs, F::Validates, F::Phase}}},
        {u"implementation-without-test"_s, {who}},
        {u"missing-constraints"_s, {{F::MissionConstraints}}},
        {u"missing-mission"_s, {{F::MissionSummary, F::Description}}},
        // phases and gates
        {u"phase-without-gate"_s, {none}},
        {u"empty-phase"_s, {{F::Phase}, {F::Needs}}},
        {u"unbounded-loop"_s, {none}},
        {u"gate-without-criteria"_s, {{F::Criteria, F::SignOff, F::Approval}}},
        {u"gate-needs-nothing"_s, {{F::Needs, F::Phase}}},
        // files
        {u"no-evidence"_s, {{F::Evidence, F::Deliverables}, {F::Id}}},
        {u"input-without-producer"_s, {{F::Inputs, F::Deliverables, F::Needs, F::Validates, F::Phase}}},
        {u"input-not-upstream"_s, {{F::Inputs, F::Deliverables, F::Needs, F::Validates, F::Phase}}},
        {u"duplicate-deliverable"_s, {{F::Deliverables, F::Needs, F::Validates, F::Phase}}},
        {u"ownership-conflict"_s, {{F::Owns, F::Needs, F::Validates, F::Phase}}},
        {u"writes-unowned"_s, {{F::Deliverables, F::Owns}, {F::Owns, F::Needs, F::Validates, F::Phase}}},
        {u"unsafe-path"_s, {{F::Inputs, F::Deliverables, F::Evidence, F::Owns, F::Needs, F::Executor, F::Persona}}},
        // branches
        {u"branch-without-default"_s, {{F::Needs, F::Outcomes, F::Kind, F::Validates}}},
        {u"unknown-outcome"_s, {{F::Needs, F::Outcomes, F::Kind, F::Validates}}},
        {u"unhandled-outcome"_s, {{F::Needs, F::Outcomes, F::Kind, F::Validates}}},
        {u"unreachable-task"_s, {order}},
        // budgets and executors
        {u"no-budget"_s, {{F::BudgetTokens, F::BudgetDuration, F::Executor, F::Persona}, {F::BudgetTokens}}},
        {u"time-only-budget"_s, {{F::BudgetTokens, F::BudgetDuration, F::Executor, F::Persona}, {F::BudgetTokens}}},
        {u"over-budget"_s, {{F::BudgetTokens, F::BudgetMultiplier}}},
        {u"no-executor"_s, {{F::Executor, F::Persona}}},
        {u"unknown-executor"_s, {{F::Executor}}},
        // patterns
        {u"sequential-everything"_s,
         {{F::Needs, F::Validates, F::Phase, F::Kind, F::Inputs, F::Deliverables, F::Owns, F::Outcomes, F::Verdict, F::Persona, F::Executor,
           F::BudgetTokens, F::BudgetDuration, F::MaxConcurrent, F::WaveBarrier}}},
        {u"over-orchestration"_s,
         {{F::Needs, F::Validates, F::Phase, F::Persona, F::BudgetTokens},
          {F::Kind, F::BudgetDuration, F::Executor, F::Model, F::Outcomes, F::Verdict, F::Rules, F::Launch, F::RetryMax,
           F::RetryDelay, F::RetryBackoff, F::TimeoutTotal, F::TimeoutStart, F::TimeoutIdle, F::TimeoutBlocked}}},
        {u"launch-everything"_s, {{F::Needs, F::Validates, F::Phase, F::MaxConcurrent}}},
        {u"coordinator-bottleneck"_s, {{F::Needs, F::Validates}}},
    };
    return rows;
}

} // namespace

Footprint footprintOf(const QString &rule)
{
    const auto row = table().constFind(rule);
    return row == table().constEnd() ? Footprint{FieldSet::all(), FieldSet::all(), FieldSet::all()} : *row;
}

} // namespace baton
