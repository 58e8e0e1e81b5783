// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/findings.h"

namespace baton {

Checker::Checker(const Workflow &workflow, QObject *parent)
    : QObject(parent)
    , m_workflow(workflow)
    , m_findings(std::make_unique<Findings>(workflow, m_context))
{
    connect(&workflow, &Workflow::changed, this, &Checker::follow);
}

Checker::~Checker() = default;

const QList<Problem> &Checker::problems() const
{
    return m_findings->problems();
}

void Checker::setContext(CheckContext context)
{
    if (context == m_context)
        return;
    m_context = std::move(context);
    auto findings = std::make_unique<Findings>(m_workflow, m_context);
    const bool differs = findings->problems() != m_findings->problems();
    m_findings = std::move(findings);
    if (differs)
        emit problemsChanged();
}

void Checker::follow(const Change &change)
{
    if (m_findings->follow(change))
        emit problemsChanged();
}

} // namespace baton
