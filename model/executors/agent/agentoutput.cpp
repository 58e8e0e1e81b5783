// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentoutput.h"

#include <QFile>

#include <array>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace baton {

namespace {

constexpr qint64 mostErrors = 64 * 1024;

/// The end of a file that may be of any size.
QString tailOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - mostErrors));
    return QString::fromUtf8(file.read(mostErrors));
}

} // namespace

AgentOutput::AgentOutput(const Paths &paths, std::unique_ptr<AgentReader> reader, const QList<QByteArray> &secrets)
    : m_paths(paths), m_reader(std::move(reader)), m_redactor(secrets)
{
}

bool AgentOutput::readOn(qint64 most)
{
    const int file = ::open(QFile::encodeName(m_paths.output).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        return false;
    std::array<char, 65536> block;
    const qint64 end = m_offset + most;
    ssize_t got = 0;
    while (m_offset < end && (got = ::pread(file, block.data(), block.size(), m_offset)) > 0) {
        m_offset += got;
        pass({block.data(), got});
    }
    ::close(file);
    writeLog();
    return got > 0;
}

void AgentOutput::pass(QByteArrayView bytes)
{
    m_splitter.add(bytes, {[this](QByteArrayView line) { m_reader->readLine(line); },
                           [this](qint64 dropped) { m_reader->skipLine(dropped); }});
}

AgentResult AgentOutput::finish(AgentExit exit)
{
    while (readOn()) { }
    m_splitter.finish({[this](QByteArrayView line) { m_reader->readLine(line); },
                       [this](qint64 dropped) { m_reader->skipLine(dropped); }});
    exit.errors = tailOf(m_paths.errors);
    AgentResult result = m_reader->finish(exit);
    result.answer = m_redactor.of(result.answer);
    if (result.fault)
        result.fault->message = m_redactor.of(result.fault->message);
    writeLog();
    append(m_redactor.pass(m_log.ending(result, exit.errors)));
    append(m_redactor.rest());
    return result;
}

void AgentOutput::writeLog()
{
    QByteArray text;
    const QList<AgentEvent> events = m_reader->takeEvents();
    for (const AgentEvent &event : events)
        text += m_log.text(event);
    append(m_redactor.pass(text));
}

/// Also without text: that something came in is a sign of life, and the log's time is where it is looked for.
void AgentOutput::append(const QByteArray &text)
{
    const int file = ::open(QFile::encodeName(m_paths.log).constData(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (file < 0)
        return; // the journal tells how it ends all the same
    struct stat status = {};
    const qint64 there = ::fstat(file, &status) == 0 ? std::max<qint64>(0, status.st_size - m_paths.logStart - m_written) : 0;
    const qint64 known = std::min<qint64>(there, text.size()); // an earlier runner wrote it
    const QByteArray fresh = text.sliced(known);
    m_written += text.size();
    for (qint64 at = 0; at < fresh.size();) {
        const ssize_t put = ::pwrite(file, fresh.constData() + at, size_t(fresh.size() - at), m_paths.logStart + m_written - fresh.size() + at);
        if (put <= 0)
            break;
        at += put;
    }
    ::futimens(file, nullptr);
    ::close(file);
}

} // namespace baton
