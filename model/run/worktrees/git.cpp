// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/worktrees/git.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Longer than this only a git that waits for something takes.
constexpr int longestMilliseconds = 30 * 60 * 1000;

/// Settings of the user or the repository that would run programs, ask somebody, or hide files from a look at what is
/// not committed.
QStringList settings()
{
    QStringList options;
    for (const QLatin1StringView setting :
         {"core.hooksPath=/dev/null"_L1, "core.fsmonitor=false"_L1, "core.editor=true"_L1, "core.pager=cat"_L1,
          "core.quotePath=false"_L1, "commit.gpgSign=false"_L1, "gc.auto=0"_L1, "maintenance.auto=false"_L1,
          "rerere.enabled=false"_L1, "submodule.recurse=false"_L1, "status.showUntrackedFiles=all"_L1,
          "advice.detachedHead=false"_L1, "merge.renames=true"_L1, "merge.directoryRenames=conflict"_L1}) {
        options += {u"-c"_s, setting};
    }
    return options;
}

QProcessEnvironment environment()
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const QString &name : variables.keys()) {
        // Set when Baton was started from a hook, say; they would lead git to another repository than asked for.
        static const QStringList kept{u"GIT_CONFIG_GLOBAL"_s, u"GIT_CONFIG_SYSTEM"_s, u"GIT_CONFIG_NOSYSTEM"_s, u"GIT_EXEC_PATH"_s};
        if (name.startsWith("GIT_"_L1) && !kept.contains(name))
            variables.remove(name);
    }
    variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    variables.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    variables.insert(u"GIT_OPTIONAL_LOCKS"_s, u"0"_s); // a look at the user's checkout does not write to its index
    return variables;
}

} // namespace

QString GitAnswer::line() const
{
    return QString::fromUtf8(out).trimmed();
}

QStringList GitAnswer::names() const
{
    return QString::fromUtf8(out).split(QChar(0), Qt::SkipEmptyParts);
}

QString GitAnswer::complaint() const
{
    const QStringList lines = QString::fromUtf8(err.isEmpty() ? out : err).split('\n'_L1, Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        for (const QLatin1StringView start : {"fatal: "_L1, "error: "_L1}) {
            if (line.startsWith(start))
                return line.sliced(start.size()).left(400);
        }
    }
    return lines.isEmpty() ? u"status %1"_s.arg(status) : lines.constLast().left(400);
}

bool isCommit(const QString &text)
{
    return (text.size() == 40 || text.size() == 64)
           && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

QString Git::program()
{
    return QStandardPaths::findExecutable(u"git"_s);
}

GitAnswer Git::run(const Call &call) const
{
    GitAnswer answer;
    QProcess process;
    process.setWorkingDirectory(m_folder);
    QProcessEnvironment variables = environment();
    for (auto variable = call.environment.cbegin(); variable != call.environment.cend(); ++variable)
        variables.insert(variable.key(), variable.value());
    process.setProcessEnvironment(variables);
    process.start(program(), settings() + call.arguments);
    if (!process.waitForStarted()) {
        answer.err = process.errorString().toUtf8();
        return answer;
    }
    process.write(call.input);
    process.closeWriteChannel();
    while (!answer.cut && process.waitForReadyRead(longestMilliseconds)) {
        answer.out += process.readAllStandardOutput();
        answer.cut = answer.out.size() > call.mostBytes;
    }
    if (process.state() != QProcess::NotRunning && (answer.cut || !process.waitForFinished(longestMilliseconds))) {
        process.kill();
        process.waitForFinished();
    }
    answer.out += process.readAllStandardOutput();
    answer.out.truncate(call.mostBytes);
    answer.err = process.readAllStandardError().left(64 * 1024);
    if (process.exitStatus() == QProcess::NormalExit)
        answer.status = process.exitCode();
    return answer;
}

} // namespace baton
