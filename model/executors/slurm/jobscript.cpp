// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/slurm/jobscript.h"

#include "model/executors/slurm/slurmjob.h"

#include "model/executors/shellexecutor.h"

#include <QFile>
#include <QJsonArray>

#include <limits>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A mark is a line, as old as what it tells of. What a task puts in its place is cut short, and no link is followed.
struct Mark
{
    QByteArray line;
    qint64 at = 0; ///< Milliseconds since the epoch.
};

std::optional<Mark> markIn(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return std::nullopt;
    QByteArray bytes(512, '\0');
    const ssize_t got = ::read(file, bytes.data(), size_t(bytes.size()));
    struct stat about{};
    const bool isKnown = ::fstat(file, &about) == 0;
    ::close(file);
    return Mark{bytes.first(qMax<ssize_t>(0, got)).trimmed(), isKnown ? qint64(about.st_mtim.tv_sec) * 1000 + about.st_mtim.tv_nsec / 1'000'000 : 0};
}

QString textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

} // namespace

std::optional<JobMarks::Start> JobMarks::started() const
{
    const std::optional<Mark> mark = markIn(m_path + u".started"_s);
    if (!mark)
        return std::nullopt;
    const QList<QByteArray> words = mark->line.split(' ');
    return Start{words.value(0).toLongLong(), words.value(1).toInt(), QString::fromUtf8(words.value(2)), mark->at};
}

std::optional<int> JobMarks::ended() const
{
    const std::optional<Mark> mark = markIn(m_path + u".ended"_s);
    if (!mark)
        return std::nullopt;
    bool isNumber = false;
    const int code = mark->line.split(' ').first().toInt(&isNumber);
    return isNumber ? (code & 0xff) : 1;
}

qint64 JobMarks::endedAt() const
{
    const std::optional<Mark> mark = markIn(m_path + u".ended"_s);
    return mark ? mark->at : 0;
}

qint64 JobMarks::logEnd() const
{
    const std::optional<Mark> mark = markIn(m_path + u".ended"_s);
    bool isNumber = false;
    const qint64 end = mark ? mark->line.simplified().split(' ').value(1).toLongLong(&isNumber) : 0;
    return isNumber && end >= 0 ? end : std::numeric_limits<qint64>::max();
}

void JobMarks::cancel() const
{
    QFile file(m_path + u".cancel"_s);
    (void)file.open(QIODevice::WriteOnly);
}

void JobMarks::allow() const
{
    QFile::remove(m_path + u".cancel"_s);
}

bool JobMarks::isCancelled() const
{
    return QFile::exists(m_path + u".cancel"_s);
}

bool JobMarks::isTaken() const
{
    return QFile::exists(m_path + u".taken"_s);
}

void JobMarks::take() const
{
    QFile file(m_path + u".taken"_s);
    (void)file.open(QIODevice::WriteOnly);
}

QString shellQuoted(const QString &text)
{
    return '\''_L1 + QString(text).replace('\''_L1, "'\\''"_L1) + '\''_L1;
}

Result<QString> commandOf(const TaskOrder &order)
{
    const QJsonObject &options = order.task.executor.options;
    if (const QString command = options["command"_L1].toString(); !command.isEmpty())
        return u"/bin/sh -c "_s + shellQuoted(command);
    QStringList words;
    for (const QJsonValue &word : options["argv"_L1].toArray())
        words += shellQuoted(textOf(word));
    if (words.isEmpty())
        return Error{ErrorCode::Refused, ShellExecutor::tr("“%1” has nothing to run. Give its executor a command.").arg(order.id)};
    return words.join(' '_L1);
}

namespace {

/// A shell can only set variables of plain names.
QString exportsOf(const TaskOrder &order)
{
    QMap<QString, QString> variables;
    const QJsonObject own = order.task.executor.options["env"_L1].toObject();
    for (auto variable = own.begin(); variable != own.end(); ++variable)
        variables.insert(variable.key(), textOf(variable.value()));
    variables.insert(order.environment); // Ours win: a task cannot be told to report for another.
    QString lines;
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable) {
        const auto isPlain = [](QChar c) { return c == '_'_L1 || (c.unicode() < 128 && c.isLetterOrNumber()); };
        if (!variable.key().isEmpty() && !variable.key().front().isDigit() && std::all_of(variable.key().cbegin(), variable.key().cend(), isPlain))
            lines += u"export %1=%2\n"_s.arg(variable.key(), shellQuoted(variable.value()));
    }
    return lines;
}

