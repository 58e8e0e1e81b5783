// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/command.h"

namespace baton {

/// `-o FILE` and `--force`.
void addOutputOptions(QCommandLineParser &parser);

/// Refuses, with the reason, where the file of `-o` exists and `--force` was not given.
Result<void> checkOutput(const QCommandLineParser &options);

/// Writes to the file of `-o`, whole or not at all, or to stdout. Returns the exit code.
int writeOutput(const QByteArray &data, const QCommandLineParser &options, Console &console);

/// Puts other bytes into a file that was read as \a before: whole or not at all, and not at all where somebody else has
/// changed it since. Returns the exit code.
int rewriteFile(const QString &path, const QByteArray &before, const QByteArray &after, Console &console);

} // namespace baton
