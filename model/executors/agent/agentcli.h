// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/executors/agent/agentreader.h"

#include <QList>
#include <QMap>
#include <QPair>

#include <memory>

namespace baton {

/// What a persona may do beyond reading, from its `tools`. Nothing, unless it says so.
struct AgentRights
{
    bool write = false;
    bool run = false;
    bool network = false;

    static AgentRights of(const QStringList &tools);
    bool operator==(const AgentRights &) const = default;
};

/// What a CLI is to be started for.
struct AgentJob
{
    QString workspace;
    QString model;        ///< Empty: the CLI's own choice.
    QString persona;      ///< Goes into the system prompt; may be empty.
    AgentRights rights;
    QString title;        ///< What the task is called.
    QByteArray prompt;
    QString files;        ///< Names of files that belong to this attempt begin like this.
    QJsonObject options;  ///< The executor's, as the plan has them.

    /// The user's own, which come last and so win.
    QStringList arguments() const;
    QString file(const QString &name) const { return files + u'.' + name; }
};

/// How a CLI is started.
struct AgentCall
{
    QStringList arguments; ///< The program first.
    QMap<QString, QString> environment; ///< Beside what every task gets.
    bool promptOnInput = true;
    QList<QPair<QString, QByteArray>> files = {}; ///< To be there before it starts: path, contents.
};

/// One agent CLI: how it is started, and how its output is read. `codex` and the like; no state.
class AgentCli
{
public:
    virtual ~AgentCli();

    virtual QString id() const = 0;      ///< As `cli` in a plan; also the name of its program.
    virtual QString package() const = 0; ///< Where npm has it; empty for `custom`.
    virtual QString knownVersion() const = 0; ///< The version that this was written for.
    /// Variables of the user that it gets beside those that every task gets; the first is its key.
    virtual QStringList keys() const = 0;
    virtual bool knowsTiers() const { return false; } ///< `haiku`, `sonnet`, `opus` are models to it.
    virtual bool tellsCost() const { return false; } ///< And not only its tokens.

    virtual Result<AgentCall> call(const AgentJob &job) const = 0;
    /// For output of a program called with \a arguments by a plan with \a options.
    virtual std::unique_ptr<AgentReader> reader(const QStringList &arguments, const QJsonObject &options) const = 0;

    /// The program as the plan names it, or its usual name.
    QString program(const QJsonObject &options) const;
};

/// Null where there is none of that name.
const AgentCli *agentCli(const QString &id);
/// All but `custom`.
QList<const AgentCli *> agentClis();

/// The value of the last of these options in a command line, as `-o V` or `--option=V`; empty where there is none.
QString optionIn(const QStringList &arguments, const QStringList &names);

const AgentCli &claudeCli();
const AgentCli &codexCli();
const AgentCli &geminiCli();
const AgentCli &opencodeCli();
const AgentCli &qwenCli();
const AgentCli &piCli();
const AgentCli &customCli();

} // namespace baton
