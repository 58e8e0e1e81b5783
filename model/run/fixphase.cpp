// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/fixphase.h"

#include "model/base/glob.h"
#include "model/run/gatecheck.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A verdict with more issues than this gets a fix task for the first ones; the next round names the rest
/// again.
constexpr qsizetype maxFixTasks = 200;

/// Whether two tasks write the same files, so that they cannot run at the same time.
bool writeTheSame(const Task &a, const Task &b)
{
    const auto overlap = [](const QStringList &some, const QStringList &others) {
        return std::any_of(some.begin(), some.end(), [&](const QString &one) {
            return std::any_of(others.begin(), others.end(), [&](const QString &other) { return Glob(one).intersects(Glob(other)); });
        });
    };
    return overlap(a.owns, b.owns) || overlap(a.deliverables, b.deliverables);
}

/// One thing to mend, and whose work it is.
struct Repair
{
    int task = -1;
    QJsonObject issue;
    QString foundBy; ///< A validation, or the gate itself.
};

class FixPlanner
{
    Q_DECLARE_TR_FUNCTIONS(baton::FixPlanner)

public:
    FixPlanner(const RunPlan &plan, const RunState &state, int gate)
        : m_plan(plan)
        , m_state(state)
        , m_gate(gate)
    {
    }

    QJsonObject plan()
    {
        collect();
        if (m_repairs.isEmpty())
            return {};
        QJsonArray tasks;
        QJsonArray fixIds;
        const int number = freshNumber();
        const QString phase = phaseId(m_plan.gates.at(m_gate).id, number);
        for (qsizetype i = 0; i < m_repairs.size(); ++i) {
            const QString id = u"%1-%2"_s.arg(phase).arg(i + 1);
            QJsonObject task = fixTask(id, m_repairs.at(i));
            QJsonArray needs;
            for (const qsizetype before : repairsBefore(i))
                needs.append(fixIds.at(before));
            if (!needs.isEmpty())
                task.insert(u"needs"_s, needs);
            tasks.append(task);
            fixIds.append(id);
        }
        for (const int validation : revalidations())
            tasks.append(QJsonObject{{u"id"_s, nextInstance(validation)},
                                     {u"repeats"_s, m_plan.tasks.at(validation).id},
                                     {u"needs"_s, fixIds}});
        const PlanGate &gate = m_plan.gates.at(m_gate);
        return {{u"phase"_s, QJsonObject{{u"id"_s, phase},
                                         {u"title"_s, title(number, *gate.gate)},
                                         {u"fixes"_s, gate.id}}},
                {u"tasks"_s, tasks}};
    }

    static QString phaseId(const QString &gate, int number) { return u"fix-%1-%2"_s.arg(gate).arg(number); }
    static QString title(int number, const Gate &gate)
    {
        return tr("Fix %1: %2", "number of the round, gate").arg(number).arg(gate.displayTitle());
    }

private:
    void add(int task, const QJsonObject &issue, const QString &foundBy)
    {
        if (m_repairs.size() < maxFixTasks)
            m_repairs.append({task, issue, foundBy});
    }

    void collect()
    {
        const GateRun &gate = m_state.gates.at(m_gate);
        const QList<int> validations = validationsOf(m_plan, m_state, m_gate);
        for (const int validation : validations) {
            const TaskRun &run = m_state.tasks.at(validation);
            if (!run.verdict || run.verdict->approved)
                continue;
            m_rejecting.append(validation);
            for (const QJsonValue &issue : run.verdict->issues)
                addIssue(issue.toObject(), m_plan.tasks.at(validation).validates, m_plan.tasks.at(validation).id);
        }
        for (const QJsonValue &issue : gate.issues)
            addIssue(issue.toObject(), m_plan.gates.at(m_gate).scope, gateId());
        for (const int task : trespassersOf(m_plan, m_state, m_gate)) {
            for (const QJsonObject &issue : trespassIssues(m_plan, m_state, task))
                add(task, issue, gateId());
        }
        if (!m_repairs.isEmpty())
            return;
        for (const CriterionResult &result : gate.criteria) {
            const int task = result.holds ? -1 : culpritOf(result.criterion);
            if (task >= 0)
                add(task, {{u"what"_s, result.saw}, {u"severity"_s, u"error"_s}}, gateId());
        }
    }

    QString gateId() const { return m_plan.gates.at(m_gate).id; }

    void addIssue(const QJsonObject &issue, const QList<int> &validated, const QString &foundBy)
    {
        const int named = m_plan.indexOfTask(issue.value("task"_L1).toString());
        if (named >= 0)
            return add(named, issue, foundBy);
        if (const int task = whoseFile(m_plan, issue.value("where"_L1).toString(), validated); task >= 0)
            return add(task, issue, foundBy);
        QStringList personas;
        for (const int task : validated) {
            if (personas.contains(m_plan.tasks.at(task).persona))
                continue;
            personas += m_plan.tasks.at(task).persona;
            add(task, issue, foundBy);
        }
    }

