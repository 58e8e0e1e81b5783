// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/rules.h"

#include "model/rules/rule.h"

namespace baton {

const RuleList &allRules()
{
    static const RuleList rules = [] {
        RuleList list;
        addIdentityRules(list);
        addOrderRules(list);
        addPersonaRules(list);
        addValidationRules(list);
        addFoundationRules(list);
        addStandardRules(list);
        addGateRules(list);
        addEvidenceRules(list);
        addFileRules(list);
        addTidyRules(list);
        addBranchRules(list);
        addSettingRules(list);
        addPatternRules(list);
        return list;
    }();
    return rules;
}

const QList<RuleInfo> &ruleInfos()
{
    static const QList<RuleInfo> infos = [] {
        QList<RuleInfo> list;
        for (const auto &rule : allRules())
            list.append(rule->info());
        return list;
    }();
    return infos;
}

QList<Problem> checkWorkflow(const Contents &contents, const CheckContext &context)
{
    const Facts facts(contents, context);
    QList<Problem> problems;
    for (const auto &rule : allRules()) {
        if (!rule->isActive(facts))
            continue;
        Report report(facts, *rule, problems);
        rule->check(facts, report);
    }
    return problems;
}

} // namespace baton
