// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

namespace baton {

/// What a file on disk was when it was read or saved, so that a change by somebody else is noticed. Two stamps are
/// equal when the bytes are: a file that was only touched has not changed.
struct FileStamp
{
    bool exists = false; ///< False: there was no such file.
    qint64 size = 0;
    QByteArray sha256;

    bool operator==(const FileStamp &) const = default;
};

/// The stamp of a file that holds these bytes.
FileStamp stampOf(const QByteArray &bytes);
/// The stamp of what is on disk now; an error where that cannot be read. No file has the stamp FileStamp().
Result<FileStamp> stampOnDisk(const QString &path);

/// Replaces a file by \a bytes as a whole, or leaves it as it is: temporary file, fsync, rename. Permissions stay, a
/// symbolic link stays and its target is replaced. Refused with Conflict where the file on disk is not \a expected:
/// what was read, or FileStamp() for a file that must not be there yet.
Result<FileStamp> saveFile(const QString &path, const QByteArray &bytes, const FileStamp &expected);

/// Writes all of \a bytes and flushes, or says what the device said.
Result<void> writeAll(QIODevice &device, const QByteArray &bytes);

} // namespace baton
