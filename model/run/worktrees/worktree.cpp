// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/worktrees/worktree.h"

#include "model/base/names.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QThread>

#include <array>

using namespace Qt::StringLiterals;

namespace baton {

template <>
struct EnumNames<WorktreeRecord::Stage>
{
    using enum WorktreeRecord::Stage;
    static constexpr std::array values{Named{None, ""}, Named{Making, "making"}, Named{Conflict, "conflict"},
                                       Named{Merging, "merging"}, Named{Ready, "ready"}};
};

namespace {

struct Worktrees
{
    Q_DECLARE_TR_FUNCTIONS(baton::Worktrees)
};

constexpr qint64 largestRecord = 64 * 1024;
constexpr qint64 largestInterface = 1024 * 1024;
constexpr int mostInterfaces = 200;
constexpr int filesNamed = 20;
/// So old a lock was left by a git that was killed.
constexpr int lockMilliseconds = 3000;

Error failure(const QString &sentence, const GitAnswer &answer)
{
    return {ErrorCode::Failed, sentence.arg(answer.complaint()), QString::fromUtf8(answer.err.left(4000))};
}

/// As it is, but a lock that a killed run left behind does not hold for good.
GitAnswer runLocked(const Git &tree, const Git::Call &call)
{
    GitAnswer answer = tree.run(call);
    for (int waited = 0; !answer.ok() && answer.err.contains("index.lock': File exists"); waited += 100) {
        if (waited >= lockMilliseconds) {
            const QString lock = tree.run({u"rev-parse"_s, u"--git-path"_s, u"index.lock"_s}).line();
            QFile::remove(QDir(tree.folder()).absoluteFilePath(lock));
            return tree.run(call);
        }
        QThread::msleep(100);
        answer = tree.run(call);
    }
    return answer;
}

QStringList unmergedIn(const Git &tree)
{
    return tree.run({u"diff"_s, u"--no-ext-diff"_s, u"--name-only"_s, u"--diff-filter=U"_s, u"-z"_s}).names();
}

bool isMerging(const Git &tree)
{
    return tree.run({u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"MERGE_HEAD"_s}).ok();
}

/// Repositories that somebody made inside.
QStringList repositoriesIn(const Git &tree)
{
    QStringList folders;
    const QStringList others = tree.run({u"ls-files"_s, u"--others"_s, u"--exclude-standard"_s, u"-z"_s}).names();
    for (const QString &name : others) {
        if (name.endsWith('/'_L1))
            folders.append(name.chopped(1));
    }
    return folders;
}

bool holdsMarkers(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    bool begun = false;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(4096);
        begun = begun || line.startsWith("<<<<<<< ");
        if (begun && line.startsWith(">>>>>>> "))
            return true;
    }
    return false;
}

} // namespace

QString WorktreeOrder::workspace() const
{
    return below.isEmpty() ? path : QDir::cleanPath(path + '/'_L1 + below);
}

WorktreeRecord readWorktreeRecord(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(file).isFile() || file.size() > largestRecord || !file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const QString base = object["base"_L1].toString();
    if (!isCommit(base))
        return {};
    return {valueOf<WorktreeRecord::Stage>(object["stage"_L1].toString()).value_or(WorktreeRecord::Stage::None),
            object["branch"_L1].toString(), object["path"_L1].toString(), base};
}

Result<void> WorktreeMaker::write(const WorktreeOrder &order, const WorktreeRecord &record) const
{
    QDir().mkpath(QFileInfo(order.record).path());
    QSaveFile file(order.record);
    const QJsonObject object{{u"task"_s, order.task}, {u"branch"_s, order.branch}, {u"path"_s, order.path},
                             {u"base"_s, record.base}, {u"stage"_s, nameOf(record.stage)}};
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0 || !file.commit())
        return Error{ErrorCode::Unreadable, Worktrees::tr("%1 could not be written: %2.").arg(order.record, file.errorString())};
    return {};
}

bool WorktreeMaker::hasBranch(const QString &branch) const
{
    return m_git.run({u"show-ref"_s, u"--verify"_s, u"--quiet"_s, u"refs/heads/"_s + branch}).ok();
}

