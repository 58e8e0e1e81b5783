// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/nodekey.h"
#include "model/base/textkey.h"
#include "model/workflow/nodelist.h"
#include "model/workflow/nodes.h"

#include <QHash>
#include <QStringView>
#include <QVarLengthArray>

namespace baton {

/// Everything a workflow says, as a value. Cheap to copy (nodes are shared).
struct Contents
{
    WorkflowInfo info;
    NodeList<Persona> personas;
    NodeList<Phase> phases;
    NodeList<Task> tasks;
    NodeList<Gate> gates;
    NodeList<Note> notes;

    const Persona *persona(NodeKey key) const { return key.kind() == NodeKind::Persona ? personas.find(key) : nullptr; }
    const Phase *phase(NodeKey key) const { return key.kind() == NodeKind::Phase ? phases.find(key) : nullptr; }
    const Task *task(NodeKey key) const { return key.kind() == NodeKind::Task ? tasks.find(key) : nullptr; }
    const Gate *gate(NodeKey key) const { return key.kind() == NodeKind::Gate ? gates.find(key) : nullptr; }
    const Note *note(NodeKey key) const { return key.kind() == NodeKind::Note ? notes.find(key) : nullptr; }
    bool contains(NodeKey key) const;
    /// The id of a node as written; empty for the workflow itself and for what is absent.
    QString idOf(NodeKey key) const;
    /// Title, or id where there is none; for people.
    QString titleOf(NodeKey key) const;

    /// The outcome criteria of a gate: as written, else complete and evidence, and approved where a task of its scope
    /// validates. \a approves tells whether one does.
    static QStringList effectiveCriteria(const Gate &gate, bool approves);

    bool operator==(const Contents &) const = default;
};

/// Calls \a act with the list of the nodes of one kind; the workflow itself has none.
template <class Act>
void withNodes(const Contents &contents, NodeKind kind, Act act)
{
    switch (kind) {
    case NodeKind::Persona:
        return act(contents.personas);
    case NodeKind::Phase:
        return act(contents.phases);
    case NodeKind::Task:
        return act(contents.tasks);
    case NodeKind::Gate:
        return act(contents.gates);
    case NodeKind::Note:
        return act(contents.notes);
    case NodeKind::Workflow:
    case NodeKind::None:
        break;
    }
}

/// Finds nodes by id. Tasks and gates share one namespace; personas and phases each have their own.
/// A doubled id finds the first in file order; `all*` find every one.
class IdIndex
{
public:
    IdIndex() = default;
    explicit IdIndex(const Contents &contents);

    NodeKey persona(const QString &id) const { return first(m_personas, id); } ///< Null key when absent.
    NodeKey phase(const QString &id) const { return first(m_phases, id); }
    NodeKey step(const QString &id) const { return first(m_steps, id); } ///< A task or a gate.
    NodeKey note(const QString &id) const { return first(m_notes, id); }
    QList<NodeKey> allWithIdOf(NodeKind kind, const QString &id) const;
    bool hasDoubles() const { return m_doubles > 0; } ///< Some id stands twice.

    /// \a wanted made into a valid id that no node of that namespace has: `review`, `review-2`...
    QString freshId(NodeKind kind, const QString &wanted) const;

    void add(NodeKey key, const QString &id);
    void remove(NodeKey key, const QString &id);

private:
    using Keys = QHash<TextKey, QVarLengthArray<NodeKey, 1>>;
    static NodeKey first(const Keys &keys, const QString &id);
    Keys &of(NodeKind kind);
    const Keys &of(NodeKind kind) const { return const_cast<IdIndex *>(this)->of(kind); }

    Keys m_personas;
    Keys m_phases;
    Keys m_steps;
    Keys m_notes;
    qsizetype m_doubles = 0; ///< Keys beyond the first of an id.
};

} // namespace baton
