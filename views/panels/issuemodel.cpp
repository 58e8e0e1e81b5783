// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/issuemodel.h"

#include "model/run/runrecord.h"
#include "views/panels/chips.h"

using namespace Qt::StringLiterals;

namespace baton {

IssueModel::IssueModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void IssueModel::read(const RunRecord *record)
{
    QList<Row> rows;
    if (record) {
        const RunPlan &plan = planOf(record->plan(), record->state());
        const auto titleOf = [&](const QString &id) {
            const int task = plan.indexOfTask(id);
            const int gate = plan.indexOfGate(id);
            return task >= 0 ? plan.tasks.at(task).task->displayTitle() : gate >= 0 ? plan.gates.at(gate).gate->displayTitle() : id;
        };
        for (const IssueRow &issue : issueRows(plan, record->state())) {
            const bool namesTask = plan.indexOfTask(issue.task) >= 0;
            rows.append({issue, titleOf(issue.task), titleOf(issue.foundBy), namesTask ? issue.task : issue.foundBy});
        }
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

QString IssueModel::text(const Row &row, int column) const
{
    switch (column) {
    case SeverityColumn: return row.issue.severity;
    case TaskColumn: return row.task;
    case WhereColumn: return row.issue.where.simplified();
    case WhatColumn: return row.issue.what.simplified();
    case FixColumn: return row.issue.fix.simplified();
    case StateColumn: return fateOf(row.issue);
    case FoundByColumn: return row.foundBy;
    }
    return {};
}

QColor IssueModel::inkOf(IssueRow::State state) const
{
    switch (state) {
    case IssueRow::State::Open:
    case IssueRow::State::FoundAgain: return m_theme.stateInk(TaskState::Failed);
    case IssueRow::State::Fixed: return m_theme.stateInk(TaskState::Complete);
    case IssueRow::State::Noted:
    case IssueRow::State::Uncertain: return m_theme.palette().mute;
    case IssueRow::State::InWork:
    case IssueRow::State::ToCheck: break;
    }
    return m_theme.stateInk(TaskState::Active);
}

QVariant IssueModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::ToolTipRole:
        return plainTip(text(row, index.column()));
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ForegroundRole:
        if (index.column() == StateColumn)
            return inkOf(row.issue.state);
        return index.column() == WhatColumn ? m_theme.palette().ink : m_theme.palette().mute;
    case IdRole:
        return index.column() == StateColumn && !row.issue.fixTask.isEmpty() ? row.issue.fixTask : row.id;
    case FoundByRole:
        return row.issue.foundBy;
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
