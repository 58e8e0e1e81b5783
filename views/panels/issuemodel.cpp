// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/issuemodel.h"

#include "views/panels/chips.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace baton {

IssueModel::IssueModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void IssueModel::read(const RunPlan *plan, const RunState *state)
{
    QList<Row> rows;
    for (int task = 0; plan && state && task < qMin(plan->tasks.size(), state->tasks.size()); ++task) {
        const std::optional<Verdict> &verdict = state->tasks.at(task).verdict;
        if (!verdict)
            continue;
        const PlanTask &validation = plan->tasks.at(task);
        for (const QJsonValue &value : verdict->issues) {
            const QJsonObject issue = value.toObject();
            const auto text = [&](QLatin1StringView key) { return issue.value(key).toString().simplified(); };
            Row row{{text("severity"_L1), text("task"_L1), text("where"_L1), text("what"_L1), text("fix"_L1),
                     validation.task->displayTitle()},
                    validation.id};
            if (const int named = plan->indexOfTask(text("task"_L1)); named >= 0) {
                row.cells[TaskColumn] = plan->tasks.at(named).task->displayTitle();
                row.id = plan->tasks.at(named).id;
            }
            rows.append(row);
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

QVariant IssueModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::ToolTipRole:
        return plainTip(row.cells[size_t(index.column())]);
    case Qt::DisplayRole:
        return row.cells[size_t(index.column())];
    case Qt::ForegroundRole:
        return index.column() == WhatColumn ? m_theme.palette().ink : m_theme.palette().mute;
    case IdRole:
        return row.id;
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
    case FoundByColumn:
        return tr("Found by");
    }
    return {};
}

} // namespace baton
