// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/editing/selection.h"

namespace baton {

void Selection::set(const QSet<NodeKey> &keys, NodeKey current)
{
    if (current.isNull() || !keys.contains(current))
        current = keys.contains(m_current) ? m_current : keys.isEmpty() ? NodeKey() : *keys.cbegin();
    if (keys == m_keys && current == m_current)
        return;
    m_keys = keys;
    m_current = current;
    emit changed();
}

void Selection::toggle(NodeKey key)
{
    QSet<NodeKey> keys = m_keys;
    const bool was = keys.remove(key);
    if (!was)
        keys.insert(key);
    set(keys, was ? NodeKey() : key);
}

} // namespace baton
