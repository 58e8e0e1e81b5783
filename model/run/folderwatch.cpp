// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/folderwatch.h"

#include <QFile>
#include <QSocketNotifier>

#include <sys/inotify.h>
#include <unistd.h>

namespace baton {

FolderWatch::FolderWatch(QObject *parent) : QObject(parent), m_file(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
{
    if (m_file < 0)
        return;
    m_notifier = new QSocketNotifier(m_file, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &FolderWatch::read);
}

FolderWatch::~FolderWatch()
{
    delete m_notifier;
    if (m_file >= 0)
        ::close(m_file);
}

bool FolderWatch::add(const QString &folder)
{
    const int watch = m_file < 0 ? -1
                                 : ::inotify_add_watch(m_file, QFile::encodeName(folder).constData(),
                                                       IN_MODIFY | IN_MOVED_TO | IN_CLOSE_WRITE | IN_ONLYDIR);
    if (watch < 0)
        return false;
    m_folders.insert(watch, folder);
    return true;
}

void FolderWatch::read()
{
    QStringList paths;
    QSet<QString> seen;
    alignas(inotify_event) char buffer[16384];
    for (;;) {
        const ssize_t got = ::read(m_file, buffer, sizeof buffer);
        if (got <= 0)
            break;
        for (const char *at = buffer; at < buffer + got;) {
            const auto *event = reinterpret_cast<const inotify_event *>(at);
            at += sizeof(inotify_event) + event->len;
            const QString folder = m_folders.value(event->wd);
            if (folder.isEmpty() || event->len == 0)
                continue;
            const QString path = folder + QLatin1Char('/') + QFile::decodeName(event->name);
            if (!seen.contains(path)) {
                seen.insert(path);
                paths.append(path);
            }
        }
    }
    for (const QString &path : std::as_const(paths))
        emit changed(path);
}

} // namespace baton
