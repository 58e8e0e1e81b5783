// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <optional>

namespace baton {

/// A length of time as the file writes it: `30m`, `10s`, `1.5h`, or prose such as `2-3 days`, which is
/// kept and shown but schedules nothing.
struct Duration
{
    QString text;

    static Duration fromMilliseconds(qint64 milliseconds);

    bool isEmpty() const { return text.isEmpty(); }
    /// Milliseconds of a number with one of the units ms s m h d w; a bare number is seconds. Nothing for prose.
    std::optional<qint64> milliseconds() const;
    /// The upper end of prose such as `2-3 days`, in milliseconds, for showing only.
    std::optional<qint64> upperEnd() const;

    bool operator==(const Duration &) const = default;
};

} // namespace baton
