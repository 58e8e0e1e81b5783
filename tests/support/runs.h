// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runfolder.h"
#include "model/run/runplan.h"

namespace baton::test {

/// Makes a run folder whose journal has \a events events of \a tasks tasks: all start, then report checkpoint after
/// checkpoint. Returns the plan.
RunPlan longRun(const RunFolder &folder, int tasks, int events);

} // namespace baton::test
