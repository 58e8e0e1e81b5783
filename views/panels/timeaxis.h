// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>
#include <QString>

namespace baton {

/// The round lengths of time that an axis is divided by, and how they are written.
class TimeAxis
{
    Q_DECLARE_TR_FUNCTIONS(baton::TimeAxis)

public:
    /// The next round length, all in milliseconds.
    static qint64 roundTime(qint64 atLeast);
    /// A time on an axis whose marks are \a step apart.
    static QString text(qint64 time, qint64 step);
};

} // namespace baton
