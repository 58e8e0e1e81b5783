// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/report.h"

#include "model/run/issuerows.h"
#include "model/run/questions.h"
#include "model/run/substate.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using Kind = ReportBlock::Kind;

class Report
{
    Q_DECLARE_TR_FUNCTIONS(baton::Report)

public:
    Report(const RunPlan &plan, const RunState &state) : m_plan(planOf(plan, state)), m_state(state) {}

    QList<ReportBlock> blocks()
    {
        head();
        asked();
        done();
        verified();
        spent();
        found();
        leftOver();
        return m_blocks;
    }

    static QString durationText(qint64 milliseconds)
    {
        const qint64 seconds = (qMax(qint64(0), milliseconds) + 500) / 1000;
        if (milliseconds <= 0)
            return {};
        if (milliseconds < 10'000)
            return tr("%1 s").arg(QLocale().toString(double(milliseconds) / 1000, 'f', 1));
        if (seconds < 60)
            return tr("%1 s").arg(seconds);
        if (seconds < 3600)
            return tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
        return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    }

private:
    void heading(const QString &text) { m_blocks.append({Kind::Heading, text}); }
    void text(const QString &words)
    {
        if (!words.isEmpty())
            m_blocks.append({Kind::Text, words});
    }
    void list(const QStringList &items)
    {
        if (!items.isEmpty())
            m_blocks.append({Kind::List, {}, items});
    }
    void table(const QStringList &head, const QList<QStringList> &rows, const QList<int> &numbers = {})
    {
        if (!rows.isEmpty())
            m_blocks.append({Kind::Table, {}, head, rows, numbers});
    }
    static QString count(qint64 number) { return number > 0 ? QLocale().toString(number) : QString(); }
    static QString cost(double usd) { return usd > 0 ? tr("%1 USD").arg(QLocale().toString(usd, 'f', usd < 1 ? 4 : 2)) : QString(); }
    static QString endedAs(const TaskRun &run)
    {
        if (!run.outcome.isEmpty() || !run.verdict)
            return run.outcome;
        return run.verdict->approved ? u"approved"_s : u"rejected"_s;
    }
    static QString clock(qint64 time)
    {
        return time > 0 ? QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s) : QString();
    }

    void head()
    {
        const QString name = m_plan.contents.info.name;
        m_blocks.append({Kind::Title, tr("%1: %2").arg(name.isEmpty() ? tr("Workflow") : name, nameOf(m_state.status))});
        const qint64 end = m_state.endedAt ? m_state.endedAt : m_state.now;
        QString when = tr("Run %1, from %2 to %3.").arg(m_state.runId, clock(m_state.startedAt), clock(end));
        if (const QString took = durationText(end - m_state.startedAt); !took.isEmpty())
            when += u' ' + tr("It took %1.").arg(took);
        if (m_state.settings.simulate)
            when += u' ' + tr("It was simulated: nothing was carried out.");
        text(when);
    }

    void asked()
    {
        const WorkflowInfo &info = m_plan.contents.info;
        heading(tr("Asked"));
        text(info.missionSummary.isEmpty() ? info.description : info.missionSummary);
        QStringList items;
        for (const QString &input : info.missionInputs)
            items += tr("Input: %1").arg(input);
        for (const QString &constraint : info.missionConstraints)
            items += tr("Constraint: %1").arg(constraint);
        list(items);
        text(tr("Tasks: %1, phases: %2, gates: %3, personas: %4.")
                 .arg(m_plan.contents.tasks.size())
                 .arg(m_plan.contents.phases.size())
                 .arg(m_plan.contents.gates.size())
                 .arg(m_plan.contents.personas.size()));
    }

