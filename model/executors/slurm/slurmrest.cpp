// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/slurm/slurmrest.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A controller that is away makes slurmrestd wait 9 to 18 seconds.
constexpr int patience = 40'000;
constexpr qint64 largestAnswer = 512 * 1024 * 1024;
/// Milliseconds. An answer that comes sooner is no controller that is away.
constexpr qint64 promptly = 5000;
/// Clocks differ a little.
constexpr qint64 overlap = 2;

/// Error numbers of Slurm that are no answer to what was asked.
bool isAwayNumber(int number)
{
    return number <= 0 || (number >= 1000 && number < 2000) || (number >= 5000 && number < 5010) || (number >= 6000 && number < 6100);
}

/// The controller hangs up on who shows a token that it does not take. slurmrestd then knows only that nothing came back,
/// and for all but submissions not even that.
bool isHungUp(int number)
{
    constexpr int zeroBytes = 5005;
    return number == zeroBytes || number == -1;
}

QString textOf(const QJsonValue &value)
{
    return value.isArray() ? value[0].toString() : value.toString();
}

/// Newer versions wrap numbers: {"set": true, "number": 3}.
qint64 numberOf(const QJsonValue &value)
{
    return value.isObject() ? value["number"_L1].toInteger() : value.toInteger();
}

int statusOf(const QJsonValue &value)
{
    if (!value.isObject())
        return int(value.toInteger());
    const qint64 signal = numberOf(value["signal"_L1]["id"_L1]);
    return signal > 0 ? int(signal & 0x7f) : int((numberOf(value["return_code"_L1]) & 0xff) << 8);
}

int minorOf(const QString &api)
{
    return api.section('.'_L1, -1).toInt();
}

QString firstError(const QJsonObject &body, int *number)
{
    const QJsonArray errors = body["errors"_L1].toArray();
    *number = 0;
    if (errors.isEmpty())
        return {};
    const QJsonObject error = errors.first().toObject();
    // Submissions call it error_code, all else error_number.
    *number = int(error["error_number"_L1].toInteger(error["error_code"_L1].toInteger(error["errno"_L1].toInteger(-1))));
    const QString words = error["description"_L1].toString();
    return words.isEmpty() ? error["error"_L1].toString() : words;
}

} // namespace

std::optional<qint64> tokenEnd(const QByteArray &token)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3)
        return std::nullopt;
    const QByteArray claims = QByteArray::fromBase64(parts.at(1), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QJsonValue end = QJsonDocument::fromJson(claims).object()["exp"_L1];
    return end.isDouble() ? std::optional(end.toInteger()) : std::nullopt;
}

bool SlurmRest::isNamed()
{
    return !qEnvironmentVariableIsEmpty("SLURM_REST_URL");
}

Result<SlurmService> SlurmRest::named()
{
    SlurmService service{qEnvironmentVariable("SLURM_REST_URL"), qEnvironmentVariable("SLURM_REST_USER", qEnvironmentVariable("USER")),
                         qgetenv("SLURM_REST_TOKEN"), qEnvironmentVariable("SLURM_REST_API", u"v0.0.38"_s)};
    if (service.token.isEmpty())
        service.token = qgetenv("SLURM_JWT");
    if (qEnvironmentVariableIsEmpty("SLURM_REST_TOKEN") && !service.token.isEmpty())
        service.tokenVariable = u"SLURM_JWT"_s;
    while (service.url.endsWith('/'_L1))
        service.url.chop(1);
    const QUrl url(service.url, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith("http"_L1))
        return Error{ErrorCode::Usage, tr("SLURM_REST_URL names no slurmrestd: “%1”. Write it as http://HOST:PORT.").arg(service.url)};
    if (service.token.isEmpty())
        return Error{ErrorCode::Usage, tr("slurmrestd wants a token. Set SLURM_REST_TOKEN to what `scontrol token` prints.")};
    if (service.user.isEmpty())
        return Error{ErrorCode::Usage, tr("slurmrestd wants a user's name. Set SLURM_REST_USER.")};
    static const QRegularExpression version(u"^v[0-9]+\\.[0-9]+\\.[0-9]+$"_s);
    if (!version.match(service.api).hasMatch())
        return Error{ErrorCode::Usage, tr("SLURM_REST_API is no version: “%1”. Write it as v0.0.38.").arg(service.api)};
    return service;
}

SlurmRest::SlurmRest(const SlurmService &service, QObject *parent) : SlurmTransport(parent), m_service(service) {}

