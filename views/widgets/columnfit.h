// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QObject>

class QAbstractItemView;
class QHeaderView;

namespace baton {

/// Keeps the columns of a table as wide as they fit into it: where there is little room each gives up some of what it
/// would like to have, and room that is left over goes where long texts are. Once somebody has dragged a column the
/// widths are theirs.
class ColumnFit : public QObject
{
    Q_OBJECT

public:
    struct Column
    {
        int least;     ///< Pixels at the usual size of text; narrower the table is scrolled.
        int wanted;
        int share = 0; ///< Of the room that is left over.
    };

    /// One column for each section of \a header, of a view; this becomes its child.
    ColumnFit(QHeaderView *header, const QList<Column> &columns);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QHeaderView *m_header;
    QAbstractItemView *m_view;
    QList<Column> m_columns;
    bool m_fitting = false;
    bool m_isTheirs = false; ///< Somebody has dragged a column.
};

} // namespace baton
