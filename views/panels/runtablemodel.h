// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"
#include "views/style/theme.h"

#include <QAbstractTableModel>

namespace baton {

class RunRecord;

/// The tasks of a run with what the journal says about each at the cursor. Holds nothing itself: cells are
/// read from the record when they are shown.
class RunTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TaskColumn,
        PersonaColumn,
        StateColumn,
        AttemptColumn,
        ElapsedColumn,
        TokensColumn,
        OutcomeColumn,
        EvidenceColumn,
        ColumnCount
    };
    enum { SortRole = Qt::UserRole, IdRole };

    explicit RunTableModel(Theme &theme, QObject *parent = nullptr);

    void setRecord(RunRecord *record);
    /// Only the rows that these events are about.
    void follow(const QList<Event> &events);
    /// The cursor jumped: every row may be different.
    void followJump();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// -1 where there is no such task.
    int rowOf(const QString &id) const;

private:
    const RunPlan &plan() const;
    bool fitRows();
    QString text(int row, int column) const;
    QVariant sortKey(int row, int column) const;

    Theme &m_theme;
    RunRecord *m_record = nullptr;
    int m_rows = 0;
};

} // namespace baton
