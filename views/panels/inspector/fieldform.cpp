// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/fieldform.h"

#include <QBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int rowSpacing = 10;

/// Whether the problem's field is meant on \a subject: on the first of its subjects, and where it is about
/// who does what, on everyone involved.
bool concerns(const Problem &problem, NodeKey subject)
{
    return problem.subjects.first() == subject ||
           (problem.field == Field::Persona && problem.subjects.contains(subject));
}

} // namespace

FieldForm::FieldForm(Document &document, Theme &theme, NodeKind kind, const QList<FieldSpec> &specs,
                     QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(rowSpacing);
    m_foldLayout = new QVBoxLayout;
    m_foldLayout->setSpacing(0);
    for (int group = 0; group <= int(FieldSpec::Group::Rules); ++group) {
        bool opened = group == int(FieldSpec::Group::Main);
        for (const FieldSpec &spec : specs) {
            if (int(spec.group) != group)
                continue;
            if (!opened)
                addFold(FieldSpecs::groupTitle(spec.group));
            opened = true;
            const bool folded = spec.group != FieldSpec::Group::Main;
            FieldRow *row =
                FieldSpecs::makeRow(spec, kind, document, theme, folded ? m_folds.last().body : this);
            (folded ? m_folds.last().body->layout() : layout)->addWidget(row);
            if (folded)
                m_folds.last().rows += row;
            m_rows.insert(spec.field, row);
            m_order += row;
            connect(row, &FieldRow::fixChosen, this, &FieldForm::fixChosen);
            connect(row, &FieldRow::whyAsked, this, &FieldForm::whyAsked);
            connect(row, &FieldRow::setAsideAsked, this, &FieldForm::setAsideAsked);
        }
    }
    layout->addLayout(m_foldLayout);
}

void FieldForm::addFold(const QString &title)
{
    auto *head = new QToolButton(this);
    head->setProperty("look", u"fold"_s);
    head->setCheckable(true);
    head->setAutoRaise(true);
    head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *body = new QWidget(this);
    auto *bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(0, 0, 0, 4);
    bodyLayout->setSpacing(rowSpacing);
    m_foldLayout->addWidget(head);
    m_foldLayout->addWidget(body);
    m_folds.append({head, body, title, {}});
    setOpen(m_folds.last(), false);
    connect(head, &QToolButton::clicked, this,
            [this, index = m_folds.size() - 1](bool open) { setOpen(m_folds.at(index), open); });
}

void FieldForm::setOpen(const Fold &fold, bool open)
{
    fold.head->setChecked(open);
    fold.head->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    fold.body->setVisible(open);
}

void FieldForm::setKeys(const QList<NodeKey> &keys)
{
    for (FieldRow *row : m_order)
        row->setKeys(keys);
    countSet();
}

void FieldForm::follow(const FieldSet &touched)
{
    for (FieldRow *row : m_order) {
        // What a task validates decides its default kind, its persona the executor it has by default.
        const bool concerned = touched.contains(row->field()) ||
                               (row->field() == Field::Kind && touched.contains(Field::Validates)) ||
                               (row->field() == Field::Executor && touched.contains(Field::Persona));
        if (concerned)
            row->follow();
    }
    countSet();
}

void FieldForm::followAll()
{
    for (FieldRow *row : m_order)
        row->follow();
    countSet();
}

void FieldForm::countSet()
{
    for (const Fold &fold : m_folds) {
        int set = 0;
        for (const FieldRow *row : fold.rows)
            set += row->isSet() && row->field() != Field::Id ? 1 : 0;
        const QString text =
            set ? tr("%1 · %2", "a group of fields and how many of them are set").arg(fold.title).arg(set)
                : fold.title;
        fold.head->setText(text);
        fold.head->setAccessibleName(set ? tr("%1, %n set", nullptr, set).arg(fold.title) : fold.title);
    }
}

QList<Problem> FieldForm::setProblems(const QList<Problem> &problems, NodeKey subject)
{
    QHash<Field, QList<Problem>> byField;
    QList<Problem> rest;
    for (const Problem &problem : problems) {
        const bool here = problem.field && !problem.subjects.isEmpty() && concerns(problem, subject) &&
                          m_rows.contains(*problem.field);
        if (here)
            byField[*problem.field] += problem;
        else
            rest += problem;
    }
    for (FieldRow *row : m_order)
        row->setProblems(byField.value(row->field()));
    for (const Fold &fold : m_folds) {
        const bool wrong = std::any_of(fold.rows.begin(), fold.rows.end(), [](const FieldRow *row) {
            return row->severity() >= Severity::Warning;
        });
        if (wrong)
            setOpen(fold, true);
    }
    return rest;
}

FieldRow *FieldForm::unfold(Field field)
{
    FieldRow *wanted = row(field);
    for (const Fold &fold : m_folds) {
        if (fold.rows.contains(wanted))
            setOpen(fold, true);
    }
    return wanted;
}

} // namespace baton
