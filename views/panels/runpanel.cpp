// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/runpanel.h"

#include "model/run/runrecord.h"
#include "views/panels/evidencemodel.h"
#include "views/panels/issuemodel.h"
#include "views/panels/runtablemodel.h"
#include "views/panels/timelineview.h"
#include "views/style/icons.h"
#include "views/widgets/columnfit.h"
#include "views/widgets/emptynote.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace baton {

RunPanel::RunPanel(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_timeline(new TimelineView(theme, this))
    , m_model(new RunTableModel(theme, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(makeTable(m_sorted, RunTableModel::IdRole))
    , m_issueModel(new IssueModel(theme, this))
    , m_issues(makeTable(m_issueModel, IssueModel::IdRole))
    , m_evidenceModel(new EvidenceModel(theme, this))
    , m_evidence(new QTreeView(this))
    , m_views(new QStackedWidget(this))
{
    setObjectName(u"run"_s);
    setAccessibleName(tr("Run"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(RunTableModel::SortRole);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // The order of the plan, until somebody asks for another.
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    // What mends an issue is a press on its state away.
    connect(m_issues, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == IssueModel::StateColumn)
            emit activated(index.data(IssueModel::IdRole).toString());
    });
    m_table->setAccessibleName(tr("Tasks of the run"));
    m_issues->setAccessibleName(tr("Issues found by validations"));
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    makeEvidence();
    sizeColumns();
    m_noTasks = new EmptyNote(m_table, {});
    m_noEvidence = new EmptyNote(m_evidence, {});
    m_noIssues = new EmptyNote(m_issues, {});
    m_views->addWidget(m_timeline);
    m_views->addWidget(m_table);
    m_views->addWidget(m_evidence);
    m_views->addWidget(m_issues);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_views, 1);
    connect(m_timeline, &TimelineView::activated, this, &RunPanel::activated);
    m_issues->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *fix = new QAction(tr("Make a fix phase…"), this);
    connect(fix, &QAction::triggered, this, &RunPanel::requestFixPhase);
    m_issues->addAction(fix);
    readIssues();
    showPlace();
}

QWidget *RunPanel::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(10, 4, 10, 4);
    addViews(layout);
    m_filter = new QLineEdit(bar);
    m_filter->setPlaceholderText(tr("Filter the tasks…"));
    m_filter->setAccessibleName(tr("Filter the tasks"));
    m_filter->setToolTip(tr("Shows the tasks that have this in any column: a name, a state, a persona."));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(240);
    m_filter->hide();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) { m_sorted->setFilterFixedString(text); });
    layout->addWidget(m_filter);
    m_fixButton = new QToolButton(bar);
    m_fixButton->setObjectName(u"fix-phase"_s);
    m_fixButton->setText(tr("Make a fix phase…"));
    m_fixButton->setToolTip(tr("Shows the tasks that would mend what this validation found."));
    m_fixButton->hide();
    connect(m_fixButton, &QToolButton::clicked, this, &RunPanel::requestFixPhase);
    connect(m_views, &QStackedWidget::currentChanged, this,
            [this] { m_fixButton->setVisible(m_views->currentWidget() == m_issues); });
    layout->addWidget(m_fixButton);
    layout->addStretch();
    const auto addZoom = [&](const QString &text, const QString &name, auto act) {
        auto *button = new QToolButton(bar);
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setProperty("look", u"flat"_s);
        connect(button, &QToolButton::clicked, this, act);
        layout->addWidget(button);
        m_zoomButtons.append(button);
    };
    addZoom(u"−"_s, tr("Zoom out"), [this] { m_timeline->zoom(0.8, m_timeline->xOfCursor()); });
    addZoom(tr("Fit"), tr("Fit the whole run"), [this] { m_timeline->fit(); });
    addZoom(u"+"_s, tr("Zoom in"), [this] { m_timeline->zoom(1.25, m_timeline->xOfCursor()); });
    m_play = new QToolButton(bar);
    m_play->setProperty("look", u"flat"_s);
    m_play->setObjectName(u"play"_s);
    m_play->setIcon(themedIcon(u"run"_s));
    m_play->setIconSize({14, 14});
    m_play->setAccessibleName(tr("Play the run"));
    m_play->setToolTip(tr("Plays the run from where you look, or from its beginning."));
    connect(m_play, &QToolButton::clicked, this, &RunPanel::playRequested);
    layout->addWidget(m_play);
    m_place = new QToolButton(bar);
    m_place->setProperty("look", u"flat"_s);
    m_place->setObjectName(u"place"_s);
    m_place->setText(tr("No run"));
    m_place->setToolTip(tr("Click to follow the run as it goes on."));
    connect(m_place, &QToolButton::clicked, this, [this] {
        if (m_record)
            m_record->goLive();
    });
    layout->addWidget(m_place);
    return bar;
}

