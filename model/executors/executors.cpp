// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/shellexecutor.h"
#include "model/executors/simulatedexecutor.h"

using namespace Qt::StringLiterals;

namespace baton {

bool TaskExecutor::adopt(const QString &, const QString &)
{
    return false;
}

bool hasExecutor(const QString &type)
{
    return type == "simulate"_L1 || type == "shell"_L1;
}

std::unique_ptr<TaskExecutor> makeExecutor(const QString &type, const RunFolder &folder, const RunSettings &settings)
{
    if (type == "simulate"_L1)
        return std::make_unique<SimulatedExecutor>(settings.speed);
    if (type == "shell"_L1)
        return std::make_unique<ShellExecutor>(folder);
    return nullptr;
}

} // namespace baton
