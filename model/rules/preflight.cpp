// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/preflight.h"

#include "model/rules/facts.h"

#include <QCoreApplication>

#include <functional>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using State = PreflightItem::State;
using Section = PreflightItem::Section;
using Matches = std::function<bool(const Problem &)>;

/// What one role has to contribute.
struct RoleItem
{
    QString id;
    Section section;
    QString sentence;
    QLatin1String role;
    QString nobody; ///< Why it is missing, where no task does it.
    std::function<bool(const Facts &, const TaskEntry &)> does;
    Matches problem;
};

class Preflight
{
    Q_DECLARE_TR_FUNCTIONS(baton::Preflight)

public:
    Preflight(const Contents &contents, const PreflightContext &context)
        : m_context(context)
        , m_facts(contents, {context.profile, {}})
    {
    }

    QList<PreflightItem> items()
    {
        addRole({u"architecture"_s, Section::BeforeImplementation, tr("The @architect's task is complete, with evidence."),
                 "architect"_L1, tr("No task of @architect comes before the implementation."), isFoundation,
                 of({u"missing-architect"_s, u"no-foundation"_s})});
        addRole({u"user-flows"_s, Section::BeforeImplementation,
                 tr("The @ux-designer's task is complete, with evidence."), "ux-designer"_L1,
                 tr("No task of @ux-designer comes before the implementation."), isFoundation,
                 of({u"missing-ux-designer"_s, u"no-foundation"_s})});
        addRules({u"one-persona"_s, Section::BeforeImplementation, tr("Every task has exactly one persona.")},
                 of({u"no-persona"_s, u"many-personas"_s, u"combined-persona"_s}), !m_facts.contents().tasks.isEmpty(),
                 tr("%n task(s), one persona per task.", nullptr, int(m_facts.contents().tasks.size())),
                 tr("The plan has no tasks."));
        const bool validates = hasValidation();
        addRules({u"other-validators"_s, Section::BeforeImplementation,
                  tr("Who validates is not who implements.")},
                 of({u"validator-implemented"_s, u"self-validation"_s}), validates,
                 tr("No validating persona implements anything before."), tr("Nothing in this plan validates."));
        addEvidence();
        addRole({u"user-experience"_s, Section::BeforePhaseComplete, tr("@product-manager has validated the user experience."),
                 "product-manager"_L1, tr("No validation of @product-manager is planned."), isValidation,
                 [this](const Problem &problem) {
                     return (problem.rule == "missing-product-manager"_L1 && hasFix(problem, u"add-golden-path"_s, {})) ||
                            hasFix(problem, u"add-validation-phase"_s, {});
                 }});
        addRole({u"technical-validation"_s, Section::BeforePhaseComplete,
                 tr("@test-engineer has validated the technical side."), "test-engineer"_L1,
                 tr("No validation of @test-engineer is planned."), isValidation, [](const Problem &problem) {
                     return problem.rule == "missing-validation-roles"_L1 &&
                            (hasFix(problem, u"add-task"_s, u"test-engineer"_s) ||
                             hasFix(problem, u"add-validation-phase"_s, {}));
                 }});
        addRole({u"compatibility"_s, Section::BeforePhaseComplete, tr("@integration-engineer has confirmed the compatibility."),
                 "integration-engineer"_L1, tr("No task of @integration-engineer is planned."), isConfirmation,
                 of({u"no-integration"_s})});
        addRules({u"no-self-validation"_s, Section::BeforePhaseComplete, tr("Nobody has validated their own work.")},
                 of({u"self-validation"_s}), validates, tr("Every validation is somebody else's."),
                 tr("Nothing in this plan validates."));
        return m_items;
    }

private:
    static bool hasFix(const Problem &problem, const QString &fix, const QString &argument)
    {
        return std::any_of(problem.fixes.cbegin(), problem.fixes.cend(), [&](const QuickFix &candidate) {
            return candidate.id == fix && (argument.isEmpty() || candidate.argument == argument);
        });
    }
    static Matches of(const QStringList &rules)
    {
        return [rules](const Problem &problem) { return rules.contains(problem.rule); };
    }
    static bool isFoundation(const Facts &facts, const TaskEntry &entry)
    {
        const PhaseKind kind = facts.phaseKind(entry.phase);
        return kind == PhaseKind::Foundation || kind == PhaseKind::Planning;
    }
    static bool isValidation(const Facts &, const TaskEntry &entry) { return Facts::isValidation(entry); }
    static bool isConfirmation(const Facts &, const TaskEntry &entry)
    {
        return Facts::isValidation(entry) || entry.kind == TaskKind::Integrate || entry.kind == TaskKind::Test;
    }

