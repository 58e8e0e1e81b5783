// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

#include <optional>

class QDBusVariant;

namespace baton {

/// What the desktop asks for: dark or light, more contrast, less motion. Asks the desktop portal
/// (`org.freedesktop.appearance`) over D-Bus where there is a session bus, and follows its changes; Qt 6.4 has no
/// call for it. Nothing is known until the portal has answered.
class SystemAppearance : public QObject
{
    Q_OBJECT

public:
    explicit SystemAppearance(QObject *parent = nullptr);

    std::optional<bool> prefersDark() const { return m_prefersDark; }
    bool prefersContrast() const { return m_prefersContrast; }
    bool reducesMotion() const { return m_reducesMotion; }

    /// Takes in one setting as the portal sends it. Public so that a test needs no bus.
    void take(const QString &space, const QString &key, const QVariant &value);

signals:
    void changed();

private slots:
    void takeSignal(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &space, const QString &key);

    std::optional<bool> m_prefersDark;
    bool m_prefersContrast = false;
    bool m_reducesMotion = false;
};

} // namespace baton
