// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <algorithm>
#include <vector>

namespace baton {

/// Numbers in the order of a text that belongs to each. Finds those whose text begins another, or goes on from it,
/// without a look at the rest.
class TextOrder
{
public:
    /// Without a place yet: sort() comes after.
    void append(const QString &text, int number)
    {
        m_items.push_back({text, number});
        count(text);
    }
    void sort() { std::sort(m_items.begin(), m_items.end()); }
    void insert(const QString &text, int number)
    {
        Item item{text, number};
        const auto place = std::lower_bound(m_items.begin(), m_items.end(), item);
        m_items.insert(place, std::move(item));
        count(text);
    }
    void remove(const QString &text, int number)
    {
        const auto found = std::lower_bound(m_items.begin(), m_items.end(), Item{text, number});
        if (found == m_items.end() || found->number != number)
            return;
        --m_lengths[size_t(found->text.size())];
        m_items.erase(found);
    }
    qsizetype countKin(QStringView text) const
    {
        qsizetype count = 0;
        forRanges(text, [&](auto begin, auto end) { count += end - begin; });
        return count;
    }
    template <class Act>
    void forKin(QStringView text, Act act) const
    {
        forRanges(text, [&](auto begin, auto end) {
            std::for_each(begin, end, [&](const Item &item) { act(item.number); });
        });
    }

private:
    struct Item
    {
        QString text;
        int number;

        bool operator<(const Item &other) const
        {
            const int order = text.compare(other.text);
            return order == 0 ? number < other.number : order < 0;
        }
    };

    void count(const QString &text)
    {
        const size_t length = size_t(text.size());
        m_lengths.resize(std::max(m_lengths.size(), length + 1));
        ++m_lengths[length];
    }
    template <class Act>
    void forRanges(QStringView text, Act act) const
    {
        const auto from = [&](QStringView wanted) {
            return std::lower_bound(m_items.begin(), m_items.end(), wanted,
                                    [](const Item &item, QStringView sought) { return sought.compare(item.text) > 0; });
        };
        for (size_t length = 0; length < m_lengths.size() && qsizetype(length) < text.size(); ++length) {
            if (m_lengths[length] == 0)
                continue;
            const QStringView wanted = text.first(qsizetype(length));
            const auto begin = from(wanted);
            act(begin, std::partition_point(begin, m_items.end(), [&](const Item &item) { return item.text == wanted; }));
        }
        const auto begin = from(text);
        act(begin, std::partition_point(begin, m_items.end(), [&](const Item &item) { return item.text.startsWith(text); }));
    }

    std::vector<Item> m_items;
    std::vector<int> m_lengths; ///< How many texts are that long.
};

} // namespace baton
