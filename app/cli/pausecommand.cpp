// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "model/run/inbox.h"
#include "model/run/runfolder.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

int run(const QCommandLineParser &options, Console &console)
{
    const QString dir = options.positionalArguments().first();
    const RunFolder folder(dir);
    if (!folder.exists())
        return console.fail(Cli::tr("%1 holds no run. `baton runs` lists them.").arg(dir));
    Request request;
    request.action = Action::Pause;
    if (!isDriven(folder))
        return console.fail(Cli::tr("No program drives this run now, so there is nothing to pause."));
    if (const Result<void> posted = postRequest(dir, request); !posted)
        return console.fail(posted.error());
    return exitcode::ok;
}

} // namespace

Command pauseCommand()
{
    return {u"pause"_s, u"RUN-DIR"_s, Cli::tr("Lets a run start nothing new; it ends, resumable, when what is active has ended."), 1, 1, nullptr, run};
}

} // namespace baton
