// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <functional>

namespace baton {

/// Where a text occurs in a log, as seen from a window on it. Lines are given by the place of their first byte; -1 = none.
struct LogPlaces
{
    qint64 total = 0;
    qint64 before = 0;    ///< Occurrences before the window.
    qint64 first = -1;    ///< Line of the first one in the file,
    qint64 previous = -1; ///< of the last one before the window,
    qint64 next = -1;     ///< of the first one behind it,
    qint64 last = -1;     ///< and of the last one in the file.

    bool operator==(const LogPlaces &) const = default;
};

/// How often \a wanted occurs in a text; places that overlap count once. Upper and lower case are the same.
qint64 occurrences(const QString &text, const QString &wanted);

/// Reads the whole file, a portion at a time, as it is shown: without its colours. The window holds the bytes from
/// \a begin up to \a end. For another thread; gives up when \a isCancelled.
LogPlaces placesIn(const QString &path, const QString &wanted, qint64 begin, qint64 end,
                   const std::function<bool()> &isCancelled = {});

} // namespace baton
