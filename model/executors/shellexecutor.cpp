// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/shellexecutor.h"

#include "model/base/glob.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QSocketNotifier>
#include <QTimer>

#include <csignal>
#include <cstring>

#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// From sysexits.h, EX_TEMPFAIL: the task cannot go on now.
constexpr int blockedStatus = 75;

/// A scalar as the file has it: `PORT: 8080` is a text here.
QString textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

} // namespace

QMap<QString, QString> baseEnvironment()
{
    QMap<QString, QString> variables;
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    for (const QString &name : ours.keys()) {
        static const QStringList handed{u"PATH"_s, u"HOME"_s, u"USER"_s, u"LANG"_s, u"TERM"_s, u"TMPDIR"_s};
        if (handed.contains(name) || name.startsWith("LC_"_L1))
            variables.insert(name, ours.value(name));
    }
    return variables;
}

ShellExecutor::ShellExecutor(const RunFolder &folder, QObject *parent) : TaskExecutor(parent), m_folder(folder), m_environment(baseEnvironment())
{
    m_lastNumber = readProcessLog(folder).lastNumber;
}

Result<ProcessOrder> ShellExecutor::orderFor(const TaskOrder &order) const
{
    const QJsonObject &options = order.task.executor.options;
    ProcessOrder process;
    process.label = order.label;
    process.log = order.log;
    if (const QString command = options["command"_L1].toString(); !command.isEmpty()) {
        process.arguments = {u"/bin/sh"_s, u"-c"_s, command};
    } else {
        for (const QJsonValue &argument : options["argv"_L1].toArray())
            process.arguments += textOf(argument);
    }
    if (process.arguments.isEmpty())
        return Error{ErrorCode::Refused, tr("“%1” has nothing to run. Give its executor a command.").arg(order.id)};
    const QString folder = Glob::cleaned(options["cwd"_L1].toString());
    const QString root = QFileInfo(order.workspace).canonicalFilePath();
    const QString full = QFileInfo(folder.isEmpty() ? root : root + '/'_L1 + folder).canonicalFilePath();
    const bool isInside = full == root || full.startsWith(root + '/'_L1) || root == "/"_L1;
    if (root.isEmpty() || full.isEmpty() || !QFileInfo(full).isDir())
        return Error{ErrorCode::NotFound, tr("The folder of “%1”, %2, does not exist. Make it, or correct `cwd`.")
                                              .arg(order.id, order.workspace + '/'_L1 + folder)};
    if (Glob::isUnsafe(folder) || !isInside)
        return Error{ErrorCode::Refused, tr("The folder of “%1” is outside the workspace. Correct `cwd`.").arg(order.id)};
    process.folder = full;
    QMap<QString, QString> variables = m_environment;
    const QJsonObject own = options["env"_L1].toObject();
    for (auto variable = own.begin(); variable != own.end(); ++variable) {
        if (!variable.key().isEmpty() && !variable.key().contains('='_L1))
            variables.insert(variable.key(), textOf(variable.value()));
    }
    variables.insert(order.environment); // Ours win: a task cannot be told to report for another.
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        process.environment += variable.key() + '='_L1 + variable.value();
    return process;
}

void ShellExecutor::start(const TaskOrder &order)
{
    Result<ProcessOrder> process = orderFor(order);
    if (!process)
        return failLater(order.id, u"not-started"_s, process.error().message);
    if (!ensureSupervisor())
        return failLater(order.id, u"not-started"_s, m_supervisorProblem);
    process->number = ++m_lastNumber;
    m_running.insert(process->number, {order.id, order.label, order.log});
    m_numbers.insert(order.id, process->number);
    m_supervisor->run(*process);
}

bool ShellExecutor::ensureSupervisor()
{
    if (m_supervisor)
        return true;
    Result<std::unique_ptr<SupervisorClient>> started = SupervisorClient::start(m_folder);
    if (!started) {
        m_supervisorProblem = started.error().message;
        return false;
    }
    m_supervisor = std::move(*started);
    connect(m_supervisor.get(), &SupervisorClient::started, this, &ShellExecutor::onStarted);
    connect(m_supervisor.get(), &SupervisorClient::failed, this, &ShellExecutor::onFailed);
    connect(m_supervisor.get(), &SupervisorClient::ended, this, &ShellExecutor::onEnded);
    connect(m_supervisor.get(), &SupervisorClient::lost, this, &ShellExecutor::onLost);
    return true;
}

void ShellExecutor::stop(const QString &id)
{
    const auto number = m_numbers.constFind(id);
    if (number == m_numbers.constEnd())
        return;
    Running &running = m_running[*number];
    if (running.stopping)
        return;
    running.stopping = true;
    if (running.adopted)
        stopAdopted(running);
    else
        m_supervisor->end(*number, graceMilliseconds);
}

/// Its supervisor takes no requests any more, so its group is ended from here.
void ShellExecutor::stopAdopted(const Running &running)
{
    const pid_t group = pid_t(running.pid);
    if (group <= 1)
        return;
    ::kill(-group, SIGTERM);
    QTimer::singleShot(graceMilliseconds, this, [this, id = running.id, group] {
        const auto number = m_numbers.constFind(id);
        if (number != m_numbers.constEnd() && m_running.value(*number).pid == group)
            ::kill(-group, SIGKILL);
    });
}

