// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/fixcontroller.h"

#include "app/previewcontroller.h"
#include "model/run/fixphase.h"
#include "model/run/gatecheck.h"
#include "views/widgets/noticebar.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QString topicOf(const QString &gate)
{
    return u"fix-"_s + gate;
}

QString acceptedTopic()
{
    return u"fix accepted"_s; // No gate is called that.
}

bool hasRejected(const RunState &state, int task)
{
    const TaskRun &run = state.tasks.at(task);
    return run.verdict && !run.verdict->approved;
}

} // namespace

FixController::FixController(Document &document, ActionList &actions, NoticeBar &notices, RunController &runs,
                             PreviewController &preview, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_actions(actions)
    , m_notices(notices)
    , m_runs(runs)
    , m_preview(preview)
{
    m_actions.add({u"run.fix-phase"_s, tr("Make a fi&x phase…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, u"reload"_s,
                   tr("Show the tasks that would mend what the gate or a validation rejected")},
                  [this] { makeFixPhase(gateToFix()); });
    connect(&runs, &RunController::recordChanged, this, &FixController::followRecord);
    connect(&runs, &RunController::stateChanged, this, &FixController::followState);
    connect(&document.selection(), &Selection::changed, this, &FixController::update);
    update();
}

void FixController::followRecord()
{
    for (auto it = m_told.cbegin(); it != m_told.cend(); ++it)
        m_notices.dismiss(topicOf(it.key()));
    m_told.clear();
    m_notices.dismiss(acceptedTopic());
    if (RunRecord *record = m_runs.record())
        connect(record, &RunRecord::advanced, this, &FixController::followEvents);
    update();
}

/// What a run takes in of itself is offered to the document as well.
void FixController::followEvents(const QList<Event> &events)
{
    for (const Event &event : events) {
        if (event.type != EventType::FixAccepted)
            continue;
        const QJsonObject fixPhase = event.data;
        m_notices.show(acceptedTopic(), NoticeBar::Kind::News,
                       tr("The run goes on with a fix phase for “%1”. The plan does not have it yet.").arg(event.subject),
                       {{tr("Show it in the plan…"), [this, fixPhase] { preview(fixPhase); }}, {tr("Not now")}});
    }
}

void FixController::followState()
{
    if (const RunRecord *record = m_runs.record()) {
        const RunPlan &plan = planOf(record->plan(), record->state());
        for (int gate = 0; gate < record->state().gates.size(); ++gate) {
            const GateRun &run = record->state().gates.at(gate);
            const QString &id = plan.gates.at(gate).id;
            if (run.state != GateState::Failed) {
                if (m_told.remove(id) > 0)
                    m_notices.dismiss(topicOf(id));
            } else if (run.proposal.isEmpty() && m_told.value(id, -1) != run.round) {
                // While the run itself proposes one, its question is the one to answer.
                m_told.insert(id, run.round);
                tellFailure(plan, gate);
            }
        }
    }
    update();
}

void FixController::tellFailure(const RunPlan &plan, int gate)
{
    if (!hasSomethingToMend(plan, gate))
        return;
    const QString id = plan.gates.at(gate).id;
    QStringList saw;
    for (const CriterionResult &result : m_runs.record()->state().gates.at(gate).criteria) {
        if (!result.holds)
            saw += result.saw;
    }
    m_notices.show(topicOf(id), NoticeBar::Kind::Failure,
                   tr("The gate “%1” failed. A fix phase would mend what was found and ask it again.")
                       .arg(plan.gates.at(gate).gate->displayTitle()),
                   {{tr("Make a fix phase…"), [this, id] { makeFixPhase(id); }}, {tr("Not now")}}, saw);
}

bool FixController::hasSomethingToMend(const RunPlan &plan, int gate) const
{
    const RunState &state = m_runs.record()->state();
    if (state.gates.at(gate).state == GateState::Failed)
        return true;
    const QList<int> validations = validationsOf(plan, state, gate);
    return std::any_of(validations.cbegin(), validations.cend(), [&](int task) { return hasRejected(state, task); });
}

QString FixController::gateFor(const QString &subject) const
{
    const RunRecord *record = m_runs.record();
    if (!record || subject.isEmpty())
        return {};
    const RunPlan &plan = planOf(record->plan(), record->state());
    if (plan.indexOfGate(subject) >= 0)
        return subject;
    // Of a task the gates that look at it: the first that has something to mend, else the first.
    const int task = plan.indexOfTask(subject);
    QString first;
    for (int gate = 0; task >= 0 && gate < plan.gates.size(); ++gate) {
        if (!fullScope(plan, record->state(), gate).contains(task))
            continue;
        if (hasSomethingToMend(plan, gate))
            return plan.gates.at(gate).id;
        if (first.isEmpty())
            first = plan.gates.at(gate).id;
    }
    return first;
}

QString FixController::gateToFix() const
{
    const RunRecord *record = m_runs.record();
    if (!record)
        return {};
    const RunPlan &plan = planOf(record->plan(), record->state());
    const QString selected = gateFor(m_document.workflow().contents().idOf(m_document.selection().current()));
    if (const int gate = plan.indexOfGate(selected); gate >= 0 && hasSomethingToMend(plan, gate))
        return selected;
    for (int gate = 0; gate < plan.gates.size(); ++gate) {
        if (record->state().gates.at(gate).state == GateState::Failed)
            return plan.gates.at(gate).id;
    }
    return {};
}

void FixController::update()
{
    m_actions[u"run.fix-phase"_s]->setEnabled(!gateToFix().isEmpty());
}

void FixController::makeFixPhase(const QString &subject)
{
    const RunRecord *record = m_runs.record();
    const QString id = gateFor(subject);
    if (!record || id.isEmpty())
        return emit hinted(tr("No gate waits for this task, so there is nothing that a fix phase could ask again. Close its phase "
                              "with a gate."));
    const RunPlan &plan = planOf(record->plan(), record->state());
    const int gate = plan.indexOfGate(id);
    const QJsonObject proposed = record->state().gates.at(gate).proposal;
    preview(proposed.isEmpty() ? proposedFixPhase(plan, record->state(), gate) : proposed);
}

void FixController::preview(const QJsonObject &fixPhase)
{
    const Edit edit = fixPhaseEdit(m_document.workflow().contents(), fixPhase);
    if (edit.isEmpty())
        return emit hinted(tr("There is nothing to mend: no issue and no failed criterion is about a task of this plan."));
    const QString gate = fixPhase.value("phase"_L1)["fixes"_L1].toString();
    const Contents &contents = m_document.workflow().contents();
    const NodeKey key = m_document.workflow().ids().step(gate);
    m_preview.show({tr("Add a fix phase for %1").arg(key.isNull() ? gate : contents.titleOf(key)), edit, {}, [this, gate] {
                        m_notices.dismiss(topicOf(gate));
                        m_notices.dismiss(acceptedTopic());
                    }});
}

} // namespace baton
