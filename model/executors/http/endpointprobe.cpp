// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/http/endpointprobe.h"

#include "model/executors/http/answerreader.h"
#include "model/executors/http/httpfault.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype largestAnswer = 4 * 1024 * 1024;

QUrl modelsUrl(const Endpoint &endpoint)
{
    QUrl url = requestUrl(endpoint.api, endpoint.baseUrl);
    QString path = url.path();
    path.chop(QLatin1StringView(endpoint.api == HttpApi::Anthropic ? "messages" : "chat/completions").size());
    url.setPath(path + u"models"_s);
    return url;
}

/// Empty, or why the endpoint will not do: judged by the list of its models.
std::optional<AgentFault> faultOfList(const QByteArray &body, const QString &model)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return httpFault(body.trimmed().startsWith('<') ? u"not-an-api"_s : u"malformed"_s);
    const QJsonArray list = document["data"_L1].toArray();
    // A list that goes on elsewhere, or none, says nothing about the model.
    if (model.isEmpty() || list.isEmpty() || document["has_more"_L1].toBool())
        return {};
    const bool isThere = std::any_of(list.begin(), list.end(), [&](const QJsonValue &entry) {
        return entry["id"_L1].toString().startsWith(model); // or a name with the date behind it
    });
    return isThere ? std::nullopt : std::optional(httpFault(u"unknown-model"_s, model));
}

} // namespace

class EndpointProbe::Request : public QObject
{
public:
    Request(EndpointProbe &probe, const Endpoint &endpoint, const QByteArray &key)
        : m_probe(probe)
        , m_endpoint(endpoint)
        , m_key(key)
    {
        m_clock.start();
    }
    ~Request() override
    {
        if (m_reply)
            m_reply->disconnect(this);
    }

    void send(const QUrl &url, const QByteArray &body)
    {
        m_isQuestion = !body.isEmpty();
        QNetworkRequest request(url);
        for (const auto &[name, value] : requestHeaders(m_endpoint.api, m_key))
            request.setRawHeader(name, value);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        trustOwnAuthorities(request);
        request.setTransferTimeout(longestWait);
        m_reply = m_isQuestion ? m_manager.post(request, body) : m_manager.get(request);
        connect(m_reply, &QNetworkReply::readyRead, this, [this] {
            m_received += m_reply->readAll();
            if (m_received.size() > largestAnswer)
                m_reply->abort();
        });
        connect(m_reply, &QNetworkReply::finished, this, &Request::conclude);
    }

private:
    void conclude()
    {
        m_received += m_reply->isOpen() ? m_reply->readAll() : QByteArray();
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        EndpointTrial trial;
        if (m_received.size() > largestAnswer)
            trial.fault = httpFault(u"too-large"_s);
        else if (status == 0)
            trial.fault = faultOfSilence(m_reply->error(), m_reply->errorString(), m_endpoint);
        else if (m_isQuestion && status >= 200 && status <= 299)
            readAnswer(trial);
        else if (status >= 200 && status <= 299)
            trial.fault = faultOfList(m_received, m_endpoint.model);
        else if (m_isQuestion || status != 404) // an endpoint need not have a list
            trial.fault = faultOfStatus(status, m_received, m_endpoint, targetOf(*m_reply));
        if (trial.fault && !m_key.isEmpty()) // a server may say the key back
            trial.fault->message.replace(QString::fromLatin1(m_key), u"…"_s);
        trial.milliseconds = m_clock.elapsed();
        EndpointProbe &probe = m_probe;
        probe.m_request.release()->deleteLater();
        emit probe.finished(trial);
    }

    void readAnswer(EndpointTrial &trial) const
    {
        const std::unique_ptr<AnswerReader> reader = answerReader(m_endpoint.api);
        if (m_received.trimmed().startsWith('{') || m_received.trimmed().startsWith('<'))
            reader->readWhole(m_received);
        else
            reader->addStream(m_received);
        const HttpAnswer answer = reader->finish();
        trial.fault = answer.fault;
        trial.usage = answer.usage;
        trial.answer = answer.text;
    }

    EndpointProbe &m_probe;
    Endpoint m_endpoint;
    QByteArray m_key;
    QNetworkAccessManager m_manager;
    QNetworkReply *m_reply = nullptr; ///< The manager's child.
    QByteArray m_received;
    QElapsedTimer m_clock;
    bool m_isQuestion = false;
};

EndpointProbe::EndpointProbe(QObject *parent) : QObject(parent) {}

EndpointProbe::~EndpointProbe() = default;

void EndpointProbe::look(const Endpoint &endpoint, const QByteArray &key)
{
    m_request = std::make_unique<Request>(*this, endpoint, key);
    m_request->send(modelsUrl(endpoint), {});
}

void EndpointProbe::ask(const Endpoint &endpoint, const QByteArray &key)
{
    Talk talk{endpoint.model, {}, {TalkTurn{false, u"Answer with the single word: ready"_s}}};
    m_request = std::make_unique<Request>(*this, endpoint, key);
    m_request->send(requestUrl(endpoint.api, endpoint.baseUrl), requestBody(endpoint.api, talk));
}

void EndpointProbe::stop()
{
    m_request.reset();
}

} // namespace baton
