// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/dialogs/whatifmodel.h"

#include <QFont>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

Field fieldOf(int column)
{
    return column == WhatIfModel::ModelColumn      ? Field::Model
           : column == WhatIfModel::DurationColumn ? Field::BudgetDuration
                                                   : Field::BudgetTokens;
}

} // namespace

WhatIfModel::WhatIfModel(WhatIf &changes, QObject *parent)
    : QAbstractTableModel(parent)
    , m_changes(changes)
{
}

NodeKey WhatIfModel::keyAt(int row) const
{
    return row >= 0 && row < m_changes.after().tasks.size() ? m_changes.after().tasks.keyAt(row) : NodeKey();
}

int WhatIfModel::rowOf(NodeKey key) const
{
    return int(m_changes.after().tasks.indexOf(key));
}

void WhatIfModel::refresh()
{
    beginResetModel();
    endResetModel();
}

int WhatIfModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_changes.after().tasks.size());
}

int WhatIfModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WhatIfModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Task &task = m_changes.after().tasks.at(index.row());
    const NodeKey key = keyAt(index.row());
    if (role == Qt::DisplayRole || role == Qt::EditRole) {
        switch (index.column()) {
        case TaskColumn:
            return task.displayTitle();
        case ModelColumn: {
            const Persona *persona = m_changes.after().persona(m_changes.draft().ids().persona(task.persona()));
            return !task.model.isEmpty() || role == Qt::EditRole || !persona ? task.model : persona->model;
        }
        case DurationColumn:
            return task.budgetDuration.text;
        case TokensColumn:
            if (!task.budgetTokens)
                return QString();
            return role == Qt::EditRole ? QString::number(*task.budgetTokens) : QLocale().toString(*task.budgetTokens);
        }
    }
    if (role == Qt::ToolTipRole && index.column() == TaskColumn)
        return task.id;
    if (role == Qt::TextAlignmentRole && index.column() >= DurationColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const bool isChanged = index.column() == TaskColumn ? m_changes.isChanged(key, Field::Needs)
                                                        : m_changes.isChanged(key, fieldOf(index.column()));
    if (role == Qt::FontRole && isChanged) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role == Qt::AccessibleTextRole && isChanged)
        return tr("%1, changed").arg(data(index, Qt::DisplayRole).toString());
    return {};
}

bool WhatIfModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || index.column() == TaskColumn)
        return false;
    const QString text = value.toString().trimmed();
    const NodeKey key = keyAt(index.row());
    if (index.column() == ModelColumn) {
        m_changes.set(key, Field::Model, text);
    } else if (index.column() == DurationColumn) {
        if (!text.isEmpty() && !Duration{text}.milliseconds())
            return false;
        m_changes.set(key, Field::BudgetDuration, Duration{text});
    } else {
        bool isNumber = false;
        const qint64 tokens = QString(text).remove(QLocale().groupSeparator()).toLongLong(&isNumber);
        if (!text.isEmpty() && (!isNumber || tokens < 0))
            return false;
        m_changes.set(key, Field::BudgetTokens, text.isEmpty() ? std::optional<qint64>() : std::optional(tokens));
    }
    emit dataChanged(index, index);
    emit changed();
    return true;
}

QVariant WhatIfModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TaskColumn:
        return tr("Task");
    case ModelColumn:
        return tr("Model");
    case DurationColumn:
        return tr("Duration");
    case TokensColumn:
        return tr("Tokens");
    }
    return {};
}

Qt::ItemFlags WhatIfModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == TaskColumn ? flags : flags | Qt::ItemIsEditable;
}

} // namespace baton
