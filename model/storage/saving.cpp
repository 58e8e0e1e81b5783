// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/saving.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Saving
{
    Q_DECLARE_TR_FUNCTIONS(Saving)
};

Error fileError(ErrorCode code, const QString &path, const QString &message, const QString &detail = {})
{
    Error error;
    error.code = code;
    error.message = message;
    error.detail = detail;
    error.file = path;
    return error;
}

/// Follows symbolic links, also to a file that is not there yet, so that the link itself is never replaced.
QString targetOf(const QString &path)
{
    constexpr int mostLinks = 40;
    QString target = path;
    for (int i = 0; i < mostLinks && QFileInfo(target).isSymLink(); ++i)
        target = QFileInfo(target).symLinkTarget();
    return target;
}

/// The rename is on disk only when its folder is.
void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

FileStamp stampOf(const QByteArray &bytes)
{
    return {true, bytes.size(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
}

Result<FileStamp> stampOnDisk(const QString &path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return FileStamp();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fileError(ErrorCode::Unreadable, path, Saving::tr("%1 cannot be read. Check its permissions.").arg(path), file.errorString());
    return FileStamp{true, file.size(), hash.result()};
}

Result<void> writeAll(QIODevice &device, const QByteArray &bytes)
{
    qint64 written = 0;
    while (written < bytes.size()) {
        const qint64 count = device.write(bytes.constData() + written, bytes.size() - written);
        if (count <= 0)
            return fileError(ErrorCode::Failed, {}, Saving::tr("Not everything could be written: %1.").arg(device.errorString()), device.errorString());
        written += count;
    }
    return {};
}

Result<FileStamp> saveFile(const QString &path, const QByteArray &bytes, const FileStamp &expected)
{
    const QString target = targetOf(path);
    if (QFileInfo(target).isDir())
        return fileError(ErrorCode::Unreadable, path, Saving::tr("%1 is a folder. Choose a file name.").arg(path));
    const Result<FileStamp> onDisk = stampOnDisk(target);
    if (!onDisk)
        return onDisk.error();
    if (!(*onDisk == expected)) {
        if (!expected.exists)
            return fileError(ErrorCode::Conflict, path, Saving::tr("%1 exists already. Choose another name, or say that it may be replaced.").arg(path));
        if (!onDisk->exists)
            return fileError(ErrorCode::Conflict, path, Saving::tr("%1 is not there any more. Save it under a name to keep your work.").arg(path));
        return fileError(ErrorCode::Conflict, path, Saving::tr("%1 was changed by another program. Reload it, or save under another name.").arg(path));
    }

    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return fileError(ErrorCode::Unreadable, path, Saving::tr("%1 cannot be written: %2. Check the folder's permissions.").arg(path, file.errorString()), file.errorString());
    if (const Result<void> written = writeAll(file, bytes); !written) {
        file.cancelWriting();
        return fileError(ErrorCode::Failed, path, Saving::tr("%1 was not saved: %2. The file is as it was.").arg(path, written.error().detail), written.error().detail);
    }
    if (!file.commit())
        return fileError(ErrorCode::Failed, path, Saving::tr("%1 was not saved: %2. The file is as it was.").arg(path, file.errorString()), file.errorString());
    syncFolder(QFileInfo(target).path());
    return stampOf(bytes);
}

} // namespace baton
