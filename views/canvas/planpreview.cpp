// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/planpreview.h"

#include "views/canvas/painters.h"

#include <QPainter>
#include <QPainterPath>

namespace baton {

namespace {

using NodePair = std::pair<NodeKey, NodeKey>;

/// What is needed, and by whom, as keys; references that name nothing are left out.
QSet<NodePair> needsOf(const Contents &contents, const IdIndex &ids)
{
    QSet<NodePair> pairs;
    const auto add = [&](const QString &target, NodeKey key) {
        if (const NodeKey from = ids.step(target); !from.isNull())
            pairs.insert({from, key});
    };
    for (const auto &[key, task] : contents.tasks) {
        for (const Need &need : task->needs)
            add(need.target, key);
    }
    for (const auto &[key, gate] : contents.gates) {
        for (const QString &need : gate->needs)
            add(need, key);
    }
    return pairs;
}

bool isOnlyPlace(const FieldSet &fields)
{
    FieldSet places;
    places.add(Field::Position);
    places.add(Field::Folded);
    return fields.isSubsetOf(places);
}

/// Puts back into \a after what the edit took away, for showing it.
class Reunion
{
public:
    Reunion(const Contents &before, const Contents &after)
        : m_before(before)
        , m_union(after)
    {
    }

    Contents run(const QSet<NodeKey> &removed, const QSet<NodePair> &goneNeeds)
    {
        for (NodeKey key : removed) {
            takeBack(m_before.phases, m_union.phases, key, NodeKind::Phase);
            takeBack(m_before.tasks, m_union.tasks, key, NodeKind::Task);
            takeBack(m_before.gates, m_union.gates, key, NodeKind::Gate);
        }
        for (const auto &[from, to] : goneNeeds) {
            // A node that is gone brings its own needs along; the ones on it are written at those that stay.
            const std::shared_ptr<const Task> task = removed.contains(to) ? nullptr : m_union.tasks.shared(to);
            if (!task || to.kind() != NodeKind::Task)
                continue;
            Task more = *task;
            more.needs.append(Need{.target = m_before.idOf(from)});
            m_union.tasks.replace(to, std::make_shared<const Task>(std::move(more)));
        }
        return m_union;
    }

private:
    template <class T>
    static void takeBack(const NodeList<T> &from, NodeList<T> &to, NodeKey key, NodeKind kind)
    {
        if (key.kind() == kind && !to.find(key))
            to.insert(to.size(), key, from.shared(key));
    }

    const Contents &m_before;
    Contents m_union;
};

template <class T>
void stay(NodeList<T> &nodes, const Positions &shown)
{
    const NodeList<T> all = nodes;
    for (const auto &[key, node] : all) {
        const auto place = shown.constFind(key);
        if (node->position || place == shown.cend())
            continue;
        T placed = *node;
        placed.position = *place;
        nodes.replace(key, std::make_shared<const T>(std::move(placed)));
    }
}

const QColor &colorOf(const Brush &brush, PreviewMark mark)
{
    switch (mark) {
    case PreviewMark::Added:
        return brush.style.colors.complete;
    case PreviewMark::Changed:
        return brush.style.colors.accent;
    case PreviewMark::Removed:
        break;
    }
    return brush.style.colors.failed;
}

/// A disc with the sign of what happens: never by colour alone.
void paintSign(const Brush &brush, QPointF centre, PreviewMark mark)
{
    const qreal radius = std::max(9.0, 5 / brush.scale);
    const qreal arm = radius * 0.5;
    QPainter &painter = brush.painter;
    painter.setPen(QPen(brush.style.colors.card, radius * 0.18));
    painter.setBrush(colorOf(brush, mark));
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(QPen(brush.style.colors.lightInk, radius * 0.24, Qt::SolidLine, Qt::RoundCap));
    if (mark == PreviewMark::Changed) {
        painter.drawPoint(centre - QPointF(arm, 0));
        painter.drawPoint(centre);
        painter.drawPoint(centre + QPointF(arm, 0));
        return;
    }
    painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0));
    if (mark == PreviewMark::Added)
        painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm));
}

void paintMarkedEdge(const Brush &brush, const EdgeItem &edge, PreviewMark mark)
{
    const qreal width = std::max(2.6, 1.4 / brush.scale);
    QPen pen(colorOf(brush, mark), width, mark == PreviewMark::Removed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap);
    brush.painter.setPen(pen);
    brush.painter.setBrush(Qt::NoBrush);
    brush.painter.drawPath(edge.route.path());
    if (brush.detail > Detail::Titles)
        paintSign(brush, edge.route.pointAt(0.5), mark);
}

