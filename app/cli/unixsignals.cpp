// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/unixsignals.h"

#include "app/cli/console.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace baton {

namespace {

int ends[2] = {-1, -1}; // What a signal handler may write to, and where that is read.
volatile std::sig_atomic_t received = 0;
constexpr int handled[] = {SIGINT, SIGTERM, SIGHUP};

void onSignal(int)
{
    received = received + 1;
    if (received > 2)
        _exit(exitcode::interrupted);
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(ends[1], &byte, 1);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        if (read(ends[0], bytes, sizeof bytes) > 0)
            emit interrupted();
    });
    for (const int number : handled)
        std::signal(number, onSignal);
}

UnixSignals::~UnixSignals()
{
    for (const int number : handled)
        std::signal(number, SIG_DFL);
    m_notifier.reset();
    for (int &end : ends) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}

} // namespace baton
