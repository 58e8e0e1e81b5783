// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/issuerows.h"

#include "model/run/gatecheck.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using State = IssueRow::State;

struct IssueTexts
{
    Q_DECLARE_TR_FUNCTIONS(baton::IssueRow)
};

class IssueTable
{
public:
    IssueTable(const RunPlan &plan, const RunState &state) : m_plan(planOf(plan, state)), m_state(state)
    {
        for (int i = 0; i < m_plan.tasks.size(); ++i) {
            const PlanTask &task = m_plan.tasks.at(i);
            if (task.fixes >= 0 && !task.foundBy.isEmpty())
                m_fixes[task.foundBy].append(i);
            if (task.original >= 0)
                m_instances[task.original].append(i);
        }
    }

    QList<IssueRow> rows()
    {
        for (int i = 0; i < m_state.tasks.size(); ++i) {
            const std::optional<Verdict> &verdict = m_state.tasks.at(i).verdict;
            addEarlier(i);
            if (!verdict)
                continue;
            for (const QJsonValue &issue : verdict->issues)
                add(issue.toObject(), m_plan.tasks.at(i).id, i);
        }
        for (int i = 0; i < m_state.gates.size(); ++i) {
            const GateRun &gate = m_state.gates.at(i);
            for (const QJsonValue &issue : gate.earlierIssues) {
                if (!gate.issues.contains(issue))
                    add(issue.toObject(), m_plan.gates.at(i).id, nobody, gate.state == GateState::Passed ? State::Fixed : State::Open);
            }
            for (const QJsonValue &issue : gate.issues)
                add(issue.toObject(), m_plan.gates.at(i).id, nobody);
        }
        for (int i = 0; i < m_state.tasks.size(); ++i)
            addTrespasses(i);
        return m_rows;
    }

private:
    static constexpr int nobody = -1;

    /// What another instance of the validation has said since; null where none has.
    const Verdict *laterVerdict(int validation) const
    {
        const int root = m_plan.tasks.at(validation).original < 0 ? validation : m_plan.tasks.at(validation).original;
        const QList<int> instances = m_instances.value(root);
        for (auto other = instances.crbegin(); other != instances.crend() && *other > validation; ++other) {
            if (m_state.tasks.at(*other).state == TaskState::Complete && m_state.tasks.at(*other).verdict)
                return &*m_state.tasks.at(*other).verdict;
        }
        return nullptr;
    }

    /// The fix task made for this very issue, the latest one.
    int fixFor(const QJsonObject &issue, const QString &foundBy) const
    {
        const QList<int> fixes = m_fixes.value(foundBy);
        for (auto fix = fixes.crbegin(); fix != fixes.crend(); ++fix) {
            if (m_plan.tasks.at(*fix).issue == issue)
                return *fix;
        }
        return -1;
    }

    /// What a validation found before it was asked for again, and does not name now.
    void addEarlier(int validation)
    {
        const TaskRun &run = m_state.tasks.at(validation);
        const bool hasLooked = run.state == TaskState::Complete && run.verdict;
        for (const QJsonValue &issue : run.earlierIssues) {
            if (run.verdict && run.verdict->issues.contains(issue))
                continue;
            add(issue.toObject(), m_plan.tasks.at(validation).id, validation, hasLooked ? State::Fixed : State::Open);
        }
    }

