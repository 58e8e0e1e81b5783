// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/console.h"
#include "model/base/names.h"
#include "model/base/result.h"

#include <QCommandLineParser>

#include <limits>

namespace baton {

/// One command of `baton`: how it is called and what it does.
struct Command
{
    QString name;
    QString usage;   ///< What follows the name: `FILE… [options]`
    QString summary; ///< Translated, one sentence.
    int fewest = 0;  ///< Positional arguments.
    int most = 0;
    void (*describe)(QCommandLineParser &parser) = nullptr; ///< Adds the options; null where there are none.
    int (*run)(const QCommandLineParser &options, Console &console) = nullptr;
};

inline constexpr int anyNumber = std::numeric_limits<int>::max();

/// The value of an option that takes one of a few words. Bad usage names them.
Result<QString> choice(const QCommandLineParser &options, const QString &option, const QStringList &choices);
/// The value of an option that takes a whole number; nothing where it is not given.
Result<std::optional<qint64>> wholeNumber(const QCommandLineParser &options, const QString &option, qint64 least,
                                          qint64 greatest);
/// An Error about how the command was called.
Error usageError(const QString &message);

/// `--format` with its choices, the first of them the default.
void addFormatOption(QCommandLineParser &parser, const QStringList &formats);

} // namespace baton
