// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentfault.h"

#include "model/executors/agent/agentcli.h"
#include "model/executors/agent/agentreader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct AgentFaults
{
    Q_DECLARE_TR_FUNCTIONS(baton::AgentFaults)
};

constexpr qsizetype longestQuote = 300;

/// Words that tell what kind of fault it is, most telling first. Taken from what the CLIs were seen to print.
struct Sign
{
    const char *code;
    const char *pattern;
};
constexpr std::array signs{
    Sign{"wrong-version", "unknown option|unexpected argument|unknown arguments?\\b|unrecognized (?:option|argument)|unknown flag|"
                          "requires --verbose|invalid values?\\b.*choices|You must provide a message"},
    Sign{"folder-not-trusted", "trusted directory"},
    Sign{"limit", "maximum number of turns|max(?:imum)? session turns|maximum budget|max-budget|output token maximum|max_output_tokens"},
    Sign{"not-logged-in", "not logged in|run /login|auth(?:entication)? (?:method|type|failed)|failed to authenticate|"
                          "missing environment variable|api key|unauthorized|no credentials"},
    Sign{"unknown-model", "model\\b.{0,120}(?:not found|not exist|not supported|no access)|unknown model"},
    Sign{"rate-limit", "rate.?limit|too many requests|overloaded|quota|high demand"},
    Sign{"refused-request", "invalid_request_error|INVALID_ARGUMENT"},
    Sign{"service", "connect|ECONN|socket|terminated|network|fetch failed|timed? ?out|disconnected|stream|failed to parse JSON|"
                    "JSON at position|empty response|server error|other side closed"},
};

