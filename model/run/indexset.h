// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>

#include <bit>

namespace baton {

/// A set of small numbers with its smallest at hand: a tree of bits, 64 to a word, so that adding, taking out and
/// finding the first cost a few instructions whatever the size. Copies share until one of them changes.
class IndexSet
{
public:
    /// \a size numbers, 0 up; all out.
    void reset(qsizetype size)
    {
        m_levels.clear();
        do {
            size = (size + 63) / 64;
            m_levels.append(QList<quint64>(qMax(size, qsizetype(1)), 0));
        } while (size > 1);
    }
    bool isEmpty() const { return m_levels.isEmpty() || m_levels.constLast().constFirst() == 0; }
    bool contains(int number) const { return m_levels.at(0).at(number >> 6) >> (number & 63) & 1; }
    /// The smallest, -1 when empty.
    int first() const
    {
        if (isEmpty())
            return -1;
        int number = 0;
        for (qsizetype level = m_levels.size() - 1; level >= 0; --level)
            number = number << 6 | std::countr_zero(m_levels.at(level).at(number));
        return number;
    }
    /// The smallest that is larger than \a number, -1 when there is none.
    int after(int number) const
    {
        for (qsizetype level = 0; level < m_levels.size(); ++level) {
            const int word = number >> 6;
            const int bit = number & 63;
            const quint64 rest = bit == 63 ? 0 : m_levels.at(level).at(word) >> (bit + 1) << (bit + 1);
            if (rest) {
                number = word << 6 | std::countr_zero(rest);
                while (--level >= 0)
                    number = number << 6 | std::countr_zero(m_levels.at(level).at(number));
                return number;
            }
            number = word;
        }
        return -1;
    }
    void insert(int number)
    {
        for (QList<quint64> &level : m_levels) {
            quint64 &word = level[number >> 6];
            const quint64 before = word;
            word |= quint64(1) << (number & 63);
            if (before)
                return;
            number >>= 6;
        }
    }
    void remove(int number)
    {
        for (QList<quint64> &level : m_levels) {
            quint64 &word = level[number >> 6];
            word &= ~(quint64(1) << (number & 63));
            if (word)
                return;
            number >>= 6;
        }
    }
    void set(int number, bool in)
    {
        if (in == contains(number))
            return;
        if (in)
            insert(number);
        else
            remove(number);
    }
    /// All members, smallest first.
    QList<int> toList() const
    {
        QList<int> list;
        if (isEmpty())
            return list;
        const QList<quint64> &words = m_levels.at(0);
        for (qsizetype i = 0; i < words.size(); ++i) {
            for (quint64 word = words.at(i); word; word &= word - 1)
                list.append(int(i * 64 + std::countr_zero(word)));
        }
        return list;
    }

    bool operator==(const IndexSet &) const = default;

private:
    QList<QList<quint64>> m_levels;
};

} // namespace baton
