// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentcli.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// There is no closing event: a last step that ended with `stop` is the end.
class OpencodeReader final : public AgentReader
{
public:
    using AgentReader::AgentReader;

protected:
    void readEvent(const QJsonObject &event) override
    {
        const QString type = event["type"_L1].toString();
        const QJsonObject part = event["part"_L1].toObject();
        if (type == "step_start"_L1) {
            m_reason.clear();
            m_answer.clear();
        } else if (type == "text"_L1) {
            const QString text = part["text"_L1].toString();
            m_answer += m_answer.isEmpty() ? text : '\n'_L1 + text;
            say(text);
        } else if (type == "reasoning"_L1) {
            think(part["text"_L1].toString());
        } else if (type == "tool_use"_L1) {
            readTool(part["tool"_L1].toString(), part["state"_L1].toObject());
        } else if (type == "step_finish"_L1) {
            m_reason = part["reason"_L1].toString();
            addUsage(part);
        } else if (type == "error"_L1) {
            const QJsonObject error = event["error"_L1].toObject();
            m_fault = {Closing::How::Failed, error["data"_L1]["message"_L1].toString(error["name"_L1].toString()),
                       error["data"_L1]["statusCode"_L1].toInt()};
            report(m_fault.error);
        }
    }

    Closing closing(const AgentExit &) const override
    {
        if (m_fault.how == Closing::How::Failed)
            return m_fault;
        if (m_reason == "stop"_L1)
            return {Closing::How::Well};
        // A refused permission ends it without a word, and with status 0.
        return m_wasRefused ? Closing{Closing::How::Failed, {}, 0, u"no-answer"_s} : Closing{};
    }

private:
    void readTool(const QString &tool, const QJsonObject &state)
    {
        callTool(tool, state["input"_L1].toObject());
        if (tool == "invalid"_L1) // a tool that it was not offered
            refuse(state["input"_L1]["tool"_L1].toString());
        const bool failed = state["status"_L1].toString() == "error"_L1;
        const QString error = state["error"_L1].toString();
        endTool(failed ? error : state["output"_L1].toString(), failed);
        if (failed && (error.contains("rejected permission"_L1) || error.contains("rule which prevents"_L1))) {
            m_wasRefused = true;
            refuse(tool);
        }
    }

    void addUsage(const QJsonObject &part)
    {
        const QJsonObject tokens = part["tokens"_L1].toObject();
        AgentUsage step{.input = countOf(tokens["input"_L1]),
                        .output = countOf(tokens["output"_L1]),
                        .cacheRead = countOf(tokens["cache"_L1]["read"_L1]),
                        .cacheWrite = countOf(tokens["cache"_L1]["write"_L1]),
                        .reasoning = countOf(tokens["reasoning"_L1])};
        if (part["cost"_L1].isDouble())
            step.costUsd = part["cost"_L1].toDouble();
        m_usage = m_usage ? *m_usage += step : step;
    }

    QString m_reason; ///< Of the last step.
    Closing m_fault;
    bool m_wasRefused = false;
};

class OpencodeCli final : public AgentCli
{
public:
    QString id() const override { return u"opencode"_s; }
    QString package() const override { return u"opencode-ai"_s; }
    QString knownVersion() const override { return u"1.18"_s; }
    QStringList keys() const override
    {
        return {u"ANTHROPIC_API_KEY"_s, u"OPENAI_API_KEY"_s, u"GEMINI_API_KEY"_s, u"OPENROUTER_API_KEY"_s, u"OPENCODE_API_KEY"_s,
                u"OPENCODE_CONFIG"_s, u"OPENCODE_DISABLE_MODELS_FETCH"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s};
    }

    /// All is allowed by default, so what is not is said: in an agent of our own, handed over in the environment.
    bool tellsCost() const override { return true; }
    Result<AgentCall> call(const AgentJob &job) const override
    {
        const auto decision = [](bool allowed) { return allowed ? u"allow"_s : u"deny"_s; };
        QJsonObject agent{{u"mode"_s, u"primary"_s},
                          {u"permission"_s, QJsonObject{{u"edit"_s, decision(job.rights.write)},
                                                        {u"bash"_s, decision(job.rights.run)},
                                                        {u"webfetch"_s, decision(job.rights.network)},
                                                        {u"websearch"_s, decision(job.rights.network)},
                                                        {u"external_directory"_s, u"deny"_s}}}};
        if (!job.persona.isEmpty())
            agent.insert(u"prompt"_s, job.persona);
        const QJsonObject config{{u"agent"_s, QJsonObject{{u"baton"_s, agent}}}, {u"share"_s, u"disabled"_s}};
        AgentCall call;
        call.arguments = {program(job.options), u"run"_s, u"--format"_s, u"json"_s, u"--agent"_s, u"baton"_s,
                          u"--title"_s, job.title, u"--dir"_s, job.workspace};
        if (!job.model.isEmpty())
            call.arguments += {u"--model"_s, job.model};
        call.arguments += job.arguments();
        call.environment = {{u"OPENCODE_CONFIG_CONTENT"_s, QString::fromUtf8(QJsonDocument(config).toJson(QJsonDocument::Compact))},
                            {u"OPENCODE_DISABLE_AUTOUPDATE"_s, u"1"_s}};
        return call;
    }

    std::unique_ptr<AgentReader> reader(const QStringList &arguments, const QJsonObject &) const override
    {
        const bool isJson = optionIn(arguments, {u"--format"_s}) == "json"_L1;
        return std::make_unique<OpencodeReader>(*this, isJson ? AgentFormat::Events : AgentFormat::Text);
    }
};

} // namespace

const AgentCli &opencodeCli()
{
    static const OpencodeCli cli;
    return cli;
}

} // namespace baton
