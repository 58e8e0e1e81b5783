// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/editing/document.h"
#include "views/editing/inserting.h"
#include "views/style/theme.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace baton {

class LibraryModel;

/// What can be dragged onto the canvas: the plan's personas, the kinds of node, ready-made patterns; with a filter.
/// Everything here can be done by keyboard too: Return on a row inserts it, on a persona shows it.
class LibraryPanel : public QWidget
{
    Q_OBJECT

public:
    LibraryPanel(Document &document, Theme &theme, QWidget *parent = nullptr);

    QListView *list() const { return m_list; }
    QLineEdit *filter() const { return m_filter; }

signals:
    /// By the name that inserting() takes.
    void insertRequested(const QString &what);
    void patternsRequested(); ///< "Which pattern fits?"
    void assignRequested(const QString &persona);

private:
    void activate(const QModelIndex &index);
    void showMenu(const QPoint &place);

    Document &m_document;
    LibraryModel *m_model;
    QLineEdit *m_filter;
    QListView *m_list;
};

} // namespace baton
