// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/style/theme.h"

#include "views/style/contrast.h"

#include <QGuiApplication>
#include <QPalette>

#include <array>
#include <cmath>

namespace baton {

namespace {

QColor rgb(QRgb value)
{
    return QColor(value);
}

/// Of the palette the application started with: later on it is Baton's own.
bool isSystemPaletteDark()
{
    static const bool dark = QGuiApplication::palette().window().color().lightnessF() < 0.5;
    return dark;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemDark(isSystemPaletteDark())
{
    apply();
}

void Theme::setSystemWish(std::optional<bool> dark, bool contrast)
{
    const bool wish = dark.value_or(isSystemPaletteDark());
    if (wish == m_systemDark && contrast == m_systemContrast)
        return;
    m_systemDark = wish;
    m_systemContrast = contrast;
    if (m_choice == ThemeChoice::System)
        apply();
}

void Theme::setChoice(ThemeChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::setReducesMotion(bool reduces)
{
    if (reduces == m_reducesMotion)
        return;
    m_reducesMotion = reduces;
    emit changed();
}

void Theme::apply()
{
    switch (m_choice) {
    case ThemeChoice::Light:
        m_palette = light();
        break;
    case ThemeChoice::Dark:
        m_palette = darkPalette();
        break;
    case ThemeChoice::HighContrast:
        m_palette = highContrast();
        break;
    case ThemeChoice::System:
        m_palette = m_systemContrast ? highContrast() : m_systemDark ? darkPalette() : light();
        break;
    }
    emit changed();
}

Palette Theme::light()
{
    Palette p;
    p.window = rgb(0xF6F7F9);
    p.panel = rgb(0xFFFFFF);
    p.line = rgb(0xE2E6EC);
    p.ink = rgb(0x1B2430);
    p.mute = rgb(0x5F6A7C); // Also on a selected row.
    p.faint = rgb(0x9AA5B4);
    p.canvas = rgb(0xF1F3F6);
    p.dots = rgb(0xD5DAE2);
    p.card = rgb(0xFFFFFF);
    p.lane = rgb(0xE9EDF3);
    p.laneHead = rgb(0xDDE3EC);
    p.accent = rgb(0x3D63F5);
    p.accentInk = rgb(0xFFFFFF);
    p.lightInk = rgb(0xFFFFFF);
    p.pending = rgb(0x9AA5B4);
    p.ready = rgb(0x3D8BF5);
    p.active = rgb(0x7A5AF8);
    p.blocked = rgb(0xE79A0C);
    p.complete = rgb(0x17A06B);
    p.failed = rgb(0xDC3B4B);
    p.skipped = rgb(0xB9C1CC);
    p.shadow = QColor(16, 24, 40, 18);
    p.errorGround = rgb(0xFDECEE);
    p.warningGround = rgb(0xFDF4E3);
    return p;
}

Palette Theme::darkPalette()
{
    Palette p;
    p.window = rgb(0x14181F);
    p.panel = rgb(0x1B212B);
    p.line = rgb(0x2C3542);
    p.ink = rgb(0xE6EBF2);
    p.mute = rgb(0x9BA8BA);
    p.faint = rgb(0x5F6C7F);
    p.canvas = rgb(0x10141A);
    p.dots = rgb(0x232B37);
    p.card = rgb(0x212936);
    p.lane = rgb(0x171D26);
    p.laneHead = rgb(0x1F2733);
    p.accent = rgb(0x6B8AFF);
    p.accentInk = rgb(0x0B1020);
    p.lightInk = rgb(0xFFFFFF);
    p.pending = rgb(0x66738A);
    p.ready = rgb(0x4F9BFF);
    p.active = rgb(0x9A80FF);
    p.blocked = rgb(0xF2B13B);
    p.complete = rgb(0x2CC48A);
    p.failed = rgb(0xF0606E);
    p.skipped = rgb(0x4A5566);
    p.shadow = QColor(0, 0, 0, 60);
    p.errorGround = rgb(0x33222C);
    p.warningGround = rgb(0x332B20);
    p.dark = true;
    return p;
}

Palette Theme::highContrast()
{
    Palette p = light();
    p.window = p.panel = p.canvas = p.card = p.lane = rgb(0xFFFFFF);
    p.laneHead = rgb(0xEEEEEE);
    p.line = p.ink = p.mute = p.faint = p.dots = rgb(0x000000);
    p.accent = rgb(0x0030C0);
    p.pending = rgb(0x4A4A4A);
    p.ready = rgb(0x0050B0);
    p.active = rgb(0x5020C0);
    p.blocked = rgb(0x7A4B00);
    p.complete = rgb(0x005F38);
    p.failed = rgb(0xA80010);
    p.skipped = rgb(0x5A5A5A);
    p.shadow = QColor(0, 0, 0, 0);
    p.errorGround = p.warningGround = rgb(0xFFFFFF);
    return p;
}

QColor Palette::stateColor(TaskState state) const
{
    switch (state) {
    case TaskState::Pending:
        return pending;
    case TaskState::Ready:
        return ready;
    case TaskState::Starting:
    case TaskState::Active:
        return active;
    case TaskState::Blocked:
        return blocked;
    case TaskState::Complete:
        return complete;
    case TaskState::Failed:
        return failed;
    case TaskState::Skipped:
    case TaskState::Cancelled:
        return skipped;
    }
    return pending;
}

QColor Palette::stateColor(GateState state) const
{
    switch (state) {
    case GateState::Closed:
        return pending;
    case GateState::Checking:
        return active;
    case GateState::Passed:
        return complete;
    case GateState::Failed:
        return failed;
    case GateState::Skipped:
        return skipped;
    }
    return pending;
}

QColor Theme::stateInk(TaskState state) const
{
    return readable(stateColor(state), m_palette.card);
}

QColor Theme::personaColor(const QString &id, const QString &written)
{
    if (const QColor own(written); own.isValid())
        return own;
    static constexpr std::array<QRgb, 10> colors{0x4C6FFF, 0xC2187A, 0xB4470F, 0x0E8A7D, 0x6B3FE0,
                                                 0x1D63D8, 0x3F7D0B, 0xC2330C, 0x7A2FA8, 0x0F6CA8};
    // Not qHash: its seed may differ between sessions.
    quint32 sum = 2166136261u;
    for (QChar c : id)
        sum = (sum ^ c.unicode()) * 16777619u;
    return QColor(colors[sum % colors.size()]);
}

QColor Theme::inkOn(const QColor &ground)
{
    const auto linear = [](qreal part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const qreal light = 0.2126 * linear(ground.redF()) + 0.7152 * linear(ground.greenF()) +
                        0.0722 * linear(ground.blueF());
    // Where white and black contrast equally: (1.05) / (L + 0.05) = (L + 0.05) / 0.05.
    return light > 0.179 ? rgb(0x0B1020) : rgb(0xFFFFFF);
}

QString Theme::initials(const QString &id)
{
    const QStringList words = id.split(QLatin1Char('-'), Qt::SkipEmptyParts);
    if (words.size() >= 2)
        return (words[0].left(1) + words[1].left(1)).toUpper();
    return id.left(2).toUpper();
}

} // namespace baton
