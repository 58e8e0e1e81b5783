// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/http/talk.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Anthropic wants to be told.
constexpr int usualMaxTokens = 8192;

QJsonArray openAiCalls(const QList<ToolCall> &calls)
{
    QJsonArray list;
    for (const ToolCall &call : calls) {
        list.append(QJsonObject{{u"id"_s, call.id}, {u"type"_s, u"function"_s},
                                {u"function"_s, QJsonObject{{u"name"_s, call.name}, {u"arguments"_s, call.arguments}}}});
    }
    return list;
}

void addOpenAiTurn(QJsonArray &messages, const TalkTurn &turn)
{
    for (const ToolResult &result : turn.results)
        messages.append(QJsonObject{{u"role"_s, u"tool"_s}, {u"tool_call_id"_s, result.id}, {u"content"_s, result.text}});
    if (!turn.results.isEmpty())
        return;
    QJsonObject message{{u"role"_s, turn.isModels ? u"assistant"_s : u"user"_s}, {u"content"_s, turn.text}};
    if (!turn.calls.isEmpty())
        message.insert(u"tool_calls"_s, openAiCalls(turn.calls));
    messages.append(message);
}

QJsonObject openAiRequest(const Talk &talk)
{
    QJsonArray messages;
    if (!talk.system.isEmpty())
        messages.append(QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, talk.system}});
    for (const TalkTurn &turn : talk.turns)
        addOpenAiTurn(messages, turn);
    QJsonArray tools;
    for (const ToolOffer &tool : talk.tools) {
        const QJsonObject function{{u"name"_s, tool.name}, {u"description"_s, tool.description}, {u"parameters"_s, tool.parameters}};
        tools.append(QJsonObject{{u"type"_s, u"function"_s}, {u"function"_s, function}});
    }
    QJsonObject request{{u"model"_s, talk.model}, {u"messages"_s, messages}, {u"stream"_s, true},
                        {u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}}}};
    if (!tools.isEmpty())
        request.insert(u"tools"_s, tools);
    if (talk.maxTokens > 0)
        request.insert(u"max_completion_tokens"_s, talk.maxTokens);
    return request;
}

QJsonArray anthropicContent(const TalkTurn &turn)
{
    QJsonArray content;
    for (const ToolResult &result : turn.results) {
        QJsonObject block{{u"type"_s, u"tool_result"_s}, {u"tool_use_id"_s, result.id}, {u"content"_s, result.text}};
        if (result.failed)
            block.insert(u"is_error"_s, true);
        content.append(block);
    }
    if (!turn.text.trimmed().isEmpty())
        content.append(QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, turn.text}});
    for (const ToolCall &call : turn.calls) {
        content.append(QJsonObject{{u"type"_s, u"tool_use"_s}, {u"id"_s, call.id}, {u"name"_s, call.name},
                                   {u"input"_s, QJsonDocument::fromJson(call.arguments.toUtf8()).object()}});
    }
    return content;
}

QJsonObject anthropicRequest(const Talk &talk)
{
    QJsonArray messages;
    for (const TalkTurn &turn : talk.turns)
        messages.append(QJsonObject{{u"role"_s, turn.isModels ? u"assistant"_s : u"user"_s}, {u"content"_s, anthropicContent(turn)}});
    QJsonArray tools;
    for (const ToolOffer &tool : talk.tools)
        tools.append(QJsonObject{{u"name"_s, tool.name}, {u"description"_s, tool.description}, {u"input_schema"_s, tool.parameters}});
    QJsonObject request{{u"model"_s, talk.model}, {u"messages"_s, messages}, {u"stream"_s, true},
                        {u"max_tokens"_s, talk.maxTokens > 0 ? talk.maxTokens : usualMaxTokens}};
    if (!talk.system.isEmpty())
        request.insert(u"system"_s, talk.system);
    if (!tools.isEmpty())
        request.insert(u"tools"_s, tools);
    return request;
}

} // namespace

QByteArray requestBody(HttpApi api, const Talk &talk)
{
    return QJsonDocument(api == HttpApi::Anthropic ? anthropicRequest(talk) : openAiRequest(talk)).toJson(QJsonDocument::Compact);
}

QUrl requestUrl(HttpApi api, const QString &baseUrl)
{
    QUrl url(baseUrl, QUrl::StrictMode);
    QString path = url.path();
    while (path.endsWith('/'_L1))
        path.chop(1);
    const QString end = api == HttpApi::Anthropic ? u"/messages"_s : u"/chat/completions"_s;
    if (!path.endsWith(end)) {
        if (api == HttpApi::Anthropic && !path.endsWith("/v1"_L1))
            path += u"/v1"_s;
        path += end;
    }
    url.setPath(path);
    return url;
}

QList<QPair<QByteArray, QByteArray>> requestHeaders(HttpApi api, const QByteArray &key)
{
    QList<QPair<QByteArray, QByteArray>> headers{{"Content-Type", "application/json"},
                                                 {"Accept", "text/event-stream, application/json"},
                                                 {"Accept-Encoding", "identity"},
                                                 {"Connection", "close"}};
    if (api == HttpApi::Anthropic)
        headers.append(qMakePair(QByteArray("anthropic-version"), QByteArray("2023-06-01")));
    if (!key.isEmpty())
        headers.append(api == HttpApi::Anthropic ? qMakePair(QByteArray("x-api-key"), key)
                                                 : qMakePair(QByteArray("Authorization"), QByteArray("Bearer ") + key));
    return headers;
}

} // namespace baton
