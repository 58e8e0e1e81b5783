// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/timeline.h"

using namespace Qt::StringLiterals;

namespace baton {

void Timeline::clear()
{
    *this = Timeline();
}

Timeline::Row &Timeline::row(const Event &event, bool isGate)
{
    auto found = m_rowOf.constFind(event.subject);
    if (found == m_rowOf.constEnd()) {
        found = m_rowOf.insert(event.subject, int(m_rows.size()));
        m_rows.append({.id = event.subject, .isGate = isGate});
    }
    return m_rows[*found];
}

void Timeline::close(Row &row, qint64 time, std::optional<TaskState> attemptState)
{
    if (row.bars.isEmpty())
        return;
    Bar &last = row.bars.last();
    if (last.end == 0)
        last.end = qMax(time, last.start);
    if (!attemptState)
        return;
    const int attempt = last.attempt;
    for (auto bar = row.bars.rbegin(); bar != row.bars.rend() && bar->attempt == attempt; ++bar) {
        const bool hasWaited = bar->state == TaskState::Starting && bar != row.bars.rbegin(); // in a queue
        if (bar->state != TaskState::Blocked && !hasWaited)
            bar->state = *attemptState;
    }
}

void Timeline::take(const Event &event)
{
    if (m_start == 0)
        m_start = event.time;
    m_end = qMax(m_end, event.time);
    takeTask(event);
    takeGate(event);
}

void Timeline::takeTask(const Event &event)
{
    const auto open = [&](Row &of, TaskState state) {
        of.bars.append({.start = event.time, .state = state, .attempt = of.attempts});
    };
    switch (event.type) {
    case EventType::WorkerStarted: {
        Row &of = row(event, false);
        close(of, event.time);
        ++of.attempts;
        open(of, TaskState::Starting);
        break;
    }
    case EventType::WorkerActive: {
        Row &of = row(event, false);
        const qint64 began = momentOf(event);
        const bool isOpen = !of.bars.isEmpty() && of.bars.last().end == 0;
        if (isOpen && event.data.contains("at"_L1) && began > of.bars.last().start)
            close(of, began); // what it waited for its turn
        if (!isOpen || of.bars.last().end != 0)
            open(of, TaskState::Active);
        of.bars.last().state = TaskState::Active;
        of.bars.last().start = qMin(of.bars.last().start, qMax(began, m_start));
        break;
    }
    case EventType::WorkerBlocked: {
        Row &of = row(event, false);
        close(of, event.time);
        open(of, TaskState::Blocked);
        break;
    }
    case EventType::WorkerUnblocked: {
        Row &of = row(event, false);
        close(of, event.time);
        open(of, TaskState::Active);
        break;
    }
    case EventType::WorkerComplete:
        close(row(event, false), momentOf(event), TaskState::Complete);
        break;
    case EventType::WorkerFailed:
        close(row(event, false), momentOf(event), TaskState::Failed);
        break;
    case EventType::WorkerCancelled:
        if (const int found = rowOf(event.subject); found >= 0)
            close(m_rows[found], event.time, TaskState::Cancelled);
        break;
    case EventType::WorkerReset:
        if (const int found = rowOf(event.subject); found >= 0)
            close(m_rows[found], event.time);
        break;
    default: // Everything else begins and ends nothing.
        break;
    }
}

void Timeline::takeGate(const Event &event)
{
    const auto end = [&](GateState state, TaskState color) {
        Row &of = row(event, true);
        of.gate = state;
        if (of.bars.isEmpty() || of.bars.last().end != 0)
            of.bars.append({.start = event.time, .attempt = ++of.attempts});
        of.bars.last().state = color;
        close(of, event.time);
    };
    switch (event.type) {
    case EventType::GateChecking: {
        Row &of = row(event, true);
        close(of, event.time);
        of.gate = GateState::Checking;
        of.bars.append({.start = event.time, .state = TaskState::Active, .attempt = ++of.attempts});
        break;
    }
    case EventType::GatePassed:
        end(GateState::Passed, TaskState::Complete);
        break;
    case EventType::GateFailed:
        end(GateState::Failed, TaskState::Failed);
        break;
    case EventType::GateSkipped:
        end(GateState::Skipped, TaskState::Skipped);
        break;
    case EventType::GateClosed:
        if (const int found = rowOf(event.subject); found >= 0)
            m_rows[found].gate = GateState::Closed;
        break;
    default:
        break;
    }
}

} // namespace baton
