// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentreader.h"

#include "model/executors/agent/agentfault.h"
#include "model/executors/agent/agentcli.h"

#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype mostPlain = 4 * 1024 * 1024;
constexpr qsizetype longestBrief = 200;
constexpr qsizetype longestEventText = 64 * 1024;
constexpr double mostTokens = 1e15;

QString cut(const QString &text, qsizetype length)
{
    return text.size() <= length ? text : text.first(length) + u'…';
}

/// One broken character must not cost the answer, but what a program is made of is none.
bool isMostlyText(const QString &text)
{
    return !text.contains(QChar(u'\0')) && text.count(QChar::ReplacementCharacter) * 10 <= text.size();
}

} // namespace

QString toolBrief(const QJsonObject &input)
{
    for (const auto name : {"command"_L1, "file_path"_L1, "path"_L1, "filePath"_L1, "pattern"_L1, "query"_L1, "url"_L1,
                            "dir_path"_L1, "prompt"_L1, "description"_L1}) {
        if (const QString text = input[name].toString(); !text.isEmpty())
            return cut(text.simplified(), longestBrief);
    }
    if (input.isEmpty())
        return {};
    return cut(QString::fromUtf8(QJsonDocument(input).toJson(QJsonDocument::Compact)), longestBrief);
}

QString contentText(const QJsonValue &content)
{
    if (content.isString())
        return content.toString();
    QStringList texts;
    for (const QJsonValue &block : content.toArray()) {
        if (const QString text = block["text"_L1].toString(); !text.isEmpty())
            texts += text;
    }
    return texts.join('\n'_L1);
}

qint64 countOf(const QJsonValue &value)
{
    const double number = value.toDouble();
    return number > 0 && number < mostTokens ? qint64(number) : 0;
}

QString plainText(const QString &text)
{
    static const QRegularExpression codes(u"\\x1b\\[[0-9;?]*[ -/]*[@-~]|\\x1b\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)|\\x1b."_s);
    QString plain = text;
    plain.remove(codes);
    plain.removeIf([](QChar c) { return (c < u' ' && c != u'\n' && c != u'\t') || c == QChar(0x7f); });
    return plain;
}

QStringList readableLines(const QString &text)
{
    QStringList lines;
    if (!isMostlyText(text))
        return lines;
    for (const QString &line : plainText(text).split('\n'_L1)) {
        if (!line.trimmed().isEmpty() && isMostlyText(line))
            lines += line.trimmed();
    }
    return lines;
}

AgentReader::~AgentReader() = default;

void AgentReader::readLine(QByteArrayView line)
{
    m_hasLostItsEnd = m_hasLostItsEnd && line.trimmed().isEmpty();
    if (m_format != AgentFormat::Events)
        return readPlain(line);
    if (!line.trimmed().startsWith('{'))
        return readPlain(line);
    const QByteArray bytes = line.toByteArray();
    QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject()) {
        // One broken character must not cost the answer.
        const QString text = QString::fromUtf8(bytes);
        m_isGarbled = m_isGarbled || text.contains(QChar::ReplacementCharacter);
        document = QJsonDocument::fromJson(text.toUtf8());
    }
    if (!document.isObject())
        return readPlain(line);
    m_hasEvents = true;
    readEvent(document.object());
}

void AgentReader::skipLine(qint64 bytes)
{
    m_skipped += bytes;
    m_hasLostItsEnd = true;
    notice(tr("A line of %1 bytes was too long and was left out.").arg(bytes));
}

void AgentReader::readPlain(QByteArrayView line)
{
    m_isGarbled = m_isGarbled || !line.isValidUtf8();
    if (m_plain.size() + line.size() >= mostPlain) {
        if (m_format != AgentFormat::Events)
            m_skipped += line.size();
        return;
    }
    m_plain.append(line.data(), line.size());
    m_plain.append('\n');
    if (m_format == AgentFormat::Whole)
        return;
    const QString text = plainText(QString::fromUtf8(line));
    if (m_format == AgentFormat::Text)
        say(text);
    else if (!text.trimmed().isEmpty() && isMostlyText(text))
        notice(text);
}

QList<AgentEvent> AgentReader::takeEvents()
{
    return std::exchange(m_events, {});
}

void AgentReader::readWhole(const QJsonDocument &document)
{
    m_hasEvents = true;
    if (document.isObject())
        readEvent(document.object());
    for (const QJsonValue &event : document.array())
        readEvent(event.toObject());
}

