// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/viewcontroller.h"

#include <QActionGroup>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace baton {

ViewController::ViewController(Settings &settings, Theme &theme, ActionList &actions, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_actions(actions)
{
    makeThemeActions();
}

void ViewController::makeThemeActions()
{
    auto *group = new QActionGroup(this);
    const auto add = [this, group](const QString &name, const QString &text, ThemeChoice choice) {
        QAction *action = m_actions.add({u"view.theme-"_s + name, text, {}, u"theme"_s},
                                        [this, choice] { m_settings.setTheme(choice); });
        action->setCheckable(true);
        action->setChecked(m_settings.theme() == choice);
        connect(&m_settings, &Settings::lookChanged, action,
                [this, action, choice] { action->setChecked(m_settings.theme() == choice); });
        group->addAction(action);
    };
    add(u"system"_s, tr("Theme: as the &system"), ThemeChoice::System);
    add(u"light"_s, tr("Theme: &light"), ThemeChoice::Light);
    add(u"dark"_s, tr("Theme: &dark"), ThemeChoice::Dark);
    add(u"contrast"_s, tr("Theme: high &contrast"), ThemeChoice::HighContrast);
    m_actions.add({u"view.theme-toggle"_s, tr("Switch between light and dark"),
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, u"theme"_s},
                  [this] { m_settings.setTheme(m_theme.isDark() ? ThemeChoice::Light : ThemeChoice::Dark); });
    QAction *motion = m_actions.add({u"view.reduce-motion"_s, tr("Reduce &motion")}, [this] {
        m_settings.setMotion(m_theme.reducesMotion() ? MotionChoice::Full : MotionChoice::Reduced);
    });
    motion->setCheckable(true);
    motion->setChecked(m_theme.reducesMotion());
    connect(&m_theme, &Theme::changed, motion, [this, motion] { motion->setChecked(m_theme.reducesMotion()); });
}

void ViewController::addPanel(const QString &name, const QString &text, const QString &icon,
                              const QKeySequence &shortcut, QWidget *panel)
{
    const QString key = u"panel-"_s + name;
    panel->setVisible(m_settings.state(key) != "hidden");
    QAction *action = m_actions.add({u"view."_s + key, text, {shortcut}, icon}, [this, panel, key] {
        // isHidden() is what was asked for; isVisible() is false on a page that is not shown.
        panel->setVisible(panel->isHidden());
        m_settings.setState(key, panel->isHidden() ? "hidden" : "shown");
        m_actions[u"view."_s + key]->setChecked(!panel->isHidden());
    });
    action->setCheckable(true);
    action->setChecked(!panel->isHidden());
}

} // namespace baton
