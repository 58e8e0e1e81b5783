// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentreader.h"
#include "model/executors/http/answerreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Chat completions, as OpenAI has them and many servers imitate.
class OpenAiReader final : public AnswerReader
{
protected:
    void readFrame(const QJsonObject &frame) override;
    void readMessage(const QJsonObject &message) override;

private:
    bool readError(const QJsonObject &object);
    void readUsage(const QJsonValue &usage);
    void readCalls(const QJsonValue &calls);
    void readFinish(const QJsonValue &reason);
};

bool OpenAiReader::readError(const QJsonObject &object)
{
    const QJsonValue error = object["error"_L1];
    if (error.isObject())
        failWith(error.toObject());
    else if (error.isString())
        fail(u"service"_s, error.toString());
    return error.isObject() || error.isString();
}

void OpenAiReader::readFrame(const QJsonObject &frame)
{
    if (readError(frame))
        return;
    readUsage(frame["usage"_L1]);
    const QJsonObject choice = frame["choices"_L1].toArray().first().toObject();
    const QJsonValue delta = choice["delta"_L1];
    say(contentText(delta["content"_L1]));
    if (delta["refusal"_L1].isString() && !delta["refusal"_L1].toString().isEmpty())
        fail(u"refused-answer"_s, delta["refusal"_L1].toString());
    readCalls(delta["tool_calls"_L1]);
    readFinish(choice["finish_reason"_L1]);
}

void OpenAiReader::readMessage(const QJsonObject &message)
{
    if (readError(message))
        return;
    readUsage(message["usage"_L1]);
    const QJsonArray choices = message["choices"_L1].toArray();
    if (choices.isEmpty())
        return fail(u"malformed"_s);
    const QJsonObject choice = choices.first().toObject();
    const QJsonValue said = choice["message"_L1];
    say(contentText(said["content"_L1]));
    if (said["refusal"_L1].isString() && !said["refusal"_L1].toString().isEmpty())
        fail(u"refused-answer"_s, said["refusal"_L1].toString());
    readCalls(said["tool_calls"_L1]);
    readFinish(choice["finish_reason"_L1]);
    m_isComplete = true;
}

void OpenAiReader::readUsage(const QJsonValue &usage)
{
    if (!usage.isObject())
        return;
    const QJsonValue cached = usage["prompt_tokens_details"_L1]["cached_tokens"_L1];
    const QJsonValue reasoning = usage["completion_tokens_details"_L1]["reasoning_tokens"_L1];
    AgentUsage told;
    if (cached.isDouble())
        told.cacheRead = tokenCount(cached);
    if (reasoning.isDouble())
        told.reasoning = tokenCount(reasoning);
    told.input = qMax<qint64>(0, tokenCount(usage["prompt_tokens"_L1]) - told.cacheRead.value_or(0));
    told.output = qMax<qint64>(0, tokenCount(usage["completion_tokens"_L1]) - told.reasoning.value_or(0));
    m_usage = told;
}

void OpenAiReader::readCalls(const QJsonValue &calls)
{
    for (const QJsonValue &piece : calls.toArray()) {
        const QString id = piece["id"_L1].toString();
        const QString name = piece["function"_L1]["name"_L1].toString();
        // Some imitations send whole calls, all without an index.
        const int last = int(m_calls.size()) - 1;
        const int index = piece["index"_L1].toInt(name.isEmpty() ? qMax(0, last) : last + 1);
        ToolCall *call = callAt(index);
        if (!call)
            return;
        if (!id.isEmpty())
            call->id = id;
        if (!name.isEmpty())
            call->name = name;
        const QJsonValue arguments = piece["function"_L1]["arguments"_L1];
        addArguments(*call, arguments.isObject() ? QString::fromUtf8(QJsonDocument(arguments.toObject()).toJson(QJsonDocument::Compact))
                                                 : arguments.toString());
    }
}

void OpenAiReader::readFinish(const QJsonValue &reason)
{
    if (!reason.isString())
        return;
    m_isFinished = true; // usage and [DONE] may follow, and need not
    if (reason == "length"_L1)
        fail(u"limit"_s);
    else if (reason == "content_filter"_L1)
        fail(u"refused-answer"_s);
}

} // namespace

std::unique_ptr<AnswerReader> openAiReader()
{
    return std::make_unique<OpenAiReader>();
}

} // namespace baton
