// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commandline.h"

#include <QTextStream>

namespace baton {

int runCommandLine(const QStringList &arguments)
{
    QTextStream(stderr) << QStringLiteral("%1: usage: baton COMMAND\n").arg(arguments.value(0));
    return 2;
}

} // namespace baton
