// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/nodekey.h"
#include "model/workflow/fields.h"
#include "model/workflow/nodes.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QSet>

#include <array>
#include <bitset>
#include <initializer_list>
#include <memory>
#include <variant>

namespace baton {

using Node = std::variant<std::shared_ptr<const Persona>, std::shared_ptr<const Phase>, std::shared_ptr<const Task>,
                          std::shared_ptr<const Gate>, std::shared_ptr<const Note>>;

inline NodeKind kindOf(const Node &node)
{
    constexpr std::array kinds{NodeKind::Persona, NodeKind::Phase, NodeKind::Task, NodeKind::Gate, NodeKind::Note};
    return kinds[node.index()];
}

/// A node comes in. A null key asks for a fresh one; taking back a removal carries the old key.
struct Insert
{
    NodeKey key;
    qsizetype position = -1; ///< In the list of its kind; -1 = at the end.
    Node node;
};

struct Remove
{
    NodeKey key;
};

/// One field gets another value.
struct Set
{
    NodeKey key;
    Field field;
    Value value;
};

using Step = std::variant<Insert, Remove, Set>;

/// One change to a workflow, as a value. Gestures, inspector fields, quick fixes, renames,
/// imports and the fix phase that a failed gate proposes are all edits.
struct Edit
{
    QList<Step> steps;

    bool isEmpty() const { return steps.isEmpty(); }
    Edit &set(NodeKey key, Field field, Value value)
    {
        steps.append(Set{key, field, std::move(value)});
        return *this;
    }
    Edit &remove(NodeKey key)
    {
        steps.append(Remove{key});
        return *this;
    }
    /// Appends a node of any kind; with a key from Workflow::freshKey() where later steps speak of it.
    template <class T>
    Edit &insert(T node, NodeKey key = {}, qsizetype position = -1)
    {
        steps.append(Insert{key, position, std::make_shared<const T>(std::move(node))});
        return *this;
    }
    Edit &append(Edit other)
    {
        steps.append(std::move(other.steps));
        return *this;
    }
};

class FieldSet
{
public:
    FieldSet() = default;
    FieldSet(std::initializer_list<Field> fields)
    {
        for (Field field : fields)
            add(field);
    }
    static FieldSet all()
    {
        FieldSet set;
        set.m_bits.set();
        return set;
    }
    void add(Field field) { m_bits.set(size_t(field)); }
    bool contains(Field field) const { return m_bits.test(size_t(field)); }
    bool isEmpty() const { return m_bits.none(); }
    bool isSubsetOf(const FieldSet &other) const { return (m_bits & ~other.m_bits).none(); }
    bool intersects(const FieldSet &other) const { return (m_bits & other.m_bits).any(); }
    void add(const FieldSet &other) { m_bits |= other.m_bits; }
    bool containsOnly(Field field) const { return m_bits.count() == 1 && contains(field); }
    bool operator==(const FieldSet &) const = default;

private:
    std::bitset<size_t(Field::Count)> m_bits;
};

/// What an edit did: enough for a view, the rules or a cache to catch up.
struct Change
{
    QSet<NodeKey> added = {};
    QSet<NodeKey> removed = {};
    QHash<NodeKey, FieldSet> touched = {};
    bool reset = false; ///< Everything may be different: another document.

    bool isEmpty() const { return added.isEmpty() && removed.isEmpty() && touched.isEmpty() && !reset; }
    bool touches(NodeKey key, Field field) const
    {
        const auto found = touched.constFind(key);
        return found != touched.constEnd() && found->contains(field);
    }
};

} // namespace baton

Q_DECLARE_METATYPE(baton::Change)
