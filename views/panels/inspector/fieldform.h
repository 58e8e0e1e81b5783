// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/panels/inspector/fieldspecs.h"

class QToolButton;
class QVBoxLayout;

namespace baton {

/// The rows of one kind of node, with what is rarely wanted folded away. Kept and used again for the next
/// node of that kind, so that walking through a plan with the arrow keys stays quick.
class FieldForm : public QWidget
{
    Q_OBJECT

public:
    /// \a kind decides the shapes of the rows; \a specs which ones there are.
    FieldForm(Document &document, Theme &theme, NodeKind kind, const QList<FieldSpec> &specs,
              QWidget *parent);

    /// None: the form is put away.
    void setKeys(const QList<NodeKey> &keys);
    /// Catches up with a change of the nodes shown; what is about other nodes is for followAll().
    void follow(const FieldSet &touched);
    void followAll();
    /// Null when there is no such row.
    FieldRow *row(Field field) const { return m_rows.value(field); }
    /// Gives each row its problems and returns those that no row shows. Groups with a problem open.
    QList<Problem> setProblems(const QList<Problem> &problems, NodeKey subject);
    /// Opens the group of that field; null when there is no such row.
    FieldRow *unfold(Field field);

signals:
    void fixChosen(const baton::Problem &problem, const baton::QuickFix &fix);
    void whyAsked(const QString &rule);
    void setAsideAsked(const baton::Problem &problem);

private:
    struct Fold
    {
        QToolButton *head;
        QWidget *body;
        QString title;
        QList<FieldRow *> rows;
    };
    void addFold(const QString &title);
    void setOpen(const Fold &fold, bool open);
    void countSet();

    QHash<Field, FieldRow *> m_rows;
    QList<FieldRow *> m_order;
    QList<Fold> m_folds;
    QVBoxLayout *m_foldLayout = nullptr;
};

} // namespace baton
