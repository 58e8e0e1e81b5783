// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/settings.h"
#include "views/style/stylesheet.h"
#include "views/style/systemappearance.h"

namespace baton {

/// The theme of the application as the user and the desktop want it: follows the settings and the desktop.
class Look : public QObject
{
    Q_OBJECT

public:
    Look(QApplication &application, Settings &settings, QObject *parent = nullptr);

    Theme &theme() { return m_theme; }
    /// For one call only, without remembering it: pictures, screenshots.
    void overrideTheme(ThemeChoice choice);

private:
    void follow();

    Settings &m_settings;
    SystemAppearance m_system;
    Theme m_theme;
    StyleSheet m_styleSheet;
    std::optional<ThemeChoice> m_override;
};

} // namespace baton
