// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runfolder.h"
#include "model/run/runstate.h"

namespace baton {

/// Writes `evidence.json` and how the run ended into its `run.json`. All of it can be had again from the journal.
Result<void> writeConclusion(const RunFolder &folder, const RunPlan &plan, const RunState &state);

/// Whether what tells of a run that has ended is there: these two, and its report. A full disk may have kept it away.
bool isConcluded(const RunFolder &folder, const RunState &state);

} // namespace baton
