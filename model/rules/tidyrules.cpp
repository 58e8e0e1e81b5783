// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/additions.h"
#include "model/rules/rule.h"
#include "model/rules/splitnames.h"
#include "model/workflow/references.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Looking for a detour of one task's needs ends here in a hostile graph; none of them is called redundant then.
constexpr int mostSteps = 20'000;

class RedundantNeedRule final : public TaskRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    RedundantNeedRule()
        : TaskRule({u"redundant-need"_s, Severity::Info, Severity::Info, false, tr("A need that others imply"),
                tr("What is needed anyway through another need only makes the picture harder to read."),
                tr("Seed 001: clear dependencies")})
    {
    }

    void checkTask(const Facts &facts, const TaskEntry &entry, Report &report) const override
    {
        const PlanGraph &graph = facts.needsGraph();
        if (entry.needs.size() < 2 || graph.rank()[entry.key.number()] < 0)
            return;
        QVarLengthArray<int, 16> needs;
        for (NodeKey need : entry.needs) {
            if (!need.isNull() && need != entry.key) // self-need says that
                needs.push_back(graph.vertex(need));
        }
        const auto bypassed = graph.ledToByOthers(needs, mostSteps);
        qsizetype known = 0;
        for (qsizetype i = 0; i < entry.needs.size(); ++i) {
            if (entry.needs[i].isNull() || entry.needs[i] == entry.key)
                continue;
            const bool isDetour = bypassed[known++] && !speaksOfItsNeeds(entry, entry.task->needs.at(i));
            const Need &need = entry.task->needs.at(i);
            if (need.when.isEmpty() && need.files.isEmpty() && need.reason.isEmpty() && (isDetour || isDoubled(entry, i)))
                report.add(tr("%1 needs %2 anyway, through another need. Remove this one.")
                               .arg(facts.name(entry.key), facts.name(entry.needs[i])),
                           {entry.key, entry.needs[i]}, {Field::Needs, int(i)},
                           {{u"remove-need"_s, tr("Remove the need"), {}, true}});
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        const NodeKey key = problem.subjects.first();
        const Task *task = facts.contents().task(key);
        if (!task || problem.item < 0 || problem.item >= task->needs.size())
            return {};
        QList<Need> needs = task->needs;
        needs.removeAt(problem.item);
        return Edit{}.set(key, Field::Needs, needs);
    }

private:
    /// The need says more than what comes first: it is what is tested, mended or validated here.
    static bool speaksOfItsNeeds(const TaskEntry &entry, const Need &need)
    {
        if (entry.kind == TaskKind::Test || entry.kind == TaskKind::Fix)
            return true;
        return Facts::isValidation(entry) && entry.validates.isEmpty() && need.type != NeedType::Knowledge;
    }

    /// The same task is needed by another item too: of two plain ones the later is redundant.
    static bool isDoubled(const TaskEntry &entry, qsizetype item)
    {
        for (qsizetype i = 0; i < entry.needs.size(); ++i) {
            const Need &other = entry.task->needs.at(i);
            const bool isPlain = other.when.isEmpty() && other.files.isEmpty() && other.reason.isEmpty();
            if (i != item && entry.needs[i] == entry.needs[item] && (!isPlain || i < item) &&
                speaksOfItsNeeds(entry, other) == speaksOfItsNeeds(entry, entry.task->needs.at(item)))
                return true;
        }
        return false;
    }
};

/// What is not used is offered for removal; shared by the three rules below.
template <class Base>
class UnusedRule : public Base
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    using Base::Base;

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        return removingNodes(facts.contents(), problem.subjects);
    }

protected:
    static QList<QuickFix> removal() { return {{u"remove"_s, tr("Remove it"), {}}}; }
};

class IsolatedTaskRule final : public UnusedRule<GatheringRule>
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    IsolatedTaskRule()
        : UnusedRule({u"isolated-task"_s, Severity::Info, Severity::Info, false, tr("A task that is tied to nothing"),
                      tr("What nothing needs and what needs nothing is often left over, or its needs were forgotten."),
                      tr("Seed 001: explicit dependencies")})
    {
    }

    bool concerns(const Facts &facts, const TaskEntry &entry) const override
    {
        const Digraph &graph = facts.graph().digraph();
        const int v = facts.graph().vertex(entry.key);
        return graph.before(v).empty() && graph.after(v).empty();
    }

    void tell(const Facts &facts, const QList<NodeKey> &alone, Report &report) const override
    {
        // In a plan of independent tasks they all are; that is a pattern, not an oversight.
        const auto &tasks = facts.contents().tasks;
        if (std::all_of(tasks.begin(), tasks.end(), [&](const auto &slot) { return concerns(facts, facts.task(slot.key)); }))
            return;
        report.add(tr("Nothing needs %1, and it needs nothing and is in no phase. Draw its needs, or remove it.")
                       .arg(facts.names(alone)),
                   alone, {Field::Needs}, removal());
    }
};

