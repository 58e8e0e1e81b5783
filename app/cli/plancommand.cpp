// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/checking.h"
#include "app/cli/commands.h"
#include "model/patterns/recognize.h"
#include "model/plan/plansummary.h"
#include "model/run/calibration.h"
#include "model/run/worktrees/worktreeplan.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    addFormatOption(parser, {u"text"_s, u"json"_s});
}

QStringList idsOf(const Contents &contents, const QList<NodeKey> &keys)
{
    QStringList ids;
    for (NodeKey key : keys)
        ids += contents.idOf(key);
    return ids;
}

QJsonArray toJson(const Contents &contents, const QList<FoundPattern> &patterns)
{
    QJsonArray all;
    for (const FoundPattern &found : patterns)
        all += QJsonObject{{u"pattern"_s, infoOf(found.pattern).id},
                           {u"title"_s, titleOf(found.pattern)},
                           {u"subjects"_s, QJsonArray::fromStringList(idsOf(contents, found.subjects))},
                           {u"sentence"_s, found.sentence}};
    return all;
}

/// What earlier runs of the workflows beside this one have told.
QJsonArray toJson(const Calibration &calibration)
{
    QJsonArray list;
    for (auto use = calibration.uses.cbegin(); use != calibration.uses.cend(); ++use)
        list += QJsonObject{{u"persona"_s, use.key().first}, {u"model"_s, use.key().second}, {u"runs"_s, use->runs},
                            {u"tasks"_s, use->tasks},        {u"ratio"_s, use->ratio()},
                            {u"replaces_multiplier"_s, calibration.ratioFor(use.key().first, use.key().second).has_value()}};
    return list;
}

QJsonObject toJson(const Contents &contents, const PlanSummary &summary, const Calibration &calibration)
{
    QJsonArray waves;
    for (const QList<NodeKey> &wave : summary.waves)
        waves += QJsonArray::fromStringList(idsOf(contents, wave));
    const CriticalPath &path = summary.criticalPath;
    return {{u"waves"_s, waves},
            {u"critical_path"_s, QJsonObject{{u"tasks"_s, QJsonArray::fromStringList(idsOf(contents, path.tasks))},
                                             {u"tokens"_s, path.tokens},
                                             {u"seconds"_s, path.seconds}}},
            {u"tokens"_s, QJsonObject{{u"budgeted"_s, summary.budgetedTokens},
                                      {u"with_multiplier"_s, summary.tokensWithMultiplier},
                                      {u"expected"_s, expectedTokens(contents, calibration)},
                                      {u"calibration"_s, toJson(calibration)}}},
            {u"max_parallel"_s, summary.maxParallel},
            {u"makespan_seconds"_s, summary.makespanSeconds}};
}

QString inWords(double seconds)
{
    const auto whole = qint64(seconds + 0.5);
    if (whole < 60)
        return Cli::tr("%1 s").arg(QString::number(seconds, 'g', 4));
    if (whole < 3600)
        return Cli::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return Cli::tr("%1 h %2 min").arg(whole / 3600).arg(whole / 60 % 60);
}

void writePatterns(const QList<FoundPattern> &patterns, Console &console)
{
    if (patterns.isEmpty())
        return;
    console.out() << "\n" << Cli::tr("Patterns in it:") << "\n";
    for (const FoundPattern &found : patterns)
        console.out() << "  " << console.painted(titleOf(found.pattern), Console::Ink::Bold) << "  " << found.sentence << "\n";
    console.out().flush();
}

/// A line for each persona and model that enough runs tell of; nothing where none do.
void writeCalibration(const Contents &contents, const Calibration &calibration, Console &console)
{
    QTextStream &out = console.out();
    bool isCalibrated = false;
    for (auto use = calibration.uses.cbegin(); use != calibration.uses.cend(); ++use) {
        if (!calibration.ratioFor(use.key().first, use.key().second))
            continue;
        isCalibrated = true;
        const QString who = use.key().first.isEmpty() ? Cli::tr("(no persona)") : u'@' + use.key().first;
        out << Cli::tr("Measured:      %1 used %2 times the budget in %3 runs")
                   .arg(use.key().second.isEmpty() ? who : u"%1, %2"_s.arg(who, use.key().second),
                        QString::number(use->ratio(), 'f', 2), QString::number(use->runs)) << "\n";
    }
    if (isCalibrated)
        out << Cli::tr("               %1 tokens expected by that").arg(QLocale().toString(qint64(expectedTokens(contents, calibration)))) << "\n";
}

