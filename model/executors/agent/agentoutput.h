// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentlog.h"
#include "model/executors/agent/agentreader.h"
#include "model/executors/agent/linesplitter.h"
#include "model/run/redactor.h"

#include <memory>

namespace baton {

/// Follows the output file of one attempt as it grows, and writes the task's log from it. Belongs to one thread at a
/// time. A runner that takes a task over begins anew at the first byte: what the log has of it already is not written twice.
class AgentOutput
{
public:
    struct Paths
    {
        QString output; ///< stdout of the CLI.
        QString errors; ///< Its stderr.
        QString log;    ///< For people; this attempt's part begins at `logStart`.
        qint64 logStart = 0;
    };

    /// \a secrets are what the CLI knows and nobody may read.
    AgentOutput(const Paths &paths, std::unique_ptr<AgentReader> reader, const QList<QByteArray> &secrets = {});

    /// Reads what came in, so many bytes at most. False when there was no more.
    bool readOn(qint64 most = 4 * 1024 * 1024);
    /// All of it has been written: reads the rest, and says what became of the attempt. \a exit needs no errors.
    AgentResult finish(AgentExit exit);

    qint64 bytesRead() const { return m_offset; }
    bool hasClosedWell() const { return m_reader->hasClosedWell(); }

private:
    void pass(QByteArrayView bytes);
    void writeLog();
    void append(const QByteArray &text);

    Paths m_paths;
    std::unique_ptr<AgentReader> m_reader;
    LineSplitter m_splitter;
    AgentLog m_log;
    Redactor m_redactor;
    qint64 m_offset = 0;
    qint64 m_written = 0; ///< Of the log, from logStart, whoever wrote it.
};

} // namespace baton
