// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/logtail.h"

#include <QDir>
#include <QFileInfo>

namespace baton {

namespace {

constexpr qint64 mostRead = 2 * 1024 * 1024; ///< Of a file that is there already: its end.
constexpr qint64 portion = 128 * 1024; ///< At once; what is more comes in the next turn of the event loop.

} // namespace

LogTail::LogTail(QObject *parent)
    : QObject(parent)
{
    constexpr int quiet = 30; // Milliseconds; a chatty task must not cost a picture for each line.
    m_soon.setSingleShot(true);
    m_soon.setInterval(quiet);
    connect(&m_soon, &QTimer::timeout, this, &LogTail::look);
    const auto notice = [this] {
        if (!m_soon.isActive())
            m_soon.start(quiet);
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, notice);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, notice);
}

void LogTail::setPath(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    m_file.close();
    m_skipped = 0;
    m_soon.stop();
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    emit restarted();
    if (!m_path.isEmpty())
        look();
}

void LogTail::watch()
{
    const QFileInfo info(m_path);
    if (info.exists()) {
        if (!m_watcher.files().contains(m_path))
            m_watcher.addPath(m_path);
        return;
    }
    // Not there yet: its folder tells when it comes, or the nearest folder above that is there.
    QString folder = info.path();
    while (!QFileInfo::exists(folder) && QFileInfo(folder).path() != folder)
        folder = QFileInfo(folder).path();
    if (!m_watcher.directories().contains(folder))
        m_watcher.addPath(folder);
}

void LogTail::look()
{
    watch();
    if (!m_file.isOpen()) {
        m_file.setFileName(m_path);
        if (!QFileInfo(m_path).isFile() || !m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return;
        m_skipped = qMax(qint64(0), m_file.size() - mostRead);
        m_file.seek(m_skipped);
    }
    if (m_file.size() < m_file.pos()) { // Begun anew.
        m_skipped = 0;
        m_file.seek(0);
        emit restarted();
    }
    read();
}

void LogTail::read()
{
    const QByteArray bytes = m_file.read(portion);
    if (bytes.isEmpty())
        return;
    const bool more = bytes.size() == portion;
    emit arrived(bytes);
    if (more)
        m_soon.start(0);
}

} // namespace baton
