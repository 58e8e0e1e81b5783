// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/journal.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Longer lines are no events of ours: an issue list of thousands of entries stays below.
constexpr qsizetype longestLine = 16 * 1024 * 1024;
constexpr qsizetype chunkSize = 1024 * 1024;
constexpr qsizetype mostProblems = 1000;
constexpr auto flushDelay = std::chrono::milliseconds(100);

QString systemError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

/// The size of the complete lines in a file; -1 where it cannot be read.
qint64 endOfLastLine(int file)
{
    std::array<char, 4096> block;
    for (qint64 end = ::lseek(file, 0, SEEK_END); end > 0;) {
        const qint64 begin = std::max<qint64>(0, end - qint64(block.size()));
        const ssize_t got = ::pread(file, block.data(), size_t(end - begin), begin);
        if (got != end - begin)
            return -1;
        const QByteArrayView bytes(block.data(), got);
        if (const qsizetype feed = bytes.lastIndexOf('\n'); feed >= 0)
            return begin + feed + 1;
        end = begin;
    }
    return 0;
}

/// Whether the process whose number stands in a lock file is there, and not only its name for whoever started it. True
/// where nobody can tell.
bool holderLives(int lock)
{
    std::array<char, 32> text{};
    const ssize_t got = ::pread(lock, text.data(), text.size() - 1, 0);
    const qint64 pid = QByteArray(text.data(), qMax<ssize_t>(0, got)).trimmed().toLongLong();
    if (pid <= 0)
        return true;
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return stat.exists();
    const QByteArray line = stat.readAll();
    const QByteArray state = line.mid(line.lastIndexOf(')') + 1).trimmed().left(1);
    return state != "Z" && state != "X";
}

/// Takes the lock, or says that another program has it.
bool takeLock(int lock)
{
    struct flock whole = {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    bool taken = ::fcntl(lock, F_OFD_SETLK, &whole) == 0;
    // A runner that was killed while it started its supervisor leaves the lock to that until its exec.
    for (int i = 0; i < 200 && !taken && !holderLives(lock); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        taken = ::fcntl(lock, F_OFD_SETLK, &whole) == 0;
    }
    if (!taken)
        return false;
    const QByteArray pid = QByteArray::number(qint64(::getpid())) + '\n';
    return ::ftruncate(lock, 0) == 0 && ::pwrite(lock, pid.constData(), size_t(pid.size()), 0) == pid.size();
}

} // namespace

JournalReader::JournalReader(const QString &path) : m_file(path) {}

Result<void> JournalReader::readInto(QList<Event> &events)
{
    if (!m_file.isOpen()) {
        if (QFileInfo info(m_file.fileName()); info.exists() && !info.isFile())
            return Error{ErrorCode::Unreadable, tr("%1 is no journal. Name a run folder.").arg(m_file.fileName())};
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            return Error{m_file.exists() ? ErrorCode::Unreadable : ErrorCode::NotFound,
                         tr("The journal %1 could not be read: %2.").arg(m_file.fileName(), m_file.errorString())};
        }
    }
    for (;;) {
        const QByteArray chunk = m_file.read(chunkSize);
        if (chunk.isEmpty())
            break;
        const QByteArray bytes = m_rest.isEmpty() ? chunk : m_rest + chunk;
        qsizetype begin = 0;
        for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', begin)) {
            readLine(QByteArrayView(bytes).sliced(begin, end - begin), events);
            begin = end + 1;
        }
        m_rest = bytes.sliced(begin);
        if (m_rest.size() > longestLine) {
            return Error{ErrorCode::Limit,
                         tr("Line %1 of the journal %2 is too long to be an event. The journal is damaged from there on.")
                             .arg(m_line + 1)
                             .arg(m_file.fileName())};
        }
    }
    m_torn = !m_rest.isEmpty();
    return {};
}

void JournalReader::readLine(QByteArrayView line, QList<Event> &events)
{
    ++m_line;
    Result<Event> event = fromJournalLine(line);
    if (!event)
        return report(tr("Line %1 of the journal is no event: %2").arg(m_line).arg(event.error().message));
    if (event->seq <= m_lastSeq) {
        return report(tr("Line %1 of the journal repeats number %2 and is left out.").arg(m_line).arg(event->seq));
    }
    if (event->seq != m_lastSeq + 1)
        report(tr("Events are missing before line %1 of the journal (number %2 follows %3).")
                   .arg(m_line)
                   .arg(event->seq)
                   .arg(m_lastSeq));
    m_lastSeq = event->seq;
    event->subject = *m_subjects.insert(event->subject);
    events.append(std::move(*event));
}