bool WorktreeMaker::holds(const Git &tree, const QString &commit) const
{
    return tree.run({u"merge-base"_s, u"--is-ancestor"_s, commit, u"HEAD"_s}).ok();
}

Result<QStringList> WorktreeMaker::tipsOf(const WorktreeOrder &order) const
{
    QStringList tips;
    for (const WorktreeOrder::Source &source : order.base) {
        const GitAnswer tip = m_git.run({u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"refs/heads/%1^{commit}"_s.arg(source.branch)});
        if (!tip.ok())
            return Error{ErrorCode::NotFound, Worktrees::tr("The branch “%1” with the work of “%2” is gone. Restore it, or reset “%2” to have the work "
                                                  "done again.").arg(source.branch, source.task)};
        tips.append(tip.line());
    }
    return tips;
}

Result<QString> WorktreeMaker::baseOf(const WorktreeOrder &order, const QStringList &tips)
{
    if (tips.isEmpty() || order.integrates)
        return order.start;
    const Result<CommitMaker::Merged> merged = m_commits.merge(tips);
    if (!merged)
        return merged.error();
    if (merged->conflict < 0)
        return merged->commit;
    return Error{ErrorCode::Refused, Worktrees::tr("The branch of “%1” conflicts with what else “%2” builds on, in %3. Add an integrate task before it.")
                                         .arg(order.base.value(merged->conflict).task, order.task, merged->files.first(qMin(merged->files.size(), filesNamed)).join(u", "_s))};
}

Result<WorktreeMade> WorktreeMaker::make(const WorktreeOrder &order)
{
    const Result<QStringList> tips = tipsOf(order);
    if (!tips)
        return tips.error();
    const WorktreeRecord record = readWorktreeRecord(order.record);
    Result<WorktreeMade> made = record.stage == Stage::None || record.stage == Stage::Making
                                    ? begin(order, *tips, record)
                                    : goOn(order, *tips, record);
    if (made && made->conflicts.isEmpty() && !QDir().mkpath(order.workspace()))
        return Error{ErrorCode::Unreadable, Worktrees::tr("The folder %1 cannot be made. Check its permissions.").arg(order.workspace())};
    return made;
}

Result<WorktreeMade> WorktreeMaker::begin(const WorktreeOrder &order, const QStringList &tips, const WorktreeRecord &known)
{
    const bool isBranchThere = hasBranch(order.branch);
    if (known.stage == Stage::None && isBranchThere)
        return Error{ErrorCode::Conflict, Worktrees::tr("The branch “%1” is there already. Rename or delete it, then try “%2” again.").arg(order.branch, order.task)};
    if (known.stage == Stage::None && QFileInfo::exists(order.path))
        return Error{ErrorCode::Conflict, Worktrees::tr("The folder %1 is in the way of the worktree of “%2”. Move it away, then try again.").arg(order.path, order.task)};
    const Result<QString> base = baseOf(order, tips);
    if (!base)
        return base.error();
    if (known.stage == Stage::Making && QFileInfo::exists(order.path)) {
        // Half made when its run was killed: nothing was ever done in it.
        (void)m_git.run({u"worktree"_s, u"remove"_s, u"--force"_s, u"--force"_s, order.path});
        QDir(order.path).removeRecursively();
    }
    WorktreeRecord record{Stage::Making, order.branch, order.path, *base};
    if (const Result<void> written = write(order, record); !written)
        return written.error();
    if (!isBranchThere || !order.integrates) {
        const GitAnswer branch = m_git.run({{u"update-ref"_s, u"-m"_s, u"baton: begin"_s, u"refs/heads/"_s + order.branch, *base}, m_commits.identity()});
        if (!branch.ok())
            return failure(Worktrees::tr("The branch of “%1” could not be made: %2.").arg(order.task), branch);
    }
    if (const Result<void> there = checkOut(order); !there)
        return there.error();
    if (order.integrates)
        return integrate(order, tips, record);
    record.stage = Stage::Ready;
    if (const Result<void> written = write(order, record); !written)
        return written.error();
    return WorktreeMade{record.base};
}

