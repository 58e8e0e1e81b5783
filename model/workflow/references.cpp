// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/references.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Old id to new id; an empty new id takes the reference out.
using Renames = QHash<QString, QString>;

/// The ids that change, by namespace.
struct Changes
{
    Renames personas;
    Renames phases;
    Renames steps;
    QSet<NodeKey> leaving; ///< Nodes whose own fields need no rewriting any more.
};

bool rewrite(QString &id, const Renames &renames)
{
    const auto found = renames.constFind(id);
    if (found == renames.constEnd())
        return false;
    id = *found;
    return true;
}

bool rewrite(QStringList &ids, const Renames &renames)
{
    bool changed = false;
    for (qsizetype i = ids.size() - 1; i >= 0; --i) {
        if (!rewrite(ids[i], renames))
            continue;
        changed = true;
        if (ids.at(i).isEmpty())
            ids.removeAt(i);
    }
    return changed;
}

bool rewrite(QList<Need> &needs, const Renames &renames)
{
    bool changed = false;
    for (qsizetype i = needs.size() - 1; i >= 0; --i) {
        // Looked up before anything detaches: most needs of a large plan do not change.
        if (!renames.contains(needs.at(i).target))
            continue;
        changed = true;
        rewrite(needs[i].target, renames);
        if (needs.at(i).target.isEmpty())
            needs.removeAt(i);
    }
    return changed;
}

/// A persona is referred to with or without a leading `@`.
Renames withAt(const Renames &personas)
{
    Renames all = personas;
    for (auto it = personas.cbegin(); it != personas.cend(); ++it)
        all.insert(u'@' + it.key(), it.value());
    return all;
}

template <class T>
void setIfChanged(Edit &edit, NodeKey key, Field field, T value, const Renames &renames)
{
    if (!renames.isEmpty() && rewrite(value, renames))
        edit.set(key, field, std::move(value));
}

Edit rewriting(const Contents &contents, const Changes &changes)
{
    Edit edit;
    const Renames personas = withAt(changes.personas);
    const bool steps = !changes.steps.isEmpty();
    for (const auto &[key, task] : contents.tasks) {
        if (changes.leaving.contains(key))
            continue;
        setIfChanged(edit, key, Field::Phase, task->phase, changes.phases);
        setIfChanged(edit, key, Field::Persona, task->personas, personas);
        if (steps) {
            setIfChanged(edit, key, Field::Needs, task->needs, changes.steps);
            setIfChanged(edit, key, Field::Validates, task->validates, changes.steps);
        }
    }
    for (const auto &[key, gate] : contents.gates) {
        if (changes.leaving.contains(key))
            continue;
        setIfChanged(edit, key, Field::Phase, gate->phase, changes.phases);
        setIfChanged(edit, key, Field::Needs, gate->needs, changes.steps);
        setIfChanged(edit, key, Field::SignOff, gate->signOff, personas);
    }
    for (const auto &[key, phase] : contents.phases) {
        if (changes.leaving.contains(key))
            continue;
        if (phase->after) {
            QStringList after = *phase->after;
            if (rewrite(after, changes.phases))
                edit.set(key, Field::After, std::optional<QStringList>(after));
        }
        setIfChanged(edit, key, Field::Fixes, phase->fixes, changes.steps);
        const qsizetype dot = phase->repeatUntil.indexOf(u'.');
        if (dot > 0) {
            QString target = phase->repeatUntil.first(dot);
            if (rewrite(target, changes.steps))
                edit.set(key, Field::RepeatUntil,
                         target.isEmpty() ? QString() : target + phase->repeatUntil.sliced(dot));
        }
    }
    for (const auto &[key, note] : contents.notes) {
        if (!changes.leaving.contains(key))
            setIfChanged(edit, key, Field::Near, note->near, changes.steps);
    }
    return edit;
}

void addRename(Changes &changes, const Contents &contents, NodeKey key, const QString &newId)
{
    const QString id = contents.idOf(key);
    if (id.isEmpty())
        return;
    switch (key.kind()) {
    case NodeKind::Persona:
        changes.personas.insert(id, newId);
        break;
    case NodeKind::Phase:
        changes.phases.insert(id, newId);
        break;
    case NodeKind::Task:
    case NodeKind::Gate:
        changes.steps.insert(id, newId);
        break;
    case NodeKind::Note:
    case NodeKind::Workflow:
    case NodeKind::None:
        break;
    }
}

/// Another node with the same id keeps the references alive.
bool hasNamesake(const IdIndex &index, const Contents &contents, NodeKey key, const QSet<NodeKey> &leaving)
{
    const QList<NodeKey> all = index.allWithIdOf(key.kind(), contents.idOf(key));
    return std::any_of(all.begin(), all.end(), [&](NodeKey other) { return !leaving.contains(other); });
}