    /// \a validation: which found it, to look again when it is mended; `nobody` where a gate or Baton did. \a since: what
    /// became of it where no fix task was made for it.
    void add(const QJsonObject &issue, const QString &foundBy, int validation, State since = State::Open)
    {
        const auto text = [&](QLatin1StringView key) { return issue.value(key).toVariant().toString(); };
        IssueRow row{text("severity"_L1), text("task"_L1), text("where"_L1), text("what"_L1), text("fix"_L1), foundBy};
        row.state = since;
        if (row.task.isEmpty() && validation != nobody) {
            const QList<int> &validated = m_plan.tasks.at(validation).validates;
            const int about = validated.size() == 1 ? validated.first() : whoseFile(m_plan, row.where, validated);
            if (about >= 0)
                row.task = m_plan.tasks.at(about).id;
        }
        const int fix = fixFor(issue, foundBy);
        if (fix >= 0) {
            row.fixTask = m_plan.tasks.at(fix).id;
            if (row.task.isEmpty())
                row.task = m_plan.tasks.at(m_plan.tasks.at(fix).fixes).id;
            const bool isDone = m_state.tasks.at(fix).state == TaskState::Complete;
            row.state = !isDone ? State::InWork : validation == nobody ? State::Fixed : State::ToCheck;
        }
        if (const Verdict *later = validation == nobody ? nullptr : laterVerdict(validation))
            row.state = later->issues.contains(issue) ? State::FoundAgain : State::Fixed;
        else if (validation != nobody && since == State::Fixed)
            row.state = State::Fixed; // It looked again itself.
        else if (fix < 0 && validation != nobody && isNoted(issue, validation))
            row.state = State::Noted;
        m_rows.append(row);
    }

    bool isNoted(const QJsonObject &issue, int validation) const
    {
        const std::optional<Verdict> &verdict = m_state.tasks.at(validation).verdict;
        return verdict && verdict->approved && verdict->issues.contains(issue);
    }

    void addTrespasses(int task)
    {
        const TaskRun &run = m_state.tasks.at(task);
        for (const Trespass &trespass : run.earlierTrespasses) {
            if (!run.trespasses.contains(trespass))
                addTrespass(task, trespass, run.state == TaskState::Complete ? State::Fixed : State::Open);
        }
        for (const Trespass &trespass : run.trespasses)
            addTrespass(task, trespass, State::Open);
    }

    void addTrespass(int task, const Trespass &trespass, State since)
    {
        if (trespass.certain) {
            const QJsonObject issue = trespassIssue(m_plan.tasks.at(task).id, trespass);
            QString gate;
            for (const int i : m_plan.links.gatesOfTask.of(task)) {
                if (gate.isEmpty() || fixFor(issue, m_plan.gates.at(i).id) >= 0)
                    gate = m_plan.gates.at(i).id;
            }
            add(issue, gate, nobody, since);
        } else {
            const QString what = trespass.isDeleted
                                     ? IssueTexts::tr("Perhaps it deleted a file that “%1” owns; others may have done it.")
                                     : IssueTexts::tr("Perhaps it wrote a file that “%1” owns; others ran at the same time.");
            IssueRow row{u"info"_s, m_plan.tasks.at(task).id, trespass.path, what.arg(trespass.owner)};
            row.state = State::Uncertain;
            m_rows.append(row);
        }
    }

    const RunPlan &m_plan;
    const RunState &m_state;
    QHash<QString, QList<int>> m_fixes; ///< Fix tasks by what found their issue.
    QHash<int, QList<int>> m_instances;
    QList<IssueRow> m_rows;
};

} // namespace

QList<IssueRow> issueRows(const RunPlan &plan, const RunState &state)
{
    return IssueTable(plan, state).rows();
}

QString fateOf(const IssueRow &issue)
{
    const QString &fix = issue.fixTask;
    switch (issue.state) {
    case State::Open: return IssueTexts::tr("open");
    case State::InWork: return IssueTexts::tr("in %1", "fix task").arg(fix);
    case State::ToCheck: return IssueTexts::tr("mended in %1, to be checked").arg(fix);
    case State::Fixed: return fix.isEmpty() ? IssueTexts::tr("fixed") : IssueTexts::tr("fixed in %1").arg(fix);
    case State::FoundAgain: return IssueTexts::tr("found again");
    case State::Noted: return IssueTexts::tr("noted, approved all the same");
    case State::Uncertain: break;
    }
    return IssueTexts::tr("uncertain");
}

} // namespace baton
