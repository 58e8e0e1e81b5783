// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

namespace baton {

/// Runs one command of `baton` and returns the exit code of cli.md. \a arguments begin with the program's name.
int runCommandLine(const QStringList &arguments);

} // namespace baton
