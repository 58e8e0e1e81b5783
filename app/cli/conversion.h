// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/console.h"
#include "model/storage/reader.h"

namespace baton {

/// A workflow as a file of a kind: as it is where it is of that kind. What the kind cannot hold is said on stderr.
QByteArray converted(const Loaded &loaded, FileKind kind, const QString &path, Console &console);

} // namespace baton