void RunPanel::addViews(QLayout *layout)
{
    auto *segments = new QFrame(this);
    segments->setProperty("look", u"segments"_s);
    auto *segmentsLayout = new QHBoxLayout(segments);
    segmentsLayout->setContentsMargins(1, 1, 1, 1);
    segmentsLayout->setSpacing(0);
    m_choice = new QButtonGroup(this);
    const QList<std::pair<QString, QString>> choices{{tr("Timeline"), u"timeline"_s},
                                                     {tr("Table"), u"table"_s},
                                                     {tr("Evidence"), u"evidence"_s},
                                                     {tr("Issues"), u"issues"_s}};
    for (int i = 0; i < choices.size(); ++i) {
        auto *button = new QToolButton(segments);
        button->setText(choices.at(i).first);
        button->setObjectName(choices.at(i).second);
        button->setCheckable(true);
        button->setChecked(i == 0);
        m_choice->addButton(button, i);
        segmentsLayout->addWidget(button);
        m_issueButton = button; // The last of them.
    }
    connect(m_choice, &QButtonGroup::idClicked, this, &RunPanel::switchTo);
    layout->addWidget(segments);
}

void RunPanel::switchTo(int view)
{
    m_views->setCurrentIndex(view);
    m_filter->setVisible(m_views->currentWidget() == m_table);
    for (QToolButton *button : std::as_const(m_zoomButtons))
        button->setVisible(m_views->currentWidget() == m_timeline);
    readEvidence();
}

void RunPanel::showView(const QString &name)
{
    for (QAbstractButton *button : m_choice->buttons()) {
        if (button->objectName() == name)
            button->click();
    }
}

void RunPanel::makeEvidence()
{
    constexpr int interval = 250; // Milliseconds; the whole matrix is looked through.
    m_evidenceTimer.setSingleShot(true);
    m_evidenceTimer.setInterval(interval);
    connect(&m_evidenceTimer, &QTimer::timeout, this, &RunPanel::readEvidence);
    m_evidence->setModel(m_evidenceModel);
    m_evidence->setUniformRowHeights(true);
    m_evidence->setFrameShape(QFrame::NoFrame);
    m_evidence->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_evidence->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_evidence->setExpandsOnDoubleClick(false);
    m_evidence->setAccessibleName(tr("What proves the run"));
    m_evidence->setToolTip(tr("A double click or Enter on a file shows it."));
    connect(m_evidence->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection &selected) {
        const QString id = selected.isEmpty() ? QString() : selected.indexes().first().data(EvidenceModel::IdRole).toString();
        if (!id.isEmpty())
            emit activated(id);
    });
    connect(m_evidence, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const QString path = index.data(EvidenceModel::FileRole).toString(); !path.isEmpty())
            emit fileActivated(path);
    });
    connect(&m_theme, &Theme::changed, m_evidence->viewport(), qOverload<>(&QWidget::update));
}

/// Only while somebody looks.
void RunPanel::readEvidence()
{
    if (!m_record) {
        m_evidenceModel->read(nullptr, nullptr);
        return;
    }
    if (m_views->currentWidget() != m_evidence)
        return;
    const bool wasEmpty = m_evidenceModel->rowCount() == 0;
    m_evidenceModel->read(&planOf(m_record->plan(), m_record->state()), &m_record->state());
    if (wasEmpty)
        m_evidence->expandToDepth(0);
    m_evidence->viewport()->update();
}

QTableView *RunPanel::makeTable(QAbstractItemModel *model, int idRole)
{
    constexpr int rowHeight = 26;
    auto *table = new QTableView(this);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setIconSize({10, 10});
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    // Not the current row: that one changes by tabbing in as well.
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this, idRole](const QItemSelection &selected) {
                if (!selected.isEmpty() && !m_showing)
                    emit activated(selected.indexes().first().data(idRole).toString());
            });
    connect(&m_theme, &Theme::changed, table->viewport(), qOverload<>(&QWidget::update));
    return table;
}

