// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/actionlist.h"
#include "app/settings.h"
#include "model/run/event.h"
#include "model/run/runplan.h"
#include "views/editing/document.h"

#include <QTimer>
#include <QWidget>

class QSplitter;
class QTabWidget;

namespace baton {

class AdvisorPanel;
class CanvasArea;
class HistoryPanel;
class InspectorPanel;
class InboxPanel;
class LibraryPanel;
class ChangesPanel;
class LogPanel;
class PlanView;
class Playback;
class PreflightPanel;
class ProblemPanel;
class RunPanel;
class RunRecord;
class RunSummaryBox;
class TimeBar;
class TokensPanel;
class ZoomBar;

/// The canvas with its panels: library at the left, inspector at the right, problems and run below. Remembers how wide
/// and high they are.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    Workspace(Document &document, Settings &settings, Theme &theme, const ActionList &actions, QWidget *parent = nullptr);
    ~Workspace() override;

    PlanView *canvas() const { return m_canvas; }
    CanvasArea *canvasArea() const { return m_canvasArea; }
    LibraryPanel *library() const { return m_library; }
    InspectorPanel *inspector() const { return m_inspector; }
    ProblemPanel *problems() const { return m_problems; }
    PreflightPanel *preflight() const { return m_preflight; }
    AdvisorPanel *advisor() const { return m_advisor; }
    RunPanel *run() const { return m_run; }
    InboxPanel *inbox() const { return m_inbox; }
    LogPanel *log() const { return m_log; }
    TokensPanel *tokens() const { return m_tokens; }
    HistoryPanel *history() const { return m_history; }
    TimeBar *timeBar() const { return m_timeBar; }
    Playback *playback() const { return m_playback; }
    QTabWidget *tabs() const { return m_tabs; }
    RunSummaryBox *summary() const { return m_summary; }
    QWidget *rightColumn() const;
    QWidget *bottom() const;
    QWidget *minimap() const { return m_minimap; }

    void showProblemCounts(int errors, int warnings);
    void showMissingCount(int missing); ///< Of the pre-flight checklist.
    void raiseProblems();
    void raisePreflight();
    void showAdviceCount(int count);
    void raiseAdvisor();
    void raiseRun();
    /// Shows what this task of the run changed on its branch.
    void raiseChanges(const QString &task);
    /// Shows what waits for a person; this question first, where it is one.
    void raiseInbox(const QString &subject = {});
    /// Shows this run in the canvas and all panels; null = none.
    void showRun(RunRecord *record);
    void advanceRun(const QList<Event> &events);
    void seekRun();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTabs();
    void save();
    void showState();
    void keepTime();
    void select(const QString &id);

    Document &m_document;
    Settings &m_settings;
    RunRecord *m_record = nullptr;
    const RunPlan *m_plan = nullptr; ///< What the canvas shows the states of.
    bool m_isDivided = false;        ///< Somebody has moved a line between two panels.
    QTimer m_clock; ///< Ticks while something in the shown run counts, up or down.
    PlanView *m_canvas;
    QWidget *m_minimap;
    ZoomBar *m_zoom;
    CanvasArea *m_canvasArea;
    LibraryPanel *m_library;
    InspectorPanel *m_inspector;
    ProblemPanel *m_problems;
    PreflightPanel *m_preflight;
    AdvisorPanel *m_advisor;
    RunPanel *m_run;
    InboxPanel *m_inbox;
    LogPanel *m_log;
    ChangesPanel *m_changes;
    TokensPanel *m_tokens;
    HistoryPanel *m_history;
    RunSummaryBox *m_summary;
    Playback *m_playback;
    TimeBar *m_timeBar;
    QTabWidget *m_tabs;
    QSplitter *m_right;
    QSplitter *m_across; ///< Everything at the left | the right column.
    QSplitter *m_left;   ///< Library and canvas above the bottom panel.
    QSplitter *m_upper;  ///< Library | canvas.
};

} // namespace baton