int statusIn(const QString &text)
{
    static const QRegularExpression status(uR"((?:^|status(?: code)?[ :]+|API Error:? +|"code": *)([45][0-9]{2})\b)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return status.match(text).captured(1).toInt();
}

QString codeOf(const AgentTrouble &trouble)
{
    const int status = trouble.status ? trouble.status : statusIn(trouble.said);
    if (status == 401 || status == 403)
        return u"not-logged-in"_s;
    if (status == 404)
        return u"unknown-model"_s;
    if (status == 429 || status == 529)
        return u"rate-limit"_s;
    if (status >= 500)
        return u"service"_s;
    if (status >= 400)
        return u"refused-request"_s;
    for (const Sign &sign : signs) {
        const QRegularExpression pattern(QString::fromLatin1(sign.pattern), QRegularExpression::CaseInsensitiveOption);
        if (pattern.match(trouble.said).hasMatch())
            return QString::fromLatin1(sign.code);
    }
    return u"agent-error"_s;
}

/// The line that says most of a text that may be a screenful.
QString quoteFrom(const QString &text)
{
    static const QRegularExpression telling(u"error|fail|not |cannot|unknown|unexpected|missing|denied|reached|please"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    // What they print every time.
    static const QRegularExpression idle(u"^(?:warning:|Reading additional input|Ripgrep is not|\\[STARTUP\\]|YOLO mode)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QString last;
    const QStringList lines = readableLines(text);
    for (const QString &line : lines) {
        if (idle.match(line).hasMatch())
            continue;
        if (telling.match(line).hasMatch())
            return line.left(longestQuote);
        last = line;
    }
    return last.left(longestQuote);
}

/// At the beginning of a sentence.
QString nameOf(const AgentCli &cli)
{
    return cli.package().isEmpty() ? AgentFaults::tr("The agent") : cli.id();
}

QString sentenceFor(const AgentCli &cli, const QString &code)
{
    const bool isKnown = !cli.package().isEmpty();
    const QString name = nameOf(cli);
    if (code == "not-installed"_L1) {
        return isKnown ? AgentFaults::tr("%1 is not installed. Install it (npm has it as %2), or choose another agent; then retry.").arg(name, cli.package())
                       : AgentFaults::tr("The program of this agent is not there. Install it, or correct `binary`; then retry.");
    }
    if (code == "wrong-version"_L1)
        return AgentFaults::tr("%1 did not understand how it was called. Bring it up to date (Baton knows version %2), or correct `args`; then retry.")
            .arg(name, cli.knownVersion());
    if (code == "folder-not-trusted"_L1)
        return AgentFaults::tr("%1 does not trust this folder. Start it there once by hand and say that it may; then retry.").arg(name);
    if (code == "limit"_L1)
        return AgentFaults::tr("%1 reached a limit of its own before it was done. Raise that limit, or make the task smaller; then retry.").arg(name);
    if (code == "not-logged-in"_L1) {
        return cli.keys().isEmpty()
                   ? AgentFaults::tr("The agent is not logged in, or its key is not accepted. Log in with it once in a terminal; then retry.")
                   : AgentFaults::tr("%1 is not logged in, or its key is not accepted. Log in with it once in a terminal, or set %2; then retry.")
                         .arg(name, cli.keys().first());
    }
    if (code == "unknown-model"_L1)
        return AgentFaults::tr("The service does not know this model. Choose another for the task or its persona; then retry.");
    if (code == "rate-limit"_L1)
        return AgentFaults::tr("The service turns requests away because there are too many. Retry later, or let fewer tasks run at once.");
    if (code == "service"_L1)
        return AgentFaults::tr("The model service failed or could not be reached. Check the network, then retry.");
    if (code == "refused-request"_L1)
        return AgentFaults::tr("The model service refused the request. Look at its words, and at the task's model and arguments; then retry.");
    if (code == "no-reply"_L1)
        return AgentFaults::tr("%1 did not answer in time and was ended. Try it once in a terminal, to see what it waits for.").arg(name);
    if (code == "not-finished"_L1)
        return AgentFaults::tr("%1 ended without saying that it had finished. Its log shows how far it got; then retry.").arg(name);
    if (code == "no-answer"_L1)
        return AgentFaults::tr("%1 ended without an answer. Its log shows what it did; a tool it was refused is often the cause. Mend that, then retry.").arg(name);
    if (code == "line-too-long"_L1)
        return AgentFaults::tr("%1 wrote a line too long to be read, and its end was in it. Let the task write large things to files, then retry.").arg(name);
    if (code == "not-text"_L1)
        return AgentFaults::tr("What %1 wrote is no text (UTF-8). Check that the program is the right one, then retry.").arg(isKnown ? name : AgentFaults::tr("the agent"));
    if (code == "too-much-output"_L1)
        return AgentFaults::tr("%1 wrote more than can be sensible and was ended. Its log shows what it was at. Mend that, then retry.").arg(name);
    return AgentFaults::tr("%1 failed. Its log shows what it did. Mend that, then retry.").arg(name);
}

} // namespace

AgentFault missingProgram(const AgentCli &cli, const QString &binary)
{
    const QString code = u"not-installed"_s;
    return binary.isEmpty() ? faultWithCode(cli, code, {})
                            : AgentFault{code, AgentFaults::tr("“%1”, the program of this agent, is not there or cannot be run. Install it, or correct `binary`; then retry.").arg(binary)};
}

AgentFault faultWithCode(const AgentCli &cli, const QString &code, const QString &said)
{
    const QString sentence = sentenceFor(cli, code);
    const QString quote = code == "not-text"_L1 ? QString() : quoteFrom(said);
    return {code, quote.isEmpty() ? sentence : AgentFaults::tr("%1 Its words: %2").arg(sentence, quote)};
}

AgentFault faultFrom(const AgentCli &cli, const AgentTrouble &trouble)
{
    const QString code = codeOf(trouble);
    if (code == "agent-error"_L1 && trouble.exitCode != 0 && quoteFrom(trouble.said).isEmpty())
        return {u"exit-status"_s, AgentFaults::tr("%1 ended with status %2 and did not say why. Its log shows what it did; then retry.").arg(nameOf(cli)).arg(trouble.exitCode)};
    return faultWithCode(cli, code, trouble.said);
}

AgentFault signalFault(const AgentCli &cli, int signal)
{
    return {u"signal"_s, AgentFaults::tr("%1 was ended by signal %2 (%3) before it had finished. Where nobody did that, look for a lack of memory; then retry.")
                             .arg(nameOf(cli)).arg(signal).arg(QString::fromLocal8Bit(::strsignal(signal)))};
}

} // namespace baton
