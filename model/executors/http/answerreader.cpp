// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/http/answerreader.h"

#include "model/executors/agent/agentreader.h"
#include "model/executors/http/httpfault.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

bool isOfStream(QByteArrayView line)
{
    for (const char *field : {"data:", "event:", "id:", "retry:", ":"}) {
        if (line.startsWith(field))
            return true;
    }
    return false;
}

} // namespace

AnswerReader::~AnswerReader() = default;

std::unique_ptr<AnswerReader> answerReader(HttpApi api)
{
    return api == HttpApi::Anthropic ? anthropicReader() : openAiReader();
}

qint64 tokenCount(const QJsonValue &value)
{
    return qMin<qint64>(countOf(value), 1'000'000'000'000);
}

void AnswerReader::addStream(QByteArrayView bytes)
{
    if (isOver())
        return;
    m_lines.add(bytes, {[this](QByteArrayView line) { readLine(line); }, [this](qint64) { fail(u"too-large"_s); }});
    if (m_lines.isDropping()) // not only at its end, which may never come
        fail(u"too-large"_s);
}

void AnswerReader::readLine(QByteArrayView line)
{
    if (isOver())
        return;
    if (line.isEmpty())
        return dispatch();
    if (!m_hasFrames && !m_isForeign && line.trimmed().startsWith('<'))
        return fail(u"not-an-api"_s);
    if (!m_hasFrames && !m_isEnding && !isOfStream(line))
        m_isForeign = true;
    if (!line.startsWith("data:"))
        return; // `event:` says what the data says again; `id:`, `retry:` and comments are not for us
    line = line.sliced(5);
    if (line.startsWith(' '))
        line = line.sliced(1);
    if (m_data.size() + line.size() > LineSplitter::longestLine)
        return fail(u"too-large"_s);
    if (std::exchange(m_hasData, true))
        m_data += '\n';
    m_data.append(line.data(), line.size());
}

void AnswerReader::dispatch()
{
    if (!std::exchange(m_hasData, false))
        return;
    const QByteArray data = std::exchange(m_data, {});
    m_hasFrames = true;
    if (data.trimmed() == "[DONE]") {
        m_isComplete = true;
        return;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(data, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return fail(m_isEnding ? u"cut-off"_s : u"malformed"_s);
    readFrame(document.object());
}

void AnswerReader::readWhole(const QByteArray &document)
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(document, &error);
    if (document.trimmed().isEmpty())
        return fail(u"cut-off"_s);
    if (document.trimmed().startsWith('<'))
        return fail(u"not-an-api"_s);
    if (error.error != QJsonParseError::NoError) // it began as JSON: its end is missing
        return fail(error.offset >= document.size() ? u"cut-off"_s : u"malformed"_s);
    if (!json.isObject())
        return fail(u"malformed"_s);
    readMessage(json.object());
}

QList<AgentEvent> AnswerReader::takeEvents()
{
    return std::exchange(m_events, {});
}

HttpAnswer AnswerReader::finish()
{
    if (!isOver()) {
        m_isEnding = true;
        m_lines.finish({[this](QByteArrayView line) { readLine(line); }, [this](qint64) { fail(u"too-large"_s); }});
        dispatch();
    }
    if (!m_isComplete && !m_isFinished)
        fail(m_isForeign ? u"malformed"_s : u"cut-off"_s);
    for (ToolCall &call : m_calls) {
        if (call.arguments.trimmed().isEmpty())
            call.arguments = u"{}"_s;
        if (call.name.isEmpty())
            fail(u"malformed"_s);
    }
    return {m_text, m_calls, m_usage, m_fault};
}

void AnswerReader::say(const QString &text)
{
    if (text.isEmpty() || !grow(text.size()))
        return;
    m_text += text;
    m_events.append({AgentEvent::Kind::Text, text, {}, false, true});
}

void AnswerReader::think(const QString &text)
{
    // Pieces of a word each: only a whole thought is worth a line.
    if (!text.trimmed().isEmpty() && grow(text.size()))
        m_events.append({AgentEvent::Kind::Reasoning, text});
}

ToolCall *AnswerReader::callAt(int index)
{
    qsizetype at = m_indexes.indexOf(index);
    if (at < 0) {
        if (m_calls.size() >= mostCalls) {
            fail(u"too-large"_s);
            return nullptr;
        }
        at = m_calls.size();
        m_calls.append(ToolCall());
        m_indexes.append(index);
    }
    return &m_calls[at];
}

void AnswerReader::addArguments(ToolCall &call, const QString &piece)
{
    if (grow(piece.size()))
        call.arguments += piece;
}

bool AnswerReader::grow(qsizetype characters)
{
    m_size += characters;
    if (m_size <= largestAnswer)
        return true;
    fail(u"too-large"_s);
    return false;
}

void AnswerReader::fail(const QString &code, const QString &said)
{
    if (!m_fault)
        m_fault = httpFault(code, said);
}

void AnswerReader::failWith(const QJsonObject &error)
{
    const QString type = error["type"_L1].toString() + ' '_L1 + error["code"_L1].toVariant().toString();
    const QString said = error["message"_L1].toString();
    if (type.contains("overloaded"_L1) || type.contains("rate_limit"_L1) || type.contains("429"_L1))
        return fail(u"rate-limit"_s, said);
    fail(type.contains("invalid_request"_L1) ? u"refused-request"_s : u"service"_s, said);
}

} // namespace baton
