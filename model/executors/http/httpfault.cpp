// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/http/httpfault.h"

#include "model/executors/agent/agentreader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct HttpFaults
{
    Q_DECLARE_TR_FUNCTIONS(baton::HttpFaults)
};

constexpr qsizetype longestQuote = 300;
constexpr qsizetype mostQuoted = 16 * 1024; ///< Bytes of a page that are looked through for words.

QString hostOf(const Endpoint &endpoint)
{
    const QUrl url(endpoint.baseUrl);
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

/// Where it is known what was asked, the sentence says what to correct.
QString closerSentence(const QString &code, const Endpoint &endpoint)
{
    const QString host = hostOf(endpoint);
    if (host.isEmpty())
        return {};
    if (code == "not-logged-in"_L1 && endpoint.keyName.isEmpty())
        return HttpFaults::tr("%1 wants a key, and none was sent. Name one as `key` of the executor and store it in the settings, then retry.").arg(host);
    if (code == "not-logged-in"_L1)
        return HttpFaults::tr("%1 does not accept the key “%2”. Store the right one in the settings, or set the environment variable %3, then retry.")
            .arg(host, endpoint.keyName, keyVariable(endpoint.keyName));
    if (code == "unknown-model"_L1)
        return HttpFaults::tr("%1 does not know the model “%2”, or has nothing at this address. Correct `model` or `base_url`, then retry.")
            .arg(host, endpoint.model);
    if (code == "not-an-api"_L1)
        return HttpFaults::tr("What answered at %1 is a web page and no model endpoint. Correct `base_url`, or log in to the network, then retry.").arg(host);
    if (code == "rate-limit"_L1)
        return HttpFaults::tr("%1 turns requests away because there are too many. Retry later, or let fewer tasks call it at once: the settings have a limit for that.").arg(host);
    if (code == "service"_L1)
        return HttpFaults::tr("%1 answers with a failure of its own. Retry later, or choose another endpoint.").arg(host);
    if (code == "connection"_L1)
        return HttpFaults::tr("%1 could not be reached. Check the network and `base_url`, then retry.").arg(host);
    if (code == "closed"_L1)
        return HttpFaults::tr("%1 was reached, and closed the connection before it answered. It may have begun to work on the request, so it was not sent "
                              "again. Look at what stands there, and at `base_url`; then retry.").arg(host);
    if (code == "not-trusted"_L1)
        return HttpFaults::tr("The certificate of %1 is not trusted. If it is yours, let the environment variable SSL_CERT_FILE name the file with "
                              "the certificate of its authority, then retry.").arg(host);
    return {};
}

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
        return HttpFaults::tr("The endpoint points to another address, where the key is not sent. Give that address as `base_url`, then retry.");
    if (code == "not-an-api"_L1)
        return HttpFaults::tr("What answered is a web page and no model endpoint. Correct `base_url`, or log in to the network.");
    if (code == "malformed"_L1)
        return HttpFaults::tr("The answer of the endpoint cannot be read: it is damaged, or of another API. Check `api` and `base_url`, then retry.");
    if (code == "cut-off"_L1)
        return HttpFaults::tr("The answer of the endpoint ended before it was complete. Check the network, then retry.");
    if (code == "stalled"_L1)
        return HttpFaults::tr("The endpoint fell silent in the middle of its work. Retry, or allow a longer silence in the settings.");
    if (code == "too-slow"_L1)
        return HttpFaults::tr("The endpoint took too long for one answer. Make the task smaller, or choose a faster model; then retry.");
    if (code == "limit"_L1)
        return HttpFaults::tr("The answer reached a limit before it was done. Make the task smaller, or raise the limit in the settings; then retry.");
    if (code == "refused-answer"_L1)
        return HttpFaults::tr("The model refused to answer. Look at the task's description, or choose another model; then retry.");
    if (code == "too-large"_L1)
        return HttpFaults::tr("The answer is larger than can be sensible and was not read to its end. Check `base_url`, or make the task smaller; then retry.");
    if (code == "no-answer"_L1)
        return HttpFaults::tr("The model ended without an answer. Retry, or choose another model.");
    if (code == "connection"_L1)
        return HttpFaults::tr("The model endpoint could not be reached. Check the network and `base_url`, then retry.");
    if (code == "closed"_L1)
        return HttpFaults::tr("The model endpoint closed the connection before it answered. Look at what stands there, and at `base_url`; then retry.");
    return HttpFaults::tr("The model endpoint refused the request. Look at its words, and at the task's model; then retry.");
}

