// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/patternindex.h"

#include <algorithm>

namespace baton {

namespace {

constexpr size_t lookedBack = 8;

} // namespace

void PatternIndex::reserve(qsizetype patterns)
{
    m_entries.reserve(size_t(patterns));
    m_literals.reserve(patterns);
}

void PatternIndex::set(int task, const QStringList &patterns)
{
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

void PatternIndex::enter(int index)
{
    const Glob &glob = m_entries[size_t(index)].glob;
    if (m_overlaps) {
        const auto pairUp = [&](int other) {
            if (mayCompare() && m_entries[size_t(other)].glob.intersects(glob))
                m_overlaps->emplace_back(other, index);
        };
        forWildAround(glob, pairUp);
        if (!glob.isLiteral())
            forAllBelow(glob, [&](int other) {
                if (m_entries[size_t(other)].glob.isLiteral() || prefix(other).size() > prefix(index).size())
                    pairUp(other);
            });
    }
    if (m_byPrefix)
        m_byPrefix->insert(placeByPrefix(index), index);
    if (glob.isLiteral()) {
        Indices &same = m_literals[glob.pattern()];
        same.append(index);
        if (same.size() == 2)
            m_shared.insert(glob.pattern());
        return;
    }
    m_wild[glob.fixedPrefix().toString()].append(index);
    const size_t length = size_t(glob.fixedPrefix().size());
    m_prefixLengths.resize(std::max(m_prefixLengths.size(), length + 1));
    ++m_prefixLengths[length];
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
        if (entry.glob.isLiteral()) {
            const auto same = m_literals.find(entry.glob.pattern());
            same->removeIf([&](int other) { return other == index; });
            if (same->size() == 1)
                m_shared.remove(entry.glob.pattern());
            else if (same->isEmpty())
                m_literals.erase(same);
        } else {
            m_wild[entry.glob.fixedPrefix().toString()].removeIf([&](int other) { return other == index; });
            --m_prefixLengths[size_t(entry.glob.fixedPrefix().size())];
        }
        entry = {};
        ++m_removed;
    }
    if (size_t(task) < m_ofTask.size())
        m_ofTask[size_t(task)] = {};
}

/// Calls \a act with the wild entries whose fixed prefix begins that of \a glob.
template <class Act>
void PatternIndex::forWildAround(const Glob &glob, Act act) const
{
    const QStringView whole = glob.fixedPrefix();
    for (size_t length = 0; length < m_prefixLengths.size() && qsizetype(length) <= whole.size(); ++length) {
        if (m_prefixLengths[length] == 0)
            continue;
        const auto found = m_wild.constFind(whole.first(qsizetype(length)).toString());
        if (found != m_wild.constEnd())
            std::for_each(found->begin(), found->end(), act);
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
    for (auto it = begin; it != all.end() && prefix(*it).startsWith(wanted); ++it)
        act(*it);
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
        const Glob &other = m_entries[size_t(index)].glob;
        if (mayCompare() && (glob.isLiteral() ? other.matches(glob.pattern()) : other.intersects(glob)))
            found.append(index);
    };
    if (glob.isLiteral()) {
        const auto same = m_literals.constFind(glob.pattern());
        if (same != m_literals.constEnd())
            found.append(same->data(), same->size());
        forWildAround(glob, look);
        return found;
    }
    // What it meets begins with its fixed prefix, or is wild and begins it.
    forAllBelow(glob, look);
    forWildAround(glob, [&](int index) {
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
    // In the order of their fixed prefixes, what an entry can overlap lies behind it in one stretch.
    std::vector<int> open; // wild entries whose prefix begins the current one's
    for (int index : byPrefix()) {
        while (!open.empty() && !prefix(index).startsWith(prefix(open.back())))
            open.pop_back();
        const Glob &glob = m_entries[size_t(index)].glob;
        for (auto it = open.rbegin(); it != open.rend() && mayCompare(); ++it) {
            if (glob.intersects(m_entries[size_t(*it)].glob))
                m_overlaps->emplace_back(*it, index);
        }
        if (!glob.isLiteral())
            open.push_back(index);
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
