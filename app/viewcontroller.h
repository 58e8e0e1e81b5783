// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/actionlist.h"
#include "app/settings.h"

namespace baton {

/// The actions that change what is seen and nothing else: theme, panels. Zooming belongs to the canvas's owner.
class ViewController : public QObject
{
    Q_OBJECT

public:
    ViewController(Settings &settings, Theme &theme, ActionList &actions, QObject *parent = nullptr);

    /// Makes an action that shows and hides a panel and remembers it under its name.
    void addPanel(const QString &name, const QString &text, const QString &icon, const QKeySequence &shortcut,
                  QWidget *panel);

private:
    void makeThemeActions();

    Settings &m_settings;
    Theme &m_theme;
    ActionList &m_actions;
};

} // namespace baton
