// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/panels/ansitext.h"
#include "views/style/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTextCharFormat;
class QToolButton;

namespace baton {

class LogTail;
class RunRecord;

/// What one task of a run has written: with its colours, safe to look at, followed while it grows, searched.
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LogPanel(Theme &theme, QWidget *parent = nullptr);

    /// The record stays the caller's; null = no run.
    void setRecord(RunRecord *record);
    /// Shows the log of this task of the record.
    void showTask(const QString &id);
    /// Shows any log file; empty = none.
    void showFile(const QString &path);
    QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    void fillTasks();
    void restart();
    void append(const QByteArray &bytes);
    void search(bool backward);
    void showCount();
    QTextCharFormat formatOf(const AnsiStyle &style) const;
    void follow();
    void showHint();

    Theme &m_theme;
    QPointer<RunRecord> m_record;
    LogTail *m_tail;
    AnsiText m_ansi;
    QPlainTextEdit *m_view;
    QLabel *m_hint;
    QComboBox *m_tasks = nullptr;
    QLineEdit *m_search = nullptr;
    QCheckBox *m_follow = nullptr;
    QLabel *m_found = nullptr; ///< "3 of 17"
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QTimer m_countTimer; ///< Found places are counted anew a moment after the log has grown.
    QString m_task;
};

} // namespace baton