bool ShellExecutor::adopt(const QString &id, const QString &label)
{
    KnownProcess known = readProcessLog(m_folder).latest.value(label);
    if (known.number == 0)
        return false;
    if (!known.hasEnded && !known.isSupervised()) {
        known = readProcessLog(m_folder).latest.value(label); // its supervisor may have said so and gone
        if (!known.hasEnded) {
            if (known.lives())
                ::kill(-pid_t(known.pid), SIGKILL); // nobody can tell any more how it will end
            return false;
        }
    }
    if (known.hasEnded && known.wasEnding)
        return false;
    m_running.insert(known.number, {id, label, m_folder.logPath(id), known.pid, true});
    m_numbers.insert(id, known.number);
    if (!known.hasEnded)
        watchSupervisor(known.supervisor);
    QTimer::singleShot(0, this, &ShellExecutor::checkAdopted);
    return true;
}

/// What an adopted task's supervisor has not said when it goes, nobody will say.
void ShellExecutor::watchSupervisor(qint64 pid)
{
    if (m_watched.contains(pid))
        return;
    const int file = int(::syscall(SYS_pidfd_open, pid_t(pid), 0));
    if (file < 0)
        return QTimer::singleShot(0, this, &ShellExecutor::giveUpAdopted);
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

void ShellExecutor::giveUpAdopted()
{
    checkAdopted();
    const ProcessLog log = readProcessLog(m_folder);
    const QList<quint32> numbers = m_running.keys();
    for (const quint32 number : numbers) {
        const Running running = m_running.value(number);
        const KnownProcess known = log.latest.value(running.label);
        if (!running.adopted || known.hasEnded || known.isSupervised())
            continue;
        take(number);
        if (known.lives())
            ::kill(-pid_t(known.pid), SIGKILL);
        emit ended(running.id, {running.stopping ? TaskEnd::How::Stopped : TaskEnd::How::Interrupted, u"interrupted"_s,
                                tr("The run's supervisor vanished.")});
    }
}

void ShellExecutor::checkAdopted()
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
            onEnded(number, known->end);
    }
}

void ShellExecutor::onStarted(quint32 number, qint64 pid)
{
    const auto running = m_running.find(number);
    if (running == m_running.end())
        return;
    running->pid = pid;
    emit active(running->id, {{u"pid"_s, pid}});
}

void ShellExecutor::onFailed(quint32 number, const QString &reason)
{
    if (!m_running.contains(number))
        return;
    const Running running = take(number);
    emit ended(running.id, {running.stopping ? TaskEnd::How::Stopped : TaskEnd::How::Failed, u"not-started"_s,
                            tr("“%1” could not be started: %2.").arg(running.id, reason)});
}

void ShellExecutor::onEnded(quint32 number, const ProcessEnd &end)
{
    if (!m_running.contains(number))
        return;
    const Running running = take(number);
    emit ended(running.id, endOf(running, end));
}

TaskEnd ShellExecutor::endOf(const Running &running, const ProcessEnd &end) const
{
    if (running.stopping)
        return {TaskEnd::How::Stopped};
    if (!end.exited) {
        return {TaskEnd::How::Failed, u"signal"_s,
                tr("It was ended by signal %1 (%2).").arg(end.code).arg(QString::fromLocal8Bit(::strsignal(end.code)))};
    }
    if (end.code == 0)
        return {TaskEnd::How::Well};
    const QString words = lastWords(running.log, end.lastWords);
    if (end.code == blockedStatus)
        return {TaskEnd::How::Blocked, words.isEmpty() ? tr("It did not say why.") : words};
    const QString message = tr("It ended with status %1.").arg(end.code);
    return {TaskEnd::How::Failed, u"exit-status"_s, words.isEmpty() ? message : tr("%1 Its last words: %2").arg(message, words)};
}

/// Everything it had started is lost to sight: none of it may be taken for done.
void ShellExecutor::onLost()
{
    m_supervisor.release()->deleteLater();
    const QList<quint32> numbers = m_running.keys();
    for (const quint32 number : numbers) {
        if (!m_running.contains(number) || m_running.value(number).adopted)
            continue;
        const Running running = take(number);
        if (running.pid > 1)
            ::kill(-pid_t(running.pid), SIGKILL);
        emit ended(running.id, {running.stopping ? TaskEnd::How::Stopped : TaskEnd::How::Interrupted, u"interrupted"_s,
                                tr("The run's supervisor vanished.")});
    }
}

ShellExecutor::Running ShellExecutor::take(quint32 number)
{
    const Running running = m_running.take(number);
    m_numbers.remove(running.id);
    return running;
}

void ShellExecutor::failLater(const QString &id, const QString &reason, const QString &message)
{
    QTimer::singleShot(0, this, [this, id, reason, message] {
        emit ended(id, {TaskEnd::How::Failed, reason, message});
    });
}

} // namespace baton
