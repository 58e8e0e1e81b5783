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

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void goTo(QPointF point);
    QTransform fromScene() const;
    void drawPlan();

    PlanView &m_view;
    QPixmap m_plan;
    bool m_isStale = true;
    QTimer m_refresh; ///< Gathers changes: drawing the whole plan for each would cost.
};

} // namespace baton
