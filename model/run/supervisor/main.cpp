// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// baton-supervisor RUN-FOLDER: starts and ends the local processes of one run, and outlives the program that drives
// it. Static and small, so that starting a process costs next to nothing; see protocol.h for what it is told.

#include "model/run/supervisor/processes.h"
#include "model/run/supervisor/protocol.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace {

using namespace baton::supervisor;

/// The runner locked this file before it started us and closed its own end: we hold the lock from birth, while we live.
constexpr int lockFile = 3;

int signalFile()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    sigaddset(&set, SIGTERM);
    sigprocmask(SIG_BLOCK, &set, nullptr);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/// Acts on the complete requests at the front of \a input. False for what is no request.
bool handleRequests(std::string &input, Processes &processes)
{
    size_t at = 0;
    while (input.size() - at >= 4) {
        uint32_t length = 0;
        memcpy(&length, input.data() + at, 4);
        if (length == 0 || length > longestRequest)
            return false;
        if (input.size() - at - 4 < length)
            break;
        RequestReader reader(input.data() + at + 4, length);
        const RequestKind kind = RequestKind(reader.byte());
        const uint32_t number = reader.number();
        switch (kind) {
        case RequestKind::Start: processes.prepare(number, reader); break;
        case RequestKind::Go: processes.go(number); break;
        case RequestKind::End: {
            const int grace = int(reader.number());
            processes.end(number, grace, int(reader.number()));
            break;
        }
        default: return false;
        }
        at += 4 + length;
    }
    input.erase(0, at);
    return true;
}

/// Requests from the runner until it closes the pipe or vanishes; then only what was started is seen to its end.
void serve(Processes &processes, int signals)
{
    std::string input;
    bool listens = true;
    while (listens || !processes.isIdle()) {
        std::vector<pollfd> files = {{signals, POLLIN, 0}, {listens ? STDIN_FILENO : -1, POLLIN, 0}};
        for (const int pipe : processes.pipes())
            files.push_back({pipe, POLLIN, 0});
        poll(files.data(), files.size(), processes.millisecondsToNextKill());
        processes.passOn();
        if (files[0].revents) {
            signalfd_siginfo signal;
            while (read(signals, &signal, sizeof signal) == ssize_t(sizeof signal)) {
                if (signal.ssi_signo == SIGTERM)
                    processes.endAll();
            }
        }
        processes.collect();
        processes.killOverdue();
        if (!listens || !files[1].revents)
            continue;
        char buffer[65536];
        const ssize_t got = read(STDIN_FILENO, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got > 0)
            input.append(buffer, size_t(got));
        if (got <= 0 || !handleRequests(input, processes)) {
            listens = false;
            processes.orphaned();
        }
    }
    processes.endStrays();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: baton-supervisor RUN-FOLDER\nStarted by baton; not for use by hand.\n", stderr);
        return 2;
    }
    setsid();
    signal(SIGPIPE, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGINT, SIG_IGN);
    const std::string folder = argv[1];
    const int signals = signalFile();
    const int log = open((folder + "/processes.log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (signals < 0 || log < 0 || fcntl(lockFile, F_SETFD, FD_CLOEXEC) != 0 || prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) {
        fprintf(stderr, "baton-supervisor: %s: %s\n", argv[1], strerror(errno));
        return 1;
    }
    Processes processes(log);
    processes.introduce();
    serve(processes, signals);
    return 0;
}
