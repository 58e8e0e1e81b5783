// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/messagereader.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// After an error of the service it says `is_error: false` and ends with status 0; only the answer's words tell.
class QwenReader final : public MessageReader
{
public:
    using MessageReader::MessageReader;

protected:
    AgentUsage usageOf(const QJsonObject &result) const override
    {
        const QJsonObject usage = result["usage"_L1].toObject();
        const qint64 cached = countOf(usage["cache_read_input_tokens"_L1]);
        return {.input = qMax(qint64(0), countOf(usage["input_tokens"_L1]) - cached),
                .output = countOf(usage["output_tokens"_L1]),
                .cacheRead = cached};
    }

    Closing closing(const AgentExit &exit) const override
    {
        const qsizetype fault = m_answer.indexOf("[API Error:"_L1);
        return fault < 0 ? MessageReader::closing(exit) : Closing{Closing::How::Failed, m_answer.sliced(fault)};
    }
};

class QwenCli final : public AgentCli
{
public:
    QString id() const override { return u"qwen"_s; }
    QString package() const override { return u"@qwen-code/qwen-code"_s; }
    QString knownVersion() const override { return u"0.15"_s; }
    QStringList keys() const override
    {
        return {u"OPENAI_API_KEY"_s, u"OPENAI_BASE_URL"_s, u"OPENAI_MODEL"_s, u"DASHSCOPE_API_KEY"_s};
    }

    Result<AgentCall> call(const AgentJob &job) const override
    {
        AgentCall call;
        call.arguments = {program(job.options), u"-o"_s, u"stream-json"_s, u"--approval-mode"_s,
                          job.rights.write ? u"auto-edit"_s : u"default"_s};
        if (!job.model.isEmpty())
            call.arguments += {u"-m"_s, job.model};
        if (job.rights.run)
            call.arguments += u"--allowed-tools=run_shell_command"_s;
        else
            call.arguments += u"--exclude-tools=run_shell_command"_s;
        if (!job.rights.write)
            call.arguments += {u"--exclude-tools=write_file"_s, u"--exclude-tools=edit"_s};
        call.arguments += job.rights.network ? u"--allowed-tools=web_fetch"_s : u"--exclude-tools=web_fetch"_s;
        if (!job.persona.isEmpty())
            call.arguments += u"--append-system-prompt="_s + job.persona;
        call.arguments += job.arguments();
        return call;
    }

    std::unique_ptr<AgentReader> reader(const QStringList &arguments, const QJsonObject &) const override
    {
        const QString format = optionIn(arguments, {u"-o"_s, u"--output-format"_s});
        return std::make_unique<QwenReader>(*this, format == "stream-json"_L1 ? AgentFormat::Events
                                                   : format == "json"_L1      ? AgentFormat::Whole
                                                                              : AgentFormat::Text);
    }
};

} // namespace

const AgentCli &qwenCli()
{
    static const QwenCli cli;
    return cli;
}

} // namespace baton
