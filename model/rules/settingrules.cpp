// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/nearest.h"
#include "model/rules/rule.h"
#include "model/rules/suppression.h"
#include "model/workflow/executortypes.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Work that costs no tokens of ours: commands, cluster jobs, people.
bool needsNoTokens(const Facts &facts, const TaskEntry &entry)
{
    const QString &type = facts.executorOf(entry).type;
    return type == "shell"_L1 || type == "slurm"_L1 || type == "human"_L1;
}

class NoBudgetRule final : public GatheringRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    NoBudgetRule()
        : GatheringRule({u"no-budget"_s, Severity::Info, Severity::Info, false, tr("No token budget"),
                tr("What a plan costs can be known before it runs, and noticed while it runs, only with budgets."),
                tr("Seed 001: use token budgets")})
    {
    }

    bool concerns(const Facts &facts, const TaskEntry &entry) const override
    {
        return !entry.task->budgetTokens && entry.task->budgetDuration.isEmpty() && !needsNoTokens(facts, entry);
    }

    void tell(const Facts &facts, const QList<NodeKey> &open, Report &report) const override
    {
        QList<QuickFix> fixes;
        if (const std::optional<qint64> median = facts.medianBudget())
            fixes.append({u"propose-budget"_s, tr("Give %1 tokens, as most others have").arg(*median), {}});
        report.add(tr("No token budget is given to %n task(s): %1. Say what each may cost.", nullptr, int(open.size()))
                       .arg(facts.names(open)),
                   open, {Field::BudgetTokens}, fixes);
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        Edit edit;
        const std::optional<qint64> median = facts.medianBudget();
        for (NodeKey key : problem.subjects) {
            if (median)
                edit.set(key, Field::BudgetTokens, median);
        }
        return edit;
    }
};

class TimeOnlyBudgetRule final : public TaskRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    TimeOnlyBudgetRule()
        : TaskRule({u"time-only-budget"_s, Severity::Info, Severity::Info, false, tr("A budget of time alone"),
                    tr("Agents are paid in tokens; how long they take says little about what they cost."),
                    tr("Seed 001: use token budgets, not time estimates")})
    {
    }

    void checkTask(const Facts &facts, const TaskEntry &entry, Report &report) const override
    {
        if (entry.task->budgetTokens || entry.task->budgetDuration.isEmpty() || needsNoTokens(facts, entry))
            return;
        QList<QuickFix> fixes;
        if (const std::optional<qint64> median = facts.medianBudget())
            fixes.append({u"propose-budget"_s, tr("Give it %1 tokens, as most others have").arg(*median), {}});
        report.add(tr("%1 is budgeted in time only. Say how many tokens it may use.").arg(facts.name(entry.key)),
                   {entry.key}, {Field::BudgetTokens}, fixes);
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        const std::optional<qint64> median = facts.medianBudget();
        return median ? Edit{}.set(problem.subjects.first(), Field::BudgetTokens, median) : Edit{};
    }
};

class OverBudgetRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    OverBudgetRule()
        : Rule({u"over-budget"_s, Severity::Warning, Severity::Warning, false, tr("More than the whole may cost"),
                tr("Estimates are multiplied by what reality has taught; the sum has to fit the cap before anything runs."),
                tr("Seed 001: reality multiplier 1.5 to 2")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        const double planned = facts.info().budgetTokens ? plannedTokens(facts) : 0;
        if (!facts.info().budgetTokens || planned <= double(*facts.info().budgetTokens))
            return;
        report.add(tr("The tasks come to %1 tokens with the multiplier, more than the cap of %2. Raise the cap or cut the plan.")
                       .arg(rounded(planned)).arg(*facts.info().budgetTokens),
                   {workflowKey}, {Field::BudgetTokens}, {{u"raise-cap"_s, tr("Raise the cap to %1").arg(rounded(planned)), {}}});
    }

    Edit fix(const Facts &facts, const Problem &, const QuickFix &) const override
    {
        return Edit{}.set(workflowKey, Field::BudgetTokens, std::optional<qint64>(rounded(plannedTokens(facts))));
    }

private:
    static double plannedTokens(const Facts &facts)
    {
        double sum = 0;
        for (qint64 tokens : facts.tokens())
            sum += double(qMax(qint64(0), tokens));
        return sum * facts.info().budgetMultiplier;
    }
    static qint64 rounded(double tokens)
    {
        constexpr double most = 9e18;
        return tokens < most ? qint64(std::ceil(tokens)) : std::numeric_limits<qint64>::max();
    }
};

class UnboundedLoopRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    UnboundedLoopRule()
        : Rule({u"unbounded-loop"_s, Severity::Error, Severity::Error, false, tr("A repetition without an end"),
                tr("Refinement is unrolled into a bounded number of rounds; without a bound it may never end."),
                tr("Seed 004: incremental refinement")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        for (const auto &[key, phase] : facts.contents().phases) {
            const bool repeats = phase->repeatMax || !phase->repeatUntil.isEmpty();
            if (repeats && phase->repeatMax.value_or(0) <= 0)
                report.add(tr("The phase %1 repeats without a bound. Say how many rounds it may take at most.").arg(facts.name(key)),
                           {key}, {Field::RepeatMax}, {{u"set-max"_s, tr("At most 3 rounds"), {}}});
        }
    }

    Edit fix(const Facts &, const Problem &problem, const QuickFix &) const override
    {
        return Edit{}.set(problem.subjects.first(), Field::RepeatMax, std::optional<qint64>(3));
    }
};

class NoExecutorRule final : public GatheringRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    NoExecutorRule()
        : GatheringRule({u"no-executor"_s, Severity::Info, Severity::Info, false, tr("Nothing that carries a task out"),
                tr("Without an executor a task is only simulated."), tr("The workflow format: executors")})
    {
    }

    bool concerns(const Facts &facts, const TaskEntry &entry) const override
    {
        return facts.executorOf(entry).isEmpty();
    }

    void tell(const Facts &facts, const QList<NodeKey> &open, Report &report) const override
    {
        report.add(tr("Without an executor, %n task(s) would be simulated: %1. Say what carries each out.", nullptr,
                      int(open.size())).arg(facts.names(open)),
                   open, {Field::Executor}, {{u"simulate"_s, tr("Say that they are simulated"), {}}});
    }

    Edit fix(const Facts &, const Problem &problem, const QuickFix &) const override
    {
        Edit edit;
        for (NodeKey key : problem.subjects)
            edit.set(key, Field::Executor, Executor{u"simulate"_s, {}});
        return edit;
    }
};

class UnknownExecutorRule final : public NodeRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    UnknownExecutorRule()
        : NodeRule({u"unknown-executor"_s, Severity::Info, Severity::Info, false, tr("An executor that is none"),
                    tr("What Baton does not know it can only simulate."), tr("The workflow format: executors")},
                   {NodeKind::Persona, NodeKind::Task})
    {
    }

    void checkNode(const Facts &facts, NodeKey key, Report &report) const override
    {
        const auto look = [&](const Executor &executor) {
            if (executor.isEmpty() || executorTypes().contains(executor.type))
                return;
            QList<QuickFix> fixes;
            const QString near = nearest(executor.type, executorTypes());
            for (const QString &type : {near, u"simulate"_s}) {
                if (!type.isEmpty() && (fixes.isEmpty() || fixes.first().argument != type))
                    fixes.append({u"use-executor"_s, tr("Use “%1”").arg(type), type});
            }
            report.add(executor.type.isEmpty()
                           ? tr("The executor of %1 has no type and would be simulated. Choose one.").arg(facts.name(key))
                           : tr("%1 names the executor “%2”, which does not exist, and would be simulated. Choose one of %3.")
                                 .arg(facts.name(key), executor.type, executorTypes().join(", "_L1)),
                       {key}, {Field::Executor}, fixes);
        };
        if (const Persona *persona = facts.contents().persona(key))
            look(persona->executor);
        else
            look(facts.task(key).task->executor);
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        const NodeKey key = problem.subjects.first();
        const Task *task = facts.contents().task(key);
        const Persona *persona = facts.contents().persona(key);
        Executor executor = task ? task->executor : persona ? persona->executor : Executor{};
        executor.type = fix.argument;
        return Edit{}.set(key, Field::Executor, executor);
    }
};

class BlurryRoleRule final : public TaskRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    BlurryRoleRule()
        : TaskRule({u"blurry-role"_s, Severity::Warning, Severity::Warning, false, tr("Work outside a role"),
                    tr("Planners plan, workers work, validators judge: who does everything is checked by nobody."),
                    tr("Seed 000: planner, worker, QA")})
    {
    }

    qsizetype mostProposals() const override { return 200; }

    void checkTask(const Facts &facts, const TaskEntry &entry, Report &report) const override
    {
        const Persona *persona = facts.personaOf(entry);
        if (!persona || Facts::fits(persona->role, entry.kind))
            return;
        QList<QuickFix> fixes;
        if (report.count() < mostProposals()) {
            const QList<NodeKey> candidates = facts.candidates(entry);
            for (NodeKey key : candidates.first(qMin<qsizetype>(2, candidates.size()))) {
                const QString id = facts.contents().idOf(key);
                fixes.append({u"assign-other-persona"_s, tr("Assign @%1").arg(id), id});
            }
        }
        // What a repair or a test is to others goes by its kind: who validates their own repair, what is tested.
        if (!Facts::isValidation(entry) && entry.kind != TaskKind::Fix && entry.kind != TaskKind::Test)
            fixes.append({u"plain-work"_s, tr("Make it plain work"), {}});
        report.add(tr("%1 has the role %2, but %3 is of the kind %4. Change the kind, or assign somebody whose role it is.")
                       .arg(facts.persona(entry), nameOf(persona->role), facts.name(entry.key), nameOf(entry.kind)),
                   {entry.key}, {Field::Kind}, fixes);
    }

    Edit fix(const Facts &, const Problem &problem, const QuickFix &fix) const override
    {
        const NodeKey key = problem.subjects.first();
        return fix.id == "plain-work"_L1 ? Edit{}.set(key, Field::Kind, TaskKind::Work)
                                         : Edit{}.set(key, Field::Persona, QStringList{fix.argument});
    }
};

class UnknownRuleRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    UnknownRuleRule()
        : Rule({u"unknown-rule"_s, Severity::Warning, Severity::Warning, false, tr("A rule setting without effect"),
                tr("A severity for a misspelt rule, or for one that is never lowered, changes nothing, although somebody "
                   "counts on it."),
                tr("The workflow format: settings.rules")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        look(facts, workflowKey, facts.info().rules, report);
        if (!facts.someTaskSetsRules())
            return;
        for (const auto &[key, task] : facts.contents().tasks) {
            if (!task->rules.isEmpty())
                look(facts, key, task->rules, report);
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        const NodeKey key = problem.subjects.first();
        const Task *task = facts.contents().task(key);
        RuleSettings settings = task ? task->rules : facts.info().rules;
        const QString wrong = fix.argument.section(u'\n', 0, 0);
        const RuleSetting setting = settings.take(wrong);
        if (fix.id == "use-nearest"_L1)
            settings.insert(fix.argument.section(u'\n', 1), setting);
        return Edit{}.set(key, Field::Rules, settings);
    }

private:
    static const QStringList &ids()
    {
        static const QStringList all = [] {
            QStringList list;
            for (const RuleInfo &info : ruleInfos())
                list += info.id;
            return list;
        }();
        return all;
    }
    /// A rule that is there, but the setting changes nothing.
    static void lookAtEffect(const Facts &facts, NodeKey key, const RuleInfo &rule, const RuleSetting &setting, Report &report)
    {
        QString message;
        if (rule.locked && setting.severity < rule.severity(facts.profile())) {
            message = key == workflowKey
                          ? tr("The settings lower the rule “%1”, but it is never lowered, so this has no effect. Remove it.").arg(rule.id)
                          : tr("%1 lowers the rule “%2”, but it is never lowered, so this has no effect. Remove it.")
                                .arg(facts.name(key), rule.id);
        } else if (!rule.locked && key != workflowKey && setting.severity == Severity::Off && setting.reason.trimmed().isEmpty()) {
            message = tr("%1 sets the rule “%2” aside without a reason, so this has no effect. Say why: {severity: off, "
                         "reason: …}.").arg(facts.name(key), rule.id);
        }
        if (!message.isEmpty())
            report.add(message, {key}, {Field::Rules}, {{u"remove-setting"_s, tr("Remove the setting"), rule.id}});
    }

    static void look(const Facts &facts, NodeKey key, const RuleSettings &settings, Report &report)
    {
        for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
            if (const RuleInfo *info = ruleInfo(it.key())) {
                lookAtEffect(facts, key, *info, *it, report);
                continue;
            }
            QList<QuickFix> fixes;
            const QString near = nearest(it.key(), ids());
            if (!near.isEmpty() && !settings.contains(near))
                fixes.append({u"use-nearest"_s, tr("Use “%1”").arg(near), it.key() + u'\n' + near});
            fixes.append({u"remove-setting"_s, tr("Remove the setting"), it.key()});
            report.add(key == workflowKey
                           ? tr("The settings name the rule “%1”, which does not exist. Correct its name.").arg(it.key())
                           : tr("%1 names the rule “%2”, which does not exist. Correct its name.").arg(facts.name(key), it.key()),
                       {key}, {Field::Rules}, fixes);
        }
    }
};

} // namespace

void addSettingRules(RuleList &rules)
{
    rules.push_back(std::make_unique<BlurryRoleRule>());
    rules.push_back(std::make_unique<NoBudgetRule>());
    rules.push_back(std::make_unique<TimeOnlyBudgetRule>());
    rules.push_back(std::make_unique<OverBudgetRule>());
    rules.push_back(std::make_unique<UnboundedLoopRule>());
    rules.push_back(std::make_unique<NoExecutorRule>());
    rules.push_back(std::make_unique<UnknownExecutorRule>());
    rules.push_back(std::make_unique<UnknownRuleRule>());
}

} // namespace baton
