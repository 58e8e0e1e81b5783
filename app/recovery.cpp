// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/recovery.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr auto copyEnding = ".baton.yaml"_L1;
constexpr auto originEnding = ".origin"_L1;
constexpr auto lockEnding = ".lock"_L1;

bool write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

Recovery::Recovery(const QString &folder)
    : m_folder(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/recovery"_s
                                : folder)
{
}

Recovery::~Recovery() = default;

void Recovery::keep(const QByteArray &bytes, const QString &original)
{
    if (m_base.isEmpty()) {
        if (!QDir().mkpath(m_folder))
            return;
        m_base = m_folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_lock = std::make_unique<QLockFile>(m_base + lockEnding);
        m_lock->setStaleLockTime(0); // Only the end of the process frees it.
        if (!m_lock->tryLock(0))
            return;
    }
    // The origin first: a copy without one would be offered as never saved.
    if (write(m_base + originEnding, original.toUtf8()))
        write(m_base + copyEnding, bytes);
}

void Recovery::forget()
{
    if (m_base.isEmpty())
        return;
    QFile::remove(m_base + copyEnding);
    QFile::remove(m_base + originEnding);
    m_lock.reset();
    m_base.clear();
}

QList<Recovered> Recovery::abandoned() const
{
    QList<Recovered> found;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({u'*' + copyEnding}, QDir::Files, QDir::Time)) {
        const QString base = folder.filePath(name.chopped(copyEnding.size()));
        if (base == m_base)
            continue;
        QLockFile lock(base + lockEnding);
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue;
        QFile origin(base + originEnding);
        Recovered recovered{base + copyEnding, {}};
        if (origin.open(QIODevice::ReadOnly))
            recovered.original = QString::fromUtf8(origin.readAll());
        found.append(recovered);
    }
    return found;
}

void Recovery::remove(const Recovered &recovered)
{
    QFile::remove(recovered.copy);
    QFile::remove(recovered.copy.chopped(copyEnding.size()) + originEnding);
}

} // namespace baton
