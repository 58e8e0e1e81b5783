// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/planscene.h"

#include "model/run/substate.h"
#include "model/run/waiting.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace baton {

using namespace canvas;

namespace {

NodeKey keyOfValue(quint32 value)
{
    return NodeKey(NodeKind(value >> 28), value & 0x0fffffffu);
}

bool movesSomething(Field field)
{
    switch (field) {
    case Field::Id:
    case Field::Phase:
    case Field::After:
    case Field::Fixes:
    case Field::Folded:
        return true;
    default: // Of 60 fields these are the ones that places and lanes depend on.
        return false;
    }
}

bool wires(const FieldSet &fields)
{
    return fields.contains(Field::Needs) || fields.contains(Field::Validates);
}

} // namespace

PlanScene::PlanScene(const Workflow &workflow, QObject *parent)
    : QObject(parent)
    , m_workflow(workflow)
    , m_list(workflow.contents(), workflow.ids())
{
    m_list.build();
    connect(&workflow, &Workflow::changed, this, &PlanScene::follow);
}

bool PlanScene::isStructural(const Change &change) const
{
    if (change.reset || !change.added.isEmpty() || !change.removed.isEmpty())
        return true;
    for (auto it = change.touched.cbegin(); it != change.touched.cend(); ++it) {
        for (size_t field = 0; field < size_t(Field::Count); ++field) {
            if (it->contains(Field(field)) && movesSomething(Field(field)))
                return true;
        }
        const bool isWired = it->contains(Field::Persona) && !m_list.personas().empty();
        const bool appears = it.key().kind() == NodeKind::Persona && it->contains(Field::Position) &&
                             (m_list.persona(it.key()) == nullptr) ==
                                 m_workflow.persona(it.key())->position.has_value();
        const bool isUnplaced = it->contains(Field::Position) &&
                                m_workflow.valueOf(it.key(), Field::Position) == Value(std::optional<QPointF>());
        const bool isSyncPoint = it.key().kind() == NodeKind::Gate && wires(it.value());
        if (isWired || appears || isUnplaced || isSyncPoint)
            return true;
    }
    return false;
}

void PlanScene::follow(const Change &change)
{
    if (change.reset)
        m_list.forgetPlaces();
    for (auto it = change.touched.cbegin(); it != change.touched.cend(); ++it) {
        if (it->contains(Field::Position) &&
            m_workflow.valueOf(it.key(), Field::Position) == Value(std::optional<QPointF>()))
            m_list.forgetPlace(it.key());
    }
    for (NodeKey key : change.removed)
        m_list.forgetPlace(key);
    if (isStructural(change)) {
        m_list.follow(change);
        m_list.setProblems(m_problems);
        showRun();
        return emit rebuilt();
    }
    QList<NodeKey> moved;
    QList<NodeKey> rewired;
    QList<QRectF> dirty;
    QSet<QString> personas;
    for (auto it = change.touched.cbegin(); it != change.touched.cend(); ++it) {
        if (it->contains(Field::Position))
            moved.append(it.key());
        else
            dirty.append(m_list.retell(it.key()));
        if (const Persona *persona = m_workflow.persona(it.key()))
            personas.insert(persona->id);
        if (wires(it.value()))
            rewired.append(it.key());
    }
    if (!personas.isEmpty()) {
        for (const CardItem &card : m_list.cards()) {
            if (personas.contains(card.task->persona()))
                dirty.append(m_list.retell(card.key));
        }
    }
    const int numbering = m_list.numbering();
    if (!moved.isEmpty())
        dirty.append(m_list.move(moved));
    if (!rewired.isEmpty())
        dirty.append(m_list.rewire(rewired));
    if (m_list.numbering() != numbering) {
        m_list.setProblems(m_problems);
        emit edgesRenumbered();
    }
    emit repaintNeeded(dirty);
}

void PlanScene::setProblems(const QList<Problem> &problems)
{
    // Of thousands of problems an edit changes few, and only what looks different is painted again.
    const std::vector<DisplayList::Sign> before = m_list.signs();
    m_problems = problems;
    m_complaints.reset();
    m_list.setProblems(m_problems);
    const QList<QRectF> dirty = m_list.placesOfOther(before);
    if (!dirty.isEmpty())
        emit repaintNeeded(dirty);
}

const QList<int> &PlanScene::complaints(NodeKey key) const
{
    if (!m_complaints) {
        m_complaints.emplace();
        for (qsizetype i = 0; i < m_problems.size(); ++i) {
            for (NodeKey subject : m_problems.at(i).subjects)
                (*m_complaints)[subject].append(int(i));
        }
    }
    static const QList<int> none;
    const auto found = m_complaints->constFind(key);
    return found == m_complaints->constEnd() ? none : *found;
}

