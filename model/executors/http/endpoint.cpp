// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/http/endpoint.h"

#include "model/base/duration.h"
#include "model/executors/modelsettings.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Endpoints
{
    Q_DECLARE_TR_FUNCTIONS(baton::Endpoints)
};

QString firstOf(const QStringList &texts)
{
    for (const QString &text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

qint64 millisecondsOf(const QJsonValue &value, qint64 usual)
{
    const QString text = value.isString() ? value.toString() : value.toVariant().toString();
    const std::optional<qint64> milliseconds = Duration{text}.milliseconds();
    return milliseconds && *milliseconds > 0 ? qMin<qint64>(*milliseconds, 24 * 3'600'000) : usual;
}

HttpLimits limitsOf(const QJsonObject &settings)
{
    HttpLimits limits;
    limits.retries = qBound(0, settings["retries"_L1].toInt(limits.retries), 20);
    limits.retryDelay = millisecondsOf(settings["retry_delay"_L1], limits.retryDelay);
    limits.silence = millisecondsOf(settings["silence"_L1], limits.silence);
    limits.answer = millisecondsOf(settings["answer"_L1], limits.answer);
    limits.maxTokens = qMax(0, settings["max_tokens"_L1].toInt());
    return limits;
}

bool isLocal(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

Result<Endpoint> endpointFor(const PlanTask &task, const QJsonObject &settings)
{
    const QJsonObject options = task.executor.options;
    const QString api = options["api"_L1].toString(u"openai"_s);
    if (api != "openai"_L1 && api != "anthropic"_L1)
        return Error{ErrorCode::Refused, Endpoints::tr("“%1” wants the API “%2”, which Baton does not know. Correct `api`.").arg(task.id, api)};
    Endpoint endpoint;
    endpoint.api = api == "anthropic"_L1 ? HttpApi::Anthropic : HttpApi::OpenAi;
    endpoint.limits = limitsOf(settings);
    const QJsonObject usual = usualEndpoint(api);
    const QJsonObject ofApi = settings[api].toObject();
    const QString planned = options["base_url"_L1].toString();
    endpoint.baseUrl = baseUrlOf(options, settings);
    const auto [name, ofUrl] = knownAddress(endpoint.baseUrl, settings);

    // A vendor's own key goes to the vendor only, whatever address a plan names.
    const bool isUsual = name == knownAddress(usual["base_url"_L1].toString(), settings).name;
    const bool isOwn = planned.isEmpty() || name == knownAddress(ofApi["base_url"_L1].toString(), settings).name;
    endpoint.keyName = firstOf({options["key"_L1].toString(), ofUrl["key"_L1].toString(), isOwn || isUsual ? ofApi["key"_L1].toString() : QString(),
                                isUsual ? usual["key"_L1].toString() : QString()});

    const QString ofExecutor = options["model"_L1].toString();
    const QString named = task.task->model.isEmpty() && !ofExecutor.isEmpty() ? ofExecutor : task.model;
    endpoint.model = !isModelTier(named) ? named
                                    : firstOf({ofUrl["tiers"_L1][named].toString(), ofApi["tiers"_L1][named].toString(), usual["tiers"_L1][named].toString()});
    if (endpoint.model.isEmpty())
        return Error{ErrorCode::Refused, Endpoints::tr("“%1” says no model. Give it one, or its executor.").arg(task.id)};

    const QUrl url = requestUrl(endpoint.api, endpoint.baseUrl);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty())
        return Error{ErrorCode::Refused, Endpoints::tr("“%1” has no sensible address. Correct `base_url`: https://, a host, no password.").arg(task.id)};
    return endpoint;
}

QString keyVariable(const QString &name)
{
    if (qEnvironmentVariableIsSet(name.toUtf8().constData()))
        return name;
    QString variable = name.toUpper();
    for (QChar &character : variable) {
        if (!(character >= u'A' && character <= u'Z') && !(character >= u'0' && character <= u'9'))
            character = u'_';
    }
    return variable;
}

static bool hasOnlyPrintable(const QByteArray &key)
{
    return std::all_of(key.cbegin(), key.cend(), [](char character) { return character > ' ' && character <= '~'; });
}

Result<QByteArray> keyFor(const Endpoint &endpoint, const StoredKey &stored)
{
    if (endpoint.keyName.isEmpty())
        return QByteArray();
    const QString variable = keyVariable(endpoint.keyName);
    const QByteArray key = stored.key.isEmpty() ? qgetenv(variable.toUtf8().constData()).trimmed() : stored.key;
    if (key.isEmpty() && stored.trouble.isEmpty())
        return Error{ErrorCode::NotFound, Endpoints::tr("The key “%1” of the model endpoint is missing. Store it in the settings, or set the environment variable %2 to it; then retry.").arg(endpoint.keyName, variable)};
    if (key.isEmpty())
        return Error{ErrorCode::NotFound, Endpoints::tr("The key “%1” of the model endpoint is missing. %2 Set the environment variable %3 to it; then retry.").arg(endpoint.keyName, stored.trouble, variable)};
    if (!hasOnlyPrintable(key))
        return Error{ErrorCode::Refused, stored.key.isEmpty() ? Endpoints::tr("What the environment variable %1 holds is no key. Correct it.").arg(variable)
                                                              : Endpoints::tr("What the keychain holds as “%1” is no key. Store it anew in the settings.").arg(endpoint.keyName)};
    const QUrl url(endpoint.baseUrl);
    if (url.scheme() != "https"_L1 && !isLocal(url.host()))
        return Error{ErrorCode::Refused, Endpoints::tr("A key is not sent unencrypted to %1. Use https:// in `base_url`.").arg(url.host())};
    return key;
}

void trustOwnAuthorities(QNetworkRequest &request)
{
    const QString file = qEnvironmentVariable("SSL_CERT_FILE");
    if (file.isEmpty() || request.url().scheme() != "https"_L1)
        return;
    QSslConfiguration configuration = request.sslConfiguration();
    configuration.addCaCertificates(file);
    request.setSslConfiguration(configuration);
}

} // namespace baton