    /// Whose work a failed criterion is about when nobody left an issue.
    int culpritOf(const QString &criterion) const
    {
        const QList<int> scope = fullScope(m_plan, m_state, m_gate);
        const auto firstThat = [&](auto matches) {
            const auto found = std::find_if(scope.cbegin(), scope.cend(), matches);
            return found == scope.cend() ? -1 : *found;
        };
        if (criterion == "complete"_L1)
            return firstThat([&](int task) {
                const TaskState state = m_state.tasks.at(task).state;
                return (state == TaskState::Failed || state == TaskState::Cancelled) && !isMadeGood(m_plan, m_state, task);
            });
        if (criterion == "evidence"_L1)
            return firstThat([&](int task) {
                return m_state.tasks.at(task).state == TaskState::Complete &&
                       m_state.tasks.at(task).evidence.isEmpty();
            });
        for (const int validation : m_rejecting) {
            if (!m_plan.tasks.at(validation).validates.isEmpty())
                return m_plan.tasks.at(validation).validates.first();
        }
        return firstThat([&](int task) { return !m_plan.tasks.at(task).isValidation; });
    }

    QJsonObject fixTask(const QString &id, const Repair &repair) const
    {
        const PlanTask &mended = m_plan.tasks.at(repair.task);
        const QString what = repair.issue.value("what"_L1).toString();
        QStringList lines{what};
        if (const QString where = repair.issue.value("where"_L1).toString(); !where.isEmpty())
            lines += tr("Where: %1").arg(where);
        if (const QString fix = repair.issue.value("fix"_L1).toString(); !fix.isEmpty())
            lines += tr("Proposed: %1").arg(fix);
        return {
            {u"id"_s, id},
            {u"title"_s, tr("Fix: %1").arg(what.isEmpty() ? mended.task->displayTitle() : what.left(120))},
            {u"description"_s, lines.join(u'\n')},
            {u"fixes"_s, mended.id},
            {u"persona"_s, mended.persona},
            {u"found_by"_s, repair.foundBy},
            {u"issue"_s, repair.issue}};
    }

    /// The earlier repairs that this one has to wait for, because both change the same files; those that another of them
    /// waits for are left out.
    QList<qsizetype> repairsBefore(qsizetype repair)
    {
        QList<qsizetype> before;
        QSet<qsizetype> &behind = m_behind.emplaceBack();
        for (qsizetype other = repair - 1; other >= 0; --other) {
            if (behind.contains(other) || !changeTheSame(m_repairs.at(other), m_repairs.at(repair)))
                continue;
            before.prepend(other);
            behind.insert(other);
            behind.unite(m_behind.at(other));
        }
        return before;
    }

    bool changeTheSame(const Repair &a, const Repair &b) const
    {
        const Task &mendedByA = *m_plan.tasks.at(a.task).task;
        const Task &mendedByB = *m_plan.tasks.at(b.task).task;
        // What two of them commit in worktrees of their own cannot be trusted to come together again.
        if (a.task == b.task && m_plan.contents.info.workspace == WorkspaceMode::Worktree)
            return true;
        if (writeTheSame(mendedByA, mendedByB))
            return true;
        const auto fileOf = [](const Repair &repair) { return Glob::cleaned(repair.issue.value("where"_L1).toString().section(u':', 0, 0).trimmed()); };
        const bool isSameFile = !fileOf(a).isEmpty() && fileOf(a) == fileOf(b);
        return isSameFile || whoseFile(m_plan, fileOf(a), {b.task}) >= 0 || whoseFile(m_plan, fileOf(b), {a.task}) >= 0;
    }

    /// The validations whose verdict has to be given anew: those that rejected, else those of what is mended.
    QList<int> revalidations() const
    {
        if (!m_rejecting.isEmpty())
            return m_rejecting;
        QList<int> validations;
        for (const int validation : validationsOf(m_plan, m_state, m_gate)) {
            const QList<int> &validated = m_plan.tasks.at(validation).validates;
            if (std::any_of(m_repairs.cbegin(), m_repairs.cend(),
                            [&](const Repair &repair) { return validated.contains(repair.task); }))
                validations.append(validation);
        }
        return validations;
    }

    int freshNumber() const
    {
        for (int round = m_state.gates.at(m_gate).repairs + 1;; ++round) {
            const QString id = phaseId(m_plan.gates.at(m_gate).id, round);
            const auto isTaken = [&](const PlanPhase &phase) { return phase.id == id; };
            const bool isFree = std::none_of(m_plan.phases.cbegin(), m_plan.phases.cend(), isTaken) &&
                                m_plan.indexOfTask(id + u"-1"_s) < 0 && m_plan.indexOfGate(id + u"-1"_s) < 0;
            if (isFree)
                return round;
        }
    }

    QString nextInstance(int validation) const
    {
        const PlanTask &task = m_plan.tasks.at(validation);
        const QString root = task.original < 0 ? task.id : m_plan.tasks.at(task.original).id;
        for (int number = 2;; ++number) {
            const QString id = u"%1#%2"_s.arg(root).arg(number);
            if (m_plan.indexOfTask(id) < 0 && m_plan.indexOfGate(id) < 0)
                return id;
        }
    }