QStringList PlanScene::complaintsAbout(NodeKey key) const
{
    QStringList sentences;
    for (int index : complaints(key))
        sentences += m_problems.at(index).message;
    return sentences;
}

QList<int> PlanScene::problemsOf(const EdgeItem &edge) const
{
    QList<int> found;
    const auto index = int(&edge - m_list.edges().data());
    if (edge.problem == Severity::Off)
        return found;
    QList<int> candidates = complaints(edge.to);
    candidates += complaints(edge.from);
    for (int candidate : std::as_const(candidates)) {
        if (!found.contains(candidate) && m_list.edgesAbout(m_problems.at(candidate)).contains(index))
            found.append(candidate);
    }
    return found;
}

QStringList PlanScene::complaintsAbout(const EdgeItem &edge) const
{
    QStringList sentences;
    for (int index : problemsOf(edge))
        sentences += m_problems.at(index).message;
    return sentences;
}

const Problem *PlanScene::problemAt(QPointF point, qreal scale) const
{
    if (detailOf(scale) <= Detail::Titles)
        return nullptr;
    const qreal reach = std::max(9.0, 7 / scale);
    const auto worstOf = [this](const QList<int> &indexes, Severity wanted, NodeKey first) {
        const Problem *worst = nullptr;
        for (int index : indexes) {
            const Problem &problem = m_problems.at(index);
            const bool isBetter = !worst || (problem.subjects.first() == first && worst->subjects.first() != first);
            if (problem.severity == wanted && isBetter)
                worst = &problem;
        }
        return worst;
    };
    const QRectF around(point - QPointF(3 * reach, 3 * reach), QSizeF(6 * reach, 6 * reach));
    std::vector<quint32> found;
    m_list.nodesIn(around, found);
    for (auto it = found.crbegin(); it != found.crend(); ++it) {
        const NodeKey key = keyOfValue(*it);
        const PlanItem *item = m_list.item(key);
        if (item && !item->isHidden && item->problem != Severity::Off && QLineF(badgePlace(*item), point).length() <= reach)
            return worstOf(complaints(key), item->problem, key);
    }
    m_list.edgesIn(around, found);
    for (quint32 index : found) {
        const EdgeItem &edge = m_list.edges()[index];
        if (!edge.isHidden && edge.problem != Severity::Off && QLineF(badgePlace(edge), point).length() <= reach)
            return worstOf(problemsOf(edge), edge.problem, edge.to);
    }
    return nullptr;
}

