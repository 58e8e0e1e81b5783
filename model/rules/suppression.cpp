// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/suppression.h"

#include "model/rules/rule.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Suppression
{
    Q_DECLARE_TR_FUNCTIONS(baton::Suppression)
};

/// Takes out what is turned off; says whether there was anything.
bool relax(RuleSettings &settings)
{
    return settings.removeIf([](RuleSettings::iterator it) { return it.value().severity == Severity::Off; }) > 0;
}

/// Where this problem is set aside; null where it is not.
NodeKey placeOf(const Contents &contents, const Problem &problem)
{
    const RuleInfo *info = ruleInfo(problem.rule);
    for (NodeKey subject : problem.subjects) {
        const Task *task = contents.task(subject);
        if (task && info && setsAside(*task, *info))
            return subject;
    }
    const auto set = contents.info.rules.constFind(problem.rule);
    return set != contents.info.rules.cend() && set->severity == Severity::Off ? workflowKey : NodeKey();
}

const RuleSettings &settingsAt(const Contents &contents, NodeKey where)
{
    const Task *task = contents.task(where);
    return task ? task->rules : contents.info.rules;
}

Error lockedError(const QString &rule)
{
    return {ErrorCode::Refused,
            Suppression::tr("The rule “%1” cannot be set aside: what it finds makes a plan that cannot be right. Correct "
                            "the plan instead.").arg(rule)};
}

} // namespace

QList<SuppressedProblem> suppressedProblems(const Contents &contents, const CheckContext &context)
{
    Contents relaxed = contents;
    bool any = relax(relaxed.info.rules);
    for (const auto &slot : contents.tasks) {
        if (slot.node->rules.isEmpty())
            continue;
        auto task = std::make_shared<Task>(*slot.node);
        if (!relax(task->rules))
            continue;
        any = true;
        relaxed.tasks.replace(slot.key, std::move(task));
    }
    if (!any)
        return {};
    QSet<QString> said;
    for (const Problem &problem : checkWorkflow(contents, context))
        said.insert(problem.rule + u' ' + problem.message);
    QList<SuppressedProblem> found;
    for (const Problem &problem : checkWorkflow(relaxed, context)) {
        const NodeKey where = placeOf(contents, problem);
        if (!where.isNull() && !said.contains(problem.rule + u' ' + problem.message))
            found.append({problem, where, settingsAt(contents, where).value(problem.rule).reason});
    }
    return found;
}

const RuleInfo *ruleInfo(const QString &rule)
{
    const QList<RuleInfo> &all = ruleInfos();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const RuleInfo &info) { return info.id == rule; });
    return found == all.cend() ? nullptr : &*found;
}

RuleSeverity severityOf(const RuleInfo &rule, const WorkflowInfo &info)
{
    if (rule.locked)
        return {rule.severity(info.profile), SeverityOrigin::Locked};
    const auto set = info.rules.constFind(rule.id);
    if (set != info.rules.cend())
        return {set->severity, SeverityOrigin::File};
    return {rule.severity(info.profile), SeverityOrigin::Profile};
}

NodeKey whereToSetAside(const Problem &problem, NodeKey wanted)
{
    const NodeKey first = problem.subjects.value(0);
    const auto &all = allRules();
    const auto rule = std::find_if(all.cbegin(), all.cend(), [&](const auto &one) { return one->info().id == problem.rule; });
    if (rule == all.cend() || (*rule)->info().locked || first.kind() != NodeKind::Task)
        return {};
    return wanted.kind() == NodeKind::Task && problem.subjects.contains(wanted) ? wanted : first;
}

Result<Edit> suppressing(const Contents &contents, NodeKey key, const QString &rule, const QString &reason)
{
    const Task *task = contents.task(key);
    const RuleInfo *info = ruleInfo(rule);
    if (!task || !info)
        return Error{ErrorCode::Refused,
                     Suppression::tr("Only what a rule says of a task can be set aside there. Change the rule's severity "
                                     "for the whole plan instead.")};
    if (info->locked)
        return lockedError(rule);
    if (reason.trimmed().isEmpty())
        return Error{ErrorCode::Refused,
                     Suppression::tr("Say why the rule is set aside here: whoever reads the plan next will ask.")};
    RuleSettings rules = task->rules;
    rules.insert(rule, {Severity::Off, reason.trimmed()});
    return Edit{}.set(key, Field::Rules, rules);
}

Edit restoring(const Contents &contents, NodeKey where, const QString &rule)
{
    if (where != workflowKey && !contents.task(where))
        return {};
    RuleSettings rules = settingsAt(contents, where);
    return rules.remove(rule) > 0 ? Edit{}.set(where, Field::Rules, rules) : Edit{};
}

Result<Edit> settingSeverity(const Contents &contents, const QString &rule, std::optional<Severity> severity)
{
    const RuleInfo *info = ruleInfo(rule);
    if (info && info->locked && severity)
        return lockedError(rule);
    RuleSettings rules = contents.info.rules;
    if (severity)
        rules[rule].severity = *severity;
    else
        rules.remove(rule);
    return rules == contents.info.rules ? Edit{} : Edit{}.set(workflowKey, Field::Rules, rules);
}

} // namespace baton
