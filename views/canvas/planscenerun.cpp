// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/planscene.h"

#include "model/run/fixphase.h"
#include "model/run/substate.h"

#include <algorithm>
#include <utility>

// What the scene shows of a run.

namespace baton {

using namespace canvas;

void PlanScene::setRun(const RunPlan *plan, const RunState *state)
{
    m_plan = plan && state ? plan : nullptr;
    m_state = m_plan ? state : nullptr;
    findInstances();
    showRun();
    emit repaintAllNeeded();
}

void PlanScene::findInstances()
{
    m_instances.clear();
    m_gates.clear();
    if (!m_plan)
        return;
    for (qsizetype i = 0; i < m_plan->tasks.size(); ++i)
        m_instances[keyOf(m_plan->tasks.at(i))].append(int(i));
    for (qsizetype i = 0; i < m_plan->gates.size(); ++i)
        m_gates.insert(m_plan->gates.at(i).key, int(i));
}

/// A fix phase that the run has made of itself may stand in the document by now.
NodeKey PlanScene::keyOf(const PlanTask &task) const
{
    const bool mends = task.phase >= 0 && m_plan->phases.at(task.phase).fixesGate >= 0;
    const bool isRuns = mends && (task.key.isNull() || task.id.contains(u'#'));
    const NodeKey taken = isRuns ? m_workflow.ids().step(idInDocument(task.id)) : NodeKey();
    return taken.isNull() ? task.key : taken;
}

/// Of several instances of one task (a repeated phase) the card shows the latest that does or did something.
int PlanScene::instanceOf(NodeKey key) const
{
    int shown = -1;
    for (int index : m_instances.value(key)) {
        if (!m_state || index >= m_state->tasks.size())
            continue;
        const TaskState state = m_state->tasks.at(index).state;
        if (shown < 0 || (state != TaskState::Pending && state != TaskState::Skipped))
            shown = index;
    }
    return shown;
}

const TaskRun *PlanScene::runOf(NodeKey key) const
{
    const int task = instanceOf(key);
    return task < 0 ? nullptr : &m_state->tasks.at(task);
}

std::optional<TaskState> PlanScene::stateOf(NodeKey key) const
{
    const TaskRun *run = runOf(key);
    return run ? std::optional(run->state) : std::nullopt;
}

QString PlanScene::subStateOf(NodeKey key, qint64 now) const
{
    const int task = instanceOf(key);
    return task < 0 ? QString() : SubStates(*m_plan, *m_state).of(task).words(now);
}

void PlanScene::showNotes(const QRectF &visible, qint64 now)
{
    if (!m_state)
        return;
    const SubStates subStates(*m_plan, *m_state);
    std::vector<quint32> found;
    m_list.nodesIn(visible, found);
    QList<QRectF> dirty;
    for (quint32 value : found) {
        const NodeKey key = keyOfValue(value);
        const int task = key.kind() == NodeKind::Task ? instanceOf(key) : -1;
        if (task < 0)
            continue;
        // What a PENDING card waits for is where its edges come from.
        const bool isTold = m_state->tasks.at(task).state != TaskState::Pending;
        dirty.append(m_list.setNote(key, isTold ? subStates.of(task).brief(now) : QString()));
    }
    emit repaintNeeded(dirty);
}

QRectF PlanScene::showUsed(NodeKey key)
{
    const int task = instanceOf(key);
    return task < 0 ? m_list.setUsed(key, 0, 0)
                    : m_list.setUsed(key, m_state->tasks.at(task).usage.total(), m_plan->tasks.at(task).plannedTokens);
}

QList<QRectF> PlanScene::showSpends()
{
    QList<QRectF> dirty;
    const QList<Spend> spends = m_state ? spendOfPhases(*m_plan, *m_state) : QList<Spend>();
    for (qsizetype i = 0; i < spends.size(); ++i)
        dirty.append(m_list.setSpend(m_plan->phases.at(i).key, spends.at(i), m_plan->contents.info.budgetWarnAt));
    return dirty;
}

CardSign PlanScene::signOf(NodeKey key) const
{
    const int task = instanceOf(key);
    if (task < 0)
        return CardSign::None;
    if (m_state->tasks.at(task).awaitsApproval)
        return CardSign::Person;
    if (!m_state->settings.simulate && planOf(*m_plan, *m_state).tasks.at(task).isSimulated)
        return CardSign::Simulated;
    switch (waitOf(*m_plan, *m_state, task)) {
    case Wait::Calls:
        return CardSign::Calls;
    case Wait::Tokens:
        return CardSign::Tokens;
    case Wait::Money:
        return CardSign::Money;
    case Wait::None:
        break;
    }
    return CardSign::None;
}

/// What others did may have lifted the limit that a card waits for, or have put another before it.
QList<QRectF> PlanScene::refreshSigns()
{
    QList<Wait> holds;
    for (int i = 0; m_state->isRunning() && i < m_state->books.governors.size(); ++i)
        holds.append(m_state->status == RunStatus::Paused ? Wait::None : waitAtGovernor(*m_state, i, m_state->now));
    if (std::exchange(m_holds, holds) == holds)
        return {};
    QList<QRectF> dirty;
    const QSet<NodeKey> waiting = std::exchange(m_waiting, {});
    for (const NodeKey key : waiting)
        dirty.append(showTask(key));
    return dirty;
}

QRectF PlanScene::showTask(NodeKey key)
{
    const CardSign sign = m_state ? signOf(key) : CardSign::None;
    if (sign >= CardSign::Calls)
        m_waiting.insert(key);
    return m_list.setTaskState(key, m_state ? stateOf(key) : std::nullopt, sign);
}

void PlanScene::showRun()
{
    if (m_state) {
        showSpends();
    } else {
        for (const LaneItem &lane : m_list.lanes())
            m_list.setSpend(lane.key, {}, 0);
    }
    m_waiting.clear();
    for (const CardItem &card : m_list.cards()) {
        showTask(card.key);
        showUsed(card.key);
        if (!m_state)
            m_list.setNote(card.key, {});
    }
    for (const GateItem &gate : m_list.gates()) {
        const int index = m_state ? m_gates.value(gate.key, -1) : -1;
        const bool isRun = index >= 0 && index < m_state->gates.size();
        m_list.setGateRun(gate.key, isRun ? &m_state->gates.at(index) : nullptr);
    }
}

NodeKey PlanScene::keyOf(const Event &event) const
{
    if (!m_plan)
        return {};
    if (const int task = m_plan->indexOfTask(event.subject); task >= 0)
        return keyOf(m_plan->tasks.at(task));
    if (const int gate = m_plan->indexOfGate(event.subject); gate >= 0)
        return m_plan->gates.at(gate).key;
    return {};
}

void PlanScene::advance(const QList<Event> &events)
{
    if (!m_state)
        return;
    QList<QRectF> dirty = refreshSigns();
    QSet<NodeKey> seen;
    for (const Event &event : events) {
        const NodeKey key = keyOf(event);
        if (key.isNull() || seen.contains(key))
            continue;
        seen.insert(key);
        if (key.kind() == NodeKind::Gate) {
            const int index = m_gates.value(key, -1);
            if (index >= 0 && index < m_state->gates.size())
                dirty.append(m_list.setGateRun(key, &m_state->gates.at(index)));
        } else {
            dirty.append(showTask(key));
            dirty.append(showUsed(key));
            const CardItem *card = m_list.card(key);
            if (card && card->lane >= 0) {
                const QRectF &lane = m_list.lanes()[size_t(card->lane)].rect;
                dirty.append(QRectF(lane.topLeft(), QSizeF(lane.width(), laneHead)));
            }
        }
        for (quint32 edge : m_list.edgesOf(key)) {
            if (m_list.edges()[edge].from == key)
                dirty.append(m_list.edges()[edge].route.bounds().adjusted(-8, -8, 8, 8));
        }
    }
    const bool isSpent = std::any_of(events.cbegin(), events.cend(),
                                     [](const Event &event) { return event.type == EventType::WorkerUsage; });
    if (isSpent)
        dirty += showSpends();
    emit repaintNeeded(dirty);
}

QString PlanScene::shownState(NodeKey key) const
{
    if (const CardItem *card = m_list.card(key))
        return card->state ? nameOf(*card->state) : QString();
    const GateItem *gate = m_list.gate(key);
    return gate && gate->state ? nameOf(*gate->state) : QString();
}

} // namespace baton
