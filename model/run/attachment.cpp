// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/attachment.h"

#include "model/base/glob.h"
#include "model/run/worktrees/worktree.h"
#include "model/run/worktrees/worktreeplan.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Attachment
{
    Q_DECLARE_TR_FUNCTIONS(baton::Attachment)
};

constexpr int mostLookedAt = 5'000; ///< Files of one folder; what is behind them is not shown.
constexpr int mostShown = 5;
constexpr qint64 largestFile = qint64(256) * 1024 * 1024; ///< It is copied by the thread that shows things.
constexpr qint64 portion = 1024 * 1024;

bool isForbidden(const QString &path)
{
    return path.isEmpty() || Glob::isUnsafe(path) || path == ".baton"_L1 || path.startsWith(".baton/"_L1);
}

/// The folder that a file goes into, made where it is not there; refused where a link on the way leads out.
Result<QString> folderFor(const QString &workspace, const QString &path)
{
    const QString root = QFileInfo(workspace).canonicalFilePath();
    if (root.isEmpty())
        return Error{ErrorCode::NotFound, Attachment::tr("The workspace %1 is gone.").arg(workspace)};
    const QStringList names = path.split('/'_L1);
    QString folder = root;
    for (const QString &name : names.first(names.size() - 1)) {
        folder += '/'_L1 + name;
        const QFileInfo info(folder);
        if (!info.exists() && !info.isSymLink() && !QDir().mkdir(folder))
            return Error{ErrorCode::Unreadable, Attachment::tr("The folder %1 cannot be made. Check its permissions.").arg(folder)};
        const QString real = QFileInfo(folder).canonicalFilePath();
        if (real != root && !real.startsWith(root + '/'_L1))
            return Error{ErrorCode::Refused, Attachment::tr("“%1” is a link that leads out of the workspace.").arg(folder)};
    }
    return folder;
}

Result<QString> finish(QSaveFile &file, const QString &path)
{
    if (!file.commit())
        return Error{ErrorCode::Unreadable, Attachment::tr("“%1” cannot be written: %2.").arg(path, file.errorString())};
    return path;
}

/// Opens the file that keeps the promise, for writing; \a path becomes where it is.
Result<void> openPlace(QSaveFile &file, const QString &workspace, const QString &promise, const QString &name, QString &path)
{
    const Result<QString> place = placeFor(promise, name);
    if (!place)
        return place.error();
    path = *place;
    const Result<QString> folder = folderFor(workspace, path);
    if (!folder)
        return folder.error();
    const QString full = *folder + '/'_L1 + path.section('/'_L1, -1);
    // A link at the place itself would be written through.
    if (QFileInfo(full).isSymLink())
        return Error{ErrorCode::Refused, Attachment::tr("“%1” is a link. Remove it first.").arg(path)};
    file.setFileName(full);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Unreadable, Attachment::tr("“%1” cannot be written: %2.").arg(path, file.errorString())};
    return {};
}

} // namespace

QString workspaceOf(const RunFolder &folder, const QString &task)
{
    const QString root = folder.info()["root"_L1].toString();
    const WorktreeNames names{{}, QFileInfo(folder.path()).fileName(), folder.path()};
    const WorktreeRecord record = readWorktreeRecord(names.recordOf(task));
    if (record.stage == WorktreeRecord::Stage::None || !QFileInfo(record.path).isDir())
        return root;
    // The worktree holds the whole repository; the workspace may be a folder in it.
    QString top = root;
    while (!QFileInfo::exists(top + u"/.git"_s) && QFileInfo(top).path() != top)
        top = QFileInfo(top).path();
    return QDir::cleanPath(record.path + '/'_L1 + QDir(top).relativeFilePath(root));
}

