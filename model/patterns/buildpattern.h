// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/patterns/blueprint.h"
#include "model/workflow/workflow.h"

#include <optional>

namespace baton {

/// A pattern as an edit of a plan.
struct BuiltPattern
{
    Edit edit;
    QList<NodeKey> keys; ///< Its tasks, gates and phases, in order; the first task stands first.
    QString name;        ///< Of the step, for the undo list.
};

/// The pattern with ids that are fresh in \a workflow. Personas that the plan has already are used, others are added.
/// It goes into \a phase (by id, empty = none), unless it has phases of its own. Where the plan has been arranged by
/// hand, it stands below what is there; else the layout places it.
BuiltPattern buildPattern(const Workflow &workflow, Pattern pattern, const PatternChoice &choice = {},
                          const QString &phase = {});

/// A plan that holds nothing but the pattern, for pictures of it.
Contents patternAlone(Pattern pattern, const PatternChoice &choice = {});

} // namespace baton
