// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/taskexecutor.h"

#include <QHash>
#include <QSet>

namespace baton {

class HttpTask;
struct Endpoint;

/// Lets model endpoints carry tasks out, over the network. A request dies with its runner: of what an earlier one left
/// nothing is taken over, but the command that a model had asked for is ended before the task begins anew.
class HttpExecutor final : public TaskExecutor
{
    Q_OBJECT

public:
    /// \a whyNoMore: see RunPlace.
    HttpExecutor(const RunFolder &folder, RunProcesses &processes, std::function<QString()> whyNoMore, QObject *parent = nullptr);

    void start(const TaskOrder &order) override;
    void stop(const QString &id) override;
    bool adopt(const TaskOrder &order) override;
    QList<QByteArray> secretsOf(const QString &id) const override;

private:
    /// What an earlier runner left of a task, on its way out.
    struct Leaving
    {
        QSet<QString> labels;
        bool stopping = false;
    };

    void begin(const TaskOrder &order, const Endpoint &endpoint, const QByteArray &key, const QJsonObject &settings);
    void onEnded(const QString &id, const TaskEnd &end);
    void onProcessEnded(const QString &label);

    RunFolder m_folder;
    RunProcesses &m_processes;
    std::function<QString()> m_whyNoMore;
    QHash<QString, QString> m_waiting; ///< Labels of tasks whose key the keychain is asked for, by task.
    QHash<QString, Leaving> m_leaving; ///< By task.
    QHash<QString, HttpTask *> m_tasks; ///< Children of ours.
};

} // namespace baton
