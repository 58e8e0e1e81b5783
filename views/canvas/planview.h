// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/canvas/canvasstyle.h"
#include "views/canvas/motion.h"
#include "views/canvas/planpreview.h"
#include "views/canvas/planscene.h"
#include "views/canvas/scrollbuffer.h"
#include "views/canvas/sheetcache.h"
#include "views/canvas/tools/tool.h"
#include "views/editing/document.h"
#include "views/style/theme.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QTimer>

#include <memory>

namespace baton {

class RenameEditor;

/// The canvas: one widget that shows a workflow, lets it be edited by mouse and keys, and shows a run on it.
class PlanView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    PlanView(Document &document, Theme &theme, QWidget *parent = nullptr);
    ~PlanView() override;

    Document &document() { return m_document; }
    PlanScene &scene() { return m_scene; }
    const PlanScene &scene() const { return m_scene; }
    const CanvasStyle &style() const { return *m_style; }

    void setProblems(const QList<Problem> &problems) { m_scene.setProblems(problems); }
    /// Shows a run at once; both null = no run. They belong to the caller and must outlive this or be taken back.
    void setRun(const RunPlan *plan, const RunState *state);
    /// How late it is, for what counts down between two events; milliseconds since the epoch, 0 = as late as the state.
    void setRunTime(qint64 time);
    /// The state has changed by \a events: repaints what they touch, and moves what a live run moves.
    void runAdvanced(const QList<Event> &events);

    /// Shows a preview: nothing can be edited, only looked at, and all but what is marked is dimmed.
    void showMarks(PreviewMarks marks);
    const std::optional<PreviewMarks> &marks() const { return m_marks; }
    /// The same part of the scene as another canvas shows.
    void lookLike(const PlanView &other);

    double zoom() const { return m_zoom; }
    /// \a anchor stays where it is on the screen (viewport coordinates; null = the centre).
    void setZoom(double zoom, QPointF anchor = {});
    void zoomIn();
    void zoomOut();
    /// Shows everything; stays so when the window changes its size, until something is zoomed or moved.
    void fit();
    /// Pixels at the bottom that something else covers: what is fitted keeps out of them.
    void setCoveredBelow(int pixels) { m_coveredBelow = pixels; }
    void showNode(NodeKey key);
    /// All of them at once, as large as they fit, where they are not in sight already.
    void showNodes(const QSet<NodeKey> &keys);
    void panBy(QPoint viewportPixels);
    void centreOn(QPointF scenePoint);

    QPointF toScene(QPointF viewportPoint) const;
    QPoint toViewport(QPointF scenePoint) const;
    QRectF visibleScene() const; ///< What of the scene is on the screen.
    QRectF nodeRect(NodeKey key) const;
    QPointF portOf(NodeKey key, bool out) const { return m_scene.list().portOf(key, out); }
    QString shownState(NodeKey key) const { return m_scene.shownState(key); }
    QString toolTipAt(QPoint viewportPoint) const; ///< Rich text; empty over the ground.
    int selectedEdge() const { return m_selectedEdge; }

    /// Puts a line to type the title into over the node.
    void rename(NodeKey key);
    /// Takes out what is selected, nodes or an edge, as one step.
    void removeSelected();
    void selectAll();

    // For tools.
    void hint(const QString &message) { emit hinted(message); }
    /// Paints everything anew.
    void repaintAll();
    /// What tools and motion draw on top has changed.
    void updateOverlay();

signals:
    void zoomChanged(double zoom);
    void viewMoved(); ///< Another part of the scene is shown.
    void restyled(); ///< Another theme.
    void hinted(const QString &message); ///< A sentence for the status bar: refusals, gestures.
    void contextMenuRequested(baton::NodeKey key, QPoint globalPos);
    void editRequested(baton::NodeKey key);
    /// The sign of a problem was clicked.
    void problemClicked(const baton::Problem &problem);

protected:
    bool viewportEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void timerEvent(QTimerEvent *event) override;

private:
    qreal ratio() const { return viewport()->devicePixelRatioF(); }
    qreal deviceScale() const { return m_zoom * ratio(); }
    Pointer pointerAt(QPoint viewportPoint, Qt::KeyboardModifiers modifiers) const;
    void moveOrigin(QPoint origin);
    void place(double zoom, QPointF sceneCentre);
    void repaintScene(const QList<QRectF> &rects);
    void paintMissing();
    void paintOverlay(QPainter &painter);
    QRegion overlayRegion() const;
    void scrollAtRim();
    void showSelection();
    void setHovered(const Hit &hit);
    void startTool(std::unique_ptr<Tool> tool);
    void endTool();
    void forgetEdges();
    void dropTool(); ///< Takes its preview back.
    std::unique_ptr<Tool> toolFor(const Hit &hit, const Pointer &pointer);
    void pressSelect(const Hit &hit, Qt::KeyboardModifiers modifiers);
    void selectEdge(int edge);
    bool moveFocusTo(NodeKey key);
    bool pressKey(int key, Qt::KeyboardModifiers modifiers);
    QString describe(NodeKey key) const;
    qint64 runTime() const;
    void showNotes();
    QStringList handOffLines(NodeKey from, const Task &task) const;
    void toggleFold(NodeKey key);

    Document &m_document;
    Theme &m_theme;
    PlanScene m_scene;
    std::unique_ptr<CanvasStyle> m_style;
    SheetCache m_sheets;
    ScrollBuffer m_buffer;
    Motion m_motion;
    double m_zoom = 1;
    QPointF m_corner; ///< The scene's device pixel at the top left of the viewport; always whole pixels.
    bool m_staysFitted = false;
    int m_coveredBelow = 0;
    QRegion m_overlay; ///< What the overlay covered when it was painted last.
    Hit m_hovered;
    int m_selectedEdge = -1;
    std::unique_ptr<Tool> m_tool;
    std::unique_ptr<Tool> m_pending; ///< Starts when the mouse has moved far enough.
    std::unique_ptr<Tool> m_dropping;
    QPoint m_pressed;
    Pointer m_lastPointer;
    QBasicTimer m_rimTimer;
    QTimer m_noteTimer; ///< What cards wait for is told at most some times a second.
    qint64 m_runTime = 0;
    NodeKey m_clicked; ///< Alone selected when the button goes up without a drag.
    bool m_isSpaceDown = false;
    RenameEditor *m_editor = nullptr;
    std::optional<PreviewMarks> m_marks; ///< Of a preview; it is read-only.
};

} // namespace baton
