// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/runplan.h"

#include <QStringList>

namespace baton {

class RunFolder;

/// A plan as it stands now, for a run that began with another.
struct Correction
{
    Contents contents;
    QByteArray bytes; ///< What its file is, or would be.
    QString file;
};

/// A run's plan with what was corrected since.
struct CorrectedPlan
{
    RunPlan plan;
    QStringList fields; ///< What differs from before: `review.executor`, `@coder.model`; empty = nothing.
};

/// What may be corrected is how tasks are carried out, so that what failed for that can be tried again: executors,
/// models, texts and tools of personas, limits of time and tokens. Refused, naming it, where anything else differs: which
/// tasks there are and what they need cannot change while they run.
Result<CorrectedPlan> correctedPlan(const RunPlan &running, const Contents &corrected);

/// Puts it in the place of the plan that the run's folder has.
Result<void> keepCorrection(const RunFolder &folder, const Correction &correction);

} // namespace baton
