// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/widgets/iconlabel.h"

#include <QPainter>

namespace baton {

IconLabel::IconLabel(const QIcon &icon, int size, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize IconLabel::sizeHint() const
{
    return QSize(m_size, m_size).grownBy(contentsMargins());
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_icon.paint(&painter, contentsRect());
}

} // namespace baton
