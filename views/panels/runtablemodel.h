// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/substate.h"
#include "views/style/theme.h"

#include <QAbstractTableModel>

#include <optional>

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
    /// How late it is, where time goes on between events; 0 = as late as the record's state.
    void setRunTime(qint64 time) { m_runTime = time; }
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
    QString stateText(int row) const;
    qint64 now() const;
    void forget() { m_subStates.reset(); }
    QVariant sortKey(int row, int column) const;

    Theme &m_theme;
    RunRecord *m_record = nullptr;
    int m_rows = 0;
    qint64 m_runTime = 0;
    mutable std::optional<SubStates> m_subStates; ///< Of the present state; made when first asked.
};

} // namespace baton
