// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/widgets/bandchart.h"

#include <QPainter>

namespace baton {

namespace {

constexpr int labelWidth = 62;
constexpr int padding = 4;

} // namespace

BandChart::BandChart(const QString &title, Format format, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_format(std::move(format))
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize BandChart::sizeHint() const
{
    return {320, fontMetrics().height() + 4 + 2 * (fontMetrics().height() + 14)};
}

QString BandChart::textOf(const Spread &spread) const
{
    return tr("%1 – %2 – %3").arg(m_format(spread.p10), m_format(spread.p50), m_format(spread.p90));
}

void BandChart::setSpreads(const std::optional<Spread> &now, const std::optional<Spread> &then)
{
    m_now = now;
    m_then = then;
    setAccessibleName(tr("%1. Now: %2. What if: %3")
                          .arg(m_title, now ? textOf(*now) : tr("unknown"), then ? textOf(*then) : tr("unknown")));
    setToolTip(tr("One run in ten stays below the first figure, one in two below the second, nine in ten below the third."));
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
    const double most = std::max({m_now ? m_now->p90 : 0.0, m_then ? m_then->p90 : 0.0, 1e-9});
    const double room = width() - labelWidth - padding;
    int top = line + 4;
    const auto row = [&](const QString &name, const std::optional<Spread> &spread, const QColor &color) {
        painter.setPen(colors.mute);
        painter.drawText(QRect(0, top, labelWidth - padding, line), Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.setPen(colors.ink);
        painter.drawText(QRect(labelWidth, top, int(room), line), Qt::AlignLeft | Qt::AlignVCenter,
                         spread ? textOf(*spread) : tr("working it out…"));
        if (spread) {
            const double y = top + line + 2;
            const double from = labelWidth + room * spread->p10 / most;
            const double to = labelWidth + room * spread->p90 / most;
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors.line);
            painter.drawRoundedRect(QRectF(labelWidth, y + 2, room, 2), 1, 1);
            painter.setBrush(color);
            painter.drawRoundedRect(QRectF(from, y, std::max(3.0, to - from), 6), 3, 3);
            painter.setBrush(colors.ink);
            painter.drawRect(QRectF(labelWidth + room * spread->p50 / most - 1, y - 2, 2, 10));
        }
        top += line + 14;
    };
    row(tr("Now"), m_now, colors.ready);
    row(tr("What if"), m_then, colors.accent);
}

} // namespace baton