    bool hasValidation() const
    {
        const auto &tasks = m_facts.contents().tasks;
        return std::any_of(tasks.begin(), tasks.end(),
                           [this](const auto &slot) { return Facts::isValidation(m_facts.task(slot.key)); });
    }

    const Problem *firstProblem(const Matches &matches) const
    {
        const auto found = std::find_if(m_context.problems.cbegin(), m_context.problems.cend(), [&](const Problem &problem) {
            return matches(problem) && problem.severity != Severity::Off;
        });
        return found == m_context.problems.cend() ? nullptr : &*found;
    }

    /// An item that holds where a rule has nothing to say.
    void addRules(PreflightItem item, const Matches &matches, bool isAsked, const QString &met, const QString &notAsked)
    {
        item.state = isAsked ? State::Met : State::NotAsked;
        item.why = isAsked ? met : notAsked;
        QList<Problem> found;
        std::copy_if(m_context.problems.cbegin(), m_context.problems.cend(), std::back_inserter(found), matches);
        if (!found.isEmpty()) {
            item.state = State::Missing;
            item.problem = found.first();
            item.why = found.first().message;
            if (found.size() > 1)
                item.why = tr("%1 And %n more.", nullptr, int(found.size()) - 1).arg(item.why);
            for (const Problem &problem : std::as_const(found))
                item.subjects += problem.subjects;
        } else {
            sayIfSetAside(item, matches);
        }
        m_items.append(item);
    }

    void sayIfSetAside(PreflightItem &item, const Matches &matches) const
    {
        for (const SuppressedProblem &aside : m_context.suppressed) {
            if (!matches(aside.problem))
                continue;
            item.state = State::NotAsked;
            item.why = aside.reason.isEmpty() ? tr("Set aside: %1").arg(aside.problem.message)
                                              : tr("Set aside (%1): %2").arg(aside.reason, aside.problem.message);
            item.subjects = aside.problem.subjects;
            return;
        }
    }

    void addRole(const RoleItem &wanted)
    {
        PreflightItem item{wanted.id, wanted.section, wanted.sentence, State::Missing, wanted.nobody};
        QList<NodeKey> tasks;
        for (const auto &slot : m_facts.contents().tasks) {
            const TaskEntry &entry = m_facts.task(slot.key);
            if (m_facts.isDoneBy(entry, wanted.role) && wanted.does(m_facts, entry))
                tasks.append(slot.key);
        }
        if (tasks.isEmpty()) {
            if (const Problem *problem = firstProblem(wanted.problem)) {
                item.problem = *problem;
                item.subjects = problem->subjects;
            } else if (m_facts.profile() == Profile::Core) {
                item.state = State::NotAsked;
                item.why = tr("The core profile does not ask for it.");
            } else {
                sayIfSetAside(item, wanted.problem);
            }
        } else {
            item.subjects = tasks;
            judge(item, tasks);
        }
        m_items.append(item);
    }

    /// Whether these tasks have done what is asked of them, or could.
    void judge(PreflightItem &item, const QList<NodeKey> &tasks) const
    {
        for (NodeKey key : tasks) {
            const Task &task = *m_facts.task(key).task;
            if (task.evidence.isEmpty() && task.deliverables.isEmpty()) {
                item.why = tr("%1 names no file that would prove it done.").arg(m_facts.name(key));
                item.subjects = {key};
                const Matches proof = [key](const Problem &problem) {
                    return problem.rule == "no-evidence"_L1 && problem.subjects.contains(key);
                };
                if (const Problem *problem = firstProblem(proof))
                    item.problem = *problem;
                return;
            }
        }
        item.state = State::Planned;
        item.why = tr("Planned: %1.").arg(m_facts.names(tasks));
        if (m_context.run)
            judgeRun(item, tasks);
    }

