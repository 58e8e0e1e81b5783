// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/glob.h"
#include "model/run/runplan.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Comparing more pairs than this would be felt. Then globs that might overlap with very many others count as
/// one.
constexpr qsizetype mostPairs = 1'000'000;
constexpr qsizetype manyOthers = 200;

struct OwnedGlob
{
    Glob glob;
    int group = -1;
    qsizetype end = 0; ///< Behind the last glob in the list that begins as this one does.
};

/// Finds the groups that cannot work at the same time. Globs can overlap only where the fixed beginning of
/// one begins the other, so after sorting by it, what has to be compared stands together.
class OwnerGroups
{
public:
    explicit OwnerGroups(RunPlan &plan)
        : m_plan(plan)
        , m_links(plan.links)
    {
    }

    void link()
    {
        group();
        sort();
        joinWideOnes();
        m_links.ownerConflicts = QList<QList<int>>(m_count);
        for (qsizetype i = 0; i < m_globs.size(); ++i)
            compare(i);
        for (QList<int> &conflicts : m_links.ownerConflicts) {
            std::sort(conflicts.begin(), conflicts.end());
            conflicts.erase(std::unique(conflicts.begin(), conflicts.end()), conflicts.end());
        }
    }

private:
    void group()
    {
        m_links.ownerGroup = QList<int>(m_plan.tasks.size(), -1);
        QMap<QStringList, int> groups;
        for (qsizetype i = 0; i < m_plan.tasks.size(); ++i) {
            const QStringList &owns = m_plan.tasks.at(i).task->owns;
            if (owns.isEmpty())
                continue;
            auto known = groups.constFind(owns);
            if (known == groups.cend()) {
                known = groups.insert(owns, m_count++);
                for (const QString &pattern : owns)
                    m_globs.append({Glob(pattern), *known});
            }
            m_links.ownerGroup[i] = *known;
        }
    }

    void sort()
    {
        std::sort(m_globs.begin(), m_globs.end(), [](const OwnedGlob &a, const OwnedGlob &b) {
            return a.glob.fixedPrefix().compare(b.glob.fixedPrefix()) < 0;
        });
        for (qsizetype i = 0; i < m_globs.size(); ++i) {
            const QStringView prefix = m_globs.at(i).glob.fixedPrefix();
            const auto end =
                std::partition_point(m_globs.cbegin() + i, m_globs.cend(), [&](const OwnedGlob &other) {
                    return other.glob.fixedPrefix().startsWith(prefix);
                });
            m_globs[i].end = end - m_globs.cbegin();
            m_pairs += m_globs.at(i).end - i;
        }
    }

    bool isWide(qsizetype i) const { return m_pairs > mostPairs && m_globs.at(i).end - i > manyOthers; }

    /// Ten thousand tasks that own a pattern like `**/x` each are not compared two by two: they go one by
    /// one.
    void joinWideOnes()
    {
        QList<int> joined(m_count, -1);
        int wide = -1;
        for (qsizetype i = 0; i < m_globs.size(); ++i) {
            if (!isWide(i))
                continue;
            if (wide < 0)
                wide = m_globs.at(i).group;
            joined[m_globs.at(i).group] = wide;
        }
        if (wide < 0)
            return;
        const auto follow = [&](int &group) {
            if (group >= 0 && joined.at(group) >= 0)
                group = joined.at(group);
        };
        for (OwnedGlob &owned : m_globs)
            follow(owned.group);
        for (int &group : m_links.ownerGroup)
            follow(group);
    }

    void compare(qsizetype i)
    {
        const OwnedGlob &owned = m_globs.at(i);
        m_links.ownerConflicts[owned.group].append(owned.group);
        const bool isOne = isWide(i);
        for (qsizetype other = i + 1; other < owned.end; ++other) {
            const int group = m_globs.at(other).group;
            if (group == owned.group || !(isOne || owned.glob.intersects(m_globs.at(other).glob)))
                continue;
            m_links.ownerConflicts[owned.group].append(group);
            m_links.ownerConflicts[group].append(owned.group);
        }
    }

    RunPlan &m_plan;
    PlanLinks &m_links;
    QList<OwnedGlob> m_globs;
    int m_count = 0;
    qsizetype m_pairs = 0;
};

} // namespace

void linkOwners(RunPlan &plan)
{
    OwnerGroups(plan).link();
}

} // namespace baton
