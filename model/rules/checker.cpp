// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/checker.h"

#include "model/rules/findings.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace baton {

/// A check on another thread, of a copy of the plan; the nodes are the open plan's own.
struct Checker::Aside
{
    Contents contents;
    IdIndex ids;
    std::unique_ptr<Findings> findings;
};

Checker::Checker(const Workflow &workflow, QObject *parent)
    : QObject(parent)
    , m_workflow(workflow)
    , m_findings(std::make_unique<Findings>(workflow.contents(), workflow.ids(), m_context))
{
    connect(&workflow, &Workflow::changed, this, &Checker::follow);
    connect(&m_aside, &QFutureWatcherBase::finished, this, &Checker::takeOver);
}

Checker::~Checker()
{
    m_aside.waitForFinished();
}

const QList<Problem> &Checker::problems() const
{
    return m_isChecking ? m_lastKnown : m_findings->problems();
}

void Checker::setContext(CheckContext context)
{
    if (context == m_context)
        return;
    m_context = std::move(context);
    checkAll({});
}

void Checker::follow(const Change &change)
{
    if (m_isChecking)
        return checkAll(change);
    switch (m_findings->follow(change)) {
    case Findings::Follows::Same:
        break;
    case Findings::Follows::Differs:
        emit problemsChanged();
        break;
    case Findings::Follows::NotAtAll:
        checkAll(change);
        break;
    }
}

void Checker::checkAll(const Change &change)
{
    if (!m_isChecking && m_workflow.contents().tasks.size() <= m_mostAtOnce)
        return replace(std::make_unique<Findings>(m_workflow.contents(), m_workflow.ids(), m_context));
    // Meanwhile the old problems stay, as far as there still is what they speak of.
    QList<Problem> known = change.reset ? QList<Problem>() : problems();
    known.removeIf([&](const Problem &problem) {
        return !std::all_of(problem.subjects.begin(), problem.subjects.end(), [&](NodeKey key) {
            return key == workflowKey || m_workflow.contents().contains(key);
        });
    });
    const bool differs = known != problems();
    m_lastKnown = std::move(known);
    if (m_isChecking) {
        m_isOutdated = true;
    } else {
        m_isChecking = true;
        start();
        emit checkingChanged();
    }
    if (differs)
        emit problemsChanged();
}

void Checker::start()
{
    m_isOutdated = false;
    m_aside.setFuture(QtConcurrent::run([contents = m_workflow.contents(), context = m_context] {
        auto aside = std::make_shared<Aside>();
        aside->contents = contents;
        aside->ids = IdIndex(contents);
        aside->findings = std::make_unique<Findings>(aside->contents, aside->ids, context);
        aside->findings->problems(); // put together here
        return aside;
    }));
}

void Checker::takeOver()
{
    if (m_isOutdated)
        return start();
    const std::shared_ptr<Aside> aside = m_aside.result();
    aside->findings->rebind(m_workflow.contents(), m_workflow.ids());
    aside->contents = {}; // the future keeps it
    aside->ids = {};
    replace(std::move(aside->findings));
    emit checkingChanged();
}

void Checker::replace(std::unique_ptr<Findings> findings)
{
    const bool differs = findings->problems() != problems();
    m_findings = std::move(findings);
    m_isChecking = false;
    m_lastKnown.clear();
    if (differs)
        emit problemsChanged();
}

} // namespace baton
