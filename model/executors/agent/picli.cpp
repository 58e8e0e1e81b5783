// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentcli.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// The status is 0 even after an error of the service: the last message tells.
class PiReader final : public AgentReader
{
public:
    using AgentReader::AgentReader;

protected:
    void readEvent(const QJsonObject &event) override
    {
        const QString type = event["type"_L1].toString();
        if (type == "message_end"_L1) {
            const QJsonObject message = event["message"_L1].toObject();
            if (message["role"_L1].toString() == "assistant"_L1)
                readMessage(message);
        } else if (type == "message_start"_L1) {
            if (event["message"_L1]["role"_L1].toString() == "assistant"_L1)
                m_end = {}; // a message that never ends is no end
        } else if (type == "tool_execution_start"_L1) {
            callTool(event["toolName"_L1].toString(), event["args"_L1].toObject());
        } else if (type == "tool_execution_end"_L1) {
            endTool(contentText(event["result"_L1]["content"_L1]), event["isError"_L1].toBool());
        } else if (type == "auto_retry_start"_L1) {
            notice(event["errorMessage"_L1].toString());
        }
    }

    Closing closing(const AgentExit &) const override { return m_end; }

private:
    void readMessage(const QJsonObject &message)
    {
        QStringList texts;
        for (const QJsonValue &block : message["content"_L1].toArray()) {
            if (block["type"_L1].toString() == "text"_L1)
                texts += block["text"_L1].toString();
            else if (block["type"_L1].toString() == "thinking"_L1)
                think(block["thinking"_L1].toString());
        }
        m_answer = texts.join('\n'_L1);
        if (!m_answer.isEmpty())
            say(m_answer);
        addUsage(message["usage"_L1].toObject());
        const QString reason = message["stopReason"_L1].toString();
        if (reason == "error"_L1 || reason == "aborted"_L1) {
            m_end = {Closing::How::Failed, message["errorMessage"_L1].toString()};
            report(m_end.error);
        } else if (reason != "toolUse"_L1) {
            m_end = {Closing::How::Well};
        }
    }

    void addUsage(const QJsonObject &usage)
    {
        AgentUsage message{.input = countOf(usage["input"_L1]),
                           .output = countOf(usage["output"_L1]),
                           .cacheRead = countOf(usage["cacheRead"_L1]),
                           .cacheWrite = countOf(usage["cacheWrite"_L1])};
        if (usage["cost"_L1]["total"_L1].isDouble())
            message.costUsd = usage["cost"_L1]["total"_L1].toDouble();
        m_usage = m_usage ? *m_usage += message : message;
    }

    Closing m_end;
};

class PiCli final : public AgentCli
{
public:
    QString id() const override { return u"pi"_s; }
    QString package() const override { return u"@mariozechner/pi-coding-agent"_s; }
    QString knownVersion() const override { return u"0.73"_s; }
    QStringList keys() const override
    {
        return {u"ANTHROPIC_API_KEY"_s, u"OPENAI_API_KEY"_s, u"GEMINI_API_KEY"_s, u"OPENROUTER_API_KEY"_s, u"PI_CODING_AGENT_DIR"_s};
    }

    bool tellsCost() const override { return true; }

    /// What it is given it may use; there is no asking.
    Result<AgentCall> call(const AgentJob &job) const override
    {
        QStringList tools{u"read"_s, u"grep"_s, u"find"_s, u"ls"_s};
        if (job.rights.write)
            tools += {u"edit"_s, u"write"_s};
        if (job.rights.run)
            tools += u"bash"_s;
        AgentCall call;
        call.arguments = {program(job.options), u"-p"_s, u"--no-session"_s, u"--mode"_s, u"json"_s, u"--tools"_s, tools.join(','_L1)};
        if (!job.model.isEmpty())
            call.arguments += {u"--model"_s, job.model};
        if (!job.persona.isEmpty()) {
            call.files.append({job.file(u"persona.md"_s), job.persona.toUtf8()});
            call.arguments += {u"--append-system-prompt"_s, job.file(u"persona.md"_s)};
        }
        call.arguments += job.arguments();
        call.environment = {{u"PI_OFFLINE"_s, u"1"_s}}; // no look for updates
        return call;
    }

    std::unique_ptr<AgentReader> reader(const QStringList &arguments, const QJsonObject &) const override
    {
        const bool isJson = optionIn(arguments, {u"--mode"_s}) == "json"_L1;
        return std::make_unique<PiReader>(*this, isJson ? AgentFormat::Events : AgentFormat::Text);
    }
};

} // namespace

const AgentCli &piCli()
{
    static const PiCli cli;
    return cli;
}

} // namespace baton
