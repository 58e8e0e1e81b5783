// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/displaylist.h"

#include <QCoreApplication>

#include <algorithm>

// What the display list shows that is not document data: states of a run, problems, selection, what is dragged.

namespace baton {

QRectF DisplayList::setTaskState(NodeKey key, std::optional<TaskState> state, CardSign sign)
{
    auto *card = static_cast<CardItem *>(key.kind() == NodeKind::Task ? mutableItem(key) : nullptr);
    if (!card || (card->state == state && card->sign == sign))
        return {};
    QRectF dirty = card->rect.adjusted(-reach, -reach, reach, reach);
    if (card->lane >= 0) {
        LaneItem &lane = m_lanes[size_t(card->lane)];
        if (card->state)
            --lane.inState[size_t(*card->state)];
        if (state)
            ++lane.inState[size_t(*state)];
        lane.isRunning = state.has_value();
        lane.text.reset();
        if (card->isHidden)
            dirty = lane.rect;
    }
    card->state = state;
    card->sign = sign;
    return dirty;
}

QRectF DisplayList::setNote(NodeKey key, const QString &words)
{
    auto *card = static_cast<CardItem *>(key.kind() == NodeKind::Task ? mutableItem(key) : nullptr);
    if (!card || card->note == words)
        return {};
    card->note = words;
    card->noteText.reset();
    return card->rect;
}

QRectF DisplayList::setUsed(NodeKey key, qint64 used, qint64 planned)
{
    auto *card = static_cast<CardItem *>(key.kind() == NodeKind::Task ? mutableItem(key) : nullptr);
    if (!card || (card->used == used && card->planned == planned))
        return {};
    card->used = used;
    card->planned = planned;
    card->usedText.reset();
    return card->rect;
}

QRectF DisplayList::setGateRun(NodeKey key, const GateRun *run)
{
    auto *gate = static_cast<GateItem *>(key.kind() == NodeKind::Gate ? mutableItem(key) : nullptr);
    if (!gate)
        return {};
    const std::optional<GateState> state = run ? std::optional(run->state) : std::nullopt;
    QList<CriterionResult> criteria = run ? run->criteria : QList<CriterionResult>();
    if (run && run->awaitsApproval)
        criteria.append({QCoreApplication::translate("PlanView", "approval"), false,
                         QCoreApplication::translate("PlanView", "waits for you")});
    if (gate->state == state && gate->criteria == criteria)
        return {};
    gate->state = state;
    gate->criteria = criteria;
    gate->text.reset();
    // Criteria stand above the gate.
    constexpr qreal calloutReach = 220;
    return gate->rect.adjusted(-calloutReach, -calloutReach, calloutReach, reach);
}

QRectF DisplayList::setSpend(NodeKey phase, const Spend &spend, double warnAt)
{
    auto *lane = static_cast<LaneItem *>(phase.kind() == NodeKind::Phase ? mutableItem(phase) : nullptr);
    if (!lane || (lane->spend == spend && lane->warnAt == warnAt))
        return {};
    lane->spend = spend;
    lane->warnAt = warnAt;
    lane->text.reset();
    return {lane->rect.topLeft(), QSizeF(lane->rect.width(), canvas::laneHead)};
}

void DisplayList::setProblems(const QList<Problem> &problems)
{
    const auto clear = [](auto &items) {
        for (PlanItem &item : items)
            item.problem = Severity::Off;
    };
    clear(m_cards);
    clear(m_gates);
    clear(m_lanes);
    clear(m_personas);
    clear(m_notes);
    for (EdgeItem &edge : m_edges) {
        edge.isWrong = false;
        edge.problem = Severity::Off;
    }
    for (const Problem &problem : problems) {
        // What is said of the whole plan at once is shown at its first subject only.
        constexpr qsizetype manySubjects = 6;
        const bool isBroad = problem.subjects.size() > manySubjects || problem.severity == Severity::Info;
        for (NodeKey subject : isBroad ? problem.subjects.first(std::min<qsizetype>(1, problem.subjects.size()))
                                       : problem.subjects) {
            if (PlanItem *item = mutableItem(subject))
                item->problem = std::max(item->problem, problem.severity);
        }
        for (int index : edgesAbout(problem)) {
            EdgeItem &edge = m_edges[size_t(index)];
            edge.problem = std::max(edge.problem, problem.severity);
            edge.isWrong = edge.isWrong || problem.severity == Severity::Error;
        }
        if (isBroad || problem.severity != Severity::Error)
            continue;
        for (NodeKey subject : problem.subjects) {
            for (quint32 index : edgesOf(subject)) {
                EdgeItem &edge = m_edges[index];
                const NodeKey other = edge.from == subject ? edge.to : edge.from;
                edge.isWrong = edge.isWrong || (edge.kind == EdgeKind::Validates && problem.subjects.contains(other));
            }
        }
    }
}

std::vector<DisplayList::Sign> DisplayList::signs() const
{
    std::vector<Sign> all;
    all.reserve(m_cards.size() + m_gates.size() + m_lanes.size() + m_personas.size() + m_notes.size() + m_edges.size());
    forEachItem([&all](const PlanItem &item) { all.push_back({item.problem, false}); });
    for (const EdgeItem &edge : m_edges)
        all.push_back({edge.problem, edge.isWrong});
    return all;
}

QList<QRectF> DisplayList::placesOfOther(const std::vector<Sign> &before) const
{
    QList<QRectF> dirty;
    auto former = before.begin();
    const auto look = [&](const Sign &now, const auto &place) {
        if (former == before.end() || *former++ != now)
            dirty.append(place().adjusted(-reach, -reach, reach, reach));
    };
    forEachItem([&](const PlanItem &item) { look({item.problem, false}, [&] { return item.rect; }); });
    for (const EdgeItem &edge : m_edges)
        look({edge.problem, edge.isWrong}, [&] { return edge.route.bounds(); });
    return dirty;
}

QList<int> DisplayList::edgesAbout(const Problem &problem) const
{
    QList<int> found;
    const NodeKey holder = problem.subjects.value(0);
    if (holder.isNull() || (problem.field != Field::Needs && problem.field != Field::Validates))
        return found;
    const bool isNeed = problem.field == Field::Needs;
    const auto fits = [&](const EdgeItem &edge) {
        return isNeed ? edge.isNeed() : edge.kind == EdgeKind::Validates;
    };
    if (problem.item >= 0) {
        QString named;
        if (const Task *task = m_contents.task(holder))
            named = isNeed ? task->needs.value(problem.item).target : task->validates.value(problem.item);
        else if (const Gate *gate = m_contents.gate(holder))
            named = gate->needs.value(problem.item);
        const NodeKey other = m_ids.step(named);
        for (quint32 index : other.isNull() ? std::span<const quint32>() : edgesOf(holder)) {
            const EdgeItem &edge = m_edges[index];
            if (fits(edge) && (isNeed ? edge.from : edge.to) == other && (isNeed ? edge.to : edge.from) == holder)
                found.append(int(index));
        }
        return found;
    }
    // A cycle, say: its edges are those between its subjects. Of many subjects the cards tell enough.
    constexpr qsizetype mostSubjects = 64;
    const bool joins = problem.severity >= Severity::Warning && problem.subjects.size() > 1 &&
                       problem.subjects.size() <= mostSubjects;
    for (NodeKey subject : joins ? problem.subjects : QList<NodeKey>()) {
        for (quint32 index : edgesOf(subject)) {
            const EdgeItem &edge = m_edges[index];
            if (fits(edge) && edge.to == subject && problem.subjects.contains(edge.from))
                found.append(int(index));
        }
    }
    return found;
}

QRectF DisplayList::setSelected(NodeKey key, bool selected)
{
    PlanItem *item = mutableItem(key);
    if (!item || item->isSelected == selected)
        return {};
    item->isSelected = selected;
    return item->rect.adjusted(-reach, -reach, reach, reach);
}

void DisplayList::selectEdge(int edge)
{
    if (m_selectedEdge >= 0 && size_t(m_selectedEdge) < m_edges.size())
        m_edges[size_t(m_selectedEdge)].isSelected = false;
    m_selectedEdge = edge;
    if (edge >= 0)
        m_edges[size_t(edge)].isSelected = true;
}

void DisplayList::setLifted(const QSet<NodeKey> &keys)
{
    const auto mark = [this](NodeKey key, bool lifted) {
        if (PlanItem *item = mutableItem(key))
            item->isLifted = lifted;
        for (quint32 edge : edgesOf(key))
            m_edges[edge].isLifted = lifted;
    };
    for (NodeKey key : std::as_const(m_lifted))
        mark(key, false);
    m_lifted = keys;
    for (NodeKey key : std::as_const(m_lifted))
        mark(key, true);
}

} // namespace baton
