// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/advice/whatif.h"

#include <algorithm>

namespace baton {

WhatIf::WhatIf(const Contents &contents)
    : m_original(contents)
    , m_draft(contents)
{
}

void WhatIf::set(NodeKey key, Field field, const Value &value)
{
    m_draft.apply(Edit{}.set(key, field, value));
    m_touched.insert({key, field});
}

bool WhatIf::isChanged(NodeKey key, Field field) const
{
    return m_touched.contains({key, field}) && m_draft.valueOf(key, field) != m_original.valueOf(key, field);
}

Result<void> WhatIf::addNeed(NodeKey from, NodeKey to)
{
    // A need that was dropped comes back as it was.
    if (const Task *task = m_original.task(to)) {
        const QString id = before().idOf(from);
        const auto was = std::find_if(task->needs.cbegin(), task->needs.cend(),
                                      [&id](const Need &need) { return need.target == id; });
        if (was != task->needs.cend() && m_draft.cycleThrough(from, to).isEmpty()) {
            QList<Need> kept;
            for (const Need &need : task->needs) {
                const QList<Need> &now = m_draft.task(to)->needs;
                if (need.target == id || now.contains(need))
                    kept += need;
            }
            for (const Need &need : m_draft.task(to)->needs) {
                if (!kept.contains(need))
                    kept += need;
            }
            set(to, Field::Needs, kept);
            return {};
        }
    }
    const Result<Edit> edit = m_draft.connecting(from, to);
    if (!edit)
        return edit.error();
    m_draft.apply(*edit);
    m_touched.insert({to, Field::Needs});
    return {};
}

void WhatIf::dropNeed(NodeKey from, NodeKey to)
{
    m_draft.apply(m_draft.disconnecting(from, to));
    m_touched.insert({to, Field::Needs});
}

Edit WhatIf::edit() const
{
    Edit edit;
    for (const auto &[key, field] : m_touched) {
        if (const Value value = m_draft.valueOf(key, field); value != m_original.valueOf(key, field))
            edit.set(key, field, value);
    }
    return edit;
}

void WhatIf::reset()
{
    m_draft.reset(before());
    m_touched.clear();
}

} // namespace baton