void PlanScene::setRun(const RunPlan *plan, const RunState *state)
{
    m_plan = plan && state ? plan : nullptr;
    m_state = m_plan ? state : nullptr;
    m_instances.clear();
    m_gates.clear();
    if (m_plan) {
        for (qsizetype i = 0; i < m_plan->tasks.size(); ++i)
            m_instances[m_plan->tasks.at(i).key].append(int(i));
        for (qsizetype i = 0; i < m_plan->gates.size(); ++i)
            m_gates.insert(m_plan->gates.at(i).key, int(i));
    }
    showRun();
    emit repaintAllNeeded();
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
        dirty.append(m_list.setNote(key, isTold ? subStates.of(task).words(now) : QString()));
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
        return m_plan->tasks.at(task).key;
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

void PlanScene::select(const QSet<NodeKey> &keys)
{
    QList<QRectF> dirty;
    for (NodeKey key : std::as_const(m_selected)) {
        if (!keys.contains(key))
            dirty.append(m_list.setSelected(key, false));
    }
    for (NodeKey key : keys)
        dirty.append(m_list.setSelected(key, true));
    m_selected = keys;
    emit repaintNeeded(dirty);
}

void PlanScene::selectEdge(int edge)
{
    m_list.selectEdge(edge);
    emit repaintAllNeeded();
}

void PlanScene::lift(const QSet<NodeKey> &keys)
{
    m_list.setLifted(keys);
    emit repaintAllNeeded();
}

Hit PlanScene::hitAt(QPointF point, qreal scale) const
{
    const qreal portReach = std::max(11.0, 7 / scale);
    const bool hasPorts = detailOf(scale) > Detail::Titles;
    std::vector<quint32> found;
    m_list.nodesIn(QRectF(point - QPointF(portReach, portReach), QSizeF(2 * portReach, 2 * portReach)), found);
    Hit best;
    for (auto it = found.rbegin(); it != found.rend(); ++it) {
        const NodeKey key = keyOfValue(*it);
        const PlanItem *item = m_list.item(key);
        if (!item || item->isHidden)
            continue;
        if (const LaneItem *lane = m_list.lane(key)) {
            const QRectF head(lane->rect.topLeft(), QSizeF(lane->rect.width(), laneHead));
            constexpr qreal foldWidth = 32;
            if (best.what == Hit::What::Nothing && (lane->isFolded ? lane->rect : head).contains(point)) {
                const bool folds = head.contains(point) && point.x() > head.right() - foldWidth && hasPorts;
                best = {folds ? Hit::What::FoldSign : Hit::What::Body, key, -1};
            }
            continue;
        }
        const bool isPhaseGate = key.kind() == NodeKind::Gate && !m_list.gate(key)->isSyncPoint;
        if (hasPorts && key.kind() != NodeKind::Note && !isPhaseGate) {
            const auto isNear = [&](QPointF port) { return QLineF(port, point).length() <= portReach; };
            if (isNear(m_list.portOf(key, true)))
                return {Hit::What::OutPort, key, -1};
            if (key.kind() != NodeKind::Persona && isNear(m_list.portOf(key, false)))
                return {Hit::What::InPort, key, -1};
        }
        if (best.what == Hit::What::Nothing && item->rect.contains(point))
            best = {Hit::What::Body, key, -1};
    }
    if (best.what != Hit::What::Nothing)
        return best;
    const qreal edgeReach = std::max(5.0, 5 / scale);
    m_list.edgesIn(QRectF(point - QPointF(edgeReach, edgeReach), QSizeF(2 * edgeReach, 2 * edgeReach)), found);
    qreal nearest = edgeReach;
    for (quint32 index : found) {
        const EdgeItem &edge = m_list.edges()[index];
        const qreal distance = edge.isHidden || !hasPorts ? nearest : edge.route.distanceTo(point);
        if (distance < nearest) {
            nearest = distance;
            best = {Hit::What::Edge, {}, int(index)};
        }
    }
    return best;
}

QSet<NodeKey> PlanScene::nodesIn(const QRectF &rect) const
{
    std::vector<quint32> found;
    m_list.nodesIn(rect, found);
    QSet<NodeKey> keys;
    for (quint32 value : found) {
        const NodeKey key = keyOfValue(value);
        const PlanItem *item = m_list.item(key);
        const bool isIn = key.kind() == NodeKind::Phase ? rect.contains(item->rect) : rect.intersects(item->rect);
        if (isIn && !item->isHidden)
            keys.insert(key);
    }
    return keys;
}

NodeKey PlanScene::neighbour(NodeKey key, QPointF direction) const
{
    const PlanItem *from = m_list.item(key);
    if (!from)
        return {};
    // Near and straight ahead: what lies aside counts double.
    constexpr qreal farthest = 4000;
    const QPointF centre = from->rect.center();
    const QRectF around(centre - QPointF(farthest, farthest), QSizeF(2 * farthest, 2 * farthest));
    std::vector<quint32> found;
    m_list.nodesIn(around, found);
    NodeKey best;
    qreal bestCost = 1e12;
    for (quint32 value : found) {
        const NodeKey other = keyOfValue(value);
        const PlanItem *item = m_list.item(other);
        if (other == key || other.kind() == NodeKind::Phase || item->isHidden)
            continue;
        // A tall gate is level with everything beside it.
        QPointF to = item->rect.center();
        if (direction.y() == 0)
            to.setY(std::clamp(centre.y(), item->rect.top(), item->rect.bottom()));
        const QPointF way = to - centre;
        const qreal ahead = QPointF::dotProduct(way, direction);
        const qreal aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        if (ahead <= 1 || aside > ahead * 2)
            continue;
        if (const qreal cost = ahead + 2 * aside; cost < bestCost) {
            bestCost = cost;
            best = other;
        }
    }
    return best;
}

QList<NodeKey> PlanScene::readingOrder() const
{
    QList<const PlanItem *> items;
    const auto take = [&](const auto &list) {
        for (const PlanItem &item : list) {
            if (!item.isHidden)
                items.append(&item);
        }
    };
    take(m_list.cards());
    take(m_list.gates());
    take(m_list.notes());
    take(m_list.personas());
    std::stable_sort(items.begin(), items.end(), [](const PlanItem *a, const PlanItem *b) {
        return std::pair(a->rect.left(), a->rect.top()) < std::pair(b->rect.left(), b->rect.top());
    });
    QList<NodeKey> keys;
    for (const PlanItem *item : std::as_const(items))
        keys.append(item->key);
    return keys;
}

} // namespace baton
