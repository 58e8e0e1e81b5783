// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/event.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <charconv>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 msPerDay = 86'400'000;
/// 9999-12-31T23:59:59.999Z: the last time that the journal's form can write.
constexpr qint64 lastTime = 253'402'300'799'999;
constexpr qint64 largestSeq = qint64(1) << 53;

struct Date
{
    qint64 year;
    int month;
    int day;
};

/// Days since 1970-01-01 to a date of the proleptic Gregorian calendar (years count from March, so that the
/// leap day comes last). By hand because QDateTime costs more than all the rest of a line.
Date dateOfDays(qint64 days)
{
    days += 719'468;
    const qint64 era = (days >= 0 ? days : days - 146'096) / 146'097;
    const qint64 dayOfEra = days - era * 146'097;
    const qint64 yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 shifted = (5 * dayOfYear + 2) / 153;
    const int month = int(shifted < 10 ? shifted + 3 : shifted - 9);
    return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            int(dayOfYear - (153 * shifted + 2) / 5 + 1)};
}

qint64 daysOfDate(qint64 year, int month, int day)
{
    year -= month <= 2 ? 1 : 0;
    const qint64 era = (year >= 0 ? year : year - 399) / 400;
    const qint64 yearOfEra = year - era * 400;
    const qint64 dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const qint64 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146'097 + dayOfEra - 719'468;
}

void putDigits(char *to, qint64 value, int width)
{
    for (int i = width - 1; i >= 0; --i) {
        to[i] = char('0' + value % 10);
        value /= 10;
    }
}

void appendTime(QByteArray &line, qint64 time)
{
    time = qBound(qint64(0), time, lastTime);
    const Date date = dateOfDays(time / msPerDay);
    const qint64 ms = time % msPerDay;
    char text[] = "0000-00-00T00:00:00.000Z";
    putDigits(text, date.year, 4);
    putDigits(text + 5, date.month, 2);
    putDigits(text + 8, date.day, 2);
    putDigits(text + 11, ms / 3'600'000, 2);
    putDigits(text + 14, ms / 60'000 % 60, 2);
    putDigits(text + 17, ms / 1000 % 60, 2);
    putDigits(text + 20, ms % 1000, 3);
    line.append(text, 24);
}

/// Milliseconds since the epoch of exactly `2026-01-15T10:30:00.123Z`, -1 for anything else.
qint64 timeOf(QByteArrayView text)
{
    constexpr char shape[] = "0000-00-00T00:00:00.000Z";
    if (text.size() != 24)
        return -1;
    for (int i = 0; i < 24; ++i) {
        const bool isDigit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == '0' ? !isDigit : text[i] != shape[i])
            return -1;
    }
    const auto number = [&](int at, int width) {
        int value = 0;
        for (int i = at; i < at + width; ++i)
            value = value * 10 + (text[i] - '0');
        return value;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    if (year < 1970 || month < 1 || month > 12 || day < 1 || number(11, 2) > 23 || number(14, 2) > 59 ||
        number(17, 2) > 59)
        return -1;
    const qint64 days = daysOfDate(year, month, day);
    const Date back = dateOfDays(days); // The 31st of a short month would come back as another day.
    if (back.month != month || back.day != day)
        return -1;
    return days * msPerDay + number(11, 2) * qint64(3'600'000) + number(14, 2) * 60'000 +
           number(17, 2) * 1000 + number(20, 3);
}

void appendString(QByteArray &line, const QString &text)
{
    line += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            line += '\\';
            line += c;
        } else if (uchar(c) < 0x20) {
            constexpr char hex[] = "0123456789abcdef";
            line += "\\u00";
            line += hex[uchar(c) >> 4];
            line += hex[uchar(c) & 15];
        } else {
            line += c;
        }
    }
    line += '"';
}

const char *nameOfType(EventType type)
{
    // The table stands in the order of the enum (a test says so), which makes this one look-up.
    return EnumNames<EventType>::values[size_t(type)].name;
}

Error noEvent(const QString &why)
{
    return {ErrorCode::Syntax,
            QCoreApplication::translate("baton::Event", "This line is not an event of a run."),
            why,
            {}};
}

/// Walks over one JSON object, key by key, without building anything. It finds where values begin and end;
/// whether they are well formed inside is for QJsonDocument to say, so nothing here needs to trust its input.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
    {
    }

    void skipSpace()
    {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\r' || m_text[m_at] == '\n'))
            ++m_at;
    }
    bool take(char c)
    {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    bool atEnd()
    {
        skipSpace();
        return m_at == m_text.size();
    }
    /// The next value as written; empty when there is none.
    QByteArrayView value()
    {
        skipSpace();
        const qsizetype start = m_at;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            if (!skipString())
                return {};
        } else if (m_at < m_text.size() && m_text[m_at] == '{') {
            if (!skipObject())
                return {};
        } else {
            while (m_at < m_text.size() && m_text[m_at] != ',' && m_text[m_at] != '}' &&
                   uchar(m_text[m_at]) > ' ')
                ++m_at;
        }
        return m_text.sliced(start, m_at - start);
    }

