// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/workflow/contents.h"
#include "model/workflow/edit.h"

#include <QCoreApplication>
#include <QObject>

#include <array>

namespace baton {

/// An open workflow: its contents, an index of ids, and the one place that changes them. Knows what an edit would
/// be; leaves undo, files, rules and pictures to others.
class Workflow : public QObject
{
    Q_OBJECT

public:
    explicit Workflow(Contents contents = {}, QObject *parent = nullptr);

    const Contents &contents() const { return m_contents; }
    const WorkflowInfo &info() const { return m_contents.info; }
    const Task *task(NodeKey key) const { return m_contents.task(key); } ///< Null when absent. Do not keep it.
    const Gate *gate(NodeKey key) const { return m_contents.gate(key); }
    const Phase *phase(NodeKey key) const { return m_contents.phase(key); }
    const Persona *persona(NodeKey key) const { return m_contents.persona(key); }
    const IdIndex &ids() const { return m_ids; }
    /// The value of one field; an empty string for a node or field that is not there.
    Value valueOf(NodeKey key, Field field) const;

    /// A key nobody has, for an Insert that later steps of the same edit speak of.
    NodeKey freshKey(NodeKind kind) const;
    /// \a wanted made into a valid id that no node of that namespace has: `review`, `review-2`...
    QString freshId(NodeKind kind, const QString &wanted) const;

    /// \a to needs \a from (task or gate). Refused where that would close a cycle (the message names it), join a node
    /// to itself or double a need.
    Result<Edit> connecting(NodeKey from, NodeKey to, NeedType type = NeedType::Order) const;
    /// The cycle that a need of \a to on \a from would close, \a from first; empty where there is none.
    QList<NodeKey> cycleThrough(NodeKey from, NodeKey to) const;
    Edit disconnecting(NodeKey from, NodeKey to) const;
    /// Renames a node and every reference to it. Refused for an id that is no id or is taken.
    Result<Edit> renaming(NodeKey key, const QString &newId) const;
    /// Takes nodes out with all references to them.
    Edit removing(const QList<NodeKey> &keys) const;

    /// Applies an edit and returns the edit that takes it back. Steps that speak of absent nodes are skipped.
    Edit apply(const Edit &edit);
    /// Becomes another document.
    void reset(Contents contents);

    static bool isValidId(const QString &id); ///< [a-z0-9][a-z0-9-]*

signals:
    /// Once per edit, afterwards.
    void changed(const baton::Change &change);

private:
    void applyStep(const Step &step, Edit &inverse, Change &change);
    void insert(const Insert &step, Edit &inverse, Change &change);
    void remove(const Remove &step, Edit &inverse, Change &change);
    void set(const Set &step, Edit &inverse, Change &change);
    void takeIn();

    Contents m_contents;
    IdIndex m_ids;
    mutable std::array<quint32, 8> m_nextNumber = {}; ///< By NodeKind; not data, so a const workflow may hand out keys.
};

} // namespace baton
