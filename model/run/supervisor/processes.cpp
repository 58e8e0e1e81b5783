// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/supervisor/processes.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace baton::supervisor {

namespace {

constexpr int strayGrace = 500; ///< Milliseconds that what a task left behind gets to end by itself.
constexpr int64_t secondLook = 50;

int64_t now()
{
    timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return int64_t(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

std::string contentsOf(const std::string &path, size_t most = 262144)
{
    std::string text;
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return text;
    char buffer[4096];
    for (ssize_t got = 0; text.size() < most && (got = read(file, buffer, sizeof buffer)) > 0;)
        text.append(buffer, size_t(got));
    close(file);
    return text;
}

/// When the process was started, in clock ticks since boot: with the pid, its identity.
std::string startTimeOf(pid_t pid)
{
    const std::string stat = contentsOf("/proc/" + std::to_string(pid) + "/stat", 1024);
    size_t at = stat.rfind(')'); // the name before it may hold anything
    for (int field = 2; field < 22 && at != std::string::npos; ++field)
        at = stat.find(' ', at + 1);
    if (at == std::string::npos)
        return "0";
    return stat.substr(at + 1, stat.find(' ', at + 1) - at - 1);
}

std::vector<pid_t> childrenOf(pid_t pid)
{
    std::vector<pid_t> children;
    const std::string name = std::to_string(pid);
    const std::string list = contentsOf("/proc/" + name + "/task/" + name + "/children");
    for (const char *at = list.c_str(); *at;) {
        char *end = nullptr;
        const long child = strtol(at, &end, 10);
        if (end == at)
            break;
        if (child > 0)
            children.push_back(pid_t(child));
        at = end;
    }
    return children;
}

bool hasEnvironment(pid_t pid, const std::string &first, const std::string &second)
{
    const std::string environment = '\0' + contentsOf("/proc/" + std::to_string(pid) + "/environ");
    return environment.find('\0' + first + '\0') != std::string::npos
           && environment.find('\0' + second + '\0') != std::string::npos;
}

const std::string *variable(const std::vector<std::string> &environment, const char *name)
{
    const size_t length = strlen(name);
    for (const std::string &entry : environment) {
        if (entry.size() > length && entry[length] == '=' && entry.compare(0, length, name) == 0)
            return &entry;
    }
    return nullptr;
}

/// The program that a name without a slash means, looked up in the task's own PATH.
std::string programOf(const std::string &name, const std::vector<std::string> &environment)
{
    if (name.find('/') != std::string::npos)
        return name;
    const std::string *path = variable(environment, "PATH");
    const std::string folders = path ? path->substr(5) : std::string("/usr/local/bin:/usr/bin:/bin");
    for (size_t begin = 0; begin <= folders.size();) {
        const size_t end = std::min(folders.find(':', begin), folders.size());
        const std::string candidate = folders.substr(begin, end - begin) + '/' + name;
        if (end > begin && access(candidate.c_str(), X_OK) == 0)
            return candidate;
        begin = end + 1;
    }
    return name;
}

void writeAll(int file, const std::string &bytes)
{
    for (size_t at = 0; at < bytes.size();) {
        const ssize_t put = write(file, bytes.data() + at, bytes.size() - at);
        if (put < 0 && errno != EINTR)
            return; // a full disk: the process goes on, its words are lost
        at += put > 0 ? size_t(put) : 0;
    }
}

std::vector<char *> pointersTo(const std::vector<std::string> &texts)
{
    std::vector<char *> pointers;
    pointers.reserve(texts.size() + 1);
    for (const std::string &text : texts)
        pointers.push_back(const_cast<char *>(text.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> textsOf(RequestReader &request)
{
    std::vector<std::string> texts;
    for (uint32_t count = request.number(); count > 0 && !request.atEnd(); --count)
        texts.push_back(request.text());
    return texts;
}

} // namespace

void Processes::introduce()
{
    std::string boot = contentsOf("/proc/sys/kernel/random/boot_id", 64);
    while (!boot.empty() && boot.back() == '\n')
        boot.pop_back();
    const pid_t pid = getpid();
    say("supervisor " + std::to_string(pid) + ' ' + startTimeOf(pid) + ' ' + boot, false);
}

void Processes::prepare(uint32_t number, RequestReader &request)
{
    Request &waiting = m_waiting[number];
    waiting.label = request.text();
    waiting.log = request.text();
    waiting.folder = request.text();
    waiting.arguments = textsOf(request);
    waiting.environment = textsOf(request);
    waiting.input = request.text();
    waiting.errors = request.text();
    waiting.secrets = textsOf(request);
}

void Processes::go(uint32_t number)
{
    const auto waiting = m_waiting.find(number);
    if (waiting == m_waiting.end())
        return;
    const Request request = std::move(waiting->second);
    m_waiting.erase(waiting);
    Process process;
    if (!start(request, process)) {
        say("fail " + std::to_string(number) + ' ' + std::to_string(errno), true);
        return;
    }
    if (const std::string *task = variable(request.environment, "BATON_TASK"))
        process.mark = *task;
    if (const std::string *attempt = variable(request.environment, "BATON_ATTEMPT"))
        process.mark2 = *attempt;
    const std::string born = startTimeOf(process.pid);
    process.born = strtoll(born.c_str(), nullptr, 10);
    say("start " + std::to_string(number) + ' ' + std::to_string(process.pid) + ' ' + born + ' '
            + request.label,
        true);
    m_numbers[process.pid] = number;
    m_running[number] = std::move(process);
}

/// On failure errno says why.
bool Processes::start(const Request &request, Process &process)
{
    if (request.arguments.empty()) {
        errno = EINVAL;
        return false;
    }
    // Two descriptions, also of one file: that of stderr remembers where the last words on stderr end.
    constexpr int flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW;
    const int output = open(request.log.c_str(), flags, 0644);
    process.errors = open((request.errors.empty() ? request.log : request.errors).c_str(), flags, 0644);
    int ends[2] = {output, process.errors};
    bool isStarted = output >= 0 && process.errors >= 0;
    const bool isRedacted = isStarted && !Redaction(request.secrets).isIdle();
    if (isRedacted)
        isStarted = openStreams(request, process, ends, output);
    isStarted = isStarted && spawn(request, process, ends[0], ends[1]);
    const int why = errno;
    if (isRedacted) {
        ::close(ends[0]);
        if (ends[1] != ends[0])
            ::close(ends[1]);
    } else if (output >= 0) {
        ::close(output);
    }
    if (!isStarted)
        closeFiles(process);
    errno = why;
    return isStarted;
}

/// \a ends become those that the process writes to. What goes to one file comes through one pipe, or its order is lost.
bool Processes::openStreams(const Request &request, Process &process, int (&ends)[2], int output)
{
    ends[0] = ends[1] = -1;
    const std::array<int, 2> files = {output, process.errors};
    process.streams.resize(request.errors.empty() ? 1 : 2);
    process.streams[0].file = output;
    for (size_t i = 0; i < process.streams.size(); ++i) {
        int pipe[2] = {-1, -1};
        if (pipe2(pipe, O_CLOEXEC) != 0)
            return false;
        fcntl(pipe[0], F_SETFL, O_NONBLOCK);
        process.streams[i] = {pipe[0], files[i], Redaction(request.secrets)};
        ends[i] = pipe[1];
    }
    if (process.streams.size() == 1)
        ends[1] = ends[0];
    return true;
}

/// posix_spawn does not copy this program's memory.
bool Processes::spawn(const Request &request, Process &process, int output, int errors)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, request.input.empty() ? "/dev/null" : request.input.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, 1);
    posix_spawn_file_actions_adddup2(&actions, errors, 2);
    posix_spawn_file_actions_addchdir_np(&actions, request.folder.c_str());
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    const std::string program = programOf(request.arguments.front(), request.environment);
    const int failure = posix_spawn(&process.pid, program.c_str(), &actions, &attributes,
                                    pointersTo(request.arguments).data(), pointersTo(request.environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    errno = failure;
    return failure == 0;
}

std::vector<int> Processes::pipes() const
{
    std::vector<int> pipes;
    for (const auto &[number, process] : m_running) {
        for (const Stream &stream : process.streams) {
            if (stream.pipe >= 0)
                pipes.push_back(stream.pipe);
        }
    }
    return pipes;
}

void Processes::passOn()
{
    for (auto &[number, process] : m_running) {
        for (Stream &stream : process.streams)
            passOn(stream);
    }
}

/// What is there by now, within reason: whoever prints without end is not to keep all others from being heard.
void Processes::passOn(Stream &stream)
{
    char buffer[65536];
    for (int round = 0; round < 16 && stream.pipe >= 0; ++round) {
        const ssize_t got = read(stream.pipe, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return; // no more as yet
        writeAll(stream.file, got > 0 ? stream.redaction.pass(buffer, size_t(got)) : stream.redaction.rest());
        if (got == 0) {
            ::close(stream.pipe);
            stream.pipe = -1;
        }
    }
}

/// Nobody writes any more.
void Processes::closeFiles(Process &process)
{
    for (Stream &stream : process.streams) {
        passOn(stream);
        if (stream.pipe >= 0) { // somebody has its end who is none of ours
            ::close(stream.pipe);
            writeAll(stream.file, stream.redaction.rest());
        }
        if (stream.file != process.errors)
            ::close(stream.file);
    }
    process.streams.clear();
    if (process.errors >= 0)
        ::close(process.errors);
    process.errors = -1;
}

void Processes::end(uint32_t number, int graceMilliseconds, int interruptMilliseconds)
{
    m_waiting.erase(number);
    const auto found = m_running.find(number);
    if (found == m_running.end() || found->second.killAt >= 0)
        return;
    Process &process = found->second;
    say("ending " + std::to_string(number), false);
    process.killAt = now() + std::max(interruptMilliseconds, 0) + std::max(graceMilliseconds, 0);
    if (interruptMilliseconds <= 0)
        return signalAll(process, SIGTERM);
    process.termAt = now() + interruptMilliseconds;
    kill(-process.pid, SIGINT); // what it started in sessions of their own is its to end, as long as it may
}

void Processes::endAll()
{
    std::vector<uint32_t> numbers;
    for (const auto &[number, process] : m_running)
        numbers.push_back(number);
    for (const uint32_t number : numbers)
        end(number, 5000);
}

void Processes::collect()
{
    for (;;) {
        int status = 0;
        const pid_t pid = waitpid(-1, &status, WNOHANG);
        if (pid <= 0)
            break;
        const auto found = m_numbers.find(pid);
        if (found == m_numbers.end())
            continue; // a stray that had become ours
        Process &process = m_running[found->second];
        process.ended = true;
        process.status = status;
    }
    std::vector<uint32_t> ended;
    for (const auto &[number, process] : m_running) {
        if (process.ended)
            ended.push_back(number);
    }
    for (const uint32_t number : ended)
        finishIfGone(number);
}

/// Answers once the process and everything that it started are gone; asks what lingers to go.
void Processes::finishIfGone(uint32_t number)
{
    Process &process = m_running[number];
    const bool groupLives = kill(-process.pid, 0) == 0;
    if (groupLives || !straysOf(process).empty()) {
        if (process.killAt < 0 || process.termAt >= 0) {
            process.termAt = -1;
            process.killAt = now() + strayGrace;
            signalAll(process, SIGTERM);
        }
        return;
    }
    const bool exited = WIFEXITED(process.status);
    for (Stream &stream : process.streams)
        passOn(stream); // all that it printed is in the pipe, which holds no more than is read at once
    const off_t lastWords = lseek(process.errors, 0, SEEK_CUR);
    closeFiles(process);
    say("end " + std::to_string(number) + (exited ? " exit " : " signal ")
            + std::to_string(exited ? WEXITSTATUS(process.status) : WTERMSIG(process.status)) + ' '
            + std::to_string(lastWords < 0 ? 0 : lastWords),
        true);
    m_numbers.erase(process.pid);
    m_running.erase(number);
}

/// What the process started and left its group: below it in the tree, or handed to us when its parent died.
std::vector<pid_t> Processes::straysOf(const Process &process) const
{
    std::vector<pid_t> strays;
    for (const pid_t child : childrenOf(getpid())) {
        if (!m_numbers.count(child) && getpgid(child) != process.pid && isOf(child, process))
            strays.push_back(child);
    }
    for (size_t i = 0; i < strays.size() && strays.size() < 10000; ++i) {
        for (const pid_t child : childrenOf(strays[i]))
            strays.push_back(child);
    }
    if (!process.ended) {
        std::vector<pid_t> below = childrenOf(process.pid);
        for (size_t i = 0; i < below.size() && below.size() < 10000; ++i) {
            for (const pid_t child : childrenOf(below[i]))
                below.push_back(child);
        }
        for (const pid_t child : below) {
            if (getpgid(child) != process.pid)
                strays.push_back(child);
        }
    }
    return strays;
}

/// Whether a process that was handed to us is to go with this task: by its environment; or, where it has cast that off,
/// because nobody else who still runs can have started it.
bool Processes::isOf(pid_t stray, const Process &process) const
{
    if (hasEnvironment(stray, process.mark, process.mark2))
        return true;
    const pid_t group = getpgid(stray);
    const int64_t born = strtoll(startTimeOf(stray).c_str(), nullptr, 10);
    for (const auto &[number, other] : m_running) {
        if (other.pid == process.pid)
            continue;
        if (other.pid == group || (!other.ended && other.born <= born) || hasEnvironment(stray, other.mark, other.mark2))
            return false;
    }
    return true;
}

void Processes::signalAll(const Process &process, int signal)
{
    const std::vector<pid_t> strays = straysOf(process); // before their parents are gone
    kill(-process.pid, signal);
    for (const pid_t stray : strays)
        kill(stray, signal);
}

void Processes::killOverdue()
{
    const int64_t time = now();
    std::vector<uint32_t> ended;
    for (auto &[number, process] : m_running) {
        if (process.termAt >= 0 && process.termAt <= time) {
            process.termAt = -1;
            signalAll(process, SIGTERM);
        }
        if (process.killAt < 0 || process.killAt > time)
            continue;
        signalAll(process, SIGKILL);
        process.killAt = time + secondLook; // what was born meanwhile
        if (process.ended)
            ended.push_back(number);
    }
    for (const uint32_t number : ended)
        finishIfGone(number);
}

int Processes::millisecondsToNextKill() const
{
    int64_t next = -1;
    for (const auto &[number, process] : m_running) {
        for (const int64_t at : {process.killAt, process.termAt}) {
            if (at >= 0 && (next < 0 || at < next))
                next = at;
        }
    }
    if (next < 0)
        return -1;
    return int(std::max<int64_t>(0, next - now()));
}

void Processes::orphaned()
{
    m_waiting.clear();
    say("orphaned " + std::to_string(getpid()), false);
}

void Processes::endStrays()
{
    // Whoever is left became ours because all its forebears ended.
    for (int round = 0; round < 100; ++round) {
        const std::vector<pid_t> left = childrenOf(getpid());
        for (const pid_t child : left)
            kill(child, SIGKILL);
        if (left.empty() || waitpid(-1, nullptr, 0) < 0)
            return;
    }
}

void Processes::say(const std::string &line, bool toRunner)
{
    const std::string text = line + '\n';
    if (write(m_log, text.data(), text.size()) < 0 && toRunner)
        perror("baton-supervisor: processes.log");
    // A runner that is gone reads nothing; its successor reads the log.
    if (toRunner && write(STDOUT_FILENO, text.data(), text.size()) < 0 && errno != EPIPE)
        perror("baton-supervisor");
}

} // namespace baton::supervisor
