// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/workflow/contents.h"

#include <QString>
#include <QStringList>

namespace baton {

/// Whether the user lets workflows of \a dir run commands: the folder, or one it is in, was trusted.
bool isTrusted(const QString &dir);
Result<void> trust(const QString &dir);
Result<void> removeTrust(const QString &dir);
/// Every trusted folder, sorted.
QStringList trustedFolders();

/// A command that a workflow would run, in one line, and the task it belongs to.
struct PlannedCommand
{
    QString task;
    QString text;
    bool isNew = false; ///< It was not among those that last ran from this file.

    bool operator==(const PlannedCommand &) const = default;
};

/// The commands of the shell and agent tasks of a workflow saved as \a file, each told whether it ran before as it is now.
QList<PlannedCommand> commandsOf(const Contents &contents, const QString &file);
/// The commands of \a file have run, as they are.
Result<void> rememberCommands(const Contents &contents, const QString &file);

} // namespace baton
