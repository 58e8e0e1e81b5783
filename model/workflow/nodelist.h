// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/nodekey.h"

#include <QList>

#include <memory>

namespace baton {

/// The nodes of one kind, in the order of the file. Nodes are shared and never changed in place, so a copy of a
/// whole workflow costs next to nothing, and two versions of it are compared by pointer where nothing changed.
template <class T>
class NodeList
{
public:
    struct Slot
    {
        NodeKey key;
        std::shared_ptr<const T> node;
        bool operator==(const Slot &other) const
        {
            return key == other.key && (node == other.node || *node == *other.node);
        }
    };

    qsizetype size() const { return m_slots.size(); }
    bool isEmpty() const { return m_slots.isEmpty(); }
    const T &at(qsizetype position) const { return *m_slots.at(position).node; }
    NodeKey keyAt(qsizetype position) const { return m_slots.at(position).key; }
    auto begin() const { return m_slots.cbegin(); } ///< Iterates over `Slot`s.
    auto end() const { return m_slots.cend(); }

    /// Null when absent.
    const T *find(NodeKey key) const
    {
        const qsizetype position = indexOf(key);
        return position < 0 ? nullptr : m_slots.at(position).node.get();
    }
    std::shared_ptr<const T> shared(NodeKey key) const
    {
        const qsizetype position = indexOf(key);
        return position < 0 ? nullptr : m_slots.at(position).node;
    }
    /// Position in file order, -1 when absent.
    qsizetype indexOf(NodeKey key) const
    {
        return key.number() < quint32(m_positions.size()) ? m_positions.at(key.number()) : -1;
    }

    void reserve(qsizetype size)
    {
        m_slots.reserve(size);
        m_positions.reserve(size);
    }
    void insert(qsizetype position, NodeKey key, std::shared_ptr<const T> node)
    {
        position = qBound(qsizetype(0), position, m_slots.size());
        m_slots.insert(position, {key, std::move(node)});
        if (key.number() >= quint32(m_positions.size()))
            m_positions.resize(key.number() + 1, -1);
        renumber(position);
    }
    void remove(NodeKey key)
    {
        const qsizetype position = indexOf(key);
        Q_ASSERT(position >= 0);
        m_slots.removeAt(position);
        m_positions[key.number()] = -1;
        renumber(position);
    }
    void replace(NodeKey key, std::shared_ptr<const T> node)
    {
        const qsizetype position = indexOf(key);
        Q_ASSERT(position >= 0);
        m_slots[position].node = std::move(node);
    }

    bool operator==(const NodeList &other) const { return m_slots == other.m_slots; }

private:
    void renumber(qsizetype from)
    {
        for (qsizetype i = from; i < m_slots.size(); ++i)
            m_positions[m_slots.at(i).key.number()] = qint32(i);
    }

    QList<Slot> m_slots;
    QList<qint32> m_positions; ///< NodeKey::number() to position, -1 when absent.
};

} // namespace baton