    void done()
    {
        heading(tr("Done"));
        QMap<TaskState, int> counts;
        QList<QStringList> rows;
        for (int i = 0; i < m_state.tasks.size(); ++i) {
            const PlanTask &task = m_plan.tasks.at(i);
            const TaskRun &run = m_state.tasks.at(i);
            ++counts[run.state];
            rows.append({task.id, task.task->title, task.persona, nameOf(run.state), count(run.attempt),
                         durationText(workedFor(run, m_state.now)), count(run.usage.total()),
                         run.state == TaskState::Complete ? endedAs(run) : run.reason});
        }
        QStringList words;
        for (auto entry = counts.cbegin(); entry != counts.cend(); ++entry)
            words += u"%1 %2"_s.arg(QLocale().toString(entry.value()), nameOf(entry.key()));
        text(words.join(u", "_s));
        table({tr("Task"), tr("Title"), tr("Persona"), tr("State"), tr("Attempts"), tr("Time"), tr("Tokens"), tr("Outcome")}, rows,
              {4, 5, 6});
    }

    void verified()
    {
        heading(tr("Verified"));
        QList<QStringList> gates;
        for (int i = 0; i < m_state.gates.size(); ++i) {
            const GateRun &gate = m_state.gates.at(i);
            if (gate.criteria.isEmpty())
                gates.append({m_plan.gates.at(i).id, nameOf(gate.state), {}, {}, {}});
            for (const CriterionResult &result : gate.criteria)
                gates.append({m_plan.gates.at(i).id, nameOf(gate.state), result.criterion, result.holds ? tr("yes") : tr("no"), result.saw});
        }
        table({tr("Gate"), tr("State"), tr("Criterion"), tr("Holds"), tr("What it saw")}, gates);
        QList<QStringList> files;
        for (int i = 0; i < m_state.tasks.size(); ++i) {
            for (const VerifiedFile &file : m_state.tasks.at(i).evidence)
                files.append({m_plan.tasks.at(i).id, file.path, QLocale().toString(file.bytes), file.sha256});
        }
        table({tr("Task"), tr("File"), tr("Bytes"), tr("SHA-256")}, files, {2});
        if (gates.isEmpty() && files.isEmpty())
            text(tr("Nothing: the plan has no gates, and no task proved anything by a file."));
    }

    void spent()
    {
        heading(tr("Spent"));
        const Usage &usage = m_state.usage;
        if (usage.total() == 0 && usage.costUsd <= 0) {
            text(tr("No tokens were reported."));
            return;
        }
        QString words = tr("%1 tokens").arg(QLocale().toString(usage.total()));
        if (const qint64 cap = m_plan.contents.info.budgetTokens.value_or(0); cap > 0)
            words = tr("%1 of at most %2").arg(words, QLocale().toString(cap));
        if (const QString money = cost(usage.costUsd); !money.isEmpty())
            words = tr("%1, %2").arg(words, money);
        text(words + u'.');
        byPhase();
        byModel();
    }

    struct Sum
    {
        qint64 planned = 0;
        Usage usage;
        int tasks = 0;
    };

    QStringList cells(const QString &name, const Sum &sum) const
    {
        return {name, count(sum.tasks), count(sum.planned), count(sum.usage.inputTokens + sum.usage.cacheReadTokens + sum.usage.cacheWriteTokens),
                count(sum.usage.outputTokens + sum.usage.reasoningTokens), count(sum.usage.total()), cost(sum.usage.costUsd)};
    }

    void byPhase()
    {
        QList<Sum> sums(m_plan.phases.size() + 1);
        for (int i = 0; i < m_state.tasks.size(); ++i)
            take(sums[m_plan.tasks.at(i).phase < 0 ? m_plan.phases.size() : m_plan.tasks.at(i).phase], i);
        QList<QStringList> rows;
        for (qsizetype i = 0; i < sums.size(); ++i) {
            if (sums.at(i).tasks > 0)
                rows.append(cells(i < m_plan.phases.size() ? m_plan.phases.at(i).id : tr("(no phase)"), sums.at(i)));
        }
        table({tr("Phase"), tr("Tasks"), tr("Planned"), tr("Input"), tr("Output"), tr("Tokens"), tr("Cost")}, rows, {1, 2, 3, 4, 5, 6});
    }

