// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/issuemodel.h"

#include "model/run/gatecheck.h"
#include "model/run/runrecord.h"
#include "views/panels/chips.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace baton {

IssueModel::IssueModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void IssueModel::collectFixes(const RunRecord &record)
{
    if (m_of != &record || m_taken > record.events().size()) {
        m_of = &record;
        m_taken = 0;
        m_fixes.clear();
    }
    for (; m_taken < record.events().size(); ++m_taken) {
        const Event &event = record.events().at(m_taken);
        if (event.type != EventType::FixAccepted)
            continue;
        for (const QJsonValue &value : event.data["tasks"_L1].toArray()) {
            const QJsonObject task = value.toObject();
            if (task.contains("issue"_L1))
                m_fixes.append({event.seq, task["id"_L1].toString(), task["issue"_L1].toObject()});
        }
    }
}

/// What became of an issue that this validation found.
void IssueModel::judge(Row &row, const QJsonObject &issue, int validation, const RunRecord &record) const
{
    const RunState &state = record.state();
    const RunPlan &plan = planOf(record.plan(), state);
    const TaskRun &found = state.tasks.at(validation);
    const int latest = latestInstance(plan, state, validation);
    const TaskRun &now = state.tasks.at(latest >= 0 ? latest : validation);
    const bool isAgain = latest >= 0 && latest != validation && now.verdict;
    row.state = IssueState::Open;
    for (const Fix &fix : m_fixes) {
        const int task = fix.seq <= state.seq && fix.issue == issue ? plan.indexOfTask(fix.task) : -1;
        if (task < 0)
            continue;
        row.fixTask = fix.task;
        row.state = state.tasks.at(task).state == TaskState::Complete ? IssueState::ToCheck : IssueState::InFix;
    }
    if (isAgain && !now.verdict->issues.contains(issue))
        row.state = IssueState::Fixed; // Who looked again did not find it any more.
    else if (isAgain)
        row.state = IssueState::Open;
    else if (found.verdict->approved)
        row.state = IssueState::Noted;
    switch (row.state) {
    case IssueState::Open: row.cells[StateColumn] = tr("open", "issue"); break;
    case IssueState::InFix: row.cells[StateColumn] = tr("in %1", "fix task").arg(row.fixTask); break;
    case IssueState::ToCheck: row.cells[StateColumn] = tr("mended in %1, to be checked").arg(row.fixTask); break;
    case IssueState::Fixed:
        row.cells[StateColumn] = row.fixTask.isEmpty() ? tr("fixed", "issue") : tr("fixed in %1").arg(row.fixTask);
        break;
    case IssueState::Noted: row.cells[StateColumn] = tr("noted, approved all the same"); break;
    }
}

QList<IssueModel::Row> IssueModel::rowsOf(const RunRecord &record) const
{
    QList<Row> rows;
    const RunState &state = record.state();
    const RunPlan &plan = planOf(record.plan(), state);
    for (int task = 0; task < qMin(plan.tasks.size(), state.tasks.size()); ++task) {
        const std::optional<Verdict> &verdict = state.tasks.at(task).verdict;
        if (!verdict)
            continue;
        const PlanTask &validation = plan.tasks.at(task);
        for (const QJsonValue &value : verdict->issues) {
            const QJsonObject issue = value.toObject();
            const auto text = [&](QLatin1StringView key) { return issue.value(key).toString().simplified(); };
            Row row;
            row.cells = {text("severity"_L1), text("task"_L1), text("where"_L1), text("what"_L1), text("fix"_L1), {},
                         validation.task->displayTitle()};
            row.id = validation.id;
            row.foundBy = validation.id;
            if (const int named = plan.indexOfTask(text("task"_L1)); named >= 0) {
                row.cells[TaskColumn] = plan.tasks.at(named).task->displayTitle();
                row.id = plan.tasks.at(named).id;
            }
            judge(row, issue, task, record);
            rows.append(row);
        }
    }
    return rows;
}

void IssueModel::read(const RunRecord *record)
{
    QList<Row> rows;
    if (record) {
        collectFixes(*record);
        rows = rowsOf(*record);
    } else {
        m_of = nullptr;
    }
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int IssueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int IssueModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant IssueModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::ToolTipRole:
        return plainTip(row.cells[size_t(index.column())]);
    case Qt::DisplayRole:
        return row.cells[size_t(index.column())];
    case Qt::ForegroundRole:
        if (index.column() == StateColumn)
            return row.state == IssueState::Fixed   ? m_theme.stateInk(TaskState::Complete)
                   : row.state == IssueState::Open  ? m_theme.stateInk(TaskState::Failed)
                   : row.state == IssueState::Noted ? m_theme.palette().mute
                                                    : m_theme.stateInk(TaskState::Active);
        return index.column() == WhatColumn ? m_theme.palette().ink : m_theme.palette().mute;
    case IdRole:
        return index.column() == StateColumn && !row.fixTask.isEmpty() ? row.fixTask : row.id;
    case FoundByRole:
        return row.foundBy;
    default:
        return {};
    }
}

QVariant IssueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case TaskColumn:
        return tr("Task");
    case WhereColumn:
        return tr("Where");
    case WhatColumn:
        return tr("What");
    case FixColumn:
        return tr("Fix");
    case StateColumn:
        return tr("State");
    case FoundByColumn:
        return tr("Found by");
    }
    return {};
}

} // namespace baton
