// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/rule.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace baton {

Report::Report(const Facts &facts, const Rule &rule, QList<Problem> &into, qsizetype before)
    : m_facts(facts)
    , m_rule(rule)
    , m_problems(into)
    , m_offset(into.size() - before)
    , m_severity(rule.info().severity(facts.profile()))
    , m_isSet(false)
{
    if (rule.info().locked)
        return;
    const auto set = facts.info().rules.constFind(rule.info().id);
    if (set != facts.info().rules.constEnd()) {
        m_severity = set->severity;
        m_isSet = true;
    }
}

std::optional<Severity> Report::ownSeverity(NodeKey subject) const
{
    if (m_rule.info().locked || !m_facts.someTaskSetsRules() || subject.kind() != NodeKind::Task)
        return std::nullopt;
    const Task *task = m_facts.task(subject).task;
    const auto set = task->rules.constFind(m_rule.info().id);
    if (set != task->rules.constEnd() && (set->severity != Severity::Off || setsAside(*task, m_rule.info())))
        return set->severity;
    return std::nullopt;
}

Severity Report::severityAt(NodeKey subject, Severity atMost) const
{
    if (const std::optional<Severity> own = ownSeverity(subject))
        return *own;
    return m_isSet || m_rule.info().locked ? m_severity : qMin(m_severity, atMost);
}

void Report::sort()
{
    const auto &tasks = m_facts.contents().tasks;
    std::stable_sort(m_problems.begin() + m_offset, m_problems.end(), [&](const Problem &a, const Problem &b) {
        return tasks.indexOf(a.subjects.first()) < tasks.indexOf(b.subjects.first());
    });
}

bool Report::isSetAsideAt(NodeKey subject) const
{
    return subject.kind() == NodeKind::Task && setsAside(*m_facts.task(subject).task, m_rule.info());
}

void Report::add(const QString &message, const QList<NodeKey> &subjects, Place place, const QList<QuickFix> &fixes,
                 Severity atMost)
{
    const Severity severity = severityAt(subjects.isEmpty() ? workflowKey : subjects.first(), atMost);
    if (severity == Severity::Off)
        return;
    // What is between several tasks is agreed on at any of them.
    if (m_facts.someTaskSetsRules() &&
        std::any_of(subjects.begin(), subjects.end(), [this](NodeKey subject) { return isSetAsideAt(subject); }))
        return;
    Problem problem;
    problem.rule = m_rule.info().id;
    problem.severity = severity;
    problem.message = message;
    problem.subjects = subjects;
    problem.field = place.field;
    problem.item = place.item;
    problem.fixes = fixes;
    m_problems.append(std::move(problem));
}

bool setsAside(const Task &task, const RuleInfo &rule)
{
    const auto set = task.rules.constFind(rule.id);
    return !rule.locked && set != task.rules.constEnd() && set->severity == Severity::Off &&
           !set->reason.trimmed().isEmpty();
}

QList<Problem> leftOut(const Facts &facts)
{
    const QString prefix = facts.exhaustedPrefix();
    if (prefix.isNull())
        return {};
    Problem problem;
    problem.rule = u"ownership-conflict"_s;
    problem.severity = Severity::Warning;
    problem.message = prefix.isEmpty()
                          ? QCoreApplication::translate("Rules", "There are too many patterns for files to compare; only the first "
                                                                 "were, so two tasks may name the same file unnoticed. Let "
                                                                 "patterns begin with the folder that they are about.")
                          : QCoreApplication::translate("Rules", "Too many patterns that begin with “%1” to compare; only the first "
                                                                 "were, so two tasks may name the same file unnoticed. Name "
                                                                 "folders and files more exactly, or divide them by folder.")
                                .arg(prefix);
    problem.subjects = {workflowKey};
    return {problem};
}

bool Rule::isActive(const Facts &facts) const
{
    if (m_info.locked || facts.someTaskSetsRules())
        return true;
    const auto set = facts.info().rules.constFind(m_info.id);
    return (set == facts.info().rules.constEnd() ? m_info.severity(facts.profile()) : set->severity) != Severity::Off;
}

Edit Rule::fix(const Facts &, const Problem &, const QuickFix &) const
{
    return {};
}

const NodeRule *NodeRule::ofTasks(const Rule &rule)
{
    const auto *nodeRule = dynamic_cast<const NodeRule *>(&rule);
    return nodeRule && nodeRule->m_kinds == std::vector<NodeKind>{NodeKind::Task} ? nodeRule : nullptr;
}

void NodeRule::check(const Facts &facts, Report &report) const
{
    if (isConcerned(facts))
        forNodes(facts.contents(), [&](NodeKey key) { checkNode(facts, key, report); });
}

void GatheringRule::check(const Facts &facts, Report &report) const
{
    QList<NodeKey> tasks;
    for (const auto &slot : facts.contents().tasks) {
        if (concerns(facts, facts.task(slot.key)))
            tasks.append(slot.key);
    }
    tellGathered(facts, tasks, report);
}

void GatheringRule::tellGathered(const Facts &facts, const QList<NodeKey> &tasks, Report &report) const
{
    std::map<Severity, QList<NodeKey>> groups;
    for (NodeKey task : tasks) {
        if (!report.isOff(task))
            groups[report.severityAt(task)].append(task);
    }
    for (const auto &[severity, group] : groups)
        tell(facts, group, report);
    if (groups.size() > 1)
        report.sort();
}

} // namespace baton
