// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/taskexecutor.h"
#include "model/run/supervisorclient.h"

#include <QHash>

#include <memory>

namespace baton {

/// Runs commands as processes of the run's supervisor.
class ShellExecutor final : public TaskExecutor
{
    Q_OBJECT

public:
    explicit ShellExecutor(const RunFolder &folder, QObject *parent = nullptr);

    void start(const TaskOrder &order) override;
    void stop(const QString &id) override;

    bool adopt(const QString &id, const QString &label) override;
    void checkAdopted() override;

    /// How long what is asked to end gets to do so by itself.
    static constexpr int graceMilliseconds = 5000;

private:
    struct Running
    {
        QString id;
        QString label;
        QString log;
        qint64 pid = 0;
        bool adopted = false;
        bool stopping = false;
    };

    Result<ProcessOrder> orderFor(const TaskOrder &order) const;
    bool ensureSupervisor();
    void onStarted(quint32 number, qint64 pid);
    void onFailed(quint32 number, const QString &reason);
    void onEnded(quint32 number, const ProcessEnd &end);
    void onLost();
    TaskEnd endOf(const Running &running, const ProcessEnd &end) const;
    void failLater(const QString &id, const QString &reason, const QString &message);
    Running take(quint32 number);
    void watchSupervisor(qint64 pid);
    void giveUpAdopted();
    void stopAdopted(const Running &running);

    RunFolder m_folder;
    QMap<QString, QString> m_environment; ///< What every task gets.
    std::unique_ptr<SupervisorClient> m_supervisor;
    quint32 m_lastNumber = 0;
    QHash<quint32, Running> m_running;
    QHash<QString, quint32> m_numbers; ///< By task.
    QSet<qint64> m_watched; ///< Supervisors of earlier runners.
    QString m_supervisorProblem;
};

/// The environment that tasks share with the user: PATH HOME USER LANG LC_* TERM TMPDIR, and nothing else.
QMap<QString, QString> baseEnvironment();

} // namespace baton
