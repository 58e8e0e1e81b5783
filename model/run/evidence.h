// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/runstate.h"

#include <QSet>
#include <QStringList>

#include <optional>

namespace baton {

/// Files that a task promised, where they are looked for, and since when they count.
struct EvidenceCheck
{
    QString root;         ///< The task's workspace.
    QStringList patterns; ///< Deliverables and evidence: paths, folders, globs.
    qint64 since = 0;     ///< Nanoseconds: the marker's time. Files that are as old are fresh.
    QSet<QString> merged = {}; ///< Files that are fresh whatever their time: an integration took them from branches.
};

struct EvidenceFound
{
    QList<VerifiedFile> files;
    QString missing; ///< Why the first promise that is not kept is not kept, naming the file; empty = all are kept.
};

/// Looks for every promised file: inside the workspace, there, non-empty, fresh; and hashes it. Reads whole files, so
/// it runs beside the thread that shows things.
EvidenceFound verifyEvidence(const EvidenceCheck &check);

/// The marker file whose time tells fresh files from old ones. It stands in the workspace, so that both times come
/// from the same clock.
class EvidenceMarker
{
public:
    EvidenceMarker(const QString &root, const QString &runId) : m_root(root), m_runId(runId) {}

    /// Written before the task starts; \a name is of the attempt.
    Result<void> place(const QString &name) const;
    /// Nothing where it was never placed.
    std::optional<qint64> time(const QString &name) const;
    void removeAll() const;

private:
    QString folder() const;

    QString m_root;
    QString m_runId;
};

} // namespace baton
