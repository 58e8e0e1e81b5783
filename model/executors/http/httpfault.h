// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentevent.h"
#include "model/executors/http/endpoint.h"

#include <QNetworkReply>

namespace baton {

/// The fault of a model endpoint with its sentence, and the words of the endpoint where there are any. Codes:
/// `not-logged-in`, `unknown-model`, `rate-limit`, `service`, `refused-request`, `redirect`, `not-an-api`, `malformed`,
/// `cut-off`, `stalled`, `too-slow`, `limit`, `refused-answer`, `too-large`, `no-answer`, `connection`, `closed`,
/// `not-trusted` (its certificate). The sentence names the host, model and key of \a endpoint, where they are known.
AgentFault httpFault(const QString &code, const QString &said = {}, const Endpoint &endpoint = {});
/// Of an answer with this HTTP status, which is none of those that mean well; \a target is where a redirect points.
AgentFault faultOfStatus(int status, const QByteArray &body, const Endpoint &endpoint = {}, const QString &target = {});
/// Of a request that got no answer at all.
AgentFault faultOfSilence(QNetworkReply::NetworkError error, const QString &said, const Endpoint &endpoint);
/// The address that an answer points to; empty where it does not.
QString targetOf(const QNetworkReply &reply);
/// Asked again later it may be answered: the endpoint was busy or down and did nothing yet.
bool isWorthRetrying(int status);
/// What `Retry-After` asks for, in milliseconds from \a now (since the epoch); -1 where it says nothing sensible.
qint64 retryAfter(const QByteArray &header, qint64 now);

} // namespace baton
