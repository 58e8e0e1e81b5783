// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/patterns/recognize.h"
#include "model/run/runstate.h"
#include "model/workflow/problem.h"
#include "views/editing/document.h"
#include "views/style/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace baton {

class FieldForm;
class FieldRow;
class HandOffBox;
class LineRow;
class PatternBox;
class ProblemBox;
class RunDetails;

/// Shows what is selected, field by field, and turns what is typed and chosen there into edits. With nothing
/// selected it shows the workflow itself; with several nodes the fields they share. Problems stand in the
/// field they are about.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    InspectorPanel(Document &document, Theme &theme, QWidget *parent = nullptr);
    ~InspectorPanel() override;

    void setProblems(const QList<Problem> &problems);
    /// Shows what this run says about the selected node; to be called again after each event. Both stay the
    /// caller's and must live until the next call; null = no run.
    void setRun(const RunPlan *plan, const RunState *state);
    /// How late it is in that run, where time goes on between its events.
    void setRunTime(qint64 time);
    /// Shown with the workflow itself.
    void setPatterns(const QList<FoundPattern> &patterns);
    /// Puts the cursor into that field of what is shown.
    void reveal(Field field);
    /// Opens the group with that field and scrolls to it; the focus stays where it is.
    void showField(Field field);
    /// What is shown; workflowKey alone with nothing selected.
    const QList<NodeKey> &shownKeys() const { return m_keys; }

signals:
    void promptRequested(baton::NodeKey key);
    void sourceRequested(baton::NodeKey key);
    /// What a task of the run did on its branch is asked for.
    void changesRequested(const QString &task);
    /// A FAILED task of the run is to be tried again.
    void retryRequested(const QString &task);
    /// These are to be selected and shown: what makes up a pattern.
    void nodesChosen(const QList<baton::NodeKey> &keys);
    /// A quick fix of a problem was chosen.
    void fixChosen(const baton::Problem &problem, const baton::QuickFix &fix);
    /// Somebody wants to know more of a rule.
    void whyAsked(const QString &rule);
    /// A problem is to be set aside at its task; the reason is still to be asked for.
    void setAsideAsked(const baton::Problem &problem);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void followSelection();
    void followChange(const Change &change);
    void showKeys(const QList<NodeKey> &keys);
    FieldForm *formFor(const QList<NodeKey> &keys);
    LineRow *titleRow(NodeKind kind) const; ///< Null for a note.
    FieldRow *unfold(Field field);
    void showHeader();
    void showPatterns();
    void showProblems();
    void showRun();
    QString subtitle() const;
    void buildHeader(QVBoxLayout *layout);
    QWidget *makeFooter();

    Document &m_document;
    Theme &m_theme;
    QList<NodeKey> m_keys;
    QList<Problem> m_problems;
    const RunPlan *m_plan = nullptr;
    const RunState *m_state = nullptr;
    qint64 m_runTime = 0;

    QScrollArea *m_scroll;
    QWidget *m_content;
    QVBoxLayout *m_forms;
    QHash<quint32, FieldForm *>
        m_formOf; ///< By the kinds shown together and whether there are several nodes.
    FieldForm *m_form = nullptr;
    QLabel *m_circle = nullptr;
    QLabel *m_heading = nullptr; ///< For what has no title of its own: notes, several nodes.
    LineRow *m_title = nullptr;
    LineRow *m_name = nullptr;
    QLabel *m_subtitle = nullptr;
    ProblemBox *m_general = nullptr; ///< Problems that no row shows.
    RunDetails *m_run = nullptr;
    HandOffBox *m_handOff = nullptr;
    PatternBox *m_patterns = nullptr;
    QPushButton *m_prompt = nullptr;
    QPushButton *m_source = nullptr;
    QTimer m_runTimer;
    bool m_stale = true; ///< Something changed while the panel was hidden.
};

} // namespace baton
