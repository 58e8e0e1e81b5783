// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentcli.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

class GeminiReader final : public AgentReader
{
public:
    using AgentReader::AgentReader;

protected:
    void readEvent(const QJsonObject &event) override
    {
        const QString type = event["type"_L1].toString();
        if (type == "message"_L1 && event["role"_L1].toString() == "assistant"_L1) {
            const QString text = event["content"_L1].toString();
            m_answer += text;
            say(text, event["delta"_L1].toBool());
        } else if (type == "tool_use"_L1) {
            m_answer.clear(); // after a tool a new answer begins
            m_tools.insert(event["tool_id"_L1].toString(), event["tool_name"_L1].toString());
            callTool(event["tool_name"_L1].toString(), event["parameters"_L1].toObject());
        } else if (type == "tool_result"_L1) {
            readToolResult(event);
        } else if (type == "error"_L1) {
            m_error = event["message"_L1].toString();
            event["severity"_L1].toString() == "warning"_L1 ? notice(m_error) : report(m_error);
        } else if (type == "result"_L1) {
            m_result = event;
            m_usage = usageOf(event["stats"_L1].toObject());
        } else if (type.isEmpty()) {
            readSummary(event);
        }
    }

    Closing closing(const AgentExit &exit) const override
    {
        if (m_result.isEmpty())
            return {};
        if (m_result["status"_L1].toString() == "success"_L1)
            return {Closing::How::Well};
        const QJsonObject error = m_result["error"_L1].toObject();
        Closing end{Closing::How::Failed, error["message"_L1].toString(m_error)};
        // Its exit status may be that of the service, of which a process can keep the last eight bits only.
        if (const int status = exit.code + 256; exit.exited && status >= 400 && status < 600)
            end.status = status;
        if (error["type"_L1].toString() == "FatalTurnLimitedError"_L1)
            end.code = u"limit"_s;
        return end;
    }

private:
    void readToolResult(const QJsonObject &event)
    {
        const QJsonObject error = event["error"_L1].toObject();
        const bool failed = event["status"_L1].toString() == "error"_L1;
        endTool(failed ? error["message"_L1].toString() : event["output"_L1].toString(), failed);
        static const QStringList refusals{u"policy_violation"_s, u"tool_not_registered"_s, u"execution_denied"_s};
        if (failed && refusals.contains(error["type"_L1].toString()))
            refuse(m_tools.value(event["tool_id"_L1].toString()));
    }

    static AgentUsage usageOf(const QJsonObject &stats)
    {
        const qint64 input = countOf(stats["input_tokens"_L1]);
        const qint64 output = countOf(stats["output_tokens"_L1]);
        const qint64 cached = countOf(stats["cached"_L1]);
        return {.input = qMax(qint64(0), input - cached),
                .output = output,
                .cacheRead = cached,
                .reasoning = qMax(qint64(0), countOf(stats["total_tokens"_L1]) - input - output)};
    }

    /// The one object of `-o json`: an answer with its figures, or an error.
    void readSummary(const QJsonObject &summary)
    {
        m_answer = summary["response"_L1].toString();
        if (!m_answer.isEmpty())
            say(m_answer);
        m_result = {{u"status"_s, summary.contains("error"_L1) ? u"error"_s : u"success"_s}, {u"error"_s, summary["error"_L1]}};
        const QJsonObject models = summary["stats"_L1]["models"_L1].toObject();
        for (const QJsonValue &model : models) {
            const QJsonObject tokens = model["tokens"_L1].toObject();
            const AgentUsage usage{.input = countOf(tokens["input"_L1]),
                                   .output = countOf(tokens["candidates"_L1]),
                                   .cacheRead = countOf(tokens["cached"_L1]),
                                   .reasoning = countOf(tokens["thoughts"_L1])};
            m_usage = m_usage ? *m_usage += usage : usage;
        }
    }

    QJsonObject m_result;
    QString m_error;
    QHash<QString, QString> m_tools; ///< Names by id.
};

/// What it may do, as rules that win over its own.
QByteArray policyFor(const AgentRights &rights)
{
    const auto rule = [](const char *tools, bool allowed) {
        return QByteArray("[[rule]]\ntoolName = [") + tools + "]\ndecision = \"" + (allowed ? "allow" : "deny") + "\"\npriority = 900\n\n";
    };
    return rule(R"("write_file", "replace")", rights.write) + rule(R"("run_shell_command")", rights.run) +
           rule(R"("web_fetch", "google_web_search")", rights.network);
}

class GeminiCli final : public AgentCli
{
public:
    QString id() const override { return u"gemini"_s; }
    QString package() const override { return u"@google/gemini-cli"_s; }
    QString knownVersion() const override { return u"0.61"_s; }
    QStringList keys() const override
    {
        return {u"GEMINI_API_KEY"_s, u"GOOGLE_API_KEY"_s, u"GOOGLE_GEMINI_BASE_URL"_s, u"GOOGLE_CLOUD_PROJECT"_s,
                u"GOOGLE_CLOUD_LOCATION"_s, u"GOOGLE_GENAI_USE_VERTEXAI"_s, u"GOOGLE_GENAI_USE_GCA"_s,
                u"GOOGLE_APPLICATION_CREDENTIALS"_s};
    }

    Result<AgentCall> call(const AgentJob &job) const override
    {
        AgentCall call;
        call.arguments = {program(job.options), u"-o"_s, u"stream-json"_s, u"--approval-mode"_s,
                          job.rights.write ? u"auto_edit"_s : u"default"_s, u"--policy"_s, job.file(u"policy.toml"_s)};
        call.files.append({job.file(u"policy.toml"_s), policyFor(job.rights)});
        if (!job.model.isEmpty())
            call.arguments += {u"-m"_s, job.model};
        // One process, so that a signal reaches it; the folder was trusted in Baton.
        call.environment = {{u"GEMINI_CLI_TRUST_WORKSPACE"_s, u"true"_s}, {u"GEMINI_CLI_NO_RELAUNCH"_s, u"true"_s}};
        if (!job.persona.isEmpty()) {
            // This replaces its own instructions, so it is told again how it works here.
            const QByteArray text = job.persona.toUtf8() +
                                    "\n\nYou work in the current folder without a person to ask. Use the tools you have, "
                                    "finish the task, then say briefly what you did.\n\n${AvailableTools}\n";
            call.files.append({job.file(u"persona.md"_s), text});
            call.environment.insert(u"GEMINI_SYSTEM_MD"_s, job.file(u"persona.md"_s));
        }
        call.arguments += job.arguments();
        return call;
    }

    std::unique_ptr<AgentReader> reader(const QStringList &arguments, const QJsonObject &) const override
    {
        const QString format = optionIn(arguments, {u"-o"_s, u"--output-format"_s});
        return std::make_unique<GeminiReader>(*this, format == "stream-json"_L1 ? AgentFormat::Events
                                                     : format == "json"_L1      ? AgentFormat::Whole
                                                                                : AgentFormat::Text);
    }
};

} // namespace

const AgentCli &geminiCli()
{
    static const GeminiCli cli;
    return cli;
}

} // namespace baton
