// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentcli.h"

#include <QByteArray>
#include <QJsonObject>

namespace baton::test {

/// One recorded run of a real agent CLI.
struct AgentSample
{
    QString name; ///< `claude/success-stream`
    QJsonObject meta;
    QByteArray output;
    AgentExit exit;

    QString cli() const { return name.section(u'/', 0, 0); }
    QStringList arguments() const;
};

/// All of them, sorted by name; none where the shared folder is not there.
QList<AgentSample> agentSamples();
AgentSample agentSample(const QString &name);

/// What was read from bytes that came in pieces of \a chunk bytes.
struct AgentReading
{
    QList<AgentEvent> events;
    AgentResult result;

    QStringList tools() const;
    QString text() const; ///< All that it said.
};
AgentReading readAgent(const AgentCli &cli, const QStringList &arguments, const QByteArray &output, const AgentExit &exit,
                       qsizetype chunk = 4096, const QJsonObject &options = {});
AgentReading readSample(const AgentSample &sample, qsizetype chunk = 4096);

} // namespace baton::test
