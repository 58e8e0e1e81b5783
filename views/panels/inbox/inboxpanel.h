// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/event.h"
#include "model/run/inbox.h"
#include "model/run/questions.h"
#include "views/style/theme.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QVBoxLayout;

namespace baton {

class InboxModel;
class IssueEditor;
class PromiseList;
class RunRecord;

/// Everything in a run that waits for a person, with what is needed to answer: what is asked, a checklist, files to
/// attach, issues, a note, buttons. Answers nothing itself.
class InboxPanel : public QWidget
{
    Q_OBJECT

public:
    /// Who drives the run that is shown.
    enum class Driver { Nobody, Here, Elsewhere };

    explicit InboxPanel(Theme &theme, QWidget *parent = nullptr);

    /// The record stays the caller's; null = no run.
    void setRecord(RunRecord *record);
    void setDriver(Driver driver);
    /// An answer was refused: it can be given again.
    void takeBack(const QString &subject);
    int count() const;
    /// Puts this question in front; false where it does not wait.
    bool show(const QString &subject);
    QListView *list() const { return m_list; }
    QComboBox *outcome() const { return m_outcome; } ///< Hidden where there is nothing to choose.
    PromiseList *promises() const { return m_promises; }
    /// The button for that answer to the current question; null where it does not fit.
    QPushButton *button(Action action) const { return m_buttons.value(action); }

signals:
    void countChanged(int count);
    void answered(const baton::Request &request);
    /// A question was picked: the id of its task or gate.
    void activated(const QString &id);
    void resumeRequested();
    void hinted(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeQuestion();
    QWidget *makeAnswer();
    void follow(const QList<Event> &events);
    void refreshSoon();
    void refresh();
    void showCurrent();
    void showForm();
    void fillOutcomes(const QStringList &outcomes);
    void showChecklist(const QStringList &lines);
    void showButtons();
    void updateButtons();
    void insist(const QString &sentence);
    void answer(Action action);
    QString missingPromise() const;
    QString hintText() const;

    Theme &m_theme;
    QPointer<RunRecord> m_record;
    Driver m_driver = Driver::Nobody;
    InboxModel *m_model;
    QListView *m_list;
    QLabel *m_empty;
    QSplitter *m_split;
    QLabel *m_title = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_details = nullptr;
    PromiseList *m_promises;
    IssueEditor *m_issues;
    QLabel *m_checklistTitle = nullptr;
    QLabel *m_promisesTitle = nullptr;
    QLabel *m_issuesTitle = nullptr;
    QVBoxLayout *m_checklist = nullptr;
    QLabel *m_outcomeTitle = nullptr;
    QComboBox *m_outcome = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_resume = nullptr;
    QHBoxLayout *m_buttonRow = nullptr;
    QHash<Action, QPushButton *> m_buttons;
    std::optional<Question> m_shown;
    QSet<QString> m_sent; ///< Subjects of answers that whoever drives the run has not taken yet.
    QTimer m_timer;
};

} // namespace baton
