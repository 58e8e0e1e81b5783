// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/event.h"
#include "model/run/runstate.h"

#include <QHash>

namespace baton {

/// Files that a task reads, as written: its inputs, and what its needs name. Globs and folders among them.
QStringList inputsOf(const PlanTask &task);

/// The files that patterns name below \a root, with their hashes; what is not there is left out. Reads whole files.
QList<VerifiedFile> hashInputs(const QString &root, const QStringList &patterns);

/// What a journal holds of files, by path: as a task read or wrote them, whichever came last.
class KnownFiles
{
public:
    void take(const Event &event);
    bool isEmpty() const { return m_hashes.isEmpty(); }

    /// Whether one of these is not what the journal has of it. What it has nothing of is not changed.
    QString changedAmong(const QList<VerifiedFile> &files) const;

private:
    QHash<QString, QString> m_hashes;
};

/// The tasks that are COMPLETE and whose inputs changed since, with the first such file. Reads files.
QList<std::pair<QString, QString>> changedInputs(const RunPlan &plan, const RunState &state, const KnownFiles &known, const QString &root);

} // namespace baton
