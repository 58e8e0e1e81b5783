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
            if (!verdict)
                continue;
            const bool isAnswered = hasLaterVerdict(i);
            for (const QJsonValue &issue : verdict->issues)
                add(issue.toObject(), m_plan.tasks.at(i).id, isAnswered);
        }
        for (int i = 0; i < m_state.gates.size(); ++i) {
            for (const QJsonValue &issue : m_state.gates.at(i).issues)
                add(issue.toObject(), m_plan.gates.at(i).id, false);
        }
        for (int i = 0; i < m_state.tasks.size(); ++i)
            addTrespasses(i);
        return m_rows;
    }

private:
    /// Another instance of the validation has given its verdict since.
    bool hasLaterVerdict(int validation) const
    {
        const int root = m_plan.tasks.at(validation).original < 0 ? validation : m_plan.tasks.at(validation).original;
        const QList<int> instances = m_instances.value(root);
        return std::any_of(instances.cbegin(), instances.cend(), [&](int other) {
            return other > validation && m_state.tasks.at(other).state == TaskState::Complete && m_state.tasks.at(other).verdict;
        });
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

    void add(const QJsonObject &issue, const QString &foundBy, bool isAnswered)
    {
        const auto text = [&](QLatin1StringView key) { return issue.value(key).toVariant().toString(); };
        IssueRow row{text("severity"_L1), text("task"_L1), text("where"_L1), text("what"_L1), text("fix"_L1), foundBy};
        const int fix = fixFor(issue, foundBy);
        if (fix >= 0) {
            row.fixTask = m_plan.tasks.at(fix).id;
            if (row.task.isEmpty())
                row.task = m_plan.tasks.at(m_plan.tasks.at(fix).fixes).id;
            const bool isDone = m_state.tasks.at(fix).state == TaskState::Complete;
            const bool looksAgain = m_plan.indexOfTask(foundBy) >= 0;
            row.state = isDone && (isAnswered || !looksAgain) ? State::Fixed : State::InWork;
        } else if (isAnswered) {
            row.state = State::Superseded;
        }
        m_rows.append(row);
    }

    void addTrespasses(int task)
    {
        const QList<QJsonObject> certain = trespassIssues(m_plan, m_state, task);
        for (const QJsonObject &issue : certain) {
            QString gate;
            for (const int i : m_plan.links.gatesOfTask.of(task)) {
                if (gate.isEmpty() || fixFor(issue, m_plan.gates.at(i).id) >= 0)
                    gate = m_plan.gates.at(i).id;
            }
            add(issue, gate, false);
        }
        for (const Trespass &trespass : m_state.tasks.at(task).trespasses) {
            if (trespass.certain)
                continue;
            IssueRow row{u"info"_s, m_plan.tasks.at(task).id, trespass.path,
                         IssueTexts::tr("Perhaps it wrote a file that “%1” owns; others ran at the same time.").arg(trespass.owner)};
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

QString wordFor(IssueRow::State state)
{
    switch (state) {
    case State::Open: return IssueTexts::tr("open");
    case State::InWork: return IssueTexts::tr("being fixed");
    case State::Fixed: return IssueTexts::tr("fixed");
    case State::Superseded: return IssueTexts::tr("looked at again");
    case State::Uncertain: break;
    }
    return IssueTexts::tr("uncertain");
}

} // namespace baton
