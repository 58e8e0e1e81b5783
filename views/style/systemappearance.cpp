// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/style/systemappearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr auto portalService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto portalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto portalInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearance = "org.freedesktop.appearance"_L1;
constexpr auto gnomeInterface = "org.gnome.desktop.interface"_L1;

} // namespace

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent)
{
    // Without an address the bus library would try to start a bus of its own.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService, portalPath, portalInterface, u"SettingChanged"_s, this,
                SLOT(takeSignal(QString, QString, QDBusVariant)));
    ask(appearance, u"color-scheme"_s);
    ask(appearance, u"contrast"_s);
    ask(appearance, u"reduced-motion"_s);
    ask(gnomeInterface, u"enable-animations"_s);
}

void SystemAppearance::ask(const QString &space, const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, u"Read"_s);
    call << space << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, space, key] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            take(space, key, reply.value().variant());
    });
}

void SystemAppearance::takeSignal(const QString &space, const QString &key, const QDBusVariant &value)
{
    take(space, key, value.variant());
}

void SystemAppearance::take(const QString &space, const QString &key, const QVariant &value)
{
    // The portal's Read wraps its answer twice.
    QVariant plain = value;
    while (plain.metaType() == QMetaType::fromType<QDBusVariant>())
        plain = plain.value<QDBusVariant>().variant();

    const std::optional<bool> dark = m_prefersDark;
    const bool contrast = m_prefersContrast;
    const bool motion = m_reducesMotion;
    if (space == appearance && key == "color-scheme"_L1) {
        // 0 says nothing, 1 dark, 2 light.
        const uint scheme = plain.toUInt();
        m_prefersDark = scheme == 1 ? std::optional(true) : scheme == 2 ? std::optional(false) : std::nullopt;
    } else if (space == appearance && key == "contrast"_L1) {
        m_prefersContrast = plain.toUInt() == 1;
    } else if (space == appearance && key == "reduced-motion"_L1) {
        m_reducesMotion = plain.toUInt() == 1;
    } else if (space == gnomeInterface && key == "enable-animations"_L1) {
        m_reducesMotion = !plain.toBool();
    }
    if (dark != m_prefersDark || contrast != m_prefersContrast || motion != m_reducesMotion)
        emit changed();
}

} // namespace baton
