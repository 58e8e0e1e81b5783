// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/gatecheck.h"

#include "model/base/glob.h"
#include "model/run/decisions.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Says what each criterion sees; the sentences stand in the journal and in the desktop's matrix.
class GateCheck
{
    Q_DECLARE_TR_FUNCTIONS(baton::GateCheck)

public:
    GateCheck(const RunPlan &plan, const RunState &state, int gate)
        : m_plan(plan)
        , m_state(state)
        , m_gate(plan.gates.at(gate))
        , m_run(state.gates.at(gate))
        , m_index(gate)
        , m_scope(fullScope(plan, state, gate))
    {
    }

    CriterionResult check(const QString &criterion) const
    {
        const auto known = valueOf<Criterion>(criterion);
        if (!known)
            return {criterion, false, tr("Baton knows no such criterion.")};
        switch (*known) {
        case Criterion::Complete:
            return complete(criterion);
        case Criterion::Evidence:
            return evidence(criterion);
        case Criterion::Approved:
            return approved(criterion);
        case Criterion::SignedOff:
            return signedOff(criterion);
        }
        return {criterion, false, {}};
    }

    /// Not among a gate's criteria: it speaks up only where files were written by the wrong task.
    static CriterionResult ownership(const RunPlan &plan, const RunState &state, const QList<int> &trespassers)
    {
        QStringList writes;
        for (const int task : trespassers) {
            for (const Trespass &trespass : state.tasks.at(task).trespasses) {
                const QString sentence = trespass.isDeleted ? tr("%1 deleted %2, which %3 owns") : tr("%1 wrote %2, which %3 owns");
                if (trespass.certain)
                    writes += sentence.arg(plan.tasks.at(task).id, trespass.path, trespass.owner);
            }
        }
        return {u"ownership"_s, false, tr("Files of others: %1.").arg(listed(writes))};
    }

private:
    CriterionResult complete(const QString &criterion) const
    {
        QStringList bad;
        for (const int task : m_scope) {
            const TaskState state = m_state.tasks.at(task).state;
            const bool isWell = state == TaskState::Complete || state == TaskState::Skipped;
            if (!isWell && !isMadeGood(m_plan, m_state, task))
                bad += u"%1 %2"_s.arg(m_plan.tasks.at(task).id, nameOf(state));
        }
        if (bad.isEmpty())
            return {criterion, true, tr("Complete or skipped: %1 of %1.").arg(m_scope.size())};
        return {criterion, false, tr("Not complete: %1.").arg(listed(bad))};
    }

    CriterionResult evidence(const QString &criterion) const
    {
        QStringList missing;
        qsizetype files = 0;
        int simulated = 0;
        for (const int task : m_scope) {
            const TaskRun &run = m_state.tasks.at(task);
            const PlanTask &planned = m_plan.tasks.at(task);
            if (run.state != TaskState::Complete)
                continue;
            files += run.evidence.size();
            if (planned.task->evidence.isEmpty() && planned.task->deliverables.isEmpty())
                continue;
            if (m_state.settings.simulate || planned.isSimulated)
                ++simulated;
            else if (run.evidence.isEmpty())
                missing += planned.id;
        }
        if (!missing.isEmpty())
            return {criterion, false, tr("Nothing was verified of: %1.").arg(listed(missing))};
        if (simulated > 0 && files == 0)
            return {criterion, true,
                    tr("Simulated tasks, which leave no files to verify: %1.").arg(simulated)};
        return {criterion, true, tr("Files verified: %1.").arg(files)};
    }

    CriterionResult approved(const QString &criterion) const
    {
        QStringList against;
        const QList<int> validations = validationsOf(m_plan, m_state, m_index);
        for (const int task : validations) {
            const TaskRun &run = m_state.tasks.at(task);
            const QString id = m_plan.tasks.at(task).id;
            if (run.state != TaskState::Complete || !run.verdict)
                against += tr("%1 gave no verdict").arg(id);
            else if (!run.verdict->approved)
                against +=
                    tr("%1 rejected (issues: %2)").arg(id, QString::number(run.verdict->issues.size()));
        }
        if (against.isEmpty())
            return {criterion, true, tr("Approved: %1 of %1.").arg(validations.size())};
        return {criterion, false, tr("Not approved: %1.").arg(listed(against))};
    }

