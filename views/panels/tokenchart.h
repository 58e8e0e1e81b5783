// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/panels/tokenseries.h"
#include "views/style/theme.h"

#include <QWidget>

namespace baton {

/// A burn-down chart: what is left of a budget over time, against what should be left for what is done; with a line
/// where a warning is due and one where the budget ends. Without a budget it shows what was spent.
class TokenChart : public QWidget
{
    Q_OBJECT

public:
    explicit TokenChart(Theme &theme, QWidget *parent = nullptr);

    struct Figures
    {
        QString title;
        QList<TokenSeries::Point> points;
        qint64 start = 0;
        qint64 end = 0;
        qint64 now = 0;   ///< What comes after it is pale: it has not happened yet.
        qint64 limit = 0; ///< 0 = none.
        double warnAt = 0;
        bool stops = false; ///< The run stops where the budget ends.
    };
    void setFigures(const Figures &figures);
    const Figures &figures() const { return m_figures; }
    /// What is left at that time by actual use; what was spent where there is no limit.
    qint64 valueAt(qint64 time) const;
    QString tipAt(int x) const;
    QSize minimumSizeHint() const override { return {220, 110}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF plot() const;
    qreal xOf(qint64 time) const;
    qreal yOf(qint64 value) const;
    qint64 shown(qint64 spent) const { return m_figures.limit > 0 ? m_figures.limit - spent : spent; }
    const TokenSeries::Point &pointAt(qint64 time) const;
    void paintGrid(QPainter &painter) const;
    void paintLimits(QPainter &painter) const;
    void paintLine(QPainter &painter, qint64 TokenSeries::Point::*value, const QPen &pen, bool filled) const;
    void paintLegend(QPainter &painter) const;

    Theme &m_theme;
    Figures m_figures;
    qint64 m_lowest = 0;
    qint64 m_highest = 1;
};

} // namespace baton
