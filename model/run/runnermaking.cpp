// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// How a runner comes to be: of a workflow, or of a run folder to go on with; and when it is refused.

#include "model/run/runner.h"

#include "model/run/executorchoice.h"
#include "model/run/foresight.h"
#include "model/run/taskdriver.h"
#include "model/run/taskexecutor.h"
#include "model/run/trust.h"
#include "model/run/worktrees/repository.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

bool runsCommands(const RunPlan &plan, const RunSettings &settings)
{
    return std::any_of(plan.tasks.cbegin(), plan.tasks.cend(),
                       [&](const PlanTask &task) { return runsCommand(task, settings); });
}

/// Empty, or why this plan may not run.
std::optional<Error> refusalOf(const RunPlan &plan, const RunSettings &settings, bool trusted, const QString &file)
{
    if (const QString refusal = TaskDriver::refusalOf(plan, settings); !refusal.isEmpty())
        return Error{ErrorCode::Refused, refusal, {}, file};
    const QString folder = QFileInfo(file).absolutePath();
    if (!trusted && runsCommands(plan, settings) && !isTrusted(folder)) {
        return Error{ErrorCode::NotTrusted,
                     Runner::tr("This workflow runs commands, and its folder %1 is not trusted. Look at them; then run it "
                                "with --trust, or trust the folder.").arg(folder), {}, file};
    }
    return std::nullopt;
}

/// The wanted speed where it is one, else what the run has.
double speedOf(const RunOptions &options, const RunSettings &settings)
{
    const double wanted = options.speed.value_or(settings.speed);
    return std::isfinite(wanted) && wanted > 0 ? wanted : settings.speed;
}

/// Limits as they are set now. What was given for this call, or for the run that goes on, goes before.
Result<void> addLimits(RunSettings &settings, const RunPlan &plan, const RunOptions &options, bool isNew)
{
    if (settings.simulate)
        return {};
    const Result<UserLimits> limits = userLimits(plan);
    if (!limits)
        return limits.error();
    settings.governors = limits->governors;
    settings.maxCostUsd = options.maxCostUsd.value_or(isNew ? limits->maxCostUsd : settings.maxCostUsd);
    return {};
}

/// What a new run is started with.
RunSettings settingsFor(const RunOptions &options)
{
    RunSettings settings;
    if (options.maxConcurrent || options.wholePlan)
        settings.maxConcurrent = options.maxConcurrent.value_or(0); // A cluster has limits of its own.
    settings.approve = options.approve.value_or(options.simulate ? ApproveMode::All : ApproveMode::Ask);
    settings.simulate = options.simulate;
    settings.where = options.where.value_or(RunWhere::Plan);
    settings.seed = quint32(options.seed.value_or(settings.seed));
    settings.speed = speedOf(options, settings);
    return settings;
}

/// Where the worktrees of a run come from; nothing where it wants none. \a base is of a run that goes on.
Result<std::optional<Checkout>> checkoutFor(const RunPlan &plan, bool simulate, const QString &root, const QString &base = {})
{
    if (simulate || !usesWorktrees(plan))
        return std::optional<Checkout>();
    Result<Checkout> checkout = findCheckout(root);
    if (!checkout)
        return checkout.error();
    if (isCommit(base))
        checkout->commit = base;
    return std::optional(*checkout);
}

/// With the order of starting that a search before the run found. The journal does not depend on it.
RunPlan ordered(RunPlan plan, const RunOptions &options)
{
    setStartOrder(plan, improvedOrder(plan, options.maxConcurrent.value_or(int(plan.contents.info.maxConcurrent))));
    return plan;
}

} // namespace

