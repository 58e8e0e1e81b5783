// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace baton {

/// Cuts bytes at LF, however they come in. A line longer than may be held is left out, and told once it ends.
class LineSplitter
{
public:
    /// In bytes. Lines of some 150 KB are daily bread, pictures make them larger.
    static constexpr qint64 longestLine = 16 * 1024 * 1024;

    struct Sink
    {
        std::function<void(QByteArrayView)> line;  ///< Without LF and CR.
        std::function<void(qint64)> tooLong;       ///< So many bytes were left out.
    };

    void add(QByteArrayView bytes, const Sink &sink);
    /// What came after the last LF is a line too.
    bool isDropping() const { return m_dropped > 0; } ///< The present line is too long already.
    void finish(const Sink &sink);

private:
    void endLine(const Sink &sink);

    QByteArray m_held;
    qint64 m_dropped = 0; ///< Bytes of a line that is too long; 0 = it is not.
};

} // namespace baton
