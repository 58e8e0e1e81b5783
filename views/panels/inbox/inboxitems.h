// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/inbox.h"
#include "model/run/questions.h"
#include "views/style/theme.h"

#include <QAbstractListModel>
#include <QCoreApplication>

namespace baton {

/// A question of a run, in words.
struct InboxItem
{
    Question question;
    QString title;    ///< Of the task or gate.
    QString sentence; ///< What is asked.
    QString kind;     ///< "Launch", "Gate"...; one word.

    bool operator==(const InboxItem &) const = default;
};

/// Makes words of what waits for a person, and knows which answers fit.
class InboxItems
{
    Q_DECLARE_TR_FUNCTIONS(baton::InboxItems)

public:
    static QList<InboxItem> of(const RunPlan &plan, const RunState &state);

    struct Answer
    {
        Action action = Action::Approve;
        QString text;
        bool isMain = false; ///< The one that goes on.
    };
    /// The buttons for a question, in order.
    static QList<Answer> answersTo(const RunPlan &plan, const Question &question);
    /// What is asked, at length, as rich text: the description, inputs, what was handed over, criteria, proposed fixes.
    static QString detailsHtml(const RunPlan &plan, const RunState &state, const Question &question, const Theme &theme);
};

/// The list of what waits.
class InboxModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum { TitleRole = Qt::UserRole, SentenceRole, KindRole };

    using QAbstractListModel::QAbstractListModel;

    void setItems(const QList<InboxItem> &items);
    const QList<InboxItem> &items() const { return m_items; }
    /// -1 where it no longer waits.
    int rowOf(const Question &question) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<InboxItem> m_items;
};

} // namespace baton
