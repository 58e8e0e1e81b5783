// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/names.h"
#include "model/base/result.h"

#include <QJsonArray>
#include <QString>

namespace baton {

struct PlanTask;

/// What a person can ask of a run.
enum class Action : quint8 { Approve, Refuse, Resolve, Retry, Cancel, Pause };

template <>
struct EnumNames<Action>
{
    static constexpr std::array values{Named{Action::Approve, "approve"}, Named{Action::Refuse, "refuse"},
                                       Named{Action::Resolve, "resolve"}, Named{Action::Retry, "retry"},
                                       Named{Action::Cancel, "cancel"},   Named{Action::Pause, "pause"}};
};

/// A person's answer to a run, from this program or from another.
struct Request
{
    Action action = Action::Approve;
    QString subject; ///< A task or a gate; empty or the run's id = the run itself.
    QString note = {};
    QJsonArray issues = {};
    QString file = {}; ///< Where it came from; set when it is read.
    QString outcome = {}; ///< Of a human task that is done and may end in several ways.

    bool operator==(const Request &) const = default;
};

/// Of several outcomes that a task of a person may have, whoever did it says which.
Result<void> checkOutcome(const PlanTask &task, const Request &request);

/// Leaves a request in the inbox of a run that another program drives, or that is resumed later: one file a request,
/// renamed into place.
Result<void> postRequest(const QString &runDir, const Request &request);

struct InboxContents
{
    QList<Request> requests; ///< In the order they were posted.
    QStringList refused;     ///< Files that are no request, with the reason; they are gone from the inbox.
};

/// What waits in a run's inbox. A request stays there until removeRequest(): it is in the journal by then.
InboxContents readInbox(const QString &runDir);
void removeRequest(const Request &request);

} // namespace baton