QList<PromisedFile> lookAtPromises(const QString &workspace, const QStringList &promises)
{
    QList<PromisedFile> seen;
    const QString root = QFileInfo(workspace).canonicalFilePath();
    for (const QString &promise : promises) {
        PromisedFile found{promise};
        const QString path = Glob::cleaned(promise);
        const auto take = [&](const QFileInfo &info, const QString &name) {
            if (info.size() == 0 || found.files.size() >= mostShown)
                return;
            found.files.append(name);
            found.bytes += info.size();
        };
        Glob glob(path);
        if (!root.isEmpty() && !isForbidden(path)) {
            if (QFileInfo(root + '/'_L1 + path).isDir() && !path.endsWith('/'_L1))
                glob = Glob(path + '/'_L1);
            if (glob.isLiteral()) {
                if (const QFileInfo info(root + '/'_L1 + path); info.isFile())
                    take(info, path);
            } else {
                QDirIterator files(glob.folder().isEmpty() ? root : root + '/'_L1 + glob.folder(),
                                   QDir::Files | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDirIterator::Subdirectories);
                for (int count = 0; files.hasNext() && count < mostLookedAt; ++count) {
                    const QString name = files.next().sliced(root.size() + 1);
                    if (!isForbidden(name) && glob.matches(name))
                        take(files.fileInfo(), name);
                }
            }
        }
        seen.append(found);
    }
    return seen;
}

QList<VerifiedFile> verifiedFor(const TaskRun &run, const QString &promise)
{
    const Glob glob(promise);
    const Glob folder(glob.pattern() + '/'_L1);
    QList<VerifiedFile> files;
    for (const VerifiedFile &file : run.evidence) {
        // What is written without a slash may be a folder.
        if (glob.isLiteral() ? file.path == glob.pattern() || folder.matches(file.path) : glob.matches(file.path))
            files.append(file);
    }
    return files;
}

Result<QString> placeFor(const QString &promise, const QString &name)
{
    const QString path = Glob::cleaned(promise);
    if (isForbidden(path))
        return Error{ErrorCode::Refused, Attachment::tr("“%1” is outside the workspace. Change the plan to name a file inside it.").arg(promise)};
    const Glob glob(path);
    if (glob.isLiteral())
        return path;
    const QString plain = name.section('/'_L1, -1);
    const QString place = glob.folder().isEmpty() ? plain : glob.folder() + '/'_L1 + plain;
    if (plain.isEmpty() || plain == "."_L1 || plain == ".."_L1 || !glob.matches(place))
        return Error{ErrorCode::Refused, Attachment::tr("“%1” does not name a file called “%2”. Rename the file, then attach it again.").arg(promise, plain)};
    return place;
}

Result<QString> attachFile(const QString &workspace, const QString &promise, const QString &source)
{
    QFile from(source);
    if (!QFileInfo(source).isFile() || !from.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, Attachment::tr("%1 cannot be read. Choose another file.").arg(source)};
    if (from.size() == 0)
        return Error{ErrorCode::Refused, Attachment::tr("%1 is empty, which proves nothing. Choose another file.").arg(source)};
    if (from.size() > largestFile)
        return Error{ErrorCode::Refused, Attachment::tr("%1 is too large to be copied here. Put it into the workspace yourself.").arg(source)};
    QSaveFile file;
    QString path;
    if (const Result<void> opened = openPlace(file, workspace, promise, QFileInfo(source).fileName(), path); !opened)
        return opened.error();
    while (!from.atEnd()) {
        const QByteArray bytes = from.read(portion);
        if (bytes.isEmpty() || file.write(bytes) != bytes.size())
            return Error{ErrorCode::Unreadable, Attachment::tr("%1 could not be copied: %2.").arg(source, bytes.isEmpty() ? from.errorString() : file.errorString())};
    }
    return finish(file, path);
}

Result<QString> attachText(const QString &workspace, const QString &promise, const QString &name, const QString &text)
{
    QByteArray bytes = text.toUtf8();
    if (text.trimmed().isEmpty())
        return Error{ErrorCode::Refused, Attachment::tr("Write something first: an empty file proves nothing.")};
    if (!bytes.endsWith('\n'))
        bytes += '\n';
    QSaveFile file;
    QString path;
    if (const Result<void> opened = openPlace(file, workspace, promise, name, path); !opened)
        return opened.error();
    if (file.write(bytes) != bytes.size())
        return Error{ErrorCode::Unreadable, Attachment::tr("“%1” cannot be written: %2.").arg(path, file.errorString())};
    return finish(file, path);
}

} // namespace baton
