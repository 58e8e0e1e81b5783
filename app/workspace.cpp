// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/workspace.h"

#include "app/canvasarea.h"
#include "model/run/planextension.h"
#include "model/run/runrecord.h"
#include "model/run/substate.h"
#include "views/canvas/minimap.h"
#include "views/canvas/planview.h"
#include "views/panels/advisorpanel.h"
#include "views/panels/changespanel.h"
#include "views/panels/historypanel.h"
#include "views/panels/inbox/inboxpanel.h"
#include "views/panels/inspectorpanel.h"
#include "views/panels/librarypanel.h"
#include "views/panels/logpanel.h"
#include "views/panels/playback.h"
#include "views/panels/preflightpanel.h"
#include "views/panels/problempanel.h"
#include "views/panels/runpanel.h"
#include "views/panels/runsummarybox.h"
#include "views/panels/timebar.h"
#include "views/panels/tokenspanel.h"
#include "views/widgets/zoombar.h"

#include <QDateTime>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QSplitter *makeSplitter(Qt::Orientation orientation, const QList<QWidget *> &parts, const QList<int> &sizes, int stretching)
{
    auto *splitter = new QSplitter(orientation);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    for (QWidget *part : parts)
        splitter->addWidget(part);
    splitter->setStretchFactor(stretching, 1);
    splitter->setSizes(sizes);
    return splitter;
}

} // namespace

Workspace::Workspace(Document &document, Settings &settings, Theme &theme, const ActionList &actions, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_settings(settings)
    , m_canvas(new PlanView(document, theme))
    , m_minimap(new Minimap(*m_canvas))
    , m_zoom(new ZoomBar(actions[u"view.zoom-out"_s], actions[u"view.zoom-actual"_s], actions[u"view.zoom-in"_s],
                         actions[u"view.zoom-fit"_s]))
    , m_canvasArea(new CanvasArea(m_canvas, m_zoom, m_minimap))
    , m_library(new LibraryPanel(document, theme))
    , m_inspector(new InspectorPanel(document, theme))
    , m_problems(new ProblemPanel(document, theme))
    , m_preflight(new PreflightPanel(document))
    , m_advisor(new AdvisorPanel)
    , m_run(new RunPanel(theme))
    , m_inbox(new InboxPanel(theme))
    , m_log(new LogPanel(theme))
    , m_changes(new ChangesPanel(theme))
    , m_tokens(new TokensPanel(theme))
    , m_history(new HistoryPanel(theme))
    , m_summary(new RunSummaryBox(theme))
    , m_playback(new Playback(this))
    , m_timeBar(new TimeBar(*m_playback))
    , m_tabs(new QTabWidget)
{
    constexpr int second = 1000; // Milliseconds.
    m_clock.setInterval(second);
    connect(&m_clock, &QTimer::timeout, this, &Workspace::keepTime);
    buildTabs();
    m_summary->setProperty("look", u"panel"_s);
    m_summary->setAttribute(Qt::WA_StyledBackground);
    m_inspector->setProperty("look", u"panel"_s);
    m_inspector->setAttribute(Qt::WA_StyledBackground);

    m_library->setMinimumWidth(150);
    m_summary->hide();
    m_tabs->setMinimumHeight(120);
    m_upper = makeSplitter(Qt::Horizontal, {m_library, m_canvasArea}, {232, 1136}, 1);
    m_left = makeSplitter(Qt::Vertical, {m_upper, m_tabs}, {680, 270}, 0);
    m_right = makeSplitter(Qt::Vertical, {m_inspector, m_summary}, {680, 270}, 0);
    m_right->setMinimumWidth(240);
    m_across = makeSplitter(Qt::Horizontal, {m_left, m_right}, {1368, 311}, 0);
    // Both horizontal lines are one: what is dragged at the left follows at the right.
    connect(m_left, &QSplitter::splitterMoved, this, [this] { m_right->setSizes(m_left->sizes()); });
    connect(m_right, &QSplitter::splitterMoved, this, [this] { m_left->setSizes(m_right->sizes()); });
    for (auto [name, splitter] : {std::pair(u"upper"_s, m_upper), {u"left"_s, m_left}, {u"right"_s, m_right},
                                  {u"across"_s, m_across}}) {
        splitter->restoreState(settings.state(u"splitter-"_s + name));
        connect(splitter, &QSplitter::splitterMoved, this, &Workspace::save);
    }
    m_isDivided = !settings.state(u"splitter-across"_s).isEmpty();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_timeBar);
    m_timeBar->setFocusProxy(m_canvas);
    layout->addWidget(m_across, 1);
    connect(m_canvas, &PlanView::zoomChanged, m_zoom, &ZoomBar::setZoom);
    m_zoom->setZoom(m_canvas->zoom());
}

