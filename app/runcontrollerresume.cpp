// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/runcontroller.h"

#include "model/run/decisions.h"
#include "model/run/questions.h"
#include "model/run/taskexecutor.h"
#include "views/panels/runfacts.h"
#include "views/widgets/noticebar.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace baton {

/// What was corrected in the document since its run began, so that what failed for it can be tried again. What cannot
/// change while a run goes on stays out of it, and is said.
std::optional<Correction> RunController::correction()
{
    const QString file = m_record->folder().info()["file"_L1].toString();
    if (m_document.path().isEmpty() || QFileInfo(file) != QFileInfo(m_document.path()))
        return {};
    const Result<CorrectedPlan> corrected = correctedPlan(m_record->plan(), m_document.workflow().contents());
    if (!corrected) {
        emit hinted(tr("The run goes on with its own plan. %1").arg(corrected.error().message));
        return {};
    }
    if (corrected->fields.isEmpty())
        return {};
    emit hinted(tr("The run goes on with what was corrected: %1.").arg(corrected->fields.join(u", "_s)));
    return Correction{m_document.workflow().contents(), bytesFor(file), file};
}

void RunController::resume()
{
    if (!m_record || isRunning())
        return;
    m_runner.reset(); // One at rest holds the lock.
    RunOptions options;
    options.trusted = m_trusted;
    options.speed = m_speed;
    if (const Result<UserLimits> limits = userLimits(m_record->plan()))
        options.maxCostUsd = limits->maxCostUsd; // it may have been raised for this
    options.correction = correction();
    Result<std::unique_ptr<Runner>> runner = Runner::resume(m_record->folder().path(), m_record->plan(), options);
    if (!runner && runner.error().code == ErrorCode::NotTrusted && !m_trusted)
        return askForTrust([this] { resume(); });
    if (!runner)
        return showError(runner.error());
    if (options.correction) {
        Result<std::unique_ptr<RunRecord>> record = RunRecord::open(m_record->folder().path());
        if (!record)
            return showError(record.error());
        setRecord(std::move(record).value());
    }
    m_runner = std::move(runner).value();
    listen();
    m_record->goLive();
    m_isHolding = false;
    m_notices.dismiss(topic());
    m_runner->start();
    findDriver();
    update();
    emit stateChanged();
}

/// The selected task, where it has failed and may be tried again: its id in the run.
QString RunController::retriable() const
{
    const NodeKey key = m_document.selection().current();
    if (!m_record || !m_record->isLive())
        return {};
    const RunState &state = m_record->state();
    const RunPlan &plan = planOf(m_record->plan(), state);
    const QString id = m_document.workflow().contents().idOf(key);
    if (key.kind() == NodeKind::Gate)
        return !state.isOver() && !state.cancelling && canAnswer(plan, state, {Action::Retry, id}) ? id : QString();
    const int task = key.kind() == NodeKind::Task ? RunFacts::taskOf(plan, state, id) : -1;
    return task >= 0 && mayRetry(plan, state, task) ? plan.tasks.at(task).id : QString();
}

void RunController::retry(const QString &subject)
{
    if (!m_record || subject.isEmpty())
        return;
    const Request request{Action::Retry, subject};
    const bool goesOn = isRunning() || m_driver == InboxPanel::Driver::Elsewhere;
    const Result<void> asked = goesOn ? answer(request) : postRequest(m_record->folder().path(), request);
    if (!asked)
        return emit hinted(asked.error().message);
    if (!goesOn)
        resume(); // It finds the request in the run's inbox.
}

} // namespace baton
