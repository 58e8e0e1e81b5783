// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/asker.h"
#include "app/cli/checking.h"
#include "app/cli/commands.h"
#include "app/cli/runview.h"
#include "app/cli/unixsignals.h"
#include "model/run/conclusion.h"
#include "model/run/report.h"
#include "model/run/runner.h"
#include "model/run/runrecord.h"
#include "model/run/trust.h"

#include <csignal>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"simulate"_s, Cli::tr("Replaces every executor by a simulated one: nothing is run, nothing is written but the run folder.")});
    parser.addOption({u"on"_s, Cli::tr("Where commands go, whatever the plan says: plan (as it says, the default), machine (cluster jobs run here) or cluster (this machine's commands become jobs)."), u"place"_s});
    parser.addOption({u"max-cost"_s, Cli::tr("What the run may spend, in dollars; then nothing starts that costs. 0 = no limit."), u"usd"_s});
    parser.addOption({u"run-dir"_s, Cli::tr("The folder to keep the run in; a new one in .baton/runs beside the file without it."), u"dir"_s});
    parser.addOption({u"resume"_s, Cli::tr("Goes on with the run in this folder. Without FILE as it was; with FILE with what was corrected there: executors, models, limits."), u"dir"_s});
    parser.addOption({u"max-concurrent"_s, Cli::tr("At most this many tasks at once, whatever the file says; 0 = no limit."), u"n"_s});
    parser.addOption({u"approve"_s, Cli::tr("Who answers what the plan asks people: ask, all or none. Without a terminal none, in a simulation all."), u"mode"_s});
    parser.addOption({u"seed"_s, Cli::tr("What simulated chance begins with."), u"n"_s});
    parser.addOption({u"speed"_s, Cli::tr("How much faster than life simulated tasks go."), u"x"_s});
    parser.addOption({u"whole-plan"_s, Cli::tr("Hands what the Slurm cluster can carry out alone to it at once, so that Baton may be closed; --resume goes on.")});
    parser.addOption({u"trust"_s, Cli::tr("Lets the file's commands run, this time. `baton trust` remembers a folder.")});
    addFormatOption(parser, {u"text"_s, u"json"_s});
}

Result<RunOptions> runOptions(const QCommandLineParser &options)
{
    RunOptions wanted;
    wanted.simulate = options.isSet(u"simulate"_s);
    wanted.runDir = options.value(u"run-dir"_s);
    wanted.trusted = options.isSet(u"trust"_s);
    wanted.wholePlan = options.isSet(u"whole-plan"_s);
    const Result<std::optional<qint64>> limit = wholeNumber(options, u"max-concurrent"_s, 0, 1'000'000);
    if (!limit)
        return limit.error();
    if (*limit)
        wanted.maxConcurrent = int(**limit);
    const Result<std::optional<qint64>> seed = wholeNumber(options, u"seed"_s, 0, std::numeric_limits<quint32>::max());
    if (!seed)
        return seed.error();
    if (*seed)
        wanted.seed = quint64(**seed);
    if (options.isSet(u"speed"_s)) {
        bool isNumber = false;
        const double speed = options.value(u"speed"_s).toDouble(&isNumber);
        if (!isNumber || !(speed > 0) || speed > 1e9)
            return usageError(Cli::tr("--speed takes a number above 0, not “%1”.").arg(options.value(u"speed"_s)));
        wanted.speed = speed;
    }
    if (options.isSet(u"on"_s)) {
        const Result<QString> place = choice(options, u"on"_s, namesOf<RunWhere>());
        if (!place)
            return place.error();
        wanted.where = valueOf<RunWhere>(*place);
    }
    if (options.isSet(u"max-cost"_s)) {
        bool isNumber = false;
        const double cost = options.value(u"max-cost"_s).toDouble(&isNumber);
        if (!isNumber || !(cost >= 0) || cost > 1e9)
            return usageError(Cli::tr("--max-cost takes dollars, 0 or more, not “%1”.").arg(options.value(u"max-cost"_s)));
        wanted.maxCostUsd = cost;
    }
    if (options.isSet(u"approve"_s)) {
        const Result<QString> mode = choice(options, u"approve"_s, namesOf<ApproveMode>());
        if (!mode)
            return mode.error();
        wanted.approve = valueOf<ApproveMode>(*mode);
    } else if (!wanted.simulate && !Console::canAsk() && !options.isSet(u"resume"_s)) {
        wanted.approve = ApproveMode::None;
    }
    if (options.isSet(u"resume"_s) && options.isSet(u"run-dir"_s))
        return usageError(Cli::tr("--resume names the run folder already; leave --run-dir out."));
    if (options.isSet(u"resume"_s) && wanted.wholePlan)
        return usageError(Cli::tr("A run goes on as it began; leave --whole-plan out."));
    if (wanted.simulate && wanted.where)
        return usageError(Cli::tr("A simulation runs nothing anywhere; leave --on or --simulate out."));
    if (options.isSet(u"resume"_s) && wanted.simulate)
        return usageError(Cli::tr("A run goes on as it began; leave --simulate out."));
    return wanted;
}

