// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/checking.h"
#include "app/cli/commands.h"
#include "app/cli/conversion.h"
#include "app/cli/outputfile.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

const QStringList formats{u"yaml"_s, u"json"_s};

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"from"_s, Cli::tr("The format to read: %1.").arg(formats.join(u", "_s)), u"format"_s});
    addOutputOptions(parser);
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"from"_s, formats);
    if (!format)
        return console.fail(format.error());
    if (const Result<void> allowed = checkOutput(options); !allowed)
        return console.fail(allowed.error());
    const QString path = options.positionalArguments().first();
    const Result<QByteArray> bytes = readFileBytes(path);
    if (!bytes)
        return console.fail(bytes.error());
    const Loaded loaded = readWorkflow(*bytes, *format == "json"_L1 ? FileKind::Json : FileKind::Yaml);
    for (const Problem &problem : loaded.problems)
        console.err() << toLine(path, problem) << Qt::endl;
    if (!loaded.readable)
        return exitcode::unusable;
    return writeOutput(converted(loaded, fileKindOf(options.value(u"output"_s)), path, console), options, console);
}

} // namespace

Command importCommand()
{
    return {u"import"_s, u"PATH --from FORMAT [-o OUT]"_s, Cli::tr("Makes a workflow file of something else."), 1, 1, describe, run};
}

} // namespace baton
