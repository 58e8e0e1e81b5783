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
                            {u"timed_runs"_s, use->timedRuns}, {u"time_ratio"_s, use->timeRatio()},
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
                                             {u"expected_tokens"_s, path.expectedTokens},
                                             {u"seconds"_s, path.seconds}}},
            {u"tokens"_s, QJsonObject{{u"budgeted"_s, summary.budgetedTokens},
                                      {u"with_multiplier"_s, summary.tokensWithMultiplier},
                                      {u"expected"_s, summary.expectedTokens},
                                      {u"calibration"_s, toJson(calibration)}}},
            {u"calibrated_tasks"_s, summary.measuredTasks},
            {u"calibrated_from_runs"_s, summary.measuredTasks > 0 ? calibration.runs : 0},
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

QString timesText(double ratio)
{
    return QLocale().toString(ratio, 'f', 2);
}

/// Which figures come from earlier runs: a line for each persona and model that enough of them tell of. Nothing where
/// none do.
void writeCalibration(const PlanSummary &summary, qsizetype tasks, const Calibration &calibration, Console &console)
{
    if (summary.measuredTasks == 0)
        return;
    QTextStream &out = console.out();
    out << Cli::tr("Calibrated:    %1 of %2 tasks, by what %n earlier run(s) in this folder took and used", nullptr, calibration.runs)
               .arg(summary.measuredTasks).arg(tasks) << "\n";
    for (auto use = calibration.uses.cbegin(); use != calibration.uses.cend(); ++use) {
        const auto &[persona, model] = use.key();
        const QString name = persona.isEmpty() ? Cli::tr("(no persona)") : u'@' + persona;
        const QString who = model.isEmpty() ? name : u"%1, %2"_s.arg(name, model);
        if (calibration.ratioFor(persona, model))
            out << u"               "_s << Cli::tr("%1: %2 times the tokens budgeted").arg(who, timesText(use->ratio())) << "\n";
        if (use->timedRuns < Calibration::enoughRuns)
            continue;
        if (use->plannedTime > 0)
            out << u"               "_s << Cli::tr("%1: %2 times the duration planned").arg(who, timesText(use->timeRatio())) << "\n";
        else
            out << u"               "_s << Cli::tr("%1: a task takes %2 on the average").arg(who, inWords(use->took / use->timed / 1000)) << "\n";
    }
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
        << Cli::tr("               %1 tokens, %2")
               .arg(locale.toString(summary.measuredTasks > 0 ? qint64(summary.criticalPath.expectedTokens) : summary.criticalPath.tokens),
                    inWords(summary.criticalPath.seconds)) << "\n"
        << Cli::tr("Tokens:        %1 budgeted, %2 with the multiplier of %3")
               .arg(locale.toString(summary.budgetedTokens), locale.toString(qint64(summary.tokensWithMultiplier)),
                    QString::number(contents.info.budgetMultiplier)) << "\n";
    if (summary.measuredTasks > 0)
        out << Cli::tr("Expected:      %1 tokens").arg(locale.toString(qint64(summary.expectedTokens))) << "\n";
    out << Cli::tr("In parallel:   %1 at most").arg(summary.maxParallel) << "\n";
    out << (contents.info.maxConcurrent > 0
                ? Cli::tr("Takes about:   %1 with at most %2 tasks at once").arg(inWords(summary.makespanSeconds)).arg(contents.info.maxConcurrent)
                : Cli::tr("Takes about:   %1 without a limit on tasks at once").arg(inWords(summary.makespanSeconds)))
        << "\n";
    if (summary.fixTasks > 0)
        out << Cli::tr("Fix phases:    %n task(s) only where a gate fails, not counted in that time", nullptr, summary.fixTasks) << "\n";
    writeCalibration(summary, contents.tasks.size(), calibration, console);
    out.flush();
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
    const Calibration calibration = calibrationIn(QFileInfo(options.positionalArguments().first()).absolutePath());
    const PlanSummary summary = summarize(contents, calibration);
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
