// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>

#include <span>
#include <utility>

namespace baton {

/// Many short lists in two allocations: what depends on each task, say.
template <class T>
class FlatLists
{
public:
    FlatLists() = default;
    /// \a items holds (list, item); the order within each list is kept.
    FlatLists(qsizetype lists, const QList<std::pair<int, T>> &items)
        : m_first(lists + 1, 0)
        , m_items(items.size())
    {
        for (const auto &[list, item] : items)
            ++m_first[list + 1];
        for (qsizetype i = 0; i < lists; ++i)
            m_first[i + 1] += m_first.at(i);
        QList<int> next = m_first;
        for (const auto &[list, item] : items)
            m_items[next[list]++] = item;
    }

    std::span<const T> of(qsizetype list) const
    {
        const int first = m_first.at(list);
        return {m_items.constData() + first, size_t(m_first.at(list + 1) - first)};
    }
    /// Where the items of a list begin among all items.
    int offset(qsizetype list) const { return m_first.at(list); }
    qsizetype itemCount() const { return m_items.size(); }

private:
    QList<int> m_first = {0};
    QList<T> m_items;
};

} // namespace baton
