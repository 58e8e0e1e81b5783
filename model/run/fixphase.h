// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"
#include "model/workflow/edit.h"

namespace baton {

/// The fix phase that a FAILED gate asks for, as the data of `fix.proposed` and `fix.accepted`:
/// {"phase": {"id", "title", "fixes"}, "tasks": [{"id", "title", "description", "fixes", "persona", "issue", "needs"} for
/// each issue, then {"id", "repeats", "needs"} for each validation]}. Empty when there is nothing that could be fixed.
QJsonObject proposedFixPhase(const RunPlan &plan, const RunState &state, int gate);

/// What a task of a run is called in a document, where `review#2` would be another task's further round.
QString idInDocument(const QString &id);

/// The same phase as an edit of an open document, to be offered there: `review#2` becomes a task `review-2`. Empty where
/// the document has no longer what it is about.
Edit fixPhaseEdit(const Contents &contents, const QJsonObject &fixPhase);

} // namespace baton
