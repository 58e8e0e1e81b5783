// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/jobrecords.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 largestRecord = 64 * 1024 * 1024;

QString recordPath(const RunFolder &folder, const QString &label)
{
    return u"%1/%2.evidence"_s.arg(folder.jobsPath(), label);
}

EvidenceFound foundIn(const QJsonObject &object)
{
    EvidenceFound found;
    found.missing = object["missing"_L1].toString();
    for (const QJsonValue &file : object["files"_L1].toArray())
        found.files.append({file["path"_L1].toString(), file["bytes"_L1].toInteger(), file["sha256"_L1].toString()});
    return found;
}

} // namespace

std::optional<QJsonObject> readJobObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestRecord)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

Result<void> writeJobObject(const QString &path, const QJsonObject &object)
{
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Unreadable, RunFolder::tr("%1 could not be written: %2.").arg(path, file.errorString()), {}, path};
    return {};
}

QString planLabel(const QString &task, int attempt)
{
    return u"%1.%2.plan"_s.arg(RunFolder::fileNameOf(task)).arg(attempt);
}

std::optional<EvidenceFound> readEvidenceRecord(const RunFolder &folder, const QString &label)
{
    const std::optional<QJsonObject> object = readJobObject(recordPath(folder, label));
    return object ? std::optional(foundIn(*object)) : std::nullopt;
}

Result<void> writeEvidenceRecord(const RunFolder &folder, const QString &label, const EvidenceFound &found)
{
    QJsonArray files;
    for (const VerifiedFile &file : found.files)
        files.append(QJsonObject{{u"path"_s, file.path}, {u"bytes"_s, file.bytes}, {u"sha256"_s, file.sha256}});
    return writeJobObject(recordPath(folder, label), {{u"files"_s, files}, {u"missing"_s, found.missing}});
}

QList<VerifiedFile> filesOfJobs(const RunFolder &folder)
{
    QList<VerifiedFile> files;
    const QFileInfoList records = QDir(folder.jobsPath()).entryInfoList({u"*.evidence"_s}, QDir::Files, QDir::Time | QDir::Reversed);
    for (const QFileInfo &record : records) {
        if (const std::optional<QJsonObject> object = readJobObject(record.filePath()))
            files += foundIn(*object).files;
    }
    return files;
}

} // namespace baton
