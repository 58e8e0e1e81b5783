// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/editing/inserting.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(baton::Insertion)
};

} // namespace


Insertion insertingTask(const Workflow &workflow, const InsertPlace &place, const QString &persona)
{
    const NodeKey key = workflow.freshKey(NodeKind::Task);
    Task task;
    task.id = workflow.freshId(NodeKind::Task, u"task"_s);
    task.title = Words::tr("New task");
    task.phase = place.phase;
    task.position = place.position;
    if (!persona.isEmpty())
        task.personas = {persona};
    return {Edit{}.insert(task, key), key, Words::tr("Add task")};
}

Insertion insertingDecision(const Workflow &workflow, const InsertPlace &place)
{
    const NodeKey key = workflow.freshKey(NodeKind::Task);
    Task task;
    task.id = workflow.freshId(NodeKind::Task, u"decision"_s);
    task.title = Words::tr("Decision");
    task.kind = TaskKind::Decide;
    task.outcomes = {u"yes"_s, u"no"_s};
    task.phase = place.phase;
    task.position = place.position;
    return {Edit{}.insert(task, key), key, Words::tr("Add decision")};
}

Insertion insertingGate(const Workflow &workflow, const InsertPlace &place)
{
    const NodeKey key = workflow.freshKey(NodeKind::Gate);
    Gate gate;
    gate.id = workflow.freshId(NodeKind::Gate, place.phase.isEmpty() ? u"sync"_s : u"gate"_s);
    gate.title = place.phase.isEmpty() ? Words::tr("Sync point")
                                       : Words::tr("Gate");
    gate.phase = place.phase;
    gate.position = place.position;
    return {Edit{}.insert(gate, key), key, Words::tr("Add gate")};
}

Insertion insertingPhase(const Workflow &workflow, const std::optional<QPointF> &position)
{
    const NodeKey key = workflow.freshKey(NodeKind::Phase);
    Phase phase;
    phase.id = workflow.freshId(NodeKind::Phase, u"phase"_s);
    phase.title = Words::tr("New phase");
    phase.position = position;
    return {Edit{}.insert(phase, key), key, Words::tr("Add phase")};
}

Insertion insertingPersona(const Workflow &workflow, const std::optional<QPointF> &position)
{
    const NodeKey key = workflow.freshKey(NodeKind::Persona);
    Persona persona;
    persona.id = workflow.freshId(NodeKind::Persona, u"persona"_s);
    persona.title = Words::tr("New persona");
    persona.position = position;
    return {Edit{}.insert(persona, key), key, Words::tr("Add persona")};
}

Insertion insertingNote(const Workflow &workflow, const QString &near, const std::optional<QPointF> &position)
{
    const NodeKey key = workflow.freshKey(NodeKind::Note);
    Note note;
    note.id = workflow.freshId(NodeKind::Note, u"note"_s);
    note.text = Words::tr("Write here.");
    note.near = near;
    note.position = position;
    return {Edit{}.insert(note, key), key, Words::tr("Add note")};
}

std::optional<Insertion> inserting(const QString &what, const Workflow &workflow, const InsertPlace &place)
{
    if (what == "task"_L1)
        return insertingTask(workflow, place);
    if (what == "decision"_L1)
        return insertingDecision(workflow, place);
    if (what == "gate"_L1)
        return insertingGate(workflow, place);
    if (what == "phase"_L1)
        return insertingPhase(workflow, place.position);
    if (what == "persona"_L1)
        return insertingPersona(workflow, place.position);
    if (what == "note"_L1)
        return insertingNote(workflow, {}, place.position);
    for (Pattern pattern : allPatterns) {
        if (what == iconOf(pattern))
            return insertingPattern(workflow, pattern, place);
    }
    return std::nullopt;
}

Insertion insertingPattern(const Workflow &workflow, Pattern pattern, const InsertPlace &place)
{
    const BuiltPattern built = buildPattern(workflow, pattern, {}, place.phase);
    return {built.edit, built.keys.value(0), built.name};
}

Edit assigning(const Workflow &workflow, const QList<NodeKey> &tasks, const QString &persona)
{
    const QStringList personas = persona.isEmpty() ? QStringList() : QStringList(persona);
    Edit edit;
    for (NodeKey key : tasks) {
        const Task *task = workflow.task(key);
        if (task && task->personas != personas)
            edit.set(key, Field::Persona, personas);
    }
    return edit;
}

} // namespace baton
