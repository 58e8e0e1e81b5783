// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/preflight.h"
#include "views/editing/document.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace baton {

/// The enforcement checklists. Nothing here is ticked by hand: a line is met when plan and run show it. A click selects
/// what a line is about; Enter or the last column corrects it, where a rule knows how.
class PreflightPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PreflightPanel(Document &document, QWidget *parent = nullptr);

    void setItems(const QList<PreflightItem> &items);
    QTreeWidget *list() const { return m_list; }
    static QString stateWord(PreflightItem::State state);

signals:
    /// Somebody picked a line that is about this node; it is selected.
    void activated(baton::NodeKey key);
    void fixChosen(const QList<baton::Problem> &problems, const QString &fixId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addSection(PreflightItem::Section section, const QString &title);
    void fill(QTreeWidgetItem *row, const PreflightItem &item) const;
    const PreflightItem *itemAt(const QTreeWidgetItem *row) const;
    void pick(const QTreeWidgetItem *row);
    void fix(const QTreeWidgetItem *row);

    Document &m_document;
    QList<PreflightItem> m_items;
    QLabel *m_summary;
    QTreeWidget *m_list;
};

} // namespace baton
