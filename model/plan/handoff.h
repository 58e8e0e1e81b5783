// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/contents.h"

#include <functional>

namespace baton {

/// What passes from one task to the next along a need: the files, and what was promised about them.
struct HandOff
{
    QString from; ///< Id of the task that hands over.
    QString to;
    NeedType type = NeedType::Order;
    QStringList files;     ///< Those the need names; of an output without any, the deliverables.
    QStringList checklist; ///< What the one who hands over promises.
    QString reason;

    bool operator==(const HandOff &) const = default;
};

/// One for each need of \a task on another task, in the order of its needs. Gates hand over nothing. \a taskOf finds a
/// task by the id that a need names, null where there is none.
QList<HandOff> handOffsTo(const Task &task, const std::function<const Task *(const QString &)> &taskOf);

/// One for each task that needs \a key, in the order of the plan. Looks at every task.
QList<HandOff> handOffsFrom(const Contents &contents, const IdIndex &ids, NodeKey key);

} // namespace baton
