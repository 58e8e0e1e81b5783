// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>

class QSystemTrayIcon;

namespace baton {

class NoticeBar;
class Settings;

/// A message for somebody who looks elsewhere.
struct Notification
{
    QString title;
    QString text;                 ///< Plain.
    std::function<void()> opened; ///< It was clicked.
    std::function<void()> failed; ///< Now or later: nobody shows it.
};

/// Shows a message outside of the window; the next one takes its place.
class Notifier
{
public:
    virtual ~Notifier() = default;
    virtual void notify(const Notification &notification) = 0;
};

/// By the desktop's notification service, else by an icon in its tray.
class DesktopNotifier final : public QObject, public Notifier
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);
    ~DesktopNotifier() override;
    void notify(const Notification &notification) override;

private slots:
    void takeAction(uint id, const QString &action);
    void takeToken(uint id, const QString &token);

private:
    void listen();
    bool notifyFromTray(const Notification &notification);

    std::unique_ptr<QSystemTrayIcon> m_tray;
    Notification m_shown;
    uint m_id = 0; ///< By which the service knows it; 0 = it shows none.
    bool m_listens = false;
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
    /// Whoever clicks the message gets the window, and there what \a show shows. What is said within a moment is one
    /// message, which shows the first of it.
    void call(const QString &text, const std::function<void()> &show);

private:
    void tell();

    Settings &m_settings;
    NoticeBar &m_notices;
    QWidget *m_window;
    std::unique_ptr<Notifier> m_notifier;
    QTimer m_soon;
    QStringList m_texts; ///< Said since the last message.
    std::function<void()> m_show;
};

} // namespace baton
