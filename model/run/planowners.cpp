// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/glob.h"
#include "model/run/runplan.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct OwnedGlob
{
    int group = -1;
    Glob glob;
};

/// The folders that a path lies in, itself and the root included.
QStringList foldersAbove(const QString &folder)
{
    QStringList folders{QString()};
    for (qsizetype slash = folder.indexOf(u'/'); slash >= 0; slash = folder.indexOf(u'/', slash + 1))
        folders += folder.first(slash);
    if (!folder.isEmpty())
        folders += folder;
    return folders;
}

} // namespace

/// Tasks with the same `owns` make a group, and groups are compared only where the fixed folder of one glob lies in
/// that of the other: ten thousand tasks that own a folder each are ten thousand look-ups, not fifty million.
void linkOwners(RunPlan &plan)
{
    PlanLinks &links = plan.links;
    links.ownerGroup = QList<int>(plan.tasks.size(), -1);
    links.ownerConflicts.clear();
    QMap<QStringList, int> groups;
    QList<OwnedGlob> globs;
    for (int i = 0; i < plan.tasks.size(); ++i) {
        const QStringList &owns = plan.tasks.at(i).task->owns;
        if (owns.isEmpty())
            continue;
        const auto known = groups.constFind(owns);
        if (known != groups.cend()) {
            links.ownerGroup[i] = *known;
            continue;
        }
        const int group = int(groups.size());
        groups.insert(owns, group);
        links.ownerGroup[i] = group;
        for (const QString &pattern : owns)
            globs.append({group, Glob(pattern)});
    }
    links.ownerConflicts.resize(groups.size());
    QHash<QString, QList<int>> byFolder;
    for (int i = 0; i < globs.size(); ++i)
        byFolder[globs.at(i).glob.folder()].append(i);
    for (const OwnedGlob &owned : std::as_const(globs)) {
        links.ownerConflicts[owned.group].append(owned.group);
        for (const QString &folder : foldersAbove(owned.glob.folder())) {
            for (const int i : byFolder.value(folder)) {
                const OwnedGlob &other = globs.at(i);
                if (other.group == owned.group || !owned.glob.intersects(other.glob))
                    continue;
                links.ownerConflicts[owned.group].append(other.group);
                links.ownerConflicts[other.group].append(owned.group);
            }
        }
    }
    for (QList<int> &conflicts : links.ownerConflicts) {
        std::sort(conflicts.begin(), conflicts.end());
        conflicts.erase(std::unique(conflicts.begin(), conflicts.end()), conflicts.end());
    }
}

} // namespace baton
