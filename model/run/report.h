// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/reporttext.h"
#include "model/run/runfolder.h"
#include "model/run/runstate.h"

namespace baton {

/// What a run was asked, what it did, what of that was verified, what it spent and what it found. In the language of
/// the program; the same plan and state give the same report.
QList<ReportBlock> reportOn(const RunPlan &plan, const RunState &state);

/// Writes report.md and report.html into the run's folder.
Result<void> writeReport(const RunFolder &folder, const RunPlan &plan, const RunState &state);

} // namespace baton