    const RunPlan &m_plan;
    const RunState &m_state;
    int m_gate;
    QList<Repair> m_repairs;
    QList<int> m_rejecting;
    QList<QSet<qsizetype>> m_behind; ///< Of each repair: those that are done before it.
};

} // namespace

QJsonObject proposedFixPhase(const RunPlan &plan, const RunState &state, int gate)
{
    return FixPlanner(plan, state, gate).plan();
}

namespace {

/// Turns the fix phase of a run into nodes of a document: with ids of its own, numbered after what the document has
/// already.
class FixInsertion
{
public:
    FixInsertion(const Contents &contents, const QJsonObject &fixPhase)
        : m_contents(contents)
        , m_ids(contents)
        , m_data(fixPhase)
    {
    }

    Edit edit()
    {
        const QJsonObject written = m_data.value("phase"_L1).toObject();
        const QString gateId = written.value("fixes"_L1).toString();
        const Gate *gate = m_contents.gate(m_ids.step(gateId));
        if (!gate)
            return {};
        m_writtenPhase = written.value("id"_L1).toString();
        int number = 1;
        while (!m_ids.phase(FixPlanner::phaseId(gateId, number)).isNull())
            ++number;
        Phase phase;
        phase.id = FixPlanner::phaseId(gateId, number);
        phase.title = FixPlanner::title(number, *gate);
        phase.kind = PhaseKind::Fix;
        phase.fixes = gateId;
        m_phase = phase.id;
        m_edit.insert(phase);
        for (const QJsonValue &value : m_data.value("tasks"_L1).toArray())
            addTask(value.toObject());
        return m_renamed.isEmpty() ? Edit() : m_edit;
    }

private:
    void addTask(const QJsonObject &data)
    {
        const QString repeats = data.value("repeats"_L1).toString();
        const QString source = repeats.isEmpty() ? data.value("fixes"_L1).toString() : repeats;
        const Task *original = m_contents.task(m_ids.step(source.section(u'#', 0, 0)));
        if (!original)
            return;
        Task task = *original;
        const QString id = data.value("id"_L1).toString();
        task.id = freshId(id);
        task.phase = m_phase;
        task.position.reset();
        task.needs.clear();
        QStringList needed;
        for (const QJsonValue &need : data.value("needs"_L1).toArray()) {
            if (const QString target = m_renamed.value(need.toString()); !target.isEmpty())
                needed += target;
        }
        if (repeats.isEmpty()) {
            // Two that write the same files cannot run at the same time.
            for (const Task &other : std::as_const(m_fixes)) {
                if (writeTheSame(task, other) || needed.contains(other.id))
                    needAlso(task, other.id);
            }
            m_fixes.append(task);
            task.title = data.value("title"_L1).toString();
            task.description = data.value("description"_L1).toString();
            task.kind = TaskKind::Fix;
            task.validates.clear();
            task.outcomes.clear();
        } else if (task.validates.isEmpty()) {
            // It validated what it needed; now it needs the fixes, and still validates that.
            for (const Need &need : original->needs) {
                if (need.type != NeedType::Knowledge && m_contents.task(m_ids.step(need.target)))
                    task.validates.append(need.target);
            }
        }
        for (const QString &target : std::as_const(needed)) {
            if (!repeats.isEmpty())
                needAlso(task, target);
        }
        m_behind.insert(task.id, behind(task));
        m_taken.insert(task.id);
        m_renamed.insert(id, task.id);
        m_edit.insert(task);
    }

    /// Needs that another need brings along are left out; the later ones come last.
    void needAlso(Task &task, const QString &target) const
    {
        task.needs.removeIf([&](const Need &need) { return m_behind.value(target).contains(need.target); });
        task.needs.append({target, NeedType::Order, {}, {}, {}});
    }

    QSet<QString> behind(const Task &task) const
    {
        QSet<QString> all;
        for (const Need &need : task.needs) {
            all.insert(need.target);
            all.unite(m_behind.value(need.target));
        }
        return all;
    }

    QString freshId(const QString &written) const
    {
        QString wanted = idInDocument(written);
        if (wanted.startsWith(m_writtenPhase + u'-'))
            wanted = m_phase + wanted.sliced(m_writtenPhase.size());
        QString id = wanted;
        for (int number = 2; !m_ids.step(id).isNull() || m_taken.contains(id); ++number)
            id = u"%1-%2"_s.arg(wanted).arg(number);
        return id;
    }

    const Contents &m_contents;
    IdIndex m_ids;
    QJsonObject m_data;
    QString m_writtenPhase;
    QString m_phase;
    QSet<QString> m_taken;
    QHash<QString, QString> m_renamed;
    QHash<QString, QSet<QString>> m_behind; ///< What each of them waits for.
    QList<Task> m_fixes;
    Edit m_edit;
};

} // namespace

QString idInDocument(const QString &id)
{
    return QString(id).replace(u'#', u'-');
}

Edit fixPhaseEdit(const Contents &contents, const QJsonObject &fixPhase)
{
    return FixInsertion(contents, fixPhase).edit();
}

} // namespace baton
