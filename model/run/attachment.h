// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/runfolder.h"
#include "model/run/runstate.h"

#include <QStringList>

namespace baton {

/// How a promised file stands in the workspace, for a person who is to write it. Says nothing about freshness: that
/// is judged when the task is said to be done.
struct PromisedFile
{
    QString promise;  ///< As the task declares it: a path, a folder or a glob.
    QStringList files = {}; ///< Non-empty ones that it names now, relative to the workspace; at most a few.
    qint64 bytes = 0; ///< Of all in `files`.

    bool operator==(const PromisedFile &) const = default;
};

/// Where a task of a run works: its worktree where it has one, else the workspace of the run.
QString workspaceOf(const RunFolder &folder, const QString &task);

/// What the workspace holds of each promise.
QList<PromisedFile> lookAtPromises(const QString &workspace, const QStringList &promises);

/// Those of a task's verified files that keep this promise.
QList<VerifiedFile> verifiedFor(const TaskRun &run, const QString &promise);

/// Where a file called \a name goes so that it keeps the promise: the path itself where that names one file, else into
/// its folder. Refused where the promise leads out of the workspace, or names no file called like that.
Result<QString> placeFor(const QString &promise, const QString &name);

/// Copies a file of this machine to where the promise wants it; returns the path relative to the workspace. Overwrites
/// what is there. The source may be anywhere; an empty one, or a link out of the workspace on the way, is refused.
Result<QString> attachFile(const QString &workspace, const QString &promise, const QString &source);

/// The same with a text that a person has just written.
Result<QString> attachText(const QString &workspace, const QString &promise, const QString &name, const QString &text);

} // namespace baton
