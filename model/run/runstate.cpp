// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/runstate.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A count as a journal may hold it; what is negative, no number or beyond all sense is 0.
qint64 countOf(const QJsonValue &value)
{
    const double number = value.toDouble(0);
    return number > 0 && number < 1e15 ? qint64(number) : 0;
}

} // namespace

QJsonObject RunSettings::toJson() const
{
    QJsonObject data{{u"approve"_s, nameOf(approve)},
                     {u"simulate"_s, simulate},
                     {u"seed"_s, qint64(seed)},
                     {u"speed"_s, speed}};
    if (where != RunWhere::Plan)
        data.insert(u"on"_s, nameOf(where));
    if (!governors.isEmpty()) {
        data.insert(u"governors"_s, baton::toJson(governors));
        data.insert(u"max_cost_usd"_s, maxCostUsd);
    }
    if (maxConcurrent)
        data.insert(u"max_concurrent"_s, *maxConcurrent);
    return data;
}

void RunSettings::update(const QJsonObject &data)
{
    if (const QJsonValue max = data.value("max_concurrent"_L1); max.isDouble())
        maxConcurrent = countOf(max);
    if (const auto mode = valueOf<ApproveMode>(data.value("approve"_L1).toString()))
        approve = *mode;
    simulate = data.value("simulate"_L1).toBool(simulate);
    where = valueOf<RunWhere>(data.value("on"_L1).toString()).value_or(where);
    if (const QJsonValue value = data.value("governors"_L1); value.isArray())
        governors = governorsFromJson(value.toArray());
    if (const QJsonValue value = data.value("max_cost_usd"_L1); value.isDouble())
        maxCostUsd = value.toDouble() > 0 && value.toDouble() < 1e12 ? value.toDouble() : 0;
    if (const QJsonValue value = data.value("seed"_L1); value.isDouble())
        seed = quint32(countOf(value) & 0xffffffff);
    const double factor = data.value("speed"_L1).toDouble(speed);
    if (std::isfinite(factor) && factor > 0)
        speed = factor;
}

Usage &Usage::operator+=(const Usage &other)
{
    inputTokens += other.inputTokens;
    outputTokens += other.outputTokens;
    cacheReadTokens += other.cacheReadTokens;
    cacheWriteTokens += other.cacheWriteTokens;
    reasoningTokens += other.reasoningTokens;
    costUsd += other.costUsd;
    return *this;
}

Usage Usage::fromJson(const QJsonObject &data)
{
    Usage usage;
    usage.inputTokens = countOf(data.value("input_tokens"_L1));
    usage.outputTokens = countOf(data.value("output_tokens"_L1));
    usage.cacheReadTokens = countOf(data.value("cache_read_tokens"_L1));
    usage.cacheWriteTokens = countOf(data.value("cache_write_tokens"_L1));
    usage.reasoningTokens = countOf(data.value("reasoning_tokens"_L1));
    const double cost = data.value("cost_usd"_L1).toDouble(0);
    usage.costUsd = cost > 0 && cost < 1e12 ? cost : 0;
    return usage;
}

bool operator==(const RunState &a, const RunState &b)
{
    return a.runId == b.runId && a.status == b.status && a.seq == b.seq && a.startedAt == b.startedAt &&
           a.endedAt == b.endedAt && a.now == b.now && a.tasks == b.tasks && a.gates == b.gates &&
           a.settings == b.settings && a.cancelling == b.cancelling && a.usage == b.usage &&
           a.budgetWarned == b.budgetWarned && a.budgetExceeded == b.budgetExceeded &&
           a.costExceeded == b.costExceeded && a.windows == b.windows &&
           bool(a.extended) == bool(b.extended) && a.refusedEvents == b.refusedEvents &&
           a.refusals == b.refusals;
}

qint64 workedFor(const TaskRun &run, qint64 now)
{
    const bool runs = run.state == TaskState::Starting || run.state == TaskState::Active || run.state == TaskState::Blocked;
    if (run.attempt == 0 || (!runs && run.endedAt == 0))
        return 0;
    qint64 until = runs ? now : run.endedAt;
    if (run.state == TaskState::Blocked)
        until = run.blockedAt;
    else if (run.queuedAt > 0)
        until = run.queuedAt;
    return std::max<qint64>(0, until - run.startedAt - run.waitedFor);
}

bool endedWith(const TaskRun &run, const QString &label)
{
    if (!run.outcome.isEmpty() && run.outcome == label)
        return true;
    if (!run.verdict)
        return false;
    return label == (run.verdict->approved ? "approved"_L1 : "rejected"_L1);
}

} // namespace baton
