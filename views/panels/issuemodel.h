// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"
#include "views/style/theme.h"

#include <QAbstractTableModel>

namespace baton {

/// The issues in the verdicts of a run, the latest verdict of each validation.
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
        FoundByColumn,
        ColumnCount
    };
    enum { IdRole = Qt::UserRole }; ///< The task an issue names, else the validation that found it.

    explicit IssueModel(Theme &theme, QObject *parent = nullptr);

    void read(const RunPlan *plan, const RunState *state);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        std::array<QString, ColumnCount> cells;
        QString id;
        bool operator==(const Row &) const = default;
    };

    Theme &m_theme;
    QList<Row> m_rows;
};

} // namespace baton