    void judgeRun(PreflightItem &item, const QList<NodeKey> &tasks) const
    {
        for (NodeKey key : tasks) {
            const TaskProof proof = m_context.run->value(key);
            if (proof.rejected || (proof.complete && !proof.verified && !proof.simulated)) {
                item.state = State::Missing;
                item.why = proof.rejected ? tr("%1 was rejected in this run.").arg(m_facts.name(key))
                                          : tr("%1 ended without its evidence.").arg(m_facts.name(key));
                item.subjects = {key};
                return;
            }
        }
        const auto isOpen = [&](NodeKey key) { return !m_context.run->value(key).complete; };
        const auto open = std::find_if(tasks.cbegin(), tasks.cend(), isOpen);
        if (open != tasks.cend()) {
            item.why = tr("%1 is not complete in this run.").arg(m_facts.name(*open));
            return;
        }
        const bool simulated = std::any_of(tasks.cbegin(), tasks.cend(),
                                           [&](NodeKey key) { return m_context.run->value(key).simulated; });
        item.state = simulated ? State::Planned : State::Met;
        item.why = simulated ? tr("Simulated: %1. Nothing of it was verified.").arg(m_facts.names(tasks))
                             : tr("Complete: %1.").arg(m_facts.names(tasks));
    }

    void addEvidence()
    {
        PreflightItem item{u"evidence"_s, Section::BeforePhaseComplete, tr("All evidence is there, and verified.")};
        const Contents &contents = m_facts.contents();
        QList<NodeKey> unproven; // Name nothing.
        QList<NodeKey> lacking;  // Ended without.
        int verified = 0;
        int simulated = 0;
        for (const auto &[key, task] : contents.tasks) {
            const TaskProof proof = m_context.run ? m_context.run->value(key) : TaskProof();
            if (task->evidence.isEmpty() && task->deliverables.isEmpty())
                unproven.append(key);
            else if (proof.complete && !proof.verified && !proof.simulated)
                lacking.append(key);
            verified += proof.complete && proof.verified && !proof.simulated;
            simulated += proof.complete && proof.simulated;
        }
        const Matches proof = of({u"no-evidence"_s});
        const bool asked = m_facts.profile() == Profile::Standard;
        if (contents.tasks.isEmpty()) {
            item.state = State::NotAsked;
            item.why = tr("The plan has no tasks.");
        } else if (!lacking.isEmpty()) {
            item.why = tr("Without their evidence: %1.").arg(m_facts.names(lacking));
            item.subjects = lacking;
        } else if (!unproven.isEmpty() && (asked || unproven.size() == contents.tasks.size())) {
            item.why = tr("No file would prove %n task(s) done: %1.", nullptr, int(unproven.size()))
                           .arg(m_facts.names(unproven));
            item.subjects = unproven;
            if (const Problem *problem = firstProblem(proof))
                item.problem = *problem;
            else
                sayIfSetAside(item, proof);
            if (!asked && item.state == State::Missing)
                item.state = State::NotAsked;
        } else {
            const int all = int(contents.tasks.size() - unproven.size());
            item.state = verified == all ? State::Met : State::Planned;
            item.why = !m_context.run ? tr("The proof is named for %n task(s).", nullptr, all)
                       : simulated > 0
                           ? tr("Nothing was verified of %n simulated task(s).", nullptr, simulated)
                           : tr("Verified so far: %1 of %2 tasks.").arg(verified).arg(all);
        }
        m_items.append(item);
    }

    const PreflightContext &m_context;
    Facts m_facts;
    QList<PreflightItem> m_items;
};

} // namespace

QList<PreflightItem> preflight(const Contents &contents, const PreflightContext &context)
{
    return Preflight(contents, context).items();
}

int missingCount(const QList<PreflightItem> &items)
{
    return int(std::count_if(items.cbegin(), items.cend(),
                             [](const PreflightItem &item) { return item.state == State::Missing; }));
}

} // namespace baton