/// What a service says, wherever it puts it: `{"error": {"message": …}}`, `{"detail": [{"loc": [], "msg": …}]}`…
QString wordsOf(const QJsonValue &said, int depth = 0)
{
    constexpr int deepest = 4;
    if (said.isString())
        return said.toString().trimmed();
    QStringList words;
    if (depth >= deepest)
        return {};
    if (said.isArray()) {
        for (const QJsonValue &one : said.toArray())
            words += wordsOf(one, depth + 1);
    } else if (said.isObject()) {
        for (const auto name : {"error"_L1, "message"_L1, "msg"_L1, "detail"_L1, "errors"_L1, "title"_L1}) {
            if (words = {wordsOf(said[name], depth + 1)}; !words.first().isEmpty())
                break;
        }
        QStringList place; // of the request, where that is what is wrong
        for (const QJsonValue &step : said["loc"_L1].toArray())
            place += step.toVariant().toString();
        if (!place.isEmpty() && !words.first().isEmpty())
            words.first().prepend(place.join('.'_L1) + u": "_s);
    }
    words.removeAll(QString());
    return words.join(u"; "_s);
}

QString wordsIn(const QByteArray &body)
{
    static const QRegularExpression unseen(u"<(script|style|head)\\b.*?</\\1>|<[^>]*>"_s, QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (const QString words = wordsOf(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())); !words.isEmpty())
        return words;
    QString text = QString::fromUtf8(body.first(qMin(body.size(), mostQuoted)));
    if (text.trimmed().startsWith('<'_L1))
        text.replace(unseen, u" "_s);
    const bool isEmptyJson = !document.isNull() && document.object().isEmpty();
    return isEmptyJson || text.contains(QChar::ReplacementCharacter) ? QString() : text;
}

} // namespace

AgentFault httpFault(const QString &code, const QString &said, const Endpoint &endpoint)
{
    const QString quote = plainText(said).simplified().left(longestQuote);
    const QString closer = closerSentence(code, endpoint);
    const QString sentence = closer.isEmpty() ? sentenceFor(code) : closer;
    return {code, quote.isEmpty() ? sentence : HttpFaults::tr("%1 Its words: %2").arg(sentence, quote)};
}

QString targetOf(const QNetworkReply &reply)
{
    const QUrl target = QUrl::fromEncoded(reply.rawHeader("Location").trimmed()); // header() knows none without a host
    return target.isEmpty() ? QString() : reply.url().resolved(target).toDisplayString();
}

AgentFault faultOfSilence(QNetworkReply::NetworkError error, const QString &said, const Endpoint &endpoint)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return httpFault(u"not-trusted"_s, said, endpoint);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // Qt would have sent it again
        return httpFault(u"closed"_s, {}, endpoint);
    default:
        return httpFault(u"connection"_s, said, endpoint);
    }
}

AgentFault faultOfStatus(int status, const QByteArray &body, const Endpoint &endpoint, const QString &target)
{
    QString words = wordsIn(body);
    words = words.isEmpty() ? u"HTTP %1"_s.arg(status) : u"HTTP %1: %2"_s.arg(status).arg(words);
    if (status >= 300 && status < 400 && !target.isEmpty())
        return {u"redirect"_s, HttpFaults::tr("%1 points to %2, where no key is sent. If that is the right address, give it as `base_url`, then retry.")
                                   .arg(hostOf(endpoint), plainText(target).simplified().left(longestQuote))};
    if (status >= 300 && status < 400)
        return httpFault(u"redirect"_s, words, endpoint);
    if (status == 401 || status == 403)
        return httpFault(u"not-logged-in"_s, words, endpoint);
    if (status == 404)
        return httpFault(u"unknown-model"_s, words, endpoint);
    if (status == 429 || status == 529)
        return httpFault(u"rate-limit"_s, words, endpoint);
    return httpFault(status >= 500 ? u"service"_s : u"refused-request"_s, words, endpoint);
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
