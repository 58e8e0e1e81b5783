// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/tokenseries.h"

#include "views/panels/runfacts.h"

namespace baton {

void TokenSeries::take(const Event &event)
{
    if (m_start == 0)
        m_start = event.time;
    m_end = qMax(m_end, event.time);
    if (event.type == EventType::WorkerUsage)
        m_steps.append({event.time, event.subject, Usage::fromJson(event.data).total(), false});
    else if (event.type == EventType::WorkerComplete)
        m_steps.append({event.time, event.subject, 0, true});
}

QList<TokenSeries::Point> TokenSeries::points(const RunPlan &plan, int phase) const
{
    QList<Point> points{{m_start, 0, 0}};
    QList<bool> isComplete(plan.tasks.size(), false); // Done again after a reset is planned once.
    for (const Step &step : m_steps) {
        const int task = plan.indexOfTask(step.task);
        if (task < 0 || (phase >= 0 && plan.tasks.at(task).phase != phase))
            continue;
        Point point = points.last();
        point.time = step.time;
        point.used += step.tokens;
        if (step.completes && !isComplete.at(task)) {
            isComplete[task] = true;
            point.planned += RunFacts::plannedTokens(plan, task).value_or(0);
        }
        if (point.time == points.last().time)
            points.last() = point;
        else
            points.append(point);
    }
    return points;
}

} // namespace baton
