// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/issuerows.h"
#include "views/style/theme.h"

#include <QAbstractTableModel>

namespace baton {

class RunRecord;

/// The issues of a run, as issueRows() finds them, and what became of each.
class IssueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        SeverityColumn,
        TaskColumn,
        WhereColumn,
        WhatColumn,
        FixColumn,
        StateColumn,
        FoundByColumn,
        ColumnCount
    };
    enum {
        /// The task an issue names, else the validation that found it; of the state's column the fix task where there is one.
        IdRole = Qt::UserRole,
        FoundByRole, ///< The validation that found it, or the gate.
    };

    explicit IssueModel(Theme &theme, QObject *parent = nullptr);

    /// What the cursor of the record shows; null = no run.
    void read(const RunRecord *record);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        IssueRow issue;
        QString task; ///< Its title, and that of what found the issue.
        QString foundBy;
        QString id;
        bool operator==(const Row &) const = default;
    };

    QString text(const Row &row, int column) const;
    QColor inkOf(IssueRow::State state) const;

    Theme &m_theme;
    QList<Row> m_rows;
};

} // namespace baton
