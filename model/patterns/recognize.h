// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/patterns/pattern.h"
#include "model/workflow/contents.h"

namespace baton {

/// A pattern that a plan has, by its structure.
struct FoundPattern
{
    Pattern pattern;
    QList<NodeKey> subjects; ///< Tasks and phases that make it up.
    QString sentence;        ///< What does what in it.

    bool operator==(const FoundPattern &) const = default;
};

/// The patterns in a plan, of each kind the largest first, at most twenty of a kind. Needs by knowledge and needs that
/// others imply are overlooked. The work grows with the plan, not with its square.
QList<FoundPattern> patternsIn(const Contents &contents);

} // namespace baton
