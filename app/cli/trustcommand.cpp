// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "model/run/trust.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"remove"_s, Cli::tr("Trusts the folder no longer.")});
}

int run(const QCommandLineParser &options, Console &console)
{
    if (options.positionalArguments().isEmpty()) {
        for (const QString &folder : trustedFolders())
            console.out() << folder << "\n";
        console.out().flush();
        return exitcode::ok;
    }
    const QString dir = options.positionalArguments().first();
    const bool isRemoval = options.isSet(u"remove"_s);
    if (!isRemoval && !QFileInfo(dir).isDir())
        return console.fail(Cli::tr("%1 is no folder.").arg(dir));
    if (const Result<void> done = isRemoval ? removeTrust(dir) : trust(dir); !done)
        return console.fail(done.error());
    if (isRemoval && isTrusted(dir)) {
        console.err() << Cli::tr("A folder around %1 is still trusted, and so is this one. `baton trust` lists them.").arg(dir) << Qt::endl;
        return exitcode::no;
    }
    return exitcode::ok;
}

} // namespace

Command trustCommand()
{
    return {u"trust"_s, u"[DIR] [--remove]"_s, Cli::tr("Lets the workflows of a folder run commands; without a folder, lists those that may."),
            0, 1, describe, run};
}

} // namespace baton
