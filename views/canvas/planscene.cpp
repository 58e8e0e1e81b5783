// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/planscene.h"

#include <algorithm>
#include <cmath>

namespace baton {

using namespace canvas;

namespace {

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
        const bool isLetGo = it->contains(Field::Position) &&
                             m_workflow.valueOf(it.key(), Field::Position) == Value(std::optional<QPointF>());
        if (isLetGo || it->contains(Field::Phase)) // In another lane it stands elsewhere.
            m_list.forgetPlace(it.key());
    }
    for (NodeKey key : change.removed)
        m_list.forgetPlace(key);
    if (isStructural(change)) {
        m_list.follow(change);
        m_list.setProblems(m_problems);
        findInstances();
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
