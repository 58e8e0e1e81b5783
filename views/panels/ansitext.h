// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>
#include <QRgb>
#include <QString>

#include <optional>

namespace baton {

/// How a stretch of terminal output looks. Colours are the eight of terminals, for which the theme has its own, or
/// exact ones, which the one who shows them makes readable.
struct AnsiStyle
{
    int color =
        -1; ///< 0 black, 1 red, 2 green, 3 yellow, 4 blue, 5 magenta, 6 cyan, 7 white; -1 = the text's.
    std::optional<QRgb> exact = {}; ///< One of 256, or any; takes the place of `color`.
    bool bold = false;
    bool faint = false;
    bool italic = false;
    bool underlined = false;

    bool operator==(const AnsiStyle &) const = default;
};

struct AnsiRun
{
    QString text; ///< Without line feeds.
    AnsiStyle style;

    bool operator==(const AnsiRun &) const = default;
};

/// What to do with the text shown so far.
struct AnsiLine
{
    QList<AnsiRun> runs;
    bool restart = false; ///< A carriage return: these replace what the line held.
    bool ends = false;    ///< A line feed follows,
    bool isBroken = false; ///< made here, as the line is too long.
};

/// Makes terminal output safe to show: colours become styles, other escape sequences go, broken UTF-8 and
/// control characters become signs that can be seen, and a line without an end is broken up. Takes bytes in
/// any portions.
class AnsiText
{
public:
    QList<AnsiLine> feed(QByteArrayView bytes);

private:
    enum class Place { Text, Escape, Sequence, Command, CommandEscape };

    void take(QChar c);
    void takeText(QChar c);
    void endSequence(QChar last);
    void applyStyle();
    void applyExact(const QStringList &parts);
    void flush();
    void endLine();

    QByteArray m_bytes; ///< The beginning of a character that is not all there yet.
    Place m_place = Place::Text;
    QString m_parameters;
    QString m_text;
    AnsiStyle m_style;
    AnsiLine m_line;
    QList<AnsiLine> m_lines;
    qsizetype m_lineLength = 0;
    bool m_return = false; ///< The last character was a carriage return.
};

} // namespace baton
