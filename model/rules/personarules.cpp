// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/additions.h"
#include "model/rules/rule.h"
#include "model/rules/splitnames.h"
#include "model/workflow/references.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Declared under that name, or under the id that a title like it has: “Product Manager” is product-manager.
NodeKey personaCalled(const Facts &facts, const QString &name)
{
    const NodeKey declared = facts.index().persona(name);
    return declared.isNull() ? facts.index().persona(name.toLower().replace(u' ', u'-')) : declared;
}

} // namespace

QStringList splitNames(const Facts &facts, const QString &text)
{
    static const QRegularExpression atName(u"^@[A-Za-z0-9][A-Za-z0-9_-]*(?:\\s*#\\d+)?$"_s);
    const QStringList parts = joinedNames(text);
    QStringList names;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QString name = parts.at(i);
        // Reading a file takes the first @ of a task's persona away: what follows tells that it was there.
        if (i == 0 && parts.at(1).startsWith(u'@') && !name.startsWith(u'@'))
            name.prepend(u'@');
        const NodeKey declared = personaCalled(facts, name);
        if (declared.isNull() && !atName.match(name).hasMatch())
            return {};
        names += declared.isNull() ? PlanIndex::personaId(name).section(u'#', 0, 0).trimmed().toLower()
                                   : facts.contents().idOf(declared);
    }
    names.removeDuplicates();
    return names.size() > 1 ? names : QStringList();
}

namespace {

class NoPersonaRule final : public TaskRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    NoPersonaRule()
        : TaskRule({u"no-persona"_s, Severity::Error, Severity::Error, true, tr("A task that nobody does"),
                    tr("Without a persona an agent falls back on its default behaviour, and nobody answers for the work."),
                    tr("Seed 003: one persona per task")})
    {
    }

    void checkTask(const Facts &facts, const TaskEntry &entry, Report &report) const override
    {
        const QStringList &personas = entry.task->personas;
        const bool named = std::any_of(personas.begin(), personas.end(),
                                       [](const QString &id) { return !PlanIndex::personaId(id).isEmpty(); });
        if (named)
            return;
        QList<QuickFix> fixes;
        const QList<NodeKey> candidates = facts.candidates(entry);
        for (NodeKey key : candidates.first(qMin<qsizetype>(3, candidates.size()))) {
            const QString id = facts.contents().idOf(key);
            fixes.append({u"assign-persona"_s, tr("Assign @%1").arg(id), id});
        }
        if (fixes.isEmpty())
            fixes.append({u"add-persona"_s, tr("Add a persona for it"), {}});
        report.add(tr("Nobody does %1. Assign a persona to it.").arg(facts.name(entry.key)), {entry.key},
                   {Field::Persona}, fixes);
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        const NodeKey key = problem.subjects.first();
        if (fix.id == "assign-persona"_L1)
            return Edit{}.set(key, Field::Persona, QStringList{fix.argument});
        Additions additions(facts);
        const bool judges = Facts::isValidation(facts.task(key));
        const QString id = additions.otherPersona(facts.task(key), judges ? u"reviewer"_s : u"worker"_s);
        additions.edit().set(key, Field::Persona, QStringList{id});
        return additions.take();
    }
};

class ManyPersonasRule final : public TaskRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    ManyPersonasRule()
        : TaskRule({u"many-personas"_s, Severity::Error, Severity::Error, true, tr("A task of several personas"),
                    tr("Where two answer for one task, neither does, and nobody is left to check it from outside."),
                    tr("Seed 003: exactly one persona per task")})
    {
    }

    void checkTask(const Facts &facts, const TaskEntry &entry, Report &report) const override
    {
        const QStringList &personas = entry.task->personas;
        if (personas.size() < 2)
            return;
        QStringList ids;
        for (const QString &id : personas)
            ids += PlanIndex::personaId(id);
        ids.removeDuplicates();
        QList<QuickFix> fixes;
        if (ids.size() > 1 && !ids.contains(QString()))
            fixes.append({u"split-task"_s, tr("Split into one task each"), {}});
        for (const QString &id : ids.first(qMin<qsizetype>(3, ids.size()))) {
            if (!id.isEmpty())
                fixes.append({u"keep-persona"_s, tr("Keep @%1 only").arg(id), id, ids.size() == 1});
        }
        report.add(tr("%1 is given to %2. A task is done by exactly one persona: split it, or keep one.")
                       .arg(facts.name(entry.key), u'@' + ids.join(", @"_L1)),
                   {entry.key}, {Field::Persona}, fixes);
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        const NodeKey key = problem.subjects.first();
        const Task *task = facts.contents().task(key);
        if (!task || task->personas.size() < 2)
            return {};
        if (fix.id == "keep-persona"_L1)
            return Edit{}.set(key, Field::Persona, QStringList{fix.argument});
        Additions additions(facts);
        additions.splitTask(key, task->personas);
        return additions.take();
    }
};