void RunPanel::sizeColumns()
{
    // Task, persona, state, attempt, time, tokens, outcome, evidence.
    new ColumnFit(m_table->horizontalHeader(),
                  {{110, 220, 1}, {84, 150}, {110, 230, 2}, {56, 64}, {72, 96}, {96, 116}, {70, 150, 2}, {62, 72}});
    // Severity, task, where, what, fix, state, found by.
    new ColumnFit(m_issues->horizontalHeader(),
                  {{66, 76}, {80, 130}, {90, 170, 1}, {150, 280, 3}, {110, 220, 2}, {80, 130}, {80, 120}});
    // Gate, task, file; complete, evidence, approved, signed off, proof.
    new ColumnFit(m_evidence->header(), {{150, 260, 1}, {104, 200, 1}, {104, 200, 1}, {90, 170}, {80, 150}, {84, 180, 1}});
}

void RunPanel::readIssues()
{
    m_issueModel->read(m_record);
    const int count = m_issueModel->rowCount();
    m_fixButton->setEnabled(count > 0);
    m_issueButton->setText(count ? tr("Issues %1").arg(count) : tr("Issues"));
}

void RunPanel::requestFixPhase()
{
    const QModelIndex row = m_issues->currentIndex().isValid() ? m_issues->currentIndex() : m_issueModel->index(0, 0);
    emit fixPhaseRequested(row.data(IssueModel::FoundByRole).toString());
}

void RunPanel::setRecord(RunRecord *record)
{
    if (m_record)
        m_record->disconnect(this);
    // What knows the old one forgets it before the new one may stand in its place.
    m_issueModel->read(nullptr);
    m_evidenceModel->read(nullptr, nullptr);
    m_record = record;
    m_timeline->setRecord(record);
    m_model->setRecord(record);
    if (record) {
        connect(record, &RunRecord::advanced, this, &RunPanel::follow);
        connect(record, &RunRecord::sought, this, [this] {
            m_timeline->catchUp();
            m_timeline->followCursor();
            m_timeline->showMoment();
            m_model->followJump();
            readIssues();
            readEvidence();
            showPlace();
        });
        connect(record, &RunRecord::grew, this, [this] {
            m_timeline->catchUp();
            showPlace();
        });
        connect(record, &QObject::destroyed, this, [this] { setRecord(nullptr); });
    }
    readIssues();
    readEvidence();
    showPlace();
}

void RunPanel::follow(const QList<Event> &events)
{
    m_timeline->catchUp();
    m_timeline->followCursor();
    m_model->follow(events);
    m_table->viewport()->update(); // Running times go on with every event.
    // An issue is found by a verdict, a person or Baton, given to a fix task, mended by that and judged again.
    const bool judged = std::any_of(events.begin(), events.end(), [this](const Event &event) {
        const bool isEnd = event.type == EventType::WorkerComplete || event.type == EventType::WorkerFailed;
        return event.type == EventType::WorkerVerdict || event.type == EventType::WorkerReset ||
               event.type == EventType::FixAccepted || event.type == EventType::ApprovalRefused ||
               event.data.contains("trespasses"_L1) || (isEnd && m_issueModel->rowCount() > 0);
    });
    if (!m_evidenceTimer.isActive())
        m_evidenceTimer.start();
    if (judged)
        readIssues();
    showPlace();
}

void RunPanel::setRunTime(qint64 time)
{
    m_model->setRunTime(time);
    m_timeline->setRunTime(time);
    m_table->viewport()->update(); // Cells are read when they are shown; what is not shown need not know.
}

void RunPanel::showPlace()
{
    const QString noRun = tr("No run yet. Press Run to see it here.");
    m_noTasks->setText(!m_record ? noRun : tr("No task has this in any column."));
    m_noEvidence->setText(!m_record ? noRun : tr("This plan has no tasks to prove."));
    m_noIssues->setText(!m_record ? noRun : tr("No validation has found an issue."));
    m_place->setVisible(m_record);
    m_play->setVisible(m_record);
    if (!m_record)
        return;
    const QString place = tr("seq %1 of %2").arg(m_record->cursor()).arg(m_record->last());
    m_place->setText(m_record->isLive() ? tr("%1 · live").arg(place) : tr("%1 · go live").arg(place));
}

void RunPanel::showCurrent(const QString &id)
{
    const int row = m_model->rowOf(id);
    m_showing = true;
    const QModelIndex index = row < 0 ? QModelIndex() : m_sorted->mapFromSource(m_model->index(row, 0));
    m_table->setCurrentIndex(index);
    m_showing = false;
}

} // namespace baton
