// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/console.h"
#include "model/rules/rules.h"
#include "model/storage/reader.h"

#include <optional>

namespace baton {

/// A file as `validate` sees it.
struct CheckedFile
{
    QString file;
    Loaded loaded = {};
    std::optional<Error> error = {}; ///< Why there was nothing to read; then nothing is loaded.
    CheckContext context = {};       ///< What it was checked with.
    QList<Problem> problems = {};    ///< The reader's and the rules', in the order of the file.
    QList<TakenFix> taken = {};      ///< Of `--fix`; the problems are what remains.
    QByteArray diff = {};            ///< What the fixes changed, as a patch.

    bool isReadable() const { return !error && loaded.readable; }
    int count(Severity severity) const;
};

/// Reads a workflow and checks it by the rules of its profile, or of another one.
CheckedFile checkFile(const QString &file, std::optional<Profile> profile = {});

/// Says that a file is written in a way that can only be written anew, and so was left alone.
Error notInPlace(const QString &file);

/// Takes the safe fixes, until none is left, and checks again what they made of the file. Writes it where \a write says
/// so; an error where that was not possible, and then nothing is fixed.
Result<void> fixFile(CheckedFile &checked, bool write);

/// Reads a workflow for a command that goes on with it. Says on stderr why it cannot be read.
std::optional<Loaded> loadOrSay(const QString &file, Console &console);

/// `file:line:col: severity: message [rule]`
QString toLine(const QString &file, const Problem &problem);

} // namespace baton
