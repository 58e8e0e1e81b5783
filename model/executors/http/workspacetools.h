// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentcli.h"
#include "model/executors/http/talk.h"
#include "model/run/ownership.h"
#include "model/run/taskexecutor.h"

namespace baton {

/// The tools that a model is offered in a task's workspace, and what they do: `read_file` and `list_files` everywhere
/// in it; `write_file`, for a persona that may write, in what the task owns, promises or needs as evidence (anywhere but its
/// references, where it names none of these). `run` is offered to a persona that may run, and carried out by others.
class WorkspaceTools
{
public:
    explicit WorkspaceTools(const TaskOrder &order);

    QList<ToolOffer> offers() const;
    /// What the model is told; English, as prompts are.
    ToolResult answer(const ToolCall &call) const;
    bool mayRun() const { return m_rights.run; }

    static constexpr qint64 mostRead = 128 * 1024;        ///< Bytes a call.
    static constexpr qsizetype mostWritten = 4 * 1024 * 1024;
    static constexpr int mostListed = 1000;

private:
    struct Place
    {
        QString path;     ///< Relative to the workspace, as it really is; empty for the workspace itself.
        QString refusal = {};
    };

    Place placeOf(const QString &path) const;
    QString writeRefusal(const QString &path) const;
    ToolResult read(const ToolCall &call, const QJsonObject &input) const;
    ToolResult write(const ToolCall &call, const QJsonObject &input) const;
    ToolResult list(const ToolCall &call, const QJsonObject &input) const;

    QString m_root; ///< Without links.
    QStringList m_writable;
    QStringList m_references;
    QString m_task;
    std::shared_ptr<const OwnershipWatch> m_owners;
    AgentRights m_rights;
};

} // namespace baton
