// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

int run(const QCommandLineParser &, Console &console)
{
    QFile schema(u":/schema/workflow.schema.json"_s);
    if (!schema.open(QIODevice::ReadOnly))
        return console.fail(Cli::tr("This build carries no schema."));
    console.bytes(schema.readAll());
    return exitcode::ok;
}

} // namespace

Command schemaCommand()
{
    return {u"schema"_s, {}, Cli::tr("Prints the JSON Schema of workflow files, for editors to complete and check by."), 0, 0, nullptr, run};
}

} // namespace baton
