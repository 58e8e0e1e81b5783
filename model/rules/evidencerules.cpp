// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/rule.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

class NoEvidenceRule final : public GatheringRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    NoEvidenceRule()
        : GatheringRule({u"no-evidence"_s, Severity::Info, Severity::Error, false, tr("Done without proof"),
                tr("A task is complete when its files prove it. Without evidence or deliverables “done” is a claim."),
                tr("Seed 003: evidence for every task; red flag: missing evidence files")})
    {
    }

    bool concerns(const Facts &, const TaskEntry &entry) const override
    {
        return entry.task->evidence.isEmpty() && entry.task->deliverables.isEmpty();
    }

    void tell(const Facts &facts, const QList<NodeKey> &open, Report &report) const override
    {
        if (facts.profile() == Profile::Core) {
            report.add(open.size() == 1
                           ? tr("%1 names no file that would prove it done. Name its evidence.").arg(facts.name(open.first()))
                           : tr("%n tasks name no file that would prove them done: %1. Name their evidence.", nullptr,
                                int(open.size())).arg(facts.names(open)),
                       open, {Field::Evidence}, {{u"propose-evidence"_s, tr("Propose paths for evidence"), {}}});
            return;
        }
        for (NodeKey key : open)
            report.add(tr("%1 names no file that would prove it done. Name its evidence.").arg(facts.name(key)), {key},
                       {Field::Evidence}, {{u"propose-evidence"_s, tr("Propose %1").arg(pathFor(facts, key)), {}}});
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        Edit edit;
        for (NodeKey key : problem.subjects)
            edit.set(key, Field::Evidence, QStringList{pathFor(facts, key)});
        return edit;
    }

private:
    static QString pathFor(const Facts &facts, NodeKey key)
    {
        const QString id = facts.contents().idOf(key);
        return u"evidence/%1.md"_s.arg(facts.ids().step(id) == key && !id.contains(u'/') && !id.startsWith(u'.')
                                           ? id
                                           : u"task-%1"_s.arg(key.number() + 1));
    }
};

/// The mission lacks something that the planner hands to everyone.
class MissionRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    MissionRule(RuleInfo info, Field field) : Rule(std::move(info)), m_field(field) {}

    void check(const Facts &facts, Report &report) const override
    {
        const WorkflowInfo &mission = facts.info();
        const bool isSummary = m_field == Field::MissionSummary;
        const bool isThere = isSummary ? !mission.missionSummary.trimmed().isEmpty() : !mission.missionConstraints.isEmpty();
        if (isThere || (facts.profile() == Profile::Core && !hasPlanner(facts)))
            return;
        QList<QuickFix> fixes;
        if (isSummary && !mission.description.trimmed().isEmpty())
            fixes.append({u"use-description"_s, tr("Use the description as the mission"), {}});
        report.add(isSummary ? tr("The mission is not written down. Say in a sentence what everybody works for.")
                             : tr("The mission names no constraints. Say what must hold whatever is done."),
                   {workflowKey}, {m_field}, fixes);
    }

    Edit fix(const Facts &facts, const Problem &, const QuickFix &) const override
    {
        return Edit{}.set(workflowKey, Field::MissionSummary, facts.info().description.trimmed());
    }

private:
    static bool hasPlanner(const Facts &facts)
    {
        const auto &personas = facts.contents().personas;
        return std::any_of(personas.begin(), personas.end(),
                           [](const auto &slot) { return slot.node->role == Role::Planner; });
    }

    Field m_field;
};

} // namespace

void addEvidenceRules(RuleList &rules)
{
    using S = Severity;
    const auto mission = [&](const QString &id, const QString &title, const QString &why, Field field) {
        rules.push_back(std::make_unique<MissionRule>(
            RuleInfo{id, S::Warning, S::Error, false, title, why,
                     QCoreApplication::translate("Rules", "Seed 000: the planner states mission, inputs and constraints")},
            field));
    };
    rules.push_back(std::make_unique<NoEvidenceRule>());
    mission(u"missing-constraints"_s, QCoreApplication::translate("Rules", "A mission without constraints"),
            QCoreApplication::translate("Rules", "Workers and QA can only keep to limits that the planner has stated."),
            Field::MissionConstraints);
    mission(u"missing-mission"_s, QCoreApplication::translate("Rules", "A plan without a mission"),
            QCoreApplication::translate("Rules", "Everybody is handed the mission; without it each works for another goal."),
            Field::MissionSummary);
}

} // namespace baton
