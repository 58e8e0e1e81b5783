// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/plan/expectation.h"
#include "views/panels/timeline.h"
#include "views/style/theme.h"

#include <QAbstractScrollArea>
#include <QSet>
#include <QTimer>

namespace baton {

class RunRecord;

/// The timeline of a run with a scrubber over its journal. One widget that paints the rows that are visible.
///
/// A line below a bar marks the critical path of the plan.
/// Drag the scrubber or press in the axis to go back in time; Left and Right step by one event, Home goes to
/// the beginning, End goes live. Ctrl and the wheel, `+` and `-` zoom, `0` fits; Up, Down and a click pick a
/// row.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(Theme &theme, QWidget *parent = nullptr);

    /// The record stays the caller's; null = no run.
    void setRecord(RunRecord *record);
    /// What earlier runs have told decides which path is the critical one.
    void setCalibration(const Calibration &calibration);
    /// Takes in what the record has got since.
    void catchUp();
    /// The cursor is elsewhere now.
    void followCursor();
    /// Brings the row into view in which something happened last, before where the record stands.
    void showMoment();
    /// How late it is, where time goes on between the events of a run.
    void setRunTime(qint64 time);

    const Timeline &timeline() const { return m_timeline; }
    /// Seeks to the last event at that place of the viewport.
    void seekTo(int x);
    int xOfCursor() const;
    void zoom(double factor, int anchorX);
    void fit();
    bool isFitted() const { return m_fitted; }
    QString currentId() const;
    QString tipAt(const QPoint &position) const;

signals:
    void activated(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateScale();
    void showRow(int row);
    void updateBars();
    void paintAxis(QPainter &painter) const;
    void paintRow(QPainter &painter, int row) const;
    void paintBar(QPainter &painter, const Timeline::Row &row, const Timeline::Bar &bar,
                  const QRectF &where) const;
    void paintScrubber(QPainter &painter) const;
    void pickRow(int row);
    void seekSoon(qint64 seq);
    QString titleOf(const QString &id) const;
    void findCriticalPath();
    qint64 cursorTime() const;
    qint64 lastTime() const;
    qreal xOf(qint64 time) const;
    qint64 timeAt(qreal x) const;
    int rowAt(int y) const;
    int rowHeight() const;
    int wholeRows(int pixels) const;
    int axisHeight() const;
    int labelWidth() const;

    Theme &m_theme;
    RunRecord *m_record = nullptr;
    Timeline m_timeline;
    qsizetype m_taken = 0; ///< Events of the record that the timeline holds.
    double m_pixelsPerMs = 0.001;
    bool m_fitted = true;
    qint64 m_runTime = 0;
    qint64 m_span = 60'000;   ///< Milliseconds that fit into the width while fitted; grows in steps.
    Calibration m_calibration;
    QSet<QString> m_critical; ///< Tasks that nothing done in parallel can shorten.
    int m_row = -1;
    bool m_dragging = false;
    qint64 m_wantedSeq = -1;
    QTimer m_seekTimer; ///< Many moves of the mouse within a frame are one seek.
};

} // namespace baton
