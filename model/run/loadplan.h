// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/runfolder.h"
#include "model/run/runplan.h"

namespace baton {

/// The plan of a run, from the copy in its folder.
Result<RunPlan> loadPlan(const RunFolder &folder);

} // namespace baton
