// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QLockFile>
#include <QString>

#include <memory>

namespace baton {

/// A copy of unsaved work that a session left behind.
struct Recovered
{
    QString copy;     ///< A plain workflow file.
    QString original; ///< The file it was a copy of; empty for one never saved.
};

/// Keeps a copy of unsaved work beside the settings, as a plain workflow file, and finds those that sessions which
/// ended badly have left. A copy belongs to a living session as long as its lock is held.
class Recovery
{
public:
    /// Without a \a folder the user's own.
    explicit Recovery(const QString &folder = {});
    ~Recovery();

    /// Writes this session's copy. Quiet where that fails: nobody asked for it.
    void keep(const QByteArray &bytes, const QString &original);
    /// The work is safe elsewhere.
    void forget();

    /// Copies of sessions that are no more.
    QList<Recovered> abandoned() const;
    static void remove(const Recovered &recovered);

private:
    QString m_folder;
    QString m_base; ///< This session's copy without its ending; empty before the first.
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace baton
