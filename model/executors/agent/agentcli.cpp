// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentcli.h"

using namespace Qt::StringLiterals;

namespace baton {

AgentRights AgentRights::of(const QStringList &tools)
{
    return {tools.contains("write"_L1), tools.contains("run"_L1), tools.contains("network"_L1)};
}

QStringList AgentJob::arguments() const
{
    QStringList list;
    for (const QJsonValue &argument : options["args"_L1].toArray())
        list += argument.toVariant().toString();
    return list;
}

AgentCli::~AgentCli() = default;

QString AgentCli::program(const QJsonObject &options) const
{
    const QString binary = options["binary"_L1].toString();
    return binary.isEmpty() ? id() : binary;
}

QList<const AgentCli *> agentClis()
{
    return {&claudeCli(), &codexCli(), &geminiCli(), &opencodeCli(), &qwenCli(), &piCli()};
}

const AgentCli *agentCli(const QString &id)
{
    for (const AgentCli *cli : agentClis()) {
        if (cli->id() == id)
            return cli;
    }
    return id == customCli().id() ? &customCli() : nullptr;
}

QString optionIn(const QStringList &arguments, const QStringList &names)
{
    for (qsizetype i = arguments.size() - 1; i > 0; --i) {
        for (const QString &name : names) {
            if (arguments.at(i).startsWith(name + '='_L1))
                return arguments.at(i).sliced(name.size() + 1);
            if (arguments.at(i - 1) == name)
                return arguments.at(i);
        }
    }
    return {};
}

} // namespace baton
