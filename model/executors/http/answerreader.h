// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentevent.h"
#include "model/executors/agent/linesplitter.h"
#include "model/executors/http/talk.h"

#include <QList>

#include <memory>

namespace baton {

/// What came of one request.
struct HttpAnswer
{
    QString text;
    QList<ToolCall> calls;
    std::optional<AgentUsage> usage;  ///< Also of an answer that failed half-way.
    std::optional<AgentFault> fault;
};

/// Reads the answer of one API, as an event stream or as one JSON document, into common events. A pure function of the
/// bytes, however they are cut; what it holds is bounded.
class AnswerReader
{
public:
    virtual ~AnswerReader();

    void addStream(QByteArrayView bytes);
    void readWhole(const QByteArray &document);
    QList<AgentEvent> takeEvents(); ///< Since the last call.
    /// Nothing more is to be expected: it said that it is complete, or it failed.
    bool isOver() const { return m_isComplete || m_fault; }
    HttpAnswer finish();

    /// Of text and of what tools are called with, in characters.
    static constexpr qsizetype largestAnswer = 8 * 1024 * 1024;
    static constexpr qsizetype mostCalls = 64;

protected:
    virtual void readFrame(const QJsonObject &frame) = 0;
    virtual void readMessage(const QJsonObject &message) = 0;

    void say(const QString &text);
    void think(const QString &text);
    /// The call with this index of the API's own, made where there is none; null once there are too many.
    ToolCall *callAt(int index);
    void addArguments(ToolCall &call, const QString &piece);
    void fail(const QString &code, const QString &said = {});
    void failWith(const QJsonObject &error); ///< What an API sends instead of going on.

    bool m_isComplete = false;  ///< The answer said so.
    bool m_isFinished = false;  ///< It may end here, though more may come.
    std::optional<AgentUsage> m_usage;
    QList<ToolCall> m_calls;

private:
    void readLine(QByteArrayView line);
    void dispatch();
    bool grow(qsizetype characters);

    LineSplitter m_lines;
    QByteArray m_data;
    bool m_hasData = false;
    QList<AgentEvent> m_events;
    QList<int> m_indexes; ///< Of m_calls.
    QString m_text;
    qsizetype m_size = 0;
    bool m_isEnding = false;
    bool m_hasFrames = false;
    bool m_isForeign = false; ///< It began with what no event stream has.
    std::optional<AgentFault> m_fault;
};

std::unique_ptr<AnswerReader> answerReader(HttpApi api);
std::unique_ptr<AnswerReader> openAiReader();
std::unique_ptr<AnswerReader> anthropicReader();

/// A token count as JSON has it, within reason.
qint64 tokenCount(const QJsonValue &value);

} // namespace baton
