// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/supervisorclient.h"

#include "model/run/supervisor/protocol.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <cstring>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QString systemError(int number)
{
    return QString::fromLocal8Bit(std::strerror(number));
}

void put(supervisor::RequestWriter &request, const QString &text)
{
    const QByteArray bytes = QFile::encodeName(text);
    // A text with a zero byte in it would end there; no argument or path may hold one.
    request.text(bytes.constData(), std::strlen(bytes.constData()));
}

void put(supervisor::RequestWriter &request, const QStringList &texts)
{
    request.number(uint32_t(texts.size()));
    for (const QString &text : texts)
        put(request, text);
}

QString bootId()
{
    QFile file(u"/proc/sys/kernel/random/boot_id"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).trimmed() : QString();
}

/// Field 22 of /proc/PID/stat; empty when there is no such process, or only its zombie.
QString startTimeOf(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray stat = file.readAll();
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20 || fields.first() == "Z" || fields.first() == "X")
        return {};
    return QString::fromLatin1(fields.at(19));
}

/// Answers "end N exit|signal CODE OFFSET", split at the spaces.
ProcessEnd endOf(const QList<QByteArray> &words)
{
    return {words.value(2) == "exit", words.value(3).toInt(), words.value(4).toLongLong()};
}

/// Takes the lock that the supervisor will hold, and says in processes.log that there is one: whoever resumes the run
/// knows from then on that requests may be on their way. The file, open; -1 and errno otherwise.
int lockForSupervisor(const RunFolder &folder)
{
    const int log = ::open(QFile::encodeName(folder.processesPath()).constData(),
                           O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (log < 0)
        return -1;
    const bool written = ::write(log, "launch\n", 7) == 7;
    ::close(log);
    const int lock = !written ? -1
                              : ::open(QFile::encodeName(folder.supervisorLockPath()).constData(),
                                       O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    struct flock whole = {};
    whole.l_type = F_RDLCK; // shared: a supervisor whose runner vanished may still wait for its tasks
    whole.l_whence = SEEK_SET;
    if (lock >= 0 && ::fcntl(lock, F_OFD_SETLK, &whole) == 0)
        return lock;
    if (lock >= 0)
        ::close(lock);
    return -1;
}

} // namespace

QString SupervisorClient::executable()
{
    const QDir here(QCoreApplication::applicationDirPath());
    for (const QString &place : {u"baton-supervisor"_s, u"../libexec/baton/baton-supervisor"_s,
                                 u"../lib/baton/baton-supervisor"_s}) {
        const QFileInfo file(here.filePath(place));
        if (file.isFile() && file.isExecutable())
            return file.canonicalFilePath();
    }
    return {};
}

SupervisorClient::SupervisorClient(int socket, qint64 pid)
    : m_socket(socket),
      m_pid(pid),
      m_readable(std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Read)),
      m_writable(std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Write))
{
    m_writable->setEnabled(false);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &SupervisorClient::read);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &SupervisorClient::flush);
}

SupervisorClient::~SupervisorClient()
{
    m_readable.reset();
    m_writable.reset();
    if (m_socket >= 0)
        ::close(m_socket);
    // It ends when its tasks have, perhaps much later; somebody has to wait for it, or it stays behind as a zombie.
    if (m_pid > 0 && ::waitpid(pid_t(m_pid), nullptr, WNOHANG) == 0)
        std::thread([pid = pid_t(m_pid)] { ::waitpid(pid, nullptr, 0); }).detach();
}

