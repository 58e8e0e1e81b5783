// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/rules.h"
#include "tests/support/plans.h"

#include <functional>

namespace baton::test {

/// A plan written down in a test, part by part.
class Plan
{
public:
    Plan &persona(const QString &id, Role role = Role::Unset, const std::function<void(Persona &)> &more = {});
    Plan &phase(const QString &id, PhaseKind kind = PhaseKind::Other, const std::function<void(Phase &)> &more = {});
    Plan &task(const QString &id, const QString &who, const std::function<void(Task &)> &more = {});
    Plan &gate(const QString &id, const QString &phase, const std::function<void(Gate &)> &more = {});
    Plan &info(const std::function<void(WorkflowInfo &)> &more);

    operator Contents() const { return contents; }
    Contents contents;
};

/// A plan that breaks a rule, and one that only just does not.
struct RuleCase
{
    QString name;
    QString rule;
    Contents broken;
    Contents sound;
    Profile profile = Profile::Core;
    std::optional<QSet<QString>> files = {};
};

QList<RuleCase> identityCases();
QList<RuleCase> orderCases();
QList<RuleCase> personaCases();
QList<RuleCase> validationCases();
QList<RuleCase> standardCases();
QList<RuleCase> gateAndEvidenceCases();
QList<RuleCase> fileCases();
QList<RuleCase> tidyAndBranchCases();
QList<RuleCase> settingCases();
QList<RuleCase> patternCases();

/// A plan of the mandatory workflow that the standard profile has nothing against.
Plan standardPlan();

} // namespace baton::test
