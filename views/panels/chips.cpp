// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/chips.h"

#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QFont chipFont(const QPainter &painter)
{
    QFont font = painter.font();
    if (font.pixelSize() > 0)
        font.setPixelSize(qMax(8, font.pixelSize() - 2));
    else
        font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

} // namespace

QString plainTip(const QString &text)
{
    return text.isEmpty() ? text : u"<p style=\"white-space:pre-wrap\">"_s + text.toHtmlEscaped() + u"</p>"_s;
}

qreal chipWidth(const QPainter &painter, const QString &text)
{
    return QFontMetricsF(chipFont(painter)).horizontalAdvance(text) + 12;
}

qreal paintChip(QPainter &painter, const Palette &colors, QPointF leftMiddle, const QString &text)
{
    painter.save();
    const qreal width = chipWidth(painter, text);
    painter.setFont(chipFont(painter));
    const qreal height = QFontMetricsF(painter.font()).height() + 3;
    const QRectF box(std::floor(leftMiddle.x()) + 0.5, std::floor(leftMiddle.y() - height / 2) + 0.5, width,
                     height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.line);
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(colors.mute);
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
    return width;
}

void paintMeter(QPainter &painter, const Palette &colors, const QRectF &where, double share, double warnAt)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = where.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.lane);
    painter.drawRoundedRect(where, radius, radius);
    if (share > 0) {
        QRectF filled = where;
        filled.setWidth(qMax(where.height(), where.width() * qMin(1.0, share)));
        painter.setBrush(share > 1                       ? colors.failed
                         : warnAt > 0 && share >= warnAt ? colors.blocked
                                                         : colors.complete);
        painter.drawRoundedRect(filled, radius, radius);
    }
    if (warnAt > 0 && warnAt < 1) {
        const qreal x = where.left() + where.width() * warnAt;
        painter.fillRect(QRectF(x - 1, where.top() - 4, 2, where.height() + 8), colors.blocked);
    }
    painter.restore();
}

} // namespace baton
