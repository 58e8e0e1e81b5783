// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/keys/keychain.h"
#include "tests/app/cli/batonprocess.h"
#include "tests/model/executors/mockendpoint.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <optional>

using namespace baton;
using namespace Qt::StringLiterals;
using test::Desk;
using test::EndpointRequest;
using test::MockEndpoint;
using test::Ran;

namespace {

constexpr auto secret = "sk-kept-in-the-keychain-4711";

} // namespace

/// A real keychain, on a message bus of its own: what is stored there by one program is read by another, and by nobody
/// else. Skipped where there is no gnome-keyring.
class TestCliKeychain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void aStoredKeyIsUsedByARunAndStandsNowhere();
    void whatIsDeletedIsMissing();
    void aLockedKeychainIsSaidAndTheEnvironmentHelps();
    void withoutAKeychainTheEnvironmentIsNamed();

private:
    bool unlock();
    static std::optional<Result<void>> store(const QString &name, const QByteArray &key);
    static std::optional<StoredKey> stored(const QString &name);
    /// Runs one task that asks an endpoint with the key of this name.
    Ran ask(const Desk &desk, const QStringList &more = {});
    static QByteArray planFor(const QString &url);

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
    std::unique_ptr<MockEndpoint> m_endpoint;
};

void TestCliKeychain::initTestCase()
{
    const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (daemon.isEmpty() || QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty())
        QSKIP("No keychain can be had: dbus-daemon or gnome-keyring-daemon is not installed");
    for (const auto &[name, place] : {std::pair{"HOME", ""}, {"XDG_DATA_HOME", "/data"}, {"XDG_RUNTIME_DIR", "/run"}}) {
        QVERIFY(QDir().mkpath(m_home.path() + QString::fromLatin1(place)));
        qputenv(name, (m_home.path() + QString::fromLatin1(place)).toUtf8());
    }
    QVERIFY(QFile::setPermissions(m_home.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    for (const char *name : {"KEPT_KEY", "DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP"})
        qunsetenv(name);
    m_bus.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_bus.waitForReadyRead(10'000));
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readAllStandardOutput().trimmed());
    if (!unlock())
        QSKIP("No keychain can be had: gnome-keyring-daemon does not start here");
    m_endpoint = std::make_unique<MockEndpoint>([](const EndpointRequest &request, int) {
        return request.head.contains(secret) ? MockEndpoint::stream(test::chatFrames("Done.", 5, 2))
                                             : MockEndpoint::status(401, R"({"error":{"message":"no"}})");
    });
}

void TestCliKeychain::cleanupTestCase()
{
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->terminate();
        process->waitForFinished(5000);
    }
}

/// With a password, or it would keep its secrets in a plain file.
bool TestCliKeychain::unlock()
{
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--unlock"_s, u"--foreground"_s, u"--components=secrets"_s});
    if (!m_keyring.waitForStarted(10'000))
        return false;
    m_keyring.write("open sesame");
    m_keyring.closeWriteChannel();
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 10'000 && m_keyring.state() == QProcess::Running) {
        if (const std::optional<Result<void>> done = store(u"probe"_s, "x"); done && *done)
            return true;
    }
    return false;
}

std::optional<Result<void>> TestCliKeychain::store(const QString &name, const QByteArray &key)
{
    std::optional<Result<void>> outcome;
    QObject context;
    storeKey(name, key, &context, [&](const Result<void> &result) { outcome = result; });
    (void)QTest::qWaitFor([&] { return outcome.has_value(); }, 10'000);
    return outcome;
}

std::optional<StoredKey> TestCliKeychain::stored(const QString &name)
{
    std::optional<StoredKey> outcome;
    QObject context;
    readStoredKey(name, &context, [&](const StoredKey &key) { outcome = key; });
    (void)QTest::qWaitFor([&] { return outcome.has_value(); }, 10'000);
    return outcome;
}

QByteArray TestCliKeychain::planFor(const QString &url)
{
    return "baton: 1\nname: Key\npersonas: [{id: p}]\ntasks:\n  - {id: ask, persona: p, executor: {type: http, base_url: '" + url.toUtf8() +
           "', model: small, key: kept-key}}\n";
}

Ran TestCliKeychain::ask(const Desk &desk, const QStringList &more)
{
    desk.write(u"a.baton.yaml"_s, planFor(m_endpoint->url()));
    const auto process = desk.start(QStringList{u"run"_s, u"a.baton.yaml"_s, u"--trust"_s} + more);
    QSignalSpy finished(process.get(), &QProcess::finished); // The endpoint answers meanwhile.
    if (process->state() != QProcess::NotRunning)
        finished.wait(60'000);
    return {process->exitCode(), process->readAllStandardOutput(), process->readAllStandardError()};
}

void TestCliKeychain::aStoredKeyIsUsedByARunAndStandsNowhere()
{
    const std::optional<Result<void>> done = store(u"kept-key"_s, secret);
    QVERIFY(done);
    QVERIFY2(*done, *done ? "" : qPrintable(done->error().message));
    QCOMPARE(stored(u"kept-key"_s).value_or(StoredKey()).key, QByteArray(secret));
    Desk desk;
    const Ran ran = ask(desk, {u"--run-dir"_s, u"r"_s});
    QVERIFY2(ran.code == 0, ran.said());
    QCOMPARE(m_endpoint->requests.size(), 1);
    QVERIFY(!ran.said().contains(secret));
    const Ran report = desk.baton({u"report"_s, u"r"_s});
    QVERIFY(!report.said().contains(secret));
    int files = 0;
    for (const QString &place : {desk.path(u"."_s), m_home.path()}) {
        QDirIterator all(place, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
                continue; // sockets
            ++files;
            QVERIFY2(!file.readAll().contains(secret), qPrintable(file.fileName()));
        }
    }
    QVERIFY(files > 5);
}

void TestCliKeychain::whatIsDeletedIsMissing()
{
    QVERIFY(store(u"kept-key"_s, {}).value_or(Error{}));
    QCOMPARE(stored(u"kept-key"_s).value_or(StoredKey{"?", {}}).key, QByteArray());
    m_endpoint->requests.clear();
    Desk desk;
    const Ran ran = ask(desk);
    QVERIFY2(ran.code == 1, ran.said());
    QVERIFY2(ran.out.contains("The key “kept-key” of the model endpoint is missing.") && ran.out.contains("KEPT_KEY"), ran.said());
    QVERIFY(m_endpoint->requests.isEmpty());
}

void TestCliKeychain::aLockedKeychainIsSaidAndTheEnvironmentHelps()
{
    QVERIFY(*store(u"kept-key"_s, secret));
    m_keyring.terminate();
    QVERIFY(m_keyring.waitForFinished(10'000));
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--components=secrets"_s}); // nobody unlocks it
    QVERIFY(m_keyring.waitForStarted());
    m_keyring.closeWriteChannel();
    m_endpoint->requests.clear();
    Desk desk;
    const Ran ran = ask(desk, {u"--run-dir"_s, u"r"_s});
    QVERIFY2(ran.code == 1, ran.said());
    QVERIFY2(ran.out.contains("KEPT_KEY") && ran.out.contains("keychain"), ran.said());
    QVERIFY(m_endpoint->requests.isEmpty());
    desk.environment.insert(u"KEPT_KEY"_s, QString::fromLatin1(secret));
    const Ran again = ask(desk);
    QVERIFY2(again.code == 0, again.said());
}

void TestCliKeychain::withoutAKeychainTheEnvironmentIsNamed()
{
    Desk desk;
    desk.environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    desk.environment.insert(u"XDG_RUNTIME_DIR"_s, desk.path(u"."_s)); // no bus is there either
    const Ran ran = ask(desk);
    QVERIFY2(ran.code == 1, ran.said());
    QVERIFY2(ran.out.contains("This session has no keychain.") && ran.out.contains("Set the environment variable KEPT_KEY"), ran.said());
    desk.environment.insert(u"KEPT_KEY"_s, QString::fromLatin1(secret));
    const Ran again = ask(desk);
    QVERIFY2(again.code == 0, again.said());
}

QTEST_GUILESS_MAIN(TestCliKeychain)
#include "tst_clikeychain.moc"
