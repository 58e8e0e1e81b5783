// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/taskexecutor.h"

#include <QHash>

namespace baton {

class HttpTask;
struct Endpoint;

/// Lets model endpoints carry tasks out, over the network. A request dies with its runner: nothing is taken over.
class HttpExecutor final : public TaskExecutor
{
    Q_OBJECT

public:
    HttpExecutor(const RunFolder &folder, RunProcesses &processes, QObject *parent = nullptr);

    void start(const TaskOrder &order) override;
    void stop(const QString &id) override;

private:
    void begin(const TaskOrder &order, const Endpoint &endpoint, const QByteArray &key, const QJsonObject &settings);
    void onEnded(const QString &id, const TaskEnd &end);

    RunFolder m_folder;
    RunProcesses &m_processes;
    QHash<QString, QString> m_waiting; ///< Labels of tasks whose key the keychain is asked for, by task.
    QHash<QString, HttpTask *> m_tasks; ///< Children of ours.
};

} // namespace baton
