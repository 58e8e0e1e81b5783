// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

namespace baton {

/// What can carry a task out. Anything else is simulated.
inline const QStringList &executorTypes()
{
    static const QStringList types{QStringLiteral("simulate"), QStringLiteral("shell"), QStringLiteral("agent"),
                                   QStringLiteral("http"),     QStringLiteral("human"), QStringLiteral("slurm")};
    return types;
}

} // namespace baton
