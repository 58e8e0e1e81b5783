// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentcli.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Linux takes no longer argument.
constexpr qsizetype longestArgument = 128 * 1024 - 1;

struct CustomAgent
{
    Q_DECLARE_TR_FUNCTIONS(baton::CustomAgent)
};

/// `usage.input_tokens` in an object; a number is a place in a list.
QJsonValue valueAt(const QJsonObject &object, const QString &path)
{
    if (path.isEmpty())
        return QJsonValue::Undefined;
    QJsonValue value = object;
    for (const QString &name : path.split('.'_L1)) {
        bool isPlace = false;
        const int place = name.toInt(&isPlace);
        value = value.isArray() && isPlace ? value.toArray().at(place) : value[name];
    }
    return value;
}

/// JSON lines whose fields the plan names. The last text is the answer; any error is a failure; figures are the last told.
class FieldReader final : public AgentReader
{
public:
    FieldReader(const AgentCli &cli, AgentFormat format, const QJsonObject &fields) : AgentReader(cli, format), m_fields(fields) {}

protected:
    void readEvent(const QJsonObject &event) override
    {
        if (const QString text = textAt(event, u"text"_s); !text.isEmpty()) {
            m_answer = text;
            say(text);
        }
        if (const QString error = textAt(event, u"error"_s); !error.isEmpty()) {
            m_error = error;
            report(error);
        }
        const QJsonValue input = valueAt(event, m_fields["input_tokens"_L1].toString());
        const QJsonValue output = valueAt(event, m_fields["output_tokens"_L1].toString());
        if (input.isDouble() || output.isDouble()) {
            AgentUsage usage = m_usage.value_or(AgentUsage());
            usage.input = input.isDouble() ? countOf(input) : usage.input;
            usage.output = output.isDouble() ? countOf(output) : usage.output;
            m_usage = usage;
        }
    }

    Closing closing(const AgentExit &exit) const override
    {
        if (!m_error.isEmpty())
            return {Closing::How::Failed, m_error};
        if (!exit.exited || exit.code != 0 || hasLostItsEnd())
            return {};
        return m_answer.isEmpty() ? Closing{Closing::How::Failed, {}, 0, u"no-answer"_s} : Closing{Closing::How::Well};
    }

    bool hasClosingEvent() const override { return false; }

private:
    QString textAt(const QJsonObject &event, const QString &field) const
    {
        const QJsonValue value = valueAt(event, m_fields[field].toString(field));
        return value.isObject() ? value["message"_L1].toString() : contentText(value);
    }

    QJsonObject m_fields;
    QString m_error;
};

class CustomCli final : public AgentCli
{
public:
    QString id() const override { return u"custom"_s; }
    QString package() const override { return {}; }
    QString knownVersion() const override { return {}; }
    QStringList keys() const override { return {}; }
    bool knowsTiers() const override { return true; }

    Result<AgentCall> call(const AgentJob &job) const override
    {
        if (job.options["binary"_L1].toString().isEmpty())
            return Error{ErrorCode::Refused, CustomAgent::tr("A custom agent needs a program. Give its executor a `binary`.")};
        AgentCall call;
        call.arguments = {program(job.options)};
        for (const QJsonValue &argument : job.options["prefix"_L1].toArray())
            call.arguments += argument.toVariant().toString();
        call.arguments += job.arguments();
        const QString prompt = job.options["prompt"_L1].toString();
        call.promptOnInput = prompt.isEmpty() || prompt == "stdin"_L1;
        if (call.promptOnInput)
            return call;
        if (job.prompt.size() > longestArgument)
            return Error{ErrorCode::Limit, CustomAgent::tr("The prompt is longer than an argument may be (128 KiB). Let it be given with `prompt: stdin`.")};
        if (const QString flag = job.options["flag"_L1].toString(); prompt == "flag"_L1)
            call.arguments += flag.isEmpty() ? u"--prompt"_s : flag;
        call.arguments += QString::fromUtf8(job.prompt);
        return call;
    }

    std::unique_ptr<AgentReader> reader(const QStringList &, const QJsonObject &options) const override
    {
        const bool isJson = options["output"_L1].toString() == "jsonl"_L1;
        return std::make_unique<FieldReader>(*this, isJson ? AgentFormat::Events : AgentFormat::Text, options["fields"_L1].toObject());
    }
};

} // namespace

const AgentCli &customCli()
{
    static const CustomCli cli;
    return cli;
}

} // namespace baton
