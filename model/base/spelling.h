// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace baton {

/// The text with letters of Latin script spelt in a to z: Prüfer becomes Pruefer, Żółw becomes Zolw. What has no such
/// spelling stays as it is.
QString spelt(const QString &text);

} // namespace baton
