// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QAction;
class QToolButton;

namespace baton {

/// The − 72 % + Fit that floats over the canvas. Shows actions that menus show too.
class ZoomBar : public QWidget
{
    Q_OBJECT

public:
    ZoomBar(QAction *zoomOut, QAction *actualSize, QAction *zoomIn, QAction *fit, QWidget *parent = nullptr);

    void setZoom(qreal zoom);

private:
    QToolButton *m_percent;
};

} // namespace baton
