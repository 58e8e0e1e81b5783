// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPixmap>
#include <QTimer>
#include <QWidget>

namespace baton {

class PlanView;

/// The whole plan in a corner, with a frame around what the canvas shows. A click or a drag goes there.
class Minimap : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(PlanView &view, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {176, 104}; }
    /// It shows nothing and lets the mouse through: the canvas shows the whole plan anyway, and cards lie below it.
    bool stepsAside() const { return m_stepsAside; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void goTo(QPointF point);
    QTransform fromScene() const;
    void drawPlan();
    void look();

    PlanView &m_view;
    QPixmap m_plan;
    bool m_isStale = true;
    bool m_stepsAside = false;
    QTimer m_refresh; ///< Gathers changes: drawing the whole plan for each would cost.
};

} // namespace baton
