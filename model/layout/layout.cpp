// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layout.h"

#include "model/layout/layered.h"

#include <algorithm>
#include <cmath>

namespace baton {

namespace {

using namespace canvas;

/// Lanes as tall as they are wide read best; more rows than this need scrolling all the same.
int tallestColumnFor(qsizetype tasks)
{
    return std::max(12, int(std::ceil(std::sqrt(double(tasks) * columnPitch / rowPitch))));
}

/// One group of nodes that is laid out together: a phase, or all that is in none.
struct Group
{
    NodeKey phase; ///< Null for what is in no phase.
    QList<NodeKey> nodes;
    QList<NodeKey> gates; ///< The gates that close it.
    LayeredPlaces places;

    qreal contentWidth() const
    {
        return std::max(1, places.columnCount) * columnPitch - (columnPitch - cardWidth);
    }
    qreal contentHeight() const { return std::max(1.0, places.rowCount) * rowPitch - (rowPitch - cardHeight); }
    qreal laneWidth() const { return contentWidth() + 2 * lanePadding; }
    qreal laneHeight() const { return contentHeight() + 2 * lanePadding + laneHead; }
    qreal widthWithGates() const { return laneWidth() + gates.size() * (gateGap + gateWidth); }
};

class AutomaticLayout
{
public:
    explicit AutomaticLayout(const Contents &contents);
    Positions run();

private:
    void group();
    void groupSyncPoints();
    void layGroup(Group &group);
    QList<int> levels() const;
    void placeGroup(const Group &group, QPointF corner);
    void placeNotes();
    void forEachNeed(NodeKey key, const auto &act) const;
    int groupOf(NodeKey key) const { return m_groupOf.value(key, -1); }