AgentResult AgentReader::finish(const AgentExit &exit)
{
    AgentResult result;
    Closing end;
    if (m_format == AgentFormat::Text) {
        m_answer = plainText(QString::fromUtf8(m_plain)).trimmed();
        if (exit.exited && exit.code == 0)
            end = !m_answer.isEmpty() ? Closing{Closing::How::Well}
                  : m_skipped > 0     ? Closing{}
                                      : Closing{Closing::How::Failed, {}, 0, u"no-answer"_s};
        else if (exit.exited)
            end = {Closing::How::Failed, words(exit)};
    } else {
        if (m_format == AgentFormat::Whole) {
            // Some write their faults to stderr, among other lines.
            QJsonDocument document = QJsonDocument::fromJson(m_plain);
            const QString errors = '\n'_L1 + exit.errors;
            if (const qsizetype begin = errors.indexOf("\n{\n"_L1); document.isNull() && begin >= 0) {
                const qsizetype last = errors.indexOf("\n}"_L1, begin);
                document = QJsonDocument::fromJson(errors.mid(begin, last < 0 ? -1 : last + 2 - begin).toUtf8());
            }
            if (!document.isNull())
                readWhole(document);
        }
        end = closing(exit);
    }
    if (!m_hasEvents && m_isGarbled && !isMostlyText(QString::fromUtf8(m_plain)))
        end = {Closing::How::Failed, {}, 0, u"not-text"_s};
    result.answer = m_answer;
    result.usage = m_usage;
    result.refused = m_refused;
    const bool endedWell = exit.exited && exit.code == 0;
    if (end.how == Closing::How::Missing)
        result.fault = unfinished(exit);
    else if (end.how == Closing::How::Failed || !endedWell)
        result.fault = faultOf(end, exit);
    return result;
}

/// The closing event says that it failed, or the exit status gives the lie to one that says it did not.
AgentFault AgentReader::faultOf(const Closing &closing, const AgentExit &exit) const
{
    if (!exit.exited && closing.how == Closing::How::Well)
        return signalFault(m_cli, exit.code);
    const QString said = closing.error.isEmpty() ? words(exit) : closing.error;
    if (!closing.code.isEmpty())
        return faultWithCode(m_cli, closing.code, said);
    return faultFrom(m_cli, {said, closing.status, exit.code});
}

/// It ended and never said how.
AgentFault AgentReader::unfinished(const AgentExit &exit) const
{
    if (m_skipped > 0)
        return faultWithCode(m_cli, u"line-too-long"_s, {});
    if (!exit.exited)
        return signalFault(m_cli, exit.code);
    if (!m_hasEvents && m_isGarbled)
        return faultWithCode(m_cli, u"not-text"_s, {});
    const QString said = words(exit);
    AgentFault fault = faultFrom(m_cli, {said, 0, exit.code});
    const bool isKnown = fault.code != u"agent-error"_s;
    return isKnown || exit.code != 0 ? fault : faultWithCode(m_cli, u"not-finished"_s, said);
}

/// The best words for people where the CLI's events hold none.
QString AgentReader::words(const AgentExit &exit) const
{
    const QString errors = readableLines(exit.errors).join('\n'_L1);
    const QString plain = readableLines(QString::fromUtf8(m_plain)).join('\n'_L1);
    if (m_format == AgentFormat::Text && !errors.isEmpty())
        return errors + '\n'_L1 + plain; // what failed may stand in either; the rest is what it was at
    return errors.isEmpty() ? plain : errors;
}

void AgentReader::say(const QString &text, bool continues)
{
    m_events.append({AgentEvent::Kind::Text, text, {}, false, continues});
}

void AgentReader::think(const QString &text)
{
    if (!text.trimmed().isEmpty())
        m_events.append({AgentEvent::Kind::Reasoning, cut(text, longestEventText)});
}

void AgentReader::callTool(const QString &name, const QJsonObject &input)
{
    m_events.append({AgentEvent::Kind::Tool, toolBrief(input), name});
}

void AgentReader::endTool(const QString &text, bool failed)
{
    m_events.append({AgentEvent::Kind::Result, cut(text, longestEventText), {}, failed});
}

void AgentReader::notice(const QString &text)
{
    m_events.append({AgentEvent::Kind::Notice, cut(text, longestEventText)});
}

void AgentReader::report(const QString &error)
{
    m_events.append({AgentEvent::Kind::Error, cut(error, longestEventText)});
}

void AgentReader::refuse(const QString &tool)
{
    if (!tool.isEmpty() && !m_refused.contains(tool))
        m_refused += tool;
}

} // namespace baton
