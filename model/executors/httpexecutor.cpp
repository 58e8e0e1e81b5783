// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/httpexecutor.h"

#include "model/executors/http/httptask.h"
#include "model/executors/modelsettings.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return !path.isEmpty() && file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Talk talkFor(const TaskOrder &order, const Endpoint &endpoint)
{
    const QString prompt = textOf(order.environment.value(u"BATON_PROMPT_FILE"_s));
    Talk talk{endpoint.model, order.instructions.trimmed(), {TalkTurn{false, prompt}}};
    talk.maxTokens = endpoint.limits.maxTokens;
    return talk;
}

} // namespace

HttpExecutor::HttpExecutor(const RunFolder &folder, RunProcesses &processes, std::function<QString()> whyNoMore, QObject *parent)
    : TaskExecutor(parent)
    , m_folder(folder)
    , m_processes(processes)
    , m_whyNoMore(std::move(whyNoMore))
{
    QDir().mkpath(folder.agentsPath());
    connect(&processes, &RunProcesses::ended, this, &HttpExecutor::onProcessEnded);
}

void HttpExecutor::start(const TaskOrder &order)
{
    const Result<QJsonObject> settings = readModelSettings();
    if (!settings)
        return failLater(order.id, u"not-started"_s, settings.error().message);
    const Result<Endpoint> endpoint = endpointFor(order.task, *settings);
    if (!endpoint)
        return failLater(order.id, u"not-started"_s, endpoint.error().message);
    m_waiting.insert(order.id, order.label);
    const auto go = [this, order, endpoint = *endpoint, settings = *settings](const StoredKey &stored) {
        if (m_waiting.value(order.id) != order.label)
            return; // it was stopped meanwhile
        m_waiting.remove(order.id);
        const Result<QByteArray> key = keyFor(endpoint, stored);
        if (!key)
            return failLater(order.id, u"not-logged-in"_s, key.error().message);
        begin(order, endpoint, *key, settings);
    };
    if (endpoint->keyName.isEmpty())
        return go({});
    readStoredKey(endpoint->keyName, this, go);
}

void HttpExecutor::begin(const TaskOrder &order, const Endpoint &endpoint, const QByteArray &key, const QJsonObject &settings)
{
    const QString outputs = m_folder.agentsPath() + '/'_L1 + order.label;
    auto *task = new HttpTask({order, endpoint, key, talkFor(order, endpoint), outputs, m_whyNoMore}, m_processes, this);
    m_tasks.insert(order.id, task);
    connect(task, &HttpTask::spent, this, [this, id = order.id, model = endpoint.model, settings](QJsonObject usage) {
        addCost(usage, model, settings);
        emit reported(id, {EventType::WorkerUsage, usage});
    });
    connect(task, &HttpTask::ended, this, [this, id = order.id](const TaskEnd &end) { onEnded(id, end); });
    QTimer::singleShot(0, task, [this, task, id = order.id] {
        emit active(id, {});
        task->begin();
    });
}

void HttpExecutor::stop(const QString &id)
{
    if (m_waiting.remove(id)) {
        QTimer::singleShot(0, this, [this, id] { emit ended(id, {TaskEnd::How::Stopped}); });
        return;
    }
    if (const auto leaving = m_leaving.find(id); leaving != m_leaving.end())
        leaving->stopping = true;
    if (HttpTask *task = m_tasks.value(id))
        task->stop();
}

QList<QByteArray> HttpExecutor::secretsOf(const QString &id) const
{
    const HttpTask *task = m_tasks.value(id);
    return task ? QList<QByteArray>{task->key()} : QList<QByteArray>();
}

bool HttpExecutor::adopt(const TaskOrder &order)
{
    Leaving leaving;
    const QStringList left = m_processes.leftBelow(order.label);
    for (const QString &label : left) {
        if (m_processes.adopt(order.id, label))
            leaving.labels.insert(label);
    }
    if (leaving.labels.isEmpty())
        return false;
    m_leaving.insert(order.id, leaving);
    for (const QString &label : std::as_const(leaving.labels))
        m_processes.stop(label);
    return true;
}

/// Only once all of it is gone the task may begin anew: nothing is done twice at once.
void HttpExecutor::onProcessEnded(const QString &label)
{
    for (auto leaving = m_leaving.begin(); leaving != m_leaving.end(); ++leaving) {
        if (!leaving->labels.remove(label))
            continue;
        if (!leaving->labels.isEmpty())
            return;
        const QString id = leaving.key();
        const TaskEnd::How how = leaving->stopping ? TaskEnd::How::Stopped : TaskEnd::How::Interrupted;
        m_leaving.erase(leaving);
        emit ended(id, {how});
        return;
    }
}

void HttpExecutor::onEnded(const QString &id, const TaskEnd &end)
{
    if (HttpTask *task = m_tasks.take(id))
        task->deleteLater();
    emit ended(id, end);
}

} // namespace baton
