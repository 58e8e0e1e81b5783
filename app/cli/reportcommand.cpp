// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "model/run/report.h"
#include "model/run/runrecord.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    addFormatOption(parser, {u"markdown"_s, u"html"_s});
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"format"_s, {u"markdown"_s, u"html"_s});
    if (!format)
        return console.fail(format.error());
    const auto record = RunRecord::open(options.positionalArguments().first());
    if (!record)
        return console.fail(record.error());
    if (const QString torn = (*record)->tornTail(); !torn.isEmpty())
        console.err() << torn << Qt::endl;
    const QList<ReportBlock> blocks = reportOn((*record)->plan(), (*record)->state());
    const QString text = *format == "html"_L1 ? toHtml(blocks, blocks.first().text) : toMarkdown(blocks);
    console.bytes(text.toUtf8());
    return exitcode::ok;
}

} // namespace

Command reportCommand()
{
    return {u"report"_s, u"RUN-DIR [options]"_s, Cli::tr("Says what a run was asked, did, verified, spent and found."), 1, 1, describe, run};
}

} // namespace baton
