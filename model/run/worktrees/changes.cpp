// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/worktrees/changes.h"

#include "model/run/worktrees/worktree.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Worktrees
{
    Q_DECLARE_TR_FUNCTIONS(baton::Worktrees)
};

constexpr qint64 mostList = 4 * 1024 * 1024;
constexpr qsizetype mostFiles = 10'000;

/// What the worktree holds, as a tree that is on no branch. The worktree's own index stays as it is.
QString treeOf(const QString &worktree)
{
    const QTemporaryDir place;
    const Git git(worktree);
    const QString index = place.filePath(u"index"_s);
    // A copy of the index knows which files are unchanged, so that only the others are read.
    QFile::copy(QDir(worktree).absoluteFilePath(git.run({u"rev-parse"_s, u"--git-path"_s, u"index"_s}).line()), index);
    const QMap<QString, QString> own{{u"GIT_INDEX_FILE"_s, index}};
    if (!git.run({{u"add"_s, u"-A"_s}, own}).ok())
        return {};
    return git.run({{u"write-tree"_s}, own}).line();
}

/// Output of `diff --numstat -z` and `--name-status -z`, with renames off.
QList<FileChange> filesOf(const QStringList &kinds, const QStringList &numbers)
{
    QHash<QString, std::pair<int, int>> lines;
    for (const QString &entry : numbers) {
        const QStringList parts = entry.split('\t'_L1);
        if (parts.size() < 3 || parts.constFirst() == "-"_L1)
            continue;
        lines.insert(entry.section('\t'_L1, 2), {parts.at(0).toInt(), parts.at(1).toInt()});
    }
    QList<FileChange> files;
    for (qsizetype i = 0; i + 1 < kinds.size() && files.size() < mostFiles; i += 2) {
        const QString path = kinds.at(i + 1);
        const auto [added, removed] = lines.value(path, {-1, -1});
        files.append({path, kinds.at(i).at(0), added, removed});
    }
    return files;
}

} // namespace

Result<TaskChanges> changesOf(const RunFolder &folder, const QString &task, qint64 mostBytes)
{
    const WorktreeRecord record = readWorktreeRecord(WorktreeNames{{}, {}, folder.path()}.recordOf(task));
    if (record.stage == WorktreeRecord::Stage::None)
        return Error{ErrorCode::NotFound, Worktrees::tr("“%1” has no branch in this run. Branches are made when tasks start, in plans with `workspace: worktree`.").arg(task)};
    if (Git::program().isEmpty())
        return Error{ErrorCode::NotFound, Worktrees::tr("git is not installed, so changes cannot be shown. Install git.")};
    TaskChanges changes{record.branch, record.base};
    const QString root = folder.info()["root"_L1].toString();
    const Git git(root);
    if (!QFileInfo(root).isDir())
        return Error{ErrorCode::NotFound, Worktrees::tr("The workspace %1 is gone, and the branches of this run with it.").arg(root)};
    QString tip = u"refs/heads/"_s + record.branch;
    if (QFileInfo::exists(record.path + u"/.git"_s) && QDir::cleanPath(record.path).startsWith(folder.path() + '/'_L1)) {
        changes.worktree = record.path;
        if (const QString tree = treeOf(record.path); isCommit(tree))
            tip = tree;
    }
    const auto diff = [&](const QStringList &how, qint64 most) {
        const QStringList safe{u"diff"_s, u"--no-ext-diff"_s, u"--no-textconv"_s, u"--no-color"_s, u"--no-renames"_s, u"--ignore-submodules=dirty"_s};
        return git.run({safe + how + QStringList{record.base, tip, u"--"_s}, {}, {}, most});
    };
    const GitAnswer kinds = diff({u"--name-status"_s, u"-z"_s}, mostList);
    if (!kinds.ok() && !kinds.cut)
        return Error{ErrorCode::Failed, Worktrees::tr("git could not compare the branch “%1” with what it began with: %2.").arg(record.branch, kinds.complaint())};
    changes.files = filesOf(kinds.names(), diff({u"--numstat"_s, u"-z"_s}, mostList).names());
    const GitAnswer text = diff({u"--patch"_s}, mostBytes);
    changes.diff = text.out;
    changes.cut = text.cut || kinds.cut || changes.files.size() == mostFiles;
    if (text.cut)
        changes.diff.truncate(changes.diff.lastIndexOf('\n') + 1);
    return changes;
}

QStringList tasksWithBranches(const RunFolder &folder)
{
    QStringList tasks;
    const QDir records(QFileInfo(WorktreeNames{{}, {}, folder.path()}.recordOf(u"x"_s)).path());
    for (const QString &name : records.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(records.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            tasks += QJsonDocument::fromJson(file.read(64 * 1024)).object()["task"_L1].toString();
    }
    tasks.removeAll(QString());
    return tasks;
}

} // namespace baton
