// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/checking.h"
#include "app/cli/commands.h"
#include "app/cli/conversion.h"
#include "app/cli/designer.h"
#include "app/cli/outputfile.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

const QStringList formats{u"yaml"_s, u"json"_s, u"svg"_s, u"png"_s, u"pdf"_s};

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"to"_s, Cli::tr("The format to write: %1.").arg(formats.join(u", "_s)), u"format"_s});
    addOutputOptions(parser);
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"to"_s, formats);
    if (!format)
        return console.fail(format.error());
    if (const Result<void> allowed = checkOutput(options); !allowed)
        return console.fail(allowed.error());
    const QString path = options.positionalArguments().first();
    const std::optional<Loaded> loaded = loadOrSay(path, console);
    if (!loaded)
        return exitcode::unusable;

    if (*format != "yaml"_L1 && *format != "json"_L1) {
        const Result<QByteArray> picture = drawnByDesigner(path, *format);
        return picture ? writeOutput(*picture, options, console) : console.fail(picture.error());
    }
    const FileKind kind = *format == "json"_L1 ? FileKind::Json : FileKind::Yaml;
    return writeOutput(converted(*loaded, kind, path, console), options, console);
}

} // namespace

Command exportCommand()
{
    return {u"export"_s, u"FILE --to FORMAT [-o OUT]"_s, Cli::tr("Writes a workflow in another format, or as a picture."), 1, 1, describe, run};
}

} // namespace baton
