// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/runcomparison.h"
#include "model/run/runfolder.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    addFormatOption(parser, {u"text"_s, u"json"_s});
    parser.addOption({u"compare"_s, Cli::tr("Compares two run folders, task by task: states, times, tokens.")});
}

QString startedAt(const RunSummary &summary)
{
    return QDateTime::fromMSecsSinceEpoch(summary.started, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject toJson(const RunSummary &summary)
{
    return {{u"dir"_s, summary.dir},
            {u"workflow"_s, summary.workflow},
            {u"started"_s, startedAt(summary)},
            {u"state"_s, nameOf(summary.state)},
            {u"tasks"_s, QJsonObject{{u"complete"_s, summary.complete}, {u"total"_s, summary.total}}}};
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.fail(format.error());
    if (options.isSet(u"compare"_s))
        return compareRunFolders(options.positionalArguments(), *format == "json"_L1, console);
    const QString dir = options.positionalArguments().value(0, u"."_s);
    if (!QFileInfo(dir).isDir())
        return console.fail(Cli::tr("%1 is no folder.").arg(dir));
    const QList<RunSummary> runs = listRuns(dir);
    if (*format == "json"_L1) {
        QJsonArray list;
        for (const RunSummary &summary : runs)
            list += toJson(summary);
        console.json({{u"runs"_s, list}});
        return exitcode::ok;
    }
    for (const RunSummary &summary : runs) {
        QString state = nameOf(summary.state);
        if (summary.state == RunStatus::Running && !summary.isDriven)
            state = Cli::tr("%1, but no program drives it").arg(state);
        console.out() << u"%1  %2  %3/%4  %5\n"_s.arg(startedAt(summary), state, QString::number(summary.complete),
                                                       QString::number(summary.total), summary.workflow)
                      << u"    %1\n"_s.arg(console.painted(summary.dir, Console::Ink::Faint));
    }
    console.out().flush();
    if (runs.isEmpty())
        console.err() << Cli::tr("There are no runs in %1.").arg(dir) << Qt::endl;
    return exitcode::ok;
}

} // namespace

Command runsCommand()
{
    return {u"runs"_s, u"[DIR] | --compare RUN-DIR RUN-DIR [options]"_s,
            Cli::tr("Lists the runs of the workflows in a folder, latest first, or compares two of them."), 0, 2, describe, run};
}

} // namespace baton
