// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/additions.h"
#include "model/rules/newneeds.h"
#include "model/rules/rule.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// The three tasks of the mandatory foundation.
struct FoundationTask
{
    QLatin1String persona;
    QLatin1String id;
    const char *title;
};
constexpr FoundationTask architecture{"architect"_L1, "architecture"_L1, QT_TRANSLATE_NOOP("Rules", "Design the architecture")};
constexpr FoundationTask experience{"ux-designer"_L1, "user-flows"_L1, QT_TRANSLATE_NOOP("Rules", "Design the user flows")};
constexpr FoundationTask stories{"product-manager"_L1, "user-stories"_L1, QT_TRANSLATE_NOOP("Rules", "Write the user stories")};

void addFoundationTask(Additions &additions, const FoundationTask &task, const QString &phase)
{
    Task added = additions.newTask(task.id, QCoreApplication::translate("Rules", task.title), TaskKind::Plan, phase);
    additions.assign(added, task.persona);
    additions.addTask(added);
}

bool phaseHas(const Facts &facts, PhaseKind kind, QLatin1String persona)
{
    for (NodeKey phase : facts.phasesOfKind(kind)) {
        for (int number : facts.tasksIn(int(phase.number()))) {
            if (facts.isDoneBy(facts.taskAt(number), persona))
                return true;
        }
    }
    return false;
}

class NoFoundationRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    NoFoundationRule()
        : Rule({u"no-foundation"_s, Severity::Off, Severity::Error, false, tr("No foundation phase"),
                tr("Architecture, user flows and user stories come first; what is built without them is built twice."),
                tr("Seed 003, phase 0: mandatory, never skip")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        if (facts.phasesOfKind(PhaseKind::Foundation).isEmpty())
            report.add(tr("The plan has no foundation phase. Begin with one: architecture, user flows and user stories."),
                       {workflowKey}, {}, {{u"add-foundation"_s, tr("Add a foundation phase with its three tasks"), {}}});
    }

    Edit fix(const Facts &facts, const Problem &, const QuickFix &) const override
    {
        if (!facts.phasesOfKind(PhaseKind::Foundation).isEmpty())
            return {};
        Additions additions(facts);
        const QString phase = additions.addPhase(PhaseKind::Foundation, tr("Foundation"), 0);
        for (const FoundationTask &task : {architecture, experience, stories})
            addFoundationTask(additions, task, phase);
        Edit edit = additions.take();
        edit.append(behindFoundation(facts, edit));
        return edit;
    }

private:
    /// Lets those who would build before the new foundation stands wait for its gate, unless they wait for one who does.
    static Edit behindFoundation(const Facts &facts, const Edit &foundation)
    {
        const Contents draft = drafted(facts.contents(), foundation);
        const Facts then(draft, facts.context());
        const PlanGraph &graph = then.graph();
        const int phase = int(then.phasesOfKind(PhaseKind::Foundation).first().number());
        const NodeKey gate = then.gateAt(then.gatesOf(phase).front()).key;
        std::vector<char> behind = graph.closure(graph.vertex(gate), true);
        Edit edit;
        for (int v : graph.order()) {
            const std::span<const int> before = graph.digraph().before(v);
            if (std::any_of(before.begin(), before.end(), [&](int earlier) { return behind[size_t(earlier)]; }))
                behind[size_t(v)] = 1;
            if (behind[size_t(v)] || !graph.isTask(v) || then.taskAt(v).kind != TaskKind::Implement)
                continue;
            behind[size_t(v)] = 1;
            Need need;
            need.target = draft.idOf(gate);
            edit.set(graph.key(v), Field::Needs, then.taskAt(v).task->needs + QList<Need>{need});
        }
        return edit;
    }
};

/// The foundation lacks the task of one persona.
class MissingFoundationTaskRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    MissingFoundationTaskRule(RuleInfo info, const FoundationTask &task) : Rule(std::move(info)), m_task(task) {}

    void check(const Facts &facts, Report &report) const override
    {
        const QList<NodeKey> phases = facts.phasesOfKind(PhaseKind::Foundation);
        if (phases.isEmpty() || phaseHas(facts, PhaseKind::Foundation, m_task.persona))
            return;
        report.add(tr("The foundation has no task of @%1. Add it before anything is built.").arg(m_task.persona),
                   {phases.first()}, {}, {{u"add-task"_s, tr("Add a task of @%1").arg(m_task.persona), {}}});
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        Additions additions(facts);
        addFoundationTask(additions, m_task, facts.contents().idOf(problem.subjects.first()));
        return additions.take();
    }

private:
    FoundationTask m_task;
};

class MissingProductManagerRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    MissingProductManagerRule()
        : Rule({u"missing-product-manager"_s, Severity::Off, Severity::Warning, false,
                tr("No user stories, or nobody who checks them"),
                tr("The product manager says at the start what users need, and checks at the end that they got it."),
                tr("Seed 003: user stories in phase 0, golden path validation in phase 2")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        const QList<NodeKey> foundations = facts.phasesOfKind(PhaseKind::Foundation);
        if (!foundations.isEmpty() && !phaseHas(facts, PhaseKind::Foundation, stories.persona))
            report.add(tr("The foundation has no user stories by @product-manager. Add them."), {foundations.first()}, {},
                       {{u"add-stories"_s, tr("Add the user stories"), {}}});
        const QList<NodeKey> validations = facts.phasesOfKind(PhaseKind::Validation);
        if (!validations.isEmpty() && !phaseHas(facts, PhaseKind::Validation, stories.persona))
            report.add(tr("Nobody validates the golden path: the validation phase has no task of @product-manager. Add it."),
                       {validations.first()}, {}, {{u"add-golden-path"_s, tr("Add the golden path validation"), {}}});
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        const QString phase = facts.contents().idOf(problem.subjects.first());
        Additions additions(facts);
        if (fix.id == "add-stories"_L1) {
            addFoundationTask(additions, stories, phase);
            return additions.take();
        }
        Task task = additions.newTask(u"golden-path"_s, tr("Validate the golden path"), TaskKind::Validate, phase);
        task.validates = additions.implementedBefore(phase);
        additions.assign(task, stories.persona);
        additions.addTask(task);
        return additions.take();
    }
};

class ImplementationBeforeArchitectureRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    ImplementationBeforeArchitectureRule()
        : Rule({u"implementation-before-architecture"_s, Severity::Off, Severity::Error, false,
                tr("Building before the foundation stands"),
                tr("Implementation begins when the foundation gate has passed, not before."),
                tr("Seed 003, red flag: implementation before architecture")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        const QList<NodeKey> phases = facts.phasesOfKind(PhaseKind::Foundation);
        if (phases.isEmpty())
            return; // no-foundation says so
        const PlanGraph &graph = facts.graph();
        std::vector<int> gates;
        for (NodeKey phase : phases) {
            for (int gate : facts.gatesOf(int(phase.number())))
                gates.push_back(graph.vertex(facts.gateAt(gate).key));
        }
        if (gates.empty())
            return; // phase-without-gate says so
        const std::vector<char> behind = behindAny(graph, gates);
        std::vector<Arc> early; // from the gate to what is built without it
        for (const auto &slot : facts.contents().tasks) {
            const int v = graph.vertex(slot.key);
            if (facts.task(slot.key).kind == TaskKind::Implement && !behind[size_t(v)] && graph.rank()[size_t(v)] >= 0)
                early.push_back({gates.front(), v});
        }
        const std::vector<char> mayNeed = early.empty() ? std::vector<char>() : NewNeeds(facts).allowed(early);
        const NodeKey gate = graph.key(gates.front());
        for (size_t i = 0; i < early.size(); ++i) {
            const NodeKey key = graph.key(early[i].to);
            QList<QuickFix> fixes;
            const bool comesLater = facts.isBehind(gate, key);
            if (!comesLater && mayNeed[i])
                fixes.append({u"need-gate"_s, tr("Let it need %1").arg(facts.name(gate)), facts.contents().idOf(gate)});
            if (const NodeKey phase = comesLater ? phaseBehind(facts, behind) : NodeKey(); !phase.isNull())
                fixes.append({u"move-task"_s, tr("Move it to the phase %1").arg(facts.name(phase)), facts.contents().idOf(phase)});
            report.add(tr("%1 is built before the foundation stands. Let it wait for %2.")
                           .arg(facts.name(key), facts.name(gate)),
                       {key, gate}, {Field::Needs}, fixes);
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        const NodeKey key = problem.subjects.first();
        const Task *task = facts.contents().task(key);
        if (!task)
            return {};
        if (fix.id == "move-task"_L1)
            return Edit{}.set(key, Field::Phase, fix.argument);
        Need need;
        need.target = fix.argument;
        return Edit{}.set(key, Field::Needs, task->needs + QList<Need>{need});
    }

private:
    static std::vector<char> behindAny(const PlanGraph &graph, const std::vector<int> &vertices)
    {
        std::vector<char> behind(size_t(graph.digraph().size()), 0);
        std::vector<int> open = vertices;
        while (!open.empty()) {
            const int v = open.back();
            open.pop_back();
            for (int next : graph.digraph().after(v)) {
                if (!behind[size_t(next)]) {
                    behind[size_t(next)] = 1;
                    open.push_back(next);
                }
            }
        }
        return behind;
    }

    static NodeKey phaseBehind(const Facts &facts, const std::vector<char> &behind)
    {
        for (const auto &[key, phase] : facts.contents().phases) {
            if (phase->kind == PhaseKind::Implementation && behind[size_t(facts.graph().opens(int(key.number())))])
                return key;
        }
        return {};
    }
};

} // namespace

void addFoundationRules(RuleList &rules)
{
    using S = Severity;
    rules.push_back(std::make_unique<NoFoundationRule>());
    rules.push_back(std::make_unique<MissingFoundationTaskRule>(
        RuleInfo{u"missing-architect"_s, S::Off, S::Error, false,
                 QCoreApplication::translate("Rules", "A foundation without an architect"),
                 QCoreApplication::translate("Rules", "Boundaries and data flow are decided once, before many build at the same time."),
                 QCoreApplication::translate("Rules", "Seed 003, red flag: missing @architect foundation")},
        architecture));
    rules.push_back(std::make_unique<MissingFoundationTaskRule>(
        RuleInfo{u"missing-ux-designer"_s, S::Off, S::Error, false,
                 QCoreApplication::translate("Rules", "A foundation without a UX designer"),
                 QCoreApplication::translate("Rules", "What users walk through is designed before it is built, not discovered afterwards."),
                 QCoreApplication::translate("Rules", "Seed 003, red flag: missing @ux-designer foundation")},
        experience));
    rules.push_back(std::make_unique<MissingProductManagerRule>());
    rules.push_back(std::make_unique<ImplementationBeforeArchitectureRule>());
}

} // namespace baton
