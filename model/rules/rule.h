// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/facts.h"

#include <QCoreApplication>

#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace baton {

class Rule;

/// Where in the inspector a finding shows.
struct Place
{
    std::optional<Field> field = {};
    int item = -1;
};

/// Takes a rule's findings and gives them their severity: the profile's, the file's, the task's.
class Report
{
public:
    /// \a before: what the rule has found elsewhere in the plan, before what it looks at now.
    Report(const Facts &facts, const Rule &rule, QList<Problem> &into, qsizetype before = 0);

    const Facts &facts() const { return m_facts; }
    /// Nothing about this node is wanted, so do not look for it.
    bool isOff(NodeKey subject) const { return severityAt(subject) == Severity::Off; }
    /// Whether the task says itself how severe this is.
    bool isSetAt(NodeKey subject) const { return ownSeverity(subject).has_value(); }
    /// How severe this is about a node.
    Severity severityAt(NodeKey subject, Severity atMost = Severity::Error) const;
    /// Puts what this rule has found in the order of the file.
    void sort();
    /// \a atMost lowers the rule's own severity for this finding; what the file says beats it.
    void add(const QString &message, const QList<NodeKey> &subjects, Place place = {}, const QList<QuickFix> &fixes = {},
             Severity atMost = Severity::Error);
    qsizetype count() const { return m_problems.size() - m_offset; } ///< What this rule has found so far.

private:
    std::optional<Severity> ownSeverity(NodeKey subject) const;
    bool isSetAsideAt(NodeKey subject) const;

    const Facts &m_facts;
    const Rule &m_rule;
    QList<Problem> &m_problems;
    qsizetype m_offset;
    Severity m_severity;
    bool m_isSet; ///< By the file.
};

/// One rule: what it finds and the edits that put it right. Stateless, so one of each serves everybody.
class Rule
{
public:
    explicit Rule(RuleInfo info) : m_info(std::move(info)) {}
    virtual ~Rule() = default;
    Q_DISABLE_COPY_MOVE(Rule)

    const RuleInfo &info() const { return m_info; }
    /// Could it say anything with this file's settings?
    bool isActive(const Facts &facts) const;
    virtual void check(const Facts &facts, Report &report) const = 0;
    /// Empty where the fix no longer applies.
    virtual Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const;

private:
    RuleInfo m_info;
};

/// A rule that looks at one node at a time: what it finds there depends on the node and what is tied to it.
class NodeRule : public Rule
{
public:
    /// \a kinds in the order in which findings are told.
    NodeRule(RuleInfo info, std::vector<NodeKind> kinds) : Rule(std::move(info)), m_kinds(std::move(kinds)) {}

    /// The rule, where it is one that looks at tasks and nothing else; else null.
    static const NodeRule *ofTasks(const Rule &rule);

    const std::vector<NodeKind> &kinds() const { return m_kinds; }
    void check(const Facts &facts, Report &report) const final;
    virtual void checkNode(const Facts &facts, NodeKey key, Report &report) const = 0;
    /// Could it find anything, with what the plan as a whole says?
    virtual bool isConcerned(const Facts &) const { return true; }
    /// What it goes by of the plan as a whole: when that differs, it looks at every node again.
    virtual int mood(const Facts &) const { return 0; }
    /// Calls \a act with the keys of all it looks at, in order.
    template <class Act>
    void forNodes(const Contents &contents, Act act) const
    {
        for (NodeKind kind : m_kinds) {
            if (kind == NodeKind::Workflow)
                act(workflowKey);
            withNodes(contents, kind, [&](const auto &nodes) {
                for (const auto &slot : nodes)
                    act(slot.key);
            });
        }
    }
    /// Proposing something is costly, so only so many findings come with it: those after them have fewer fixes.
    virtual qsizetype mostProposals() const { return std::numeric_limits<qsizetype>::max(); }

private:
    std::vector<NodeKind> m_kinds;
};

/// A rule that gathers the tasks of which one thing holds and speaks of them together.
class GatheringRule : public Rule
{
public:
    using Rule::Rule;
    void check(const Facts &facts, Report &report) const final;
    /// Speaks of what was gathered, of what is told with another severity apart. \a tasks in file order.
    void tellGathered(const Facts &facts, const QList<NodeKey> &tasks, Report &report) const;
    virtual bool concerns(const Facts &facts, const TaskEntry &entry) const = 0;
    /// What it goes by of the plan as a whole: when that differs, it tells what it has gathered again.
    virtual int mood(const Facts &) const { return 0; }
    /// \a tasks in file order, all told with one severity; those are left out for which the rule is off. Not called
    /// without any.
    virtual void tell(const Facts &facts, const QList<NodeKey> &tasks, Report &report) const = 0;
};

/// A rule that looks at one task at a time.
class TaskRule : public NodeRule
{
public:
    explicit TaskRule(RuleInfo info) : NodeRule(std::move(info), {NodeKind::Task}) {}
    void checkNode(const Facts &facts, NodeKey key, Report &report) const final { checkTask(facts, facts.task(key), report); }
    virtual void checkTask(const Facts &facts, const TaskEntry &entry, Report &report) const = 0;
};

/// Calls \a act with the keys of some tasks after those of others: many rules one after another look at tasks that are
/// still in the processor's cache.
template <class Act>
void forChunks(const NodeList<Task> &tasks, Act act)
{
    constexpr qsizetype size = 256;
    std::vector<NodeKey> keys;
    for (qsizetype begin = 0; begin < tasks.size(); begin += size) {
        keys.clear();
        for (qsizetype i = begin; i < qMin(begin + size, tasks.size()); ++i)
            keys.push_back(tasks.keyAt(i));
        act(std::span<const NodeKey>(keys));
    }
}

/// A task sets a rule aside by turning it off with a reason, but none that may not be lowered.
bool setsAside(const Task &task, const RuleInfo &rule);

using RuleList = std::vector<std::unique_ptr<Rule>>;

/// All rules, in the order of the rules' page. The one table.
const RuleList &allRules();

/// Says so where there were more patterns for files than were compared; asked once all rules have spoken.
QList<Problem> leftOut(const Facts &facts);

// The families that fill it.
void addIdentityRules(RuleList &rules);
void addOrderRules(RuleList &rules);
void addPersonaRules(RuleList &rules);
void addValidationRules(RuleList &rules);
void addFoundationRules(RuleList &rules);
void addStandardRules(RuleList &rules);
void addGateRules(RuleList &rules);
void addEvidenceRules(RuleList &rules);
void addFileRules(RuleList &rules);
void addWorktreeRules(RuleList &rules);
void addTidyRules(RuleList &rules);
void addBranchRules(RuleList &rules);
void addSettingRules(RuleList &rules);
void addSequenceRules(RuleList &rules);
void addPatternRules(RuleList &rules);

} // namespace baton
