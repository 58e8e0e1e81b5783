// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/keys/keychain.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>

#ifdef BATON_HAS_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Keychain
{
    Q_DECLARE_TR_FUNCTIONS(baton::Keychain)
};

#ifdef BATON_HAS_KEYCHAIN

/// Somebody may have to type a password first.
constexpr int longestWait = 180'000;

QString service()
{
    return u"baton"_s;
}

QString troubleOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return {};
    case QKeychain::AccessDeniedByUser:
        return Keychain::tr("The keychain was not unlocked.");
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Keychain::tr("This session has no keychain.");
    default:
        if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) // it has no word for that
            return Keychain::tr("This session has no keychain.");
        return Keychain::tr("The keychain cannot be asked: %1.").arg(job.errorString().simplified());
    }
}

/// Calls \a done once: when the job has ended, or took too long.
void run(QKeychain::Job *job, QObject *context, std::function<void(const QString &trouble)> done)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    auto *timer = new QTimer(job);
    timer->setSingleShot(true);
    const QPointer<QObject> alive(context);
    QObject::connect(timer, &QTimer::timeout, job, [job, alive, done] {
        QObject::disconnect(job, &QKeychain::Job::finished, nullptr, nullptr);
        QObject::connect(job, &QKeychain::Job::finished, job, &QObject::deleteLater);
        if (alive)
            done(Keychain::tr("The keychain did not answer in time."));
    });
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done] { done(troubleOf(*job)); });
    timer->start(longestWait);
    job->start();
}

#endif

} // namespace

#ifdef BATON_HAS_KEYCHAIN

void readStoredKey(const QString &name, QObject *context, std::function<void(const StoredKey &)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(service());
    job->setKey(name);
    const QPointer<QKeychain::ReadPasswordJob> read(job);
    run(job, context, [read, done = std::move(done)](const QString &trouble) {
        done({trouble.isEmpty() && read ? read->textData().trimmed().toUtf8() : QByteArray(), trouble});
    });
}

void storeKey(const QString &name, const QByteArray &key, QObject *context, std::function<void(const Result<void> &)> done)
{
    QKeychain::Job *job = nullptr;
    if (key.isEmpty()) {
        job = new QKeychain::DeletePasswordJob(service());
    } else {
        auto *write = new QKeychain::WritePasswordJob(service());
        write->setTextData(QString::fromUtf8(key));
        job = write;
    }
    job->setKey(name);
    run(job, context, [done = std::move(done)](const QString &trouble) {
        if (trouble.isEmpty())
            return done({});
        done(Error{ErrorCode::Unreadable, Keychain::tr("%1 Set an environment variable instead.").arg(trouble)});
    });
}

#else

void readStoredKey(const QString &, QObject *context, std::function<void(const StoredKey &)> done)
{
    QTimer::singleShot(0, context, [done = std::move(done)] { done({{}, Keychain::tr("This Baton was built without a keychain.")}); });
}

void storeKey(const QString &, const QByteArray &, QObject *context, std::function<void(const Result<void> &)> done)
{
    QTimer::singleShot(0, context, [done = std::move(done)] {
        done(Error{ErrorCode::Unreadable, Keychain::tr("%1 Set an environment variable instead.").arg(Keychain::tr("This Baton was built without a keychain."))});
    });
}

#endif

} // namespace baton
