// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/rules.h"

#include "model/rules/rule.h"

namespace baton {

namespace {

/// What one rule finds in a check of everything.
struct OneRule
{
    QList<Problem> problems;
    Report report;
    const NodeRule *ofTasks; ///< The rule, where it looks at tasks only.

    OneRule(const Facts &facts, const Rule &rule)
        : report(facts, rule, problems)
        , ofTasks(NodeRule::ofTasks(rule))
    {
    }
    Q_DISABLE_COPY_MOVE(OneRule)
};

} // namespace

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
        addWorktreeRules(list);
        addTidyRules(list);
        addBranchRules(list);
        addSettingRules(list);
        addSequenceRules(list);
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
    facts.prepare();
    std::vector<std::unique_ptr<OneRule>> all;
    std::vector<OneRule *> ofTasks;
    for (const auto &rule : allRules()) {
        if (!rule->isActive(facts))
            continue;
        OneRule &one = *all.emplace_back(std::make_unique<OneRule>(facts, *rule));
        if (!one.ofTasks)
            rule->check(facts, one.report);
        else if (one.ofTasks->isConcerned(facts))
            ofTasks.push_back(&one);
    }
    forChunks(contents.tasks, [&](std::span<const NodeKey> keys) {
        for (OneRule *one : ofTasks) {
            for (NodeKey key : keys)
                one->ofTasks->checkNode(facts, key, one->report);
        }
    });
    QList<Problem> problems;
    for (const auto &one : all)
        problems += one->problems;
    return problems + leftOut(facts);
}

} // namespace baton
