// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/executors/http/talk.h"
#include "model/executors/keys/keychain.h"
#include "model/run/runplan.h"

#include <QJsonObject>

class QNetworkRequest;

namespace baton {

/// How patient one is with an endpoint.
struct HttpLimits
{
    int retries = 4;               ///< Of one request, none of which had begun to be answered.
    qint64 retryDelay = 1000;      ///< Milliseconds before the first; doubled for each more.
    qint64 silence = 120'000;      ///< Milliseconds without a byte.
    qint64 answer = 30 * 60'000;   ///< Milliseconds for one whole answer.
    int maxTokens = 0;             ///< Of one answer; 0 = the endpoint's own limit.
};

/// Where a task's requests go.
struct Endpoint
{
    HttpApi api = HttpApi::OpenAi;
    QString baseUrl;
    QString model;
    QString keyName; ///< Empty: it is asked without a key.
    HttpLimits limits;
};

/// Where the requests of a task go, by its executor and the user's settings (see modelsettings.h).
Result<Endpoint> endpointFor(const PlanTask &task, const QJsonObject &settings);
/// The environment variable that a key of this name is taken from.
QString keyVariable(const QString &name);
/// The endpoint's key: what the keychain has, else what stands in the environment. Refused where both have none, or it
/// would cross the network unencrypted.
Result<QByteArray> keyFor(const Endpoint &endpoint, const StoredKey &stored);

/// Lets a request trust the authorities in the file that SSL_CERT_FILE names, beside the system's: Qt does not look there.
void trustOwnAuthorities(QNetworkRequest &request);

} // namespace baton
