// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/personacircle.h"

#include "model/workflow/nodes.h"

namespace baton {

void paintPersonaCircle(QPainter &painter, const QRectF &where, const QString &id, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(where);
    QFont font = painter.font();
    font.setPixelSize(qMax(6, int(where.height() * 0.42)));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Theme::inkOn(color));
    painter.drawText(where, Qt::AlignCenter, Theme::initials(id));
    painter.restore();
}

QIcon personaIcon(const QString &id, const Persona *persona)
{
    QIcon icon;
    for (const qreal ratio : {1.0, 2.0}) {
        constexpr int side = 22;
        QPixmap pixmap(QSize(side, side) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintPersonaCircle(painter, QRectF(0, 0, side, side), id,
                           Theme::personaColor(id, persona ? persona->color : QString()));
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace baton
