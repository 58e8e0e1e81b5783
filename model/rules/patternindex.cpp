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

void PatternIndex::add(int task, const QStringList &patterns)
{
    for (int item = 0; item < patterns.size(); ++item) {
        const int index = int(m_entries.size());
        m_entries.push_back({task, item, Glob(patterns.at(item))});
        const Glob &glob = m_entries.back().glob;
        if (glob.isLiteral()) {
            Indices &same = m_literals[glob.pattern()];
            same.append(index);
            if (same.size() == 2)
                m_shared.append(glob.pattern());
        } else {
            const QString prefix = glob.fixedPrefix().toString();
            m_wild[prefix].append(index);
            m_prefixLengths.resize(std::max(m_prefixLengths.size(), size_t(prefix.size()) + 1));
            m_prefixLengths[size_t(prefix.size())] = 1;
        }
    }
}

QVarLengthArray<int, 8> PatternIndex::overlapping(const Glob &glob) const
{
    QVarLengthArray<int, 8> found;
    if (!glob.isLiteral()) {
        for (size_t i = 0; i < m_entries.size() && mayCompare(); ++i) {
            if (glob.intersects(m_entries[i].glob))
                found.append(int(i));
        }
        std::stable_partition(found.begin(), found.end(), [&](int index) { return m_entries[size_t(index)].glob.isLiteral(); });
        return found;
    }
    const auto same = m_literals.constFind(glob.pattern());
    if (same != m_literals.constEnd())
        found.append(same->data(), same->size());
    // Only a pattern whose fixed prefix begins the path can name it.
    const QString &path = glob.pattern();
    const qsizetype literals = found.size();
    for (size_t length = 0; length < m_prefixLengths.size() && qsizetype(length) <= path.size(); ++length) {
        const auto near = m_prefixLengths[length] ? m_wild.constFind(path.first(qsizetype(length))) : m_wild.constEnd();
        if (near == m_wild.constEnd())
            continue;
        for (int index : *near) {
            if (mayCompare() && m_entries[size_t(index)].glob.matches(path))
                found.append(index);
        }
    }
    std::sort(found.begin() + literals, found.end());
    return found;
}

std::vector<PatternIndex::Pair> PatternIndex::pairs(const std::function<Place(int task)> &placeOf) const
{
    std::vector<Pair> result;
    const auto rankOf = [&](int index) { return std::pair(placeOf(m_entries[size_t(index)].task), index); };
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
    if (!m_wild.isEmpty()) {
        // In the order of their fixed prefixes, what an entry can overlap lies behind it in one stretch.
        std::vector<int> all(m_entries.size());
        for (size_t i = 0; i < all.size(); ++i)
            all[i] = int(i);
        const auto prefix = [&](int index) { return m_entries[size_t(index)].glob.fixedPrefix(); };
        std::sort(all.begin(), all.end(), [&](int a, int b) {
            const int order = prefix(a).compare(prefix(b));
            return order == 0 ? a < b : order < 0;
        });
        std::vector<int> open; // wild entries whose prefix begins the current one's
        for (int index : all) {
            while (!open.empty() && !prefix(index).startsWith(prefix(open.back())))
                open.pop_back();
            const Glob &glob = m_entries[size_t(index)].glob;
            for (auto it = open.rbegin(); it != open.rend() && mayCompare(); ++it) {
                if (glob.intersects(m_entries[size_t(*it)].glob))
                    pairUp(*it, index);
            }
            if (!glob.isLiteral())
                open.push_back(index);
        }
    }
    std::sort(result.begin(), result.end(), [&](const Pair &a, const Pair &b) {
        return std::pair(rankOf(a.later), rankOf(a.earlier)) < std::pair(rankOf(b.later), rankOf(b.earlier));
    });
    return result;
}

} // namespace baton