int exitCodeOf(RunStatus status)
{
    switch (status) {
    case RunStatus::Complete:
        return exitcode::ok;
    case RunStatus::Waiting:
        return exitcode::waiting;
    case RunStatus::Planned:
    case RunStatus::Running:
    case RunStatus::Paused:
        return exitcode::interrupted;
    case RunStatus::Failed:
    case RunStatus::Cancelled:
        break;
    }
    return exitcode::no;
}

int sayUntrusted(const Error &error, const QString &file, Console &console)
{
    console.fail(error);
    if (const Result<Loaded> loaded = loadWorkflow(file); loaded && loaded->readable) {
        console.err() << Cli::tr("It would run:") << "\n";
        for (const PlannedCommand &command : commandsOf(loaded->contents, file))
            console.err() << u"  %1: %2\n"_s.arg(command.task, command.text.simplified().left(100));
    }
    console.err() << Cli::tr("Read it, then add --trust, or remember the folder with `baton trust DIR`.") << Qt::endl;
    return exitcode::untrusted;
}

/// Drives a run to its end, shown from its journal.
int drive(Runner &runner, RunView::Style style, Console &console)
{
    std::signal(SIGPIPE, SIG_IGN); // Whoever reads our output may go; the run goes on.
    auto record = RunRecord::open(runner.runDir());
    if (!record)
        return console.fail(record.error());
    RunRecord &shown = **record;
    RunView view(console, style);
    UnixSignals interruptions;
    std::unique_ptr<Asker> asker;
    if (Console::canAsk() && style == RunView::Style::Text)
        asker = std::make_unique<Asker>(runner, console);

    std::optional<Error> broken;
    QObject::connect(&runner, &Runner::recorded, &shown, &RunRecord::poke);
    QObject::connect(&shown, &RunRecord::advanced, &view, [&](const QList<Event> &events) {
        view.show(events, planOf(shown.plan(), shown.state()), shown.state());
        if (asker)
            asker->prompt();
    });
    if (asker) {
        QObject::connect(asker.get(), &Asker::asking, &view, [&view] { view.setStill(true); });
        QObject::connect(asker.get(), &Asker::answered, &view, [&view] { view.setStill(false); });
    }
    QObject::connect(&interruptions, &UnixSignals::interrupted, &runner, &Runner::interrupt);
    QObject::connect(&runner, &Runner::warned, &view, [&](const QString &sentence) {
        view.rest();
        console.fail(sentence);
    });
    QObject::connect(&runner, &Runner::failed, &view, [&](const Error &error) { broken = error; });
    QObject::connect(&runner, &Runner::finished, &view, [] { QCoreApplication::quit(); });
    // With the event loop running, so that a run that is over at once still ends it.
    QMetaObject::invokeMethod(&runner, &Runner::start, Qt::QueuedConnection);
    QCoreApplication::exec();

    shown.catchUp();
    view.conclude(planOf(shown.plan(), shown.state()), shown.state(), runner.runDir());
    if (broken)
        return console.fail(*broken, exitcode::no);
    return exitCodeOf(runner.state().status);
}

