// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inbox/inboxitems.h"

#include "model/plan/handoff.h"
#include "views/panels/chips.h"
#include "views/panels/runfacts.h"
#include "views/panels/runsummarybox.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype longestText = 6000;
constexpr qsizetype mostLines = 60;

QString paragraph(const QString &text)
{
    return u"<p style=\"margin:0 0 8px 0\">%1</p>"_s.arg(text.left(longestText).toHtmlEscaped().replace(u'\n', u"<br>"_s));
}

QString section(const QString &title, const QStringList &lines, const Theme &theme)
{
    if (lines.isEmpty())
        return {};
    QString html = u"<p style=\"margin:4px 0 2px 0; color:%1\"><b>%2</b></p>"_s.arg(theme.palette().mute.name(),
                                                                                   title.toHtmlEscaped());
    for (const QString &line : lines.first(qMin(lines.size(), mostLines)))
        html += u"<p style=\"margin:0 0 2px 8px\">• %1</p>"_s.arg(line.left(600).toHtmlEscaped());
    return html;
}

QStringList proposedFixes(const QJsonObject &proposal)
{
    QStringList lines;
    for (const QJsonValue &value : proposal["tasks"_L1].toArray()) {
        const QJsonObject task = value.toObject();
        const QString repeats = task["repeats"_L1].toString();
        const QString persona = task["persona"_L1].toString();
        if (!repeats.isEmpty())
            lines += InboxItems::tr("%1 again, as %2").arg(repeats, task["id"_L1].toString());
        else if (persona.isEmpty())
            lines += task["title"_L1].toString();
        else
            lines += InboxItems::tr("%1, by @%2").arg(task["title"_L1].toString(), persona);
    }
    return lines;
}

} // namespace

QList<InboxItem> InboxItems::of(const RunPlan &base, const RunState &state)
{
    const RunPlan &plan = planOf(base, state);
    QList<InboxItem> items;
    for (const Question &question : openQuestions(base, state)) {
        InboxItem item{question, {}, {}, {}};
        const int task = plan.indexOfTask(question.subject);
        const int gate = plan.indexOfGate(question.subject);
        item.title = task >= 0 ? plan.tasks.at(task).task->displayTitle()
                               : gate >= 0 ? plan.gates.at(gate).gate->displayTitle() : question.subject;
        switch (question.kind) {
        case Question::Kind::Launch:
            item.kind = tr("Launch");
            item.sentence = tr("May this task start?");
            break;
        case Question::Kind::Gate:
            item.kind = tr("Gate");
            item.sentence = tr("May the run pass this gate?");
            break;
        case Question::Kind::Fix:
            item.kind = tr("Fix");
            item.sentence = tr("The gate has failed. Shall the proposed fix phase run?");
            break;
        case Question::Kind::Human:
            item.kind = tr("To do");
            item.sentence = plan.tasks.at(task).isValidation ? tr("This needs your verdict.") : tr("This is for you to do.");
            break;
        case Question::Kind::Blocked:
            item.kind = tr("Blocked");
            item.sentence = state.tasks.at(task).reason.isEmpty() ? tr("This task is blocked.") : state.tasks.at(task).reason;
            break;
        }
        items.append(item);
    }
    return items;
}

QList<InboxItems::Answer> InboxItems::answersTo(const RunPlan &plan, const Question &question)
{
    switch (question.kind) {
    case Question::Kind::Launch:
        return {{Action::Approve, tr("Approve"), true}, {Action::Refuse, tr("Refuse")}};
    case Question::Kind::Gate:
        return {{Action::Approve, tr("Approve"), true}, {Action::Refuse, tr("Refuse")}};
    case Question::Kind::Fix:
        return {{Action::Approve, tr("Run the fix phase"), true}, {Action::Refuse, tr("Refuse")}};
    case Question::Kind::Human: {
        const int task = plan.indexOfTask(question.subject);
        if (task >= 0 && plan.tasks.at(task).isValidation)
            return {{Action::Approve, tr("Approve"), true}, {Action::Refuse, tr("Reject")}, {Action::Cancel, tr("Cancel the task")}};
        return {{Action::Approve, tr("Done"), true}, {Action::Refuse, tr("Refuse")}, {Action::Cancel, tr("Cancel the task")}};
    }
    case Question::Kind::Blocked:
        return {{Action::Resolve, tr("Resolved"), true}, {Action::Cancel, tr("Cancel the task")}};
    }
    return {};
}

