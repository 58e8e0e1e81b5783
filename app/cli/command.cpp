// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command.h"

using namespace Qt::StringLiterals;

namespace baton {

Error usageError(const QString &message)
{
    Error error;
    error.code = ErrorCode::Usage;
    error.message = message;
    return error;
}

Result<QString> choice(const QCommandLineParser &options, const QString &option, const QStringList &choices)
{
    const QString value = options.value(option);
    if (choices.contains(value))
        return value;
    return usageError(Cli::tr("--%1 cannot be “%2”. Choose one of: %3.").arg(option, value, choices.join(u", "_s)));
}

Result<std::optional<qint64>> wholeNumber(const QCommandLineParser &options, const QString &option, qint64 least,
                                          qint64 greatest)
{
    if (!options.isSet(option))
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 number = options.value(option).toLongLong(&isNumber);
    if (isNumber && number >= least && number <= greatest)
        return std::optional(number);
    if (greatest == std::numeric_limits<qint64>::max())
        return usageError(Cli::tr("--%1 takes a whole number from %2 on, not “%3”.")
                              .arg(option, QString::number(least), options.value(option)));
    return usageError(Cli::tr("--%1 takes a whole number from %2 to %3, not “%4”.")
                          .arg(option, QString::number(least), QString::number(greatest), options.value(option)));
}

void addFormatOption(QCommandLineParser &parser, const QStringList &formats)
{
    parser.addOption({u"format"_s, Cli::tr("What stdout carries: %1.").arg(formats.join(u", "_s)), u"format"_s,
                      formats.first()});
}

} // namespace baton
