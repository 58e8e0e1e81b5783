// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/advice/whatif.h"

#include <QAbstractTableModel>

namespace baton {

/// The tasks of a plan with what may be tried out: their model, duration and tokens.
class WhatIfModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TaskColumn, ModelColumn, DurationColumn, TokensColumn, ColumnCount };

    explicit WhatIfModel(WhatIf &changes, QObject *parent = nullptr);

    NodeKey keyAt(int row) const;
    int rowOf(NodeKey key) const;
    /// The plan was put back as it was.
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void changed();

private:
    WhatIf &m_changes;
};

} // namespace baton
