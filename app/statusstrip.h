// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QTimer;
class QToolButton;

namespace baton {

struct Contents;

/// The line at the bottom: how many errors, what the plan holds, where a run stands, the zoom. Hints appear in it for
/// a few seconds.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void setProblems(int errors, int warnings);
    /// Until the next setProblems(): nobody knows yet.
    void setChecking();
    void setPlan(const Contents &contents);
    /// How many questions wait for a person; the button for them is shown where there are any.
    void setWaiting(int count);
    /// Who drives the run that is shown, where it is not this program; empty = nothing to say.
    void setDriver(const QString &text);
    void setWave(const QString &text);
    void setCriticalPath(const QString &text);
    void setZoom(qreal zoom);
    void hint(const QString &sentence);
    QString hintText() const;

signals:
    void problemsClicked();
    void waitingClicked();

private:
    QToolButton *m_problems;
    QToolButton *m_waiting;
    QLabel *m_driver;
    QLabel *m_plan;
    QLabel *m_wave;
    QLabel *m_hint;
    QLabel *m_criticalPath;
    QLabel *m_zoom;
    QTimer *m_hintTimer;
};

} // namespace baton