QString InboxItems::detailsHtml(const RunPlan &plan, const RunState &state, const Question &question, const Theme &theme)
{
    QString html;
    if (const int gate = plan.indexOfGate(question.subject); gate >= 0) {
        const GateRun &run = state.gates.at(gate);
        if (question.kind == Question::Kind::Fix)
            html += section(tr("What it would do"), proposedFixes(run.proposal), theme);
        if (!plan.gates.at(gate).gate->signOff.isEmpty())
            html += paragraph(tr("Signed off by @%1.").arg(plan.gates.at(gate).gate->signOff.join(u", @"_s)));
        return html + criteriaHtml(RunFacts::criteria(plan, state, gate), run.state, theme);
    }
    const int index = plan.indexOfTask(question.subject);
    if (index < 0)
        return html;
    const PlanTask &planned = plan.tasks.at(index);
    const Task &task = *planned.task;
    if (!state.tasks.at(index).note.isEmpty())
        html += section(tr("Note"), {state.tasks.at(index).note}, theme);
    if (!task.description.isEmpty())
        html += paragraph(task.description);
    QStringList judged;
    for (int other : planned.validates)
        judged += plan.tasks.at(other).task->displayTitle();
    html += section(tr("Judges"), judged, theme);
    html += section(tr("Inputs"), task.inputs, theme);
    QStringList received;
    const auto taskOf = [&plan](const QString &id) {
        const int from = plan.indexOfTask(id);
        return from < 0 ? nullptr : plan.tasks.at(from).task.get();
    };
    for (const HandOff &handed : handOffsTo(task, taskOf))
        received += RunFacts::handOffText(handed, taskOf(handed.from)->displayTitle());
    html += section(tr("Receives"), received, theme);
    html += section(tr("Done when"), task.doneWhen, theme);
    return html;
}

void InboxModel::setItems(const QList<InboxItem> &items)
{
    if (items == m_items)
        return;
    // The rows that stay keep their selection. A task or gate asks one thing at a time.
    QHash<QString, Question::Kind> waiting;
    for (const InboxItem &item : items)
        waiting.insert(item.question.subject, item.question.kind);
    for (int row = int(m_items.size()) - 1; row >= 0; --row) {
        const Question &question = m_items.at(row).question;
        if (const auto found = waiting.constFind(question.subject); found != waiting.cend() && *found == question.kind)
            continue;
        beginRemoveRows({}, row, row);
        m_items.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < items.size(); ++row) {
        if (row < m_items.size() && m_items.at(row).question == items.at(row).question) {
            if (m_items.at(row) != items.at(row)) {
                m_items[row] = items.at(row);
                emit dataChanged(index(row), index(row));
            }
        } else {
            beginInsertRows({}, row, row);
            m_items.insert(row, items.at(row));
            endInsertRows();
        }
    }
    if (m_items == items)
        return;
    beginResetModel(); // They came in another order.
    m_items = items;
    endResetModel();
}

int InboxModel::rowOf(const Question &question) const
{
    for (int row = 0; row < m_items.size(); ++row) {
        if (m_items.at(row).question == question)
            return row;
    }
    return -1;
}

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    const InboxItem &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return item.title;
    case SentenceRole:
        return item.sentence;
    case KindRole:
        return item.kind;
    case Qt::ToolTipRole:
        return plainTip(item.sentence);
    case Qt::AccessibleTextRole:
        return u"%1: %2. %3"_s.arg(item.kind, item.title, item.sentence);
    default:
        return {};
    }
}

} // namespace baton