/// The labels of \a some that \a others lacks, by the last label before them that both have.
QMap<QString, QStringList> lacking(const QStringList &others, const QStringList &some)
{
    QMap<QString, QStringList> lacking;
    QString before;
    for (const QString &label : some) {
        if (others.contains(label))
            before = label;
        else if (!lacking[before].contains(label))
            lacking[before].append(label);
    }
    return lacking;
}

/// As many new labels as old ones in one place are the old ones, renamed.
Renames renamedLabels(const QStringList &before, const QStringList &after)
{
    const QMap<QString, QStringList> gone = lacking(after, before);
    const QMap<QString, QStringList> come = lacking(before, after);
    Renames renames;
    for (auto it = gone.cbegin(); it != gone.cend(); ++it) {
        const QStringList labels = come.value(it.key());
        for (qsizetype i = 0; i < labels.size() && labels.size() == it->size(); ++i)
            renames.insert(it->at(i), labels.at(i));
    }
    return renames;
}

/// The needs with the branches of this task renamed.
QList<Need> withBranches(QList<Need> needs, const QString &task, const Renames &labels)
{
    for (qsizetype i = 0; i < needs.size(); ++i) {
        if (needs.at(i).target != task || needs.at(i).when.isEmpty())
            continue;
        QStringList when = needs.at(i).when;
        if (rewrite(when, labels)) {
            when.removeDuplicates();
            needs[i].when = when;
        }
    }
    return needs;
}

} // namespace

QStringList joinedNames(const QString &text)
{
    constexpr qsizetype longest = 500;
    const bool mayJoin = text.contains(u'&') || text.contains(u'/') || text.contains(u'+') || text.contains(u',') ||
                         text.contains(u"and"_s);
    if (!mayJoin || text.size() > longest)
        return {};
    static const QRegularExpression joint(uR"(\s+and\s+|\s*[&/+,]\s*)"_s);
    const QStringList parts = text.trimmed().split(joint);
    return parts.size() > 1 && !parts.contains(QString()) ? parts : QStringList();
}

Edit rewritingReferences(const Contents &contents, NodeKey key, const QString &newId)
{
    Changes changes;
    addRename(changes, contents, key, newId);
    return rewriting(contents, changes);
}

Edit changingOutcomes(const Contents &contents, NodeKey key, const QStringList &outcomes)
{
    Edit edit;
    const Task *decider = contents.task(key);
    if (!decider || decider->outcomes == outcomes)
        return edit;
    const Renames labels = renamedLabels(decider->outcomes, outcomes);
    edit.set(key, Field::Outcomes, outcomes);
    Executor executor = decider->executor;
    const QString simulated = executor.options.value("outcome"_L1).toString();
    if (executor.type == "simulate"_L1 && labels.contains(simulated)) {
        executor.options.insert("outcome"_L1, labels.value(simulated));
        edit.set(key, Field::Executor, executor);
    }
    // With a doubled id, references mean the first task that has it.
    if (labels.isEmpty() || IdIndex(contents).allWithIdOf(NodeKind::Task, decider->id).value(0) != key)
        return edit;
    for (const auto &[other, task] : contents.tasks) {
        if (QList<Need> needs = withBranches(task->needs, decider->id, labels); needs != task->needs)
            edit.set(other, Field::Needs, std::move(needs));
    }
    for (const auto &[other, phase] : contents.phases) {
        const qsizetype dot = phase->repeatUntil.indexOf(u'.');
        if (dot <= 0 || QStringView(phase->repeatUntil).first(dot) != decider->id)
            continue;
        QString label = phase->repeatUntil.sliced(dot + 1);
        if (rewrite(label, labels))
            edit.set(other, Field::RepeatUntil, QString(decider->id + u'.' + label));
    }
    return edit;
}

Edit removingNodes(const Contents &contents, const QList<NodeKey> &keys)
{
    Changes changes;
    changes.leaving = QSet<NodeKey>(keys.begin(), keys.end());
    QSet<QString> phases;
    for (NodeKey key : keys) {
        if (const Phase *phase = contents.phase(key))
            phases.insert(phase->id);
    }
    QList<NodeKey> leaving = keys;
    if (!phases.isEmpty()) {
        for (const auto &[key, gate] : contents.gates) {
            if (phases.contains(gate->phase) && !changes.leaving.contains(key)) {
                changes.leaving.insert(key);
                leaving.append(key);
            }
        }
    }
    const IdIndex index(contents);
    for (NodeKey key : std::as_const(leaving)) {
        if (!hasNamesake(index, contents, key, changes.leaving))
            addRename(changes, contents, key, QString());
    }
    Edit edit = rewriting(contents, changes);
    for (NodeKey key : std::as_const(leaving)) {
        if (contents.contains(key) && key != workflowKey)
            edit.remove(key);
    }
    return edit;
}

} // namespace baton
