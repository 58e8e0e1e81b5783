// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/workflow.h"

#include "model/workflow/references.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Calls \a act with the list that holds nodes of that kind; returns false for a kind without one.
template <class Act>
bool withList(Contents &contents, NodeKind kind, Act act)
{
    switch (kind) {
    case NodeKind::Persona:
        act(contents.personas);
        return true;
    case NodeKind::Phase:
        act(contents.phases);
        return true;
    case NodeKind::Task:
        act(contents.tasks);
        return true;
    case NodeKind::Gate:
        act(contents.gates);
        return true;
    case NodeKind::Note:
        act(contents.notes);
        return true;
    case NodeKind::Workflow:
    case NodeKind::None:
        break;
    }
    return false;
}

template <class Owner>
bool hasField(Field field)
{
    return fieldOf<Owner>(field) != nullptr;
}

/// What \a key needs: targets of needs, what it validates, the needs of a sync point. Not through phases.
QStringList needsOf(const Contents &contents, NodeKey key)
{
    QStringList ids;
    if (const Task *task = contents.task(key)) {
        for (const Need &need : task->needs)
            ids += need.target;
        ids += task->validates;
    } else if (const Gate *gate = contents.gate(key); gate && gate->isSyncPoint()) {
        ids = gate->needs;
    }
    return ids;
}

} // namespace

Workflow::Workflow(Contents contents, QObject *parent)
    : QObject(parent)
    , m_contents(std::move(contents))
{
    takeIn();
}

void Workflow::takeIn()
{
    m_ids = IdIndex(m_contents);
    m_nextNumber = {};
    for (NodeKind kind : {NodeKind::Persona, NodeKind::Phase, NodeKind::Task, NodeKind::Gate, NodeKind::Note}) {
        withList(m_contents, kind, [&](const auto &list) {
            for (const auto &slot : list) {
                quint32 &next = m_nextNumber[size_t(kind)];
                next = qMax(next, slot.key.number() + 1);
            }
        });
    }
}

NodeKey Workflow::freshKey(NodeKind kind) const
{
    return {kind, m_nextNumber[size_t(kind)]++};
}

bool Workflow::isValidId(const QString &id)
{
    const auto isPlain = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); };
    return !id.isEmpty() && isPlain(id.front()) &&
           std::all_of(id.begin(), id.end(), [&](QChar c) { return isPlain(c) || c == u'-'; });
}

QString Workflow::freshId(NodeKind kind, const QString &wanted) const
{
    return m_ids.freshId(kind, wanted);
}

QList<NodeKey> Workflow::cycleThrough(NodeKey from, NodeKey to) const
{
    if (from == to)
        return {from};
    // Breadth first from `from` along what it needs: reaching `to` means that `to` would wait for itself.
    QHash<NodeKey, NodeKey> cameFrom{{from, NodeKey()}};
    QList<NodeKey> queue{from};
    for (qsizetype head = 0; head < queue.size(); ++head) {
        const NodeKey current = queue.at(head);
        for (const QString &id : needsOf(m_contents, current)) {
            const NodeKey next = m_ids.step(id);
            if (next.isNull() || cameFrom.contains(next))
                continue;
            cameFrom.insert(next, current);
            if (next == to) {
                QList<NodeKey> cycle;
                for (NodeKey key = to; !key.isNull(); key = cameFrom.value(key))
                    cycle.prepend(key);
                return cycle;
            }
            queue.append(next);
        }
    }
    return {};
}

Result<Edit> Workflow::connecting(NodeKey from, NodeKey to, NeedType type) const
{
    const QString id = m_contents.idOf(from);
    const bool isStep = task(from) || gate(from);
    if (id.isEmpty() || !isStep)
        return Error{ErrorCode::Refused, tr("Only a task or a gate that has an id can be needed.")};
    if (const QList<NodeKey> cycle = cycleThrough(from, to); !cycle.isEmpty()) {
        if (cycle.size() == 1)
            return Error{ErrorCode::Refused, tr("“%1” cannot need itself.").arg(m_contents.titleOf(from))};
        QStringList names;
        for (NodeKey key : cycle)
            names += m_contents.titleOf(key);
        names += names.first();
        return Error{ErrorCode::Refused, tr("That would close a cycle: %1.").arg(names.join(u" ← "_s))};
    }
    const Error twice{ErrorCode::Refused, tr("“%1” needs “%2” already.")
                                              .arg(m_contents.titleOf(to), m_contents.titleOf(from))};
    if (const Task *target = task(to)) {
        for (const Need &need : target->needs) {
            if (need.target == id)
                return twice;
        }
        QList<Need> needs = target->needs;
        needs.append(Need{.target = id, .type = type, .files = {}, .reason = {}, .when = {}});
        return Edit{}.set(to, Field::Needs, needs);
    }
    if (const Gate *target = gate(to)) {
        if (!target->isSyncPoint())
            return Error{ErrorCode::Refused,
                         tr("“%1” closes a phase: it waits for the tasks of its phase. Move the task there.")
                             .arg(target->displayTitle())};
        if (target->needs.contains(id))
            return twice;
        return Edit{}.set(to, Field::Needs, target->needs + QStringList{id});
    }
    return Error{ErrorCode::Refused, tr("Only a task or a sync point can need something.")};
}