/// posix_spawn, because a fork would copy the page tables of a program that may hold hundreds of megabytes.
Result<std::unique_ptr<SupervisorClient>> SupervisorClient::start(const RunFolder &folder)
{
    const QByteArray program = QFile::encodeName(executable());
    if (program.isEmpty())
        return Error{ErrorCode::NotFound, tr("baton-supervisor is missing. Install Baton again.")};
    std::array<int, 2> ends = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return Error{ErrorCode::Failed, tr("The run's supervisor could not be started: %1.").arg(systemError(errno))};
    const int lock = lockForSupervisor(folder);
    if (lock < 0) {
        const int why = errno;
        ::close(ends[0]);
        ::close(ends[1]);
        return Error{ErrorCode::Unreadable,
                     tr("The run folder %1 cannot be written: %2.").arg(folder.path(), systemError(why))};
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, lock, 3);
    posix_spawn_file_actions_addclosefrom_np(&actions, 4);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    const QByteArray path = QFile::encodeName(folder.path());
    // Nothing of ours: whatever it starts may read its environment, and ours may hold keys. But what tells whose process
    // it is, where a task runs us.
    std::vector<char *> variables;
    for (char **variable = environ; *variable; ++variable) {
        const QByteArrayView entry(*variable);
        if (entry.startsWith("BATON_RUN_DIR=") || entry.startsWith("BATON_TASK=") || entry.startsWith("BATON_ATTEMPT="))
            variables.push_back(*variable);
    }
    variables.push_back(nullptr);
    std::array<char *, 3> arguments = {const_cast<char *>(program.constData()), const_cast<char *>(path.constData()), nullptr};
    pid_t pid = 0;
    const int failure = ::posix_spawn(&pid, program.constData(), &actions, &attributes, arguments.data(), variables.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    ::close(lock);
    if (failure) {
        ::close(ends[0]);
        return Error{ErrorCode::Failed, tr("The run's supervisor could not be started: %1.").arg(systemError(failure))};
    }
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return std::unique_ptr<SupervisorClient>(new SupervisorClient(ends[0], pid));
}

void SupervisorClient::run(const ProcessOrder &order)
{
    using namespace supervisor;
    RequestWriter request(RequestKind::Start, order.number);
    put(request, order.label);
    put(request, order.log);
    put(request, order.folder);
    put(request, order.arguments);
    put(request, order.environment);
    put(request, order.input);
    put(request, order.errors);
    request.number(uint32_t(order.secrets.size()));
    for (const QByteArray &secret : order.secrets)
        request.text(secret.constData(), std::strlen(secret.constData()));
    send(request.take() + RequestWriter(RequestKind::Go, order.number).take());
}

void SupervisorClient::end(quint32 number, const StopSteps &steps)
{
    supervisor::RequestWriter request(supervisor::RequestKind::End, number);
    request.number(uint32_t(steps.grace));
    request.number(uint32_t(steps.interrupt));
    send(request.take());
}

void SupervisorClient::send(const std::string &request)
{
    m_output.append(request.data(), qsizetype(request.size()));
    flush();
}

void SupervisorClient::flush()
{
    while (m_socket >= 0 && !m_output.isEmpty()) {
        const ssize_t sent = ::send(m_socket, m_output.constData(), size_t(m_output.size()), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            break; // full: the notifier tells when there is room; gone: read() notices
        m_output.remove(0, sent);
    }
    if (m_writable)
        m_writable->setEnabled(m_socket >= 0 && !m_output.isEmpty());
}

void SupervisorClient::read()
{
    std::array<char, 16384> buffer;
    for (;;) {
        const ssize_t got = ::recv(m_socket, buffer.data(), buffer.size(), 0);
        if (got > 0) {
            m_input.append(buffer.data(), got);
            continue;
        }
        if (got < 0 && errno == EINTR)
            continue;
        const bool gone = got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
        const QByteArray input = std::exchange(m_input, {});
        const qsizetype end = input.lastIndexOf('\n') + 1;
        m_input = input.sliced(end);
        for (qsizetype begin = 0; begin < end;) {
            const qsizetype feed = input.indexOf('\n', begin);
            readLine(QByteArrayView(input).sliced(begin, feed - begin));
            begin = feed + 1;
        }
        if (gone)
            lose();
        return;
    }
}

void SupervisorClient::readLine(QByteArrayView line)
{
    const QList<QByteArray> words = line.toByteArray().split(' ');
    const quint32 number = words.value(1).toUInt();
    if (words.first() == "start")
        emit started(number, words.value(2).toLongLong());
    else if (words.first() == "fail")
        emit failed(number, systemError(words.value(2).toInt()));
    else if (words.first() == "end")
        emit ended(number, endOf(words));
}

void SupervisorClient::lose()
{
    m_readable->setEnabled(false);
    m_writable->setEnabled(false);
    ::close(m_socket);
    m_socket = -1;
    emit lost();
}

bool KnownProcess::lives() const
{
    return !hasEnded && !hasFailed && ofThisBoot && pid > 0 && !startTime.isEmpty() && startTimeOf(pid) == startTime;
}

bool KnownProcess::isSupervised() const
{
    return ofThisBoot && supervisor > 0 && !supervisorStartTime.isEmpty() && startTimeOf(supervisor) == supervisorStartTime;
}

ProcessLog readProcessLog(const RunFolder &folder)
{
    ProcessLog log;
    QFile file(folder.processesPath());
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return log;
    const QString boot = bootId();
    // A supervisor starts nothing any more when the next one comes, so each process is of the latest.
    KnownProcess ofSupervisor;
    QHash<quint32, QString> labels;
    while (!file.atEnd()) {
        const QList<QByteArray> words = file.readLine(65536).trimmed().split(' ');
        const quint32 number = words.value(1).toUInt();
        if (words.first() == "supervisor") {
            ofSupervisor.ofThisBoot = QString::fromLatin1(words.value(3)) == boot;
            ofSupervisor.supervisor = words.value(1).toLongLong();
            ofSupervisor.supervisorStartTime = QString::fromLatin1(words.value(2));
            continue;
        }
        if (words.first() == "launch") {
            log.isSettled = false;
            continue;
        }
        if (words.first() == "orphaned") {
            log.isSettled = true;
            continue;
        }
        if (words.first() == "start") {
            const QString label = QFile::decodeName(words.mid(4).join(' '));
            labels.insert(number, label);
            KnownProcess process = ofSupervisor;
            process.number = number;
            process.pid = words.value(2).toLongLong();
            process.startTime = QString::fromLatin1(words.value(3));
            log.latest.insert(label, process);
            log.lastNumber = std::max(log.lastNumber, number);
            continue;
        }
        const auto known = log.latest.find(labels.value(number));
        if (known == log.latest.end() || known->number != number)
            continue;
        if (words.first() == "ending") {
            known->wasEnding = true;
        } else if (words.first() == "end") {
            known->hasEnded = true;
            known->end = endOf(words);
        }
    }
    return log;
}

bool isSupervised(const RunFolder &folder)
{
    const int file = ::open(QFile::encodeName(folder.supervisorLockPath()).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    const bool held = ::fcntl(file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(file);
    return held;
}

} // namespace baton
