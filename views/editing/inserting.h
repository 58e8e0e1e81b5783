// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/patterns/buildpattern.h"
#include "model/workflow/workflow.h"

#include <QPointF>

#include <optional>

namespace baton {

/// A new node as an edit, with the key that it will have and the name of the step for the undo list.
struct Insertion
{
    Edit edit;
    NodeKey key;
    QString name;
};

/// Where something new goes: into a phase (by id, empty = none), at a place on the canvas.
struct InsertPlace
{
    QString phase = {};
    std::optional<QPointF> position = {};
};

/// What the menus, the library and the canvas insert. Pure: nothing is changed before the edit is pushed.
Insertion insertingTask(const Workflow &workflow, const InsertPlace &place, const QString &persona = {});
/// A task that returns one of two outcomes, for branches to choose on.
Insertion insertingDecision(const Workflow &workflow, const InsertPlace &place);
/// Closes the phase of \a place; without one it is a sync point.
Insertion insertingGate(const Workflow &workflow, const InsertPlace &place);
Insertion insertingPhase(const Workflow &workflow, const std::optional<QPointF> &position = {});
Insertion insertingPersona(const Workflow &workflow, const std::optional<QPointF> &position = {});
/// Beside the task or gate \a near (its id), where there is one.
Insertion insertingNote(const Workflow &workflow, const QString &near, const std::optional<QPointF> &position = {});
/// By the name that drags from the library carry: task, gate, phase, note, decision, persona, or a pattern's icon name.
/// Nothing for another.
std::optional<Insertion> inserting(const QString &what, const Workflow &workflow, const InsertPlace &place);

/// \a tasks do (only) what \a persona does from now on; an empty id takes the persona away.
Edit assigning(const Workflow &workflow, const QList<NodeKey> &tasks, const QString &persona);

/// buildPattern() as usual; the key is the first task's.
Insertion insertingPattern(const Workflow &workflow, Pattern pattern, const InsertPlace &place);

} // namespace baton
