// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/worktrees/repository.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Worktrees
{
    Q_DECLARE_TR_FUNCTIONS(baton::Worktrees)
};

Error noRepository(const QString &root, const GitAnswer &answer)
{
    const QString complaint = answer.complaint();
    if (complaint.contains("dubious ownership"_L1))
        return {ErrorCode::Refused, Worktrees::tr("The repository of %1 belongs to somebody else, so git does not touch it. Tell git that it is "
                                        "safe (git config --global --add safe.directory), or set `workspace: shared`.").arg(root), complaint, root};
    return {ErrorCode::Refused, Worktrees::tr("%1 is in no git repository, and this plan wants a worktree for each task. Run `git init` there and "
                                    "commit something, or set `workspace: shared`.").arg(root), complaint, root};
}

} // namespace

Result<Checkout> findCheckout(const QString &root)
{
    if (Git::program().isEmpty())
        return Error{ErrorCode::NotFound, Worktrees::tr("This plan wants a worktree for each task, and git is not installed. Install git, or set "
                                              "`workspace: shared`."), {}, root};
    if (!QDir(root).exists())
        return Error{ErrorCode::NotFound, Worktrees::tr("The workspace %1 does not exist. Make it, or correct settings.root.").arg(root), {}, root};
    const Git git(root);
    const GitAnswer inside = git.run({u"rev-parse"_s, u"--is-inside-work-tree"_s});
    if (!inside.ok())
        return noRepository(root, inside);
    if (inside.line() != "true"_L1)
        return Error{ErrorCode::Refused, Worktrees::tr("%1 is a repository without a checkout (bare). Clone it, and run the plan in the clone.").arg(root), {}, root};
    Checkout checkout;
    checkout.top = git.run({u"rev-parse"_s, u"--show-toplevel"_s}).line();
    checkout.below = git.run({u"rev-parse"_s, u"--show-prefix"_s}).line();
    const GitAnswer head = git.run({u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"HEAD^{commit}"_s});
    if (!head.ok())
        return Error{ErrorCode::Refused, Worktrees::tr("The repository %1 has no commit yet, so no worktree can begin with one. Commit something first.").arg(checkout.top), {}, root};
    checkout.commit = head.line();
    checkout.hasSubmodules = QFile::exists(checkout.top + u"/.gitmodules"_s);
    return checkout;
}

Result<void> checkBranches(const Checkout &checkout, const WorktreeNames &names)
{
    if (const QString problem = branchProblem(names.prefix); !problem.isEmpty())
        return Error{ErrorCode::Refused, problem};
    const QString begin = u"refs/heads/"_s + names.branchesOf();
    const GitAnswer refs = Git(checkout.top).run({u"for-each-ref"_s, u"--format=%(refname)"_s, u"refs/heads/"_s});
    if (!refs.ok())
        return Error{ErrorCode::Failed, Worktrees::tr("git could not list the branches of %1: %2.").arg(checkout.top, refs.complaint())};
    for (const QString &ref : QString::fromUtf8(refs.out).split('\n'_L1, Qt::SkipEmptyParts)) {
        const QString branch = ref.sliced(11);
        if (ref.startsWith(begin))
            return Error{ErrorCode::Conflict, Worktrees::tr("The branch “%1” is there already, from an earlier run of this name. Delete it "
                                                  "(git branch -D %1), or give the run another folder.").arg(branch)};
        if (begin.startsWith(ref + '/'_L1))
            return Error{ErrorCode::Conflict, Worktrees::tr("The branch “%1” is in the way of branches that begin with “%2”. Rename it, or set "
                                                  "another settings.branch_prefix.").arg(branch, names.prefix)};
    }
    return {};
}

QMap<QString, QString> CommitMaker::identity()
{
    const QMutexLocker lock(&m_mutex);
    if (m_identity)
        return *m_identity;
    m_identity.emplace();
    const bool isKnown = m_git.run({u"config"_s, u"user.name"_s}).ok() && m_git.run({u"config"_s, u"user.email"_s}).ok();
    if (!isKnown) {
        for (const QString &who : {u"AUTHOR"_s, u"COMMITTER"_s}) {
            m_identity->insert(u"GIT_%1_NAME"_s.arg(who), u"Baton"_s);
            m_identity->insert(u"GIT_%1_EMAIL"_s.arg(who), u"baton@localhost"_s);
        }
    }
    return *m_identity;
}

Result<CommitMaker::Merged> CommitMaker::merge(const QStringList &commits)
{
    const QMap<QString, QString> who = identity();
    QStringList all = commits;
    all.removeDuplicates();
    if (all.size() < 2)
        return Merged{all.value(0)};
    const QMutexLocker lock(&m_mutex);
    const QString key = all.join(' '_L1);
    if (const auto known = m_merged.constFind(key); known != m_merged.cend())
        return *known;
    const GitAnswer independent = m_git.run(QStringList{u"merge-base"_s, u"--independent"_s} + all);
    if (!independent.ok())
        return Error{ErrorCode::Failed, Worktrees::tr("git could not compare branches: %1.").arg(independent.complaint())};
    const QString kept = QString::fromUtf8(independent.out);
    all.removeIf([&kept](const QString &commit) { return !kept.contains(commit); });
    Merged merged{all.value(0)};
    for (qsizetype i = 1; i < all.size() && merged.conflict < 0; ++i) {
        Result<Merged> next = mergeTwo(merged.commit, all.at(i));
        if (!next)
            return next;
        if (next->conflict >= 0)
            next->conflict = int(commits.indexOf(all.at(i)));
        merged = *next;
    }
    m_merged.insert(key, merged);
    return merged;
}

Result<CommitMaker::Merged> CommitMaker::mergeTwo(const QString &ours, const QString &theirs)
{
    const GitAnswer tree = m_git.run({u"merge-tree"_s, u"--write-tree"_s, u"--name-only"_s, u"--no-messages"_s, u"-z"_s, ours, theirs});
    const QStringList names = tree.names();
    if (tree.status > 1 || tree.status < 0 || names.isEmpty()) {
        if (tree.complaint().contains("usage"_L1) || tree.complaint().contains("--write-tree"_L1))
            return Error{ErrorCode::Failed, Worktrees::tr("This git is too old to merge branches without a checkout. Install git 2.38 or later.")};
        return Error{ErrorCode::Failed, Worktrees::tr("git could not merge branches: %1.").arg(tree.complaint())};
    }
    if (tree.status == 1)
        return Merged{{}, 0, names.sliced(1)};
    const GitAnswer commit = m_git.run({{u"commit-tree"_s, u"-p"_s, ours, u"-p"_s, theirs, u"-m"_s, u"Merge what this task builds on"_s, names.constFirst()},
                                        *m_identity});
    if (!commit.ok())
        return Error{ErrorCode::Failed, Worktrees::tr("git could not merge branches: %1.").arg(commit.complaint())};
    return Merged{commit.line()};
}

} // namespace baton