Workspace::~Workspace() = default;

void Workspace::buildTabs()
{
    m_tabs->setDocumentMode(true);
    m_tabs->setProperty("look", u"panel"_s);
    m_tabs->setAttribute(Qt::WA_StyledBackground);
    m_tabs->tabBar()->setAccessibleName(tr("Panels below the canvas"));
    m_tabs->addTab(m_problems, tr("Problems"));
    m_tabs->addTab(m_preflight, tr("Pre-flight"));
    m_tabs->addTab(m_advisor, tr("Advice"));
    m_tabs->addTab(m_run, tr("Run"));
    m_tabs->addTab(m_inbox, tr("Inbox"));
    m_tabs->addTab(m_log, tr("Log"));
    m_tabs->addTab(m_changes, tr("Changes"));
    m_tabs->setTabVisible(m_tabs->indexOf(m_changes), false); // only for runs with branches
    m_tabs->addTab(m_tokens, tr("Tokens"));
    m_tabs->addTab(m_history, tr("History"));
    connect(m_run, &RunPanel::activated, this, &Workspace::select);
    connect(m_run, &RunPanel::playRequested, m_playback, &Playback::play);
    connect(m_history, &HistoryPanel::stepActivated, this, &Workspace::select);
    connect(m_tokens, &TokensPanel::activated, this, &Workspace::select);
    connect(m_inbox, &InboxPanel::activated, this, &Workspace::select);
    connect(m_inbox, &InboxPanel::countChanged, this, [this](int count) {
        m_tabs->setTabText(m_tabs->indexOf(m_inbox), count > 0 ? tr("Inbox %1").arg(count) : tr("Inbox"));
    });
    // What is selected is what the log is about.
    connect(&m_document.selection(), &Selection::changed, this, [this] {
        const NodeKey key = m_document.selection().current();
        if (!m_record || key.kind() != NodeKind::Task)
            return;
        const QString id = m_document.workflow().contents().idOf(key);
        m_log->showTask(id);
        m_changes->showTask(id);
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_tabs->currentWidget() == m_history)
            m_history->setFolder(m_document.folder());
    });
}

void Workspace::select(const QString &id)
{
    // A further round (`review#2`) is shown at the task it is a round of; what only the run has, in its table and log.
    const NodeKey key = m_document.workflow().ids().step(id.section(u'#', 0, 0));
    if (!key.isNull()) {
        m_document.selection().set(key);
        m_canvas->showNode(key);
    }
    m_run->showCurrent(id);
    m_log->showTask(id);
    m_changes->showTask(id);
}

/// Until somebody has moved a line the panels leave the canvas its share, on whatever screen.
void Workspace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_isDivided)
        return;
    const int bottom = qBound(224, height() * 3 / 10, 330);
    const int right = qBound(250, width() * 19 / 100, 360);
    const int left = qBound(190, width() * 14 / 100, 260);
    m_across->setSizes({width() - right, right});
    m_upper->setSizes({left, width() - right - left});
    m_left->setSizes({height() - bottom, bottom});
    m_right->setSizes(m_left->sizes());
}

QWidget *Workspace::rightColumn() const
{
    return m_right;
}

QWidget *Workspace::bottom() const
{
    return m_tabs;
}