    const Contents &m_contents;
    IdIndex m_ids;
    QList<Group> m_groups; ///< Phases in file order, then what is in none.
    QHash<NodeKey, int> m_groupOf;
    QHash<NodeKey, double> m_rowOf; ///< Of nodes in groups already laid out.
    Positions m_positions;
};

AutomaticLayout::AutomaticLayout(const Contents &contents)
    : m_contents(contents)
    , m_ids(contents)
{
}

void AutomaticLayout::forEachNeed(NodeKey key, const auto &act) const
{
    if (const Task *task = m_contents.task(key)) {
        for (const Need &need : task->needs)
            act(m_ids.step(need.target));
        for (const QString &id : task->validates)
            act(m_ids.step(id));
    } else if (const Gate *gate = m_contents.gate(key)) {
        for (const QString &id : gate->needs)
            act(m_ids.step(id));
    }
}

void AutomaticLayout::group()
{
    QHash<NodeKey, int> groupOfPhase;
    for (const auto &[key, phase] : m_contents.phases) {
        groupOfPhase.insert(key, int(m_groups.size()));
        m_groups.append({key, {}, {}, {}});
    }
    const int loose = int(m_groups.size());
    m_groups.append(Group{});
    m_groupOf.reserve(m_contents.tasks.size() + m_contents.gates.size());
    for (const auto &[key, task] : m_contents.tasks) {
        const int index = groupOfPhase.value(m_ids.phase(task->phase), loose);
        m_groups[index].nodes.append(key);
        m_groupOf.insert(key, index);
    }
    for (const auto &[key, gate] : m_contents.gates) {
        const int index = gate->isSyncPoint() ? -1 : groupOfPhase.value(m_ids.phase(gate->phase), -1);
        if (index >= 0)
            m_groups[index].gates.append(key);
    }
    groupSyncPoints();
}

/// A sync point stands with the first task it needs that has a group, else with what is in no phase.
void AutomaticLayout::groupSyncPoints()
{
    for (const auto &[key, gate] : m_contents.gates) {
        const bool closesPhase = !gate->isSyncPoint() && !m_ids.phase(gate->phase).isNull();
        if (closesPhase)
            continue;
        int index = -1;
        forEachNeed(key, [&](NodeKey target) { index = index < 0 ? groupOf(target) : index; });
        if (index < 0)
            index = int(m_groups.size()) - 1;
        m_groups[index].nodes.append(key);
        m_groupOf.insert(key, index);
    }
}

void AutomaticLayout::layGroup(Group &group)
{
    LayeredGraph graph;
    graph.nodes = int(group.nodes.size());
    graph.tallestColumn = tallestColumnFor(group.nodes.size());
    QHash<NodeKey, int> indexOf;
    indexOf.reserve(group.nodes.size());
    for (int i = 0; i < group.nodes.size(); ++i)
        indexOf.insert(group.nodes.at(i), i);
    QList<double> pulls(graph.nodes, std::nan(""));
    bool isPulled = false;
    for (int i = 0; i < group.nodes.size(); ++i) {
        double sum = 0;
        int count = 0;
        forEachNeed(group.nodes.at(i), [&](NodeKey target) {
            if (const auto found = indexOf.constFind(target); found != indexOf.constEnd()) {
                graph.edges.append({*found, i});
            } else if (const auto row = m_rowOf.constFind(target); row != m_rowOf.constEnd()) {
                sum += *row;
                ++count;
            }
        });
        if (count > 0) {
            pulls[i] = sum / count;
            isPulled = true;
        }
    }
    if (isPulled)
        graph.pulls = pulls;
    group.places = placeInLayers(graph);
    for (int i = 0; i < group.nodes.size(); ++i)
        m_rowOf.insert(group.nodes.at(i), group.places.rows.at(i));
}

/// The column of lanes each phase stands in: one behind everything it comes after. A fix phase stands in the column of
/// the phase whose gate it serves. Phases that come after each other in a circle stay where the circle is cut.
QList<int> AutomaticLayout::levels() const
{
    const int count = int(m_groups.size()) - 1;
    QList<QList<int>> after(count);
    QList<int> sameAs(count, -1);
    QHash<NodeKey, int> indexOf;
    for (int i = 0; i < count; ++i)
        indexOf.insert(m_groups.at(i).phase, i);
    int previous = -1;
    for (int i = 0; i < count; ++i) {
        const Phase &phase = m_contents.phases.at(i);
        if (!phase.fixes.isEmpty()) {
            const Gate *gate = m_contents.gate(m_ids.step(phase.fixes));
            sameAs[i] = gate ? indexOf.value(m_ids.phase(gate->phase), -1) : -1;
            continue;
        }
        if (phase.after) {
            for (const QString &id : *phase.after) {
                if (const int other = indexOf.value(m_ids.phase(id), -1); other >= 0)
                    after[i].append(other);
            }
        } else if (previous >= 0) {
            after[i].append(previous);
        }
        previous = i;
    }
    QList<int> level(count, 0);
    // Each round settles at least one more phase unless there is a circle, so `count` rounds are enough for both.
    for (int round = 0; round < count; ++round) {
        bool moved = false;
        for (int i = 0; i < count; ++i) {
            for (int other : std::as_const(after[i])) {
                if (level.at(i) < level.at(other) + 1 && level.at(other) + 1 < count) {
                    level[i] = level.at(other) + 1;
                    moved = true;
                }
            }
        }
        if (!moved)
            break;
    }
    for (int i = 0; i < count; ++i) {
        if (sameAs.at(i) >= 0)
            level[i] = level.at(sameAs.at(i));
    }
    return level;
}

void AutomaticLayout::placeGroup(const Group &group, QPointF corner)
{
    QPointF first = corner;
    if (!group.phase.isNull()) {
        m_positions.insert(group.phase, corner);
        first += QPointF(lanePadding, laneHead + lanePadding);
    }
    for (int i = 0; i < group.nodes.size(); ++i) {
        const NodeKey key = group.nodes.at(i);
        QPointF place = first + QPointF(group.places.columns.at(i) * columnPitch, group.places.rows.at(i) * rowPitch);
        const QSizeF size = sizeOf(m_contents, key);
        place += QPointF((cardWidth - size.width()) / 2, (cardHeight - size.height()) / 2);
        m_positions.insert(key, place);
    }
    QPointF gate = corner + QPointF(group.laneWidth() + gateGap, gateInset);
    for (NodeKey key : group.gates) {
        m_positions.insert(key, gate);
        gate.rx() += gateWidth + gateGap;
    }
}

void AutomaticLayout::placeNotes()
{
    qreal left = 0;
    for (const auto &[key, note] : m_contents.notes) {
        const NodeKey near = m_ids.step(note->near);
        if (const auto found = m_positions.constFind(near); found != m_positions.constEnd()) {
            m_positions.insert(key, *found + QPointF(14, -noteHeight - 14));
        } else {
            m_positions.insert(key, {left, -noteHeight - laneGap});
            left += noteWidth + lanePadding;
        }
    }
}

Positions AutomaticLayout::run()
{
    group();
    m_positions.reserve(m_groupOf.size() + m_groups.size());
    const QList<int> level = levels();
    const int columns = level.isEmpty() ? 0 : 1 + *std::max_element(level.cbegin(), level.cend());
    QPointF corner;
    qreal bottom = 0;
    for (int column = 0; column < columns; ++column) {
        qreal width = 0;
        corner.setY(0);
        for (int i = 0; i < level.size(); ++i) {
            if (level.at(i) != column)
                continue;
            Group &group = m_groups[i];
            layGroup(group);
            placeGroup(group, corner);
            width = std::max(width, group.widthWithGates());
            corner.ry() += group.laneHeight() + laneGap;
            bottom = std::max(bottom, corner.y());
        }
        corner.rx() += width + gateGap;
    }
    Group &loose = m_groups.last();
    layGroup(loose);
    placeGroup(loose, {0, bottom});
    placeNotes();
    return m_positions;
}

template <class T>
bool isAnyPlaced(const NodeList<T> &nodes)
{
    return std::any_of(nodes.begin(), nodes.end(), [](const auto &slot) { return slot.node->position.has_value(); });
}

/// Fills in what has no written position: below the lowest of its lane, in the lane's first column.
class FillingIn
{
public:
    explicit FillingIn(const Contents &contents)
        : m_contents(contents)
        , m_ids(contents)
        , m_positions(automaticPositions(contents))
    {
    }

