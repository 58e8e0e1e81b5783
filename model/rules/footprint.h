// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/edit.h"

#include <QString>

namespace baton {

/// What a rule reads, by fields, so that an edit of others leaves its findings alone. Names in messages are not in it:
/// who was named is noted while a rule speaks.
struct Footprint
{
    /// A NodeRule and a GatheringRule look again at the nodes of the edit, and at what is tied to them; another rule at
    /// the whole plan.
    FieldSet fields;
    /// What it has found it tells anew: the proposals depend on these, wherever they are touched.
    FieldSet findings = {};
    /// A NodeRule and a GatheringRule look at every node again.
    FieldSet everywhere = {};
    /// Whom it proposes depends on these: near the edit, or anywhere once there are phases of validation, whose tasks
    /// bar those who do them from building.
    FieldSet proposals = {};
    /// A NodeRule looks also at the tasks with a need that a path through needs of the edit goes round.
    bool paths = false;
};

/// A rule that is not in the table reads everything.
Footprint footprintOf(const QString &rule);

} // namespace baton
