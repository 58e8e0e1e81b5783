// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"
#include "views/style/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace baton {

class Meter;

/// What a run says about the node in the inspector: state, attempt, tokens, evidence, verdict; a gate's
/// criteria.
class RunDetails : public QFrame
{
    Q_OBJECT

public:
    explicit RunDetails(Theme &theme, QWidget *parent = nullptr);

    /// Hides itself where the run knows nothing about the task or gate \a id. \a time: how late it is, for what counts down.
    void setPlace(const RunPlan *plan, const RunState *state, const QString &id, qint64 time = 0);

signals:
    /// What the task that is shown did on its branch: its id in the run.
    void changesRequested(const QString &task);
    /// It is to be tried again.
    void retryRequested(const QString &task);

private:
    void showTask(const RunPlan &plan, const RunState &state, int task, qint64 time);
    void showGate(const RunPlan &plan, const RunState &state, int gate);
    void showFacts(const QStringList &lines);

    Theme &m_theme;
    QLabel *m_state;
    QLabel *m_side;
    Meter *m_meter;
    QLabel *m_facts;
    QPushButton *m_changes;
    QPushButton *m_retry;
    QString m_task;
};

} // namespace baton
