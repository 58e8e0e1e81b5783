// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "model/run/worktrees/changes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    addFormatOption(parser, {u"text"_s, u"json"_s});
}

QJsonObject toJson(const QString &task, const TaskChanges &changes)
{
    QJsonArray files;
    for (const FileChange &file : changes.files) {
        QJsonObject entry{{u"path"_s, file.path}, {u"kind"_s, QString(file.kind)}};
        if (file.added >= 0) {
            entry.insert(u"added"_s, file.added);
            entry.insert(u"removed"_s, file.removed);
        }
        files += entry;
    }
    return {{u"task"_s, task}, {u"branch"_s, changes.branch}, {u"base"_s, changes.base}, {u"worktree"_s, changes.worktree}, {u"files"_s, files}};
}

void writeList(const QString &task, const TaskChanges &changes, Console &console)
{
    QTextStream &out = console.out();
    out << console.painted(task, Console::Ink::Bold) << "  " << changes.branch << "\n";
    for (const FileChange &file : changes.files) {
        const QString lines = file.added < 0 ? Cli::tr("no text") : u"+%1 -%2"_s.arg(file.added).arg(file.removed);
        out << u"  %1 %2  %3\n"_s.arg(file.kind).arg(file.path, lines);
    }
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.fail(format.error());
    const RunFolder folder(options.positionalArguments().first());
    if (!folder.exists())
        return console.fail(Cli::tr("%1 holds no run. Name a folder below .baton/runs.").arg(folder.path()));
    const QString wanted = options.positionalArguments().value(1);
    const QStringList tasks = wanted.isEmpty() ? tasksWithBranches(folder) : QStringList{wanted};
    if (tasks.isEmpty())
        return console.fail(Cli::tr("No task of this run has a branch. Only plans with `workspace: worktree` make them."));
    QJsonArray list;
    for (const QString &task : tasks) {
        const Result<TaskChanges> changes = changesOf(folder, task);
        if (!changes)
            return console.fail(changes.error());
        if (*format == "json"_L1)
            list += toJson(task, *changes);
        else if (wanted.isEmpty())
            writeList(task, *changes, console);
        else
            console.bytes(changes->diff);
        if (changes->cut && !wanted.isEmpty())
            console.err() << Cli::tr("There is more; see `git diff %1 %2`.").arg(changes->base, changes->branch) << Qt::endl;
    }
    if (*format == "json"_L1)
        console.json({{u"changes"_s, list}});
    console.out().flush();
    return exitcode::ok;
}

} // namespace

Command changesCommand()
{
    return {u"changes"_s, u"RUN-DIR [TASK] [options]"_s, Cli::tr("Shows what the tasks of a run changed on their branches: the files, or the diff of one task."),
            1, 2, describe, run};
}

} // namespace baton
