// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/widgets/patternpicture.h"

#include "views/canvas/planpicture.h"

#include <QPainter>

namespace baton {

PatternPicture::PatternPicture(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumHeight(160);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PatternPicture::setPlan(const Contents &contents)
{
    m_contents = contents;
    update();
}

void PatternPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.palette().line);
    painter.setBrush(m_theme.palette().canvas);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(frame, 8, 8);
    if (!m_contents.tasks.isEmpty())
        paintPlan(painter, {.contents = m_contents, .palette = m_theme.palette(), .hasGround = false}, frame.adjusted(4, 4, -4, -4));
}

} // namespace baton
