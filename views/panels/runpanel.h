// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/event.h"
#include "views/style/theme.h"

#include <QPointer>
#include <QWidget>

class QAbstractItemModel;
class QButtonGroup;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace baton {

class IssueModel;
class RunRecord;
class RunTableModel;
class TimelineView;

/// A run as a timeline with a scrubber, as a table of its tasks, or as the issues that its validations found.
/// Shows the journal and nothing else, so a run that goes on and one that is read again look the same.
class RunPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RunPanel(Theme &theme, QWidget *parent = nullptr);

    /// The record stays the caller's; null = no run.
    void setRecord(RunRecord *record);
    TimelineView *timelineView() const { return m_timeline; }
    QTableView *table() const { return m_table; }
    QTableView *issues() const { return m_issues; }
    /// Puts the table's current row on this task, without activated().
    void showCurrent(const QString &id);

signals:
    /// A task or a gate was picked: its id in the plan that runs. A further round or a fix task (`review#2`)
    /// has an id that the document need not know.
    void activated(const QString &id);
    /// Play the run from where the cursor stands.
    void playRequested();

private:
    QWidget *makeBar();
    QTableView *makeTable(QAbstractItemModel *model, int idRole);
    void sizeColumns();
    void follow(const QList<Event> &events);
    void readIssues();
    void showPlace();

    Theme &m_theme;
    QPointer<RunRecord> m_record;
    TimelineView *m_timeline;
    RunTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    IssueModel *m_issueModel;
    QTableView *m_issues;
    QStackedWidget *m_views;
    QToolButton *m_issueButton = nullptr;
    QToolButton *m_play = nullptr;
    QToolButton *m_place = nullptr; ///< "seq 148 of 148 · live"; goes live.
    bool m_showing = false;
};

} // namespace baton
