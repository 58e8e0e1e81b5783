// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/leftbehind.h"

#include <QDir>
#include <QFile>

#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A process that keeps having children faster than they are found would never be done with.
constexpr int mostRounds = 20;

QByteArray entry(const char *name, const QString &value)
{
    return QByteArray(1, '\0') + name + '=' + QFile::encodeName(value) + '\0';
}

} // namespace

QList<qint64> processesOf(const QString &runDir, const QString &task)
{
    const QByteArray ofRun = entry("BATON_RUN_DIR", runDir);
    const QByteArray ofTask = entry("BATON_TASK", task);
    QList<qint64> found;
    const QStringList names = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        bool isProcess = false;
        const qint64 pid = name.toLongLong(&isProcess);
        if (!isProcess || pid <= 1 || pid == ::getpid())
            continue;
        QFile file(u"/proc/%1/environ"_s.arg(pid)); // of other users' processes it cannot be read
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray environment = '\0' + file.read(1024 * 1024) + '\0';
        if (environment.contains(ofRun) && environment.contains(ofTask))
            found.append(pid);
    }
    return found;
}

void killProcessesOf(const QString &runDir, const QString &task)
{
    for (int round = 0; round < mostRounds; ++round) {
        const QList<qint64> left = processesOf(runDir, task);
        for (const qint64 pid : left)
            ::kill(pid_t(pid), SIGKILL);
        if (left.isEmpty())
            return;
    }
}

} // namespace baton