class CombinedPersonaRule final : public NodeRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    CombinedPersonaRule()
        : NodeRule({u"combined-persona"_s, Severity::Error, Severity::Error, true, tr("Two personas in one"),
                    tr("“@engineer and @designer” is two people under one name: each will leave the other half undone."),
                    tr("Seed 003, red flag: combined persona assignments")},
                   {NodeKind::Persona, NodeKind::Task})
    {
    }

    void checkNode(const Facts &facts, NodeKey key, Report &report) const override
    {
        if (const Persona *persona = facts.contents().persona(key)) {
            for (const auto &[field, text] : {std::pair(Field::Id, persona->id), std::pair(Field::Title, persona->title)}) {
                const QStringList names = splitNames(facts, text);
                if (names.isEmpty())
                    continue;
                report.add(tr("“%1” is several personas in one: %2. Split it.").arg(text, u'@' + names.join(", @"_L1)),
                           {key}, {field}, {{u"split-persona"_s, tr("Split the persona"), {}}});
                break;
            }
        } else if (facts.task(key).persona < 0) {
            const Task *task = facts.task(key).task;
            for (qsizetype i = 0; i < task->personas.size(); ++i) {
                const QString &text = task->personas.at(i);
                if (!facts.index().persona(text).isNull())
                    continue;
                const QStringList names = splitNames(facts, text);
                if (!names.isEmpty())
                    report.add(tr("%1 is given to “%2”, which is several personas. Split it into one task each.")
                                   .arg(facts.name(key), text),
                               {key}, {Field::Persona, int(i)},
                               {{u"split-task"_s, tr("Split into one task each"), {}}});
            }
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        const NodeKey key = problem.subjects.first();
        Additions additions(facts);
        if (const Task *task = facts.contents().task(key)) {
            QStringList personas;
            for (const QString &text : task->personas) {
                const QStringList names = splitNames(facts, text);
                personas += names.isEmpty() ? QStringList{text} : names;
            }
            if (personas.size() > 1)
                additions.splitTask(key, personas);
            return additions.take();
        }
        const Persona *persona = facts.contents().persona(key);
        if (!persona)
            return {};
        QStringList names = splitNames(facts, persona->id);
        if (names.isEmpty())
            names = splitNames(facts, persona->title);
        names.removeAll(persona->id);
        if (names.isEmpty())
            return {};
        for (const auto &[task, node] : facts.contents().tasks) {
            if (facts.task(task).persona == int(key.number()))
                additions.splitTask(task, names);
        }
        for (const auto &[gate, node] : facts.contents().gates) {
            QStringList signers;
            for (const QString &id : node->signOff)
                signers += facts.index().persona(id) == key ? names : QStringList{id};
            if (signers != node->signOff)
                additions.edit().set(gate, Field::SignOff, signers);
        }
        for (const QString &name : std::as_const(names))
            additions.persona(name, persona);
        additions.edit().remove(key);
        return additions.take();
    }
};

} // namespace

void addPersonaRules(RuleList &rules)
{
    rules.push_back(std::make_unique<NoPersonaRule>());
    rules.push_back(std::make_unique<ManyPersonasRule>());
    rules.push_back(std::make_unique<CombinedPersonaRule>());
}

} // namespace baton
