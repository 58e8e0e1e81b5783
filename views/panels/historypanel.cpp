// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/historypanel.h"

#include "views/panels/chips.h"
#include "views/panels/comparemodel.h"
#include "views/style/icons.h"
#include "views/widgets/columnfit.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDir>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QColor statusInk(RunStatus status, const Theme &theme)
{
    switch (status) {
    case RunStatus::Complete:
        return theme.stateInk(TaskState::Complete);
    case RunStatus::Failed:
        return theme.stateInk(TaskState::Failed);
    case RunStatus::Running:
        return theme.stateInk(TaskState::Active);
    case RunStatus::Waiting:
    case RunStatus::Paused:
    case RunStatus::Planned:
    case RunStatus::Cancelled:
        break;
    }
    return theme.palette().mute;
}

void dressTable(QTableView *table)
{
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(26);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

HistoryModel::HistoryModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void HistoryModel::setRuns(const QList<RunSummary> &runs)
{
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int HistoryModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const RunSummary &run = m_runs.at(index.row());
    if (role == Qt::ForegroundRole)
        return index.column() == StateColumn    ? statusInk(run.state, m_theme)
               : index.column() == FolderColumn ? m_theme.palette().mute
                                                : m_theme.palette().ink;
    if (role == Qt::ToolTipRole)
        return plainTip(run.dir);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case StartedColumn:
        return run.started
                   ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(run.started), QLocale::ShortFormat)
                   : QString();
    case StateColumn:
        // A run that says RUNNING with nobody driving it was cut off, and can be resumed.
        return run.state == RunStatus::Running && !run.isDriven ? tr("interrupted") : nameOf(run.state);
    case WorkflowColumn:
        return run.workflow;
    case DoneColumn:
        return tr("%1 of %2", "tasks complete").arg(run.complete).arg(run.total);
    case FolderColumn:
        return QDir(run.dir).dirName();
    }
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StartedColumn:
        return tr("Started");
    case StateColumn:
        return tr("State");
    case WorkflowColumn:
        return tr("Workflow");
    case DoneColumn:
        return tr("Complete");
    case FolderColumn:
        return tr("Folder");
    }
    return {};
}

HistoryPanel::HistoryPanel(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new HistoryModel(theme, this))
    , m_table(new QTableView(this))
    , m_hint(new QLabel(tr("No runs yet."), this))
    , m_pages(new QStackedWidget(this))
    , m_compareModel(new CompareModel(theme, this))
{
    constexpr int quiet = 300; // Milliseconds without a change of the folder before it is read again.
    setObjectName(u"history"_s);
    setAccessibleName(tr("History"));
    m_pages->addWidget(makeList());
    m_pages->addWidget(makeComparison());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_soon.setSingleShot(true);
    m_soon.setInterval(quiet);
    connect(&m_soon, &QTimer::timeout, this, &HistoryPanel::refresh);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_reading, &QFutureWatcher<QList<RunSummary>>::finished, this, &HistoryPanel::take);
    connect(&m_comparing, &QFutureWatcher<Outcomes>::finished, this, &HistoryPanel::showComparison);
    connect(m_table, &QTableView::doubleClicked, this, &HistoryPanel::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPanel::updateButtons);
    connect(&theme, &Theme::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, m_comparison->viewport(), qOverload<>(&QWidget::update));
    m_table->hide();
    updateButtons();
}

QWidget *HistoryPanel::makeList()
{
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setProperty("look", u"mute"_s);
    m_table->setModel(m_model);
    dressTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAccessibleName(tr("Earlier runs"));
    m_table->setToolTip(tr("Enter or a double click opens a run. Select two to compare them."));
    new ColumnFit(m_table->horizontalHeader(), {{130, 170}, {90, 110}, {130, 260, 1}, {80, 100}, {150, 220, 1}});
    m_table->installEventFilter(this);
    m_open = new QPushButton(tr("Open"), this);
    m_report = new QPushButton(tr("Report"), this);
    m_report->setToolTip(tr("Shows the report that was written when the run ended."));
    m_compare = new QPushButton(tr("Compare"), this);
    m_compare->setToolTip(tr("Shows two selected runs side by side."));
    connect(m_open, &QPushButton::clicked, this, [this] { open(m_table->currentIndex()); });
    connect(m_report, &QPushButton::clicked, this, [this] { emit reportRequested(m_model->run(m_table->currentIndex().row()).dir); });
    connect(m_compare, &QPushButton::clicked, this, &HistoryPanel::compare);
    auto *list = new QWidget(this);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 4, 10, 4);
    bar->setSpacing(8);
    bar->addStretch();
    bar->addWidget(m_open);
    bar->addWidget(m_report);
    bar->addWidget(m_compare);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_hint, 1);
    return list;
}

