// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/problem.h"
#include "views/editing/document.h"
#include "views/panels/problemmodel.h"

#include <QWidget>

#include <array>

class QAction;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTreeView;

namespace baton {

/// All problems of the plan in groups, with a filter. A click selects what a problem is about; Enter, a
/// button or the menu applies a fix.
class ProblemPanel : public QWidget
{
    Q_OBJECT

public:
    ProblemPanel(Document &document, Theme &theme, QWidget *parent = nullptr);

    void setProblems(const QList<Problem> &problems);
    const QList<Problem> &problems() const { return m_problems; }
    int errorCount() const { return count(Severity::Error); }
    int warningCount() const { return count(Severity::Warning); }
    int infoCount() const { return count(Severity::Info); }

    QAction *nextAction() const { return m_next; }         ///< F8
    QAction *previousAction() const { return m_previous; } ///< Shift+F8
    QAction *fixAction() const { return m_fix; }           ///< The first fix of the current problem.
    QAction *previewAction() const { return m_preview; }   ///< Shows on the canvas what that fix would do.
    QAction *fixAllAction() const { return m_fixAll; }     ///< The same for all problems of its rule.
    QAction *whyAction() const { return m_why; }           ///< The page of its rule; F1 in the list.

signals:
    /// Somebody wants to know more of a rule.
    void whyAsked(const QString &rule);
    void countsChanged();
    /// Somebody picked this problem; what it is about has been selected.
    void activated(const baton::Problem &problem);
    /// A quick fix was chosen for one problem, or for several of one kind.
    void fixChosen(const QList<baton::Problem> &problems, const QString &fixId);
    void fixPreviewed(const baton::Problem &problem, const baton::QuickFix &fix);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHBoxLayout *makeBar();
    QToolButton *makeSwitch(Severity severity);
    void makeActions();
    void makeList();
    void refresh();
    void showCounts();
    void step(int direction);
    void pick(const QModelIndex &index);
    void applyFirstFix();
    void applyAll();
    void showMenu(const QPoint &position);
    void updateActions();
    const Problem *current() const;
    int count(Severity severity) const { return m_counts[size_t(severity)]; }

    Document &m_document;
    Theme &m_theme;
    QList<Problem> m_problems;
    std::array<int, 4> m_counts = {};
    ProblemModel *m_model;
    QTreeView *m_list;
    QLabel *m_empty;
    QLineEdit *m_filter = nullptr;
    QComboBox *m_grouping = nullptr;
    QList<std::pair<Severity, QToolButton *>> m_switches;
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_fix = nullptr;
    QAction *m_preview = nullptr;
    QAction *m_fixAll = nullptr;
    QAction *m_why = nullptr;
    bool m_stale = false; ///< A list came while the panel was hidden.
};

} // namespace baton
