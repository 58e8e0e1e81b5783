// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QIcon>
#include <QString>

namespace baton {

/// Whose colour an icon takes. Every icon follows a change of the theme by itself.
enum class IconInk {
    Text,   ///< The text's, paler where disabled.
    Mute,   ///< Secondary text's.
    Accent, ///< The accent's ground wants this one: text on a primary button.
    Error,
    Warning,
    Good,
};

class Theme;

/// One of the icons in resources/icons by its file's name without the ending, drawn at any size in the current
/// theme's colours. An unknown name is a null icon.
QIcon themedIcon(const QString &name, IconInk ink = IconInk::Text);

/// Tells all icons which theme they follow; called once by StyleSheet.
void setIconTheme(const Theme *theme);

} // namespace baton
