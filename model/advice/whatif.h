// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/workflow.h"

#include <set>

namespace baton {

/// A plan with changes that nobody has made yet. What ends where it began is no change.
class WhatIf
{
public:
    explicit WhatIf(const Contents &contents);

    const Contents &before() const { return m_original.contents(); }
    const Contents &after() const { return m_draft.contents(); }
    const Workflow &draft() const { return m_draft; }

    void set(NodeKey key, Field field, const Value &value);
    bool isChanged(NodeKey key, Field field) const;
    /// Refused where it would close a cycle or double a need.
    Result<void> addNeed(NodeKey from, NodeKey to);
    void dropNeed(NodeKey from, NodeKey to);
    /// All changes as one edit of the plan as it was; empty where there is none.
    Edit edit() const;
    int changeCount() const { return int(edit().steps.size()); }
    void reset();

private:
    Workflow m_original; ///< The same, to ask for single values.
    Workflow m_draft;
    std::set<std::pair<NodeKey, Field>> m_touched;
};

} // namespace baton
