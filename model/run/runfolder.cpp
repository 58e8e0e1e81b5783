// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/runfolder.h"

#include "model/run/journal.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype longestName = 120;
constexpr qint64 largestInfo = 1024 * 1024;

/// Whole or not at all, but not brought to the disk: all that is written here can be had again from the journal.
Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path + u".part"_s);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size() && file.flush();
    file.close();
    if (written && std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) == 0)
        return {};
    const QString why = file.errorString();
    file.remove();
    return Error{ErrorCode::Unreadable, RunFolder::tr("%1 could not be written: %2.").arg(path, why), {}, path};
}

QString newRunName(qint64 now)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const quint32 number = QRandomGenerator::global()->bounded(0x1000000u);
    return u"%1-%2"_s.arg(time).arg(number, 6, 16, '0'_L1);
}

/// State and progress without the plan: the last word on each task.
void readProgress(const RunFolder &folder, RunSummary &summary)
{
    const Result<Journal> journal = readJournal(folder.journalPath());
    if (!journal)
        return;
    QSet<QString> complete;
    for (const Event &event : journal->events) {
        switch (event.type) {
        case EventType::RunStarted:
            summary.started = event.time;
            summary.state = RunStatus::Running;
            break;
        case EventType::RunResumed: summary.state = RunStatus::Running; break;
        case EventType::RunPaused: summary.state = RunStatus::Paused; break;
        case EventType::RunFinished:
            summary.state = valueOf<RunStatus>(event.data["state"_L1].toString()).value_or(RunStatus::Failed);
            break;
        case EventType::WorkerComplete: complete.insert(event.subject); break;
        case EventType::WorkerReset: complete.remove(event.subject); break;
        default: break; // nothing that a list shows
        }
    }
    summary.complete = int(complete.size());
}

RunSummary summaryOf(const RunFolder &folder)
{
    const QJsonObject info = folder.info();
    const QJsonObject tasks = info["tasks"_L1].toObject();
    RunSummary summary{folder.path(), info["workflow"_L1].toString()};
    summary.started = QDateTime::fromString(info["started"_L1].toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
    summary.total = tasks["total"_L1].toInt();
    summary.isDriven = isDriven(folder);
    if (const auto state = valueOf<RunStatus>(info["state"_L1].toString()); state && !summary.isDriven) {
        summary.state = *state;
        summary.complete = tasks["complete"_L1].toInt();
    } else {
        readProgress(folder, summary);
    }
    return summary;
}

} // namespace

RunFolder::RunFolder(const QString &path) : m_path(QDir::cleanPath(QFileInfo(path).absoluteFilePath())) {}

QString RunFolder::planPath() const
{
    const QString json = m_path + u"/workflow.baton.json"_s;
    return QFile::exists(json) ? json : m_path + u"/workflow.baton.yaml"_s;
}

QString RunFolder::fileNameOf(const QString &task)
{
    QString name;
    for (const char byte : task.toUtf8()) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
                           || byte == '-' || byte == '_' || byte == '#' || (byte == '.' && !name.isEmpty());
        if (plain)
            name += QLatin1Char(byte);
        else
            name += u"%%1"_s.arg(uchar(byte), 2, 16, '0'_L1);
    }
    if (name.size() > longestName) {
        const QByteArray hash = QCryptographicHash::hash(task.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
        name = name.first(longestName) + '%'_L1 + QLatin1StringView(hash);
    }
    return name;
}

QString RunFolder::logPath(const QString &task) const
{
    return logsPath() + '/'_L1 + fileNameOf(task) + u".log"_s;
}

QString RunFolder::taskFile(const QString &task, int attempt, const QString &what) const
{
    return u"%1/%2.%3.%4"_s.arg(tasksPath(), fileNameOf(task)).arg(attempt).arg(what);
}

bool RunFolder::exists() const
{
    return QFileInfo(journalPath()).isFile();
}

QJsonObject RunFolder::info() const
{
    QFile file(infoPath());
    if (!QFileInfo(file).isFile() || file.size() > largestInfo || !file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.read(largestInfo)).object();
}

Result<void> RunFolder::writeInfo(const QJsonObject &info) const
{
    return writeFile(infoPath(), QJsonDocument(info).toJson());
}

Result<void> RunFolder::writeEvidence(const QJsonObject &evidence) const
{
    return writeFile(evidencePath(), QJsonDocument(evidence).toJson());
}

Result<RunFolder> makeRunFolder(const NewRun &run)
{
    const QFileInfo file(run.file);
    QDir beside = file.absoluteDir();
    QString path = run.dir;
    if (path.isEmpty()) {
        const QString baton = beside.filePath(u".baton"_s);
        path = u"%1/runs/%2"_s.arg(baton, newRunName(run.now));
        if (!QDir().mkpath(baton))
            return Error{ErrorCode::Unreadable, RunFolder::tr("The folder %1 cannot be made. Check its permissions.").arg(baton)};
        if (const QString ignore = baton + u"/.gitignore"_s; !QFile::exists(ignore)) {
            if (const Result<void> written = writeFile(ignore, "*\n"); !written)
                return written.error();
        }
    }
    const RunFolder folder(path);
    if (folder.exists())
        return Error{ErrorCode::Conflict,
                     RunFolder::tr("%1 holds a run already. Resume it, or name another folder.").arg(path)};
    for (const QString &part : {folder.path(), folder.logsPath(), folder.inboxPath(), folder.tasksPath()}) {
        if (!QDir().mkpath(part))
            return Error{ErrorCode::Unreadable, RunFolder::tr("The folder %1 cannot be made. Check its permissions.").arg(part)};
    }
    const bool json = run.file.endsWith(".json"_L1);
    const QString plan = folder.path() + (json ? u"/workflow.baton.json"_s : u"/workflow.baton.yaml"_s);
    if (const Result<void> written = writeFile(plan, run.bytes); !written)
        return written.error();
    const QJsonObject info{
        {u"run"_s, QFileInfo(folder.path()).fileName()},
        {u"workflow"_s, run.workflowName},
        {u"file"_s, file.absoluteFilePath()},
        {u"root"_s, QDir::cleanPath(beside.absoluteFilePath(run.root))},
        {u"started"_s, QDateTime::fromMSecsSinceEpoch(run.now, Qt::UTC).toString(Qt::ISODateWithMs)},
        {u"tasks"_s, QJsonObject{{u"total"_s, run.tasks}}},
    };
    if (const Result<void> written = folder.writeInfo(info); !written)
        return written.error();
    return folder;
}

QList<RunSummary> listRuns(const QString &dir)
{
    QDir runs(dir);
    if (const QDir inside(runs.filePath(u".baton/runs"_s)); inside.exists())
        runs = inside;
    QList<RunSummary> summaries;
    for (const QString &name : runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
        if (const RunFolder folder(runs.filePath(name)); folder.exists())
            summaries.append(summaryOf(folder));
    }
    std::stable_sort(summaries.begin(), summaries.end(),
                     [](const RunSummary &left, const RunSummary &right) { return left.started > right.started; });
    return summaries;
}

bool isDriven(const RunFolder &folder)
{
    const int file = ::open(QFile::encodeName(folder.lockPath()).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    const bool driven = ::fcntl(file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(file);
    return driven;
}

} // namespace baton
