// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/patternindex.h"

#include <algorithm>

namespace baton {

namespace {

constexpr size_t lookedBack = 8;

} // namespace

void PatternIndex::add(int task, const QStringList &patterns)
{
    for (int item = 0; item < patterns.size(); ++item) {
        const int index = int(m_entries.size());
        m_entries.push_back({task, item, Glob(patterns.at(item))});
        const Glob &glob = m_entries.back().glob;
        if (glob.isLiteral())
            m_literals[glob.pattern()].append(index);
        else
            m_wild.push_back(index);
    }
}

QVarLengthArray<int, 8> PatternIndex::overlapping(const Glob &glob) const
{
    QVarLengthArray<int, 8> found;
    if (glob.isLiteral()) {
        const auto same = m_literals.constFind(glob.pattern());
        if (same != m_literals.constEnd())
            found.append(same->data(), same->size());
    } else {
        for (size_t i = 0; i < m_entries.size() && mayCompare(); ++i) {
            if (m_entries[i].glob.isLiteral() && glob.intersects(m_entries[i].glob))
                found.append(int(i));
        }
    }
    for (int index : m_wild) {
        if (!mayCompare())
            break;
        if (glob.intersects(m_entries[size_t(index)].glob))
            found.append(index);
    }
    return found;
}

std::vector<PatternIndex::Pair> PatternIndex::pairs(const std::vector<int> &rank) const
{
    std::vector<Pair> result;
    const auto rankOf = [&](int index) { return std::pair(rank[size_t(m_entries[size_t(index)].task)], index); };
    const auto pairUp = [&](int a, int b) {
        if (m_entries[size_t(a)].task == m_entries[size_t(b)].task)
            return;
        result.push_back(rankOf(a) < rankOf(b) ? Pair{a, b} : Pair{b, a});
    };
    for (const auto &sameOf : m_literals) {
        if (sameOf.size() < 2)
            continue;
        std::vector<int> same(sameOf.begin(), sameOf.end());
        std::sort(same.begin(), same.end(), [&](int a, int b) { return rankOf(a) < rankOf(b); });
        for (size_t i = 1; i < same.size(); ++i) {
            for (size_t k = i; k > 0 && i - k < lookedBack; --k)
                pairUp(same[k - 1], same[i]);
        }
    }
    if (!m_wild.empty()) {
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
