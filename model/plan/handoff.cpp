// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/handoff.h"

namespace baton {

namespace {

HandOff handOff(const Task &from, const Task &to, const Need &need)
{
    const bool passesAll = need.files.isEmpty() && need.type == NeedType::Output;
    return {from.id, to.id, need.type, passesAll ? from.deliverables : need.files, from.handoff, need.reason};
}

} // namespace

QList<HandOff> handOffsTo(const Task &task, const std::function<const Task *(const QString &)> &taskOf)
{
    QList<HandOff> handOffs;
    for (const Need &need : task.needs) {
        if (const Task *from = taskOf(need.target))
            handOffs.append(handOff(*from, task, need));
    }
    return handOffs;
}

QList<HandOff> handOffsFrom(const Contents &contents, const IdIndex &ids, NodeKey key)
{
    QList<HandOff> handOffs;
    const Task *from = contents.task(key);
    for (const auto &slot : contents.tasks) {
        for (const Need &need : from ? slot.node->needs : QList<Need>()) {
            if (need.target == from->id && ids.step(need.target) == key)
                handOffs.append(handOff(*from, *slot.node, need));
        }
    }
    return handOffs;
}

} // namespace baton
