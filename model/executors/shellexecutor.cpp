// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/shellexecutor.h"

#include "model/base/glob.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QTimer>

#include <cstring>

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

Result<QString> folderOf(const TaskOrder &order, const QString &folder)
{
    const QString inside = Glob::cleaned(folder);
    const QString root = QFileInfo(order.workspace).canonicalFilePath();
    const QString full = inside.isEmpty() ? root : QFileInfo(root + '/'_L1 + inside).canonicalFilePath();
    const bool isInside = full == root || full.startsWith(root + '/'_L1) || root == "/"_L1;
    if (root.isEmpty() || full.isEmpty() || !QFileInfo(full).isDir())
        return Error{ErrorCode::NotFound, ShellExecutor::tr("The folder of “%1”, %2, does not exist. Make it, or correct `cwd`.")
                                              .arg(order.id, order.workspace + '/'_L1 + inside)};
    if (Glob::isUnsafe(inside) || !isInside)
        return Error{ErrorCode::Refused, ShellExecutor::tr("The folder of “%1” is outside the workspace. Correct `cwd`.").arg(order.id)};
    return full;
}

QStringList environmentLines(const QMap<QString, QString> &variables)
{
    QStringList lines;
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        lines += variable.key() + '='_L1 + variable.value();
    return lines;
}

QString signalText(int signal)
{
    return ShellExecutor::tr("It was ended by signal %1 (%2).").arg(signal).arg(QString::fromLocal8Bit(::strsignal(signal)));
}

ShellExecutor::ShellExecutor(RunProcesses &processes, QObject *parent)
    : TaskExecutor(parent)
    , m_processes(processes)
    , m_environment(baseEnvironment())
{
    connect(&processes, &RunProcesses::started, this, &ShellExecutor::onStarted);
    connect(&processes, &RunProcesses::ended, this, &ShellExecutor::onEnded);
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
    const Result<QString> folder = folderOf(order, options["cwd"_L1].toString());
    if (!folder)
        return folder.error();
    process.folder = *folder;
    QMap<QString, QString> variables = m_environment;
    const QJsonObject own = options["env"_L1].toObject();
    for (auto variable = own.begin(); variable != own.end(); ++variable) {
        if (!variable.key().isEmpty() && !variable.key().contains('='_L1))
            variables.insert(variable.key(), textOf(variable.value()));
    }
    variables.insert(order.environment); // Ours win: a task cannot be told to report for another.
    process.environment = environmentLines(variables);
    return process;
}

void ShellExecutor::start(const TaskOrder &order)
{
    const Result<ProcessOrder> process = orderFor(order);
    if (!process)
        return failLater(order.id, u"not-started"_s, process.error().message);
    if (const Result<void> started = m_processes.start(order.id, *process); !started)
        return failLater(order.id, u"not-started"_s, started.error().message);
    m_running.insert(order.label, {order.id, order.log});
    m_labels.insert(order.id, order.label);
}

void ShellExecutor::stop(const QString &id)
{
    const QString label = m_labels.value(id);
    if (label.isEmpty())
        return;
    m_running[label].stopping = true;
    m_processes.stop(label);
}

bool ShellExecutor::adopt(const TaskOrder &order)
{
    if (!m_processes.adopt(order.id, order.label))
        return false;
    m_running.insert(order.label, {order.id, order.log});
    m_labels.insert(order.id, order.label);
    return true;
}

bool ShellExecutor::hasEnded(const QString &id) const
{
    return m_processes.hasEnded(m_labels.value(id));
}

void ShellExecutor::onStarted(const QString &label, qint64 pid)
{
    if (const auto running = m_running.constFind(label); running != m_running.constEnd())
        emit active(running->id, {{u"pid"_s, pid}});
}

void ShellExecutor::onEnded(const QString &label, const ProcessFate &fate)
{
    const auto found = m_running.constFind(label);
    if (found == m_running.constEnd())
        return;
    const Running running = *found;
    m_running.erase(found);
    m_labels.remove(running.id);
    emit ended(running.id, endOf(running, fate));
}

TaskEnd ShellExecutor::endOf(const Running &running, const ProcessFate &fate) const
{
    if (const std::optional<TaskEnd> end = commonEnd(running.id, running.stopping, fate))
        return *end;
    if (!fate.end.exited)
        return {TaskEnd::How::Failed, u"signal"_s, signalText(fate.end.code)};
    if (fate.end.code == 0)
        return {TaskEnd::How::Well};
    const QString words = lastWords(running.log, fate.end.lastWords);
    if (fate.end.code == blockedStatus)
        return {TaskEnd::How::Blocked, words.isEmpty() ? tr("It did not say why.") : words};
    const QString message = tr("It ended with status %1.").arg(fate.end.code);
    return {TaskEnd::How::Failed, u"exit-status"_s, words.isEmpty() ? message : tr("%1 Its last words: %2").arg(message, words)};
}

std::optional<TaskEnd> commonEnd(const QString &id, bool stopping, const ProcessFate &fate)
{
    if (fate.how == ProcessFate::How::Lost)
        return TaskEnd{stopping ? TaskEnd::How::Stopped : TaskEnd::How::Interrupted, u"interrupted"_s,
                       ShellExecutor::tr("The run's supervisor vanished.")};
    if (stopping)
        return TaskEnd{TaskEnd::How::Stopped};
    if (fate.how == ProcessFate::How::NotStarted)
        return TaskEnd{TaskEnd::How::Failed, u"not-started"_s,
                       ShellExecutor::tr("“%1” could not be started: %2. Look at its program and, of a script, at the interpreter that its first line names; then retry.").arg(id, fate.reason)};
    return std::nullopt;
}

} // namespace baton