Result<void> WorktreeMaker::checkOut(const WorktreeOrder &order)
{
    constexpr int mostTries = 6;
    constexpr int firstDelay = 20; // Milliseconds.
    const QMutexLocker lock(&m_adding);
    QDir().mkpath(QFileInfo(order.path).path());
    const bool wasThere = QFileInfo::exists(order.path);
    for (int attempt = 1;; ++attempt) {
        const GitAnswer added = m_git.run({u"worktree"_s, u"add"_s, u"--quiet"_s, order.path, order.branch});
        if (added.ok())
            return {};
        if (attempt == mostTries)
            return failure(Worktrees::tr("The worktree of “%1” could not be made: %2.").arg(order.task), added);
        // Another program may be adding or pruning in the same repository; or what a killed one left is in the way.
        QThread::msleep(firstDelay << attempt);
        (void)m_git.run({u"worktree"_s, u"prune"_s});
        if (!wasThere)
            QDir(order.path).removeRecursively();
    }
}

Result<WorktreeMade> WorktreeMaker::goOn(const WorktreeOrder &order, const QStringList &tips, WorktreeRecord record)
{
    if (!hasBranch(order.branch))
        return Error{ErrorCode::NotFound, Worktrees::tr("The branch “%1” is gone, so “%2” cannot go on with its work. Restore it.").arg(order.branch, order.task)};
    if (!QFileInfo::exists(order.path)) {
        if (const Result<void> there = checkOut(order); !there)
            return there.error();
    }
    if (const Result<void> right = checkBranch(order); !right)
        return right.error();
    if (record.stage == Stage::Merging) {
        if (isMerging(Git(order.path)))
            (void)runLocked(Git(order.path), {{u"merge"_s, u"--abort"_s}});
        record.stage = Stage::Ready;
    }
    return order.integrates ? integrate(order, tips, record) : catchUp(order, tips, record);
}

/// Work that is on another branch would be lost to what comes after the task.
Result<void> WorktreeMaker::checkBranch(const WorktreeOrder &order) const
{
    const QString head = Git(order.path).run({u"symbolic-ref"_s, u"--quiet"_s, u"HEAD"_s}).line();
    if (head == "refs/heads/"_L1 + order.branch)
        return {};
    return Error{ErrorCode::Refused, Worktrees::tr("The worktree of “%1” is no longer on its branch. Check out “%2” in %3, with the work on it.")
                                         .arg(order.task, order.branch, order.path)};
}

Result<WorktreeMade> WorktreeMaker::integrate(const WorktreeOrder &order, const QStringList &tips, WorktreeRecord record)
{
    const Git tree(order.path);
    if (record.stage == Stage::Conflict && isMerging(tree)) {
        QStringList left = unmergedIn(tree);
        left.removeIf([&](const QString &file) { return !holdsMarkers(order.path + '/'_L1 + file); });
        if (!left.isEmpty())
            return WorktreeMade{record.base, {}, left};
        if (const Result<void> merged = finishMerge(tree); !merged)
            return merged.error();
    }
    for (qsizetype i = 0; i < tips.size(); ++i) {
        if (holds(tree, tips.at(i)))
            continue;
        if (record.stage == Stage::Ready) {
            record.stage = Stage::Merging;
            if (const Result<void> written = write(order, record); !written)
                return written.error();
        }
        const QString message = u"Merge the work of %1"_s.arg(order.base.at(i).task);
        const GitAnswer merged = runLocked(tree, {{u"merge"_s, u"--quiet"_s, u"--no-ff"_s, u"--no-edit"_s, u"-m"_s, message,
                                                  u"refs/heads/"_s + order.base.at(i).branch}, m_commits.identity()});
        if (merged.ok())
            continue;
        const QStringList files = unmergedIn(tree);
        if (files.isEmpty())
            return failure(Worktrees::tr("The branch of “%1” could not be merged: %2.").arg(order.base.at(i).task), merged);
        record.stage = Stage::Conflict;
        if (const Result<void> written = write(order, record); !written)
            return written.error();
        return WorktreeMade{record.base, order.base.at(i).task, files};
    }
    record.stage = Stage::Ready;
    if (const Result<void> written = write(order, record); !written)
        return written.error();
    return WorktreeMade{record.base};
}

