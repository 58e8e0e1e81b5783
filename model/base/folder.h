// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSet>
#include <QString>

#include <optional>

namespace baton {

/// The files below a folder, as paths relative to it, `.git` and `.baton` left out and links not followed. Nothing
/// where there are more than \a most, or no folder: then nobody knows what is there.
std::optional<QSet<QString>> filesBelow(const QString &folder, int most = 100'000);

} // namespace baton
