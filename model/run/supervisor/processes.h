// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/supervisor/protocol.h"
#include "model/run/supervisor/redaction.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace baton::supervisor {

/// The processes of one run, each the leader of its own group, with all that they start.
class Processes
{
public:
    /// \a log is an open processes.log.
    explicit Processes(int log) : m_log(log) {}

    void introduce();
    void prepare(uint32_t number, RequestReader &request); ///< Nothing runs before go().
    void go(uint32_t number);
    /// SIGINT to its group first, if there is a time for that; then SIGTERM and SIGKILL to all that it started.
    void end(uint32_t number, int graceMilliseconds, int interruptMilliseconds = 0);
    void endAll();
    void collect(); ///< Takes in what ended.
    std::vector<int> pipes() const; ///< For poll(): passOn() when one of them can be read.
    void passOn(); ///< To files, what came through the pipes, without the secrets.
    void killOverdue();
    /// The runner is gone: what waits for its go never runs.
    void orphaned();
    /// Ends what is left of tasks that ended, whoever started it.
    void endStrays();

    bool isIdle() const { return m_running.empty(); }
    int millisecondsToNextKill() const; ///< For poll(): -1 = none.

private:
    struct Request
    {
        std::string label;
        std::string log;
        std::string folder;
        std::vector<std::string> arguments;
        std::vector<std::string> environment;
        std::string input;  ///< Empty: nothing to read.
        std::string errors; ///< Empty: stderr goes to the log too.
        std::vector<std::string> secrets; ///< Without any it writes to its files itself.
    };
    /// What a process that knows secrets prints, on its way to a file.
    struct Stream
    {
        int pipe = -1; ///< -1: nothing comes any more.
        int file = -1;
        Redaction redaction = {};
    };
    struct Process
    {
        pid_t pid = 0;
        int64_t born = 0;    ///< Clock ticks since boot.
        int errors = -1;     ///< Its stderr: where that stands tells where its last words are.
        std::vector<Stream> streams = {};
        std::string mark;    ///< Environment that what it starts inherits: BATON_TASK and BATON_ATTEMPT.
        std::string mark2;
        int64_t killAt = -1; ///< Milliseconds; -1 = nobody wants it ended.
        int64_t termAt = -1; ///< When SIGTERM follows on SIGINT; -1 = it was sent, or nobody wants it ended.
        bool ended = false;  ///< The process itself; what it started may live on.
        int status = 0;
    };

    bool start(const Request &request, Process &process);
    bool spawn(const Request &request, Process &process, int output, int errors);
    static bool openStreams(const Request &request, Process &process, int (&ends)[2], int output);
    static void passOn(Stream &stream);
    static void closeFiles(Process &process);
    void finishIfGone(uint32_t number);
    void signalAll(const Process &process, int signal);
    std::vector<pid_t> straysOf(const Process &process) const;
    bool isOf(pid_t stray, const Process &process) const;
    void say(const std::string &line, bool toRunner);

    int m_log;
    std::map<uint32_t, Request> m_waiting;
    std::map<uint32_t, Process> m_running;
    std::map<pid_t, uint32_t> m_numbers;
};

} // namespace baton::supervisor
