// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/widgets/bandchart.h"

#include <QPainter>

namespace baton {

namespace {

constexpr int padding = 4;

double mostOf(const BandChart::Row &row)
{
    const auto *spread = std::get_if<Spread>(&row);
    return spread ? spread->p90 : 0;
}

} // namespace

BandChart::BandChart(const QString &title, Format format, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_format(std::move(format))
    , m_theme(theme)
    , m_now(tr("working it out…"))
    , m_then(m_now)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize BandChart::sizeHint() const
{
    return {320, fontMetrics().height() + 4 + 2 * (fontMetrics().height() + 14)};
}

QSize BandChart::minimumSizeHint() const
{
    const int text = std::max(fontMetrics().horizontalAdvance(textOf(m_now)), fontMetrics().horizontalAdvance(textOf(m_then)));
    return {labelWidth() + text + padding, sizeHint().height()};
}

int BandChart::labelWidth() const
{
    const int widest = std::max(fontMetrics().horizontalAdvance(tr("Now")), fontMetrics().horizontalAdvance(tr("What if")));
    return widest + 3 * padding;
}

QString BandChart::textOf(const Row &row) const
{
    const auto *spread = std::get_if<Spread>(&row);
    return spread ? tr("%1 – %2 – %3").arg(m_format(spread->p10), m_format(spread->p50), m_format(spread->p90))
                  : std::get<QString>(row);
}

void BandChart::setRows(const Row &now, const Row &then)
{
    m_now = now;
    m_then = then;
    setAccessibleName(tr("%1. Now: %2. What if: %3")
                          .arg(m_title, textOf(now), textOf(then)));
    setToolTip(tr("One run in ten stays below the first figure, one in two below the second, nine in ten below the third."));
    updateGeometry();
    update();
}

void BandChart::paintEvent(QPaintEvent *)
{
    const Palette &colors = m_theme.palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height();
    painter.setPen(colors.mute);
    painter.drawText(QRect(0, 0, width(), line), Qt::AlignLeft | Qt::AlignVCenter, m_title);
    const double most = std::max({mostOf(m_now), mostOf(m_then), 1e-9});
    const int left = labelWidth();
    const double room = width() - left - padding;
    int top = line + 4;
    const auto draw = [&](const QString &name, const Row &row, const QColor &color) {
        painter.setPen(colors.mute);
        painter.drawText(QRect(0, top, left - padding, line), Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.setPen(colors.ink);
        painter.drawText(QRect(left, top, int(room), line), Qt::AlignLeft | Qt::AlignVCenter, textOf(row));
        if (const auto *spread = std::get_if<Spread>(&row)) {
            const double y = top + line + 2;
            const double from = left + room * spread->p10 / most;
            const double to = left + room * spread->p90 / most;
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors.line);
            painter.drawRoundedRect(QRectF(left, y + 2, room, 2), 1, 1);
            painter.setBrush(color);
            painter.drawRoundedRect(QRectF(from, y, std::max(3.0, to - from), 6), 3, 3);
            painter.setBrush(colors.ink);
            painter.drawRect(QRectF(left + room * spread->p50 / most - 1, y - 2, 2, 10));
        }
        top += line + 14;
    };
    draw(tr("Now"), m_now, colors.ready);
    draw(tr("What if"), m_then, colors.accent);
}

} // namespace baton
