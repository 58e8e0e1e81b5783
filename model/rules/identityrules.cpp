// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/nearest.h"
#include "model/base/spelling.h"
#include "model/rules/additions.h"
#include "model/rules/rule.h"
#include "model/rules/splitnames.h"
#include "model/workflow/references.h"
#include "model/workflow/workflow.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Ids that a misspelt reference is compared with, and references that get a suggestion: a hostile file has
/// thousands of both.
constexpr qsizetype mostCandidates = 500;
constexpr qsizetype mostSuggestions = 100;

/// Calls \a act with the key and id of every node that has one.
template <class Act>
void forEachId(const Contents &contents, Act act)
{
    for (const auto &[key, node] : contents.personas)
        act(key, node->id);
    for (const auto &[key, node] : contents.phases)
        act(key, node->id);
    for (const auto &[key, node] : contents.tasks)
        act(key, node->id);
    for (const auto &[key, node] : contents.gates)
        act(key, node->id);
    for (const auto &[key, node] : contents.notes)
        act(key, node->id);
}

class DuplicateIdRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    DuplicateIdRule()
        : Rule({u"duplicate-id"_s, Severity::Error, Severity::Error, true, tr("Two things with one id"),
                tr("Needs, gates and runs name things by their id, so an id that stands twice names neither for sure."),
                tr("Seed 003: the letter C stands for two tasks")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        if (!facts.ids().hasDoubles())
            return;
        forEachId(facts.contents(), [&](NodeKey key, const QString &id) {
            const QList<NodeKey> all = facts.ids().allWithIdOf(key.kind(), id);
            if (all.size() < 2 || all.first() == key)
                return;
            const QString fresh = facts.ids().freshId(key.kind(), id);
            report.add(tr("The id “%1” stands twice. Give one of the two another id.").arg(id), {key, all.first()},
                       {Field::Id}, {{u"rename"_s, tr("Rename this one to “%1”").arg(fresh), fresh}});
        });
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        const NodeKey key = problem.subjects.first();
        return Edit{}.set(key, Field::Id, facts.ids().freshId(key.kind(), fix.argument));
    }
};

class BadIdRule final : public NodeRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    BadIdRule()
        : NodeRule({u"bad-id"_s, Severity::Error, Severity::Error, true, tr("An id that is none"),
                    tr("Ids become file, branch and log names, so they hold to letters, digits and hyphens."),
                    tr("The workflow format")},
                   {NodeKind::Persona, NodeKind::Phase, NodeKind::Task, NodeKind::Gate, NodeKind::Note})
    {
    }

    void checkNode(const Facts &facts, NodeKey key, Report &report) const override
    {
        const QString id = facts.contents().idOf(key);
        if (Workflow::isValidId(id))
            return;
        const QString fresh = freshId(facts, key);
        const QString message =
            id.isEmpty() ? tr("%1 has no id. Give it one, so that others can name it.").arg(facts.name(key))
                         : tr("“%1” is not an id: use a to z, digits and hyphens only, and begin with a letter or a digit.")
                               .arg(id);
        report.add(message, {key}, {Field::Id}, {{u"rename"_s, tr("Call it “%1”").arg(fresh), fresh, keepsLetters(id)}});
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        const NodeKey key = problem.subjects.first();
        const QString fresh = freshId(facts, key);
        const QList<NodeKey> all = facts.ids().allWithIdOf(key.kind(), facts.contents().idOf(key));
        Edit edit;
        if (!all.isEmpty() && all.first() == key)
            edit = rewritingReferences(facts.contents(), key, fresh);
        return edit.set(key, Field::Id, fresh);
    }

private:
    /// Whether every letter of it is still there in the id that is made of it.
    static bool keepsLetters(const QString &id)
    {
        const QString text = spelt(id);
        const auto isIn = [](QChar c) { return c < QChar(0x80) && c.isLetterOrNumber(); };
        const auto isLost = [](QChar c) { return c >= QChar(0x80) && (c.isLetterOrNumber() || c.isSurrogate()); };
        return std::any_of(text.begin(), text.end(), isIn) && std::none_of(text.begin(), text.end(), isLost);
    }
    static QString freshId(const Facts &facts, NodeKey key)
    {
        const QString id = facts.contents().idOf(key);
        return facts.ids().freshId(key.kind(), id.isEmpty() ? facts.contents().titleOf(key).left(40) : id);
    }
};