void writeText(const Contents &contents, const PlanSummary &summary, const Calibration &calibration, Console &console)
{
    QTextStream &out = console.out();
    const QLocale locale;
    for (qsizetype i = 0; i < summary.waves.size(); ++i)
        out << console.painted(Cli::tr("Wave %1").arg(i + 1), Console::Ink::Bold) << "  "
            << idsOf(contents, summary.waves.at(i)).join(u", "_s) << "\n";
    if (!summary.unplanned.isEmpty())
        out << Cli::tr("Never started, because they are in a cycle or behind one: %1")
                   .arg(idsOf(contents, summary.unplanned).join(u", "_s)) << "\n";
    out << "\n" << Cli::tr("Critical path: %1").arg(idsOf(contents, summary.criticalPath.tasks).join(u" → "_s)) << "\n"
        << Cli::tr("               %1 tokens, %2").arg(locale.toString(summary.criticalPath.tokens), inWords(summary.criticalPath.seconds)) << "\n"
        << Cli::tr("Tokens:        %1 budgeted, %2 with the multiplier of %3")
               .arg(locale.toString(summary.budgetedTokens), locale.toString(qint64(summary.tokensWithMultiplier)),
                    QString::number(contents.info.budgetMultiplier)) << "\n"
        << Cli::tr("In parallel:   %1 at most").arg(summary.maxParallel) << "\n";
    writeCalibration(contents, calibration, console);
    out << (contents.info.maxConcurrent > 0
                ? Cli::tr("Takes about:   %1 with at most %2 tasks at once").arg(inWords(summary.makespanSeconds)).arg(contents.info.maxConcurrent)
                : Cli::tr("Takes about:   %1 without a limit on tasks at once").arg(inWords(summary.makespanSeconds)))
        << Qt::endl;
}

/// The branches and worktrees of a run to be. Nothing where it wants none, or could not be begun.
QList<PlannedBranch> branchesOf(const RunPlan &plan, const Contents &contents)
{
    // Stands for the name that the run will have.
    return usesWorktrees(plan) ? worktreePlan(plan, {WorktreeNames::prefixOf(contents.info), u"RUN"_s, u".baton/runs/RUN"_s})
                               : QList<PlannedBranch>();
}

QStringList basesOf(const RunPlan &plan, const PlannedBranch &branch)
{
    QStringList ids;
    for (const int before : branch.base)
        ids += plan.tasks.at(before).id;
    return ids;
}

QJsonArray toJson(const RunPlan &plan, const QList<PlannedBranch> &branches)
{
    QJsonArray list;
    for (const PlannedBranch &branch : branches) {
        list += QJsonObject{{u"task"_s, plan.tasks.at(branch.task).id},
                            {u"branch"_s, branch.branch},
                            {u"path"_s, branch.path},
                            {u"base"_s, QJsonArray::fromStringList(basesOf(plan, branch))},
                            {u"integrates"_s, branch.integrates}};
    }
    return list;
}

void writeText(const RunPlan &plan, const QList<PlannedBranch> &branches, Console &console)
{
    QTextStream &out = console.out();
    out << "\n" << console.painted(Cli::tr("Branches, where RUN stands for the name of the run"), Console::Ink::Bold) << "\n";
    for (const PlannedBranch &branch : branches)
        out << u"  %1  %2\n"_s.arg(branch.branch, baseText(plan, branch));
    out << Cli::tr("Each in its own worktree, .baton/runs/RUN/worktrees/TASK, until the run ends. The branches stay, and your checkout is not touched.")
        << Qt::endl;
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.fail(format.error());
    const CheckedFile checked = checkFile(options.positionalArguments().first());
    if (checked.error)
        console.fail(*checked.error);
    for (const Problem &problem : checked.problems) {
        if (problem.severity == Severity::Error)
            console.err() << toLine(checked.file, problem) << Qt::endl;
    }
    if (!checked.isReadable())
        return exitcode::unusable;

    const Contents &contents = checked.loaded.contents;
    const PlanSummary summary = summarize(contents);
    const Calibration calibration = calibrationIn(QFileInfo(options.positionalArguments().first()).absolutePath());
    const Result<RunPlan> plan = compile(contents);
    const QList<PlannedBranch> branches = plan ? branchesOf(*plan, contents) : QList<PlannedBranch>();
    if (*format == "json"_L1) {
        QJsonObject json = toJson(contents, summary, calibration);
        json.insert(u"patterns"_s, toJson(contents, patternsIn(contents)));
        if (!branches.isEmpty())
            json.insert(u"worktrees"_s, toJson(*plan, branches));
        console.json(json);
    } else {
        writeText(contents, summary, calibration, console);
        writePatterns(patternsIn(contents), console);
        if (!branches.isEmpty())
            writeText(*plan, branches, console);
    }
    return checked.count(Severity::Error) > 0 ? exitcode::no : exitcode::ok;
}

} // namespace

Command planCommand()
{
    return {u"plan"_s, u"FILE [options]"_s, Cli::tr("Says what a workflow comes to before it runs: waves, critical path, tokens, time."),
            1, 1, describe, run};
}

} // namespace baton
