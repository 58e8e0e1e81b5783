// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/event.h"

#include <QCoreApplication>
#include <QFile>
#include <QList>
#include <QSet>
#include <QString>

#include <memory>

namespace baton {

/// A line of a journal that is no event, or one that cannot follow the line before it.
struct JournalProblem
{
    qint64 line = 0; ///< 1-based.
    QString message;
    bool torn = false; ///< The last line, cut off while it was written: dropped, and nothing to worry about.

    bool operator==(const JournalProblem &) const = default;
};

/// Reads `events.jsonl` from where the last call ended, so that a live journal can be followed. Anything may be in
/// the file: lines that are no events are skipped and reported.
class JournalReader
{
    Q_DECLARE_TR_FUNCTIONS(baton::JournalReader)

public:
    explicit JournalReader(const QString &path);

    /// Appends the events of the complete lines that came in since the last call.
    Result<void> readInto(QList<Event> &events);

    const QList<JournalProblem> &problems() const { return m_problems; }
    qint64 lines() const { return m_line; } ///< Complete ones so far.
    /// True where bytes follow the last complete line: an event half written, now or when its writer died.
    bool hasTornLine() const { return m_torn; }

private:
    void readLine(QByteArrayView line, QList<Event> &events);
    void report(const QString &message);

    QFile m_file;
    QSet<QString> m_subjects; ///< One copy of each subject, however many events speak of it.
    QList<JournalProblem> m_problems;
    QByteArray m_rest;
    qint64 m_line = 0;
    qint64 m_lastSeq = 0;
    bool m_torn = false;
};

/// A whole journal, as it is now.
struct Journal
{
    QList<Event> events;
    QList<JournalProblem> problems;

    bool isTorn() const { return !problems.isEmpty() && problems.last().torn; }
    /// The first problem that is no torn tail; null where there is none. A run with one is shown, not resumed.
    const JournalProblem *damage() const;
};

Result<Journal> readJournal(const QString &path);

/// Writes a journal. Each event is one write(2), made before anything acts on it; a thread of its own brings the
/// writes to the disk in groups. Holds the run's lock, so there is one writer only.
class JournalWriter
{
    Q_DECLARE_TR_FUNCTIONS(baton::JournalWriter)

public:
    /// Takes the lock beside \a path, opens it for appending and cuts a torn last line off. ErrorCode::Locked where
    /// another program holds the lock.
    static Result<std::unique_ptr<JournalWriter>> open(const QString &path);
    ~JournalWriter();
    Q_DISABLE_COPY_MOVE(JournalWriter)

    /// In the file when this returns; on the disk within 100 ms, or at once when a gate passed or the run ended.
    Result<void> append(const Event &event);

private:
    class Flusher;
    JournalWriter(int file, int lock, qint64 size, const QString &path);

    int m_file = -1;
    int m_lock = -1;
    qint64 m_size = 0;
    QString m_path;
    std::unique_ptr<Flusher> m_flusher;
};

} // namespace baton
