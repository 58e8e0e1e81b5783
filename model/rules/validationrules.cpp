// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/additions.h"
#include "model/rules/rule.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Assigns somebody else to a validation; shared by the two rules about who may validate.
template <class Base>
class OtherValidator : public Base
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    using Base::Base;

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const final
    {
        const NodeKey key = problem.subjects.first();
        if (fix.id == "assign-other-persona"_L1)
            return Edit{}.set(key, Field::Persona, QStringList{fix.argument});
        Additions additions(facts);
        const QString id = additions.otherPersona(facts.task(key), u"reviewer"_s);
        additions.edit().set(key, Field::Persona, QStringList{id});
        return additions.take();
    }

protected:
    static QList<QuickFix> fixes(const Facts &facts, const TaskEntry &entry)
    {
        QList<QuickFix> result;
        const QList<NodeKey> candidates = facts.candidates(entry);
        for (NodeKey key : candidates.first(qMin<qsizetype>(3, candidates.size()))) {
            const QString id = facts.contents().idOf(key);
            result.append({u"assign-other-persona"_s, tr("Assign @%1").arg(id), id});
        }
        if (result.isEmpty())
            result.append({u"add-validator"_s, tr("Add a reviewer and assign it"), {}});
        return result;
    }
};

class SelfValidationRule final : public OtherValidator<TaskRule>
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    SelfValidationRule()
        : OtherValidator({u"self-validation"_s, Severity::Error, Severity::Error, true,
                          tr("A persona that validates its own work"),
                          tr("Whoever made something sees what they meant, not what is there. Validation is adversarial."),
                          tr("Seed 003, red flag: any persona validating own work")})
    {
    }

    void checkTask(const Facts &facts, const TaskEntry &entry, Report &report) const override
    {
        for (NodeKey key : facts.validated(entry)) {
            const int item = int(entry.validates.indexOf(key));
            if (key == entry.key) {
                report.add(tr("%1 validates itself. Let another task validate it.").arg(facts.name(key)), {key},
                           {Field::Validates, item});
                continue;
            }
            if (Facts::samePersona(entry, facts.task(key))) {
                report.add(tr("%1 validates %2, its own work, in %3. Let somebody else validate it.")
                               .arg(facts.persona(entry), facts.name(key), facts.name(entry.key)),
                           {entry.key, key}, {Field::Persona}, fixes(facts, entry));
                continue;
            }
            for (int number : facts.fixesOf(int(key.number()))) {
                const TaskEntry &repair = facts.taskAt(number);
                if (repair.key == entry.key || !Facts::samePersona(entry, repair))
                    continue;
                report.add(tr("%1 validates %2 in %3 after having fixed it in %4. Let somebody else validate it.")
                               .arg(facts.persona(entry), facts.name(key), facts.name(entry.key), facts.name(repair.key)),
                           {entry.key, key, repair.key}, {Field::Persona}, fixes(facts, entry));
                break;
            }
        }
    }
};

class ValidatorImplementedRule final : public OtherValidator<Rule>
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    ValidatorImplementedRule()
        : OtherValidator({u"validator-implemented"_s, Severity::Warning, Severity::Error, false,
                          tr("A validator that helped to build"),
                          tr("All personas of the validation phase are different from those that implemented."),
                          tr("Seed 003, phase 2: validation personas are different from phase 1 implementers")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        for (NodeKey phase : facts.phasesOfKind(PhaseKind::Validation)) {
            const std::vector<int> &implementers = facts.implementersBefore(int(phase.number()));
            for (int number : facts.tasksIn(int(phase.number()))) {
                const TaskEntry &entry = facts.taskAt(number);
                const bool builds = entry.kind == TaskKind::Implement || entry.kind == TaskKind::Fix;
                if (builds || entry.persona < 0 || implementers[size_t(entry.persona)] < 0)
                    continue;
                const NodeKey built = facts.taskAt(implementers[size_t(entry.persona)]).key;
                report.add(tr("%1 does %2 in the validation phase but worked on %3 before. Let somebody do it who did "
                              "not build.").arg(facts.persona(entry), facts.name(entry.key), facts.name(built)),
                           {entry.key, built}, {Field::Persona}, fixes(facts, entry));
            }
        }
    }
};

class NoValidationRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    NoValidationRule()
        : Rule({u"no-validation"_s, Severity::Warning, Severity::Error, false, tr("Work that nobody validates"),
                tr("What is only claimed to work has not been shown to work: somebody else has to look at it."),
                tr("Seed 003: adversarial validation; seed 001: the QA worker is critical")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        const bool isCore = facts.profile() == Profile::Core;
        const std::vector<char> counts = phasesThatCount(facts);
        QList<NodeKey> open;
        bool someValidated = false;
        for (const auto &slot : facts.contents().tasks) {
            const TaskEntry &entry = facts.task(slot.key);
            someValidated |= Facts::isValidation(entry) && !facts.validated(entry).isEmpty();
            const bool inScope = counts.empty() || (entry.phase >= 0 && counts[size_t(entry.phase)]);
            if (entry.kind == TaskKind::Implement && inScope && facts.validatorsOf(int(slot.key.number())).empty())
                open.append(slot.key);
        }
        if (open.isEmpty())
            return;
        if (isCore && !someValidated) {
            report.add(tr("Nothing in this plan is validated. Add a validation by somebody else."),
                       QList<NodeKey>{workflowKey} + open, {}, {fixFor(facts, open.first())}, Severity::Info);
            return;
        }
        for (NodeKey key : std::as_const(open))
            report.add(tr("Nothing validates %1. Add a validation by somebody else.").arg(facts.name(key)), {key}, {},
                       {fixFor(facts, key)});
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        QList<NodeKey> open = problem.subjects;
        open.removeAll(workflowKey);
        if (open.isEmpty() || !facts.contents().task(open.first()))
            return {};
        Additions additions(facts);
        // One validation of all that one problem speaks of, or of the one task.
        const TaskEntry &first = facts.task(open.first());
        const QString title = open.size() == 1 ? tr("Validate %1").arg(first.task->displayTitle()) : tr("Validate the work");
        TaskEntry entry = first; // who could validate it: asked with a validation that does not exist yet
        Task proposed = additions.newTask(open.size() == 1 ? first.task->id + u"-validation"_s : u"validation"_s, title,
                                          TaskKind::Validate, {}, phaseFor(facts, first));
        for (NodeKey key : std::as_const(open))
            proposed.validates += facts.contents().idOf(key);
        entry.task = &proposed;
        entry.kind = TaskKind::Validate;
        entry.validates.clear();
        for (NodeKey key : std::as_const(open))
            entry.validates.append(key);
        entry.phase = proposed.phase.isEmpty() ? -1 : int(facts.ids().phase(proposed.phase).number());
        proposed.personas = {additions.otherPersona(entry, u"reviewer"_s)};
        additions.letGateAsk(proposed.id, entry.phase);
        additions.addTask(proposed);
        return additions.take();
    }

private:
    static QuickFix fixFor(const Facts &facts, NodeKey key)
    {
        return {u"add-validation"_s, tr("Add a validation of %1").arg(facts.name(key)), {}};
    }

    /// Phases before the last validation phase; empty = every task counts.
    static std::vector<char> phasesThatCount(const Facts &facts)
    {
        const QList<NodeKey> validations = facts.phasesOfKind(PhaseKind::Validation);
        if (validations.isEmpty())
            return {};
        std::vector<char> counts(facts.index().phases().size(), 0);
        for (int phase : facts.phasesBefore(int(validations.last().number())))
            counts[size_t(phase)] = 1;
        return counts;
    }

    /// The validation phase behind the task's, else its own phase.
    static QString phaseFor(const Facts &facts, const TaskEntry &entry)
    {
        if (entry.phase < 0)
            return {};
        for (NodeKey phase : facts.phasesOfKind(PhaseKind::Validation)) {
            const std::vector<int> before = facts.phasesBefore(int(phase.number()));
            if (std::find(before.begin(), before.end(), entry.phase) != before.end())
                return facts.contents().idOf(phase);
        }
        return entry.task->phase;
    }
};

class ValidationIgnoredRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    ValidationIgnoredRule()
        : Rule({u"validation-ignored"_s, Severity::Warning, Severity::Error, false,
                tr("A validation that nothing waits for"),
                tr("A verdict that nobody waits for changes nothing: the work goes on although it was rejected."),
                tr("Seed 003, red flag: failed validations ignored")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        const std::vector<char> asking = phasesThatAsk(facts);
        const int lastWave = facts.profile() == Profile::Core ? lastDepth(facts) : -1;
        for (const auto &slot : facts.contents().tasks) {
            const TaskEntry &entry = facts.task(slot.key);
            if (!Facts::isValidation(entry) || (entry.phase >= 0 && asking[size_t(entry.phase)]) ||
                facts.validated(entry).isEmpty() || isAwaited(facts, slot.key))
                continue;
            const int wave = lastWave < 0 ? 0 : facts.depths()[size_t(facts.graph().vertex(slot.key))];
            if (lastWave >= 0 && (wave < 0 || wave == lastWave))
                continue;
            report.add(tr("No gate and no task waits for the verdict of %1, so a rejection would change nothing. Let a "
                          "gate ask for it.").arg(facts.name(slot.key)),
                       {slot.key}, {}, {{u"let-gate-ask"_s, tr("Let a gate ask for the verdict"), {}}});
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        const NodeKey key = problem.subjects.first();
        const TaskEntry &entry = facts.task(key);
        Additions additions(facts);
        additions.letGateAsk(entry.task->id, entry.phase);
        return additions.take();
    }

private:
    static bool asksForApproval(const Gate &gate)
    {
        const QStringList criteria = Contents::effectiveCriteria(gate, true);
        return criteria.contains(nameOf(Criterion::Approved)) || criteria.contains(nameOf(Criterion::SignedOff));
    }

    /// By phase, whether a gate asks for the verdicts in it: its own, or for a fix phase the one that it fixes.
    static std::vector<char> phasesThatAsk(const Facts &facts)
    {
        std::vector<char> asking(facts.index().phases().size(), 0);
        for (const auto &slot : facts.contents().gates) {
            if (const int phase = facts.index().gate(slot.key).phase; phase >= 0 && asksForApproval(*slot.node))
                asking[size_t(phase)] = 1;
        }
        for (const auto &slot : facts.contents().phases) {
            const Gate *fixed = facts.contents().gate(facts.index().phase(slot.key).fixes);
            if (fixed && asksForApproval(*fixed))
                asking[slot.key.number()] = 1;
        }
        return asking;
    }

    /// A task needs it, or a sync point that asks for approval.
    static bool isAwaited(const Facts &facts, NodeKey key)
    {
        const PlanGraph &graph = facts.needsGraph();
        const std::span<const int> after = graph.digraph().after(graph.vertex(key));
        return std::any_of(after.begin(), after.end(), [&](int v) {
            return graph.isTask(v) || asksForApproval(*facts.contents().gate(graph.key(v)));
        });
    }

    static int lastDepth(const Facts &facts)
    {
        int last = 0;
        for (size_t task = 0; task < facts.index().tasks().size(); ++task)
            last = std::max(last, facts.depths()[task]);
        return last;
    }
};

class QaWithoutIssuesRule final : public TaskRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    QaWithoutIssuesRule()
        : TaskRule({u"qa-without-issues"_s, Severity::Warning, Severity::Error, false,
                    tr("A validation that lists no issues"),
                    tr("A bare yes or no cannot be acted on: a verdict comes with the list of what was found."),
                    tr("Seed 000: QA lists issues and gives a verdict")})
    {
    }

    void checkTask(const Facts &facts, const TaskEntry &entry, Report &report) const override
    {
        if (!Facts::isValidation(entry) || entry.task->verdict)
            return;
        const QString &type = facts.executorOf(entry).type;
        if (type != "shell"_L1 && type != "slurm"_L1)
            return;
        report.add(tr("%1 validates with a command that promises no verdict. Let it write a verdict with its issues to "
                      "$BATON_RESULT, and say so with verdict: true.").arg(facts.name(entry.key)),
                   {entry.key}, {Field::Verdict}, {{u"promise-verdict"_s, tr("It writes a verdict with issues"), {}}});
    }

    Edit fix(const Facts &, const Problem &problem, const QuickFix &) const override
    {
        return Edit{}.set(problem.subjects.first(), Field::Verdict, true);
    }
};

} // namespace

void addValidationRules(RuleList &rules)
{
    rules.push_back(std::make_unique<SelfValidationRule>());
    rules.push_back(std::make_unique<ValidatorImplementedRule>());
    rules.push_back(std::make_unique<NoValidationRule>());
    rules.push_back(std::make_unique<ValidationIgnoredRule>());
    rules.push_back(std::make_unique<QaWithoutIssuesRule>());
}

} // namespace baton