class UnusedPersonaRule final : public UnusedRule<Rule>
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    UnusedPersonaRule()
        : UnusedRule({u"unused-persona"_s, Severity::Info, Severity::Info, false, tr("A persona without a task"),
                      tr("Somebody who does nothing is either left over or was forgotten."), tr("Seed 000: select personas")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        std::vector<char> used(facts.index().personas().size(), 0);
        const auto use = [&](const QString &reference) {
            for (const QString &id : QStringList{reference} + splitNames(facts, reference)) {
                if (const NodeKey key = facts.index().persona(id); !key.isNull())
                    used[key.number()] = 1;
            }
        };
        for (const auto &slot : facts.contents().tasks) {
            if (const int persona = facts.task(slot.key).persona; persona >= 0)
                used[size_t(persona)] = 1;
            else
                std::for_each(slot.node->personas.begin(), slot.node->personas.end(), use);
        }
        for (const auto &slot : facts.contents().gates)
            std::for_each(slot.node->signOff.begin(), slot.node->signOff.end(), use);
        for (const auto &slot : facts.contents().personas) {
            if (!used[slot.key.number()])
                report.add(tr("%1 does nothing in this plan. Give it a task, or remove it.").arg(facts.name(slot.key)),
                           {slot.key}, {}, removal());
        }
    }
};

class EmptyPhaseRule final : public UnusedRule<Rule>
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    EmptyPhaseRule()
        : UnusedRule({u"empty-phase"_s, Severity::Info, Severity::Info, false, tr("A phase without tasks"),
                      tr("A phase in which nothing is done only delays the picture."), tr("Seed 003: phases of tasks")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        for (const auto &slot : facts.contents().phases) {
            const int number = int(slot.key.number());
            if (facts.tasksIn(number).empty())
                report.add(tr("The phase %1 has no tasks. Drop some into it, or remove it.").arg(facts.name(slot.key)),
                           {slot.key}, {}, canBeBypassed(facts, number) ? removal() : QList<QuickFix>());
        }
    }

    /// Whoever comes after the phase comes after those before it from then on.
    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        const Contents &contents = facts.contents();
        const NodeKey key = problem.subjects.first();
        if (!contents.phase(key) || !canBeBypassed(facts, int(key.number())))
            return {};
        Edit edit = bypassing(facts, int(key.number()));
        edit.append(removingNodes(drafted(contents, edit), {key}));
        return edit;
    }

private:
    /// Nothing fixes its gates, and who needs them can need the gates of the phases before instead.
    static bool canBeBypassed(const Facts &facts, int phase)
    {
        const auto isOfPhase = [&](NodeKey gate) { return !gate.isNull() && facts.index().gate(gate).phase == phase; };
        for (const auto &slot : facts.contents().phases) {
            if (isOfPhase(facts.index().phase(slot.key).fixes))
                return false;
        }
        const PlanGraph &graph = facts.needsGraph();
        const std::vector<int> &gates = facts.gatesOf(phase);
        const bool isNeeded = std::any_of(gates.begin(), gates.end(), [&](int gate) {
            return !graph.digraph().after(graph.vertex(facts.gateAt(gate).key)).empty();
        });
        const auto &before = facts.phaseAt(phase).after;
        return !isNeeded || std::none_of(before.begin(), before.end(), [&](int other) { return facts.gatesOf(other).empty(); });
    }

    static Edit bypassing(const Facts &facts, int phase)
    {
        const Contents &contents = facts.contents();
        const QStringList removed{facts.phaseAt(phase).phase->id};
        QStringList phases;
        QStringList gates;
        for (int before : facts.phaseAt(phase).after) {
            phases += facts.phaseAt(before).phase->id;
            for (int gate : facts.gatesOf(before))
                gates += facts.gateAt(gate).gate->id;
        }
        Edit edit;
        for (const auto &[key, other] : contents.phases) {
            // By default both come after the one listed before them.
            const bool isDefault = !other->after && !facts.phaseAt(phase).phase->after;
            if (facts.index().phase(key).after.contains(phase) && !isDefault)
                edit.set(key, Field::After, std::optional(replaced(other->after.value_or(removed), removed, phases)));
        }
        QStringList own;
        for (int gate : facts.gatesOf(phase))
            own += facts.gateAt(gate).gate->id;
        for (const auto &[key, task] : contents.tasks) {
            if (QList<Need> needs = redirected(task->needs, own, gates); needs != task->needs)
                edit.set(key, Field::Needs, std::move(needs));
        }
        for (const auto &[key, gate] : contents.gates) {
            if (const QStringList needs = replaced(gate->needs, own, gates); needs != gate->needs)
                edit.set(key, Field::Needs, needs);
        }
        return edit;
    }

    /// \a list with \a fresh in the place of what is \a gone, nothing twice.
    static QStringList replaced(const QStringList &list, const QStringList &gone, const QStringList &fresh)
    {
        QStringList result;
        for (const QString &id : list)
            result += gone.contains(id) ? fresh : QStringList{id};
        if (result != list)
            result.removeDuplicates();
        return result;
    }

    static QList<Need> redirected(const QList<Need> &needs, const QStringList &gone, const QStringList &fresh)
    {
        QList<Need> result;
        const auto hasNeed = [&](const QString &id) {
            const auto isOf = [&](const Need &need) { return need.target == id; };
            return std::any_of(needs.begin(), needs.end(), isOf) || std::any_of(result.begin(), result.end(), isOf);
        };
        for (const Need &need : needs) {
            if (!gone.contains(need.target)) {
                result += need;
                continue;
            }
            for (const QString &id : fresh) {
                Need other = need;
                other.target = id;
                if (!hasNeed(id))
                    result += other;
            }
        }
        return result;
    }
};

} // namespace

void addTidyRules(RuleList &rules)
{
    rules.push_back(std::make_unique<RedundantNeedRule>());
    rules.push_back(std::make_unique<IsolatedTaskRule>());
    rules.push_back(std::make_unique<UnusedPersonaRule>());
    rules.push_back(std::make_unique<EmptyPhaseRule>());
}

} // namespace baton