class SelfNeedRule final : public NodeRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    SelfNeedRule()
        : NodeRule({u"self-need"_s, Severity::Error, Severity::Error, true, tr("Something that waits for itself"),
                    tr("What waits for itself never starts."), tr("Seed 001: the graph of dependencies has no circle")},
                   {NodeKind::Task, NodeKind::Gate})
    {
    }

    void checkNode(const Facts &facts, NodeKey key, Report &report) const override
    {
        const auto look = [&](const auto &needs) {
            const auto own = std::find(needs.begin(), needs.end(), key);
            if (own != needs.end())
                report.add(tr("%1 needs itself and would never start. Remove that need.").arg(facts.name(key)), {key},
                           {Field::Needs, int(own - needs.begin())},
                           {{u"remove-need"_s, tr("Remove the need"), {}, true}});
        };
        if (key.kind() == NodeKind::Task)
            look(facts.task(key).needs);
        else
            look(facts.index().gate(key).needs);
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        const NodeKey key = problem.subjects.first();
        Edit edit;
        if (const Task *task = facts.contents().task(key)) {
            QList<Need> needs = task->needs;
            if (needs.removeIf([&](const Need &need) { return need.target == task->id; }))
                edit.set(key, Field::Needs, needs);
        } else if (const Gate *gate = facts.contents().gate(key)) {
            QStringList needs = gate->needs;
            if (needs.removeAll(gate->id))
                edit.set(key, Field::Needs, needs);
        }
        return edit;
    }
};

/// One reference as it is written: where it is and which namespace it names.
struct Reference
{
    NodeKey holder;
    Field field;
    int item;
    NodeKind kind; ///< Task stands for tasks and gates.
    QString text;
};

class UnknownReferenceRule final : public NodeRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    UnknownReferenceRule()
        : NodeRule({u"unknown-reference"_s, Severity::Error, Severity::Error, true, tr("A name that nothing has"),
                    tr("A reference to something that is not there is usually a typing error, and would silently drop "
                       "an order, a check or a person."),
                    tr("Seed 001: explicit is better than implicit")},
                   {NodeKind::Task, NodeKind::Gate, NodeKind::Phase, NodeKind::Note})
    {
    }

    qsizetype mostProposals() const override { return mostSuggestions; }

    void checkNode(const Facts &facts, NodeKey key, Report &report) const override
    {
        const Contents &contents = facts.contents();
        if (key.kind() == NodeKind::Task)
            checkTask(facts, facts.task(key), report);
        else if (const Gate *gate = contents.gate(key))
            checkGate(facts, key, *gate, report);
        else if (const Phase *phase = contents.phase(key))
            checkPhase(facts, key, *phase, report);
        else if (const Note *note = contents.note(key); !note->near.isEmpty() && facts.ids().step(note->near).isNull())
            say(facts, report, {key, Field::Near, -1, NodeKind::Task, note->near});
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        if (fix.id == "declare"_L1) {
            Persona persona;
            persona.id = facts.ids().freshId(NodeKind::Persona, fix.argument);
            return persona.id == fix.argument ? Edit{}.insert(persona) : Edit{};
        }
        return replaced(facts.contents(), problem, fix.id == "use-nearest"_L1 ? fix.argument : QString());
    }