void paintMarkedNode(const Brush &brush, const PlanItem &item, PreviewMark mark)
{
    QPainter &painter = brush.painter;
    if (item.key.kind() != NodeKind::Phase)
        paintItem(brush, item.key);
    const qreal width = std::max(2.4, 1.6 / brush.scale);
    painter.setPen(QPen(colorOf(brush, mark), width, mark == PreviewMark::Removed ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    const qreal around = 4 + width / 2;
    painter.drawRoundedRect(item.rect.adjusted(-around, -around, around, around), 12, 12);
    if (mark == PreviewMark::Removed) {
        painter.drawLine(item.rect.topLeft(), item.rect.bottomRight());
        painter.drawLine(item.rect.topRight(), item.rect.bottomLeft());
    }
    if (brush.detail > Detail::Titles)
        paintSign(brush, item.rect.topLeft() - QPointF(2, 2), mark);
}

} // namespace

int PreviewMarks::nodeCount(PreviewMark mark) const
{
    return int(std::count(nodes.cbegin(), nodes.cend(), mark));
}

int PreviewMarks::edgeCount(PreviewMark mark) const
{
    return int(std::count(edges.cbegin(), edges.cend(), mark));
}

PlanPreview previewOf(const Contents &contents, const Positions &shown, const Edit &edit, const QList<NodeKey> &subjects)
{
    Workflow draft(contents);
    Change change;
    QObject::connect(&draft, &Workflow::changed, &draft, [&change](const Change &made) { change = made; });
    draft.apply(edit);

    PlanPreview preview;
    PreviewMarks &marks = preview.marks;
    for (auto it = change.touched.cbegin(); it != change.touched.cend(); ++it) {
        if (it.key().kind() != NodeKind::Workflow && !isOnlyPlace(*it))
            marks.nodes.insert(it.key(), PreviewMark::Changed);
    }
    for (NodeKey key : std::as_const(change.added))
        marks.nodes.insert(key, PreviewMark::Added);
    for (NodeKey key : std::as_const(change.removed))
        marks.nodes.insert(key, PreviewMark::Removed);

    // An edit of the settings touches nothing that is drawn.
    for (NodeKey subject : marks.isEmpty() ? subjects : QList<NodeKey>()) {
        if (subject.kind() != NodeKind::Workflow)
            marks.nodes.insert(subject, PreviewMark::Changed);
    }

    const QSet<NodePair> before = needsOf(contents, IdIndex(contents));
    const QSet<NodePair> after = needsOf(draft.contents(), draft.ids());
    for (const NodePair &pair : after) {
        if (!before.contains(pair))
            marks.edges.insert(pair, PreviewMark::Added);
    }
    QSet<NodePair> gone;
    for (const NodePair &pair : before) {
        if (!after.contains(pair)) {
            gone.insert(pair);
            marks.edges.insert(pair, PreviewMark::Removed);
        }
    }
    preview.contents = Reunion(contents, draft.contents()).run(change.removed, gone);
    Positions kept = shown;
    for (auto it = change.touched.cbegin(); it != change.touched.cend(); ++it) {
        if (it->contains(Field::Phase))
            kept.remove(it.key()); // It is shown in its new lane.
    }
    stay(preview.contents.phases, kept);
    stay(preview.contents.tasks, kept);
    stay(preview.contents.gates, kept);
    stay(preview.contents.notes, kept);
    return preview;
}

void paintMarks(const Brush &brush, const PreviewMarks &marks)
{
    if (marks.isEmpty())
        return;
    QPainter &painter = brush.painter;
    QColor veil = brush.style.colors.canvas;
    veil.setAlphaF(0.62F);
    painter.fillRect(brush.clip, veil);
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<quint32> found;
    brush.list.edgesIn(brush.clip, found);
    for (quint32 index : found) {
        const EdgeItem &edge = brush.list.edges()[index];
        const auto mark = marks.edges.constFind({edge.from, edge.to});
        if (mark != marks.edges.cend() && edge.isNeed() && !edge.isHidden)
            paintMarkedEdge(brush, edge, *mark);
    }
    brush.list.nodesIn(brush.clip, found);
    for (quint32 value : found) {
        const NodeKey key = keyOfValue(value);
        const auto mark = marks.nodes.constFind(key);
        const PlanItem *item = brush.list.item(key);
        if (mark != marks.nodes.cend() && item && !item->isHidden)
            paintMarkedNode(brush, *item, *mark);
    }
}

} // namespace baton
