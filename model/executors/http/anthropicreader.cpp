// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/http/answerreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Messages, as Anthropic has them.
class AnthropicReader final : public AnswerReader
{
protected:
    void readFrame(const QJsonObject &frame) override;
    void readMessage(const QJsonObject &message) override;

private:
    void readBlock(const QJsonValue &block, int index);
    void readDelta(const QJsonValue &delta, int index);
    void readUsage(const QJsonValue &usage);
    void readStop(const QJsonValue &reason);
    void endThought() { think(std::exchange(m_thought, {})); }

    QString m_thought;
};

void AnthropicReader::readFrame(const QJsonObject &frame)
{
    const QString type = frame["type"_L1].toString();
    const int index = frame["index"_L1].toInt();
    if (type == "error"_L1) {
        failWith(frame["error"_L1].toObject());
    } else if (type == "message_start"_L1) {
        readUsage(frame["message"_L1]["usage"_L1]);
    } else if (type == "content_block_start"_L1) {
        readBlock(frame["content_block"_L1], index);
    } else if (type == "content_block_delta"_L1) {
        readDelta(frame["delta"_L1], index);
    } else if (type == "content_block_stop"_L1) {
        endThought();
    } else if (type == "message_delta"_L1) {
        readUsage(frame["usage"_L1]);
        readStop(frame["delta"_L1]["stop_reason"_L1]);
    } else if (type == "message_stop"_L1) {
        m_isComplete = true;
    }
}

void AnthropicReader::readMessage(const QJsonObject &message)
{
    if (message["type"_L1] == "error"_L1)
        return failWith(message["error"_L1].toObject());
    if (!message["content"_L1].isArray())
        return fail(u"malformed"_s);
    const QJsonArray blocks = message["content"_L1].toArray();
    for (int i = 0; i < blocks.size(); ++i) {
        readBlock(blocks.at(i), i);
        endThought();
    }
    readUsage(message["usage"_L1]);
    readStop(message["stop_reason"_L1]);
    m_isComplete = true;
}

void AnthropicReader::readBlock(const QJsonValue &block, int index)
{
    const QString type = block["type"_L1].toString();
    if (type == "text"_L1) {
        say(block["text"_L1].toString());
    } else if (type == "thinking"_L1) {
        m_thought += block["thinking"_L1].toString().left(largestAnswer);
    } else if (type == "tool_use"_L1) {
        ToolCall *call = callAt(index);
        if (!call)
            return;
        call->id = block["id"_L1].toString();
        call->name = block["name"_L1].toString();
        if (const QJsonObject input = block["input"_L1].toObject(); !input.isEmpty())
            addArguments(*call, QString::fromUtf8(QJsonDocument(input).toJson(QJsonDocument::Compact)));
    }
}

void AnthropicReader::readDelta(const QJsonValue &delta, int index)
{
    const QString type = delta["type"_L1].toString();
    if (type == "text_delta"_L1) {
        say(delta["text"_L1].toString());
    } else if (type == "thinking_delta"_L1) {
        m_thought += delta["thinking"_L1].toString();
        if (m_thought.size() > largestAnswer)
            endThought();
    } else if (type == "input_json_delta"_L1) {
        if (ToolCall *call = callAt(index))
            addArguments(*call, delta["partial_json"_L1].toString());
    }
}

/// What is told again replaces what was told before.
void AnthropicReader::readUsage(const QJsonValue &usage)
{
    if (!usage.isObject())
        return;
    AgentUsage told;
    if (m_usage)
        told = *m_usage;
    if (usage["input_tokens"_L1].isDouble())
        told.input = tokenCount(usage["input_tokens"_L1]);
    if (usage["output_tokens"_L1].isDouble())
        told.output = tokenCount(usage["output_tokens"_L1]);
    if (usage["cache_read_input_tokens"_L1].isDouble())
        told.cacheRead = tokenCount(usage["cache_read_input_tokens"_L1]);
    if (usage["cache_creation_input_tokens"_L1].isDouble())
        told.cacheWrite = tokenCount(usage["cache_creation_input_tokens"_L1]);
    m_usage = told;
}

void AnthropicReader::readStop(const QJsonValue &reason)
{
    if (reason == "max_tokens"_L1 || reason == "model_context_window_exceeded"_L1)
        fail(u"limit"_s);
    else if (reason == "refusal"_L1)
        fail(u"refused-answer"_s);
}

} // namespace

std::unique_ptr<AnswerReader> anthropicReader()
{
    return std::make_unique<AnthropicReader>();
}

} // namespace baton