    CriterionResult signedOff(const QString &criterion) const
    {
        if (m_run.approved)
            return {criterion, true, tr("A person signed off.")};
        if (asksPeople(m_plan, m_gate))
            return {criterion, true, tr("A person is asked to sign off.")};
        if (m_gate.gate->signOff.isEmpty())
            return {criterion, false, tr("The gate names nobody who could sign off.")};
        QStringList missing;
        for (const QString &persona : m_gate.gate->signOff) {
            if (!hasApproved(persona))
                missing += u'@' + persona;
        }
        if (missing.isEmpty())
            return {criterion, true, tr("Signed off by %1.").arg(u'@' + m_gate.gate->signOff.join(u", @"_s))};
        return {criterion, false, tr("Not signed off by %1.").arg(listed(missing))};
    }

    bool hasApproved(const QString &persona) const
    {
        const QList<int> validations = validationsOf(m_plan, m_state, m_index);
        return std::any_of(validations.cbegin(), validations.cend(), [&](int task) {
            const TaskRun &run = m_state.tasks.at(task);
            return m_plan.tasks.at(task).persona == persona && run.state == TaskState::Complete &&
                   run.verdict && run.verdict->approved;
        });
    }

    /// The first few; a gate over ten thousand tasks must not write a novel.
    static QString listed(const QStringList &names)
    {
        constexpr qsizetype most = 8;
        if (names.size() <= most)
            return names.join(u", "_s);
        return tr("%1 and %2 more")
            .arg(names.first(most).join(u", "_s), QString::number(names.size() - most));
    }

    const RunPlan &m_plan;
    const RunState &m_state;
    const PlanGate &m_gate;
    const GateRun &m_run;
    int m_index;
    QList<int> m_scope;
};

/// Whether a fix task has dealt with what this task left.
bool isMended(const RunPlan &plan, const RunState &state, int task)
{
    for (qsizetype i = plan.tasks.size() - 1; state.extended && i > task; --i) {
        if (plan.tasks.at(i).fixes == task && state.tasks.at(i).state == TaskState::Complete)
            return true;
    }
    return false;
}

bool isResettable(const RunPlan &plan, const RunState &state, int task)
{
    const TaskState now = state.tasks.at(task).state;
    return !plan.tasks.at(task).superseded && (now == TaskState::Complete || now == TaskState::Failed);
}

} // namespace

QList<CriterionResult> checkGate(const RunPlan &plan, const RunState &state, int gate)
{
    const GateCheck check(plan, state, gate);
    QList<CriterionResult> results;
    for (const QString &criterion : plan.gates.at(gate).criteria)
        results.append(check.check(criterion));
    if (const QList<int> trespassers = trespassersOf(plan, state, gate); !trespassers.isEmpty())
        results.append(GateCheck::ownership(plan, state, trespassers));
    return results;
}

QJsonArray criteriaToJson(const QList<CriterionResult> &criteria)
{
    QJsonArray array;
    for (const CriterionResult &result : criteria)
        array.append(QJsonObject{
            {u"criterion"_s, result.criterion}, {u"holds"_s, result.holds}, {u"saw"_s, result.saw}});
    return array;
}

QList<CriterionResult> criteriaFromJson(const QJsonObject &data)
{
    QList<CriterionResult> criteria;
    for (const QJsonValue &value : data.value("criteria"_L1).toArray())
        criteria.append(
            {value["criterion"_L1].toString(), value["holds"_L1].toBool(), value["saw"_L1].toString()});
    return criteria;
}

