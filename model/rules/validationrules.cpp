// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/additions.h"
#include "model/rules/ownrepairs.h"
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
        OwnRepairs repairs(facts, entry);
        for (NodeKey key : facts.validated(entry)) {
            const int item = int(entry.validates.indexOf(key));
            if (key == entry.key) {
                report.add(tr("%1 validates itself. Let another task validate it.").arg(facts.name(key)), {key},
                           {Field::Validates, item});
                continue;
            }
            if (const QString who = facts.doers().shared(entry, facts.task(key)); !who.isEmpty()) {
                report.add(tr("%1 validates %2, its own work, in %3. Let somebody else validate it.")
                               .arg(u'@' + who, facts.name(key), facts.name(entry.key)),
                           {entry.key, key}, {Field::Persona}, fixes(facts, entry));
                continue;
            }
            if (const NodeKey repair = repairs.of(key); !repair.isNull())
                report.add(tr("%1 validates %2 in %3 after having fixed it in %4. Let somebody else validate it.")
                               .arg(u'@' + facts.doers().shared(entry, facts.task(repair)), facts.name(key), facts.name(entry.key),
                                    facts.name(repair)),
                           {entry.key, key, repair}, {Field::Persona}, fixes(facts, entry));
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
                const auto doers = facts.doers().numbersOf(entry);
                const auto who = std::find_if(doers.begin(), doers.end(),
                                              [&](int persona) { return implementers[size_t(persona)] >= 0; });
                if (builds || who == doers.end())
                    continue;
                const NodeKey built = facts.taskAt(implementers[size_t(*who)]).key;
                report.add(tr("%1 does %2 in the validation phase but worked on %3 before. Let somebody do it who did "
                              "not build.").arg(u'@' + facts.personaAt(*who).persona->id, facts.name(entry.key), facts.name(built)),
                           {entry.key, built}, {Field::Persona}, fixes(facts, entry));
            }
        }
    }
};

class NoValidationRule final : public NodeRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    NoValidationRule()
        : NodeRule({u"no-validation"_s, Severity::Warning, Severity::Error, false, tr("Work that nobody validates"),
                    tr("What is only claimed to work has not been shown to work: somebody else has to look at it."),
                    tr("Seed 003: adversarial validation; seed 001: the QA worker is critical")},
                   {NodeKind::Workflow, NodeKind::Task})
    {
    }

    /// In the core profile a plan that validates nothing is told once.
    int mood(const Facts &facts) const override
    {
        return facts.profile() == Profile::Core && facts.validations().isEmpty();
    }

    void checkNode(const Facts &facts, NodeKey key, Report &report) const override
    {
        // What says itself how severe this is, is told by itself.
        if ((key == workflowKey) != (mood(facts) != 0 && !report.isSetAt(key)))
            return;
        if (key != workflowKey) {
            if (isOpen(facts, facts.task(key)))
                report.add(tr("Nothing validates %1. Add a validation by somebody else.").arg(facts.name(key)), {key}, {},
                           {fixFor(facts, key)});
            return;
        }
        QList<NodeKey> open;
        for (const auto &slot : facts.contents().tasks) {
            if (isOpen(facts, facts.task(slot.key)) && !report.isSetAt(slot.key))
                open.append(slot.key);
        }
        if (!open.isEmpty())
            report.add(tr("Nothing in this plan is validated. Add a validation by somebody else."),
                       QList<NodeKey>{workflowKey} + open, {}, {fixFor(facts, open.first())}, Severity::Info);
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
                                          TaskKind::Validate, phaseFor(facts, first));
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
    static bool isOpen(const Facts &facts, const TaskEntry &entry)
    {
        if (entry.kind != TaskKind::Implement || !facts.validatorsOf(int(entry.key.number())).empty())
            return false;
        if (facts.profile() == Profile::Standard)
            return true;
        const std::vector<char> &counts = facts.validatedPhases();
        return counts.empty() || (entry.phase >= 0 && counts[size_t(entry.phase)]);
    }

    static QuickFix fixFor(const Facts &facts, NodeKey key)
    {
        return {u"add-validation"_s, tr("Add a validation of %1").arg(facts.name(key)), {}};
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

class ValidationIgnoredRule final : public GatheringRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    ValidationIgnoredRule()
        : GatheringRule({u"validation-ignored"_s, Severity::Warning, Severity::Error, false,
                tr("A validation that nothing waits for"),
                tr("A verdict that nobody waits for changes nothing: the work goes on although it was rejected."),
                tr("Seed 003, red flag: failed validations ignored")})
    {
    }

    bool concerns(const Facts &facts, const TaskEntry &entry) const override
    {
        return Facts::isValidation(entry) && (entry.phase < 0 || !facts.askingPhases()[size_t(entry.phase)]) &&
               !Facts::validated(entry).isEmpty() && !isAwaited(facts, entry.key);
    }

    void tell(const Facts &facts, const QList<NodeKey> &ignored, Report &report) const override
    {
        // In the core profile the last wave may validate at leisure.
        const int lastWave = facts.profile() == Profile::Core ? facts.graph().longestPath() - 1 : -1;
        for (NodeKey key : ignored) {
            const int wave = lastWave < 0 ? 0 : facts.depths()[key.number()];
            if (lastWave >= 0 && (wave < 0 || wave == lastWave))
                continue;
            report.add(tr("No gate and no task waits for the verdict of %1, so a rejection would change nothing. Let a "
                          "gate ask for it.").arg(facts.name(key)),
                       {key}, {}, {{u"let-gate-ask"_s, tr("Let a gate ask for the verdict"), {}}});
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
    /// A task needs it, or a sync point that asks for approval.
    static bool isAwaited(const Facts &facts, NodeKey key)
    {
        const PlanGraph &graph = facts.needsGraph();
        const std::span<const int> after = graph.digraph().after(graph.vertex(key));
        return std::any_of(after.begin(), after.end(), [&](int v) {
            return graph.isTask(v) || Facts::asksForApproval(*facts.contents().gate(graph.key(v)));
        });
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
