// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/yaml/emitter.h"

#include "model/yaml/tree.h"

#include <algorithm>
#include <cstring>

namespace baton::yaml {

namespace {

constexpr qsizetype widest = 110;

/// Characters that only an escape can write: controls, and the few that editors and parsers treat as line breaks or
/// marks.
bool needsEscapes(const QByteArray &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = uchar(text[i]);
        if ((c < 0x20 && c != '\n') || c == 0x7f)
            return true;
        const auto next = i + 1 < text.size() ? uchar(text[i + 1]) : 0;
        const auto last = i + 2 < text.size() ? uchar(text[i + 2]) : 0;
        const bool isC1 = c == 0xc2 && next < 0xa0;
        const bool isSeparator = c == 0xe2 && next == 0x80 && (last == 0xa8 || last == 0xa9);
        const bool isMark = c == 0xef && ((next == 0xbb && last == 0xbf) || (next == 0xbf && last >= 0xbe));
        if (isC1 || isSeparator || isMark)
            return true;
    }
    return false;
}

bool isPlainSafe(const QByteArray &text, bool inFlow)
{
    if (text.isEmpty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':' || typeOfPlain(text) != ScalarType::Text)
        return false;
    const char first = text.front();
    const char second = text.size() > 1 ? text[1] : ' ';
    if (std::strchr(",[]{}#&*!|>'\"%@`", first) || (std::strchr("-?:", first) && std::strchr(" ,[]{}", second)))
        return false;
    if (text.startsWith("---") || text.startsWith("...") || text.contains('\n') || text.contains('\t'))
        return false;
    if (text.contains(": ") || text.contains(" #"))
        return false;
    if (inFlow) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const bool isColonBeforeEnd = text[i] == ':' && i + 1 < text.size() && std::strchr(",[]{}", text[i + 1]);
            if (std::strchr(",[]{}", text[i]) || isColonBeforeEnd)
                return false;
        }
        if (first == '?' || first == ':')
            return false;
    }
    return !needsEscapes(text);
}

/// Valid in YAML and in JSON.
QByteArray doubleQuoted(const QByteArray &text)
{
    QByteArray quoted;
    quoted.reserve(text.size() + 2);
    quoted += '"';
    const QString characters = toString(text);
    for (const QChar character : characters) {
        const char16_t unit = character.unicode();
        switch (unit) {
        case u'"':
            quoted += "\\\"";
            break;
        case u'\\':
            quoted += "\\\\";
            break;
        case u'\n':
            quoted += "\\n";
            break;
        case u'\t':
            quoted += "\\t";
            break;
        case u'\r':
            quoted += "\\r";
            break;
        default:
            if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || unit == 0x2028 || unit == 0x2029 || unit >= 0xfffe || unit == 0xfeff)
                quoted += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
            else if (unit < 0x80)
                quoted += character.toLatin1();
            else
                quoted += '\0'; // placed below, whole characters at a time
            break;
        }
    }
    if (!quoted.contains('\0'))
        return quoted + '"';

    quoted = "\"";
    for (const uint c : toString(text).toUcs4()) {
        const QString character = QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
        const bool isOrdinary = c >= 0xa0 && c != 0x2028 && c != 0x2029 && c != 0xfeff && c != 0xfffe && c != 0xffff;
        if (isOrdinary) {
            quoted += character.toUtf8();
        } else {
            const QByteArray single = doubleQuoted(character.toUtf8());
            quoted += single.sliced(1, single.size() - 2);
        }
    }
    return quoted + '"';
}

/// Text that reads best as a literal block: lines, nothing to escape, no trailing blanks that an editor would eat.
bool suitsLiteral(const QByteArray &text)
{
    if (!text.contains('\n') || needsEscapes(text) || text.endsWith("\n\n") || text.front() == '\n')
        return false;
    for (const QByteArray &line : text.split('\n')) {
        if (line.endsWith(' ') || line.startsWith('\t'))
            return false;
    }
    return true;
}

bool hasLiteral(const Data &data)
{
    if (data.kind == Data::Kind::Text)
        return suitsLiteral(data.text);
    return std::any_of(data.entries.begin(), data.entries.end(), [](const DataEntry &entry) { return hasLiteral(entry.value); });
}

bool hasComments(const Data &data)
{
    return std::any_of(data.entries.begin(), data.entries.end(),
                       [](const DataEntry &entry) { return entry.comments || hasComments(entry.value); });
}

} // namespace

