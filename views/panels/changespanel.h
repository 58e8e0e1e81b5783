// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/worktrees/changes.h"
#include "views/style/theme.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPlainTextEdit;
class QSplitter;

namespace baton {

class ChoiceBox;
class DiffColors;
class RunRecord;
struct Event;

/// What a task of a run with worktrees changed on its branch: its files, and the diff. Read by git beside the thread
/// that shows it, when somebody looks.
class ChangesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesPanel(Theme &theme, QWidget *parent = nullptr);

    /// The record stays the caller's; null = no run.
    void setRecord(RunRecord *record);
    /// Shows what this task of the record changed.
    void showTask(const QString &id);
    /// Whether the record is of a run that has branches to show.
    bool hasBranches() const;

signals:
    /// The panel shows what was last asked for.
    void loaded();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void fillTasks();
    void follow(const QList<Event> &events);
    void load();
    void display(const QString &task, const Result<TaskChanges> &changes);
    void say(const QString &hint);
    void goTo(const QListWidgetItem *file);

    Theme &m_theme;
    QPointer<RunRecord> m_record;
    ChoiceBox *m_tasks = nullptr;
    QLabel *m_about = nullptr;
    QSplitter *m_parts;
    QListWidget *m_files;
    QPlainTextEdit *m_diff;
    DiffColors *m_colors;
    QLabel *m_hint;
    QString m_task;
    bool m_stale = true;   ///< What is shown is not what the task has now.
    bool m_loading = false;
};

} // namespace baton
