// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/messagereader.h"

using namespace Qt::StringLiterals;

namespace baton {

void MessageReader::readEvent(const QJsonObject &event)
{
    const QString type = event["type"_L1].toString();
    if (type == "assistant"_L1)
        return readAssistant(event);
    if (type == "user"_L1)
        return readUser(event);
    if (type == "system"_L1)
        return readSystem(event);
    if (type != "result"_L1)
        return;
    m_result = event;
    m_answer = event["result"_L1].toString();
    if (event["structured_output"_L1].isObject())
        m_answer = QString::fromUtf8(QJsonDocument(event["structured_output"_L1].toObject()).toJson(QJsonDocument::Compact));
    m_usage = usageOf(event);
    for (const QJsonValue &denial : event["permission_denials"_L1].toArray())
        refuse(denial["tool_name"_L1].toString());
}

void MessageReader::readAssistant(const QJsonObject &event)
{
    const bool isError = !event["error"_L1].toString().isEmpty();
    for (const QJsonValue &block : event["message"_L1]["content"_L1].toArray()) {
        const QString type = block["type"_L1].toString();
        if (type == "text"_L1 && isError)
            report(block["text"_L1].toString());
        else if (type == "text"_L1)
            say(block["text"_L1].toString());
        else if (type == "thinking"_L1)
            think(block["thinking"_L1].toString());
        else if (type == "tool_use"_L1) {
            m_tools.insert(block["id"_L1].toString(), block["name"_L1].toString());
            callTool(block["name"_L1].toString(), block["input"_L1].toObject());
        }
    }
}

void MessageReader::readUser(const QJsonObject &event)
{
    for (const QJsonValue &block : event["message"_L1]["content"_L1].toArray()) {
        if (block["type"_L1].toString() != "tool_result"_L1)
            continue;
        const QString text = contentText(block["content"_L1]);
        endTool(text, block["is_error"_L1].toBool());
        if (text.contains("No such tool available"_L1)) // one that it was not offered is no denial to it
            refuse(m_tools.value(block["tool_use_id"_L1].toString()));
    }
}

void MessageReader::readSystem(const QJsonObject &event)
{
    if (event["subtype"_L1].toString() != "api_retry"_L1)
        return;
    const int status = event["error_status"_L1].toInt();
    notice(tr("The service did not answer as it should (%1). Attempt %2 of %3.")
               .arg(status ? QString::number(status) : event["error"_L1].toString())
               .arg(event["attempt"_L1].toInt() + 1)
               .arg(event["max_retries"_L1].toInt() + 1));
}

AgentReader::Closing MessageReader::closing(const AgentExit &) const
{
    if (m_result.isEmpty())
        return {};
    if (!m_result["is_error"_L1].toBool())
        return {Closing::How::Well};
    Closing end{Closing::How::Failed, m_result["result"_L1].toString(), m_result["api_error_status"_L1].toInt()};
    if (end.error.isEmpty())
        end.error = m_result["errors"_L1].toArray().first().toString();
    if (end.error.isEmpty())
        end.error = m_result["error"_L1]["message"_L1].toString();
    const QString subtype = m_result["subtype"_L1].toString();
    if (subtype.startsWith("error_max"_L1))
        end.code = u"limit"_s;
    else if (m_result["terminal_reason"_L1].toString().startsWith("aborted"_L1))
        end.code = u"not-finished"_s;
    return end;
}

} // namespace baton
