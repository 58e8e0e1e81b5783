// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/tools/pantool.h"

#include "views/canvas/planview.h"

namespace baton {

PanTool::PanTool(PlanView &view, const Pointer &start)
    : Tool(view)
    , m_last(start.viewport)
{
}

void PanTool::move(const Pointer &pointer)
{
    view().panBy(pointer.viewport - m_last);
    m_last = pointer.viewport;
}

} // namespace baton
