// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/nearest.h"
#include "model/rules/rule.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

const QString defaultLabel = u"default"_s;

/// One branch: the need that takes it.
struct Branch
{
    NodeKey holder;
    int item;
};

/// The branches and the unconditional needs of every deciding task, in file order.
struct Decision
{
    NodeKey task;
    QList<Branch> branches;
    bool goesOnAnyway = false;
    QSet<QString> taken;
};

QList<Decision> decisions(const Facts &facts)
{
    QHash<NodeKey, qsizetype> place;
    QList<Decision> result;
    if (!facts.hasBranches())
        return result;
    for (const auto &slot : facts.contents().tasks) {
        const TaskEntry &entry = facts.task(slot.key);
        for (qsizetype i = 0; i < entry.needs.size(); ++i) {
            const QStringList &when = entry.task->needs.at(i).when;
            if (when.isEmpty() || entry.needs[i].kind() != NodeKind::Task)
                continue;
            const auto known = place.constFind(entry.needs[i]);
            const qsizetype at = known == place.constEnd() ? result.size() : *known;
            if (at == result.size()) {
                place.insert(entry.needs[i], at);
                result.append(Decision{entry.needs[i], {}, false, {}});
            }
            result[at].branches.append({slot.key, int(i)});
            result[at].taken.unite(QSet<QString>(when.begin(), when.end()));
        }
    }
    if (result.isEmpty())
        return result;
    for (const auto &slot : facts.contents().tasks) {
        const TaskEntry &entry = facts.task(slot.key);
        for (qsizetype i = 0; i < entry.needs.size(); ++i) {
            const auto known = place.constFind(entry.needs[i]);
            if (known != place.constEnd() && entry.task->needs.at(i).when.isEmpty())
                result[*known].goesOnAnyway = true;
        }
    }
    return result;
}

QStringList labelsOf(const TaskEntry &entry)
{
    QStringList labels = entry.task->outcomes;
    if (Facts::isValidation(entry))
        labels += {u"approved"_s, u"rejected"_s};
    return labels;
}

/// The edit that adds a label to a branch, or replaces one.
Edit withLabel(const Contents &contents, NodeKey holder, int item, const QString &label, const QString &instead = {})
{
    const Task *task = contents.task(holder);
    if (!task || item < 0 || item >= task->needs.size())
        return {};
    QList<Need> needs = task->needs;
    QStringList &when = needs[item].when;
    when.removeAll(instead);
    if (!when.contains(label))
        when.append(label);
    return Edit{}.set(holder, Field::Needs, needs);
}

class BranchWithoutDefaultRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    BranchWithoutDefaultRule()
        : Rule({u"branch-without-default"_s, Severity::Warning, Severity::Warning, false, tr("Branches without a default"),
                tr("Where the outcomes are not declared, one that no branch names would end the run in the middle."),
                tr("Seed 002, pattern 7: conditional branching")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        for (const Decision &decision : decisions(facts)) {
            if (!labelsOf(facts.task(decision.task)).isEmpty() || decision.taken.contains(defaultLabel) ||
                decision.goesOnAnyway)
                continue;
            const NodeKey last = decision.branches.last().holder;
            report.add(tr("%1 declares no outcomes, and none of its branches is the default: another outcome would end the "
                          "run there. Make one branch the default.").arg(facts.name(decision.task)),
                       {decision.task, last}, {Field::Outcomes},
                       {{u"make-default"_s, tr("Make %1 the default").arg(facts.name(last)), {}}});
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        for (const Decision &decision : decisions(facts)) {
            if (decision.task == problem.subjects.first())
                return withLabel(facts.contents(), decision.branches.last().holder, decision.branches.last().item, defaultLabel);
        }
        return {};
    }
};

class UnknownOutcomeRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    UnknownOutcomeRule()
        : Rule({u"unknown-outcome"_s, Severity::Warning, Severity::Warning, false, tr("A branch on an outcome that is none"),
                tr("A branch on a label that is never returned is never taken."), tr("Seed 002, pattern 7: conditional branching")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        checkTasks(facts, report);
        checkGates(facts, report);
        checkPhases(facts, report);
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        const NodeKey holder = problem.subjects.first();
        if (const Phase *phase = facts.contents().phase(holder); phase && fix.id == "use-nearest"_L1)
            return Edit{}.set(holder, Field::RepeatUntil, phase->repeatUntil.section(u'.', 0, 0) + u'.' + fix.argument.section(u'\n', 1));
        if (const Task *task = facts.contents().task(holder); task && fix.id == "drop-condition"_L1) {
            QList<Need> needs = task->needs;
            if (problem.item >= 0 && problem.item < needs.size())
                needs[problem.item].when.clear();
            return Edit{}.set(holder, Field::Needs, needs);
        }
        if (fix.id == "use-nearest"_L1)
            return withLabel(facts.contents(), holder, problem.item, fix.argument.section(u'\n', 1),
                             fix.argument.section(u'\n', 0, 0));
        const NodeKey decision = problem.subjects.value(1);
        const Task *task = facts.contents().task(decision);
        return task ? Edit{}.set(decision, Field::Outcomes, task->outcomes + QStringList{fix.argument}) : Edit{};
    }

private:
    static QList<QuickFix> fixesFor(const Facts &facts, NodeKey decision, const QString &label, const QStringList &labels)
    {
        QList<QuickFix> fixes;
        const QString near = nearest(label, labels);
        if (!near.isEmpty())
            fixes.append({u"use-nearest"_s, tr("Use “%1”").arg(near), label + u'\n' + near});
        fixes.append({u"declare-outcome"_s, tr("Declare it as an outcome of %1").arg(facts.name(decision)), label});
        return fixes;
    }

    /// A gate has no outcomes: it opens or it does not.
    static void checkGates(const Facts &facts, Report &report)
    {
        if (!facts.hasBranches())
            return;
        for (const auto &slot : facts.contents().tasks) {
            const TaskEntry &entry = facts.task(slot.key);
            for (qsizetype i = 0; i < entry.needs.size(); ++i) {
                if (entry.needs[i].kind() == NodeKind::Gate && !entry.task->needs.at(i).when.isEmpty())
                    report.add(tr("%1 waits for an outcome of %2, but a gate has none: what needs it goes on once it has passed. "
                                  "Leave the outcome out.").arg(facts.name(slot.key), facts.name(entry.needs[i])),
                               {slot.key, entry.needs[i]}, {Field::Needs, int(i)},
                               {{u"drop-condition"_s, tr("Wait for the gate alone"), {}}});
            }
        }
    }

    static void checkPhases(const Facts &facts, Report &report)
    {
        for (const auto &slot : facts.contents().phases) {
            const QString label = slot.node->repeatUntil.section(u'.', 1);
            const NodeKey decision = facts.ids().step(slot.node->repeatUntil.section(u'.', 0, 0));
            if (label.isEmpty() || decision.kind() != NodeKind::Task)
                continue;
            const QStringList labels = labelsOf(facts.task(decision));
            if (!labels.isEmpty() && !labels.contains(label))
                report.add(tr("%1 repeats until the outcome “%2” of %3, which declares no such outcome. Declare it, or use one "
                              "that it declares.").arg(facts.name(slot.key), label, facts.name(decision)),
                           {slot.key, decision}, {Field::RepeatUntil}, fixesFor(facts, decision, label, labels));
        }
    }

    static void checkTasks(const Facts &facts, Report &report)
    {
        for (const Decision &decision : decisions(facts)) {
            const QStringList labels = labelsOf(facts.task(decision.task));
            if (labels.isEmpty())
                continue;
            for (const Branch &branch : decision.branches) {
                for (const QString &label : facts.task(branch.holder).task->needs.at(branch.item).when) {
                    if (label == defaultLabel || labels.contains(label))
                        continue;
                    report.add(tr("%1 waits for the outcome “%2” of %3, which declares no such outcome. Declare it, or use "
                                  "one that it declares.")
                                   .arg(facts.name(branch.holder), label, facts.name(decision.task)),
                               {branch.holder, decision.task}, {Field::Needs, branch.item},
                               fixesFor(facts, decision.task, label, labels));
                }
            }
        }
    }
};

class UnhandledOutcomeRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    UnhandledOutcomeRule()
        : Rule({u"unhandled-outcome"_s, Severity::Warning, Severity::Warning, false, tr("An outcome that leads nowhere"),
                tr("When a declared outcome is returned and no branch takes it, the run ends in the middle."),
                tr("Seed 002, pattern 7: conditional branching")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        for (const Decision &decision : decisions(facts)) {
            if (decision.taken.contains(defaultLabel) || decision.goesOnAnyway)
                continue;
            const QStringList &outcomes = facts.task(decision.task).task->outcomes;
            for (qsizetype i = 0; i < outcomes.size(); ++i) {
                if (decision.taken.contains(outcomes.at(i)))
                    continue;
                QList<QuickFix> fixes;
                for (const Branch &branch : decision.branches.first(qMin<qsizetype>(2, decision.branches.size())))
                    fixes.append({u"take-branch"_s, tr("Let %1 take it").arg(facts.name(branch.holder)),
                                  QString::number(branch.holder.number()) + u' ' + QString::number(branch.item)});
                report.add(tr("No branch takes the outcome “%1” of %2: the run would end there. Add a branch for it, or a "
                              "default.").arg(outcomes.at(i), facts.name(decision.task)),
                           {decision.task}, {Field::Outcomes, int(i)}, fixes);
            }
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        const QString outcome = facts.contents().task(problem.subjects.first())->outcomes.value(problem.item);
        const NodeKey holder(NodeKind::Task, fix.argument.section(u' ', 0, 0).toUInt());
        return withLabel(facts.contents(), holder, fix.argument.section(u' ', 1).toInt(), outcome);
    }
};

class UnreachableTaskRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    UnreachableTaskRule()
        : Rule({u"unreachable-task"_s, Severity::Error, Severity::Error, false, tr("A task that can never run"),
                tr("Its branches exclude each other, so the run always skips it."), tr("Seed 002, pattern 7: conditional branching")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        for (const auto &[task, decision] : facts.guards().unreachable()) {
            const NodeKey key = facts.taskAt(task).key;
            const NodeKey decider = facts.taskAt(decision).key;
            report.add(tr("%1 can never run: no outcome of %2 takes all the branches that lead to it. Change one of the "
                          "branches.").arg(facts.name(key), facts.name(decider)),
                       {key, decider}, {Field::Needs}, {fixFor(facts, key, decider)});
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        const NodeKey key = problem.subjects.first();
        const QList<qsizetype> items = branchesOn(facts, key, problem.subjects.value(1));
        if (items.isEmpty())
            return {};
        QList<Need> needs = facts.contents().task(key)->needs;
        QStringList &when = needs[items.first()].when;
        if (items.size() == 1)
            when.clear();
        for (qsizetype i = items.size() - 1; i > 0; --i) {
            when += needs.at(items.at(i)).when;
            needs.removeAt(items.at(i));
        }
        when.removeDuplicates();
        return Edit{}.set(key, Field::Needs, needs);
    }

private:
    /// The needs of a task that wait for an outcome of another.
    static QList<qsizetype> branchesOn(const Facts &facts, NodeKey key, NodeKey decider)
    {
        QList<qsizetype> items;
        const TaskEntry &entry = facts.task(key);
        for (qsizetype i = 0; i < entry.needs.size(); ++i) {
            if (entry.needs[i] == decider && !entry.task->needs.at(i).when.isEmpty())
                items.append(i);
        }
        return items;
    }

    static QuickFix fixFor(const Facts &facts, NodeKey key, NodeKey decider)
    {
        if (branchesOn(facts, key, decider).size() > 1)
            return {u"merge-branches"_s, tr("Let any of these outcomes of %1 lead to it").arg(facts.name(decider)), {}};
        return {u"drop-condition"_s, tr("Let every outcome of %1 lead to it").arg(facts.name(decider)), {}};
    }
};

} // namespace

void addBranchRules(RuleList &rules)
{
    rules.push_back(std::make_unique<BranchWithoutDefaultRule>());
    rules.push_back(std::make_unique<UnknownOutcomeRule>());
    rules.push_back(std::make_unique<UnhandledOutcomeRule>());
    rules.push_back(std::make_unique<UnreachableTaskRule>());
}

} // namespace baton