/// Says what keeps a file from running; ok where nothing does.
int checkPlan(const QString &file, Console &console)
{
    const CheckedFile checked = checkFile(file);
    if (checked.error)
        return console.fail(*checked.error);
    for (const Problem &problem : checked.problems) {
        if (problem.severity == Severity::Error)
            console.err() << toLine(file, problem) << Qt::endl;
    }
    if (!checked.isReadable())
        return exitcode::unusable;
    if (checked.count(Severity::Error) > 0)
        return console.fail(Cli::tr("A plan with errors does not run. Repair them first."));
    return exitcode::ok;
}

/// The file as it stands now, for a run that goes on with what was corrected in it.
Result<Correction> correctionIn(const QString &file)
{
    const Result<QByteArray> bytes = readFileBytes(file);
    if (!bytes)
        return bytes.error();
    Result<Loaded> loaded = loadWorkflow(file);
    if (!loaded)
        return loaded.error();
    return Correction{std::move(loaded->contents), *bytes, file};
}

/// With what \a file corrects of the run's plan, where one is named.
/// A run that is over: what a full disk kept from being told of it is told now, and what came too late is refused.
int tidy(const RunRecord &record, Console &console)
{
    console.err() << Cli::tr("This run is complete; there is nothing left to do.") << Qt::endl;
    if (record.isDriven())
        return exitcode::ok;
    for (const Request &request : readInbox(record.folder().path()).requests) {
        console.err() << Cli::tr("The answer to “%1” came when the run was complete, and was left out.").arg(request.subject) << Qt::endl;
        removeRequest(request);
    }
    if (isConcluded(record.folder(), record.state()))
        return exitcode::ok;
    for (const Result<void> &written : {writeConclusion(record.folder(), record.plan(), record.state()),
                                        writeReport(record.folder(), record.plan(), record.state())}) {
        if (!written)
            console.fail(written.error());
    }
    return exitcode::ok;
}

int resume(const QString &dir, const QString &file, RunOptions wanted, RunView::Style style, Console &console)
{
    {
        const auto record = RunRecord::open(dir);
        if (!record)
            return console.fail(record.error());
        if (const QString torn = (*record)->tornTail(); !torn.isEmpty())
            console.err() << torn << Qt::endl;
        const RunState &state = (*record)->state();
        if (state.status == RunStatus::Complete)
            return tidy(**record, console);
        // Whether somebody is there to ask may be different this time.
        if (!wanted.approve && state.settings.approve != ApproveMode::All)
            wanted.approve = Console::canAsk() ? ApproveMode::Ask : ApproveMode::None;
    }
    if (!file.isEmpty()) {
        if (const int code = checkPlan(file, console); code != exitcode::ok)
            return code;
        Result<Correction> correction = correctionIn(file);
        if (!correction)
            return console.fail(correction.error());
        wanted.correction = std::move(*correction);
    }
    auto runner = Runner::resume(dir, wanted);
    if (!runner) {
        if (runner.error().code == ErrorCode::NotTrusted)
            return sayUntrusted(runner.error(), RunFolder(dir).planPath(), console);
        return console.fail(runner.error());
    }
    return drive(**runner, style, console);
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.fail(format.error());
    const Result<RunOptions> wanted = runOptions(options);
    if (!wanted)
        return console.fail(wanted.error());
    const RunView::Style style = *format == "json"_L1 ? RunView::Style::Events : RunView::Style::Text;
    if (options.isSet(u"resume"_s))
        return resume(options.value(u"resume"_s), options.positionalArguments().value(0), *wanted, style, console);
    if (options.positionalArguments().isEmpty())
        return console.fail(Cli::tr("Name the workflow to run, or the run to go on with: --resume DIR."));

    const QString file = options.positionalArguments().first();
    if (const int code = checkPlan(file, console); code != exitcode::ok)
        return code;

    auto runner = Runner::create(file, *wanted);
    if (!runner) {
        if (runner.error().code == ErrorCode::NotTrusted)
            return sayUntrusted(runner.error(), file, console);
        return console.fail(runner.error());
    }
    return drive(**runner, style, console);
}

} // namespace

Command runCommand()
{
    return {u"run"_s, u"FILE [options]"_s, Cli::tr("Runs a workflow, on this machine or simulated."), 0, 1, describe, run};
}

} // namespace baton
