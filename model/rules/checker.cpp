// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/rules.h"

namespace baton {

namespace {

/// Only where things are drawn.
bool isOnlyLayout(const Change &change)
{
    if (change.reset || !change.added.isEmpty() || !change.removed.isEmpty())
        return false;
    FieldSet layout;
    layout.add(Field::Position);
    layout.add(Field::Folded);
    return std::all_of(change.touched.begin(), change.touched.end(),
                       [&](const FieldSet &fields) { return fields.isSubsetOf(layout); });
}

} // namespace

Checker::Checker(const Workflow &workflow, QObject *parent) : QObject(parent), m_workflow(workflow)
{
    m_problems = checkWorkflow(workflow.contents(), m_context);
    connect(&workflow, &Workflow::changed, this, &Checker::follow);
}

void Checker::setContext(CheckContext context)
{
    if (context == m_context)
        return;
    m_context = std::move(context);
    checkAll();
}

void Checker::follow(const Change &change)
{
    if (!isOnlyLayout(change))
        checkAll();
}

void Checker::checkAll()
{
    QList<Problem> problems = checkWorkflow(m_workflow.contents(), m_context);
    if (problems == m_problems)
        return;
    m_problems = std::move(problems);
    emit problemsChanged();
}

} // namespace baton
