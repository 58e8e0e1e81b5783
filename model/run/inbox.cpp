// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/inbox.h"

#include "model/run/runfolder.h"
#include "model/run/runplan.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 largestRequest = 1024 * 1024;
constexpr qsizetype longestText = 64 * 1024;

struct Inbox
{
    Q_DECLARE_TR_FUNCTIONS(baton::Inbox)
};

/// A plain file of bearable size; nothing for anything else that may lie in the inbox.
std::optional<QByteArray> bytesOf(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat status = {};
    QByteArray bytes;
    const bool fits = file >= 0 && ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= largestRequest;
    if (fits) {
        QFile opened;
        if (opened.open(file, QIODevice::ReadOnly))
            bytes = opened.read(largestRequest);
    }
    if (file >= 0)
        ::close(file);
    return fits ? std::optional(bytes) : std::nullopt;
}

std::optional<Request> requestOf(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const std::optional<Action> action = valueOf<Action>(object["action"_L1].toString());
    if (!action)
        return std::nullopt;
    Request request{*action, object["subject"_L1].toString(), object["note"_L1].toString().left(longestText)};
    request.outcome = object["outcome"_L1].toString().left(longestText);
    for (const QJsonValue &issue : object["issues"_L1].toArray()) {
        if (!issue.isObject())
            return std::nullopt;
        request.issues.append(issue);
    }
    return request;
}

} // namespace

Result<void> checkOutcome(const PlanTask &task, const Request &request)
{
    const QStringList outcomes = task.task->outcomes;
    if (request.action != Action::Approve || task.isValidation)
        return {};
    if (!request.outcome.isEmpty() && !outcomes.contains(request.outcome))
        return Error{ErrorCode::Usage, Inbox::tr("“%1” has no outcome “%2”. Choose one of: %3.").arg(task.id, request.outcome, outcomes.join(u", "_s))};
    if (request.outcome.isEmpty() && outcomes.size() > 1)
        return Error{ErrorCode::Usage, Inbox::tr("“%1” may end in several ways. Say its outcome, one of: %2.").arg(task.id, outcomes.join(u", "_s))};
    return {};
}

Result<void> postRequest(const QString &runDir, const Request &request)
{
    const RunFolder folder(runDir);
    if (!folder.exists())
        return Error{ErrorCode::NotFound, Inbox::tr("%1 holds no run. Name a folder below .baton/runs.").arg(runDir)};
    QJsonObject object{{u"action"_s, nameOf(request.action)}, {u"subject"_s, request.subject}};
    if (!request.note.isEmpty())
        object.insert(u"note"_s, request.note);
    if (!request.outcome.isEmpty())
        object.insert(u"outcome"_s, request.outcome);
    if (!request.issues.isEmpty())
        object.insert(u"issues"_s, request.issues);
    const QString name = u"%1-%2"_s.arg(QDateTime::currentMSecsSinceEpoch(), 15, 10, '0'_L1)
                             .arg(QRandomGenerator::global()->generate(), 8, 16, '0'_L1);
    QDir().mkpath(folder.inboxPath());
    QFile file(u"%1/.%2.part"_s.arg(folder.inboxPath(), name));
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(bytes) != bytes.size() || !file.flush()
        || !file.rename(u"%1/%2.json"_s.arg(folder.inboxPath(), name))) {
        const QString why = file.errorString();
        file.remove();
        return Error{ErrorCode::Unreadable, Inbox::tr("The inbox of %1 cannot be written: %2.").arg(runDir, why)};
    }
    return {};
}

InboxContents readInbox(const QString &runDir)
{
    InboxContents contents;
    const QDir inbox(RunFolder(runDir).inboxPath());
    for (const QString &name : inbox.entryList({u"*.json"_s}, QDir::Files | QDir::System, QDir::Name)) {
        const QString path = inbox.filePath(name);
        const std::optional<QByteArray> bytes = bytesOf(path);
        std::optional<Request> request = bytes ? requestOf(*bytes) : std::nullopt;
        if (!request) {
            contents.refused.append(Inbox::tr("%1 is no request and was left out.").arg(name));
            QFile::remove(path);
            continue;
        }
        request->file = path;
        contents.requests.append(*request);
    }
    return contents;
}

void removeRequest(const Request &request)
{
    if (!request.file.isEmpty())
        QFile::remove(request.file);
}

} // namespace baton
