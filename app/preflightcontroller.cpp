// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preflightcontroller.h"

#include "app/problemcontroller.h"
#include "app/runcontroller.h"

#include <QtConcurrentRun>

#include <chrono>

namespace baton {

RunProof runProof(const RunPlan &plan, const RunState &state)
{
    RunProof proofs;
    for (qsizetype i = 0; i < qMin(plan.tasks.size(), state.tasks.size()); ++i) {
        const PlanTask &planned = plan.tasks.at(i);
        const TaskRun &run = state.tasks.at(i);
        const bool isIdle = run.state == TaskState::Pending || run.state == TaskState::Ready;
        if (planned.key.isNull() || (isIdle && proofs.contains(planned.key)))
            continue;
        TaskProof proof;
        proof.simulated = state.settings.simulate || planned.isSimulated;
        const bool isSkipped = run.state == TaskState::Skipped; // Its branch was not taken: nothing is asked of it.
        proof.complete = isSkipped || run.state == TaskState::Complete;
        const bool namesNothing = planned.task->evidence.isEmpty() && planned.task->deliverables.isEmpty();
        proof.verified = isSkipped || namesNothing || !run.evidence.isEmpty();
        proof.approved = run.verdict && run.verdict->approved;
        proof.rejected = run.verdict && !run.verdict->approved;
        proofs.insert(planned.key, proof);
    }
    return proofs;
}

PreflightController::PreflightController(Document &document, ProblemController &problems, RunController &runs,
                                         QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_problems(problems)
    , m_runs(runs)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::milliseconds(150));
    connect(&m_timer, &QTimer::timeout, this, &PreflightController::workOut);
    const auto soon = [this] {
        if (!m_timer.isActive())
            m_timer.start();
    };
    connect(&document.workflow(), &Workflow::changed, this, soon);
    connect(&problems, &ProblemController::problemsChanged, this, soon);
    connect(&runs, &RunController::stateChanged, this, soon);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_watcher.result() == m_items)
            return;
        m_items = m_watcher.result();
        emit itemsChanged();
    });
    workOut();
}

void PreflightController::workOut()
{
    PreflightContext context;
    context.problems = m_problems.problems();
    if (const RunRecord *record = m_runs.record())
        context.run = runProof(planOf(record->plan(), record->state()), record->state());
    m_watcher.setFuture(QtConcurrent::run([contents = m_document.workflow().contents(), context]() mutable {
        context.suppressed = suppressedProblems(contents);
        return preflight(contents, context);
    }));
}

} // namespace baton
