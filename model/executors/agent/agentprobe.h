// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentcli.h"

#include <QList>
#include <QString>

#include <atomic>

namespace baton {

/// A CLI that this machine has, or has not.
struct InstalledAgent
{
    const AgentCli *cli = nullptr;
    QString program; ///< Where it is; empty where it is missing.
    QString version; ///< Empty where it did not say one in time.
    bool isOld = false; ///< Older than the version that Baton was written for.
};

/// Looks for all of them, and asks each for its version, so many milliseconds at most or until
/// somebody sets \a cancelled. Blocks; nothing of a project runs.
QList<InstalledAgent> findAgents(const std::atomic_bool &cancelled, int milliseconds = 20'000);

/// What came of a tiny prompt, asked of a CLI in an empty folder, with no rights but to read there.
struct AgentTrial
{
    AgentResult result;
    qint64 milliseconds = 0;
};

/// Blocks until it has answered, \a milliseconds are over, or somebody sets \a cancelled. Leaves nothing behind.
AgentTrial tryAgent(const AgentCli &cli, const QString &program, int milliseconds, const std::atomic_bool &cancelled);

} // namespace baton
