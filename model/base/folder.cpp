// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/folder.h"

#include <QDir>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace baton {

std::optional<QSet<QString>> filesBelow(const QString &folder, int most)
{
    const QDir root(folder);
    if (folder.isEmpty() || !root.exists())
        return std::nullopt;
    QSet<QString> files;
    int seen = 0;
    QStringList folders{QString()};
    while (!folders.isEmpty()) {
        const QString below = folders.takeLast();
        const QDir dir(root.filePath(below));
        const auto entries = dir.entryInfoList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                                               QDir::NoSort);
        seen += int(entries.size());
        if (seen > most)
            return std::nullopt;
        for (const QFileInfo &entry : entries) {
            const QString name = entry.fileName();
            if (!entry.isDir() || entry.isSymLink())
                files.insert(below + name);
            else if (name != ".git"_L1 && name != ".baton"_L1)
                folders += below + name + u'/';
        }
    }
    return files;
}

} // namespace baton
