// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/humantalk.h"

#include "app/cli/console.h"
#include "model/run/attachment.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QStringList section(const QString &title, const QStringList &entries)
{
    QStringList lines;
    for (const QString &entry : entries)
        lines += u"    - "_s + entry;
    if (!lines.isEmpty())
        lines.prepend(u"  "_s + title);
    return lines;
}

/// By its beginning, as people type.
bool means(const QString &line, const QString &word)
{
    return !line.isEmpty() && word.startsWith(line, Qt::CaseInsensitive);
}

} // namespace

HumanTalk::HumanTalk(const Runner &runner, const QString &task)
    : m_runner(runner)
    , m_id(task)
{
}

const PlanTask &HumanTalk::task() const
{
    return m_runner.plan().tasks.at(m_runner.plan().indexOfTask(m_id));
}

QStringList HumanTalk::missing() const
{
    QStringList missing;
    const QStringList promised = task().task->deliverables + task().task->evidence;
    for (const PromisedFile &file : lookAtPromises(workspaceOf(m_runner.folder(), m_id), promised)) {
        if (file.files.isEmpty())
            missing += file.promise;
    }
    return missing;
}

QStringList humanTaskText(const RunPlan &plan, const RunState &state, const RunFolder &folder, const QString &task)
{
    const int index = plan.indexOfTask(task);
    const Task &planned = *plan.tasks.at(index).task;
    QStringList lines{planned.displayTitle()};
    for (const QString &line : planned.description.trimmed().split(u'\n', Qt::SkipEmptyParts))
        lines += u"  "_s + line;
    QStringList judged;
    for (const int other : plan.tasks.at(index).validates)
        judged += plan.tasks.at(other).task->displayTitle();
    QStringList inputs = planned.inputs;
    for (const Need &need : planned.needs)
        inputs += need.files;
    lines += section(Cli::tr("Note:"), state.tasks.at(index).note.split(u'\n', Qt::SkipEmptyParts));
    lines += section(Cli::tr("Judges:"), judged);
    lines += section(Cli::tr("Inputs:"), inputs);
    lines += section(Cli::tr("Done when:"), planned.doneWhen);
    lines += section(Cli::tr("Hand over:"), planned.handoff);
    lines += section(Cli::tr("Files to write, in %1:").arg(workspaceOf(folder, task)), planned.deliverables + planned.evidence);
    return lines;
}

QString HumanTalk::question() const
{
    switch (m_step) {
    case Step::Decide:
        return task().isValidation ? Cli::tr("Your verdict: approve or reject?") : Cli::tr("Is it done, or do you refuse it? done or refuse:");
    case Step::Outcome:
        return Cli::tr("Which outcome? %1:").arg(task().task->outcomes.join(u", "_s));
    case Step::Issue:
        return Cli::tr("What is wrong? One issue a line, an empty line ends:");
    case Step::Why:
        return Cli::tr("Why?");
    }
    return {};
}

std::optional<Request> HumanTalk::decide(const QString &line, QString &remark)
{
    const bool isDone = means(line, task().isValidation ? u"approve"_s : u"done"_s) || means(line, u"yes"_s);
    const bool isRefused = means(line, task().isValidation ? u"reject"_s : u"refuse"_s) || means(line, u"no"_s);
    if (isRefused) {
        m_step = task().isValidation ? Step::Issue : Step::Why;
        return std::nullopt;
    }
    if (!isDone)
        return std::nullopt; // asked again
    if (const QStringList files = missing(); !files.isEmpty()) {
        remark = Cli::tr("Not there yet: %1. Without it the task fails.").arg(files.join(u", "_s));
        return std::nullopt;
    }
    if (!task().isValidation && task().task->outcomes.size() > 1) {
        m_step = Step::Outcome;
        return std::nullopt;
    }
    return Request{Action::Approve, m_id};
}

std::optional<Request> HumanTalk::take(const QString &line, QString &remark)
{
    switch (m_step) {
    case Step::Decide:
        return decide(line, remark);
    case Step::Outcome: {
        if (!task().task->outcomes.contains(line))
            return std::nullopt;
        Request request{Action::Approve, m_id};
        request.outcome = line;
        return request;
    }
    case Step::Issue: {
        const QString judged = task().validates.size() == 1 ? m_runner.plan().tasks.at(task().validates.first()).id : QString();
        if (!line.isEmpty()) {
            m_issues.append(QJsonObject{{u"severity"_s, u"error"_s}, {u"task"_s, judged}, {u"where"_s, QString()}, {u"what"_s, line}, {u"fix"_s, QString()}});
            return std::nullopt;
        }
        if (m_issues.isEmpty())
            return std::nullopt;
        return Request{Action::Refuse, m_id, {}, m_issues};
    }
    case Step::Why:
        return Request{Action::Refuse, m_id, line};
    }
    return std::nullopt;
}

} // namespace baton
