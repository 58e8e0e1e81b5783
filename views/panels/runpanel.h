// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/event.h"
#include "views/style/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QAbstractItemModel;
class QButtonGroup;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QToolButton;
class QTreeView;

namespace baton {

class EmptyNote;
class EvidenceModel;
class IssueModel;
class RunRecord;
class RunTableModel;
class TimelineView;

/// A run as a timeline with a scrubber, as a table of its tasks, as what proves it, or as the issues that its validations
/// found.
/// Shows the journal and nothing else, so a run that goes on and one that is read again look the same.
class RunPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RunPanel(Theme &theme, QWidget *parent = nullptr);

    /// The record stays the caller's; null = no run.
    void setRecord(RunRecord *record);
    /// How late it is, where time goes on between the events of a run.
    void setRunTime(qint64 time);
    TimelineView *timelineView() const { return m_timeline; }
    QTableView *table() const { return m_table; }
    QTableView *issues() const { return m_issues; }
    QTreeView *evidence() const { return m_evidence; }
    QLineEdit *filter() const { return m_filter; }
    /// Shows one of the views: `timeline`, `table`, `evidence`, `issues`.
    void showView(const QString &name);
    /// Puts the table's current row on this task, without activated().
    void showCurrent(const QString &id);

signals:
    /// A task or a gate was picked: its id in the plan that runs. A further round or a fix task (`review#2`)
    /// has an id that the document need not know.
    void activated(const QString &id);
    /// Play the run from where the cursor stands.
    void playRequested();
    /// A verified file was chosen: its path relative to the workspace.
    void fileActivated(const QString &path);
    /// A fix phase is wanted for what this validation found.
    void fixPhaseRequested(const QString &validation);

private:
    QWidget *makeBar();
    void addViews(QLayout *layout);
    void makeEvidence();
    void readEvidence();
    void switchTo(int view);
    QTableView *makeTable(QAbstractItemModel *model, int idRole);
    void sizeColumns();
    void follow(const QList<Event> &events);
    void readIssues();
    void requestFixPhase();
    void showPlace();

    Theme &m_theme;
    QPointer<RunRecord> m_record;
    TimelineView *m_timeline;
    RunTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    IssueModel *m_issueModel;
    QTableView *m_issues;
    EvidenceModel *m_evidenceModel;
    QTreeView *m_evidence;
    QStackedWidget *m_views;
    QButtonGroup *m_choice = nullptr;
    QLineEdit *m_filter = nullptr;
    QTimer m_evidenceTimer;
    QToolButton *m_issueButton = nullptr;
    QList<QToolButton *> m_zoomButtons;
    QToolButton *m_play = nullptr;
    QToolButton *m_fixButton = nullptr; ///< While issues are shown.
    QToolButton *m_place = nullptr; ///< "seq 148 of 148 · live"; goes live.
    EmptyNote *m_noTasks = nullptr;
    EmptyNote *m_noEvidence = nullptr;
    EmptyNote *m_noIssues = nullptr;
    bool m_showing = false;
};

} // namespace baton
