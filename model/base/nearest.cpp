// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/nearest.h"

#include <algorithm>
#include <vector>

namespace baton {

namespace {

constexpr qsizetype longestCompared = 200; ///< No name is longer; a hostile one costs nothing.

/// Insertions, deletions, substitutions and swaps of neighbours that turn \a a into \a b.
qsizetype distance(const QString &a, const QString &b)
{
    const auto width = size_t(b.size()) + 1;
    std::vector<qsizetype> older(width), above(width), row(width);
    for (size_t i = 0; i < width; ++i)
        above[i] = qsizetype(i);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = size_t(j);
            const bool same = a.at(i - 1) == b.at(j - 1);
            row[at] = std::min({above[at] + 1, row[at - 1] + 1, above[at - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1))
                row[at] = std::min(row[at], older[at - 2] + 1);
        }
        std::swap(older, above);
        std::swap(above, row);
    }
    return above.back();
}

} // namespace

QString nearest(const QString &wanted, const QStringList &candidates)
{
    if (wanted.isEmpty() || wanted.size() > longestCompared)
        return {};
    const QString folded = wanted.toLower();
    QString best;
    qsizetype bestDistance = std::max<qsizetype>(1, wanted.size() / 3) + 1;
    for (const QString &candidate : candidates) {
        if (qAbs(candidate.size() - wanted.size()) >= bestDistance)
            continue;
        const qsizetype found = distance(folded, candidate.toLower());
        if (found < bestDistance) {
            best = candidate;
            bestDistance = found;
        }
    }
    return best;
}

} // namespace baton
