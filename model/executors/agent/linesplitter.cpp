// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/linesplitter.h"

#include <utility>

namespace baton {

namespace {

QByteArrayView withoutReturn(QByteArrayView line)
{
    return line.endsWith('\r') ? line.chopped(1) : line;
}

} // namespace

void LineSplitter::add(QByteArrayView bytes, const Sink &sink)
{
    while (!bytes.isEmpty()) {
        const qsizetype feed = bytes.indexOf('\n');
        const QByteArrayView part = feed < 0 ? bytes : bytes.first(feed);
        bytes = feed < 0 ? QByteArrayView() : bytes.sliced(feed + 1);
        if (feed >= 0 && m_held.isEmpty() && m_dropped == 0 && part.size() <= longestLine) {
            sink.line(withoutReturn(part)); // the usual case needs no copy
            continue;
        }
        if (m_dropped > 0 || m_held.size() + part.size() > longestLine) {
            m_dropped += std::exchange(m_held, {}).size() + part.size();
        } else {
            m_held.append(part.data(), part.size());
        }
        if (feed >= 0)
            endLine(sink);
    }
}

void LineSplitter::finish(const Sink &sink)
{
    if (m_dropped > 0 || !m_held.isEmpty())
        endLine(sink);
}

void LineSplitter::endLine(const Sink &sink)
{
    const QByteArray line = std::exchange(m_held, {});
    if (const qint64 dropped = std::exchange(m_dropped, 0); dropped > 0)
        sink.tooLong(dropped);
    else
        sink.line(withoutReturn(line));
}

} // namespace baton
