// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runcompare.h"
#include "model/run/runfolder.h"
#include "views/style/theme.h"

#include <QAbstractTableModel>
#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace baton {

class CompareModel;

/// The runs of a folder, latest first.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StartedColumn, StateColumn, WorkflowColumn, DoneColumn, FolderColumn, ColumnCount };

    explicit HistoryModel(Theme &theme, QObject *parent = nullptr);

    void setRuns(const QList<RunSummary> &runs);
    const RunSummary &run(int row) const { return m_runs.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Theme &m_theme;
    QList<RunSummary> m_runs;
};

/// Earlier runs of the document's folder; Enter or a double click opens one, two that are selected are compared side by
/// side. Folder and runs are read by another thread.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(Theme &theme, QWidget *parent = nullptr);

    /// The folder of the workflow file, whose `.baton/runs` holds the runs; empty = none.
    void setFolder(const QString &folder);
    void refresh();
    int runCount() const { return m_model->rowCount(); }
    QTableView *table() const { return m_table; }
    QPushButton *compareButton() const { return m_compare; }
    QTableView *comparison() const { return m_comparison; }
    bool isComparing() const;

    QPushButton *reportButton() const { return m_report; }

signals:
    void activated(const QString &runFolder);
    /// The report of a run is wanted.
    void reportRequested(const QString &runFolder);
    void refreshed();
    /// Two runs stand side by side.
    void compared();
    /// A row of the comparison was picked: the id of a task or gate.
    void stepActivated(const QString &id);
    void hinted(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take();
    void open(const QModelIndex &index);
    QWidget *makeList();
    QWidget *makeComparison();
    void compare();
    void showComparison();
    void updateButtons();

    QString m_folder;
    HistoryModel *m_model;
    QTableView *m_table;
    QLabel *m_hint;
    QFutureWatcher<QList<RunSummary>> m_reading;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
    QStackedWidget *m_pages;
    QPushButton *m_open = nullptr;
    QPushButton *m_report = nullptr;
    QPushButton *m_compare = nullptr;
    CompareModel *m_compareModel;
    QTableView *m_comparison = nullptr;
    QLabel *m_compared = nullptr;
    using Outcomes = std::pair<Result<RunOutcome>, Result<RunOutcome>>;
    QFutureWatcher<Outcomes> m_comparing;
    bool m_again = false; ///< Asked for while reading.
};

} // namespace baton
