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
    // What runs has mostly not said yet what it took.
    const qint64 taken = state.windows.at(governor).sum(now) + state.books.governors.at(governor).planned;
    if (limits.tokensPerMinute > 0 && taken >= limits.tokensPerMinute)
        return Wait::Tokens;
    return Wait::None;
}

Wait waitOf(const RunPlan &base, const RunState &state, int task)
{
    const RunPlan &plan = planOf(base, state);
    const TaskRun &run = state.tasks.at(task);
    const bool isHeld = (run.awaitsApproval && !run.approved) || state.status == RunStatus::Paused ||
                        (state.budgetExceeded && plan.contents.info.budgetStop);
    const bool mayGoOn = state.isRunning() || state.status == RunStatus::Waiting;
    const int governor = state.books.governorOf.value(task, -1);
    if (run.state != TaskState::Ready || !mayGoOn || isHeld || governor < 0)
        return Wait::None;
    return waitAtGovernor(state, governor, state.now);
}

QString whyWaiting(const RunPlan &plan, const RunState &state, int task)
{
    const Governor limits = state.settings.governors.value(state.books.governorOf.value(task, -1));
    switch (waitOf(plan, state, task)) {
    case Wait::None:
        return {};
    case Wait::Calls:
        return Waiting::tr("at most %1 at once may call %2").arg(limits.inFlight).arg(limits.name);
    case Wait::Tokens:
        if (state.windows.at(state.books.governorOf.at(task)).sum(state.now) < limits.tokensPerMinute)
            return Waiting::tr("what runs is planned to take the %2 tokens a minute of %1").arg(limits.name, QLocale().toString(limits.tokensPerMinute));
        return Waiting::tr("%1 took its %2 tokens of this minute").arg(limits.name, QLocale().toString(limits.tokensPerMinute));
    case Wait::Money:
        return Waiting::tr("the run has spent %1 of the %2 it may; raise the limit, then resume")
            .arg(dollars(state.usage.costUsd), dollars(state.settings.maxCostUsd));
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

QString whyNoMore(const RunState &state, double costUsd)
{
    if (!state.settings.isSpent(costUsd))
        return {};
    return Waiting::tr("The run has spent %1 of the %2 it may, so nothing more was asked. Raise the limit (`--max-cost`, or `max_cost` in the settings), then resume.")
        .arg(dollars(costUsd), dollars(state.settings.maxCostUsd));
}

bool waitsForMoney(const RunState &state)
{
    return state.isSpent() && std::any_of(state.books.governors.cbegin(), state.books.governors.cend(),
                                          [](const Books::OfGovernor &book) { return !book.startable.isEmpty(); });
}

} // namespace baton
