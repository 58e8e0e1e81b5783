// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFile>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace baton {

/// Follows a file that grows: hands out its bytes in portions, told of growth by the file system. The file
/// need not be there yet. Of a large one only the end is read.
class LogTail : public QObject
{
    Q_OBJECT

public:
    explicit LogTail(QObject *parent = nullptr);

    /// Empty = nothing.
    void setPath(const QString &path);
    const QString &path() const { return m_path; }
    /// Bytes at the beginning that were left out.
    qint64 skipped() const { return m_skipped; }

signals:
    /// The file has been opened, or begun anew: forget what came before.
    void restarted();
    void arrived(const QByteArray &bytes);

private:
    void look();
    void read();
    void watch();

    QString m_path;
    QFile m_file;
    qint64 m_skipped = 0;
    QFileSystemWatcher m_watcher;
    QTimer m_soon; ///< One reading for many notices.
};

} // namespace baton
