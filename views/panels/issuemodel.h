// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"
#include "views/style/theme.h"

#include <QAbstractTableModel>
#include <QJsonObject>

namespace baton {

class RunRecord;

/// The issues in the verdicts of a run, the latest verdict of each validation, and what became of each: open, in a fix
/// task, fixed.
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
        FoundByRole, ///< The validation that found it.
    };
    enum class IssueState { Open, InFix, ToCheck, Fixed, Noted };

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
        std::array<QString, ColumnCount> cells;
        QString id;
        QString fixTask;
        IssueState state = IssueState::Open;
        QString foundBy;
        bool operator==(const Row &) const = default;
    };

    /// A fix task that a run has taken in, and the issue it is to mend.
    struct Fix
    {
        qint64 seq = 0;
        QString task;
        QJsonObject issue;
    };
    void collectFixes(const RunRecord &record);
    QList<Row> rowsOf(const RunRecord &record) const;
    void judge(Row &row, const QJsonObject &issue, int validation, const RunRecord &record) const;

    Theme &m_theme;
    QList<Row> m_rows;
    const RunRecord *m_of = nullptr;
    qsizetype m_taken = 0; ///< Events of the record that m_fixes knows.
    QList<Fix> m_fixes;
};

} // namespace baton
