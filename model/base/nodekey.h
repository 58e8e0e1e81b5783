// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace baton {

enum class NodeKind : quint8 { None, Workflow, Persona, Phase, Task, Gate, Note };

/// The identity of one part of a workflow while it is open. Handed out on loading, never written
/// and never used twice. Not the id in the file, which is text: missing, doubled or about to be renamed.
class NodeKey
{
public:
    constexpr NodeKey() = default;
    constexpr NodeKey(NodeKind kind, quint32 number) : m_value(quint32(kind) << 28 | number) {}

    constexpr NodeKind kind() const { return NodeKind(m_value >> 28); }
    /// Counts up from 0 within each kind, so it can index a flat array.
    constexpr quint32 number() const { return m_value & 0x0fffffffu; }
    constexpr bool isNull() const { return m_value == 0; }
    constexpr quint32 value() const { return m_value; }

    constexpr auto operator<=>(const NodeKey &) const = default;

private:
    quint32 m_value = 0;
};

/// The workflow itself: its name, mission and settings.
inline constexpr NodeKey workflowKey{NodeKind::Workflow, 0};

inline size_t qHash(NodeKey key, size_t seed = 0)
{
    return ::qHash(key.value(), seed);
}

} // namespace baton

Q_DECLARE_METATYPE(baton::NodeKey)
Q_DECLARE_TYPEINFO(baton::NodeKey, Q_PRIMITIVE_TYPE);
