// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/runprocesses.h"

#include "model/run/leftbehind.h"

#include <QSocketNotifier>
#include <QTimer>

#include <csignal>

#include <sys/syscall.h>
#include <unistd.h>

namespace baton {

RunProcesses::RunProcesses(const RunFolder &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{
}

Result<void> RunProcesses::ensureSupervisor()
{
    if (m_supervisor)
        return {};
    Result<std::unique_ptr<SupervisorClient>> started = SupervisorClient::start(m_folder);
    if (!started)
        return started.error();
    m_supervisor = std::move(*started);
    // Not before: until now a supervisor of an earlier runner may have started what was on its way to it.
    m_lastNumber = std::max(m_lastNumber, readProcessLog(m_folder).lastNumber);
    connect(m_supervisor.get(), &SupervisorClient::started, this, &RunProcesses::onStarted);
    connect(m_supervisor.get(), &SupervisorClient::failed, this, [this](quint32 number, const QString &reason) {
        finish(number, {ProcessFate::How::NotStarted, {}, reason});
    });
    connect(m_supervisor.get(), &SupervisorClient::ended, this, [this](quint32 number, const ProcessEnd &end) {
        finish(number, {ProcessFate::How::Ended, end});
    });
    connect(m_supervisor.get(), &SupervisorClient::lost, this, &RunProcesses::onLost);
    return {};
}

Result<void> RunProcesses::start(const QString &task, ProcessOrder order)
{
    if (const Result<void> ready = ensureSupervisor(); !ready)
        return ready.error();
    order.number = ++m_lastNumber;
    m_running.insert(order.number, {task, order.label});
    m_numbers.insert(order.label, order.number);
    m_supervisor->run(order);
    return {};
}

void RunProcesses::stop(const QString &label, const StopSteps &steps)
{
    const auto number = m_numbers.constFind(label);
    if (number == m_numbers.constEnd())
        return;
    Running &running = m_running[*number];
    if (running.stopping)
        return;
    running.stopping = true;
    if (running.adopted)
        stopAdopted(running, steps);
    else
        m_supervisor->end(*number, steps);
}

/// Its supervisor takes no requests any more, so its group is ended from here.
void RunProcesses::stopAdopted(const Running &running, const StopSteps &steps)
{
    if (running.pid <= 1)
        return;
    if (steps.interrupt > 0)
        signalLater(running.label, running.pid, SIGINT, 0);
    signalLater(running.label, running.pid, SIGTERM, steps.interrupt);
    signalLater(running.label, running.pid, SIGKILL, steps.interrupt + steps.grace);
}

void RunProcesses::signalLater(const QString &label, qint64 group, int signal, int milliseconds)
{
    if (milliseconds <= 0) {
        ::kill(-pid_t(group), signal);
        return;
    }
    QTimer::singleShot(milliseconds, this, [this, label, group, signal] {
        const auto number = m_numbers.constFind(label);
        if (number != m_numbers.constEnd() && m_running.value(*number).pid == group)
            ::kill(-pid_t(group), signal);
    });
}

bool RunProcesses::adopt(const QString &task, const QString &label)
{
    KnownProcess known = readProcessLog(m_folder).latest.value(label);
    if (known.number == 0)
        return false;
    if (!known.hasEnded && !known.isSupervised()) {
        known = readProcessLog(m_folder).latest.value(label); // its supervisor may have said so and gone
        if (!known.hasEnded) {
            if (known.lives())
                ::kill(-pid_t(known.pid), SIGKILL); // nobody can tell any more how it will end
            killProcessesOf(m_folder.path(), task);
            return false;
        }
    }
    if (known.hasEnded && known.wasEnding)
        return false;
    m_running.insert(known.number, {task, label, known.pid, true, known.hasEnded});
    m_numbers.insert(label, known.number);
    if (!known.hasEnded)
        watchSupervisor(known.supervisor);
    QTimer::singleShot(0, this, &RunProcesses::checkAdopted);
    return true;
}

QStringList RunProcesses::leftBelow(const QString &label) const
{
    QStringList left;
    const ProcessLog log = readProcessLog(m_folder);
    for (auto known = log.latest.cbegin(); known != log.latest.cend(); ++known) {
        if (known.key().startsWith(label + u'.') && !known->hasEnded && !known->hasFailed)
            left += known.key();
    }
    return left;
}

bool RunProcesses::hasEnded(const QString &label) const
{
    return m_running.value(m_numbers.value(label)).hasEnded;
}

/// What an adopted task's supervisor has not said when it goes, nobody will say.
void RunProcesses::watchSupervisor(qint64 pid)
{
    if (m_watched.contains(pid))
        return;
    const int file = int(::syscall(SYS_pidfd_open, pid_t(pid), 0));
    if (file < 0)
        return QTimer::singleShot(0, this, &RunProcesses::giveUpAdopted);
    m_watched.insert(pid);
    auto *notifier = new QSocketNotifier(file, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier, file, pid] {
        notifier->setEnabled(false);
        notifier->deleteLater();
        ::close(file);
        m_watched.remove(pid);
        giveUpAdopted();
    });
}

void RunProcesses::giveUpAdopted()
{
    checkAdopted();
    const ProcessLog log = readProcessLog(m_folder);
    const QList<quint32> numbers = m_running.keys();
    for (const quint32 number : numbers) {
        const Running running = m_running.value(number);
        const KnownProcess known = log.latest.value(running.label);
        if (running.adopted && !known.hasEnded && !known.isSupervised())
            lose(number);
    }
}

void RunProcesses::checkAdopted()
{
    QList<quint32> adopted;
    for (auto running = m_running.cbegin(); running != m_running.cend(); ++running) {
        if (running->adopted)
            adopted.append(running.key());
    }
    if (adopted.isEmpty())
        return;
    const ProcessLog log = readProcessLog(m_folder);
    for (const quint32 number : adopted) {
        const auto known = log.latest.constFind(m_running.value(number).label);
        if (known != log.latest.constEnd() && known->number == number && known->hasEnded)
            finish(number, {ProcessFate::How::Ended, known->end});
    }
}

void RunProcesses::onStarted(quint32 number, qint64 pid)
{
    const auto running = m_running.find(number);
    if (running == m_running.end())
        return;
    running->pid = pid;
    emit started(running->label, pid);
}

void RunProcesses::finish(quint32 number, const ProcessFate &fate)
{
    if (!m_running.contains(number))
        return;
    const Running running = m_running.take(number);
    m_numbers.remove(running.label);
    emit ended(running.label, fate);
}

/// Whoever was to see to its end is gone; so it is ended here, with what it left in sessions of their own.
void RunProcesses::lose(quint32 number)
{
    const Running running = m_running.value(number);
    if (running.pid > 1)
        ::kill(-pid_t(running.pid), SIGKILL);
    killProcessesOf(m_folder.path(), running.task);
    finish(number, {ProcessFate::How::Lost});
}

/// Everything it had started is lost to sight: none of it may be taken for done.
void RunProcesses::onLost()
{
    m_supervisor.release()->deleteLater();
    const QList<quint32> numbers = m_running.keys();
    for (const quint32 number : numbers) {
        if (m_running.contains(number) && !m_running.value(number).adopted)
            lose(number);
    }
}

} // namespace baton
