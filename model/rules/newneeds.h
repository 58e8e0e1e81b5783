// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/facts.h"

#include <span>

namespace baton {

/// Which needs may be proposed where phases are repeated: whoever needs a task of such a phase from outside waits for
/// its last round, so a round must not wait for them; phase-order is against that.
class NewNeeds
{
public:
    explicit NewNeeds(const Facts &facts);

    /// By need, from whom it is to who has it, as vertices of the plan's graphs: whether no round would wait for itself.
    /// That the two are not in the opposite order already is for the caller to know.
    std::vector<char> allowed(std::span<const Arc> needs) const;
    bool isAllowed(NodeKey later, NodeKey earlier) const;

private:
    const Facts &m_facts;
    std::optional<PlanGraph> m_graph; ///< With rounds; none where no phase is repeated, or the order is broken anyway.
};

} // namespace baton