    Positions run()
    {
        takeWritten(m_contents.phases);
        takeWritten(m_contents.personas);
        takeWritten(m_contents.gates);
        takeWritten(m_contents.tasks);
        takeWritten(m_contents.notes);
        for (const auto &[key, task] : m_contents.tasks) {
            if (task->position)
                extend(m_ids.phase(task->phase), QRectF(*task->position, QSizeF(cardWidth, cardHeight)));
        }
        for (const auto &[key, task] : m_contents.tasks) {
            if (!task->position)
                fill(key, m_ids.phase(task->phase));
        }
        for (const auto &[key, gate] : m_contents.gates) {
            if (!gate->position)
                fillGate(key, *gate);
        }
        return m_positions;
    }

private:
    template <class T>
    void takeWritten(const NodeList<T> &nodes)
    {
        for (const auto &[key, node] : nodes) {
            if (node->position)
                m_positions.insert(key, *node->position);
        }
    }

    void extend(NodeKey phase, const QRectF &card) { m_boxes[phase] |= card; }

    void fill(NodeKey key, NodeKey phase)
    {
        const QRectF box = m_boxes.value(phase);
        const Phase *lane = m_contents.phase(phase);
        QPointF place;
        if (!box.isNull())
            place = box.bottomLeft() + QPointF(0, rowPitch - cardHeight);
        else if (lane && lane->position)
            place = *lane->position + QPointF(lanePadding, laneHead + lanePadding);
        else
            return extend(phase, QRectF(m_positions.value(key), QSizeF(cardWidth, cardHeight)));
        m_positions.insert(key, place);
        extend(phase, QRectF(place, QSizeF(cardWidth, cardHeight)));
    }

    void fillGate(NodeKey key, const Gate &gate)
    {
        const NodeKey phase = m_ids.phase(gate.phase);
        const QRectF box = m_boxes.value(phase);
        if (gate.isSyncPoint() || box.isNull())
            return;
        const QRectF lane = laneAround(box, {});
        m_positions.insert(key, {lane.right() + gateGap, lane.top() + gateInset});
    }

    const Contents &m_contents;
    IdIndex m_ids;
    Positions m_positions;
    QHash<NodeKey, QRectF> m_boxes; ///< By phase (null: none), around the cards placed so far.
};

template <class T>
void appendMoves(Edit &edit, const NodeList<T> &nodes, const Positions &positions)
{
    for (const auto &[key, node] : nodes) {
        const auto found = positions.constFind(key);
        if (found != positions.constEnd() && node->position != *found)
            edit.set(key, Field::Position, std::optional<QPointF>(*found));
    }
}

} // namespace

QSizeF sizeOf(const Contents &contents, NodeKey key)
{
    if (key.kind() == NodeKind::Note)
        return {noteWidth, noteHeight};
    if (key.kind() == NodeKind::Persona)
        return {personaSize, personaSize};
    if (const Gate *gate = contents.gate(key); gate && gate->isSyncPoint())
        return {syncSize, syncSize};
    return {cardWidth, cardHeight};
}

Positions automaticPositions(const Contents &contents)
{
    return AutomaticLayout(contents).run();
}

Positions placed(const Contents &contents)
{
    const bool isAny = isAnyPlaced(contents.tasks) || isAnyPlaced(contents.gates) || isAnyPlaced(contents.phases) ||
                       isAnyPlaced(contents.personas) || isAnyPlaced(contents.notes);
    return isAny ? FillingIn(contents).run() : automaticPositions(contents);
}

QRectF laneAround(const QRectF &content, QPointF corner)
{
    QRectF inner = content;
    if (inner.isEmpty())
        inner = QRectF(corner + QPointF(lanePadding, laneHead + lanePadding), QSizeF(cardWidth, cardHeight));
    return inner.adjusted(-lanePadding, -lanePadding - laneHead, lanePadding, lanePadding);
}

Edit arranging(const Contents &contents)
{
    const Positions positions = automaticPositions(contents);
    Edit edit;
    appendMoves(edit, contents.phases, positions);
    appendMoves(edit, contents.tasks, positions);
    appendMoves(edit, contents.gates, positions);
    appendMoves(edit, contents.notes, positions);
    return edit;
}

} // namespace baton
