// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agentexecutor.h"
#include "model/executors/httpexecutor.h"
#include "model/executors/modelsettings.h"
#include "model/executors/shellexecutor.h"
#include "model/executors/simulatedexecutor.h"
#include "model/executors/slurmexecutor.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace baton {

bool TaskExecutor::adopt(const TaskOrder &)
{
    return false;
}

bool TaskExecutor::hasEnded(const QString &) const
{
    return false;
}

bool TaskExecutor::hasBegun(const QString &) const
{
    return true;
}

QJsonObject TaskExecutor::aboutStart(const QString &) const
{
    return {};
}

QList<QByteArray> TaskExecutor::secretsOf(const QString &) const
{
    return {};
}

void TaskExecutor::lookAgain(const QString &) {}

void TaskExecutor::handOver(const QList<AdvanceOrder> &) {}

bool TaskExecutor::isHandingOver() const
{
    return false;
}

bool TaskExecutor::isUnderWay(const TaskOrder &) const
{
    return false;
}

bool TaskExecutor::letGo(const QString &)
{
    return false;
}

void TaskExecutor::withdraw() {}

bool TaskExecutor::isIdle() const
{
    return true;
}

void TaskExecutor::failLater(const QString &id, const QString &reason, const QString &message)
{
    QTimer::singleShot(0, this, [this, id, reason, message] {
        emit ended(id, {TaskEnd::How::Failed, reason, message});
    });
}

bool hasExecutor(const QString &type)
{
    return type == "simulate"_L1 || type == "shell"_L1 || type == "agent"_L1 || type == "http"_L1 || type == "slurm"_L1;
}

Result<UserLimits> userLimits(const RunPlan &plan)
{
    UserLimits limits;
    limits.governors = governorsOf(plan, {});
    if (limits.governors.isEmpty())
        return limits; // nothing that settings could be about, readable or not
    const Result<QJsonObject> settings = readModelSettings();
    if (!settings)
        return settings.error();
    limits.governors = governorsOf(plan, *settings);
    limits.maxCostUsd = qBound(0.0, (*settings)["max_cost"_L1].toDouble(0), 1e9);
    return limits;
}

std::unique_ptr<TaskExecutor> makeExecutor(const QString &type, const ExecutorPlace &place)
{
    if (type == "simulate"_L1)
        return std::make_unique<SimulatedExecutor>(place.settings.speed);
    if (type == "shell"_L1)
        return std::make_unique<ShellExecutor>(place.processes);
    if (type == "agent"_L1)
        return std::make_unique<AgentExecutor>(place.folder, place.processes);
    if (type == "http"_L1)
        return std::make_unique<HttpExecutor>(place.folder, place.processes, place.whyNoMore);
    if (type == "slurm"_L1)
        return std::make_unique<SlurmExecutor>(place.folder);
    return nullptr;
}

} // namespace baton
