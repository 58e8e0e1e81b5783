// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/rules.h"

namespace baton {

namespace {

/// What no rule reads, whatever kind of node has it. Everything else is checked again.
const FieldSet &unread()
{
    static const FieldSet fields = [] {
        FieldSet set;
        for (Field field : {Field::Position, Field::Folded, Field::Color, Field::Instructions, Field::Tools, Field::Model,
                            Field::Handoff, Field::DoneWhen, Field::References, Field::Launch, Field::Root,
                            Field::BranchPrefix, Field::BudgetWarnAt, Field::BudgetStop, Field::MissionInputs,
                            Field::RetryMax, Field::RetryDelay, Field::RetryBackoff, Field::TimeoutTotal,
                            Field::TimeoutStart, Field::TimeoutIdle, Field::TimeoutBlocked, Field::OnFail})
            set.add(field);
        return set;
    }();
    return fields;
}

bool changesNothing(const Change &change)
{
    return !change.reset && change.added.isEmpty() && change.removed.isEmpty() &&
           std::all_of(change.touched.begin(), change.touched.end(),
                       [](const FieldSet &fields) { return fields.isSubsetOf(unread()); });
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
    if (!changesNothing(change))
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
