// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

#include <QHash>
#include <QList>

namespace baton {

/// A run as bars over time, from its events alone: one row for each task and gate that has begun, in the
/// order in which they began. Takes events as they come and does no work that grows with the run for each.
class Timeline
{
public:
    struct Bar
    {
        qint64 start = 0;
        qint64 end = 0; ///< 0 while it lasts.
        TaskState state = TaskState::Starting;
        int attempt = 1;
    };
    struct Row
    {
        QString id;
        bool isGate = false;
        GateState gate = GateState::Closed; ///< Of a gate, after the last event taken.
        int attempts = 0;
        QList<Bar> bars;
    };

    void clear();
    void take(const Event &event);

    const QList<Row> &rows() const { return m_rows; }
    int rowOf(const QString &id) const { return m_rowOf.value(id, -1); }
    qint64 start() const { return m_start; } ///< Of the first event; 0 without any.
    qint64 end() const { return m_end; }     ///< Of the latest event.

private:
    Row &row(const Event &event, bool isGate);
    void takeTask(const Event &event);
    void takeGate(const Event &event);
    /// Ends the open bar; where \a attemptState is given, all of the attempt's working bars take its colour.
    static void close(Row &row, qint64 time, std::optional<TaskState> attemptState = {});

    QList<Row> m_rows;
    QHash<QString, int> m_rowOf;
    qint64 m_start = 0;
    qint64 m_end = 0;
};

} // namespace baton
