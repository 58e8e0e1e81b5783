// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/attention.h"

#include "app/settings.h"
#include "views/widgets/noticebar.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace baton {

DesktopNotifier::DesktopNotifier(QObject *parent)
    : QObject(parent)
{
}

DesktopNotifier::~DesktopNotifier() = default;

void DesktopNotifier::notify(const QString &title, const QString &text, std::function<void()> failed)
{
    const auto fallBack = [this, title, text, failed] {
        if (!notifyFromTray(title, text))
            failed();
    };
    // Without an address the bus library would try to start a bus of its own.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") || !QDBusConnection::sessionBus().isConnected())
        return fallBack();
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                                                       u"org.freedesktop.Notifications"_s, u"Notify"_s);
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()}};
    // The text may hold markup for the service: what comes from a file must not be taken for that.
    call << QApplication::applicationDisplayName() << 0u << QGuiApplication::desktopFileName() << title
         << text.toHtmlEscaped() << QStringList() << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 3000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, fallBack] {
        watcher->deleteLater();
        if (watcher->isError())
            fallBack();
    });
}

bool DesktopNotifier::notifyFromTray(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return false;
    if (!m_tray)
        m_tray = std::make_unique<QSystemTrayIcon>(QIcon(u":/icons/app.svg"_s));
    m_tray->show();
    m_tray->showMessage(title, text);
    return true;
}

Attention::Attention(Settings &settings, NoticeBar &notices, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_notices(notices)
    , m_window(window)
    , m_notifier(std::make_unique<DesktopNotifier>())
{
}

Attention::~Attention() = default;

void Attention::setNotifier(std::unique_ptr<Notifier> notifier)
{
    m_notifier = std::move(notifier);
}

void Attention::call(const QString &text)
{
    if (m_window->isActiveWindow() || !m_settings.notifies())
        return;
    QApplication::alert(m_window);
    // The longest that services show whole.
    constexpr qsizetype longest = 300;
    m_notifier->notify(m_window->windowTitle(), text.left(longest), [this, text] {
        m_notices.show(u"attention"_s, NoticeBar::Kind::Notice, text);
    });
}

} // namespace baton