    void byModel()
    {
        QMap<QString, Sum> sums;
        for (int i = 0; i < m_state.tasks.size(); ++i) {
            const PlanTask &task = m_plan.tasks.at(i);
            const QStringList names{task.persona.isEmpty() ? tr("(no persona)") : u'@' + task.persona, task.model};
            take(sums[names.join(task.model.isEmpty() ? QString() : u" · "_s)], i);
        }
        QList<QStringList> rows;
        for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum)
            rows.append(cells(sum.key(), *sum));
        table({tr("Persona and model"), tr("Tasks"), tr("Planned"), tr("Input"), tr("Output"), tr("Tokens"), tr("Cost")}, rows,
              {1, 2, 3, 4, 5, 6});
    }

    void take(Sum &sum, int task) const
    {
        ++sum.tasks;
        sum.planned += m_plan.tasks.at(task).plannedTokens;
        sum.usage += m_state.tasks.at(task).usage;
    }

    void found()
    {
        heading(tr("Found"));
        QList<QStringList> rows;
        for (const IssueRow &issue : issueRows(m_plan, m_state))
            rows.append({issue.severity, issue.task, issue.where, issue.what, issue.fix, issue.foundBy, fateOf(issue)});
        table({tr("Severity"), tr("Task"), tr("Where"), tr("What"), tr("Fix"), tr("Found by"), tr("State")}, rows);
        QList<QStringList> problems;
        for (int i = 0; i < m_state.tasks.size(); ++i) {
            for (const QString &problem : m_state.tasks.at(i).problems)
                problems.append({m_plan.tasks.at(i).id, problem});
        }
        table({tr("Task"), tr("Problem with its answer")}, problems);
        if (rows.isEmpty() && problems.isEmpty())
            text(tr("No issues."));
    }

    void leftOver()
    {
        QList<QStringList> rows;
        const SubStates subStates(m_plan, m_state);
        for (int i = 0; i < m_state.tasks.size(); ++i) {
            const TaskState state = m_state.tasks.at(i).state;
            const bool isOver = state == TaskState::Complete || state == TaskState::Skipped || m_plan.tasks.at(i).superseded;
            if (isOver)
                continue;
            const QString reason = m_state.tasks.at(i).reason;
            const QString words = state == TaskState::Failed && !reason.isEmpty() ? reason : subStates.of(i).words(m_state.now);
            rows.append({m_plan.tasks.at(i).id, nameOf(state), words.isEmpty() ? reason : words});
        }
        for (const Question &question : openQuestions(m_plan, m_state)) {
            if (const int gate = m_plan.indexOfGate(question.subject); gate >= 0)
                rows.append({question.subject, nameOf(m_state.gates.at(gate).state), tr("waits for a person")});
        }
        if (rows.isEmpty())
            return;
        heading(tr("Left over"));
        table({tr("Task or gate"), tr("State"), tr("Why")}, rows);
    }

    const RunPlan &m_plan;
    const RunState &m_state;
    QList<ReportBlock> m_blocks;
};

Result<void> write(const QString &path, const QString &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.flush() || !file.commit()) // Qt 6.4 commits what it could not flush.
        return Error{ErrorCode::Unreadable, Report::tr("The report %1 could not be written: %2.").arg(path, file.errorString()), {}, path};
    return {};
}

} // namespace

QList<ReportBlock> reportOn(const RunPlan &plan, const RunState &state)
{
    return Report(plan, state).blocks();
}

Result<void> writeReport(const RunFolder &folder, const RunPlan &plan, const RunState &state)
{
    const QList<ReportBlock> blocks = reportOn(plan, state);
    if (const Result<void> written = write(folder.path() + u"/report.md"_s, toMarkdown(blocks)); !written)
        return written.error();
    return write(folder.path() + u"/report.html"_s, toHtml(blocks, blocks.first().text));
}

} // namespace baton
