// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/yaml/check.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace baton::yaml {

namespace {

struct Yaml
{
    Q_DECLARE_TR_FUNCTIONS(Yaml)
};

/// Length of the UTF-8 sequence at \a at, 0 where there is none.
qsizetype sequenceLength(const uchar *at, qsizetype left)
{
    const uchar first = at[0];
    const qsizetype length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length == 0 || length > left)
        return 0;
    for (qsizetype i = 1; i < length; ++i) {
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    }
    const bool overlong = (first == 0xe0 && at[1] < 0xa0) || (first == 0xf0 && at[1] < 0x90);
    const bool surrogate = first == 0xed && at[1] >= 0xa0;
    const bool beyond = first == 0xf4 && at[1] >= 0x90;
    return overlong || surrogate || beyond ? 0 : length;
}

/// True where eight bytes are all ASCII and none below U+0020.
bool isOrdinary(const uchar *at)
{
    quint64 word = 0;
    std::memcpy(&word, at, sizeof word);
    constexpr quint64 highBits = 0x8080808080808080u;
    constexpr quint64 lowest = 0x2020202020202020u;
    return ((word | (word - lowest)) & highBits) == 0;
}

/// A checker of RFC 8259 that keeps its own stack, so that no nesting overruns the program's.
class JsonChecker
{
public:
    explicit JsonChecker(QByteArrayView bytes) : m_bytes(bytes)
    {
        if (m_bytes.startsWith("\xef\xbb\xbf"))
            m_at = 3;
    }

    std::optional<Error> check()
    {
        space();
        while (m_error.isEmpty()) {
            if (!value())
                continue;
            // A value is complete: close what it completes.
            bool again = false;
            while (m_error.isEmpty() && !again) {
                space();
                if (m_open.isEmpty()) {
                    if (m_at < m_bytes.size())
                        fail(Yaml::tr("There is something after the end of the JSON value."));
                    return result();
                }
                again = afterValue();
            }
        }
        return result();
    }

private:
    char peek() const { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; }
    void fail(const QString &message)
    {
        if (m_error.isEmpty())
            m_error = message;
    }
    std::optional<Error> result() const
    {
        if (m_error.isEmpty())
            return std::nullopt;
        return errorAt(ErrorCode::Syntax, LineTable(m_bytes).place(m_bytes, m_at), m_error);
    }
    void space()
    {
        while (m_at < m_bytes.size() && std::strchr(" \t\n\r", m_bytes[m_at]))
            ++m_at;
    }

    /// Reads a scalar, an empty collection, or the start of one. True when a value is complete.
    bool value()
    {
        const char first = peek();
        if (first == '{' || first == '[') {
            ++m_at;
            space();
            const char closing = first == '{' ? '}' : ']';
            if (peek() == closing) {
                ++m_at;
                return true;
            }
            m_open.append(first);
            if (first == '{')
                key();
            return false;
        }
        if (first == '"')
            string();
        else if (first == '-' || (first >= '0' && first <= '9'))
            number();
        else
            word();
        return m_error.isEmpty();
    }

    /// What follows a value inside a collection. True when another value comes next.
    bool afterValue()
    {
        const char open = m_open.back();
        const char closing = open == '{' ? '}' : ']';
        if (peek() == ',') {
            ++m_at;
            space();
            if (open == '{')
                key();
            return true;
        }
        if (peek() != closing) {
            fail(Yaml::tr("Expected “,” or “%1” here.").arg(QLatin1Char(closing)));
            return true;
        }
        ++m_at;
        m_open.chop(1);
        return false;
    }

    void key()
    {
        if (peek() != '"')
            return fail(Yaml::tr("Expected a key in double quotes here."));
        string();
        space();
        if (peek() != ':')
            return fail(Yaml::tr("Expected “:” after the key."));
        ++m_at;
        space();
    }

    void string()
    {
        ++m_at;
        while (m_error.isEmpty()) {
            if (m_at >= m_bytes.size())
                return fail(Yaml::tr("This text has no closing quote."));
            const uchar c = uchar(m_bytes[m_at]);
            if (c == '"') {
                ++m_at;
                return;
            }
            if (c < 0x20)
                return fail(Yaml::tr("A line break or tab inside quotes must be written as \\n or \\t."));
            if (c == '\\')
                escape();
            else
                ++m_at;
        }
    }

    void escape()
    {
        const char kind = m_at + 1 < m_bytes.size() ? m_bytes[m_at + 1] : '\0';
        if (kind != '\0' && std::strchr("\"\\/bfnrt", kind)) {
            m_at += 2;
            return;
        }
        if (kind != 'u')
            return fail(Yaml::tr("JSON has no such escape."));
        for (qsizetype i = m_at + 2; i < m_at + 6; ++i) {
            if (i >= m_bytes.size() || !std::strchr("0123456789abcdefABCDEF", m_bytes[i]) || m_bytes[i] == '\0')
                return fail(Yaml::tr("\\u takes four hexadecimal digits."));
        }
        m_at += 6;
    }

