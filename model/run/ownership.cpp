// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/ownership.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int mostFiles = 100'000;
constexpr qint64 recent = 1'000'000'000; // Nanoseconds.

/// When a file was last written or put there; nothing where there is no plain file.
std::optional<qint64> changeTime(const QString &path)
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    return qint64(status.st_ctim.tv_sec) * 1'000'000'000 + status.st_ctim.tv_nsec;
}

bool isOurs(const QString &path)
{
    return path.startsWith(".baton/"_L1) || path.startsWith(".git/"_L1);
}

} // namespace

Ownership::Ownership(const RunPlan &plan)
{
    for (const PlanTask &task : plan.tasks) {
        const int root = task.fixes >= 0 ? task.fixes : task.original;
        m_root.insert(task.id, root < 0 ? task.id : plan.tasks.at(root).id);
        for (const QString &pattern : task.task->owns) {
            const QString path = Glob::cleaned(pattern);
            if (path.isEmpty() || Glob::isUnsafe(path))
                continue;
            if (const Glob glob(path); glob.isLiteral())
                m_files[path].append(task.id);
            else
                m_globs[glob.folder()].append({glob, task.id});
        }
    }
}

QList<ChangedFile> Ownership::filesIn(const QString &workspace) const
{
    QList<ChangedFile> changed;
    QSet<QString> seen;
    const auto look = [&](const QString &path) {
        if (seen.contains(path) || isOurs(path))
            return;
        seen.insert(path);
        if (const std::optional<qint64> time = changeTime(workspace + '/'_L1 + path))
            changed.append({path, *time});
    };
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file)
        look(file.key());
    QStringList folders = m_globs.keys();
    folders.sort();
    QString above; // what the folders that follow may be inside of
    bool hasAbove = false;
    for (const QString &folder : std::as_const(folders)) {
        if (hasAbove && (above.isEmpty() || folder.startsWith(above + '/'_L1)))
            continue;
        above = folder;
        hasAbove = true;
        const QString root = folder.isEmpty() ? workspace : workspace + '/'_L1 + folder;
        QDirIterator files(root, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        for (int count = 0; files.hasNext() && count < mostFiles; ++count)
            look(files.next().sliced(workspace.size() + 1));
    }
    return changed;
}

bool Ownership::isThere(const QString &workspace, const QString &path)
{
    return changeTime(workspace + '/'_L1 + path).has_value();
}

OwnershipWatch::OwnershipWatch(const RunPlan &plan, OwnershipWatch *earlier) : m_ownership(plan)
{
    m_clock.start();
    if (!earlier)
        return;
    const QMutexLocker lock(&earlier->m_mutex);
    m_clock = earlier->m_clock;
    m_seen = earlier->m_seen;
}

bool OwnershipWatch::hasSeen(const QString &workspace)
{
    const QMutexLocker lock(&m_mutex);
    const qint64 at = m_seen.value(workspace).at;
    return at >= 0 && now() - at < recent;
}

void OwnershipWatch::see(const QString &workspace)
{
    const QMutexLocker scanning(&m_scanning);
    scan(workspace);
}

void OwnershipWatch::forget(const QString &workspace)
{
    const QMutexLocker lock(&m_mutex);
    m_seen.remove(workspace);
}

void OwnershipWatch::scan(const QString &workspace)
{
    const qint64 at = now();
    const QList<ChangedFile> files = m_ownership.filesIn(workspace);
    QSet<QString> there;
    for (const ChangedFile &file : files)
        there.insert(file.path);
    const QMutexLocker lock(&m_mutex);
    Seen &seen = m_seen[workspace];
    seen.gone.removeIf([&](const auto &gone) { return there.contains(gone.key()); });
    for (const ChangedFile &file : std::as_const(seen.files)) {
        // A look that gave up has not seen everything.
        if (!there.contains(file.path) && seen.gone.size() < mostFiles && !Ownership::isThere(workspace, file.path))
            seen.gone.insert(file.path, {seen.at, at});
    }
    seen.at = at;
    seen.files = files;
}

QList<Trespass> OwnershipWatch::look(const WatchedAttempt &attempt, qint64 asked)
{
    const auto lookedAt = [&] {
        const QMutexLocker lock(&m_mutex);
        return m_seen.value(attempt.workspace).at;
    };
    QMutexLocker scanning(&m_scanning);
    if (lookedAt() < asked)
        scan(attempt.workspace);
    scanning.unlock();
    QStringList changed;
    QStringList gone;
    QSet<QString> goneBefore; // perhaps before it began
    {
        const QMutexLocker lock(&m_mutex);
        const Seen seen = m_seen.value(attempt.workspace);
        for (const ChangedFile &file : std::as_const(seen.files)) {
            if (file.time >= attempt.since)
                changed.append(file.path);
        }
        for (auto gap = seen.gone.cbegin(); gap != seen.gone.cend(); ++gap) {
            if (gap->to <= attempt.begun)
                continue;
            gone.append(gap.key());
            if (gap->from < attempt.begun - recent)
                goneBefore.insert(gap.key());
        }
    }
    gone.sort();
    QList<Trespass> found = m_ownership.trespasses(attempt.writer, changed, attempt.ranMeanwhile);
    for (Trespass trespass : m_ownership.trespasses(attempt.writer, gone, attempt.ranMeanwhile)) {
        trespass.isDeleted = true;
        trespass.certain = trespass.certain && !goneBefore.contains(trespass.path);
        found.append(trespass);
    }
    return found;
}

QStringList Ownership::ownersOf(const QString &path) const
{
    QStringList owners = m_files.value(path);
    QString folder = path;
    do {
        const qsizetype slash = folder.lastIndexOf(u'/');
        folder = slash < 0 ? QString() : folder.first(slash);
        if (const auto globs = m_globs.constFind(folder); globs != m_globs.constEnd()) {
            for (const OwnedGlob &owned : *globs) {
                if (owned.glob.matches(path))
                    owners.append(owned.owner);
            }
        }
    } while (!folder.isEmpty());
    return owners;
}

QList<Trespass> Ownership::trespasses(const QString &writer, const QStringList &changed, const QSet<QString> &ranMeanwhile) const
{
    QList<Trespass> found;
    const bool isFix = rootOf(writer) != writer;
    for (const QString &path : changed) {
        const QStringList owners = ownersOf(path);
        const bool isAllowed = owners.isEmpty() || std::any_of(owners.cbegin(), owners.cend(), [&](const QString &owner) {
            return rootOf(owner) == rootOf(writer) || ranMeanwhile.contains(owner);
        });
        // A repair has to write where the damage is.
        if (!isAllowed)
            found.append({path, owners.first(), ranMeanwhile.isEmpty() && !isFix});
    }
    return found;
}

} // namespace baton
