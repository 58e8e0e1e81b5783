// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/patterns/taskshape.h"

#include <algorithm>

namespace baton {

namespace {

/// A need on what another need needs already says nothing about the shape.
void dropImplied(std::vector<std::vector<int>> &needs)
{
    constexpr size_t manyNeeds = 16;
    const std::vector<std::vector<int>> all = needs;
    for (std::vector<int> &own : needs) {
        if (own.size() < 2 || own.size() > manyNeeds)
            continue;
        const std::vector<int> before = own;
        std::erase_if(own, [&](int candidate) {
            return std::any_of(before.begin(), before.end(), [&](int other) {
                const std::vector<int> &further = all[size_t(other)];
                return other != candidate && std::binary_search(further.begin(), further.end(), candidate);
            });
        });
    }
}

} // namespace

TaskShape::TaskShape(const PlanIndex &index)
    : before(index.tasks().size())
    , after(index.tasks().size())
{
    for (const auto &[key, task] : index.contents().tasks) {
        std::vector<int> &own = before[key.number()];
        const PlanIndex::TaskEntry &entry = index.task(key);
        for (qsizetype i = 0; i < entry.needs.size(); ++i) {
            const NodeKey needed = entry.needs[i];
            if (needed.kind() == NodeKind::Task && needed != key && task->needs.at(i).type != NeedType::Knowledge)
                own.push_back(int(needed.number()));
        }
        for (NodeKey validated : entry.validates) {
            if (!validated.isNull() && validated != key)
                own.push_back(int(validated.number()));
        }
        std::sort(own.begin(), own.end());
        own.erase(std::unique(own.begin(), own.end()), own.end());
    }
    dropImplied(before);
    for (size_t v = 0; v < before.size(); ++v) {
        for (int earlier : before[v])
            after[size_t(earlier)].push_back(int(v));
    }
}

} // namespace baton
