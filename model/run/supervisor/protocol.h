// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

// What a runner and its supervisor say to each other. No Qt here: the supervisor is linked without it.
//
// Requests, runner to supervisor: a length (4 bytes), then a kind (1 byte), a number (4 bytes) that names the process,
// and what the kind needs. Answers, and the lines of processes.log, are text:
//   launch                              written by the runner before it starts a supervisor
//   supervisor PID START-TIME BOOT-ID   the supervisor lives (log only)
//   start N PID START-TIME LABEL        the process runs
//   fail N ERRNO                        it could not be started
//   ending N                            the runner wants it ended (log only)
//   end N exit|signal CODE OFFSET       it ended, and everything that it started too; OFFSET is where in the task's log
//                                       its last output to stderr ends
//   orphaned PID                        the runner is gone; this supervisor starts nothing any more (log only)

#include <cstdint>
#include <cstring>
#include <string>

namespace baton::supervisor {

enum class RequestKind : uint8_t {
    Start = 'S', ///< A process to start at its Go: label, log, folder, arguments, environment, file for stdin, for stderr,
                  ///< secrets.
    Go = 'G',
    End = 'E',   ///< SIGTERM, and SIGKILL after so many milliseconds; before them SIGINT, if so many are given for that.
};

inline constexpr uint32_t longestRequest = 16 * 1024 * 1024;

/// Puts one request together.
class RequestWriter
{
public:
    RequestWriter(RequestKind kind, uint32_t process)
    {
        m_bytes.assign(4, '\0');
        m_bytes += char(kind);
        number(process);
    }
    void number(uint32_t value) { m_bytes.append(reinterpret_cast<const char *>(&value), 4); }
    void text(const char *text, size_t length)
    {
        m_bytes.append(text, length);
        m_bytes += '\0';
    }
    std::string take()
    {
        const uint32_t length = uint32_t(m_bytes.size() - 4);
        memcpy(m_bytes.data(), &length, 4);
        return std::move(m_bytes);
    }

private:
    std::string m_bytes;
};

/// Takes one apart; what is missing reads as 0 and empty.
class RequestReader
{
public:
    RequestReader(const char *data, size_t size) : m_at(data), m_end(data + size) {}
    uint8_t byte() { return m_at < m_end ? uint8_t(*m_at++) : 0; }
    uint32_t number()
    {
        uint32_t value = 0;
        if (m_end - m_at >= 4) {
            memcpy(&value, m_at, 4);
            m_at += 4;
        }
        return value;
    }
    std::string text()
    {
        const void *zero = memchr(m_at, 0, size_t(m_end - m_at));
        const char *stop = zero ? static_cast<const char *>(zero) : m_end;
        std::string found(m_at, size_t(stop - m_at));
        m_at = zero ? stop + 1 : m_end;
        return found;
    }
    bool atEnd() const { return m_at >= m_end; }

private:
    const char *m_at;
    const char *m_end;
};

} // namespace baton::supervisor
