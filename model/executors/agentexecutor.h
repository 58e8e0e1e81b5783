// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentcli.h"
#include "model/executors/agent/agentoutput.h"
#include "model/run/folderwatch.h"
#include "model/run/runprocesses.h"
#include "model/run/taskexecutor.h"

#include <QHash>
#include <QThreadPool>

namespace baton {

/// Lets agent CLIs carry tasks out, each as a process of the run's supervisor. Its output goes to a file below `agents`
/// in the run folder, whoever drives the run; from there it is read, off this thread, into the task's log and its end.
class AgentExecutor final : public TaskExecutor
{
    Q_OBJECT

public:
    AgentExecutor(const RunFolder &folder, RunProcesses &processes, QObject *parent = nullptr);
    ~AgentExecutor() override;

    void start(const TaskOrder &order) override;
    void stop(const QString &id) override;
    bool adopt(const TaskOrder &order) override;
    bool hasEnded(const QString &id) const override;
    QList<QByteArray> secretsOf(const QString &id) const override;

    /// SIGINT, which they take for Ctrl+C, then SIGTERM, then SIGKILL.
    static constexpr StopSteps stopSteps{3000, 3000};
    /// Milliseconds without another word that one has to end by itself once it has said that all is done.
    static constexpr int grace = 10'000;

private:
    struct Running
    {
        QString id;
        std::shared_ptr<AgentOutput> output;
        const AgentCli *cli = nullptr;
        QList<QByteArray> secrets = {};
        QString model = {}; ///< What it was told to use; empty: it took its own.
        QJsonObject settings = {}; ///< As they were when it was started or taken over.
        std::optional<ProcessFate> fate;
        bool reading = false;  ///< A thread has the output.
        bool hasMore = false;  ///< It grew meanwhile.
        bool stopping = false;
        bool tooMuch = false;
        bool dismissed = false; ///< It said that it was done, and did not end.
    };

    Result<ProcessOrder> prepare(const TaskOrder &order, const AgentCli &cli, const AgentJob &job) const;
    AgentJob jobFor(const TaskOrder &order, const QJsonObject &settings) const;
    void follow(const TaskOrder &order, const AgentCli &cli, const AgentCall &call, qint64 logStart);
    QString file(const QString &label, const QString &what) const;
    void onStarted(const QString &label, qint64 pid);
    void onEnded(const QString &label, const ProcessFate &fate);
    void onFileChanged(const QString &path);
    void readOn(const QString &label);
    void onRead(const QString &label, bool hasMore);
    void dismiss(const QString &label, qint64 bytesRead);
    void onFinished(const QString &label, const AgentResult &result);

    RunFolder m_folder;
    RunProcesses &m_processes;
    FolderWatch m_watch;
    QHash<QString, Running> m_running; ///< By label.
    QHash<QString, QString> m_labels;  ///< By task.
    QThreadPool m_pool;                ///< Last: it is waited for before anything above goes.
};

/// What an agent task tells its CLI to use; empty: the CLI takes its own.
QString agentModel(const PlanTask &task, const QJsonObject &settings);
/// The program of an agent as its task would find it; empty where it is missing.
QString agentProgram(const QString &program, const QString &workspace);
/// What a CLI's process finds in its environment, without the BATON_ variables: what every task gets, the ways to the
/// network, the CLI's keys, and what the call adds.
QMap<QString, QString> agentEnvironment(const AgentCli &cli, const AgentCall &call);

} // namespace baton
