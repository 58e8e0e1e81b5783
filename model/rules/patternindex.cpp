// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/patternindex.h"

#include <algorithm>

namespace baton {

namespace {

constexpr size_t lookedBack = 8;
/// A group of so many is looked through as a whole.
constexpr qsizetype smallGroup = 16;
/// What a comparison costs is the product of the lengths of both patterns: some 10 to 50 ns apiece.
constexpr qint64 mostInGroup = 24'000'000;
constexpr qint64 mostInAll = 4 * mostInGroup;
constexpr qint64 lookCost = 2;

QString backwards(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    std::reverse_copy(text.begin(), text.end(), result.begin());
    return result;
}

} // namespace

void PatternIndex::reserve(qsizetype patterns)
{
    m_entries.reserve(size_t(patterns));
    m_literals.reserve(patterns);
}

void PatternIndex::set(int task, const QStringList &patterns)
{
    m_isUncertain |= m_isExhausted;
    remove(task);
    if (patterns.isEmpty())
        return;
    if (m_overlaps)
        byPrefix(); // before the new ones, which enter it one by one
    if (m_ofTask.size() <= size_t(task))
        m_ofTask.resize(size_t(task) + 1);
    m_ofTask[size_t(task)] = {int(m_entries.size()), int(m_entries.size() + size_t(patterns.size()))};
    for (int item = 0; item < patterns.size(); ++item) {
        m_entries.push_back({task, item, Glob(patterns.at(item))});
        enter(int(m_entries.size()) - 1);
    }
}

/// Whether they do, as far as there is something left to spend: of the group's share, where there is one.
bool PatternIndex::overlap(int index, const Glob &glob, const Group *group) const
{
    if (group && group->spent > mostInGroup)
        return false;
    const Glob &other = m_entries[size_t(index)].glob;
    const bool may = other.mayIntersect(glob);
    const qint64 cost = may ? lookCost + other.pattern().size() * glob.pattern().size() : lookCost;
    m_spent += cost;
    if (group)
        group->spent += cost;
    if (m_spent > mostInAll || (group && group->spent > mostInGroup)) {
        if (!m_isExhausted)
            m_exhaustedPrefix = (group ? prefix(group->all.first()) : glob.fixedPrefix()).toString();
        m_isExhausted = true;
        m_isUncertain |= m_spent > mostInAll;
        return false;
    }
    return may && other.intersects(glob);
}

void PatternIndex::enter(int index)
{
    const Glob &glob = m_entries[size_t(index)].glob;
    if (m_overlaps) {
        const auto pairUp = [&](int other, const Group *group) {
            if (overlap(other, glob, group))
                m_overlaps->emplace_back(other, index);
        };
        forWildAround(glob, [&](int other, const Group &group) { pairUp(other, &group); });
        if (!glob.isLiteral())
            forAllBelow(glob, [&](int other) {
                if (m_entries[size_t(other)].glob.isLiteral() || prefix(other).size() > prefix(index).size())
                    pairUp(other, nullptr);
            });
    }
    if (m_byPrefix)
        m_byPrefix->insert(placeByPrefix(index), index);
    enterEnds(m_ends, glob, index);
    if (!glob.isLiteral())
        return enterGroup(index);
    Indices &same = m_literals[glob.pattern()];
    same.append(index);
    if (same.size() == 2)
        m_shared.insert(glob.pattern());
}

void PatternIndex::enterGroup(int index)
{
    const Glob &glob = m_entries[size_t(index)].glob;
    Group &group = m_wild[glob.fixedPrefix().toString()];
    group.all.append(index);
    enterEnds(group.ends, glob, index);
    const size_t length = size_t(glob.fixedPrefix().size());
    m_prefixLengths.resize(std::max(m_prefixLengths.size(), length + 1));
    ++m_prefixLengths[length];
}

void PatternIndex::leaveGroup(int index)
{
    const Glob &glob = m_entries[size_t(index)].glob;
    Group &group = m_wild[glob.fixedPrefix().toString()];
    group.all.removeIf([&](int other) { return other == index; });
    leaveEnds(group.ends, glob, index);
    --m_prefixLengths[size_t(glob.fixedPrefix().size())];
}

template <class List>
PatternIndex::Ends PatternIndex::endsOf(const List &indices) const
{
    Ends ends;
    for (int index : indices) {
        const Glob &glob = m_entries[size_t(index)].glob;
        ends.heads.append(glob.nameHead().toString(), index);
        ends.tails.append(backwards(glob.nameTail()), index);
    }
    ends.heads.sort();
    ends.tails.sort();
    return ends;
}

void PatternIndex::enterEnds(std::optional<Ends> &ends, const Glob &glob, int index)
{
    if (ends) {
        ends->heads.insert(glob.nameHead().toString(), index);
        ends->tails.insert(backwards(glob.nameTail()), index);
    }
}

void PatternIndex::leaveEnds(std::optional<Ends> &ends, const Glob &glob, int index)
{
    if (ends) {
        ends->heads.remove(glob.nameHead().toString(), index);
        ends->tails.remove(backwards(glob.nameTail()), index);
    }
}

/// Calls \a act with the entries of a group; of a large one, only with those that can overlap \a glob by one end of
/// their last name.
template <class Act>
void PatternIndex::forKin(const Group &group, const Glob &glob, Act act) const
{
    if (group.all.size() <= smallGroup) {
        std::for_each(group.all.begin(), group.all.end(), act);
        return;
    }
    if (!group.ends)
        group.ends = endsOf(group.all);
    const QStringView head = glob.nameHead();
    const QString tail = backwards(glob.nameTail());
    if (group.ends->heads.countKin(head) <= group.ends->tails.countKin(tail))
        group.ends->heads.forKin(head, act);
    else
        group.ends->tails.forKin(tail, act);
}

std::vector<int> PatternIndex::of(int task) const
{
    std::vector<int> found;
    const Span span = size_t(task) < m_ofTask.size() ? m_ofTask[size_t(task)] : Span();
    for (int index = span.begin; index < span.end; ++index)
        found.push_back(index);
    return found;
}

void PatternIndex::remove(int task)
{
    for (int index : of(task)) {
        if (m_byPrefix)
            m_byPrefix->erase(placeByPrefix(index));
        if (m_overlaps)
            std::erase_if(*m_overlaps, [&](const Overlap &pair) { return pair.first == index || pair.second == index; });
        Entry &entry = m_entries[size_t(index)];
        leaveEnds(m_ends, entry.glob, index);
        if (entry.glob.isLiteral()) {
            const auto same = m_literals.find(entry.glob.pattern());
            same->removeIf([&](int other) { return other == index; });
            if (same->size() == 1)
                m_shared.remove(entry.glob.pattern());
            else if (same->isEmpty())
                m_literals.erase(same);
        } else {
            leaveGroup(index);
        }
        entry = {};
        ++m_removed;
    }
    if (size_t(task) < m_ofTask.size())
        m_ofTask[size_t(task)] = {};
}

/// Calls \a act with the wild entries whose fixed prefix begins that of \a glob, as far as they can overlap it, and
/// their group.
template <class Act>
void PatternIndex::forWildAround(const Glob &glob, Act act) const
{
    const QStringView whole = glob.fixedPrefix();
    for (size_t length = 0; length < m_prefixLengths.size() && qsizetype(length) <= whole.size(); ++length) {
        if (m_prefixLengths[length] == 0)
            continue;
        const auto found = m_wild.constFind(whole.first(qsizetype(length)).toString());
        if (found != m_wild.constEnd())
            forKin(*found, glob, [&](int index) { act(index, *found); });
    }
}

/// Calls \a act with all entries whose fixed prefix begins with that of \a glob.
template <class Act>
void PatternIndex::forAllBelow(const Glob &glob, Act act) const
{
    const QStringView wanted = glob.fixedPrefix();
    const std::vector<int> &all = byPrefix();
    const auto begin = std::lower_bound(all.begin(), all.end(), wanted,
                                        [&](int index, QStringView text) { return prefix(index).compare(text) < 0; });
    const auto end = std::partition_point(begin, all.end(), [&](int index) { return prefix(index).startsWith(wanted); });
    const QStringView head = glob.nameHead();
    const QString tail = backwards(glob.nameTail());
    if (end - begin <= smallGroup || (head.isEmpty() && tail.isEmpty())) {
        std::for_each(begin, end, act);
        return;
    }
    if (!m_ends)
        m_ends = endsOf(all);
    const qsizetype byHead = m_ends->heads.countKin(head);
    const qsizetype byTail = m_ends->tails.countKin(tail);
    const auto below = [&](int index) {
        if (prefix(index).startsWith(wanted))
            act(index);
    };
    if (end - begin <= std::min(byHead, byTail))
        std::for_each(begin, end, act);
    else if (byHead <= byTail)
        m_ends->heads.forKin(head, below);
    else
        m_ends->tails.forKin(tail, below);
}

const std::vector<int> &PatternIndex::byPrefix() const
{
    if (!m_byPrefix) {
        m_byPrefix.emplace();
        for (size_t i = 0; i < m_entries.size(); ++i) {
            if (m_entries[i].task >= 0)
                m_byPrefix->push_back(int(i));
        }
        std::sort(m_byPrefix->begin(), m_byPrefix->end(), [&](int a, int b) {
            const int order = prefix(a).compare(prefix(b));
            return order == 0 ? a < b : order < 0;
        });
    }
    return *m_byPrefix;
}

std::vector<int>::iterator PatternIndex::placeByPrefix(int index) const
{
    return std::lower_bound(m_byPrefix->begin(), m_byPrefix->end(), index, [&](int a, int b) {
        const int order = prefix(a).compare(prefix(b));
        return order == 0 ? a < b : order < 0;
    });
}

QVarLengthArray<int, 8> PatternIndex::overlapping(const Glob &glob) const
{
    QVarLengthArray<int, 8> found;
    const auto look = [&](int index) {
        if (overlap(index, glob, nullptr))
            found.append(index);
    };
    if (glob.isLiteral()) {
        const auto same = m_literals.constFind(glob.pattern());
        if (same != m_literals.constEnd())
            found.append(same->data(), same->size());
        forWildAround(glob, [&](int index, const Group &) { look(index); });
        return found;
    }
    // What it meets begins with its fixed prefix, or is wild and begins it.
    forAllBelow(glob, look);
    forWildAround(glob, [&](int index, const Group &) {
        if (prefix(index).size() < glob.fixedPrefix().size())
            look(index);
    });
    return found;
}

const std::vector<PatternIndex::Overlap> &PatternIndex::wildOverlaps() const
{
    if (m_overlaps)
        return *m_overlaps;
    m_overlaps.emplace();
    if (m_wild.isEmpty())
        return *m_overlaps;
    // In the order of their fixed prefixes, what begins with one lies behind it in one stretch.
    std::vector<std::pair<QStringView, const Group *>> open; // whose prefix begins the current one's
    QStringView last;
    for (int index : byPrefix()) {
        const QStringView here = prefix(index);
        if (index == byPrefix().front() || here != last) {
            while (!open.empty() && !here.startsWith(open.back().first))
                open.pop_back();
            if (const auto own = m_wild.constFind(here.toString()); own != m_wild.constEnd())
                open.emplace_back(here, &*own);
            last = here;
        }
        const Glob &glob = m_entries[size_t(index)].glob;
        for (const auto &[start, group] : open) {
            forKin(*group, glob, [&, &start = start, &group = group](int other) {
                const bool isOnce = glob.isLiteral() || start.size() < here.size() || other < index;
                if (isOnce && overlap(other, glob, group))
                    m_overlaps->emplace_back(other, index);
            });
        }
    }
    return *m_overlaps;
}

std::vector<PatternIndex::Pair> PatternIndex::pairs(const std::function<Place(int task)> &placeOf) const
{
    std::vector<Pair> result;
    const auto rankOf = [&](int index) {
        const Entry &entry = m_entries[size_t(index)];
        return std::pair(placeOf(entry.task), entry.item);
    };
    const auto pairUp = [&](int a, int b) {
        if (m_entries[size_t(a)].task == m_entries[size_t(b)].task)
            return;
        result.push_back(rankOf(a) < rankOf(b) ? Pair{a, b} : Pair{b, a});
    };
    for (const QString &path : m_shared) {
        const Indices &entries = *m_literals.constFind(path);
        std::vector<int> same(entries.begin(), entries.end());
        std::sort(same.begin(), same.end(), [&](int a, int b) { return rankOf(a) < rankOf(b); });
        for (size_t i = 1; i < same.size(); ++i) {
            for (size_t k = i; k > 0 && i - k < lookedBack; --k)
                pairUp(same[k - 1], same[i]);
        }
    }
    for (const auto &[a, b] : wildOverlaps())
        pairUp(a, b);
    std::sort(result.begin(), result.end(), [&](const Pair &a, const Pair &b) {
        return std::pair(rankOf(a.later), rankOf(a.earlier)) < std::pair(rankOf(b.later), rankOf(b.earlier));
    });
    return result;
}

} // namespace baton
