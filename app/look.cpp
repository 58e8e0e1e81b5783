// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look.h"

namespace baton {

Look::Look(QApplication &application, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_styleSheet(application, m_theme)
{
    connect(&settings, &Settings::lookChanged, this, &Look::follow);
    connect(&m_system, &SystemAppearance::changed, this, &Look::follow);
    follow();
}

void Look::overrideTheme(ThemeChoice choice)
{
    m_override = choice;
    follow();
}

void Look::follow()
{
    m_theme.setSystemWish(m_system.prefersDark(), m_system.prefersContrast());
    m_theme.setChoice(m_override.value_or(m_settings.theme()));
    switch (m_settings.motion()) {
    case MotionChoice::System:
        m_theme.setReducesMotion(m_system.reducesMotion());
        break;
    case MotionChoice::Full:
        m_theme.setReducesMotion(false);
        break;
    case MotionChoice::Reduced:
        m_theme.setReducesMotion(true);
        break;
    }
    m_styleSheet.setTextSize(m_settings.textSize());
}

} // namespace baton
