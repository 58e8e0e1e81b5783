// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/console.h"
#include "model/run/runstate.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMap>
#include <QObject>
#include <QTimer>

namespace baton {

/// Shows a run as it goes: one line for what happened; on a terminal also, below them, what is under way. With events
/// wanted, the journal's lines as they are and nothing else.
class RunView : public QObject
{
    Q_OBJECT

public:
    enum class Style { Text, Events };

    RunView(Console &console, Style style, QObject *parent = nullptr);
    ~RunView() override;

    /// \a state is the one after the last of the events.
    void show(const QList<Event> &events, const RunPlan &plan, const RunState &state);
    /// Takes what is under way off the screen, so that others can write there.
    void rest();
    /// Draws nothing of what is under way for a while: somebody is asked something.
    void setStill(bool still);
    /// The last lines: how it ended, where it is kept and what can be done now. \a plan is planOf() the state.
    void conclude(const RunPlan &plan, const RunState &state, const QString &runDir);

private:
    /// A task under way.
    struct Line
    {
        QString id;
        QString persona;
        QString detail;
        bool isBlocked = false;
        qint64 since = 0; ///< Milliseconds on m_clock.
    };
    /// What a task adds to the totals.
    struct Share
    {
        bool isDone = false;
        qint64 tokens = 0;
    };
    void takeIn(const PlanTask &task, const TaskRun &run, int index);
    void writeLine(const Event &event);
    void writeWaiting(const QList<Event> &events, const RunPlan &plan, const RunState &state);
    void redraw();
    QString bar() const;

    Console &m_console;
    Style m_style;
    QTimer m_tick;
    QElapsedTimer m_clock;
    QMap<int, Line> m_underWay; ///< By the task's index.
    QStringList m_waiting; ///< Who waits for a limit.
    QList<Share> m_shares;
    qint64 m_startedAt = 0;
    qint64 m_tokens = 0;
    qsizetype m_done = 0;
    QHash<int, QString> m_queued; ///< What was said of each task.
    int m_drawn = 0; ///< Lines of the block on the screen.
    int m_turn = 0;
    bool m_still = false;
};

} // namespace baton
