// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/workflow.h"

#include <QAbstractListModel>

namespace baton {

/// The rows of the library: headings, personas of the plan, kinds of node, patterns; those that fit the filter.
class LibraryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Heading, Persona, Insert, Pattern };
    enum Roles { KindRole = Qt::UserRole, NameRole, ColorRole, IconRole, LetterRole, KeyRole };

    LibraryModel(const Workflow &workflow, QObject *parent = nullptr);

    void setFilter(const QString &filter);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

    /// What a drag carries: a persona's id; a name that inserting() takes.
    static QString personaMime() { return QStringLiteral("application/x-baton-persona"); }
    static QString insertMime() { return QStringLiteral("application/x-baton-insert"); }

private:
    struct Row
    {
        Kind kind;
        QString text;
        QString name = {};    ///< A persona's id, or what inserting() takes.
        QString detail = {};  ///< The tool tip.
        QString icon = {};
        QString letter = {};  ///< The key that inserts it while the canvas has the focus.
        QString color = {};
        NodeKey key = {};
    };

    void follow(const Change &change);
    void rebuild();

    const Workflow &m_workflow;
    QString m_filter;
    QList<Row> m_rows;
};

} // namespace baton
