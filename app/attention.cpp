// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/attention.h"

#include "app/settings.h"
#include "views/widgets/noticebar.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : QObject(parent)
{
}

DesktopNotifier::~DesktopNotifier() = default;

/// What is clicked is told to everybody on the bus.
void DesktopNotifier::listen()
{
    if (std::exchange(m_listens, true))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(takeAction(uint, QString)));
    bus.connect(service, path, service, u"ActivationToken"_s, this, SLOT(takeToken(uint, QString)));
}

void DesktopNotifier::takeAction(uint id, const QString &)
{
    if (id != 0 && id == m_id)
        m_shown.opened();
}

/// Under Wayland a window may come to the front only with this.
void DesktopNotifier::takeToken(uint id, const QString &token)
{
    if (id != 0 && id == m_id)
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

void DesktopNotifier::notify(const Notification &notification)
{
    m_shown = notification;
    const auto fallBack = [this, notification] {
        if (!notifyFromTray(notification))
            notification.failed();
    };
    // Without an address the bus library would try to start a bus of its own.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") || !QDBusConnection::sessionBus().isConnected())
        return fallBack();
    listen();
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()}};
    const QStringList actions{u"default"_s, Attention::tr("Show")}; // A click anywhere on it.
    // The text may hold markup for the service: what comes from a file must not be taken for that.
    call << QApplication::applicationDisplayName() << m_id << QGuiApplication::desktopFileName() << notification.title
         << notification.text.toHtmlEscaped() << actions << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 3000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, fallBack] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            return fallBack();
        m_id = reply.value();
    });
}

bool DesktopNotifier::notifyFromTray(const Notification &notification)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return false;
    if (!m_tray) {
        m_tray = std::make_unique<QSystemTrayIcon>(QIcon(u":/icons/app.svg"_s));
        connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, [this] { m_shown.opened(); });
    }
    m_tray->show();
    m_tray->showMessage(notification.title, notification.text);
    return true;
}

Attention::Attention(Settings &settings, NoticeBar &notices, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_notices(notices)
    , m_window(window)
    , m_notifier(std::make_unique<DesktopNotifier>())
{
    constexpr int moment = 250; // Milliseconds.
    m_soon.setSingleShot(true);
    m_soon.setInterval(moment);
    connect(&m_soon, &QTimer::timeout, this, &Attention::tell);
}

Attention::~Attention() = default;

void Attention::setNotifier(std::unique_ptr<Notifier> notifier)
{
    m_notifier = std::move(notifier);
}

void Attention::call(const QString &text, const std::function<void()> &show)
{
    if (m_window->isActiveWindow() || !m_settings.notifies())
        return;
    if (m_texts.isEmpty()) {
        m_show = show;
        m_soon.start();
    }
    if (!m_texts.contains(text))
        m_texts += text;
}

void Attention::tell()
{
    const QStringList texts = std::exchange(m_texts, {});
    if (m_window->isActiveWindow())
        return;
    QApplication::alert(m_window);
    constexpr qsizetype longest = 300; // That services show whole.
    constexpr qsizetype mostTexts = 3;
    QString text = texts.mid(0, mostTexts).join(u'\n');
    if (texts.size() > mostTexts)
        text += u'\n' + tr("… and %n more.", nullptr, int(texts.size() - mostTexts));
    const auto open = [this, show = m_show] {
        m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
        m_window->show();
        m_window->raise();
        m_window->activateWindow();
        show();
    };
    m_notifier->notify({m_window->windowTitle(), text.left(longest), open,
                        [this, text] { m_notices.show(u"attention"_s, NoticeBar::Kind::News, text); }});
}

} // namespace baton
