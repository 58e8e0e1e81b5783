// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/plan/expectation.h"
#include "model/run/event.h"
#include "model/run/runplan.h"

namespace baton {

/// Adds one run: of each COMPLETE task how long its last attempt took and, where it has a budget, what all of them used. A
/// simulation tells nothing.
void addRun(Calibration &calibration, const RunPlan &plan, const QList<Event> &events);

/// From the latest runs of the workflows in a folder; those that cannot be read are left out.
Calibration calibrationIn(const QString &dir);

} // namespace baton