QWidget *HistoryPanel::makeComparison()
{
    auto *page = new QWidget(this);
    auto *back = new QPushButton(themedIcon(u"undo"_s), tr("All runs"), page);
    back->setObjectName(u"allRuns"_s);
    m_compared = new QLabel(page);
    m_compared->setProperty("look", u"mute"_s);
    m_compared->setTextFormat(Qt::PlainText);
    m_compared->setWordWrap(true);
    m_comparison = new QTableView(page);
    m_comparison->setModel(m_compareModel);
    dressTable(m_comparison);
    m_comparison->setAccessibleName(tr("Two runs side by side"));
    // Name; of either run its state, time, tokens and verdict.
    new ColumnFit(m_comparison->horizontalHeader(),
                  {{130, 220, 1}, {92, 112}, {92, 112}, {84, 100}, {84, 100}, {70, 90}, {70, 90}, {84, 112}, {84, 112}});
    connect(back, &QPushButton::clicked, this, [this] { m_pages->setCurrentIndex(0); });
    connect(m_comparison->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection &selected) {
        if (!selected.isEmpty())
            emit stepActivated(selected.indexes().first().data(CompareModel::IdRole).toString());
    });
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 4, 10, 4);
    bar->setSpacing(12);
    bar->addWidget(back);
    bar->addWidget(m_compared, 1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_comparison, 1);
    return page;
}

bool HistoryPanel::isComparing() const
{
    return m_pages->currentIndex() == 1;
}

void HistoryPanel::updateButtons()
{
    const qsizetype selected = m_table->selectionModel()->selectedRows().size();
    m_open->setEnabled(selected == 1);
    const QModelIndex current = m_table->currentIndex();
    m_report->setEnabled(selected == 1 && current.isValid() && m_model->run(current.row()).state != RunStatus::Running);
    m_compare->setEnabled(selected == 2 && !m_comparing.isRunning());
}

/// The earlier one first.
void HistoryPanel::compare()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() != 2 || m_comparing.isRunning())
        return;
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() > b.row(); });
    m_comparing.setFuture(QtConcurrent::run([first = m_model->run(rows.first().row()).dir, second = m_model->run(rows.last().row()).dir] {
        return Outcomes(outcomeOf(first), outcomeOf(second));
    }));
    updateButtons();
}

void HistoryPanel::showComparison()
{
    updateButtons();
    const Outcomes outcomes = m_comparing.result();
    for (const Result<RunOutcome> *outcome : {&outcomes.first, &outcomes.second}) {
        if (!*outcome)
            return emit hinted(outcome->error().message);
    }
    m_compareModel->setRuns(*outcomes.first, *outcomes.second);
    m_compared->setText(m_compareModel->summary());
    m_pages->setCurrentIndex(1);
    m_comparison->setFocus();
    emit compared();
}

void HistoryPanel::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_model->setRuns({});
    refresh();
}

void HistoryPanel::refresh()
{
    if (m_reading.isRunning()) {
        m_again = true;
        return;
    }
    if (const QStringList watched = m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    if (m_folder.isEmpty()) {
        take();
        return;
    }
    const QDir folder(m_folder);
    for (const QString &below : {u".baton/runs"_s, u".baton"_s, u"."_s}) {
        if (folder.exists(below)) { // The nearest that is there tells of what comes.
            m_watcher.addPath(folder.filePath(below));
            break;
        }
    }
    m_reading.setFuture(QtConcurrent::run([path = m_folder] { return listRuns(path); }));
}

void HistoryPanel::take()
{
    if (std::exchange(m_again, false)) {
        refresh();
        return;
    }
    const bool read = !m_folder.isEmpty() && m_reading.future().isResultReadyAt(0);
    m_model->setRuns(read ? m_reading.result() : QList<RunSummary>());
    m_table->setVisible(m_model->rowCount() > 0);
    m_hint->setVisible(m_model->rowCount() == 0);
    emit refreshed();
}

void HistoryPanel::open(const QModelIndex &index)
{
    if (index.isValid())
        emit activated(m_model->run(index.row()).dir);
}

bool HistoryPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            open(m_table->currentIndex());
            return true;
        }
        if (key == Qt::Key_F5) {
            refresh();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace baton