private:
    bool skipString()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\\')
                ++m_at;
            else if (m_text[m_at] == '"')
                return ++m_at, true;
        }
        m_at = m_text.size();
        return false;
    }
    bool skipObject()
    {
        for (int depth = 0; m_at < m_text.size();) {
            const char c = m_text[m_at];
            if (c == '"') {
                if (!skipString())
                    return false;
                continue;
            }
            ++m_at;
            if (c == '{')
                ++depth;
            else if (c == '}' && --depth == 0)
                return true;
        }
        return false;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

/// The text of a JSON string; nothing when it is none.
std::optional<QString> stringOf(QByteArrayView written)
{
    if (written.size() < 2 || written.front() != '"' || written.back() != '"')
        return std::nullopt;
    const QByteArrayView inside = written.sliced(1, written.size() - 2);
    const bool isPlain = std::all_of(inside.begin(), inside.end(),
                                     [](char c) { return c >= ' ' && c < 0x7f && c != '\\' && c != '"'; });
    if (isPlain)
        return QString::fromLatin1(inside);
    const QByteArray wrapped = '[' + written.toByteArray() + ']';
    const QJsonDocument document = QJsonDocument::fromJson(wrapped);
    if (!document.isArray() || document.array().size() != 1 || !document.array().first().isString())
        return std::nullopt;
    return document.array().first().toString();
}

std::optional<QJsonObject> objectOf(QByteArrayView written)
{
    if (written == "{}")
        return QJsonObject();
    if (written.isEmpty() || written.front() != '{')
        return std::nullopt;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(written.data(), written.size()));
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

qint64 seqOf(QByteArrayView written)
{
    qint64 seq = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), seq);
    const bool isCanonical = !written.isEmpty() && written.front() >= '1' && written.front() <= '9';
    return isCanonical && error == std::errc() && end == written.data() + written.size() && seq <= largestSeq
               ? seq
               : 0;
}

std::optional<EventType> typeOf(const QString &name)
{
    static const auto byName = [] {
        QHash<QString, EventType> names;
        for (const auto &named : EnumNames<EventType>::values)
            names.insert(QString::fromLatin1(named.name), named.value);
        return names;
    }();
    const auto found = byName.constFind(name);
    return found == byName.constEnd() ? std::nullopt : std::optional(*found);
}

constexpr std::array<const char *, 5> keys{"\"seq\"", "\"timestamp\"", "\"worker_id\"", "\"event_type\"",
                                           "\"data\""};
using Written = std::array<QByteArrayView, keys.size()>;

/// The five values as written, or why not.
Result<Written> split(QByteArrayView line)
{
    Written values;
    Scanner scanner(line);
    if (!scanner.take('{'))
        return noEvent(u"it does not begin with {"_s);
    size_t found = 0;
    do {
        const QByteArrayView key = scanner.value();
        const auto known =
            std::find_if(keys.begin(), keys.end(), [&](const char *name) { return key == name; });
        if (known == keys.end())
            return noEvent(
                u"it holds the key %1"_s.arg(QString::fromUtf8(key.first(qMin(key.size(), qsizetype(80))))));
        QByteArrayView &value = values[size_t(known - keys.begin())];
        if (!value.isEmpty())
            return noEvent(u"it holds %1 twice"_s.arg(QString::fromUtf8(key)));
        if (!scanner.take(':') || (value = scanner.value()).isEmpty())
            return noEvent(u"%1 has no value"_s.arg(QString::fromUtf8(key)));
        ++found;
    } while (scanner.take(','));
    if (!scanner.take('}') || !scanner.atEnd())
        return noEvent(u"it does not end where it should"_s);
    if (found != keys.size())
        return noEvent(u"one of seq, timestamp, worker_id, event_type and data is missing"_s);
    return values;
}

} // namespace

qint64 momentOf(const Event &event)
{
    const bool isBatons = event.type == EventType::WorkerActive || event.type == EventType::WorkerComplete || event.type == EventType::WorkerFailed ||
                          (event.type == EventType::WorkerBlocked && event.data.value("ended"_L1).toBool());
    const QByteArray told = isBatons ? event.data.value("at"_L1).toString().toLatin1() : QByteArray();
    const qint64 time = told.size() == 24 ? timeOf(told) : -1;
    return time > 0 ? std::min(time, event.time) : event.time;
}

QJsonObject momentData(qint64 time)
{
    if (time <= 0)
        return {};
    QByteArray text;
    appendTime(text, time);
    return {{u"at"_s, QString::fromLatin1(text)}};
}

QByteArray toJournalLine(const Event &event)
{
    QByteArray line;
    line.reserve(160);
    char number[24];
    const auto end = std::to_chars(number, number + sizeof number, event.seq).ptr;
    line.append("{\"seq\":").append(number, end - number).append(",\"timestamp\":\"");
    appendTime(line, event.time);
    line.append("\",\"worker_id\":");
    appendString(line, event.subject);
    line.append(",\"event_type\":\"").append(nameOfType(event.type)).append("\",\"data\":");
    if (event.data.isEmpty())
        line.append("{}");
    else
        line.append(QJsonDocument(event.data).toJson(QJsonDocument::Compact));
    line.append("}\n");
    return line;
}

Result<Event> fromJournalLine(QByteArrayView line)
{
    const Result<Written> written = split(line);
    if (!written)
        return written.error();
    const auto &[seq, timestamp, worker, type, data] = *written;
    Event event;
    event.seq = seqOf(seq);
    if (event.seq == 0)
        return noEvent(u"seq is not a number from 1 up"_s);
    event.time = timestamp.size() == 26 ? timeOf(timestamp.sliced(1, 24)) : -1;
    if (event.time < 0 || timestamp.front() != '"' || timestamp.back() != '"')
        return noEvent(u"timestamp is not like 2026-01-15T10:30:00.123Z"_s);
    const std::optional<QString> subject = stringOf(worker);
    if (!subject)
        return noEvent(u"worker_id is not text"_s);
    event.subject = *subject;
    const std::optional<QString> typeName = stringOf(type);
    const std::optional<EventType> known = typeName ? typeOf(*typeName) : std::nullopt;
    if (!known)
        return noEvent(u"event_type is none that this version knows"_s);
    event.type = *known;
    std::optional<QJsonObject> object = objectOf(data);
    if (!object)
        return noEvent(u"data is not an object"_s);
    event.data = std::move(*object);
    return event;
}

} // namespace baton
