// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/console.h"

#include <QStringList>

namespace baton {

/// Writes two runs side by side; returns the exit code: 0 alike, 1 different, 2 not readable.
int compareRunFolders(const QStringList &dirs, bool asJson, Console &console);

} // namespace baton
