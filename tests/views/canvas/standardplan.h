// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"
#include "model/workflow/contents.h"
#include "model/workflow/problem.h"

namespace baton::test {

/// Four phases with four gates and fifteen tasks, half of it done, as in the pictures of the main window.
struct StandardPlan
{
    StandardPlan();

    Contents contents;
    RunPlan plan;
    RunState state;
    QList<Problem> problems;
};

} // namespace baton::test
