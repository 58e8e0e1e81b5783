// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/runfolder.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QHash>
#include <QObject>

#include <memory>
#include <string>

class QSocketNotifier;

namespace baton {

/// A process to start.
struct ProcessOrder
{
    quint32 number = 0; ///< Never used twice in a run.
    QString label;      ///< The attempt it belongs to, for processes.log.
    QString log;        ///< Gets stdout and stderr.
    QString input = {};  ///< A file that is its stdin; empty = nothing to read.
    QString errors = {}; ///< A file that gets stderr instead of the log.
    QString folder;     ///< Working directory.
    QStringList arguments;
    QStringList environment; ///< `NAME=value`, and nothing else is handed down.
    QList<QByteArray> secrets = {}; ///< Stars stand for them in what it prints, from the first byte on disk.
};

/// How what is asked to end is told so: SIGINT to its process group, if it gets time for that; then SIGTERM, then
/// SIGKILL, to everything that it started.
struct StopSteps
{
    int interrupt = 0; ///< Milliseconds between SIGINT and SIGTERM; 0 = no SIGINT.
    int grace = 5000;  ///< Milliseconds between SIGTERM and SIGKILL.
};

struct ProcessEnd
{
    bool exited = false;   ///< By itself, else by a signal.
    int code = 0;          ///< Exit status or signal.
    qint64 lastWords = 0;  ///< Where in the log (or the file for it) its last output to stderr ends.
};

/// The run's supervisor, seen from the runner: asks it for processes and hears what becomes of them.
class SupervisorClient : public QObject
{
    Q_OBJECT

public:
    /// Starts one for the run folder. It ends by itself when this is gone and what it started has ended.
    static Result<std::unique_ptr<SupervisorClient>> start(const RunFolder &folder);
    ~SupervisorClient() override;

    void run(const ProcessOrder &order);
    void end(quint32 number, const StopSteps &steps);

    /// The executable, beside our own or in the place it is installed to; empty where it is missing.
    static QString executable();

signals:
    void started(quint32 number, qint64 pid);
    void failed(quint32 number, const QString &reason);
    void ended(quint32 number, const baton::ProcessEnd &end);
    /// The supervisor itself is gone, and with it what it knew.
    void lost();

private:
    SupervisorClient(int socket, qint64 pid);
    void send(const std::string &request);
    void flush();
    void read();
    void readLine(QByteArrayView line);
    void lose();

    int m_socket = -1;
    qint64 m_pid = 0;
    QByteArray m_input;
    QByteArray m_output; ///< Requests that the pipe had no room for.
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
};

/// A process of an earlier runner, as processes.log has it.
struct KnownProcess
{
    quint32 number = 0;
    qint64 pid = 0;
    QString startTime;        ///< In clock ticks since boot.
    bool ofThisBoot = false;
    qint64 supervisor = 0;           ///< Pid of the one that started it, and will say how it ends.
    QString supervisorStartTime = {};
    bool wasEnding = false;   ///< Its runner had asked for its end.
    bool hasFailed = false;   ///< It could not be started.
    bool hasEnded = false;
    ProcessEnd end = {};

    /// The very process still lives.
    bool lives() const;
    /// There is somebody who will say how it ended.
    bool isSupervised() const;
};

struct ProcessLog
{
    QHash<QString, KnownProcess> latest; ///< By label.
    quint32 lastNumber = 0;
    bool isSettled = true; ///< The last supervisor starts nothing any more: its runner is gone, or it is.
};

/// Reads processes.log; lines that make no sense are left out.
ProcessLog readProcessLog(const RunFolder &folder);
/// Some supervisor of the run lives.
bool isSupervised(const RunFolder &folder);

} // namespace baton

Q_DECLARE_METATYPE(baton::ProcessEnd)
