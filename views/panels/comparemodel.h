// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runcompare.h"
#include "views/style/theme.h"

#include <QAbstractTableModel>

namespace baton {

/// Two runs side by side: a row for each task and gate, differences first, what differs in strong ink.
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        FirstStateColumn,
        SecondStateColumn,
        FirstTimeColumn,
        SecondTimeColumn,
        FirstTokensColumn,
        SecondTokensColumn,
        FirstVerdictColumn,
        SecondVerdictColumn,
        ColumnCount
    };
    enum { IdRole = Qt::UserRole };

    explicit CompareModel(Theme &theme, QObject *parent = nullptr);

    void setRuns(const RunOutcome &first, const RunOutcome &second);
    /// The runs themselves in a sentence, and how many steps differ.
    QString summary() const;
    const QList<ComparedStep> &steps() const { return m_steps; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ComparedStep &step, int column) const;
    static bool isSecond(int column) { return column > 0 && column % 2 == 0; }

    Theme &m_theme;
    RunOutcome m_first;
    RunOutcome m_second;
    QList<ComparedStep> m_steps;
};

} // namespace baton