Edit Workflow::disconnecting(NodeKey from, NodeKey to) const
{
    Edit edit;
    const QString id = m_contents.idOf(from);
    if (const Task *target = task(to)) {
        QList<Need> needs = target->needs;
        if (needs.removeIf([&](const Need &need) { return need.target == id; }) > 0)
            edit.set(to, Field::Needs, needs);
    } else if (const Gate *sync = gate(to)) {
        QStringList needs = sync->needs;
        if (needs.removeAll(id) > 0)
            edit.set(to, Field::Needs, needs);
    }
    return edit;
}

Result<Edit> Workflow::renaming(NodeKey key, const QString &newId) const
{
    if (key == workflowKey || !m_contents.contains(key))
        return Error{ErrorCode::Refused, tr("There is nothing here that could be renamed.")};
    if (!isValidId(newId))
        return Error{ErrorCode::Refused,
                     tr("“%1” is not an id: use a to z, digits and hyphens only, and begin with a letter or a digit.")
                         .arg(newId)};
    if (newId == m_contents.idOf(key))
        return Edit{};
    if (!m_ids.allWithIdOf(key.kind(), newId).isEmpty())
        return Error{ErrorCode::Refused, tr("The id “%1” is taken. Choose another.").arg(newId)};
    Edit edit;
    // With a doubled id, references mean the first one; renaming the second must not take them along.
    const QList<NodeKey> namesakes = m_ids.allWithIdOf(key.kind(), m_contents.idOf(key));
    if (!namesakes.isEmpty() && namesakes.first() == key)
        edit = rewritingReferences(m_contents, key, newId);
    return edit.set(key, Field::Id, newId);
}

Value Workflow::valueOf(NodeKey key, Field field) const
{
    Value value = QString();
    const auto take = [&]<class Owner>(const Owner *node) {
        if (node && hasField<Owner>(field))
            value = valueOfField(*node, field);
    };
    if (key == workflowKey)
        take(&m_contents.info);
    take(m_contents.persona(key));
    take(m_contents.phase(key));
    take(m_contents.task(key));
    take(m_contents.gate(key));
    take(m_contents.note(key));
    return value;
}

Edit Workflow::removing(const QList<NodeKey> &keys) const
{
    return removingNodes(m_contents, keys);
}

Edit Workflow::apply(const Edit &edit)
{
    Edit inverse;
    Change change;
    for (const Step &step : edit.steps)
        applyStep(step, inverse, change);
    std::reverse(inverse.steps.begin(), inverse.steps.end());
    if (!change.isEmpty())
        emit changed(change);
    return inverse;
}

void Workflow::reset(Contents contents)
{
    m_contents = std::move(contents);
    takeIn();
    Change change;
    change.reset = true;
    emit changed(change);
}

void Workflow::applyStep(const Step &step, Edit &inverse, Change &change)
{
    if (const auto *inserted = std::get_if<Insert>(&step))
        insert(*inserted, inverse, change);
    else if (const auto *removed = std::get_if<Remove>(&step))
        remove(*removed, inverse, change);
    else
        set(std::get<Set>(step), inverse, change);
}

void Workflow::insert(const Insert &step, Edit &inverse, Change &change)
{
    const NodeKind kind = kindOf(step.node);
    const NodeKey key = step.key.isNull() ? freshKey(kind) : step.key;
    if (key.kind() != kind || m_contents.contains(key))
        return;
    quint32 &next = m_nextNumber[size_t(kind)];
    next = qMax(next, key.number() + 1);
    withList(m_contents, kind, [&](auto &list) {
        using Pointer = decltype(list.shared(key));
        const qsizetype position = step.position < 0 ? list.size() : step.position;
        list.insert(position, key, std::get<Pointer>(step.node));
    });
    m_ids.add(key, m_contents.idOf(key));
    inverse.steps.append(Remove{key});
    if (!change.removed.remove(key))
        change.added.insert(key);
    else
        for (size_t field = 0; field < size_t(Field::Count); ++field)
            change.touched[key].add(Field(field));
}

void Workflow::remove(const Remove &step, Edit &inverse, Change &change)
{
    if (!m_contents.contains(step.key))
        return;
    m_ids.remove(step.key, m_contents.idOf(step.key));
    withList(m_contents, step.key.kind(), [&](auto &list) {
        inverse.steps.append(Insert{step.key, list.indexOf(step.key), list.shared(step.key)});
        list.remove(step.key);
    });
    change.touched.remove(step.key);
    if (!change.added.remove(step.key))
        change.removed.insert(step.key);
}

void Workflow::set(const Set &step, Edit &inverse, Change &change)
{
    const auto record = [&](Value before) {
        inverse.steps.append(Set{step.key, step.field, std::move(before)});
        if (!change.added.contains(step.key))
            change.touched[step.key].add(step.field);
    };
    if (step.key == workflowKey) {
        if (!hasField<WorkflowInfo>(step.field))
            return;
        Value before = valueOfField(m_contents.info, step.field);
        if (before == step.value)
            return;
        setField(m_contents.info, step.field, step.value);
        record(std::move(before));
        return;
    }
    withList(m_contents, step.key.kind(), [&](auto &list) {
        const auto node = list.shared(step.key);
        using Owner = std::remove_const_t<std::remove_reference_t<decltype(*node)>>;
        if (!node || !hasField<Owner>(step.field))
            return;
        Value before = valueOfField(*node, step.field);
        if (before == step.value)
            return;
        Owner next = *node;
        setField(next, step.field, step.value);
        if (step.field == Field::Id) {
            m_ids.remove(step.key, node->id);
            m_ids.add(step.key, next.id);
        }
        list.replace(step.key, std::make_shared<const Owner>(std::move(next)));
        record(std::move(before));
    });
}

} // namespace baton
