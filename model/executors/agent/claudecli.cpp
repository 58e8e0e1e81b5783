// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/messagereader.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

class ClaudeReader final : public MessageReader
{
public:
    using MessageReader::MessageReader;

protected:
    /// `usage` leaves out sub-agents and is zero after a request that was made again; `modelUsage` has everything.
    AgentUsage usageOf(const QJsonObject &result) const override
    {
        AgentUsage usage{.cacheRead = 0, .cacheWrite = 0};
        if (result["total_cost_usd"_L1].isDouble())
            usage.costUsd = result["total_cost_usd"_L1].toDouble();
        const QJsonObject models = result["modelUsage"_L1].toObject();
        for (const QJsonValue &model : models) {
            usage += {.input = countOf(model["inputTokens"_L1]),
                      .output = countOf(model["outputTokens"_L1]),
                      .cacheRead = countOf(model["cacheReadInputTokens"_L1]),
                      .cacheWrite = countOf(model["cacheCreationInputTokens"_L1])};
        }
        if (models.isEmpty()) {
            const QJsonObject plain = result["usage"_L1].toObject();
            usage += {.input = countOf(plain["input_tokens"_L1]),
                      .output = countOf(plain["output_tokens"_L1]),
                      .cacheRead = countOf(plain["cache_read_input_tokens"_L1]),
                      .cacheWrite = countOf(plain["cache_creation_input_tokens"_L1])};
        }
        return usage;
    }
};

class ClaudeCli final : public AgentCli
{
public:
    QString id() const override { return u"claude"_s; }
    QString package() const override { return u"@anthropic-ai/claude-code"_s; }
    QString knownVersion() const override { return u"2.1"_s; }
    bool knowsTiers() const override { return true; }
    QStringList keys() const override
    {
        return {u"ANTHROPIC_API_KEY"_s, u"ANTHROPIC_AUTH_TOKEN"_s, u"ANTHROPIC_BASE_URL"_s, u"CLAUDE_CODE_OAUTH_TOKEN"_s,
                u"CLAUDE_CONFIG_DIR"_s, u"CLAUDE_CODE_MAX_RETRIES"_s, u"API_TIMEOUT_MS"_s};
    }
    bool tellsCost() const override { return true; }

    Result<AgentCall> call(const AgentJob &job) const override
    {
        AgentCall call;
        call.arguments = {program(job.options), u"-p"_s, u"--output-format"_s, u"stream-json"_s, u"--verbose"_s,
                          u"--no-session-persistence"_s};
        if (!job.model.isEmpty())
            call.arguments += {u"--model"_s, job.model};
        QStringList offered{u"Read"_s, u"Grep"_s, u"Glob"_s, u"TodoWrite"_s};
        QStringList allowed;
        if (job.rights.write)
            offered += {u"Edit"_s, u"Write"_s, u"NotebookEdit"_s};
        if (job.rights.run)
            allowed += {u"Bash"_s};
        if (job.rights.network)
            allowed += {u"WebFetch"_s, u"WebSearch"_s};
        call.arguments += {u"--tools"_s, (offered + allowed).join(','_L1)};
        if (!allowed.isEmpty())
            call.arguments += {u"--allowedTools"_s, allowed.join(','_L1)};
        call.arguments += {u"--permission-mode"_s, job.rights.write ? u"acceptEdits"_s : u"default"_s};
        if (!job.persona.isEmpty()) {
            call.files.append({job.file(u"persona.md"_s), job.persona.toUtf8()});
            call.arguments += {u"--append-system-prompt-file"_s, job.file(u"persona.md"_s)};
        }
        call.arguments += job.arguments();
        call.environment = {{u"CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"_s, u"1"_s}, {u"DISABLE_AUTOUPDATER"_s, u"1"_s}};
        return call;
    }

    std::unique_ptr<AgentReader> reader(const QStringList &arguments, const QJsonObject &) const override
    {
        const QString format = optionIn(arguments, {u"--output-format"_s});
        return std::make_unique<ClaudeReader>(*this, format == "stream-json"_L1 ? AgentFormat::Events
                                                     : format == "json"_L1      ? AgentFormat::Whole
                                                                                : AgentFormat::Text);
    }
};

} // namespace

const AgentCli &claudeCli()
{
    static const ClaudeCli cli;
    return cli;
}

} // namespace baton
