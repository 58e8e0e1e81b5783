// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/glob.h"
#include "model/base/textkey.h"
#include "model/rules/textorder.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QVarLengthArray>

#include <functional>
#include <optional>
#include <vector>

namespace baton {

/// The paths and patterns that tasks deliver, own or read, searchable by overlap; kept up task by task. Only what can
/// overlap by its first letters and by those at either end of its last name is compared at all. The work is bounded,
/// for patterns that begin alike and for all together: of a hostile plan not everything is looked at.
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
    /// There was more to compare than was compared.
    bool isExhausted() const { return m_isExhausted; }
    /// So it was, and what would be found now depends on the order of looking.
    bool isUncertain() const { return m_isUncertain; }
    /// What the patterns begin with of which not all were compared; where there are several such, one of them.
    const QString &exhaustedPrefix() const { return m_exhaustedPrefix; }
    const std::vector<Entry> &entries() const { return m_entries; }
    std::vector<int> of(int task) const; ///< Its entries.

    /// Entries that can name a path that \a glob names too, in no particular order.
    QVarLengthArray<int, 8> overlapping(const Glob &glob) const;
    /// Pairs of overlapping entries of two tasks, the one whose task comes first first. Of many that name the same path
    /// each is paired with the few before it only: when those are in order, so are all.
    std::vector<Pair> pairs(const std::function<Place(int task)> &placeOf) const;

private:
    using Indices = QVarLengthArray<int, 2>;
    using Overlap = std::pair<int, int>;
    struct Span
    {
        int begin = 0;
        int end = 0;
    };
    /// Entries by both ends of their last name.
    struct Ends
    {
        TextOrder heads;
        TextOrder tails; ///< Backwards.
    };
    /// Wild entries that have one fixed prefix.
    struct Group
    {
        Indices all;
        mutable std::optional<Ends> ends; ///< Of a large group.
        mutable qint64 spent = 0;
    };

    QStringView prefix(int index) const { return m_entries[size_t(index)].glob.fixedPrefix(); }
    bool overlap(int index, const Glob &glob, const Group *group) const;
    void remove(int task);
    void enter(int index);
    template <class List>
    Ends endsOf(const List &indices) const;
    static void enterEnds(std::optional<Ends> &ends, const Glob &glob, int index);
    static void leaveEnds(std::optional<Ends> &ends, const Glob &glob, int index);
    void enterGroup(int index);
    void leaveGroup(int index);
    template <class Act>
    void forKin(const Group &group, const Glob &glob, Act act) const;
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
    QHash<TextKey, Group> m_wild;       ///< By fixed prefix.
    std::vector<int> m_prefixLengths;   ///< How many fixed prefixes are that long.
    mutable std::optional<std::vector<int>> m_byPrefix;     ///< Entries in the order of their fixed prefixes.
    mutable std::optional<std::vector<Overlap>> m_overlaps; ///< Of wild entries with all.
    mutable std::optional<Ends> m_ends;                     ///< Of all entries.
    mutable qint64 m_spent = 0;                             ///< On comparisons.
    mutable bool m_isExhausted = false;
    mutable bool m_isUncertain = false;
    mutable QString m_exhaustedPrefix;
};

} // namespace baton
