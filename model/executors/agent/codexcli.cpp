// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentcli.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

class CodexReader final : public AgentReader
{
public:
    using AgentReader::AgentReader;

protected:
    void readEvent(const QJsonObject &event) override
    {
        const QString type = event["type"_L1].toString();
        if (type == "item.started"_L1 || type == "item.completed"_L1)
            return readItem(event["item"_L1].toObject(), type == "item.completed"_L1);
        if (type == "error"_L1) // not the end: it tries again, or says so in turn.failed
            return notice(event["message"_L1].toString());
        if (type == "turn.failed"_L1) {
            m_end = {Closing::How::Failed, event["error"_L1]["message"_L1].toString()};
            return report(m_end.error);
        }
        if (type != "turn.completed"_L1)
            return;
        m_end = {Closing::How::Well};
        const QJsonObject usage = event["usage"_L1].toObject();
        const qint64 cached = countOf(usage["cached_input_tokens"_L1]);
        const qint64 written = countOf(usage["cache_write_input_tokens"_L1]);
        const qint64 reasoning = countOf(usage["reasoning_output_tokens"_L1]);
        AgentUsage turn{.input = qMax(qint64(0), countOf(usage["input_tokens"_L1]) - cached - written),
                        .output = qMax(qint64(0), countOf(usage["output_tokens"_L1]) - reasoning),
                        .cacheRead = cached,
                        .cacheWrite = written,
                        .reasoning = reasoning};
        m_usage = m_usage ? *m_usage += turn : turn;
    }

    Closing closing(const AgentExit &) const override { return m_end; }

private:
    void readItem(const QJsonObject &item, bool completed)
    {
        const QString type = item["type"_L1].toString();
        if (type == "agent_message"_L1 && completed) {
            m_answer = item["text"_L1].toString(); // it may come several times: the last is the answer
            say(m_answer);
        } else if (type == "reasoning"_L1 && completed) {
            think(item["text"_L1].toString());
        } else if (type == "error"_L1 && completed) {
            notice(item["message"_L1].toString());
        } else if (type == "command_execution"_L1 || type == "file_change"_L1 || type == "mcp_tool_call"_L1 ||
                   type == "web_search"_L1 || type == "collab_tool_call"_L1) {
            readTool(type, item, completed);
        }
    }

    void readTool(const QString &type, const QJsonObject &item, bool completed)
    {
        const QString id = item["id"_L1].toString();
        if (!m_called.contains(id)) {
            m_called += id;
            QJsonObject input = item;
            if (type == "file_change"_L1) {
                QStringList paths;
                for (const QJsonValue &change : item["changes"_L1].toArray())
                    paths += change["kind"_L1].toString() + ' '_L1 + change["path"_L1].toString();
                input = {{u"path"_s, paths.join(", "_L1)}};
            } else if (type == "mcp_tool_call"_L1) {
                input = item["arguments"_L1].toObject();
            }
            const QString tool = item["tool"_L1].toString();
            callTool(tool.isEmpty() ? type : tool, input);
        }
        if (!completed)
            return;
        const QString status = item["status"_L1].toString();
        QString text = item["aggregated_output"_L1].toString();
        if (text.isEmpty())
            text = contentText(item["result"_L1]["content"_L1]);
        if (const QString error = item["error"_L1]["message"_L1].toString(); !error.isEmpty())
            text = error;
        endTool(text, status == "failed"_L1 || status == "declined"_L1);
        if (status == "declined"_L1)
            refuse(type);
    }

    Closing m_end;
    QStringList m_called;
};

/// A TOML basic string.
QString tomlString(const QString &text)
{
    QString out(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\' + c;
        else if (c == u'\n')
            out += "\\n"_L1;
        else if (c < u' ' || c == QChar(0x7f))
            out += u"\\u%1"_s.arg(c.unicode(), 4, 16, '0'_L1);
        else
            out += c;
    }
    return out + u'"';
}

class CodexCli final : public AgentCli
{
public:
    QString id() const override { return u"codex"_s; }
    QString package() const override { return u"@openai/codex"_s; }
    QString knownVersion() const override { return u"0.169"_s; }
    QStringList keys() const override
    {
        return {u"CODEX_API_KEY"_s, u"OPENAI_API_KEY"_s, u"OPENAI_BASE_URL"_s, u"CODEX_HOME"_s};
    }

    Result<AgentCall> call(const AgentJob &job) const override
    {
        AgentCall call;
        call.arguments = {program(job.options), u"exec"_s, u"--json"_s, u"--skip-git-repo-check"_s, u"--ephemeral"_s,
                          u"-C"_s, job.workspace, u"-s"_s, job.rights.write ? u"workspace-write"_s : u"read-only"_s};
        if (job.rights.write && job.rights.network)
            call.arguments += {u"-c"_s, u"sandbox_workspace_write.network_access=true"_s};
        if (!job.model.isEmpty())
            call.arguments += {u"-m"_s, job.model};
        if (!job.persona.isEmpty())
            call.arguments += {u"-c"_s, u"developer_instructions="_s + tomlString(job.persona)};
        call.arguments += job.arguments();
        call.arguments += u"-"_s; // the prompt is on stdin
        return call;
    }

    std::unique_ptr<AgentReader> reader(const QStringList &arguments, const QJsonObject &) const override
    {
        return std::make_unique<CodexReader>(*this, arguments.contains("--json"_L1) ? AgentFormat::Events : AgentFormat::Text);
    }
};

} // namespace

const AgentCli &codexCli()
{
    static const CodexCli cli;
    return cli;
}

} // namespace baton
