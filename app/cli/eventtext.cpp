// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/eventtext.h"

#include "model/run/runstate.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using Ink = Console::Ink;

QStringList criteriaOf(const QJsonObject &data)
{
    QStringList lines;
    for (const QJsonValue entry : data["criteria"_L1].toArray()) {
        const QJsonObject result = entry.toObject();
        lines += u"%1 %2: %3"_s.arg(result["holds"_L1].toBool() ? u"+"_s : u"-"_s, result["criterion"_L1].toString(),
                                    result["saw"_L1].toString());
    }
    return lines;
}

QStringList issuesOf(const QJsonObject &data)
{
    QStringList lines;
    for (const QJsonValue entry : data["issues"_L1].toArray()) {
        const QJsonObject issue = entry.toObject();
        QStringList about{issue["task"_L1].toString(), issue["where"_L1].toString()};
        about.removeAll(QString());
        const QString what = issue["what"_L1].toString();
        lines += u"- "_s + (about.isEmpty() ? what : Cli::tr("%1: %2", "place, issue").arg(about.join(u", "_s), what));
    }
    return lines;
}

/// What it did to the files of others.
QStringList trespassesOf(const QJsonObject &data)
{
    QStringList lines;
    for (const QJsonValue entry : data["trespasses"_L1].toArray()) {
        const QJsonObject trespass = entry.toObject();
        const bool isCertain = trespass["certain"_L1].toBool();
        const QString sentence = trespass["deleted"_L1].toBool()
                                     ? (isCertain ? Cli::tr("- deleted %1, which %2 owns") : Cli::tr("- perhaps deleted %1, which %2 owns"))
                                     : (isCertain ? Cli::tr("- wrote %1, which %2 owns") : Cli::tr("- perhaps wrote %1, which %2 owns"));
        lines += sentence.arg(trespass["path"_L1].toString(), trespass["owner"_L1].toString());
    }
    return lines;
}

QString budgetIn(const QJsonObject &data)
{
    const QLocale locale;
    if (data.contains("limit_usd"_L1)) {
        return Cli::tr("$%1 of $%2 spent").arg(data["cost_usd"_L1].toDouble(), 0, 'f', 2).arg(data["limit_usd"_L1].toDouble(), 0, 'f', 2);
    }
    return Cli::tr("%1 of %2 tokens").arg(locale.toString(data["tokens"_L1].toInteger()), locale.toString(data["budget"_L1].toInteger()));
}

QString approvalIn(const QJsonObject &data)
{
    const QString what = data["what"_L1].toString();
    if (what == "launch"_L1)
        return Cli::tr("may it be launched?");
    if (what == "gate"_L1)
        return Cli::tr("may it pass?");
    return what;
}

QString reasonIn(const QJsonObject &data)
{
    const QString words = data["message"_L1].toString();
    return words.isEmpty() ? data["reason"_L1].toString(data["note"_L1].toString()) : words;
}

template <const char *key>
QString textIn(const QJsonObject &data)
{
    return data[QLatin1String(key)].toVariant().toString();
}

QString attemptIn(const QJsonObject &data)
{
    if (!data.contains("attempt"_L1))
        return Cli::tr("a person asked for it");
    return Cli::tr("attempt %1").arg(data["attempt"_L1].toInt());
}

QString verdictIn(const QJsonObject &data)
{
    const QString verdict = data["verdict"_L1].toString();
    return data["so_far"_L1].toBool() ? Cli::tr("%1, so far").arg(verdict) : verdict;
}

QString proposedFix(const QJsonObject &data)
{
    return Cli::tr("a fix phase is proposed: %1").arg(data["phase"_L1]["title"_L1].toString());
}

QString acceptedFix(const QJsonObject &data)
{
    return Cli::tr("a fix phase runs: %1").arg(data["phase"_L1]["title"_L1].toString());
}

QString activeIn(const QJsonObject &data)
{
    return data["executor"_L1] == "simulate"_L1 ? Cli::tr("only simulated") : QString();
}

QString correctedIn(const QJsonObject &data)
{
    const QStringList fields = data["corrected"_L1].toVariant().toStringList();
    return fields.isEmpty() ? QString() : Cli::tr("corrected: %1").arg(fields.join(u", "_s));
}