QByteArray Emitter::scalar(const Data &data, bool inFlow) const
{
    switch (data.kind) {
    case Data::Kind::Null:
        return "null";
    case Data::Kind::Bool:
    case Data::Kind::Number:
        return data.text;
    case Data::Kind::Text:
    case Data::Kind::List:
    case Data::Kind::Map:
        break;
    }
    return !m_isJson && isPlainSafe(data.text, inFlow) ? data.text : doubleQuoted(data.text);
}

QByteArray Emitter::key(const QByteArray &text, bool inFlow) const
{
    return scalar(Data::ofText(text), inFlow);
}

QByteArray Emitter::flow(const Data &data, bool isPretty, const QByteArray &indent) const
{
    if (!data.isCollection())
        return scalar(data, true);
    const bool isMap = data.kind == Data::Kind::Map;
    const bool isBroken = isPretty && !data.entries.empty() && !fitsOneLine(data, indent);
    const QByteArray inner = indent + m_step;
    QByteArray text(isMap ? "{" : "[");
    bool isFirst = true;
    for (const DataEntry &entry : data.entries) {
        if (!isFirst)
            text += isBroken ? "," : ", ";
        if (isBroken)
            text += m_lineBreak + inner;
        isFirst = false;
        if (isMap)
            text += key(entry.key, true) + ": ";
        text += flow(entry.value, isPretty, inner);
    }
    if (isBroken)
        text += m_lineBreak + indent;
    return text + (isMap ? '}' : ']');
}

bool Emitter::fitsOneLine(const Data &data, const QByteArray &indent) const
{
    if (data.isBlock || (!m_isJson && hasLiteral(data)) || hasComments(data))
        return false;
    const auto hasBlock = [](const DataEntry &entry) { return entry.value.isBlock && !entry.value.entries.empty(); };
    if (std::any_of(data.entries.begin(), data.entries.end(), hasBlock))
        return false;
    return indent.size() + flow(data).size() <= widest;
}

QByteArray Emitter::literal(const QByteArray &text, const QByteArray &indent, QByteArray &header) const
{
    const bool endsLine = text.endsWith('\n');
    header = text.front() == ' ' ? "|2" : "|";
    if (!endsLine)
        header += '-';
    QByteArray lines;
    for (const QByteArray &line : (endsLine ? text.chopped(1) : text).split('\n'))
        lines += (line.isEmpty() ? line : indent + "  " + line) + m_lineBreak;
    return lines;
}

Emitter::Text Emitter::value(const Data &data, const QByteArray &indent, bool isAfterDash) const
{
    if (m_isJson)
        return {flow(data, true, indent), {}};
    if (!data.isCollection()) {
        Text text;
        if (data.kind == Data::Kind::Text && suitsLiteral(data.text))
            text.below = literal(data.text, indent, text.beside);
        else
            text.beside = scalar(data, false);
        return text;
    }
    // What brackets would need quotes for reads better in lines.
    if (data.entries.empty() || fitsOneLine(data, indent + m_step))
        return {flow(data), {}};
    const QByteArray inner = indent + "  ";
    const QByteArray lines = entries(data, inner);
    if (!isAfterDash)
        return {{}, lines};
    const qsizetype firstEnd = lines.indexOf(m_lineBreak);
    return {lines.sliced(inner.size(), firstEnd - inner.size()), lines.sliced(firstEnd + m_lineBreak.size())};
}

QByteArray Emitter::entries(const Data &collection, const QByteArray &indent) const
{
    QByteArray lines;
    const bool isMap = collection.kind == Data::Kind::Map;
    for (const DataEntry &entry : collection.entries) {
        if (entry.comments) {
            for (const QByteArray &comment : entry.comments->above)
                lines += (comment.isEmpty() ? comment : indent + comment) + m_lineBreak;
        }
        lines += indent + (isMap ? key(entry.key, false) + ':' : QByteArray("-"));
        const Text text = value(entry.value, indent, !isMap);
        if (!text.beside.isEmpty())
            lines += ' ' + text.beside;
        if (entry.comments && !entry.comments->beside.isEmpty())
            lines += "  " + entry.comments->beside;
        lines += m_lineBreak + text.below;
    }
    return lines;
}

QByteArray Emitter::document(const Data &data) const
{
    if (m_isJson)
        return flow(data, true) + m_lineBreak;
    return data.entries.empty() ? "{}" + m_lineBreak : entries(data, {});
}

} // namespace baton::yaml
