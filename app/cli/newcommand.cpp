// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/conversion.h"
#include "app/cli/outputfile.h"
#include "model/exchange/templates.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"template"_s, Cli::tr("The template to start from; `baton templates` lists them."), u"name"_s});
    addOutputOptions(parser);
}

int run(const QCommandLineParser &options, Console &console)
{
    if (!options.isSet(u"template"_s))
        return console.fail(Cli::tr("Say what to start from: --template NAME. `baton templates` lists them."));
    const Result<QByteArray> text = templateText(options.value(u"template"_s));
    if (!text)
        return console.fail(text.error());
    const FileKind kind = fileKindOf(options.value(u"output"_s));
    return writeOutput(converted(readWorkflow(*text, FileKind::Yaml), kind, options.value(u"template"_s), console), options, console);
}

} // namespace

Command newCommand()
{
    return {u"new"_s, u"--template NAME [-o FILE] [options]"_s, Cli::tr("Starts a workflow from a template."), 0, 0, describe, run};
}

} // namespace baton
