// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace baton {

/// The canvas with what floats over its corners: zoom at the bottom left, the minimap at the bottom right.
class CanvasArea : public QWidget
{
    Q_OBJECT

public:
    /// Takes all three as children.
    CanvasArea(QWidget *canvas, QWidget *zoom, QWidget *overview, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_canvas;
    QWidget *m_zoom;
    QWidget *m_overview;
};

} // namespace baton
