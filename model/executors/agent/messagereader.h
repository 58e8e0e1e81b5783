// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentcli.h"

#include <QHash>

namespace baton {

/// Reads the events of claude, and of CLIs that took them over: `system`, `assistant`, `user`, `result`.
class MessageReader : public AgentReader
{
public:
    using AgentReader::AgentReader;

protected:
    void readEvent(const QJsonObject &event) override;
    Closing closing(const AgentExit &exit) const override;
    virtual AgentUsage usageOf(const QJsonObject &result) const = 0;

    QJsonObject m_result; ///< The closing event; empty as long as there is none.

private:
    void readAssistant(const QJsonObject &event);
    void readUser(const QJsonObject &event);
    void readSystem(const QJsonObject &event);

    QHash<QString, QString> m_tools; ///< Names by id.
};

} // namespace baton
