// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/meter.h"

#include "views/panels/chips.h"

#include <QPainter>

namespace baton {

Meter::Meter(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Meter::setFigures(qint64 used, qint64 limit, double warnAt, const QString &words)
{
    m_share = limit > 0 ? double(used) / double(limit) : 0;
    m_warnAt = warnAt;
    setAccessibleName(words);
    setToolTip(words);
    update();
}

void Meter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF bar(0, height() / 2.0 - 4, width(), 8);
    paintMeter(painter, m_theme.palette(), bar, m_share, m_warnAt);
}

} // namespace baton
