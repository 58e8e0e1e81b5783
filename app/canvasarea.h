// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPointer>
#include <QWidget>

namespace baton {

class PlanView;

/// The canvas with what floats over its corners: zoom at the bottom left, the minimap at the bottom right.
class CanvasArea : public QWidget
{
    Q_OBJECT

public:
    /// Takes all three as children.
    CanvasArea(PlanView *canvas, QWidget *zoom, QWidget *overview, QWidget *parent = nullptr);

    /// Takes the place of the canvas until another, or null, is set; then it belongs to the caller again.
    void setCover(QWidget *cover);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PlanView *m_canvas;
    QWidget *m_zoom;
    QWidget *m_overview;
    QPointer<QWidget> m_cover;
    bool m_showedOverview = false; ///< Before it was covered.
};

} // namespace baton
