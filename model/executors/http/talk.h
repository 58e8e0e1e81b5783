// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

namespace baton {

enum class HttpApi : quint8 { OpenAi, Anthropic };

struct ToolCall
{
    QString id = {};
    QString name = {};
    QString arguments = {}; ///< A JSON object as text, or what a model took for one.

    bool operator==(const ToolCall &) const = default;
};

struct ToolResult
{
    QString id = {}; ///< Of its call.
    QString text = {};
    bool failed = false;
};

/// A tool as a model is told of it.
struct ToolOffer
{
    QString name;
    QString description;
    QJsonObject parameters = {}; ///< A JSON schema.
};

/// What one side said. Results of tools are said by the user.
struct TalkTurn
{
    bool isModels = false;
    QString text = {};
    QList<ToolCall> calls = {};
    QList<ToolResult> results = {};
};

/// All that a request says: the model knows nothing of those before.
struct Talk
{
    QString model;
    QString system;
    QList<TalkTurn> turns = {};
    QList<ToolOffer> tools = {};
    int maxTokens = 0; ///< 0 = the endpoint's own limit, where the API knows one.
};

/// The body of the POST that asks for the next turn as a stream. The same talk gives the same bytes.
QByteArray requestBody(HttpApi api, const Talk &talk);
QUrl requestUrl(HttpApi api, const QString &baseUrl);
/// An empty key is not sent.
QList<QPair<QByteArray, QByteArray>> requestHeaders(HttpApi api, const QByteArray &key);

} // namespace baton
