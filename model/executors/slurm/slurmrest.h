// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/slurm/slurmtransport.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrl>

namespace baton {

/// Where a slurmrestd is, and who speaks with it.
struct SlurmService
{
    QString url;
    QString user;
    QByteArray token;
    QString api; ///< `v0.0.38`
    QString tokenVariable = QStringLiteral("SLURM_REST_TOKEN"); ///< Where the token came from.
};

/// Speaks with the cluster by slurmrestd, where its commands are not installed.
class SlurmRest final : public SlurmTransport
{
    Q_OBJECT

public:
    explicit SlurmRest(const SlurmService &service, QObject *parent = nullptr);

    /// Whether the environment names one.
    static bool isNamed();
    /// The one that SLURM_REST_URL, _USER, _TOKEN and _API name; an Error says which of them is missing. SLURM_JWT is
    /// taken for the token where there is no other.
    static Result<SlurmService> named();

    QString name() const override { return m_service.url; }
    void submit(const SlurmJob &job, const Answer<qint64> &answer) override;
    void ask(const Answer<QList<SlurmJobState>> &answer) override;
    void cancel(const QList<qint64> &jobs, const Answer<void> &answer) override;
    void release(const QList<qint64> &jobs, const Answer<void> &answer) override;
    void look(const Answer<QList<SlurmPartition>> &answer) override;

private:
    struct Reply
    {
        int status = 0;
        QJsonObject body = {};
    };
    void send(const QByteArray &verb, const QString &path, const QJsonObject &body, const Answer<Reply> &answer);
    Result<Reply> read(class QNetworkReply *reply, qint64 milliseconds) const;
    Error refusedToken(const QString &detail = {}) const;
    void each(const QByteArray &verb, const QList<qint64> &jobs, const QJsonObject &body, const Answer<void> &answer);

    SlurmService m_service;
    QNetworkAccessManager m_manager;
    qint64 m_since = 0; ///< Seconds since the epoch: what the cluster has told until then is known.
    QList<SlurmJobState> m_known;
};

/// The body of a submission. \a script is the text of the job's script.
QJsonObject restJob(const SlurmJob &job, const QByteArray &script, const QString &api);
/// The jobs of an answer; what is no job is left out.
QList<SlurmJobState> readRestJobs(const QJsonObject &body);
/// When a token ends, in seconds since the epoch; nothing where it does not say.
std::optional<qint64> tokenEnd(const QByteArray &token);

} // namespace baton
