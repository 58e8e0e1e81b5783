// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/attention.h"

#include <QApplication>
#include <QDBusConnection>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;

/// A notification service as a desktop has one.
class FakeService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList titles;
    QStringList texts;
    QList<uint> replaced;
    QStringList actions;

public slots:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &offered, const QVariantMap &, int)
    {
        titles += title;
        texts += text;
        replaced += replaces;
        actions = offered;
        constexpr uint id = 41;
        return id;
    }

signals:
    void ActionInvoked(uint id, const QString &action);
};

/// Notifications by a real bus, with a service of the test at its other end.
class TestAttention : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theServiceIsToldAndAClickComesBack();
    void whatComesFromAFileIsNotMarkup();
    void theNextOneTakesThePlaceOfTheLast();
    void whereNobodyShowsItThatIsSaid();

private:
    QDBusConnection m_desktop{QString()};
    FakeService m_service;
};

void TestAttention::init()
{
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        QSKIP("dbus-daemon is not installed");
    m_desktop = QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), u"desktop"_s);
    QVERIFY(m_desktop.isConnected());
    m_desktop.registerObject(u"/org/freedesktop/Notifications"_s, &m_service, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    QVERIFY(m_desktop.registerService(u"org.freedesktop.Notifications"_s));
    m_service.titles.clear();
    m_service.texts.clear();
    m_service.replaced.clear();
}

void TestAttention::theServiceIsToldAndAClickComesBack()
{
    DesktopNotifier notifier;
    int opened = 0;
    int failed = 0;
    notifier.notify({u"plan.baton.yaml — WAITING"_s, u"“Deploy”: may it start?"_s, [&] { ++opened; }, [&] { ++failed; }});
    QTRY_COMPARE(m_service.titles, QStringList{u"plan.baton.yaml — WAITING"_s});
    QCOMPARE(m_service.texts, QStringList{u"“Deploy”: may it start?"_s});
    QCOMPARE(m_service.actions.value(0), u"default"_s);
    // The click on another program's message is not ours.
    QTRY_VERIFY((emit m_service.ActionInvoked(7, u"default"_s), emit m_service.ActionInvoked(41, u"default"_s), QCoreApplication::processEvents(), opened > 0));
    const int before = opened;
    emit m_service.ActionInvoked(7, u"default"_s);
    emit m_service.ActionInvoked(41, u"default"_s);
    QTRY_VERIFY(opened > before);
    QCOMPARE(failed, 0);
}

void TestAttention::whatComesFromAFileIsNotMarkup()
{
    DesktopNotifier notifier;
    notifier.notify({u"t"_s, u"<a href='x'>dev & qa</a>"_s, [] {}, [] {}});
    QTRY_COMPARE(m_service.texts.size(), 1);
    QVERIFY2(m_service.texts.first().startsWith(u"&lt;a"_s) && m_service.texts.first().contains(u"dev &amp; qa"_s), qPrintable(m_service.texts.first()));
}

void TestAttention::theNextOneTakesThePlaceOfTheLast()
{
    DesktopNotifier notifier;
    notifier.notify({u"t"_s, u"one"_s, [] {}, [] {}});
    QTRY_COMPARE(m_service.texts.size(), 1);
    const auto told = [&] { return m_service.replaced.contains(41); };
    QVERIFY(QTest::qWaitFor([&] {
        notifier.notify({u"t"_s, u"two"_s, [] {}, [] {}});
        QCoreApplication::processEvents();
        return told();
    }));
    QCOMPARE(m_service.replaced.first(), 0u);
}

void TestAttention::whereNobodyShowsItThatIsSaid()
{
    QVERIFY(m_desktop.unregisterService(u"org.freedesktop.Notifications"_s));
    DesktopNotifier notifier;
    int failed = 0;
    notifier.notify({u"t"_s, u"one"_s, [] {}, [&] { ++failed; }});
    QTRY_COMPARE(failed, 1);
}

int main(int argc, char *argv[])
{
    // Before the application exists: the bus of a session is looked for once.
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QProcess bus;
    if (const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s); !daemon.isEmpty())
        bus.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (bus.waitForReadyRead())
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus.readLine().trimmed());
    QApplication application(argc, argv);
    TestAttention test;
    const int failed = QTest::qExec(&test, argc, argv);
    bus.kill();
    bus.waitForFinished();
    return failed;
}

#include "tst_attention.moc"
