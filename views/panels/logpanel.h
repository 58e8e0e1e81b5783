// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/panels/ansitext.h"
#include "views/style/theme.h"

#include "views/panels/logsearch.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <atomic>
#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QScrollBar;
class QTextCharFormat;
class QToolButton;

namespace baton {

class LogTail;
class RunRecord;

/// What one task of a run has written: with its colours, safe to look at, followed while it grows, searched. Of a large
/// log a window is held; the scroll bar at the right goes over all of it.
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LogPanel(Theme &theme, QWidget *parent = nullptr);
    ~LogPanel() override;

    /// The record stays the caller's; null = no run.
    void setRecord(RunRecord *record);
    /// Shows the log of this task of the record.
    void showTask(const QString &id);
    /// Shows any log file; empty = none.
    void showFile(const QString &path);
    QString text() const; ///< Of the window.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    void fillTasks();
    void restart();
    void append(const QByteArray &bytes);
    void search(bool backward);
    bool findInWindow(bool backward);
    void searchBeyond(bool backward);
    void countSoon();
    void countPlaces();
    void takePlaces();
    void showCount();
    void showExtent();
    void goTo(qint64 place);
    void settle();
    void slide(bool back);
    qint64 topPlace() const;
    int blockOf(int line) const;
    QTextCharFormat formatOf(const AnsiStyle &style) const;
    void follow();
    bool isOver() const;
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
    QScrollBar *m_extent; ///< Over the whole file, where that is more than the window.
    int m_line = 0;       ///< That is being written, by the number the tail gives it.
    qint64 m_wanted = -1; ///< The line to be on top once the window is read.
    bool m_isSettled = false; ///< The window is read.
    bool m_selects = false; ///< And what is searched is to be found from there.
    QTimer m_goTimer;     ///< Many moves of the bar are one window.
    QTimer m_countTimer;  ///< Found places are counted anew a moment after the log has grown.
    using Cancelled = std::shared_ptr<std::atomic_bool>;
    Cancelled m_cancelled = std::make_shared<std::atomic_bool>(false);
    QFutureWatcher<LogPlaces> m_counting;
    std::optional<LogPlaces> m_places; ///< Around the window; none while they are counted.
    std::optional<bool> m_goesOn;      ///< Backward or not, as soon as they are.
    QString m_task;
};

} // namespace baton