/// A person has resolved the conflicts; perhaps without telling git.
Result<void> WorktreeMaker::finishMerge(const Git &tree)
{
    const GitAnswer added = runLocked(tree, {{u"add"_s, u"-A"_s}});
    if (!added.ok())
        return failure(Worktrees::tr("The resolved merge could not be committed: %1."), added);
    const GitAnswer committed = runLocked(tree, {{u"commit"_s, u"--quiet"_s, u"--no-edit"_s, u"--no-verify"_s}, m_commits.identity()});
    if (!committed.ok())
        return failure(Worktrees::tr("The resolved merge could not be committed: %1."), committed);
    return {};
}

/// A later attempt goes on with what the earlier ones have left, and with what changed upstream meanwhile.
Result<WorktreeMade> WorktreeMaker::catchUp(const WorktreeOrder &order, const QStringList &tips, WorktreeRecord record)
{
    const Git tree(order.path);
    const bool isCurrent = std::all_of(tips.cbegin(), tips.cend(), [&](const QString &tip) { return holds(tree, tip); });
    if (!isCurrent) {
        const Result<QString> base = baseOf(order, tips);
        if (!base)
            return base.error();
        const QString message = u"Keep what an earlier attempt of %1 has left"_s.arg(order.task);
        if (const Result<bool> kept = commitAll(tree, message, {}, nullptr); !kept)
            return kept.error();
        record.stage = Stage::Merging;
        if (const Result<void> written = write(order, record); !written)
            return written.error();
        const GitAnswer merged = runLocked(tree, {{u"merge"_s, u"--quiet"_s, u"--no-edit"_s, u"-m"_s, u"Take in what changed before this task"_s, *base},
                                                  m_commits.identity()});
        if (!merged.ok()) {
            const QStringList files = unmergedIn(tree);
            (void)runLocked(tree, {{u"merge"_s, u"--abort"_s}});
            record.stage = Stage::Ready;
            (void)write(order, record).ok();
            if (files.isEmpty())
                return failure(Worktrees::tr("What changed before “%1” could not be taken in: %2.").arg(order.task), merged);
            return Error{ErrorCode::Refused, Worktrees::tr("What changed before “%1” conflicts with its earlier work, in %2. Merge them by hand in %3, then retry it.")
                                                 .arg(order.task, files.first(qMin(files.size(), filesNamed)).join(u", "_s), order.path)};
        }
        record.base = *base;
    }
    record.stage = Stage::Ready;
    if (const Result<void> written = write(order, record); !written)
        return written.error();
    return WorktreeMade{record.base};
}

/// True when there was something to commit.
Result<bool> WorktreeMaker::commitAll(const Git &tree, const QString &message, const QStringList &forced, QStringList *leftOut)
{
    const QString sentence = Worktrees::tr("The work could not be committed: %1.");
    // Git would note that a repository is inside, and keep none of its files, or refuse all where it has no commit: so it
    // stays outside, and the worktree too.
    QStringList inner = repositoriesIn(tree);
    QByteArray chosen(".\0", 2);
    for (const QString &folder : std::as_const(inner))
        chosen += ":(exclude,literal)" + folder.toUtf8() + '\0';
    GitAnswer answer = runLocked(tree, {{u"add"_s, u"-A"_s, u"--pathspec-from-file=-"_s, u"--pathspec-file-nul"_s}, {}, chosen});
    if (answer.ok() && !forced.isEmpty())
        answer = runLocked(tree, {{u"--literal-pathspecs"_s, u"add"_s, u"--force"_s, u"--pathspec-from-file=-"_s, u"--pathspec-file-nul"_s}, {},
                                  forced.join(QChar(0)).toUtf8()});
    if (!answer.ok())
        return failure(sentence, answer);
    // Those that the task has added itself.
    const QStringList added = tree.run({u"diff"_s, u"--cached"_s, u"--raw"_s, u"--diff-filter=A"_s, u"-z"_s}).names();
    QStringList linked;
    for (qsizetype i = 0; i + 1 < added.size(); i += 2) {
        if (added.at(i).startsWith(":000000 160000 "_L1))
            linked.append(added.at(i + 1));
    }
    if (!linked.isEmpty())
        (void)runLocked(tree, {QStringList{u"update-index"_s, u"--force-remove"_s, u"--"_s} + linked});
    inner += linked;
    if (leftOut)
        *leftOut = inner;
    if (tree.run({u"diff"_s, u"--cached"_s, u"--quiet"_s}).ok())
        return false;
    answer = runLocked(tree, {{u"commit"_s, u"--quiet"_s, u"--no-verify"_s, u"-m"_s, message}, m_commits.identity()});
    if (!answer.ok())
        return failure(sentence, answer);
    return true;
}

