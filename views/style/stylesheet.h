// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/style/theme.h"

#include <QPalette>
#include <QTemporaryDir>

class QApplication;

namespace baton {

/// The family that text is set in: Inter where it is installed, else the system's.
QString textFamily();

/// Dresses the whole application in the theme: base style, palette, font, style sheet; again at each change of it.
///
/// Widgets say what they are with the dynamic property `look`:
/// buttons `primary` (the accent), `outline`, `flat`, `chip`, `link`, `fold`; labels `title`, `section` (small
/// capitals), `mute`, `error`, `chip`; fields `title`, and `problem` = `true` or `warning` where one stands; frames `panel`, `card`, `bar`, `floating`.
class StyleSheet : public QObject
{
    Q_OBJECT

public:
    StyleSheet(QApplication &application, Theme &theme, QObject *parent = nullptr);

    /// Pixels of ordinary text; 13 unless set. Everything else is measured in it.
    void setTextSize(int pixels);
    int textSize() const { return m_textSize; }

    /// The style sheet for these colours; \a imageFolder holds the tinted little pictures (arrows, ticks).
    static QString text(const Palette &palette, int textSize, const QString &imageFolder);
    static QPalette qtPalette(const Palette &palette);

private:
    void apply();
    void writeImages(const Palette &palette);

    QApplication &m_application;
    Theme &m_theme;
    QTemporaryDir m_images; ///< A style sheet takes pictures from files only, and these need the theme's colours.
    int m_textSize = 13;
};

} // namespace baton
