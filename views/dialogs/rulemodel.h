// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/suppression.h"

#include <QAbstractTableModel>

namespace baton {

/// All rules as rows: what they find, their severity by the profile and in this plan, and at how many tasks they are set
/// aside.
class RuleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TitleColumn, IdColumn, DefaultColumn, HereColumn, OriginColumn, AsideColumn, ColumnCount };
    /// A task that has set a rule aside.
    struct Aside
    {
        NodeKey task;
        QString reason;
    };

    explicit RuleModel(const Workflow &workflow, QObject *parent = nullptr);

    /// Settings or the profile have changed.
    void refresh();
    QList<Aside> asides(const QString &rule) const { return m_asides.value(rule); }
    static QString severityWord(Severity severity);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Workflow &m_workflow;
    QHash<QString, QList<Aside>> m_asides; ///< By rule, in the order of the file.
};

} // namespace baton
