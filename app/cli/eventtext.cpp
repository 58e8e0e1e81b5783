// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/eventtext.h"

#include <QJsonArray>
#include <QLocale>

#include <optional>

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
        lines += u"- %1 (%2): %3"_s.arg(issue["task"_L1].toString(), issue["where"_L1].toString(), issue["what"_L1].toString());
    }
    return lines;
}

QString budgetIn(const QJsonObject &data)
{
    const QLocale locale;
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

std::optional<EventText> textOfRun(const Event &event)
{
    switch (event.type) {
    case EventType::RunStarted:
        return EventText{u"STARTED"_s, Ink::Bold, {}, {}};
    case EventType::RunPaused:
        return EventText{u"PAUSED"_s, Ink::Yellow, event.data["reason"_L1].toString(), {}};
    case EventType::RunResumed:
        return EventText{u"RESUMED"_s, Ink::Bold, {}, {}};
    case EventType::RunFinished: {
        const QString state = event.data["state"_L1].toString();
        return EventText{state, state == "COMPLETE"_L1 ? Ink::Green : state == "WAITING"_L1 ? Ink::Yellow : Ink::Red, {}, {}};
    }
    case EventType::BudgetWarning:
        return EventText{u"BUDGET"_s, Ink::Yellow, budgetIn(event.data), {}};
    case EventType::BudgetExceeded:
        return EventText{u"OVER"_s, Ink::Red, budgetIn(event.data), {}};
    default:
        return std::nullopt;
    }
}

std::optional<EventText> textOfGate(const Event &event)
{
    switch (event.type) {
    case EventType::GatePassed:
        return EventText{u"PASSED"_s, Ink::Green, {}, criteriaOf(event.data)};
    case EventType::GateFailed:
        return EventText{u"FAILED"_s, Ink::Red, {}, criteriaOf(event.data)};
    case EventType::GateSkipped:
        return EventText{u"SKIPPED"_s, Ink::Faint, {}, {}};
    case EventType::ApprovalRequested:
        return EventText{u"ASKS"_s, Ink::Yellow, approvalIn(event.data), {}};
    case EventType::ApprovalGiven:
        return EventText{u"APPROVED"_s, Ink::Green, event.data["by"_L1].toString(), {}};
    case EventType::ApprovalRefused:
        return EventText{u"REFUSED"_s, Ink::Red, event.data["note"_L1].toString(), {}};
    case EventType::FixProposed:
        return EventText{u"FIX"_s, Ink::Yellow, Cli::tr("a fix phase is proposed: %1").arg(event.data["phase"_L1]["title"_L1].toString()), {}};
    case EventType::FixAccepted:
        return EventText{u"FIX"_s, Ink::Violet, Cli::tr("a fix phase runs: %1").arg(event.data["phase"_L1]["title"_L1].toString()), {}};
    case EventType::FixRefused:
        return EventText{u"FIX"_s, Ink::Red, Cli::tr("the fix phase was refused"), {}};
    default:
        return std::nullopt;
    }
}

std::optional<EventText> textOfWorker(const Event &event)
{
    const QString words = event.data["message"_L1].toString();
    const QString reason = words.isEmpty() ? event.data["reason"_L1].toString() : words;
    switch (event.type) {
    case EventType::WorkerActive:
        return EventText{u"ACTIVE"_s, Ink::Violet, {}, {}};
    case EventType::WorkerCheckpoint:
        return EventText{u"·"_s, Ink::Faint, event.data["checkpoint"_L1].toString(), {}};
    case EventType::WorkerBlocked:
        return EventText{u"BLOCKED"_s, Ink::Yellow, reason, {}};
    case EventType::WorkerUnblocked:
        return EventText{u"RESOLVED"_s, Ink::Green, event.data["note"_L1].toString(), {}};
    case EventType::WorkerComplete:
        return EventText{u"COMPLETE"_s, Ink::Green, {}, {}};
    case EventType::WorkerFailed:
        return EventText{u"FAILED"_s, Ink::Red, reason, {}};
    case EventType::WorkerRetry:
        return EventText{u"RETRY"_s, Ink::Yellow, Cli::tr("attempt %1").arg(event.data["attempt"_L1].toInt()), {}};
    case EventType::WorkerReset:
        return EventText{u"AGAIN"_s, Ink::Yellow, reason, {}};
    case EventType::WorkerSkipped:
        return EventText{u"SKIPPED"_s, Ink::Faint, reason, {}};
    case EventType::WorkerCancelled:
        return EventText{u"CANCELLED"_s, Ink::Faint, reason, {}};
    case EventType::WorkerOutcome:
        return EventText{u"OUTCOME"_s, Ink::Blue, event.data["outcome"_L1].toString(), {}};
    case EventType::WorkerVerdict: {
        const QString verdict = event.data["verdict"_L1].toString();
        return EventText{u"VERDICT"_s, verdict == "approved"_L1 ? Ink::Green : Ink::Red, verdict, issuesOf(event.data)};
    }
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<EventText> textOf(const Event &event)
{
    if (const std::optional<EventText> text = textOfRun(event))
        return text;
    if (const std::optional<EventText> text = textOfGate(event))
        return text;
    return textOfWorker(event);
}

} // namespace baton
