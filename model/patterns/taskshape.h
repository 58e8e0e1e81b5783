// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/plan/planindex.h"

namespace baton {

/// Which task stands directly before which, by the numbers of their keys: by needs and by what is validated, without what
/// is only read (knowledge) and without needs that another need implies. Gates are left out.
struct TaskShape
{
    explicit TaskShape(const PlanIndex &index);

    std::vector<std::vector<int>> before; ///< Sorted, no doubles.
    std::vector<std::vector<int>> after;
};

} // namespace baton
