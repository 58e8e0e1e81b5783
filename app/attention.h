// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QSystemTrayIcon;

namespace baton {

class NoticeBar;
class Settings;

/// Shows a message outside of the window.
class Notifier
{
public:
    virtual ~Notifier() = default;
    /// \a failed is called, now or later, where nobody shows it.
    virtual void notify(const QString &title, const QString &text, std::function<void()> failed) = 0;
};

/// By the desktop's notification service, else by an icon in its tray.
class DesktopNotifier final : public QObject, public Notifier
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);
    ~DesktopNotifier() override;
    void notify(const QString &title, const QString &text, std::function<void()> failed) override;

private:
    bool notifyFromTray(const QString &title, const QString &text);

    std::unique_ptr<QSystemTrayIcon> m_tray;
};

/// Calls a person who looks elsewhere: when a run needs somebody, or ends. Never while the window is active; where the
/// desktop shows nothing, the window does.
class Attention : public QObject
{
    Q_OBJECT

public:
    Attention(Settings &settings, NoticeBar &notices, QWidget *window);
    ~Attention() override;

    void setNotifier(std::unique_ptr<Notifier> notifier);
    void call(const QString &text);

private:
    Settings &m_settings;
    NoticeBar &m_notices;
    QWidget *m_window;
    std::unique_ptr<Notifier> m_notifier;
};

} // namespace baton
