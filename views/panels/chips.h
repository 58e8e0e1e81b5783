// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/style/theme.h"

class QPainter;

namespace baton {

/// A small word in a rounded frame. Painted centred on \a leftMiddle's height; returns its width.
qreal paintChip(QPainter &painter, const Palette &colors, QPointF leftMiddle, const QString &text);
qreal chipWidth(const QPainter &painter, const QString &text);

/// A tooltip for text from a file or a run, which must not be taken for HTML.
QString plainTip(const QString &text);

/// A figure against its limit: a bar with a mark where a warning is due. \a share may pass 1.
void paintMeter(QPainter &painter, const Palette &colors, const QRectF &where, double share, double warnAt);

} // namespace baton
