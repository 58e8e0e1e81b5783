// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"
#include "views/style/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace baton {

class Meter;

/// The criteria of the gate that a run works towards, with what they see, and the tokens spent so far.
class RunSummaryBox : public QWidget
{
    Q_OBJECT

public:
    explicit RunSummaryBox(Theme &theme, QWidget *parent = nullptr);

    /// Both stay the caller's and must live until the next call; null = no run. Cheap: what is shown follows
    /// at most ten times a second.
    void setRun(const RunPlan *plan, const RunState *state);
    /// The id of a gate to show instead of the current one; empty = the current one.
    void setGate(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void refreshCriteria(const RunPlan &plan);
    void fitCriteria();

    Theme &m_theme;
    const RunPlan *m_plan = nullptr;
    const RunState *m_state = nullptr;
    QString m_gate;
    QTimer m_timer;
    QLabel *m_gateTitle;
    QLabel *m_criteria;
    QScrollArea *m_scroll;
    QLabel *m_tokensTitle;
    Meter *m_meter;
    QLabel *m_tokens;
};

/// The criteria as lines with a circle or a tick, for a label.
QString criteriaHtml(const QList<CriterionResult> &criteria, GateState state, const Theme &theme);

} // namespace baton
