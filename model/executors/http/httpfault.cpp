// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/http/httpfault.h"

#include "model/executors/agent/agentreader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct HttpFaults
{
    Q_DECLARE_TR_FUNCTIONS(baton::HttpFaults)
};

constexpr qsizetype longestQuote = 300;

QString sentenceFor(const QString &code)
{
    if (code == "not-logged-in"_L1)
        return HttpFaults::tr("The model endpoint does not accept the key. Set the environment variable that `key` names, or correct it.");
    if (code == "unknown-model"_L1)
        return HttpFaults::tr("The endpoint does not know this model, or this address. Correct `model` or `base_url`.");
    if (code == "rate-limit"_L1)
        return HttpFaults::tr("The endpoint turns requests away because there are too many. Retry later, or let fewer tasks run at once.");
    if (code == "service"_L1)
        return HttpFaults::tr("The model endpoint failed. Retry later.");
    if (code == "redirect"_L1)
        return HttpFaults::tr("The endpoint points to another address, where the key is not sent. Give that address as `base_url`.");
    if (code == "not-an-api"_L1)
        return HttpFaults::tr("What answered is a web page and no model endpoint. Correct `base_url`, or log in to the network.");
    if (code == "malformed"_L1)
        return HttpFaults::tr("The answer of the endpoint is damaged and cannot be read. Check `api`, then retry.");
    if (code == "cut-off"_L1)
        return HttpFaults::tr("The answer of the endpoint ended before it was complete. Check the network, then retry.");
    if (code == "stalled"_L1)
        return HttpFaults::tr("The endpoint fell silent in the middle of its work. Retry, or allow a longer silence in the settings.");
    if (code == "too-slow"_L1)
        return HttpFaults::tr("The endpoint took too long for one answer. Make the task smaller, or choose a faster model.");
    if (code == "limit"_L1)
        return HttpFaults::tr("The answer reached a limit before it was done. Make the task smaller, or raise the limit in the settings.");
    if (code == "refused-answer"_L1)
        return HttpFaults::tr("The model refused to answer. Look at the task's description, or choose another model.");
    if (code == "too-large"_L1)
        return HttpFaults::tr("The answer is larger than can be sensible and was not read to its end. Make the task smaller.");
    if (code == "no-answer"_L1)
        return HttpFaults::tr("The model ended without an answer. Retry, or choose another model.");
    if (code == "connection"_L1)
        return HttpFaults::tr("The model endpoint could not be reached. Check the network and `base_url`, then retry.");
    return HttpFaults::tr("The model endpoint refused the request. Look at its words, and at the task's model.");
}

QString wordsIn(const QByteArray &body)
{
    const QJsonValue error = QJsonDocument::fromJson(body).object()["error"_L1];
    if (error.isString())
        return error.toString();
    if (error.isObject())
        return error["message"_L1].toString();
    return {};
}

} // namespace

AgentFault httpFault(const QString &code, const QString &said)
{
    const QString quote = plainText(said).simplified().left(longestQuote);
    const QString sentence = sentenceFor(code);
    return {code, quote.isEmpty() ? sentence : HttpFaults::tr("%1 Its words: %2").arg(sentence, quote)};
}

AgentFault faultOfStatus(int status, const QByteArray &body)
{
    QString words = wordsIn(body);
    words = words.isEmpty() ? u"HTTP %1"_s.arg(status) : u"HTTP %1: %2"_s.arg(status).arg(words);
    if (status >= 300 && status < 400)
        return httpFault(u"redirect"_s, words);
    if (status == 401 || status == 403)
        return httpFault(u"not-logged-in"_s, words);
    if (status == 404)
        return httpFault(u"unknown-model"_s, words);
    if (status == 429 || status == 529)
        return httpFault(u"rate-limit"_s, words);
    return httpFault(status >= 500 ? u"service"_s : u"refused-request"_s, words);
}

bool isWorthRetrying(int status)
{
    return status == 429 || (status >= 500 && status != 501 && status != 505);
}

qint64 retryAfter(const QByteArray &header, qint64 now)
{
    bool isNumber = false;
    const double seconds = header.trimmed().toDouble(&isNumber);
    if (isNumber)
        return seconds >= 0 && seconds < 1e9 ? qint64(seconds * 1000) : -1;
    // RFC 7231: Sun, 06 Nov 1994 08:49:37 GMT
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? qMax<qint64>(0, date.toMSecsSinceEpoch() - now) : -1;
}

} // namespace baton
