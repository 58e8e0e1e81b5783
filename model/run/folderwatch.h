// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QSet>
#include <QString>

class QSocketNotifier;

namespace baton {

/// Tells which files of some folders were written to or renamed into place. Unlike QFileSystemWatcher it names the
/// file in a folder that changed and costs one descriptor however many files there are.
class FolderWatch : public QObject
{
    Q_OBJECT

public:
    explicit FolderWatch(QObject *parent = nullptr);
    ~FolderWatch() override;

    bool add(const QString &folder);

signals:
    /// Once for each path that changed since the last time.
    void changed(const QString &path);

private:
    void read();

    int m_file = -1;
    QHash<int, QString> m_folders;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace baton
