// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// The whole plan, given to a cluster at once, so that nobody need watch.

#include "app/runcontroller.h"

#include "model/run/foresight.h"
#include "views/widgets/noticebar.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

bool isHandedOver(const RunRecord &record)
{
    return record.folder().info()["whole_plan"_L1].toBool();
}

} // namespace

void RunController::addHandOver()
{
    QAction *action = m_actions.add({u"run.whole-plan"_s, tr("Hand over the &whole plan"), {}, {},
                                     tr("Give the cluster every job at once: it goes on by itself, and Baton may be closed. "
                                        "Resume the run later to complete its journal")},
                                    [this] { setHandsOver(m_actions[u"run.whole-plan"_s]->isChecked()); });
    action->setCheckable(true);
}

void RunController::setHandsOver(bool handsOver)
{
    if (handsOver == m_handsOver)
        return;
    m_handsOver = handsOver;
    m_actions[u"run.whole-plan"_s]->setChecked(handsOver);
    tellOutlook();
}

bool RunController::isHandingOver() const
{
    return m_runner && m_runner->isHandingOver();
}

/// What would become of the open plan, as soon as somebody chooses this.
void RunController::tellOutlook()
{
    if (isRunning())
        return;
    m_notices.dismiss(u"whole-plan"_s);
    if (!m_handsOver || !m_actions[u"run.whole-plan"_s]->isEnabled())
        return;
    const Result<RunPlan> plan = compile(m_document.workflow().contents());
    if (!plan || plan->tasks.isEmpty())
        return;
    const WholePlanOutlook outlook = wholePlanOutlook(*plan, {.approve = ApproveMode::Ask, .where = whereOf(m_mode)});
    if (!outlook.refusal.isEmpty())
        m_notices.show(u"whole-plan"_s, NoticeBar::Kind::Notice, outlook.refusal, {{tr("Leave it"), [this] { setHandsOver(false); }}});
    else if (!outlook.remark.isEmpty())
        m_notices.show(u"whole-plan"_s, NoticeBar::Kind::Notice, outlook.remark, {{tr("Understood")}});
    else
        emit hinted(tr("The cluster will get every task at once. Baton may be closed then; resume the run later to complete its journal."));
}

void RunController::tellHandedOver()
{
    const WholePlanOutlook outlook = wholePlanOutlook(m_runner->plan(), m_runner->state().settings);
    const QString sentence =
        outlook.remark.isEmpty()
            ? tr("The cluster has the whole plan and goes on by itself: Baton may be closed. Resume the run later to complete its journal.")
            : tr("The cluster has what of the plan it can carry out alone, and goes on with that when Baton is closed. Resume the run later to complete its journal.");
    m_notices.show(u"whole-plan"_s, NoticeBar::Kind::News, sentence, {{tr("Understood")}},
                   outlook.remark.isEmpty() ? QStringList() : QStringList{outlook.remark});
    emit hinted({});
    emit handedOver();
}

/// A run that was handed over and is opened again: what became of it, its journal does not know yet.
void RunController::offerToComplete()
{
    const RunStatus status = m_record->state().status;
    const bool isOpen = status == RunStatus::Paused || status == RunStatus::Running;
    if (!isOpen || m_driver != InboxPanel::Driver::Nobody || !isHandedOver(*m_record))
        return;
    m_notices.show(topic(), NoticeBar::Kind::Notice,
                   tr("A cluster was given this run, and has gone on with it since. Resume it to see how far it is."),
                   {{tr("Resume"), [this] { resume(); }}});
}

} // namespace baton
