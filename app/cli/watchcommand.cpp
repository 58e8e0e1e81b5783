// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/runview.h"
#include "model/run/runrecord.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int pulse = 500; // Milliseconds between looks at whether somebody still drives the run.

void describe(QCommandLineParser &parser)
{
    addFormatOption(parser, {u"text"_s, u"json"_s});
}

bool hasEnded(const RunRecord &record)
{
    return !record.state().isRunning() && record.state().status != RunStatus::Planned;
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.fail(format.error());
    const QString dir = options.positionalArguments().first();
    const auto opened = RunRecord::open(dir);
    if (!opened)
        return console.fail(opened.error());
    RunRecord &record = **opened;
    if (const QString torn = (*opened)->tornTail(); !torn.isEmpty())
        console.err() << torn << Qt::endl;

    RunView view(console, *format == "json"_L1 ? RunView::Style::Events : RunView::Style::Text);
    const auto show = [&](const QList<Event> &events) { view.show(events, planOf(record.plan(), record.state()), record.state()); };
    show(record.events());
    QTimer timer;
    timer.setInterval(pulse);
    QObject::connect(&record, &RunRecord::advanced, &view, [&](const QList<Event> &events) {
        show(events);
        if (hasEnded(record))
            QCoreApplication::quit();
    });
    QObject::connect(&timer, &QTimer::timeout, &view, [&] {
        if (record.isDriven())
            return;
        record.catchUp(); // What it wrote last, before it went.
        QCoreApplication::quit();
    });
    timer.start();
    if (!hasEnded(record) && record.isDriven())
        QCoreApplication::exec();
    view.conclude(planOf(record.plan(), record.state()), record.state(), dir);
    if (!hasEnded(record))
        console.err() << Cli::tr("No program drives this run now. `baton run --resume %1` goes on with it.").arg(dir) << Qt::endl;
    return exitcode::ok;
}

} // namespace

Command watchCommand()
{
    return {u"watch"_s, u"RUN-DIR [options]"_s, Cli::tr("Follows a run that another program drives, until it ends."), 1, 1, describe, run};
}

} // namespace baton
