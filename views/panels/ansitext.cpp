// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/ansitext.h"

namespace baton {

namespace {

constexpr qsizetype longestLine = 4000;
constexpr qsizetype longestSequence = 64; ///< What is longer is no colour.

/// One of the 256 colours of terminals, of those behind the sixteen named ones: a cube of 6 × 6 × 6, then greys.
QRgb colorOf256(int number)
{
    if (number >= 232) {
        const int grey = (number - 232) * 10 + 8;
        return qRgb(grey, grey, grey);
    }
    const auto level = [](int step) { return step == 0 ? 0 : 55 + step * 40; };
    const int cube = number - 16;
    return qRgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
}

/// How many bytes at the end are the beginning of a character whose rest is still to come.
qsizetype cutOffBytes(QByteArrayView bytes)
{
    for (qsizetype back = 1; back <= qMin(bytes.size(), qsizetype(3)); ++back) {
        const auto byte = uchar(bytes[bytes.size() - back]);
        if ((byte & 0xc0) == 0x80)
            continue;
        const qsizetype length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

/// Characters that would turn text around or hide it.
bool isTreacherous(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0x200e || u == 0x200f ||
           (u >= 0x80 && u < 0xa0) || u == 0x2028 || u == 0x2029;
}

} // namespace

QList<AnsiLine> AnsiText::feed(QByteArrayView bytes)
{
    // A character that a portion cuts in two waits for its other half. (QStringDecoder waits too, but in
    // Qt 6.4 makes another number of signs of broken bytes, depending on where they were cut.)
    m_bytes += bytes;
    const qsizetype whole = m_bytes.size() - cutOffBytes(m_bytes);
    const QString text = QString::fromUtf8(m_bytes.first(whole));
    m_bytes.remove(0, whole);
    for (QChar c : text)
        take(c);
    flush();
    if (!m_line.runs.isEmpty() || m_line.restart)
        m_lines.append(std::exchange(m_line, {}));
    return std::exchange(m_lines, {});
}

void AnsiText::take(QChar c)
{
    switch (m_place) {
    case Place::Text:
        takeText(c);
        break;
    case Place::Escape:
        if (c == u'[') {
            m_place = Place::Sequence;
            m_parameters.clear();
        } else if (c == u']' || c == u'P' || c == u'^' || c == u'_') {
            m_place = Place::Command; // A title, a link, a device's string: up to BEL or ESC \.
            m_parameters.clear();
        } else {
            m_place = Place::Text;
        }
        break;
    case Place::Sequence:
        if (c.unicode() >= 0x40 && c.unicode() <= 0x7e)
            endSequence(c);
        else if (m_parameters.size() < longestSequence && c.unicode() >= 0x20)
            m_parameters += c;
        else
            m_place = Place::Text;
        break;
    case Place::Command:
        if (c == QChar(0x07) || c == u'\n')
            m_place = Place::Text;
        else if (c == QChar(0x1b))
            m_place = Place::CommandEscape;
        break;
    case Place::CommandEscape:
        m_place = c == u'\\' ? Place::Text : Place::Command;
        break;
    }
}

void AnsiText::takeText(QChar c)
{
    if (c == u'\n') {
        m_return = false;
        endLine();
        return;
    }
    if (m_return) { // A lone carriage return: progress bars write over their line.
        m_return = false;
        flush();
        m_line.runs.clear();
        m_line.restart = true;
        m_lineLength = 0;
    }
    if (c == u'\r') {
        m_return = true;
    } else if (c == QChar(0x1b)) {
        flush();
        m_place = Place::Escape;
    } else if (c == QChar(QChar::ByteOrderMark)) {
        return; // Means nothing inside a text.
    } else if (c == u'\t') {
        m_text += c;
        ++m_lineLength;
    } else if (c.unicode() < 0x20) {
        m_text += QChar(0x2400 + c.unicode());
        ++m_lineLength;
    } else if (isTreacherous(c) || c == QChar(0x7f)) {
        m_text += QChar::ReplacementCharacter;
        ++m_lineLength;
    } else {
        m_text += c;
        ++m_lineLength;
    }
    if (m_lineLength >= longestLine && !c.isHighSurrogate()) {
        m_line.isBroken = true;
        endLine();
    }
}

void AnsiText::endSequence(QChar last)
{
    m_place = Place::Text;
    if (last == u'm')
        applyStyle();
}

void AnsiText::applyStyle()
{
    // Colons divide the parts of one colour, semicolons the styles; many write semicolons for both.
    const QStringList parts = QString(m_parameters).replace(u':', u';').split(u';');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const int code = parts.at(i).toInt();
        if (code == 0) {
            m_style = {};
        } else if (code == 1) {
            m_style.bold = true;
        } else if (code == 2) {
            m_style.faint = true;
        } else if (code == 3) {
            m_style.italic = true;
        } else if (code == 4) {
            m_style.underlined = true;
        } else if (code == 22) {
            m_style.bold = m_style.faint = false;
        } else if (code == 23) {
            m_style.italic = false;
        } else if (code == 24) {
            m_style.underlined = false;
        } else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) {
            m_style.color = code % 10;
            m_style.exact.reset();
        } else if (code == 39) {
            m_style.color = -1;
            m_style.exact.reset();
        } else if (code == 38 || code == 48) {
            const int kind = parts.value(i + 1).toInt();
            const qsizetype length = kind == 5 ? 2 : kind == 2 ? 4 : 0;
            if (code == 38 && length > 0)
                applyExact(parts.mid(i + 1, length));
            i += length; // Grounds are the panel's own.
        }
    }
}

/// What follows a 38: `5;n`, or `2;r;g;b`.
void AnsiText::applyExact(const QStringList &parts)
{
    const auto byte = [&parts](qsizetype at) { return qBound(0, parts.value(at).toInt(), 255); };
    const bool isNumbered = parts.value(0).toInt() == 5;
    if (isNumbered && byte(1) < 16) {
        m_style.color = byte(1) % 8;
        m_style.exact.reset();
    } else {
        m_style.exact = isNumbered ? colorOf256(byte(1)) : qRgb(byte(1), byte(2), byte(3));
    }
}

void AnsiText::flush()
{
    if (m_text.isEmpty())
        return;
    m_line.runs.append({std::exchange(m_text, {}), m_style});
}

void AnsiText::endLine()
{
    flush();
    m_line.ends = true;
    m_lines.append(std::exchange(m_line, {}));
    m_lineLength = 0;
}

} // namespace baton
