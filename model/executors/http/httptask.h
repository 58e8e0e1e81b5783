// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentlog.h"
#include "model/executors/http/answerreader.h"
#include "model/executors/http/endpoint.h"
#include "model/executors/http/workspacetools.h"
#include "model/run/redactor.h"
#include "model/run/runprocesses.h"
#include "model/run/taskexecutor.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

namespace baton {

/// One attempt that a model endpoint carries out: asks, does what the model calls tools for, asks again, until it has an
/// answer. No request is sent twice once anything of its answer came; cancelling ends it at once.
class HttpTask final : public QObject
{
    Q_OBJECT

public:
    struct Job
    {
        TaskOrder order;
        Endpoint endpoint;
        QByteArray key;
        Talk talk;
        QString outputs; ///< What `run` prints goes to files that begin like this.
        std::function<QString()> whyNoMore = {}; ///< See RunPlace.
    };

    HttpTask(const Job &job, RunProcesses &processes, QObject *parent = nullptr);
    ~HttpTask() override;

    void begin();
    void stop(); ///< ended() follows.
    QByteArray key() const { return m_job.key; }

    static constexpr int mostRounds = 100;         ///< Requests of one attempt.
    static constexpr qint64 longestWait = 600'000; ///< Milliseconds that an endpoint may ask us to wait.
    static constexpr int commandTime = 600'000;    ///< Milliseconds for one command.

signals:
    /// What one answer took, as the data of a `worker.usage`.
    void spent(const QJsonObject &usage);
    void ended(const baton::TaskEnd &end);

private:
    enum class Form : quint8 { Unknown, Stream, Whole, Refusal };

    void ask();
    void post();
    void readOn();
    Form formOf(const QByteArray &bytes) const;
    void giveUp(const QString &code);
    void onFinished();
    void onUnanswered(QNetworkReply::NetworkError error, const QString &said);
    void retryOr(const AgentFault &fault, qint64 asked);
    void take(const HttpAnswer &answer);
    void nextCall();
    QString commandOutput() const;
    void startCommand(const ToolCall &call);
    void onProcessEnded(const QString &label, const ProcessFate &fate);
    void endCall(const ToolResult &result);
    void write(const QByteArray &text);
    void showLife();
    void look();
    void writeEvents();
    void fail(const AgentFault &fault);
    void end(TaskEnd end, const AgentResult &result);

    Job m_job;
    RunProcesses &m_processes;
    WorkspaceTools m_tools;
    std::unique_ptr<QNetworkAccessManager> m_manager; ///< Its own: one opens six connections to a host and lets the rest wait.
    QPointer<QNetworkReply> m_reply;
    std::unique_ptr<AnswerReader> m_reader;
    QByteArray m_body;
    Form m_form = Form::Unknown;
    QByteArray m_received; ///< Of a whole answer or a refusal.
    QString m_givenUp;     ///< Why this request was aborted.
    QTimer m_silence;
    QTimer m_total;
    QTimer m_retry;
    QTimer m_command;
    QTimer m_pulse; ///< While there may be life that nobody tells us of.
    QList<ToolCall> m_calls; ///< Still to be carried out.
    QList<ToolResult> m_results;
    QString m_commandLabel; ///< Of the running command; empty = none runs.
    qint64 m_printed = 0;   ///< Bytes, by that command, as last seen.
    bool m_printedTooMuch = false;
    AgentUsage m_usage; ///< Of all answers.
    AgentLog m_words;
    Redactor m_redactor; ///< A server may say the key back.
    QFile m_log;
    int m_tries = 0;
    int m_rounds = 0;
    int m_commands = 0;
    bool m_stopping = false;
    bool m_isOver = false;
};

} // namespace baton