QString checkpointIn(const QJsonObject &data)
{
    return data[blockedFor].toString(data["checkpoint"_L1].toString());
}

QString nothing(const QJsonObject &)
{
    return {};
}

constexpr char byKey[] = "by";
constexpr char noteKey[] = "note";
constexpr char outcomeKey[] = "outcome";

/// How one type of event is told.
struct Telling
{
    EventType type;
    const char *word;
    Ink ink;
    QString (*detail)(const QJsonObject &data);
};

/// Types that are not here are bookkeeping.
constexpr Telling tellings[] = {
    {EventType::RunStarted, "STARTED", Ink::Bold, nothing},
    {EventType::RunPaused, "PAUSED", Ink::Yellow, reasonIn},
    {EventType::RunResumed, "RESUMED", Ink::Bold, correctedIn},
    {EventType::RunFinished, "", Ink::Bold, nothing}, // Its word is the state.
    {EventType::BudgetWarning, "BUDGET", Ink::Yellow, budgetIn},
    {EventType::BudgetExceeded, "OVER", Ink::Red, budgetIn},
    {EventType::GatePassed, "PASSED", Ink::Green, nothing},
    {EventType::GateFailed, "FAILED", Ink::Red, nothing},
    {EventType::GateSkipped, "SKIPPED", Ink::Faint, nothing},
    {EventType::ApprovalRequested, "ASKS", Ink::Yellow, approvalIn},
    {EventType::ApprovalGiven, "APPROVED", Ink::Green, textIn<byKey>},
    {EventType::ApprovalRefused, "REFUSED", Ink::Red, textIn<noteKey>},
    {EventType::FixProposed, "FIX", Ink::Yellow, proposedFix},
    {EventType::FixAccepted, "FIX", Ink::Violet, acceptedFix},
    {EventType::FixRefused, "NO FIX", Ink::Red, textIn<noteKey>},
    {EventType::WorkerActive, "ACTIVE", Ink::Violet, activeIn},
    {EventType::WorkerCheckpoint, "...", Ink::Faint, checkpointIn},
    {EventType::WorkerBlocked, "BLOCKED", Ink::Yellow, reasonIn},
    {EventType::WorkerUnblocked, "RESOLVED", Ink::Green, textIn<noteKey>},
    {EventType::WorkerComplete, "COMPLETE", Ink::Green, textIn<noteKey>},
    {EventType::WorkerFailed, "FAILED", Ink::Red, reasonIn},
    {EventType::WorkerRetry, "RETRY", Ink::Yellow, attemptIn},
    {EventType::WorkerReset, "AGAIN", Ink::Yellow, reasonIn},
    {EventType::WorkerSkipped, "SKIPPED", Ink::Faint, reasonIn},
    {EventType::WorkerCancelled, "CANCELLED", Ink::Faint, reasonIn},
    {EventType::WorkerOutcome, "OUTCOME", Ink::Blue, textIn<outcomeKey>},
    {EventType::WorkerVerdict, "VERDICT", Ink::Green, verdictIn},
};

Ink inkOf(const QString &runState)
{
    if (runState == nameOf(RunStatus::Complete))
        return Ink::Green;
    return runState == nameOf(RunStatus::Waiting) ? Ink::Yellow : Ink::Red;
}

} // namespace

std::optional<EventText> textOf(const Event &event)
{
    const auto *telling = std::find_if(std::begin(tellings), std::end(tellings),
                                       [&event](const Telling &candidate) { return candidate.type == event.type; });
    if (telling == std::end(tellings))
        return std::nullopt;
    EventText text{QString::fromLatin1(telling->word), telling->ink, telling->detail(event.data),
                   criteriaOf(event.data) + issuesOf(event.data) + trespassesOf(event.data)};
    if (event.type == EventType::WorkerCheckpoint && text.detail.isEmpty() && text.more.isEmpty())
        return std::nullopt; // bookkeeping, too
    if (event.type == EventType::RunFinished) {
        text.word = event.data["state"_L1].toString();
        text.ink = inkOf(text.word);
    }
    if (event.type == EventType::WorkerVerdict && event.data["verdict"_L1] != "approved"_L1)
        text.ink = Ink::Red;
    if (event.type == EventType::ApprovalRequested)
        text.more.clear(); // They come again when the gate is decided.
    return text;
}

} // namespace baton
