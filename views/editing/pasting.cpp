// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/editing/clipboard.h"

namespace baton {

namespace {

const QPointF pasteOffset(28, 28);

template <class T>
void keep(NodeList<T> &into, const NodeList<T> &from, const QSet<NodeKey> &keys)
{
    for (const auto &slot : from) {
        if (keys.contains(slot.key))
            into.insert(into.size(), slot.key, slot.node);
    }
}

/// What the ids of a part become in the plan that takes it in.
struct NewIds
{
    QHash<QString, QString> phases;
    QHash<QString, QString> steps;

    QString phase(const QString &id) const { return phases.value(id, id); }
    QString step(const QString &id) const { return steps.value(id, id); }
};

QString freshAmong(const Workflow &workflow, NodeKind kind, const QString &wanted, QSet<QString> &taken)
{
    QString id = workflow.freshId(kind, wanted);
    for (int n = 2; taken.contains(id); ++n)
        id = workflow.freshId(kind, QStringLiteral("%1-%2").arg(wanted).arg(n));
    taken.insert(id);
    return id;
}

NewIds newIdsFor(const Workflow &workflow, const Contents &part)
{
    NewIds ids;
    QSet<QString> taken;
    for (const auto &slot : part.phases)
        ids.phases.insert(slot.node->id, freshAmong(workflow, NodeKind::Phase, slot.node->id, taken));
    taken.clear();
    for (const auto &slot : part.tasks)
        ids.steps.insert(slot.node->id, freshAmong(workflow, NodeKind::Task, slot.node->id, taken));
    for (const auto &slot : part.gates)
        ids.steps.insert(slot.node->id, freshAmong(workflow, NodeKind::Gate, slot.node->id, taken));
    return ids;
}

/// A reference that leads neither into the part nor to something the plan has would dangle: it is left out.
bool leadsSomewhere(const QString &id, const NewIds &ids, const Workflow &workflow)
{
    return ids.steps.contains(id) || !workflow.ids().step(id).isNull();
}

Task pasted(const Task &original, const NewIds &ids, const Workflow &workflow)
{
    Task task = original;
    task.id = ids.step(original.id);
    task.phase = ids.phase(original.phase);
    if (!ids.phases.contains(original.phase) && workflow.ids().phase(original.phase).isNull())
        task.phase.clear();
    task.needs.clear();
    for (Need need : original.needs) {
        if (!leadsSomewhere(need.target, ids, workflow))
            continue;
        need.target = ids.step(need.target);
        task.needs.append(need);
    }
    task.validates.clear();
    for (const QString &validated : original.validates) {
        if (leadsSomewhere(validated, ids, workflow))
            task.validates.append(ids.step(validated));
    }
    if (task.position)
        *task.position += pasteOffset;
    return task;
}

Gate pasted(const Gate &original, const NewIds &ids, const Workflow &workflow)
{
    Gate gate = original;
    gate.id = ids.step(original.id);
    gate.phase = ids.phase(original.phase);
    gate.needs.clear();
    for (const QString &need : original.needs) {
        if (leadsSomewhere(need, ids, workflow))
            gate.needs.append(ids.step(need));
    }
    if (gate.position)
        *gate.position += pasteOffset;
    return gate;
}

} // namespace

Contents selectionOf(const Contents &contents, const QList<NodeKey> &keys)
{
    QSet<NodeKey> taken(keys.cbegin(), keys.cend());
    const IdIndex index(contents);
    for (const auto &slot : contents.tasks) {
        // A lane comes with what is in it, a task with who does it.
        if (taken.contains(index.phase(slot.node->phase)))
            taken.insert(slot.key);
        if (taken.contains(slot.key)) {
            for (const QString &persona : slot.node->personas)
                taken.insert(index.persona(persona));
        }
    }
    for (const auto &slot : contents.gates) {
        if (!slot.node->phase.isEmpty() && taken.contains(index.phase(slot.node->phase)))
            taken.insert(slot.key);
    }
    Contents part;
    part.info.name = contents.info.name;
    part.info.profile = contents.info.profile;
    keep(part.personas, contents.personas, taken);
    keep(part.phases, contents.phases, taken);
    keep(part.tasks, contents.tasks, taken);
    keep(part.gates, contents.gates, taken);
    keep(part.notes, contents.notes, taken);
    return part;
}

Pasting pasting(const Workflow &workflow, const Contents &part)
{
    const NewIds ids = newIdsFor(workflow, part);
    Pasting result;
    for (const auto &slot : part.personas) {
        if (workflow.ids().persona(slot.node->id).isNull())
            result.edit.insert(*slot.node);
    }
    for (const auto &slot : part.phases) {
        Phase phase = *slot.node;
        phase.id = ids.phase(phase.id);
        phase.after.reset();
        if (phase.position)
            *phase.position += pasteOffset;
        result.keys.append(workflow.freshKey(NodeKind::Phase));
        result.edit.insert(phase, result.keys.last());
    }
    for (const auto &slot : part.tasks) {
        result.keys.append(workflow.freshKey(NodeKind::Task));
        result.edit.insert(pasted(*slot.node, ids, workflow), result.keys.last());
    }
    for (const auto &slot : part.gates) {
        result.keys.append(workflow.freshKey(NodeKind::Gate));
        result.edit.insert(pasted(*slot.node, ids, workflow), result.keys.last());
    }
    QSet<QString> noteIds;
    for (const auto &slot : part.notes) {
        Note note = *slot.node;
        note.id = freshAmong(workflow, NodeKind::Note, note.id, noteIds);
        note.near = ids.step(note.near);
        if (note.position)
            *note.position += pasteOffset;
        result.keys.append(workflow.freshKey(NodeKind::Note));
        result.edit.insert(note, result.keys.last());
    }
    return result;
}

} // namespace baton
