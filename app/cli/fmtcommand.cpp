// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/checking.h"
#include "app/cli/commands.h"
#include "app/cli/outputfile.h"
#include "model/storage/writer.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"check"_s, Cli::tr("Writes nothing; exits 1 where the file is not in its canonical form.")});
}

int run(const QCommandLineParser &options, Console &console)
{
    const QString path = options.positionalArguments().first();
    const std::optional<Loaded> loaded = loadOrSay(path, console);
    if (!loaded)
        return exitcode::unusable;
    const QByteArray before = loaded->source->bytes();
    const QByteArray after = formatWorkflow(*loaded->source);
    if (!options.isSet(u"check"_s))
        return rewriteFile(path, before, after, console);
    if (after == before)
        return exitcode::ok;
    console.err() << Cli::tr("%1 is not in its canonical form; `baton fmt` writes it so.").arg(path) << Qt::endl;
    return exitcode::no;
}

} // namespace

Command fmtCommand()
{
    return {u"fmt"_s, u"FILE [--check]"_s, Cli::tr("Writes a workflow in its canonical form, in place; comments stay."), 1, 1, describe, run};
}

} // namespace baton
