// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/waiting.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Waiting
{
    Q_DECLARE_TR_FUNCTIONS(baton::Waiting)
};

qint64 slotsOf(const RunPlan &plan, const RunState &state)
{
    return state.settings.maxConcurrent.value_or(plan.contents.info.maxConcurrent);
}

QString dollars(double amount)
{
    return u"$"_s + QLocale::c().toString(amount, 'f', 2);
}

} // namespace

Wait waitAtGovernor(const RunState &state, int governor, qint64 now)
{
    if (state.isSpent())
        return Wait::Money;
    const Governor &limits = state.settings.governors.at(governor);
    if (limits.inFlight > 0 && state.books.governors.at(governor).inFlight >= limits.inFlight)
        return Wait::Calls;
    if (limits.tokensPerMinute > 0 && state.windows.at(governor).sum(now) >= limits.tokensPerMinute)
        return Wait::Tokens;
    return Wait::None;
}

Wait waitOf(const RunPlan &base, const RunState &state, int task)
{
    const RunPlan &plan = planOf(base, state);
    const TaskRun &run = state.tasks.at(task);
    if (run.state != TaskState::Ready || (!state.isRunning() && state.status != RunStatus::Waiting))
        return Wait::None;
    if (run.awaitsApproval && !run.approved)
        return Wait::Person;
    if (state.status == RunStatus::Paused || (state.budgetExceeded && plan.contents.info.budgetStop))
        return Wait::Hold;
    if (const int governor = state.books.governorOf.value(task, -1); governor >= 0) {
        if (const Wait wait = waitAtGovernor(state, governor, state.now); wait != Wait::None)
            return wait;
    }
    if (const int group = plan.links.ownerGroup.value(task, -1); group >= 0 && state.books.groups.at(group).holders > 0)
        return Wait::Files;
    if (!state.books.liveWaves.isEmpty() && plan.links.wave.at(task) > state.books.liveWaves.firstKey())
        return Wait::Wave;
    const qint64 most = slotsOf(plan, state);
    return most > 0 && state.books.takenSlots >= most && !plan.tasks.at(task).isHuman ? Wait::Slots : Wait::None;
}

QString whyWaiting(const RunPlan &base, const RunState &state, int task)
{
    const RunPlan &plan = planOf(base, state);
    const Governor limits = state.settings.governors.value(state.books.governorOf.value(task, -1));
    switch (waitOf(plan, state, task)) {
    case Wait::None:
        return {};
    case Wait::Person:
        return Waiting::tr("Waits for somebody to allow the launch.");
    case Wait::Hold:
        return state.status == RunStatus::Paused ? Waiting::tr("Waits because the run is paused.")
                                                 : Waiting::tr("Does not start any more: the run exceeded its token budget.");
    case Wait::Calls:
        return Waiting::tr("Waits because %1 tasks at once call %2, which is its limit.").arg(limits.inFlight).arg(limits.name);
    case Wait::Tokens:
        return Waiting::tr("Waits because %1 took its %2 tokens of this minute.")
            .arg(limits.name, QLocale().toString(limits.tokensPerMinute));
    case Wait::Money:
        return Waiting::tr("Waits because the run has spent %1 of the %2 it may. Raise the limit, then resume.")
            .arg(dollars(state.usage.costUsd), dollars(state.settings.maxCostUsd));
    case Wait::Files:
        return Waiting::tr("Waits for another task that works on a file it owns.");
    case Wait::Wave:
        return Waiting::tr("Waits for the wave before it to end.");
    case Wait::Slots:
        return Waiting::tr("Waits because %1 tasks run at once, as many as may.").arg(slotsOf(plan, state));
    }
    return {};
}

QStringList waitingLines(const RunPlan &base, const RunState &state)
{
    const RunPlan &plan = planOf(base, state);
    QStringList lines;
    for (const Books::OfGovernor &book : state.books.governors) {
        const int rank = book.startable.first();
        const QString why = rank < 0 ? QString() : whyWaiting(plan, state, plan.links.taskOfRank.at(rank));
        if (!why.isEmpty())
            lines += Waiting::tr("%n wait(s): %1", nullptr, int(book.startable.toList().size())).arg(why);
    }
    return lines;
}

bool waitsForMoney(const RunState &state)
{
    return state.isSpent() && std::any_of(state.books.governors.cbegin(), state.books.governors.cend(),
                                          [](const Books::OfGovernor &book) { return !book.startable.isEmpty(); });
}

} // namespace baton
