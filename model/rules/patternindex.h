// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/glob.h"
#include "model/base/textkey.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QVarLengthArray>

#include <functional>
#include <optional>
#include <vector>

namespace baton {

/// The paths and patterns that tasks deliver, own or read, searchable by overlap; kept up task by task. The work is
/// bounded: past a million comparisons a hostile plan is no longer looked at.
class PatternIndex
{
public:
    struct Entry
    {
        int task = -1; ///< -1 once it has been removed.
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
    /// These are the task's patterns from now on.
    void set(int task, const QStringList &patterns);
    bool isEmpty() const { return m_removed == m_entries.size(); }
    /// More has been removed than is there: make it anew.
    bool isWorn() const { return m_removed > 256 && m_removed * 2 > m_entries.size(); }
    /// There was more to compare than was compared, so what was found depends on the order of looking.
    bool isExhausted() const { return m_compared >= mostCompared; }
    const std::vector<Entry> &entries() const { return m_entries; }
    std::vector<int> of(int task) const; ///< Its entries.

    /// Entries that can name a path that \a glob names too, in no particular order.
    QVarLengthArray<int, 8> overlapping(const Glob &glob) const;
    /// Pairs of overlapping entries of two tasks, the one whose task comes first first. Of many that name the same path
    /// each is paired with the few before it only: when those are in order, so are all.
    std::vector<Pair> pairs(const std::function<Place(int task)> &placeOf) const;

private:
    static constexpr qint64 mostCompared = 1'000'000;
    using Indices = QVarLengthArray<int, 2>;
    using Overlap = std::pair<int, int>;
    struct Span
    {
        int begin = 0;
        int end = 0;
    };

    bool mayCompare() const { return ++m_compared < mostCompared; }
    QStringView prefix(int index) const { return m_entries[size_t(index)].glob.fixedPrefix(); }
    void remove(int task);
    void enter(int index);
    template <class Act>
    void forWildAround(const Glob &glob, Act act) const;
    template <class Act>
    void forAllBelow(const Glob &glob, Act act) const;
    const std::vector<int> &byPrefix() const;
    std::vector<int>::iterator placeByPrefix(int index) const;
    const std::vector<Overlap> &wildOverlaps() const;

    std::vector<Entry> m_entries;
    std::vector<Span> m_ofTask;
    size_t m_removed = 0;
    QHash<TextKey, Indices> m_literals;
    QSet<QString> m_shared;             ///< Literals of several entries.
    QHash<TextKey, Indices> m_wild;     ///< By fixed prefix.
    std::vector<int> m_prefixLengths;   ///< How many fixed prefixes are that long.
    mutable std::optional<std::vector<int>> m_byPrefix;     ///< Entries in the order of their fixed prefixes.
    mutable std::optional<std::vector<Overlap>> m_overlaps; ///< Of wild entries with all.
    mutable qint64 m_compared = 0;
};

} // namespace baton
