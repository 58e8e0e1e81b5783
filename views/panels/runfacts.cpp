// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/runfacts.h"

#include "model/run/fixphase.h"
#include "views/panels/inspector/fieldtext.h"

using namespace Qt::StringLiterals;

namespace baton {

int RunFacts::taskOf(const RunPlan &plan, const RunState &state, const QString &id)
{
    int index = plan.indexOfTask(id);
    // A fix phase that the document has taken over from the run.
    for (int other = 0; index < 0 && other < plan.tasks.size() && state.extended; ++other) {
        if (plan.tasks.at(other).id.contains(u'#') && idInDocument(plan.tasks.at(other).id) == id)
            return other;
    }
    for (int round = 2; index >= 0; ++round) {
        const int next = plan.indexOfTask(id + u'#' + QString::number(round));
        if (next < 0 || next >= state.tasks.size() || state.tasks.at(next).attempt == 0)
            return index;
        index = next;
    }
    return -1;
}

QString RunFacts::titleOf(const RunPlan &plan, const QString &id)
{
    if (const int task = plan.indexOfTask(id); task >= 0) {
        const PlanTask &planned = plan.tasks.at(task);
        const QString title = planned.task->displayTitle();
        return planned.round > 1 ? title + u" #"_s + QString::number(planned.round) : title;
    }
    const int gate = plan.indexOfGate(id);
    return gate >= 0 ? plan.gates.at(gate).gate->displayTitle() : id;
}

std::optional<qint64> RunFacts::plannedTokens(const RunPlan &plan, int task)
{
    const qint64 planned = plan.tasks.at(task).plannedTokens;
    return planned > 0 ? std::optional(planned) : std::nullopt;
}

std::optional<qint64> RunFacts::tokenLimit(const RunPlan &plan)
{
    if (plan.contents.info.budgetTokens)
        return plan.contents.info.budgetTokens;
    qint64 planned = 0;
    for (int task = 0; task < plan.tasks.size(); ++task)
        planned += plannedTokens(plan, task).value_or(0);
    return planned > 0 ? std::optional(planned) : std::nullopt;
}

QString RunFacts::durationText(qint64 milliseconds)
{
    const qint64 seconds = (milliseconds + 500) / 1000;
    if (milliseconds < 10'000)
        return tr("%1 s", "seconds").arg(double(milliseconds) / 1000, 0, 'f', 1);
    if (seconds < 60)
        return tr("%1 s", "seconds").arg(seconds);
    if (seconds < 3600)
        return seconds % 60 ? tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'))
                            : tr("%1 min", "minutes").arg(seconds / 60);
    return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QChar(u'0'));
}

namespace {

bool isDone(const TaskRun &run)
{
    return run.state == TaskState::Complete || run.state == TaskState::Skipped;
}

} // namespace

QList<CriterionResult> RunFacts::criteria(const RunPlan &plan, const RunState &state, int gate)
{
    const PlanGate &planned = plan.gates.at(gate);
    const GateRun &run = state.gates.at(gate);
    if (!run.criteria.isEmpty() && (run.state == GateState::Passed || run.state == GateState::Failed))
        return run.criteria;
    int done = 0, files = 0, expected = 0, validations = 0, approvals = 0;
    for (int task : planned.scope) {
        const TaskRun &taskRun = state.tasks.at(task);
        const PlanTask &planTask = plan.tasks.at(task);
        done += isDone(taskRun) ? 1 : 0;
        if (taskRun.state != TaskState::Skipped) {
            const int named = int(planTask.task->evidence.size() + planTask.task->deliverables.size());
            expected += named;
            files += qMin(named, int(taskRun.evidence.size()));
        }
        if (!planTask.validates.isEmpty() || planTask.task->verdict) {
            ++validations;
            approvals += taskRun.verdict && taskRun.verdict->approved ? 1 : 0;
        }
    }
    const int scope = int(planned.scope.size());
    QList<CriterionResult> results;
    for (const QString &name : planned.criteria) {
        CriterionResult result{name, false, {}};
        switch (valueOf<Criterion>(name).value_or(Criterion::Complete)) {
        case Criterion::Complete:
            result.holds = done == scope;
            result.saw = tr("%1 of %n task(s) complete", nullptr, scope).arg(done);
            break;
        case Criterion::Evidence:
            result.holds = files == expected && done == scope;
            result.saw = tr("evidence: %1 of %n file(s) verified", nullptr, expected).arg(files);
            break;
        case Criterion::Approved:
            result.holds = approvals == validations;
            result.saw = tr("approved: %1 of %n validation(s)", nullptr, validations).arg(approvals);
            break;
        case Criterion::SignedOff:
            result.saw = tr("signed off: @%1 pending").arg(planned.gate->signOff.join(u", @"_s));
            break;
        }
        results += result;
    }
    return results;
}

int RunFacts::currentGate(const RunPlan &plan, const RunState &state)
{
    for (int gate = 0; gate < plan.gates.size() && gate < state.gates.size(); ++gate) {
        const GateState now = state.gates.at(gate).state;
        if (now != GateState::Passed && now != GateState::Skipped)
            return gate;
    }
    return -1;
}

QString RunFacts::verdictText(const TaskRun &run)
{
    if (!run.verdict)
        return {};
    const QString word = run.verdict->approved ? tr("approved") : tr("rejected");
    const int issues = int(run.verdict->issues.size());
    if (run.verdict->isSoFar)
        return tr("%n issue(s) so far", nullptr, issues);
    return issues ? tr("%1, %n issue(s)", nullptr, issues).arg(word) : word;
}

QString RunFacts::outcomeText(const RunPlan &plan, const RunState &state, int task)
{
    const TaskRun &run = state.tasks.at(task);
    if (run.verdict)
        return verdictText(run);
    for (const QString &text : {run.outcome, run.reason}) {
        if (!text.isEmpty())
            return text;
    }
    return isOnlySimulated(plan, state, task) ? tr("only simulated") : QString();
}

bool RunFacts::isOnlySimulated(const RunPlan &plan, const RunState &state, int task)
{
    return !state.settings.simulate && plan.tasks.at(task).isSimulated;
}

QString RunFacts::tokensText(qint64 used, std::optional<qint64> limit, double warnAt)
{
    if (!limit)
        return tr("%1 tokens").arg(FieldText::shortened(used));
    const QString text = tr("%1 of %2").arg(FieldText::shortened(used), FieldText::shortened(*limit));
    return warnAt > 0 && warnAt < 1 ? tr("%1 · warn at %2 %").arg(text).arg(qRound(warnAt * 100)) : text;
}

QString RunFacts::handOffText(const HandOff &handOff, const QString &other)
{
    QString text = handOff.files.isEmpty() ? other : tr("%1: %2", "task, files").arg(other, handOff.files.join(u", "_s));
    if (!handOff.checklist.isEmpty())
        text += u"; "_s + tr("promised: %1").arg(handOff.checklist.join(u", "_s));
    return text;
}

} // namespace baton
