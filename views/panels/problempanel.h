// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/problem.h"
#include "views/editing/document.h"
#include "views/panels/problemmodel.h"

#include <QPointer>
#include <QWidget>

#include <array>

class QAction;
class QLabel;
class QMenu;
class QTreeView;

namespace baton {

class ProblemFilter;
class ReasonBar;

/// All problems of the plan in groups, with a filter. A click selects what a problem is about; keys walk through them,
/// apply fixes and set problems aside with a reason, wherever the focus is.
class ProblemPanel : public QWidget
{
    Q_OBJECT

public:
    /// What somebody who picks a problem wants: to see what it is about, or to type in the field.
    enum class Attention { Look, Type };

    ProblemPanel(Document &document, Theme &theme, QWidget *parent = nullptr);

    void setProblems(const QList<Problem> &problems);
    /// What the plan has set aside; shown while it is wanted.
    void setSuppressed(const QList<SuppressedProblem> &aside);
    const QList<Problem> &problems() const { return m_problems; }
    int errorCount() const { return count(Severity::Error); }
    int warningCount() const { return count(Severity::Warning); }
    int infoCount() const { return count(Severity::Info); }
    /// Goes to a problem as if it had been picked in the list, filters or not.
    void reveal(const Problem &problem);
    /// Asks why this problem is to be set aside, and does it: at the selected task where several are concerned alike.
    void askReason(const Problem &problem);

    QAction *nextAction() const { return m_next; }         ///< F8
    QAction *previousAction() const { return m_previous; } ///< Shift+F8
    QAction *fixAction() const { return m_fix; }           ///< The first fix of the current problem.
    QAction *previewAction() const { return m_preview; }   ///< Shows on the canvas what that fix would do.
    QAction *menuAction() const { return m_menu; }         ///< What can be done about the current problem.
    QAction *fixAllAction() const { return m_fixAll; }     ///< The same for all problems of its rule.
    QAction *whyAction() const { return m_why; }           ///< The page of its rule; F1 in the list.
    QAction *setAsideAction() const { return m_setAside; } ///< The current problem's rule, at its task.

signals:
    /// Somebody wants to know more of a rule.
    void whyAsked(const QString &rule);
    void countsChanged();
    /// Somebody picked this problem; what it is about has been selected.
    void activated(const baton::Problem &problem, baton::ProblemPanel::Attention attention);
    /// A quick fix was chosen for one problem, or for several of one kind.
    void fixChosen(const QList<baton::Problem> &problems, const QString &fixId);
    void fixPreviewed(const baton::Problem &problem, const baton::QuickFix &fix);
    /// Whether setSuppressed() is wanted from now on.
    void suppressedWanted(bool wanted);
    /// A reason is about to be asked for in this panel; let it be seen.
    void reasonAsked();
    /// The page of all rules, at this one.
    void rulesRequested(const QString &rule);
    /// A sentence for the status bar.
    void hinted(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void makeList();
    void refresh();
    void refill();
    void step(int direction);
    void pick(const QModelIndex &index, Attention attention);
    void applyFirstFix();
    void applyAll();
    void setAside(const QString &reason);
    void restore(const SuppressedProblem &aside);
    void setSeverity(const QString &rule, std::optional<Severity> severity);
    QMenu *makeMenu(const Problem &problem);
    void popUpMenu();
    void showMenu(const QPoint &position);
    void updateActions();
    /// The current row's, where it is about what is selected; else the first of the selected node.
    const Problem *current() const;
    QList<Problem> alike(const Problem &problem) const;
    int count(Severity severity) const { return m_counts[size_t(severity)]; }

    Document &m_document;
    QList<Problem> m_problems;
    QList<SuppressedProblem> m_aside;
    std::array<int, 4> m_counts = {};
    ProblemModel *m_model;
    ProblemFilter *m_filter;
    QTreeView *m_list;
    QLabel *m_empty;
    ReasonBar *m_reason;
    QPointer<QWidget> m_focusBefore; ///< Who had the focus before the reason was asked for.
    NodeKey m_askedAt;   ///< The task that the reason is asked for,
    QString m_askedRule; ///< and what it sets aside.
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_fix = nullptr;
    QAction *m_preview = nullptr;
    QAction *m_menu = nullptr;
    QAction *m_fixAll = nullptr;
    QAction *m_setAside = nullptr;
    QAction *m_why = nullptr;
    bool m_stale = false;     ///< A list came while the panel was hidden.
    bool m_unvisited = false; ///< The current row has moved up to where a mended problem was.
    bool m_picking = false;   ///< The selection changes because a problem was picked.
};

} // namespace baton
