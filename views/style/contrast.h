// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>

namespace baton {

/// Contrast that text keeps on its ground (WCAG 2, level AA).
inline constexpr double textContrast = 4.5;

/// From 1 (the same) to 21 (black on white).
double contrast(const QColor &text, const QColor &ground);

/// \a text, made darker or lighter as little as it takes to be read on \a ground.
QColor readable(const QColor &text, const QColor &ground, double ratio = textContrast);

/// \a over drawn on \a ground with \a share of its strength, as an opaque colour.
QColor mixed(const QColor &over, const QColor &ground, double share);

} // namespace baton