/// The start mark is made by whoever comes first: a copy that the cluster starts again by itself does nothing. A job that
/// is told to end stays until its work has ended: once the script has gone, the cluster would not end what ignores that.
/// It makes no end mark then, for why it ended is the cluster's to say. A cluster that ends a job signals its processes one
/// after the other, and the work may be the first: so a moment passes between its end and the mark, whatever its status
/// (who listens to a signal ends as it likes), for no job that was cancelled may count as done.
QString shellMarks()
{
    return u"begin() {\n"
           "  [ -e \"$mark.cancel\" ] && exit 0\n"
           "  (set -C; echo \"$SLURM_JOB_ID ${SLURM_RESTART_COUNT:-0} ${SLURMD_NODENAME:-$(uname -n)}\" > \"$mark.started\") 2>/dev/null && return 0\n"
           "  [ -e \"$mark.started\" ] && exit 0\n"
           "  echo \"$mark.started cannot be written\" >&2\n"
           "  exit 1\n"
           "}\n"
           "finish() {\n"
           "  echo \"$code $(wc -c < \"$log\")\" > \"$mark.ended.part\" && mv \"$mark.ended.part\" \"$mark.ended\"\n"
           "}\n"
           "told=\n"
           "trap told=1 TERM INT\n"
           "carry_out() {\n"
           "  (work) >>\"$log\" 2>&1 </dev/null &\n"
           "  child=$!\n"
           "  while :; do\n"
           "    wait $child\n"
           "    code=$?\n"
           "    kill -0 $child 2>/dev/null || break\n"
           "  done\n"
           "  [ -z \"$told\" ] && sleep 0.3\n"
           "  [ -n \"$told\" ] && exit 143\n"
           "  finish\n"
           "}\n"_s;
}

} // namespace

Result<QByteArray> scriptFor(const TaskOrder &order, const JobMarks &marks)
{
    if (const QString problem = outputProblem(marks.output()); !problem.isEmpty())
        return Error{ErrorCode::Refused, problem};
    const Result<QString> command = commandOf(order);
    if (!command)
        return command.error();
    const Result<QString> folder = folderOf(order, order.task.executor.options["cwd"_L1].toString());
    if (!folder)
        return folder.error();
    const QString script = u"#!/bin/sh\n"
                           "# One attempt of a task of a Baton run, as a job.\n"
                           "mark=%1\n"
                           "log=%2\n"
                           "%3"
                           "begin || exit $?\n"
                           "%4"
                           "work() { cd %5 && exec %6; }\n"
                           "carry_out\n"
                           "exit $code\n"_s;
    return script.arg(shellQuoted(marks.path()), shellQuoted(order.log), shellMarks(), exportsOf(order), shellQuoted(*folder), *command).toUtf8();
}

QString planOverMark(const RunFolder &folder, const QString &task)
{
    return u"%1/%2.plan.over"_s.arg(folder.jobsPath(), RunFolder::fileNameOf(task));
}

Result<QByteArray> planScriptFor(const TaskOrder &order, const RunFolder &folder, const QString &baton)
{
    const Result<QString> command = commandOf(order);
    if (!command)
        return command.error();
    const Result<QString> place = folderOf(order, order.task.executor.options["cwd"_L1].toString());
    if (!place)
        return place.error();
    if (const QString problem = outputProblem(folder.jobsPath() + "/x"_L1); !problem.isEmpty())
        return Error{ErrorCode::Refused, problem};
    const QString name = RunFolder::fileNameOf(order.id);
    const QString script = u"#!/bin/sh\n"
                           "# A task of a Baton run, as a job that finds out by itself when it is its turn.\n"
                           "base=%1\n"
                           "files=%2\n"
                           "log=%3\n"
                           "%4"
                           "%5"
                           "work() { cd %6 && exec %7; }\n"
                           "code=0\n"
                           "while :; do\n"
                           "  answer=$(%8 gate-check %9 --job)\n"
                           "  case $answer in\n"
                           "    run\\ *) attempt=${answer#run } ;;\n"
                           "    wait\\ *) sleep \"${answer#wait }\"; continue ;;\n"
                           "    *) break ;;\n"
                           "  esac\n"
                           "  mark=$base.$attempt.plan\n"
                           "  begin || exit $?\n"
                           "  export BATON_ATTEMPT=\"$attempt\" BATON_EVENTS=\"$files.$attempt.events\" BATON_RESULT=\"$files.$attempt.result\" BATON_NOTE=\"$files.$attempt.note\"\n"
                           "  carry_out\n"
                           "done\n"
                           ": > \"$base.plan.over\"\n"
                           "exit $code\n"_s;
    return script
        .arg(shellQuoted(folder.jobsPath() + '/'_L1 + name), shellQuoted(folder.tasksPath() + '/'_L1 + name), shellQuoted(order.log), shellMarks(),
             exportsOf(order), shellQuoted(*place), *command, shellQuoted(baton),
             shellQuoted(folder.path()) + ' '_L1 + shellQuoted(order.id))
        .toUtf8();
}

} // namespace baton
