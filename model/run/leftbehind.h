// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

namespace baton {

/// Processes that work for a task of a run, whoever started them and in whatever session: each inherited BATON_RUN_DIR
/// and BATON_TASK. Pids.
QList<qint64> processesOf(const QString &runDir, const QString &task);

/// Kills them, and those that were born meanwhile. For what no supervisor looks after any more.
void killProcessesOf(const QString &runDir, const QString &task);

} // namespace baton
