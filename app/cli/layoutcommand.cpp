// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/checking.h"
#include "app/cli/commands.h"
#include "app/cli/outputfile.h"
#include "model/layout/layout.h"
#include "model/storage/writer.h"
#include "model/workflow/workflow.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

int run(const QCommandLineParser &options, Console &console)
{
    const QString path = options.positionalArguments().first();
    const std::optional<Loaded> loaded = loadOrSay(path, console);
    if (!loaded)
        return exitcode::unusable;
    Workflow workflow(loaded->contents);
    workflow.apply(arranging(loaded->contents));
    const std::optional<QByteArray> after = patchWorkflow(workflow.contents(), *loaded->source);
    if (!after)
        return console.fail(notInPlace(path));
    return rewriteFile(path, loaded->source->bytes(), *after, console);
}

} // namespace

Command layoutCommand()
{
    return {u"layout"_s, u"FILE"_s, Cli::tr("Writes automatic positions into a workflow, and changes nothing else in it."), 1, 1, nullptr, run};
}

} // namespace baton
