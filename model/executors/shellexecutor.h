// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runprocesses.h"
#include "model/run/taskexecutor.h"

#include <QHash>

#include <optional>

namespace baton {

/// Runs commands as processes of the run's supervisor.
class ShellExecutor final : public TaskExecutor
{
    Q_OBJECT

public:
    explicit ShellExecutor(RunProcesses &processes, QObject *parent = nullptr);

    void start(const TaskOrder &order) override;
    void stop(const QString &id) override;
    bool adopt(const TaskOrder &order) override;
    bool hasEnded(const QString &id) const override;

private:
    struct Running
    {
        QString id;
        QString log;
        bool stopping = false;
    };

    Result<ProcessOrder> orderFor(const TaskOrder &order) const;
    void onStarted(const QString &label, qint64 pid);
    void onEnded(const QString &label, const ProcessFate &fate);
    TaskEnd endOf(const Running &running, const ProcessFate &fate) const;

    RunProcesses &m_processes;
    QMap<QString, QString> m_environment; ///< What every task gets.
    QHash<QString, Running> m_running;    ///< By label.
    QHash<QString, QString> m_labels;     ///< By task.
};

/// The environment that tasks share with the user: PATH HOME USER LANG LC_* TERM TMPDIR, and nothing else.
QMap<QString, QString> baseEnvironment();

/// The folder of a task's process: that of the order, with \a folder inside it. An Error where that leaves it.
Result<QString> folderOf(const TaskOrder &order, const QString &folder);
QStringList environmentLines(const QMap<QString, QString> &variables);
/// By a signal, in words.
QString signalText(int signal);
/// The end of a task whose process was stopped, never began or is lost; nothing where how it ended decides.
std::optional<TaskEnd> commonEnd(const QString &id, bool stopping, const ProcessFate &fate);

} // namespace baton
