// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/evidence.h"
#include "model/run/runfolder.h"

#include <optional>

namespace baton {

// What jobs of a cluster found out about their own files, while nobody drove the run.

/// Names what the job of a task leaves of one attempt, where its plan was handed over whole.
QString planLabel(const QString &task, int attempt);

/// The files that an attempt left, as they were when it ended; nothing where nobody has looked.
std::optional<EvidenceFound> readEvidenceRecord(const RunFolder &folder, const QString &label);
Result<void> writeEvidenceRecord(const RunFolder &folder, const QString &label, const EvidenceFound &found);
/// All files that jobs of this run left, the latest last.
QList<VerifiedFile> filesOfJobs(const RunFolder &folder);

/// A small JSON object of a run folder; nothing where there is none to be read.
std::optional<QJsonObject> readJobObject(const QString &path);
/// Whole or not at all.
Result<void> writeJobObject(const QString &path, const QJsonObject &object);

} // namespace baton
