// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/evidence.h"

#include "model/base/glob.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A folder or glob that names more files than this proves nothing.
constexpr int mostFiles = 100'000;

qint64 nanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

bool isBelowBaton(const QString &path)
{
    return path == ".baton"_L1 || path.startsWith(".baton/"_L1);
}

class EvidenceVerifier
{
    Q_DECLARE_TR_FUNCTIONS(baton::EvidenceVerifier)

public:
    explicit EvidenceVerifier(const EvidenceCheck &check)
        : m_check(check), m_root(QFileInfo(check.root).canonicalFilePath())
    {
    }

    EvidenceFound verify()
    {
        for (const QString &pattern : m_check.patterns) {
            m_found.missing = verifyPattern(pattern);
            if (!m_found.missing.isEmpty())
                break;
        }
        return m_found;
    }

private:
    /// Why the promise is not kept; empty when it is.
    QString verifyPattern(const QString &pattern)
    {
        const QString path = Glob::cleaned(pattern);
        if (path.isEmpty() || Glob::isUnsafe(path))
            return tr("“%1” is outside the workspace. Name a file inside it.").arg(pattern);
        if (isBelowBaton(path))
            return tr("“%1” is in Baton's own folder, which proves nothing. Name another file.").arg(pattern);
        if (m_root.isEmpty())
            return tr("The workspace %1 is gone.").arg(m_check.root);
        const Glob glob(path);
        if (!glob.isLiteral())
            return verifyAll(glob, pattern);
        if (QFileInfo(m_root + '/'_L1 + path).isDir())
            return verifyAll(Glob(path + '/'_L1), pattern);
        return verifyFile(path);
    }

    QString verifyAll(const Glob &glob, const QString &pattern)
    {
        const QString folder = glob.folder().isEmpty() ? m_root : m_root + '/'_L1 + glob.folder();
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        bool kept = false;
        for (int seen = 0; files.hasNext(); ++seen) {
            const QString path = files.next().sliced(m_root.size() + 1);
            if (seen > mostFiles)
                return tr("“%1” names more than %2 files. Name fewer.").arg(pattern).arg(mostFiles);
            if (!isBelowBaton(path) && glob.matches(path) && verifyFile(path).isEmpty())
                kept = true;
        }
        return kept ? QString() : tr("No fresh, non-empty file is named by “%1”. The task has to write one.").arg(pattern);
    }

    /// Judges the file that was opened, wherever links led, so that nobody can swap it in between.
    QString verifyFile(const QString &path)
    {
        if (m_seen.contains(path))
            return {};
        const QString full = m_root + '/'_L1 + path;
        const int file = ::open(QFile::encodeName(full).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
        if (file < 0) {
            return errno == ENOENT || errno == ENOTDIR
                       ? tr("“%1” is missing. The task has to write it.").arg(path)
                       : tr("“%1” cannot be read: %2.").arg(path, QString::fromLocal8Bit(std::strerror(errno)));
        }
        const QString problem = verifyOpenFile(file, path);
        ::close(file);
        if (problem.isEmpty())
            m_seen.insert(path);
        return problem;
    }

    QString verifyOpenFile(int file, const QString &path)
    {
        const QString real = QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(file));
        if (!real.startsWith(m_root == "/"_L1 ? m_root : m_root + '/'_L1) || isBelowBaton(real.mid(m_root.size() + 1)))
            return tr("“%1” is a link that leads out of the workspace. Write the file itself.").arg(path);
        struct stat status = {};
        if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode))
            return tr("“%1” is no file.").arg(path);
        if (status.st_size == 0)
            return tr("“%1” is empty. The task has to write something to it.").arg(path);
        if (nanoseconds(status.st_mtim) < m_check.since && !m_check.merged.contains(path))
            return tr("“%1” is older than this attempt. The task has to write it anew.").arg(path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        std::array<char, 65536> block;
        qint64 bytes = 0;
        for (ssize_t got = 0; (got = ::read(file, block.data(), block.size())) != 0; bytes += got) {
            if (got < 0)
                return tr("“%1” cannot be read: %2.").arg(path, QString::fromLocal8Bit(std::strerror(errno)));
            hash.addData(QByteArrayView(block.data(), got));
        }
        m_found.files.append({path, bytes, QString::fromLatin1(hash.result().toHex())});
        return {};
    }

    const EvidenceCheck &m_check;
    QString m_root;
    EvidenceFound m_found;
    QSet<QString> m_seen;
};

} // namespace

EvidenceFound verifyEvidence(const EvidenceCheck &check)
{
    return EvidenceVerifier(check).verify();
}

QString EvidenceMarker::folder() const
{
    return u"%1/.baton/markers/%2"_s.arg(m_root, m_runId);
}

Result<void> EvidenceMarker::place(const QString &name) const
{
    if (!QDir().mkpath(folder()))
        return Error{ErrorCode::Unreadable,
                     QCoreApplication::translate("baton::EvidenceMarker",
                                                 "The workspace %1 cannot be written. Check its permissions.")
                         .arg(m_root)};
    if (QFile ignore(m_root + u"/.baton/.gitignore"_s); !ignore.exists() && ignore.open(QIODevice::WriteOnly))
        ignore.write("*\n");
    // Written anew, so that its time is now: the same attempt may start twice.
    const QByteArray path = QFile::encodeName(folder() + '/'_L1 + name);
    ::unlink(path.constData());
    const int file = ::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (file < 0)
        return Error{ErrorCode::Unreadable,
                     QCoreApplication::translate("baton::EvidenceMarker",
                                                 "The workspace %1 cannot be written. Check its permissions.")
                         .arg(m_root),
                     QString::fromLocal8Bit(std::strerror(errno))};
    ::close(file);
    return {};
}

std::optional<qint64> EvidenceMarker::time(const QString &name) const
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(folder() + '/'_L1 + name).constData(), &status) != 0)
        return std::nullopt;
    return nanoseconds(status.st_mtim);
}

void EvidenceMarker::removeAll() const
{
    QDir(folder()).removeRecursively();
    QDir().rmdir(m_root + u"/.baton/markers"_s); // only when no other run has markers there
}

} // namespace baton
