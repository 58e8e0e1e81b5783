// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentlog.h"

#include "model/executors/agent/agentreader.h"

#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype mostResultLines = 12;
constexpr qsizetype longestResultLine = 400;
constexpr qsizetype mostErrorLines = 20;

QByteArray indented(const QString &text, const QString &first, const QString &others)
{
    QStringList lines = plainText(text).trimmed().split('\n'_L1);
    for (qsizetype i = 0; i < lines.size(); ++i)
        lines[i].prepend(i == 0 ? first : others);
    return lines.join('\n'_L1).toUtf8() + '\n';
}

} // namespace

QByteArray AgentLog::startLine()
{
    return std::exchange(m_inLine, false) ? QByteArray("\n") : QByteArray();
}

QByteArray AgentLog::text(const AgentEvent &event)
{
    if (event.kind == AgentEvent::Kind::Text && event.continues) {
        const QString text = plainText(event.text);
        if (!text.isEmpty())
            m_inLine = !text.endsWith('\n'_L1);
        return text.toUtf8();
    }
    QByteArray text = startLine();
    switch (event.kind) {
    case AgentEvent::Kind::Text: return text + plainText(event.text).toUtf8() + '\n';
    case AgentEvent::Kind::Reasoning: return text + indented(event.text, u"~ "_s, u"~ "_s);
    case AgentEvent::Kind::Tool:
        return text + indented(event.text.isEmpty() ? event.tool : event.tool + u": "_s + event.text, u"> "_s, u"  "_s);
    case AgentEvent::Kind::Result: return text + ofResult(event);
    case AgentEvent::Kind::Notice:
    case AgentEvent::Kind::Error: return text + indented(event.text, u"! "_s, u"! "_s);
    }
    return text;
}

QByteArray AgentLog::ofResult(const AgentEvent &event) const
{
    QStringList lines = plainText(event.text).trimmed().split('\n'_L1);
    const qsizetype left = lines.size() - mostResultLines;
    if (left > 1) {
        lines = lines.first(mostResultLines);
        lines += tr("… and %n more lines", nullptr, int(left));
    }
    for (QString &line : lines)
        line.truncate(longestResultLine);
    const QString text = lines.join('\n'_L1);
    if (text.isEmpty() && !event.failed)
        return {};
    return indented(text, event.failed ? u"  ! "_s : u"  "_s, event.failed ? u"  ! "_s : u"  "_s);
}

QByteArray AgentLog::ending(const AgentResult &result, const QString &errors)
{
    QByteArray text = startLine();
    if (!result.refused.isEmpty())
        text += indented(tr("It wanted tools that its persona does not have: %1.").arg(result.refused.join(", "_L1)), u"! "_s, u"! "_s);
    if (result.fault) {
        QStringList lines = readableLines(errors);
        if (lines.size() > mostErrorLines)
            lines = lines.last(mostErrorLines);
        if (!lines.isEmpty())
            text += indented(lines.join('\n'_L1), u"| "_s, u"| "_s);
        text += indented(result.fault->message, u"! "_s, u"! "_s);
    }
    if (result.usage) {
        const QLocale locale;
        const qint64 cached = result.usage->cacheRead.value_or(0) + result.usage->cacheWrite.value_or(0);
        const qint64 out = result.usage->output + result.usage->reasoning.value_or(0);
        text += (cached > 0 ? tr("Tokens: %1 in, %2 from and to the cache, %3 out.")
                                  .arg(locale.toString(result.usage->input), locale.toString(cached), locale.toString(out))
                            : tr("Tokens: %1 in, %2 out.").arg(locale.toString(result.usage->input), locale.toString(out)))
                    .toUtf8() + '\n';
    }
    return text;
}

} // namespace baton
