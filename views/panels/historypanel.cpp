// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/historypanel.h"

#include "views/panels/chips.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDir>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
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
{
    constexpr int quiet = 300; // Milliseconds without a change of the folder before it is read again.
    setObjectName(u"history"_s);
    setAccessibleName(tr("History"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setProperty("look", u"mute"_s);
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setAccessibleName(tr("Earlier runs"));
    m_table->setToolTip(tr("Enter or a double click opens a run."));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(26);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->resizeSection(HistoryModel::StartedColumn, 160);
    m_table->horizontalHeader()->resizeSection(HistoryModel::WorkflowColumn, 260);
    m_table->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_hint, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(quiet);
    connect(&m_soon, &QTimer::timeout, this, &HistoryPanel::refresh);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_reading, &QFutureWatcher<QList<RunSummary>>::finished, this, &HistoryPanel::take);
    connect(m_table, &QTableView::doubleClicked, this, &HistoryPanel::open);
    connect(&theme, &Theme::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    m_table->hide();
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
