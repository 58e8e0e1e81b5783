// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/nextsteps.h"

#include "app/cli/console.h"
#include "app/cli/humantalk.h"
#include "model/executors/slurm/jobscript.h"
#include "model/run/questions.h"
#include "model/run/waiting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// As one word of a command that can be pasted.
QString word(const QString &text)
{
    const bool isPlain = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u"_-./@#:+").contains(c);
    });
    return isPlain ? text : shellQuoted(text);
}

class Steps
{
public:
    Steps(const RunPlan &plan, const RunState &state, const QString &runDir)
        : m_plan(plan)
        , m_state(state)
        , m_folder(runDir)
        , m_dir(word(runDir))
    {
    }

    QStringList lines() const
    {
        if (m_state.status == RunStatus::Waiting)
            return waiting();
        return m_state.status == RunStatus::Failed ? failed() : QStringList();
    }

private:
    QStringList waiting() const
    {
        QStringList lines;
        for (const Question &question : openQuestions(m_plan, m_state))
            lines += asked(question);
        if (!lines.isEmpty())
            lines += Cli::tr("Then `baton run --resume %1` goes on.").arg(m_dir);
        return lines + money();
    }

    QStringList asked(const Question &question) const
    {
        const QString command = u"baton answer %1 %2"_s.arg(m_dir, word(question.subject));
        switch (question.kind) {
        case Question::Kind::Launch:
            return {Cli::tr("“%1” waits for your approval to start: `%2 approve` or `refuse`.").arg(question.subject, command)};
        case Question::Kind::Gate:
            return {Cli::tr("The gate “%1” waits for your decision: `%2 approve` or `refuse`.").arg(question.subject, command)};
        case Question::Kind::Fix:
            return {Cli::tr("The gate “%1” has failed, and a fix phase is proposed: `%2 approve` or `refuse`.").arg(question.subject, command)};
        case Question::Kind::Blocked: {
            const QString reason = m_state.tasks.at(m_plan.indexOfTask(question.subject)).reason;
            return {Cli::tr("“%1” is blocked: %2").arg(question.subject, reason),
                    Cli::tr("  When that is resolved: `%1 resolve --note TEXT`, or `cancel`.").arg(command)};
        }
        case Question::Kind::Human:
            break;
        }
        QStringList lines = humanTaskText(m_plan, m_state, m_folder, question.subject);
        lines.first() = Cli::tr("“%1” is yours to do: %2").arg(question.subject, lines.first());
        const PlanTask &task = m_plan.tasks.at(m_plan.indexOfTask(question.subject));
        const QStringList &outcomes = task.task->outcomes;
        lines += task.isValidation ? Cli::tr("  Your verdict: `%1 approve`, or `refuse --issues FILE`.").arg(command)
                 : outcomes.size() > 1
                     ? Cli::tr("  When it is done: `%1 approve --outcome %2`.").arg(command, outcomes.join(u'|'))
                     : Cli::tr("  When it is done: `%1 approve`. If you will not do it: `refuse --note WHY`.").arg(command);
        return lines;
    }

    QStringList failed() const
    {
        QStringList lines;
        for (qsizetype i = 0; i < m_state.gates.size(); ++i) {
            const GateRun &run = m_state.gates.at(i);
            if (run.state != GateState::Failed)
                continue;
            QStringList saw;
            for (const CriterionResult &result : run.criteria) {
                if (!result.holds)
                    saw += result.saw;
            }
            lines += Cli::tr("The gate “%1” did not pass: %2").arg(m_plan.gates.at(i).id, saw.join(u' '));
            lines += Cli::tr("  Once that has changed: `baton answer %1 %2 retry`, then `baton run --resume %1` has it checked again.")
                         .arg(m_dir, word(m_plan.gates.at(i).id));
        }
        const bool hasFailed = std::any_of(m_state.tasks.cbegin(), m_state.tasks.cend(), [](const TaskRun &run) { return run.state == TaskState::Failed; });
        if (m_state.budgetExceeded && m_plan.contents.info.budgetStop)
            lines += Cli::tr("The run has used the tokens that it may. Raise the budget in the plan, then `baton run --resume %1 FILE` goes on.").arg(m_dir);
        else if (hasFailed)
            lines += Cli::tr("Once the cause is mended, `baton run --resume %1` tries again what failed; what is COMPLETE is not repeated. "
                             "If you corrected the plan for that, name its file too.").arg(m_dir);
        return lines + money();
    }

    QStringList money() const
    {
        if (!waitsForMoney(m_state))
            return {};
        return {Cli::tr("It has spent what it may. `baton run --resume %1 --max-cost USD` goes on with another limit.").arg(m_dir)};
    }

    const RunPlan &m_plan;
    const RunState &m_state;
    RunFolder m_folder;
    QString m_dir;
};

} // namespace

QStringList nextSteps(const RunPlan &plan, const RunState &state, const QString &runDir)
{
    return Steps(plan, state, runDir).lines();
}

} // namespace baton
