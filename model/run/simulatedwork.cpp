// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/simulatedwork.h"

#include "model/base/duration.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 defaultDuration = 3000;

/// FNV-1a: a hash that is the same on every machine and in every release, unlike qHash().
quint32 stableHash(const QString &text)
{
    quint32 hash = 2166136261u;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 16777619u;
    return hash;
}

/// The first declared outcome with which the plan goes on: one that a branch takes or that ends a repeat.
QString outcomeOf(const RunPlan &plan, int index)
{
    const PlanTask &task = plan.tasks.at(index);
    const QStringList &declared = task.task->outcomes;
    const auto isUsed = [&](const QString &label) {
        if (task.branches.contains(label))
            return true;
        const auto phases = plan.links.repeatsOnTask.of(index);
        return std::any_of(phases.begin(), phases.end(),
                           [&](int phase) { return plan.phases.at(phase).untilLabel == label; });
    };
    for (const QString &label : declared) {
        if (isUsed(label))
            return label;
    }
    return declared.value(0);
}

} // namespace

SimulatedWork simulatedWork(const RunPlan &plan, int index, int attempt, quint32 seed)
{
    const PlanTask &task = plan.tasks.at(index);
    // What a real executor's options mean by these names is not for a simulation to guess.
    const QJsonObject options = task.isSimulated ? task.executor.options : QJsonObject();
    SimulatedWork work;
    work.duration = Duration{options.value("duration"_L1).toVariant().toString()}.milliseconds().value_or(
        defaultDuration);
    const double tokens = options.value("tokens"_L1).toDouble(double(task.task->budgetTokens.value_or(0)));
    work.tokens = tokens > 0 && tokens < 1e15 ? qint64(tokens) : 0;
    work.outcome = options.value("outcome"_L1).toString();
    if (work.outcome.isEmpty())
        work.outcome = outcomeOf(plan, index);
    if (task.isValidation || task.task->verdict)
        work.verdict = Verdict{true, {}};
    if (const double probability = options.value("fail"_L1).toDouble(0); probability > 0) {
        const quint32 seeds[] = {seed, stableHash(task.id), quint32(attempt)};
        work.fails = QRandomGenerator(seeds).generateDouble() < probability;
    }
    return work;
}

QList<Event> endingOf(const RunPlan &plan, int task, const SimulatedWork &work)
{
    const QString id = plan.tasks.at(task).id;
    QList<Event> events;
    events.reserve(4);
    if (work.tokens > 0) {
        const qint64 input = work.tokens * 3 / 4; // Agents read more than they write.
        events.append({0,
                       0,
                       id,
                       EventType::WorkerUsage,
                       {{u"input_tokens"_s, input}, {u"output_tokens"_s, work.tokens - input}}});
    }
    if (work.fails) {
        events.append({0, 0, id, EventType::WorkerFailed, {{u"reason"_s, u"simulated failure"_s}}});
        return events;
    }
    if (!work.outcome.isEmpty())
        events.append({0, 0, id, EventType::WorkerOutcome, {{u"outcome"_s, work.outcome}}});
    if (work.verdict)
        events.append({0,
                       0,
                       id,
                       EventType::WorkerVerdict,
                       {{u"verdict"_s, work.verdict->approved ? u"approved"_s : u"rejected"_s},
                        {u"issues"_s, work.verdict->issues}}});
    events.append({0, 0, id, EventType::WorkerComplete, {}});
    return events;
}

} // namespace baton