void JournalReader::report(const QString &message)
{
    if (m_problems.size() < mostProblems)
        m_problems.append({m_line, message});
}

const JournalProblem *Journal::damage() const
{
    for (const JournalProblem &problem : problems) {
        if (!problem.torn)
            return &problem;
    }
    return nullptr;
}

Result<Journal> readJournal(const QString &path)
{
    JournalReader reader(path);
    Journal journal;
    if (const Result<void> read = reader.readInto(journal.events); !read)
        return read.error();
    journal.problems = reader.problems();
    if (reader.hasTornLine()) {
        journal.problems.append(
            {reader.lines() + 1, JournalReader::tr("The last event was cut off while it was written, and is left out."), true});
    }
    return journal;
}

/// Brings written events to the disk behind the writer's back.
class JournalWriter::Flusher
{
public:
    explicit Flusher(int file) : m_file(file), m_thread([this] { run(); }) {}
    ~Flusher()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ends = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Flusher)

    void written(bool urgent)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_dirty && (m_urgent || !urgent))
                return; // it is on its way already
            m_dirty = true;
            m_urgent = m_urgent || urgent;
        }
        m_wake.notify_one();
    }

private:
    void run()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_dirty || m_ends; });
            if (!m_dirty)
                return;
            m_wake.wait_for(lock, flushDelay, [this] { return m_urgent || m_ends; });
            m_dirty = false;
            m_urgent = false;
            lock.unlock();
            ::fdatasync(m_file);
            lock.lock();
        }
    }

    int m_file;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_dirty = false;
    bool m_urgent = false;
    bool m_ends = false;
    std::thread m_thread; // last: it uses all of the above
};

JournalWriter::JournalWriter(int file, int lock, qint64 size, const QString &path)
    : m_file(file), m_lock(lock), m_size(size), m_path(path), m_flusher(std::make_unique<Flusher>(file))
{
}

JournalWriter::~JournalWriter()
{
    m_flusher.reset();
    ::close(m_file);
    ::close(m_lock);
}

Result<std::unique_ptr<JournalWriter>> JournalWriter::open(const QString &path)
{
    const QByteArray lockPath = QFile::encodeName(QFileInfo(path).path() + u"/lock"_s);
    const int lock = ::open(lockPath.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (lock < 0)
        return Error{ErrorCode::Unreadable, tr("The run folder of %1 cannot be written: %2.").arg(path, systemError())};
    if (!takeLock(lock)) {
        ::close(lock);
        return Error{ErrorCode::Locked, tr("Another program drives this run. Watch it, or wait until it ends."), path};
    }
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0644);
    const qint64 size = file < 0 ? -1 : endOfLastLine(file);
    if (size < 0 || ::ftruncate(file, size) != 0) {
        const QString why = systemError();
        if (file >= 0)
            ::close(file);
        ::close(lock);
        return Error{ErrorCode::Unreadable, tr("The journal %1 cannot be written: %2.").arg(path, why)};
    }
    return std::unique_ptr<JournalWriter>(new JournalWriter(file, lock, size, path));
}

Result<void> JournalWriter::append(const Event &event)
{
    const QByteArray line = toJournalLine(event);
    ssize_t written = 0;
    do {
        written = ::write(m_file, line.constData(), size_t(line.size()));
    } while (written < 0 && errno == EINTR);
    if (written != line.size()) {
        const QString why = written < 0 ? systemError() : tr("the disk is full");
        if (written > 0 && ::ftruncate(m_file, m_size) != 0)
            return Error{ErrorCode::Unreadable, tr("The journal %1 could not be written, and its last line is torn: %2.").arg(m_path, why)};
        return Error{ErrorCode::Unreadable, tr("The journal %1 could not be written: %2.").arg(m_path, why)};
    }
    m_size += line.size();
    m_flusher->written(event.type == EventType::GatePassed || event.type == EventType::RunFinished
                       || event.type == EventType::RunPaused);
    return {};
}

} // namespace baton