    bool digits()
    {
        const qsizetype start = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at > start;
    }

    void number()
    {
        if (peek() == '-')
            ++m_at;
        const bool leadingZero = peek() == '0';
        const qsizetype start = m_at;
        if (!digits() || (leadingZero && m_at - start > 1))
            return fail(Yaml::tr("This is not a JSON number."));
        if (peek() == '.') {
            ++m_at;
            if (!digits())
                return fail(Yaml::tr("This is not a JSON number."));
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (!digits())
                return fail(Yaml::tr("This is not a JSON number."));
        }
    }

    void word()
    {
        for (const QByteArrayView name : {QByteArrayView("true"), QByteArrayView("false"), QByteArrayView("null")}) {
            if (m_bytes.sliced(m_at).startsWith(name)) {
                m_at += name.size();
                return;
            }
        }
        fail(Yaml::tr("Expected a JSON value here."));
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    QByteArray m_open; ///< The brackets that are open.
    QString m_error;
};

} // namespace

Error errorAt(ErrorCode code, Place place, const QString &message)
{
    Error error;
    error.code = code;
    error.message = message;
    error.line = place.line;
    error.column = place.column;
    return error;
}

QList<Error> checkEncoding(QByteArrayView bytes)
{
    constexpr qsizetype most = 100;
    QList<Error> errors;
    std::optional<LineTable> lines;
    const auto add = [&](qsizetype offset, const QString &message) {
        if (!lines)
            lines.emplace(bytes);
        errors += errorAt(ErrorCode::Encoding, lines->place(bytes, offset), message);
    };
    const auto *data = reinterpret_cast<const uchar *>(bytes.data());
    const qsizetype size = bytes.size();
    qsizetype at = 0;
    while (at < size && errors.size() < most) {
        if (at + 8 <= size && isOrdinary(data + at)) {
            at += 8;
            continue;
        }
        const uchar c = data[at];
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') {
            add(at, Yaml::tr("The character U+%1 may not stand in a workflow file. Take it out, or write it as an "
                             "escape in double quotes.")
                       .arg(int(c), 4, 16, QLatin1Char('0')));
            ++at;
            continue;
        }
        const qsizetype length = sequenceLength(data + at, size - at);
        if (length == 0) {
            add(at, Yaml::tr("The byte %1 is not UTF-8. Save the file as UTF-8 and try again.").arg(int(c), 2, 16, QLatin1Char('0')));
            ++at;
            while (at < size && (data[at] & 0xc0) == 0x80)
                ++at; // the rest of the same broken character
            continue;
        }
        at += length;
    }
    return errors;
}

bool hasTooManyDirectives(QByteArrayView bytes)
{
    constexpr int most = 16;
    int count = 0;
    for (qsizetype at = skipTrivia(bytes, bytes.startsWith("\xef\xbb\xbf") ? 3 : 0); at < bytes.size() && bytes[at] == '%';) {
        if (++count > most)
            return true;
        while (at < bytes.size() && bytes[at] != '\n')
            ++at;
        at = skipTrivia(bytes, at);
    }
    return false;
}

qsizetype findManyOpen(QByteArrayView bytes, qint64 most)
{
    constexpr qsizetype block = 4096;
    qint64 open = 0;
    for (qsizetype at = 0; at < bytes.size(); at += block) {
        const QByteArrayView part = bytes.sliced(at, std::min(block, bytes.size() - at));
        const auto count = [&](char bracket) { return std::count(part.begin(), part.end(), bracket); };
        const qint64 opened = count('[') + count('{');
        if (open + opened > most)
            return at + part.size();
        open += opened - count(']') - count('}');
    }
    return bytes.size();
}

qsizetype findCrowdedLine(QByteArrayView bytes)
{
    constexpr qsizetype most = 1'000'000;
    for (qsizetype begin = 0; begin < bytes.size();) {
        const qsizetype feed = bytes.indexOf('\n', begin);
        const qsizetype end = feed < 0 ? bytes.size() : feed;
        if (end - begin > most) {
            const QByteArrayView line = bytes.sliced(begin, end - begin);
            if (std::count_if(line.begin(), line.end(), [](char c) { return c == ',' || c == ':' || c == '[' || c == '{'; }) > most)
                return begin;
        }
        begin = end + 1;
    }
    return bytes.size();
}

std::optional<Error> checkStrictJson(QByteArrayView bytes)
{
    return JsonChecker(bytes).check();
}

} // namespace baton::yaml