/// No answer to what was asked: with another token the run goes on.
Error SlurmRest::refusedToken(const QString &detail) const
{
    const QString mend = tr("Make a new one with “scontrol token”, set %1 to it, and go on with the run.").arg(m_service.tokenVariable);
    const std::optional<qint64> end = tokenEnd(m_service.token);
    if (end && *end <= QDateTime::currentSecsSinceEpoch())
        return {ErrorCode::Failed, tr("The token in %1 has expired. %2").arg(m_service.tokenVariable, mend), detail};
    return {ErrorCode::Failed, tr("The cluster refuses the token in %1: it is not its own, or not for the user %3. %2").arg(m_service.tokenVariable, mend, m_service.user), detail};
}

Result<SlurmRest::Reply> SlurmRest::read(QNetworkReply *reply, qint64 milliseconds) const
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto end = tokenEnd(m_service.token);
    if (status == 0)
        return Error{ErrorCode::Failed, tr("slurmrestd at %1 does not answer: %2.").arg(m_service.url, reply->errorString())};
    if (status == 304)
        return Reply{status};
    if (status == 401 || (status >= 400 && end && *end <= QDateTime::currentSecsSinceEpoch()))
        return refusedToken();
    const QJsonDocument document = QJsonDocument::fromJson(reply->readAll());
    if (!document.isObject())
        return Error{ErrorCode::Failed, tr("What answers at %1 is no slurmrestd (status %2).").arg(m_service.url).arg(status)};
    const Reply answer{status, document.object()};
    if (status < 400)
        return answer;
    int number = 0;
    const QString words = firstError(answer.body, &number);
    if (status == 500 && isHungUp(number) && milliseconds < promptly)
        return refusedToken(u"%1 %2: %3"_s.arg(status).arg(number).arg(words));
    const QString message = words.isEmpty() ? tr("slurmrestd answered with status %1.").arg(status) : words;
    const bool isAway = status != 400 && status != 404 && isAwayNumber(number);
    return Error{isAway ? ErrorCode::Failed : ErrorCode::Refused, message, u"%1 %2"_s.arg(status).arg(number)};
}

void SlurmRest::send(const QByteArray &verb, const QString &path, const QJsonObject &body, const Answer<Reply> &answer)
{
    QNetworkRequest request(QUrl(m_service.url + u"/slurm/"_s + m_service.api + path));
    request.setRawHeader("X-SLURM-USER-NAME", m_service.user.toUtf8());
    request.setRawHeader("X-SLURM-USER-TOKEN", m_service.token);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setTransferTimeout(patience);
    const QByteArray bytes = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    QNetworkReply *reply = m_manager.sendCustomRequest(request, verb, bytes);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 got) {
        if (got > largestAnswer)
            reply->abort();
    });
    QElapsedTimer clock;
    clock.start();
    connect(reply, &QNetworkReply::finished, this, [this, reply, answer, clock] {
        reply->deleteLater();
        answer(read(reply, clock.elapsed()));
    });
}

QJsonObject restJob(const SlurmJob &job, const QByteArray &script, const QString &api)
{
    QJsonObject body{{u"name"_s, job.name},
                     {u"comment"_s, job.comment},
                     {u"current_working_directory"_s, job.folder},
                     {u"standard_output"_s, outputPattern(job.output)},
                     {u"standard_error"_s, outputPattern(job.output)},
                     {u"requeue"_s, job.requeue},
                     {u"tasks"_s, 1}};
    // An unknown key refuses the job, so that nothing is sent on the off-chance.
    if (minorOf(api) >= 39) {
        QJsonArray environment;
        for (auto variable = job.environment.cbegin(); variable != job.environment.cend(); ++variable)
            environment.append(variable.key() + '='_L1 + variable.value());
        body.insert(u"environment"_s, environment);
    } else {
        QJsonObject environment;
        for (auto variable = job.environment.cbegin(); variable != job.environment.cend(); ++variable)
            environment.insert(variable.key(), variable.value());
        body.insert(u"environment"_s, environment);
    }
    if (!job.needs.partition.isEmpty())
        body.insert(u"partition"_s, job.needs.partition);
    if (job.needs.cpus > 0)
        body.insert(u"cpus_per_task"_s, job.needs.cpus);
    if (job.needs.megabytes > 0)
        body.insert(u"memory_per_node"_s, job.needs.megabytes);
    if (job.needs.minutes > 0)
        body.insert(u"time_limit"_s, job.needs.minutes);
    if (!job.needs.features.isEmpty())
        body.insert(u"constraints"_s, job.needs.features.join('&'_L1));
    if (!job.after.isEmpty()) {
        QStringList after;
        for (const qint64 id : job.after)
            after += u"afterany:%1"_s.arg(id);
        body.insert(u"dependency"_s, after.join(','_L1));
    }
    if (job.held)
        body.insert(u"hold"_s, true);
    return {{u"script"_s, QString::fromUtf8(script)}, {u"job"_s, body}};
}

