// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/logsearch.h"

#include "views/panels/ansitext.h"

#include <QFile>

namespace baton {

namespace {

constexpr qint64 portion = 1024 * 1024;
constexpr qsizetype longestLine = 4 * portion; ///< What is longer is searched in pieces.

/// What a line looks like in the end.
QString shown(QByteArrayView line)
{
    AnsiText ansi;
    QString text;
    for (const AnsiLine &part : ansi.feed(line)) {
        if (part.restart)
            text.clear();
        for (const AnsiRun &run : part.runs)
            text += run.text;
    }
    return text;
}

class Search
{
public:
    Search(const QString &wanted, qint64 begin, qint64 end) : m_wanted(wanted), m_begin(begin), m_end(end) {}

    /// Whole lines, the first of which begins at \a place.
    void take(QByteArrayView lines, qint64 place)
    {
        const bool isPlain = !lines.contains('\x1b') && !lines.contains('\r');
        if (isPlain && occurrences(QString::fromUtf8(lines), m_wanted) == 0)
            return;
        for (qsizetype from = 0; from < lines.size();) {
            const qsizetype feed = lines.indexOf('\n', from);
            const QByteArrayView line = lines.sliced(from, (feed < 0 ? lines.size() : feed) - from);
            const bool isSpecial = line.contains('\x1b') || line.contains('\r');
            count(occurrences(isSpecial ? shown(line) : QString::fromUtf8(line), m_wanted), place + from);
            from += line.size() + 1;
        }
    }

    LogPlaces places;

private:
    void count(qint64 found, qint64 place)
    {
        if (found == 0)
            return;
        places.total += found;
        places.first = places.first < 0 ? place : places.first;
        places.last = place;
        if (place < m_begin) {
            places.before += found;
            places.previous = place;
        } else if (place >= m_end && places.next < 0) {
            places.next = place;
        }
    }

    const QString m_wanted;
    const qint64 m_begin;
    const qint64 m_end;
};

} // namespace

qint64 occurrences(const QString &text, const QString &wanted)
{
    qint64 found = 0;
    if (wanted.isEmpty())
        return found;
    for (qsizetype at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(wanted, at + wanted.size(), Qt::CaseInsensitive))
        ++found;
    return found;
}

LogPlaces placesIn(const QString &path, const QString &wanted, qint64 begin, qint64 end, const std::function<bool()> &isCancelled)
{
    Search search(wanted, begin, end);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return search.places;
    QByteArray bytes;
    qint64 place = 0; // Of the first of these bytes.
    for (;;) {
        if (isCancelled && isCancelled())
            return search.places;
        const QByteArray more = file.read(portion);
        bytes += more;
        const qsizetype feed = bytes.lastIndexOf('\n');
        const qsizetype whole = more.isEmpty() || (feed < 0 && bytes.size() > longestLine) ? bytes.size() : feed + 1;
        search.take(QByteArrayView(bytes).first(whole), place);
        place += whole;
        bytes.remove(0, whole);
        if (more.isEmpty())
            return search.places;
    }
}

} // namespace baton