Result<std::unique_ptr<Runner>> Runner::create(const Contents &contents, const QByteArray &bytes, const QString &file,
                                               const RunOptions &options)
{
    Result<RunPlan> plan = compile(contents);
    if (!plan)
        return plan.error();
    RunSettings settings = settingsFor(options);
    if (const Result<void> limited = addLimits(settings, *plan, options, true); !limited)
        return limited.error();
    if (const std::optional<Error> refusal = refusalOf(*plan, settings, options.trusted, file))
        return *refusal;
    const QString root = QDir::cleanPath(QFileInfo(file).absoluteDir().absoluteFilePath(contents.info.root));
    const Result<std::optional<Checkout>> checkout = checkoutFor(*plan, options.simulate, root);
    if (!checkout)
        return checkout.error();
    if (*checkout) {
        // A name that Baton makes up is always new.
        const QString run = options.runDir.isEmpty() ? u"new-run"_s : QFileInfo(RunFolder(options.runDir).path()).fileName();
        if (const Result<void> free = checkBranches(**checkout, {WorktreeNames::prefixOf(contents.info), run, {}}); !free)
            return free.error();
    }
    if (options.wholePlan) {
        if (const QString refusal = wholePlanOutlook(*plan, settings).refusal; !refusal.isEmpty())
            return Error{ErrorCode::Refused, refusal, {}, file};
    }
    const Result<RunFolder> folder = makeRunFolder({file, bytes, contents.info.name, contents.info.root,
                                                    int(plan->tasks.size()), options.runDir, QDateTime::currentMSecsSinceEpoch()});
    if (!folder)
        return folder.error();
    Result<std::unique_ptr<JournalWriter>> journal = JournalWriter::open(folder->journalPath());
    if (!journal)
        return journal.error();
    if (*checkout || options.wholePlan) {
        QJsonObject info = folder->info();
        if (*checkout)
            info.insert(u"base"_s, (*checkout)->commit);
        if (options.wholePlan)
            info.insert(u"whole_plan"_s, true);
        if (const Result<void> written = folder->writeInfo(info); !written)
            return written.error();
    }
    if (runsCommands(*plan, settings))
        (void)rememberCommands(contents, file).ok(); // only for showing what changed since
    std::unique_ptr<Runner> runner(new Runner(*folder, ordered(std::move(*plan), options), std::move(*journal)));
    runner->drive(settings, *checkout);
    return runner;
}

Result<std::unique_ptr<Runner>> Runner::resume(const QString &runDir, RunPlan plan, const RunOptions &options)
{
    const RunFolder folder(runDir);
    if (!folder.exists())
        return Error{ErrorCode::NotFound, tr("%1 holds no run. Name a folder below .baton/runs.").arg(runDir), {}, runDir};
    QStringList corrected;
    if (options.correction) {
        Result<CorrectedPlan> mended = correctedPlan(plan, options.correction->contents);
        if (!mended)
            return mended.error();
        plan = std::move(mended->plan);
        corrected = mended->fields;
    }
    Result<std::unique_ptr<JournalWriter>> journal = JournalWriter::open(folder.journalPath());
    if (!journal)
        return journal.error();
    const Result<Journal> past = readJournal(folder.journalPath());
    if (!past)
        return past.error();
    if (const JournalProblem *damage = past->damage()) {
        return Error{ErrorCode::Syntax, tr("The journal is damaged, so the run cannot go on: %1").arg(damage->message), {},
                     folder.journalPath(), int(damage->line)};
    }
    std::unique_ptr<Runner> runner(new Runner(folder, ordered(std::move(plan), options), std::move(*journal)));
    runner->replay(past->events);
    runner->m_order.begin(runner->m_plan, runner->m_state);
    const RunState &state = runner->m_state;
    if (state.status == RunStatus::Cancelled || state.cancelling)
        return Error{ErrorCode::Refused, tr("This run was cancelled. Start a new one."), {}, runDir};
    RunSettings settings = state.settings;
    if (options.maxConcurrent)
        settings.maxConcurrent = *options.maxConcurrent;
    settings.approve = options.approve.value_or(settings.approve);
    settings.where = options.where.value_or(settings.where);
    settings.seed = quint32(options.seed.value_or(settings.seed));
    settings.speed = speedOf(options, settings);
    if (const Result<void> limited = addLimits(settings, runner->plan(), options, false); !limited)
        return limited.error();
    const QString file = folder.info()["file"_L1].toString();
    if (const std::optional<Error> refusal = refusalOf(runner->m_plan, settings, options.trusted, file))
        return *refusal;
    const QJsonObject info = folder.info();
    const Result<std::optional<Checkout>> checkout =
        checkoutFor(runner->m_plan, settings.simulate, info["root"_L1].toString(), info["base"_L1].toString());
    if (!checkout)
        return checkout.error();
    if (!corrected.isEmpty()) {
        if (const Result<void> kept = keepCorrection(folder, *options.correction); !kept)
            return kept.error();
        runner->m_corrected = corrected;
    }
    runner->drive(settings, *checkout);
    return runner;
}

} // namespace baton