void SlurmRest::submit(const SlurmJob &job, const Answer<qint64> &answer)
{
    QFile script(job.script);
    if (!script.open(QIODevice::ReadOnly))
        return answer(Error{ErrorCode::Refused, tr("%1 cannot be read.").arg(job.script)});
    send("POST", u"/job/submit"_s, restJob(job, script.readAll(), m_service.api), [answer](const Result<Reply> &reply) {
        if (!reply)
            return answer(reply.error());
        // Errors beside an id are remarks: it is held, or fits no node at present.
        if (const qint64 id = numberOf(reply->body["job_id"_L1]); id > 0)
            return answer(id);
        int number = 0;
        const QString words = firstError(reply->body, &number);
        answer(Error{isAwayNumber(number) ? ErrorCode::Failed : ErrorCode::Refused,
                     words.isEmpty() ? tr("slurmrestd did not say which job it made.") : words});
    });
}

QList<SlurmJobState> readRestJobs(const QJsonObject &body)
{
    QList<SlurmJobState> jobs;
    for (const QJsonValue &value : body["jobs"_L1].toArray()) {
        SlurmJobState job;
        job.id = numberOf(value["job_id"_L1]);
        job.state = textOf(value["job_state"_L1]);
        job.reason = value["state_reason"_L1].toString();
        job.status = statusOf(value["exit_code"_L1]);
        job.node = value["nodes"_L1].toString();
        job.restarts = int(numberOf(value["restart_cnt"_L1]));
        job.comment = value["comment"_L1].toString();
        job.partition = value["partition"_L1].toString();
        if (job.id > 0 && !job.state.isEmpty())
            jobs.append(job);
    }
    return jobs;
}

void SlurmRest::ask(const Answer<QList<SlurmJobState>> &answer)
{
    const QString path = m_since > 0 ? u"/jobs?update_time=%1"_s.arg(m_since) : u"/jobs"_s;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    send("GET", path, {}, [this, now, answer](const Result<Reply> &reply) {
        if (!reply) {
            m_since = 0;
            return answer(Error{ErrorCode::Failed, reply.error().message, reply.error().detail});
        }
        if (reply->status != 304) { // nothing has changed since
            m_since = now - overlap;
            m_known = readRestJobs(reply->body);
        }
        answer(m_known);
    });
}

/// Answers when all have been asked; with the first failure, where a cluster was away.
void SlurmRest::each(const QByteArray &verb, const QList<qint64> &jobs, const QJsonObject &body, const Answer<void> &answer)
{
    if (jobs.isEmpty())
        return answer({});
    struct Round
    {
        qsizetype left;
        Result<void> result = {};
    };
    auto round = std::make_shared<Round>(Round{jobs.size()});
    for (const qint64 job : jobs) {
        send(verb, u"/job/%1"_s.arg(job), body, [round, answer](const Result<Reply> &reply) {
            if (!reply && reply.error().code != ErrorCode::Refused)
                round->result = reply.error();
            if (--round->left == 0)
                answer(round->result);
        });
    }
}

void SlurmRest::cancel(const QList<qint64> &jobs, const Answer<void> &answer)
{
    each("DELETE", jobs, {}, answer);
}

void SlurmRest::release(const QList<qint64> &jobs, const Answer<void> &answer)
{
    each("POST", jobs, {{u"hold"_s, false}}, answer);
}

void SlurmRest::look(const Answer<QList<SlurmPartition>> &answer)
{
    send("GET", u"/nodes"_s, {}, [answer](const Result<Reply> &reply) {
        if (!reply)
            return answer(reply.error());
        QMap<QString, SlurmPartition> partitions;
        for (const QJsonValue &node : reply->body["nodes"_L1].toArray()) {
            for (const QJsonValue &name : node["partitions"_L1].toArray()) {
                SlurmPartition &partition = partitions[name.toString()];
                partition.name = name.toString();
                partition.cpus = qMax(partition.cpus, numberOf(node["cpus"_L1]));
                partition.megabytes = qMax(partition.megabytes, numberOf(node["real_memory"_L1]));
                ++partition.nodes;
                const QJsonValue features = node["features"_L1];
                const QStringList all = features.isArray() ? features.toVariant().toStringList() : features.toString().split(','_L1, Qt::SkipEmptyParts);
                for (const QString &feature : all) {
                    if (!partition.features.contains(feature))
                        partition.features.append(feature);
                }
            }
        }
        answer(partitions.values());
    });
}

} // namespace baton
