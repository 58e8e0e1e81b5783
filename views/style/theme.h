// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

#include <QColor>
#include <QFont>
#include <QObject>

#include <optional>

namespace baton {

/// The colours of one look (look.md). The only place with colour literals.
struct Palette
{
    QColor window, panel, line;
    QColor ink, mute, faint;
    QColor canvas, dots;
    QColor card, lane, laneHead;
    QColor accent, accentInk; ///< accentInk: text on the accent.
    QColor lightInk;          ///< Text on strong colours: circles of personas, badges.
    QColor pending, ready, active, blocked, complete, failed, skipped;
    QColor errorGround, warningGround; ///< Behind a problem's sentence in the inspector.
    QColor shadow; ///< Translucent, below what lies on the canvas.
    bool dark = false;

    QColor stateColor(TaskState state) const;
    QColor stateColor(GateState state) const;
};

enum class ThemeChoice { System, Light, Dark, HighContrast };

/// The current look. One per application, handed to what paints; announces every change.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    const Palette &palette() const { return m_palette; }
    ThemeChoice choice() const { return m_choice; }
    bool isDark() const { return m_palette.dark; }
    /// Instant changes of colour instead of movement.
    bool reducesMotion() const { return m_reducesMotion; }

    void setChoice(ThemeChoice choice);
    /// What ThemeChoice::System means from now on; no wish for dark or light leaves it to the palette's lightness.
    void setSystemWish(std::optional<bool> dark, bool contrast);
    void setReducesMotion(bool reduces);

    QColor stateColor(TaskState state) const { return m_palette.stateColor(state); }
    QColor stateColor(GateState state) const { return m_palette.stateColor(state); }
    /// Text in a state's colour, with contrast enough on a card.
    QColor stateInk(TaskState state) const;
    /// A persona's own colour where it is a good one, else one chosen by its id, the same in every session.
    static QColor personaColor(const QString &id, const QString &written);
    /// Text on any ground: the lighter or the darker ink, whichever contrasts more.
    static QColor inkOn(const QColor &ground);
    /// Two letters for a persona's circle: `software-eng` gives SE.
    static QString initials(const QString &id);

    static Palette light();
    static Palette darkPalette();
    static Palette highContrast();

signals:
    void changed();

private:
    void apply();

    Palette m_palette;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_reducesMotion = false;
    bool m_systemDark;
    bool m_systemContrast = false;
};

} // namespace baton