private:
    void checkTask(const Facts &facts, const TaskEntry &entry, Report &report) const
    {
        const Task &task = *entry.task;
        if (entry.phase < 0 && !task.phase.isEmpty())
            say(facts, report, {entry.key, Field::Phase, -1, NodeKind::Phase, task.phase});
        if (entry.persona < 0)
            checkPersonas(facts, entry.key, Field::Persona, task.personas, report);
        for (qsizetype i = 0; i < entry.needs.size(); ++i) {
            if (entry.needs[i].isNull())
                say(facts, report, {entry.key, Field::Needs, int(i), NodeKind::Task, task.needs.at(i).target});
        }
        for (qsizetype i = 0; i < entry.validates.size(); ++i) {
            if (entry.validates[i].isNull())
                say(facts, report, {entry.key, Field::Validates, int(i), NodeKind::Task, task.validates.at(i)});
        }
    }

    void checkGate(const Facts &facts, NodeKey key, const Gate &gate, Report &report) const
    {
        if (!gate.phase.isEmpty() && facts.ids().phase(gate.phase).isNull())
            say(facts, report, {key, Field::Phase, -1, NodeKind::Phase, gate.phase});
        for (qsizetype i = 0; i < gate.needs.size(); ++i) {
            if (facts.ids().step(gate.needs.at(i)).isNull())
                say(facts, report, {key, Field::Needs, int(i), NodeKind::Task, gate.needs.at(i)});
        }
        if (gate.approval == Approval::Auto) // by hand, anybody may sign
            checkPersonas(facts, key, Field::SignOff, gate.signOff, report);
    }

    void checkPhase(const Facts &facts, NodeKey key, const Phase &phase, Report &report) const
    {
        const QStringList after = phase.after.value_or(QStringList());
        for (qsizetype i = 0; i < after.size(); ++i) {
            if (facts.ids().phase(after.at(i)).isNull())
                say(facts, report, {key, Field::After, int(i), NodeKind::Phase, after.at(i)});
        }
        if (!phase.fixes.isEmpty() && facts.ids().step(phase.fixes).kind() != NodeKind::Gate)
            say(facts, report, {key, Field::Fixes, -1, NodeKind::Gate, phase.fixes});
        const QString until = phase.repeatUntil.section(u'.', 0, 0);
        if (until.isEmpty())
            return;
        const NodeKey task = facts.ids().step(until);
        if (task.kind() != NodeKind::Task)
            say(facts, report, {key, Field::RepeatUntil, -1, NodeKind::Task, until});
        else if (phase.repeatUntil.section(u'.', 1).isEmpty())
            report.add(tr("%1 repeats until “%2”, which names no outcome. Write TASK.OUTCOME, such as %3.")
                           .arg(facts.name(key), phase.repeatUntil, until + u".approved"_s),
                       {key}, {Field::RepeatUntil}, {{u"use-nearest"_s, tr("Use “%1”").arg(until + u".approved"_s), until}});
    }

    void checkPersonas(const Facts &facts, NodeKey key, Field field, const QStringList &personas, Report &report) const
    {
        for (qsizetype i = 0; i < personas.size(); ++i) {
            const bool isNobody = field == Field::Persona && personas.size() == 1 && PlanIndex::personaId(personas.at(i)).isEmpty();
            if (isNobody) // no-persona says so
                continue;
            if (facts.index().persona(personas.at(i)).isNull() && splitNames(facts, personas.at(i)).isEmpty())
                say(facts, report, {key, field, int(i), NodeKind::Persona, personas.at(i)});
        }
    }

    void say(const Facts &facts, Report &report, const Reference &reference) const
    {
        const QString text = reference.kind == NodeKind::Persona ? PlanIndex::personaId(reference.text) : reference.text;
        QList<QuickFix> fixes;
        const QString near = report.count() < mostSuggestions ? suggestion(facts, reference, text) : QString();
        if (!near.isEmpty())
            fixes.append({u"use-nearest"_s, tr("Use “%1”").arg(near), near});
        if (reference.kind == NodeKind::Persona && Workflow::isValidId(text))
            fixes.append({u"declare"_s, tr("Declare @%1").arg(text), text});
        if (reference.field != Field::Persona)
            fixes.append({u"remove-reference"_s, tr("Remove the reference"), {}});
        report.add(sentence(facts, reference, text, near), {reference.holder}, {reference.field, reference.item}, fixes);
    }

    static QString sentence(const Facts &facts, const Reference &reference, const QString &text, const QString &near)
    {
        const QString holder = facts.name(reference.holder);
        const bool isGate = reference.field == Field::Validates && !facts.ids().step(text).isNull();
        if (isGate)
            return tr("%1 validates “%2”, which is a gate. Only tasks are validated.").arg(holder, text);
        QString sentence;
        switch (reference.kind) {
        case NodeKind::Persona:
            sentence = tr("%1 names the persona @%2, which is not declared.").arg(holder, text);
            break;
        case NodeKind::Phase:
            sentence = tr("%1 names the phase “%2”, which does not exist.").arg(holder, text);
            break;
        case NodeKind::Gate:
            sentence = tr("%1 fixes the gate “%2”, which does not exist.").arg(holder, text);
            break;
        default:
            sentence = text.isEmpty() ? tr("%1 has an empty reference.").arg(holder)
                                      : tr("%1 names “%2”, but no task or gate is called that.").arg(holder, text);
        }
        return near.isEmpty() ? sentence : tr("%1 Did you mean “%2”?").arg(sentence, near);
    }

    /// What was most likely meant: nothing that is named there already, nor what would close a circle.
    static QString suggestion(const Facts &facts, const Reference &reference, const QString &text)
    {
        const Contents &contents = facts.contents();
        QStringList ids;
        const auto offer = [&](const auto &nodes) {
            for (const auto &slot : nodes) {
                const QString &id = slot.node->id;
                const bool isClose = qAbs(id.size() - text.size()) * 3 <= qMax(id.size(), text.size()) && !id.isEmpty() &&
                                     !text.isEmpty() && (id.front() == text.front() || id.back() == text.back());
                if (isClose && slot.key != reference.holder && ids.size() < mostCandidates)
                    ids += id;
            }
        };
        if (reference.kind == NodeKind::Persona)
            offer(contents.personas);
        else if (reference.kind == NodeKind::Phase)
            offer(contents.phases);
        if (reference.kind == NodeKind::Task)
            offer(contents.tasks);
        if (reference.kind == NodeKind::Gate || reference.field == Field::Needs || reference.field == Field::Near)
            offer(contents.gates);
        const QString near = nearest(text, ids);
        if (near.isEmpty() || (reference.field != Field::Needs && reference.field != Field::Validates))
            return near;
        const NodeKey meant = facts.ids().step(near);
        return alreadyNames(contents, reference, near) || facts.isBehind(meant, reference.holder) ? QString() : near;
    }

    static bool alreadyNames(const Contents &contents, const Reference &reference, const QString &id)
    {
        if (const Gate *gate = contents.gate(reference.holder))
            return gate->needs.contains(id);
        const Task *task = contents.task(reference.holder);
        if (reference.field == Field::Validates)
            return task->validates.contains(id);
        return std::any_of(task->needs.begin(), task->needs.end(), [&](const Need &n) { return n.target == id; });
    }

    /// The outcome that a phase repeats until.
    static QString labelOf(const Phase &phase)
    {
        const QString label = phase.repeatUntil.section(u'.', 1);
        return label.isEmpty() ? u"approved"_s : label;
    }

    /// An empty id takes the reference out.
    static Edit replaced(const Contents &contents, const Problem &problem, const QString &id)
    {
        const NodeKey key = problem.subjects.first();
        const Field field = problem.field.value_or(Field::Id);
        const auto inList = [&](QStringList list) {
            if (problem.item >= 0 && problem.item < list.size()) {
                if (id.isEmpty())
                    list.removeAt(problem.item);
                else
                    list[problem.item] = id;
            }
            return list;
        };
        Edit edit;
        if (const Task *task = contents.task(key)) {
            if (field == Field::Phase)
                edit.set(key, field, id);
            else if (field == Field::Persona)
                edit.set(key, field, inList(task->personas));
            else if (field == Field::Validates)
                edit.set(key, field, inList(task->validates));
            else if (field == Field::Needs && problem.item >= 0 && problem.item < task->needs.size()) {
                QList<Need> needs = task->needs;
                if (id.isEmpty())
                    needs.removeAt(problem.item);
                else
                    needs[problem.item].target = id;
                edit.set(key, field, needs);
            }
        } else if (const Gate *gate = contents.gate(key)) {
            if (field == Field::Phase)
                edit.set(key, field, id);
            else
                edit.set(key, field, inList(field == Field::Needs ? gate->needs : gate->signOff));
        } else if (const Phase *phase = contents.phase(key)) {
            if (field == Field::After)
                edit.set(key, field, std::optional<QStringList>(inList(phase->after.value_or(QStringList()))));
            else if (field == Field::Fixes)
                edit.set(key, field, id);
            else if (field == Field::RepeatUntil)
                edit.set(key, field, id.isEmpty() ? id : id + u'.' + labelOf(*phase));
        } else if (contents.note(key)) {
            edit.set(key, Field::Near, id);
        }
        return edit;
    }
};

} // namespace

void addIdentityRules(RuleList &rules)
{
    rules.push_back(std::make_unique<DuplicateIdRule>());
    rules.push_back(std::make_unique<UnknownReferenceRule>());
    rules.push_back(std::make_unique<SelfNeedRule>());
    rules.push_back(std::make_unique<BadIdRule>());
}

} // namespace baton
