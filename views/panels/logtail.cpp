// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/logtail.h"

#include <QFileInfo>

#include <algorithm>

namespace baton {

namespace {

constexpr qint64 windowSize = 2 * 1024 * 1024;
constexpr qint64 portion = 128 * 1024; ///< At once; what is more comes in the next turn of the event loop.
constexpr qint64 longestLine = 64 * 1024; ///< How far back the beginning of a line is looked for.

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
    m_soon.stop();
    m_lines.clear();
    m_left = 0;
    m_limit = 0;
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    emit restarted();
    if (!m_path.isEmpty())
        look();
}

void LogTail::moveTo(qint64 place)
{
    if (!m_file.isOpen())
        return;
    const qint64 line = lineStart(qBound(qint64(0), place, m_file.size()));
    const qint64 begin = windowBefore(line, windowSize / 2, mostLines / 2);
    m_limit = begin + windowSize;
    startAt(begin);
}

void LogTail::moveToEnd()
{
    if (!m_file.isOpen())
        return;
    m_limit = 0;
    startAt(windowBefore(m_file.size(), windowSize, mostLines));
}

void LogTail::startAt(qint64 place)
{
    m_file.seek(place);
    m_lines = {place};
    m_left = 0;
    emit restarted();
    m_soon.start(0);
}

/// Of the line that holds this byte, or is so long that its beginning need not be found.
qint64 LogTail::lineStart(qint64 place)
{
    const qint64 from = qMax(qint64(0), place - longestLine);
    m_file.seek(from);
    const qsizetype feed = m_file.read(place - from).lastIndexOf('\n');
    return feed >= 0 ? from + feed + 1 : from == 0 ? 0 : place;
}

/// Where a window begins that shows at most so much before a place.
qint64 LogTail::windowBefore(qint64 place, qint64 size, int most)
{
    const qint64 from = qMax(qint64(0), place - size);
    m_file.seek(from);
    const QByteArray bytes = m_file.read(place - from);
    int lines = 0;
    qsizetype feed = bytes.size();
    while (lines <= most && feed > 0 && (feed = bytes.lastIndexOf('\n', feed - 1)) >= 0)
        ++lines;
    if (lines > most)
        return from + feed + 1;
    const qsizetype first = from > 0 ? bytes.indexOf('\n') : -1;
    return first >= 0 && first < longestLine ? from + first + 1 : from;
}

int LogTail::lineAt(qint64 place) const
{
    const auto after = std::upper_bound(m_lines.cbegin(), m_lines.cend(), place);
    return m_left + qMax(0, int(after - m_lines.cbegin()) - 1);
}

qint64 LogTail::placeOf(int line) const
{
    return m_lines.isEmpty() ? 0 : m_lines.at(qBound(0, line - m_left, int(m_lines.size()) - 1));
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
        m_limit = 0;
        const qint64 begin = windowBefore(m_file.size(), windowSize, mostLines);
        m_file.seek(begin);
        m_lines = {begin};
    }
    if (m_file.size() < m_file.pos()) { // Begun anew.
        m_limit = 0;
        m_file.seek(0);
        m_lines = {0};
        m_left = 0;
        emit restarted();
    }
    read();
}

void LogTail::read()
{
    const qint64 from = m_file.pos();
    const bool isFull = m_limit > 0 && (from >= m_limit || m_lines.size() > mostLines);
    QByteArray bytes = isFull ? QByteArray() : m_file.read(m_limit > 0 ? qMin(portion, m_limit - from) : portion);
    if (m_limit > 0 && m_file.pos() >= m_file.size())
        m_limit = 0; // It has come to the end, and goes on with it.
    if (bytes.isEmpty()) {
        emit settled();
        return;
    }
    const bool more = bytes.size() == portion;
    for (qsizetype feed = bytes.indexOf('\n'); feed >= 0; feed = bytes.indexOf('\n', feed + 1)) {
        m_lines.append(from + feed + 1);
        if (m_limit > 0 && m_lines.size() > mostLines) { // The window is full.
            bytes.truncate(feed + 1);
            m_file.seek(from + feed + 1);
        }
    }
    if (const qsizetype over = m_lines.size() - mostLines; over > 0 && m_limit == 0) {
        m_lines.remove(0, over);
        m_left += int(over);
    }
    emit arrived(bytes);
    if (more)
        m_soon.start(0);
    else
        emit settled();
}

} // namespace baton
