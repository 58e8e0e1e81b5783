// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"

#include <QList>

namespace baton {

/// What a run spent over time, against what its budgets allowed for what was done by then. From its events alone;
/// takes them as they come.
class TokenSeries
{
public:
    struct Point
    {
        qint64 time = 0;
        qint64 used = 0;    ///< Up to then.
        qint64 planned = 0; ///< Budgets × multiplier of the tasks that were complete by then.

        bool operator==(const Point &) const = default;
    };

    void clear() { *this = TokenSeries(); }
    void take(const Event &event);
    qsizetype size() const { return m_steps.size(); }
    qint64 start() const { return m_start; } ///< Of the first event; 0 without any.
    qint64 end() const { return m_end; }

    /// Of one phase of the plan, or of the whole run where \a phase is -1.
    QList<Point> points(const RunPlan &plan, int phase) const;

private:
    struct Step
    {
        qint64 time = 0;
        QString task;
        qint64 tokens = 0;
        bool completes = false;
    };
    QList<Step> m_steps;
    qint64 m_start = 0;
    qint64 m_end = 0;
};

} // namespace baton
