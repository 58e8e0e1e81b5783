// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/nodekey.h"
#include "model/workflow/contents.h"

#include <QJsonValue>
#include <QList>
#include <QString>

namespace baton {

/// One thing that two plans do not have in common.
struct Difference
{
    enum class Kind { Added, Removed, Changed };

    Kind kind = Kind::Changed;
    NodeKind nodeKind = NodeKind::None;
    QString id;      ///< Of the node; empty for the workflow itself.
    QString field;   ///< `budget.tokens`; empty where a whole node came or went.
    QJsonValue from; ///< Null where the field is not set.
    QJsonValue to;

    bool operator==(const Difference &) const = default;
};

/// What \a after says differently from \a before. Nodes are matched by id. Where things stand, on the canvas and in the
/// file, is no difference, save for the order of phases, which decides what comes after what.
QList<Difference> difference(const Contents &before, const Contents &after);

/// The written name of a kind of node: `task`, `persona`... `workflow`.
QString nameOf(NodeKind kind);

} // namespace baton
