// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/glob.h"

#include <QHash>
#include <QList>
#include <QVarLengthArray>

#include <functional>
#include <vector>

namespace baton {

/// The paths and patterns that tasks deliver or own, searchable by overlap. The work is bounded: past a million
/// comparisons a hostile plan is no longer looked at.
class PatternIndex
{
public:
    struct Entry
    {
        int task = -1;
        int item = -1;
        Glob glob;
    };
    struct Pair
    {
        int earlier = -1; ///< Into entries().
        int later = -1;
    };

    using Place = std::pair<int, qsizetype>; ///< Where a task comes among others.

    void reserve(qsizetype patterns);
    void add(int task, const QStringList &patterns);
    bool isEmpty() const { return m_entries.empty(); }
    const std::vector<Entry> &entries() const { return m_entries; }

    /// Entries that can name a path that \a glob names too.
    QVarLengthArray<int, 8> overlapping(const Glob &glob) const;
    /// Pairs of overlapping entries of two tasks, the one whose task comes first first. Of many that name the same path
    /// each is paired with the few before it only: when those are in order, so are all.
    std::vector<Pair> pairs(const std::function<Place(int task)> &placeOf) const;

private:
    using Indices = QVarLengthArray<int, 2>;

    bool mayCompare() const { return ++m_compared < 1'000'000; }

    std::vector<Entry> m_entries;
    QHash<QString, Indices> m_literals;
    QStringList m_shared;              ///< Literals of several entries.
    QHash<QString, Indices> m_wild;    ///< By fixed prefix.
    std::vector<char> m_prefixLengths; ///< Whether some fixed prefix is that long.
    mutable qint64 m_compared = 0;
};

} // namespace baton