void Workspace::save()
{
    m_isDivided = true;
    m_settings.setState(u"splitter-upper"_s, m_upper->saveState());
    m_settings.setState(u"splitter-left"_s, m_left->saveState());
    m_settings.setState(u"splitter-right"_s, m_right->saveState());
    m_settings.setState(u"splitter-across"_s, m_across->saveState());
}

void Workspace::showProblemCounts(int errors, int warnings)
{
    const int count = errors + warnings;
    m_tabs->setTabText(m_tabs->indexOf(m_problems), count > 0 ? tr("Problems %1").arg(count) : tr("Problems"));
}

void Workspace::showMissingCount(int missing)
{
    m_tabs->setTabText(m_tabs->indexOf(m_preflight), missing > 0 ? tr("Pre-flight %1").arg(missing) : tr("Pre-flight"));
}

void Workspace::raisePreflight()
{
    m_tabs->show();
    m_tabs->setCurrentWidget(m_preflight);
    m_preflight->list()->setFocus(Qt::OtherFocusReason);
}

void Workspace::showAdviceCount(int count)
{
    m_tabs->setTabText(m_tabs->indexOf(m_advisor), count > 0 ? tr("Advice %1").arg(count) : tr("Advice"));
}

void Workspace::raiseAdvisor()
{
    m_tabs->show();
    m_tabs->setCurrentWidget(m_advisor);
}

void Workspace::raiseProblems()
{
    m_tabs->show();
    m_tabs->setCurrentWidget(m_problems);
}

void Workspace::raiseRun()
{
    m_tabs->setCurrentWidget(m_run);
}

void Workspace::raiseChanges(const QString &task)
{
    m_tabs->show();
    m_tabs->setCurrentWidget(m_changes);
    m_changes->showTask(task);
    m_changes->setFocus(Qt::OtherFocusReason);
}

void Workspace::raiseInbox(const QString &subject)
{
    m_tabs->show();
    m_tabs->setCurrentWidget(m_inbox);
    m_inbox->show(subject);
    m_inbox->setFocus(Qt::OtherFocusReason);
}

void Workspace::showRun(RunRecord *record)
{
    m_record = record;
    m_run->setRecord(record);
    m_inbox->setRecord(record);
    m_log->setRecord(record);
    m_changes->setRecord(record);
    m_tabs->setTabVisible(m_tabs->indexOf(m_changes), m_changes->hasBranches());
    m_tokens->setRecord(record);
    m_playback->setRecord(record);
    m_timeBar->setRecord(record);
    showState();
}

void Workspace::advanceRun(const QList<Event> &events)
{
    // A fix phase makes another plan of it; then everything is new.
    if (m_plan != &planOf(m_record->plan(), m_record->state()))
        return showState();
    m_canvas->runAdvanced(events);
    m_tabs->setTabVisible(m_tabs->indexOf(m_changes), m_changes->hasBranches());
    m_inspector->setRun(m_plan, &m_record->state());
    m_summary->setRun(m_plan, &m_record->state());
    if (!m_clock.isActive())
        keepTime();
}

/// What counts between two events of a run that some program drives: running times, and how long until a retry.
void Workspace::keepTime()
{
    const RunState *state = m_record && m_record->isLive() ? &m_record->state() : nullptr;
    const bool counts = state && state->isRunning() && !state->settings.simulate && countsTime(*state) && m_record->isDriven();
    if (!counts)
        return m_clock.stop();
    if (!m_clock.isActive())
        m_clock.start();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_canvas->setRunTime(now);
    m_run->setRunTime(now);
    m_inspector->setRunTime(now);
}

void Workspace::seekRun()
{
    showState();
}

void Workspace::showState()
{
    m_plan = m_record ? &planOf(m_record->plan(), m_record->state()) : nullptr;
    const RunState *state = m_record ? &m_record->state() : nullptr;
    m_canvas->setRun(m_plan, state);
    m_inspector->setRun(m_plan, state);
    m_summary->setRun(m_plan, state);
    // Without a run the inspector has the whole column.
    if (m_summary->isHidden() == (state != nullptr)) {
        m_summary->setVisible(state);
        if (state)
            m_right->setSizes(m_left->sizes());
    }
    keepTime();
}

} // namespace baton