int latestInstance(const RunPlan &plan, const RunState &state, int validation)
{
    const auto again = plan.links.revalidations.of(validation);
    const auto found = std::find_if(again.rbegin(), again.rend(), [&](int task) {
        return state.tasks.at(task).state == TaskState::Complete && state.tasks.at(task).verdict;
    });
    return found == again.rend() ? validation : *found;
}

int mendedTask(const RunPlan &plan, int task)
{
    const PlanTask &planned = plan.tasks.at(task);
    const bool isInFixPhase = planned.phase >= 0 && plan.phases.at(planned.phase).fixesGate >= 0;
    return planned.fixes >= 0 ? planned.fixes : isInFixPhase ? planned.original : -1;
}

int madeGoodBy(const RunPlan &plan, const RunState &state, int task)
{
    const TaskState now = state.tasks.at(task).state;
    if (!state.extended || (now != TaskState::Failed && now != TaskState::Cancelled))
        return -1;
    // What a run adds to its plan stands behind the tasks of the document.
    const auto isAdded = [&](qsizetype i) { return plan.tasks.at(i).fixes >= 0 || plan.tasks.at(i).original >= 0; };
    for (qsizetype i = plan.tasks.size() - 1; i > task && isAdded(i); --i) {
        if (state.tasks.at(i).state == TaskState::Complete && mendedTask(plan, int(i)) == task)
            return int(i);
    }
    return -1;
}

QList<int> fullScope(const RunPlan &plan, const RunState &state, int gate)
{
    QList<int> scope = plan.gates.at(gate).scope;
    for (const int phase : plan.links.fixPhases.of(gate)) {
        if (state.books.phases.at(phase).moved > 0)
            scope += plan.phases.at(phase).tasks;
    }
    return scope;
}

int revalidatedBy(const RunPlan &plan, int gate, int task)
{
    const PlanTask &again = plan.tasks.at(task);
    if (again.phase < 0 || plan.phases.at(again.phase).fixesGate != gate)
        return task;
    const QList<int> &scope = plan.gates.at(gate).scope;
    const auto found = std::find_if(scope.cbegin(), scope.cend(), [&](int candidate) {
        const PlanTask &earlier = plan.tasks.at(candidate);
        return earlier.isValidation && earlier.persona == again.persona && !earlier.validates.isEmpty() &&
               earlier.validates == again.validates;
    });
    return found == scope.cend() ? task : *found;
}

QList<int> validationsOf(const RunPlan &plan, const RunState &state, int gate)
{
    QList<int> validations;
    QSet<int> roots;
    const QList<int> scope = fullScope(plan, state, gate);
    // Backwards, because a re-validation stands behind what it repeats.
    for (auto task = scope.crbegin(); task != scope.crend(); ++task) {
        const PlanTask &planned = plan.tasks.at(*task);
        if (!planned.isValidation || state.tasks.at(*task).state == TaskState::Skipped)
            continue;
        const int repeated = planned.original < 0 ? *task : planned.original;
        const int root = revalidatedBy(plan, gate, repeated);
        if (roots.contains(root))
            continue;
        roots.insert(root);
        validations.prepend(latestInstance(plan, state, *task));
    }
    return validations;
}

QList<int> trespassersOf(const RunPlan &plan, const RunState &state, int gate)
{
    QList<int> trespassers;
    for (const int task : fullScope(plan, state, gate)) {
        const QList<Trespass> &trespasses = state.tasks.at(task).trespasses;
        const bool isCertain = std::any_of(trespasses.cbegin(), trespasses.cend(), [](const Trespass &t) { return t.certain; });
        if (isCertain && !isMended(plan, state, task))
            trespassers.append(task);
    }
    return trespassers;
}