Result<WorktreeCommit> WorktreeMaker::commit(const WorktreeOrder &order, const QStringList &files, const QString &run)
{
    if (const Result<void> right = checkBranch(order); !right)
        return right.error();
    const Git tree(order.path);
    const QString message = u"%1\n\nThe work of this task, attempt %2 of run %3."_s.arg(order.task).arg(order.attempt).arg(run);
    QStringList forced;
    for (const QString &file : files)
        forced.append(order.below + file);
    WorktreeCommit done;
    if (const Result<bool> committed = commitAll(tree, message, forced, &done.leftOut); !committed)
        return committed.error();
    const GitAnswer head = tree.run({u"rev-parse"_s, u"HEAD"_s});
    if (!head.ok())
        return failure(Worktrees::tr("The work could not be committed: %1."), head);
    done.commit = head.line();
    done.interfaces = collect(order, readWorktreeRecord(order.record).base, done.commit);
    return done;
}

QSet<QString> WorktreeMaker::mergedBy(const WorktreeOrder &order) const
{
    QSet<QString> files;
    for (const WorktreeOrder::Source &source : order.base) {
        const QStringList changed = m_git.run({u"diff"_s, u"--no-ext-diff"_s, u"--no-textconv"_s, u"--name-only"_s, u"--no-renames"_s, u"-z"_s,
                                               u"%1...refs/heads/%2"_s.arg(order.start, source.branch), u"--"_s}).names();
        for (const QString &file : changed) {
            if (file.startsWith(order.below))
                files.insert(file.sliced(order.below.size()));
        }
    }
    return files;
}

/// The INTERFACE.md files that the task wrote, side by side with those of other tasks, for whoever puts them together.
QStringList WorktreeMaker::collect(const WorktreeOrder &order, const QString &base, const QString &commit) const
{
    QStringList collected;
    QDir(order.interfaces).removeRecursively();
    const QStringList names = m_git.run({u"diff"_s, u"--no-ext-diff"_s, u"--no-textconv"_s, u"--name-only"_s, u"--no-renames"_s, u"--diff-filter=AM"_s, u"-z"_s,
                                         base, commit, u"--"_s, u":(top,glob)**/INTERFACE.md"_s}).names();
    for (const QString &name : names.first(qMin<qsizetype>(names.size(), mostInterfaces))) {
        const GitAnswer text = m_git.run({{u"cat-file"_s, u"blob"_s, commit + ':'_L1 + name}, {}, {}, largestInterface});
        const QString path = order.interfaces + '/'_L1 + name;
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (text.ok() && file.open(QIODevice::WriteOnly) && file.write(text.out) == text.out.size())
            collected.append(path);
    }
    return collected;
}

bool WorktreeMaker::remove(const QString &path, const QString &branch)
{
    if (!QFileInfo::exists(path))
        return true;
    const QString head = Git(path).run({u"symbolic-ref"_s, u"--quiet"_s, u"HEAD"_s}).line();
    // Git refuses where something is not committed; what is on no branch at all would go unnoticed.
    return head == "refs/heads/"_L1 + branch && m_git.run({u"worktree"_s, u"remove"_s, path}).ok();
}

} // namespace baton
