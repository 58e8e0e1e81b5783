// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentevent.h"

#include <QByteArray>
#include <QCoreApplication>

namespace baton {

/// Turns events into a log for people: what it said, the tools it called and what they gave back, in short.
class AgentLog
{
    Q_DECLARE_TR_FUNCTIONS(baton::AgentLog)

public:
    QByteArray text(const AgentEvent &event);
    /// The last lines: why it failed, what stderr said then, and the tokens.
    QByteArray ending(const AgentResult &result, const QString &errors);

private:
    QByteArray ofResult(const AgentEvent &event) const;
    QByteArray startLine();

    bool m_inLine = false;
};

} // namespace baton