QJsonObject trespassIssue(const QString &task, const Trespass &trespass)
{
    return {{u"severity"_s, u"error"_s},
            {u"task"_s, task},
            {u"where"_s, trespass.path},
            {u"what"_s, (trespass.isDeleted ? GateCheck::tr("It deleted a file that “%1” owns.") : GateCheck::tr("It wrote a file that “%1” owns."))
                            .arg(trespass.owner)},
            {u"fix"_s, GateCheck::tr("Restore the file, and leave it to “%1”.").arg(trespass.owner)}};
}

QList<QJsonObject> trespassIssues(const RunPlan &plan, const RunState &state, int task)
{
    QList<QJsonObject> issues;
    for (const Trespass &trespass : state.tasks.at(task).trespasses) {
        if (trespass.certain)
            issues.append(trespassIssue(plan.tasks.at(task).id, trespass));
    }
    return issues;
}

QList<int> restartsFor(const RunPlan &plan, const RunState &state, const PlanGate &gate)
{
    const int index = plan.indexOfGate(gate.id);
    QList<int> restarts;
    const auto add = [&](int task) {
        if (isResettable(plan, state, task) && !restarts.contains(task))
            restarts.append(task);
    };
    for (const int task : fullScope(plan, state, index)) {
        if (state.tasks.at(task).state == TaskState::Failed)
            add(task);
    }
    for (const int task : trespassersOf(plan, state, index))
        add(task);
    for (const int task : validationsOf(plan, state, index)) {
        const TaskRun &run = state.tasks.at(task);
        if (!run.verdict || run.verdict->approved)
            continue;
        for (const int validated : plan.tasks.at(task).validates)
            add(validated);
        add(task);
    }
    return restarts;
}

static QStringList issuesAbout(const RunPlan &plan, const RunState &state, const QList<int> &validations, int task)
{
    const PlanTask &planned = plan.tasks.at(task);
    const QStringList ids{planned.id, planned.original < 0 ? planned.id : plan.tasks.at(planned.original).id};
    QStringList lines;
    for (const int validation : validations) {
        const TaskRun &run = state.tasks.at(validation);
        const bool isAboutIt = validation == task || plan.tasks.at(validation).validates.contains(task);
        if (!run.verdict || run.verdict->approved || !isAboutIt)
            continue;
        for (const QJsonValue &issue : run.verdict->issues) {
            const QString named = issue["task"_L1].toString();
            if (!named.isEmpty() && !ids.contains(named) && validation != task && plan.indexOfTask(named) >= 0)
                continue;
            lines += QString::fromUtf8(QJsonDocument(issue.toObject()).toJson(QJsonDocument::Compact));
        }
    }
    return lines;
}

QString noteFor(const RunPlan &plan, const RunState &state, int gate, int task)
{
    QStringList lines;
    for (const QJsonObject &issue : trespassIssues(plan, state, task))
        lines += QString::fromUtf8(QJsonDocument(issue).toJson(QJsonDocument::Compact));
    return (lines + issuesAbout(plan, state, validationsOf(plan, state, gate), task)).join(u'\n');
}

QString roundNoteFor(const RunPlan &plan, const RunState &state, int phase, int task)
{
    QList<int> validations;
    for (const int member : plan.phases.at(phase).tasks) {
        if (plan.tasks.at(member).isValidation)
            validations.append(member);
    }
    return issuesAbout(plan, state, validations, task).join(u'\n');
}

int whoseFile(const RunPlan &plan, const QString &where, const QList<int> &tasks)
{
    const QString file = Glob::cleaned(where.section(u':', 0, 0).trimmed());
    const auto names = [&](const QString &pattern) { return Glob(pattern).matches(file); };
    const auto isOf = [&](int task) {
        const Task &node = *plan.tasks.at(task).task;
        return std::any_of(node.owns.cbegin(), node.owns.cend(), names) || std::any_of(node.deliverables.cbegin(), node.deliverables.cend(), names);
    };
    const auto found = where.isEmpty() ? tasks.cend() : std::find_if(tasks.cbegin(), tasks.cend(), isOf);
    return found == tasks.cend() ? -1 : *found;
}

} // namespace baton
