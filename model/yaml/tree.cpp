// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/yaml/tree.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace baton::yaml {

namespace {

bool isOneOf(QByteArrayView text, std::initializer_list<QByteArrayView> names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

qsizetype digitsFrom(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        ++at;
    return at;
}

bool allOf(QByteArrayView text, const char *allowed)
{
    for (const char c : text) {
        if (!std::strchr(allowed, c))
            return false;
    }
    return !text.isEmpty();
}

/// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool isFloat(QByteArrayView text)
{
    qsizetype at = !text.isEmpty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const qsizetype whole = digitsFrom(text, at);
    const bool hasWhole = whole > at;
    at = whole;
    if (at < text.size() && text[at] == '.') {
        const qsizetype fraction = digitsFrom(text, at + 1);
        if (!hasWhole && fraction == at + 1)
            return false;
        at = fraction;
    } else if (!hasWhole) {
        return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        const qsizetype exponent = digitsFrom(text, at);
        if (exponent == at)
            return false;
        at = exponent;
    }
    return at == text.size();
}

QJsonValue scalarToJson(const Tree &tree, int node)
{
    const QByteArray text = tree.text(node).toByteArray();
    switch (tree.scalarType(node)) {
    case ScalarType::Null:
        return QJsonValue(QJsonValue::Null);
    case ScalarType::Bool:
        return text.startsWith('t') || text.startsWith('T');
    case ScalarType::Int: {
        bool fits = false;
        const int base = text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : 10;
        const qint64 number = (base == 10 ? text : text.sliced(2)).toLongLong(&fits, base);
        if (fits)
            return number;
        [[fallthrough]];
    }
    case ScalarType::Float: {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        // JSON has no infinity: what it cannot hold stays text.
        if (isNumber && std::isfinite(number))
            return number;
        break;
    }
    case ScalarType::Text:
        break;
    }
    return toString(text);
}

} // namespace

QString toString(QByteArrayView utf8)
{
    if (utf8.startsWith("\xef\xbb\xbf"))
        return QChar(0xfeff) + toString(utf8.sliced(3));
    return QString::fromUtf8(utf8);
}

ScalarType typeOfPlain(QByteArrayView text)
{
    if (text.isEmpty())
        return ScalarType::Null;
    const char first = text[0];
    // Nearly all plain text begins with a letter that starts none of the words below.
    if (!std::strchr("~nNtTfF-+.0123456789", first))
        return ScalarType::Text;
    if (isOneOf(text, {"~", "null", "Null", "NULL"}))
        return ScalarType::Null;
    if (isOneOf(text, {"true", "True", "TRUE", "false", "False", "FALSE"}))
        return ScalarType::Bool;
    const QByteArrayView unsignedText = first == '-' || first == '+' ? text.sliced(1) : text;
    if (allOf(unsignedText, "0123456789"))
        return ScalarType::Int;
    if ((text.startsWith("0o") && allOf(text.sliced(2), "01234567"))
        || (text.startsWith("0x") && allOf(text.sliced(2), "0123456789abcdefABCDEF")))
        return ScalarType::Int;
    if (isFloat(text) || isOneOf(unsignedText, {".inf", ".Inf", ".INF"}) || isOneOf(text, {".nan", ".NaN", ".NAN"}))
        return ScalarType::Float;
    return ScalarType::Text;
}

QByteArrayView Tree::text(int scalar) const
{
    const Node &node = at(resolved(scalar));
    if (node.extra >= 0)
        return m_texts.at(node.extra);
    const int quote = node.style == Style::SingleQuoted || node.style == Style::DoubleQuoted ? 1 : 0;
    return QByteArrayView(m_bytes).sliced(node.begin + quote, node.end - node.begin - 2 * quote);
}

ScalarType Tree::scalarType(int scalar) const
{
    const int resolvedScalar = resolved(scalar);
    const Node &node = at(resolvedScalar);
    if (node.hasProperties) {
        const QByteArray tag = m_properties.value(resolvedScalar).tag;
        if (tag == "tag:yaml.org,2002:null")
            return ScalarType::Null;
        if (tag == "tag:yaml.org,2002:bool" || tag == "tag:yaml.org,2002:int" || tag == "tag:yaml.org,2002:float")
            return typeOfPlain(text(resolvedScalar));
        if (!tag.isEmpty())
            return ScalarType::Text;
    }
    if (node.style == Style::Missing)
        return ScalarType::Null;
    return node.style == Style::Plain ? typeOfPlain(text(resolvedScalar)) : ScalarType::Text;
}

int Tree::value(int mapping, QByteArrayView key) const
{
    const int map = resolved(mapping);
    for (int child = map + 1; child < at(map).next;) {
        const int valueNode = at(child).next;
        if (isScalar(child) && text(child) == key)
            return valueNode;
        child = at(valueNode).next;
    }
    return -1;
}

QList<int> Tree::children(int collection) const
{
    QList<int> list;
    const int node = resolved(collection);
    const bool isMap = at(node).type == NodeType::Mapping;
    for (int child = node + 1; child < at(node).next;) {
        list += child;
        child = at(child).next;
        if (isMap)
            child = at(child).next;
    }
    return list;
}

QJsonValue Tree::toJson(int node) const
{
    const int source = resolved(node);
    switch (at(source).type) {
    case NodeType::Scalar:
    case NodeType::Alias:
        return scalarToJson(*this, source);
    case NodeType::Sequence: {
        QJsonArray array;
        for (const int item : children(source))
            array.append(toJson(item));
        return array;
    }
    case NodeType::Mapping: {
        QJsonObject object;
        for (const int key : children(source)) {
            if (isScalar(key))
                object.insert(toString(text(key)), toJson(at(key).next));
        }
        return object;
    }
    }
    return {};
}

int Tree::outerBegin(int node) const
{
    return at(node).hasProperties ? m_properties.value(node).begin : at(node).begin;
}

LineTable::LineTable(QByteArrayView bytes)
{
    constexpr qsizetype farthest = 4096;
    const bool hasMark = bytes.startsWith("\xef\xbb\xbf"); // takes no column
    m_marks.push_back({hasMark ? 3 : 0, 1, 1});
    const bool hasReturns = bytes.contains('\r');
    while (m_marks.back().offset < bytes.size()) {
        const Mark &last = m_marks.back();
        const QByteArrayView ahead = bytes.sliced(last.offset, std::min(farthest, bytes.size() - last.offset));
        const auto *feed = static_cast<const char *>(std::memchr(ahead.data(), '\n', size_t(ahead.size())));
        qsizetype length = feed ? feed - ahead.data() + 1 : ahead.size();
        bool ends = feed;
        if (hasReturns) {
            const qsizetype back = ahead.first(length).indexOf('\r');
            const qsizetype after = last.offset + back + 1;
            if (back >= 0 && after < bytes.size() && bytes[after] != '\n') {
                length = back + 1;
                ends = true;
            } else if (!ends && back >= 0 && back == length - 1 && length > 1) {
                --length; // a carriage return at the very end of the chunk: look at it with what follows
            }
        }
        qint32 column = 1;
        if (!ends) {
            column = last.column;
            for (const char c : ahead.first(length))
                column += (uchar(c) & 0xc0) != 0x80;
        }
        m_marks.push_back({qint32(last.offset + length), ends ? last.line + 1 : last.line, column});
    }
}

Place LineTable::place(QByteArrayView bytes, qsizetype offset) const
{
    if (m_marks.empty())
        return {1, 1};
    offset = qBound(qsizetype(m_marks.front().offset), offset, bytes.size());
    const auto after = std::upper_bound(m_marks.begin(), m_marks.end(), offset,
                                        [](qsizetype wanted, const Mark &mark) { return wanted < mark.offset; });
    const Mark &mark = *(after - 1);
    Place place{mark.line, mark.column};
    for (qsizetype at = mark.offset; at < offset; ++at)
        place.column += (uchar(bytes[at]) & 0xc0) != 0x80;
    return place;
}

qsizetype skipTrivia(QByteArrayView bytes, qsizetype from)
{
    while (from < bytes.size()) {
        const char c = bytes[from];
        if (c == '#') {
            while (from < bytes.size() && bytes[from] != '\n' && bytes[from] != '\r')
                ++from;
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            ++from;
        } else {
            break;
        }
    }
    return from;
}

} // namespace baton::yaml
