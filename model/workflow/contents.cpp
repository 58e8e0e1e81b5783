// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/contents.h"

#include "model/base/spelling.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

bool Contents::contains(NodeKey key) const
{
    switch (key.kind()) {
    case NodeKind::Workflow:
        return true;
    case NodeKind::Persona:
        return personas.find(key);
    case NodeKind::Phase:
        return phases.find(key);
    case NodeKind::Task:
        return tasks.find(key);
    case NodeKind::Gate:
        return gates.find(key);
    case NodeKind::Note:
        return notes.find(key);
    case NodeKind::None:
        break;
    }
    return false;
}

QString Contents::idOf(NodeKey key) const
{
    if (const Task *node = task(key))
        return node->id;
    if (const Gate *node = gate(key))
        return node->id;
    if (const Persona *node = persona(key))
        return node->id;
    if (const Phase *node = phase(key))
        return node->id;
    if (const Note *node = note(key))
        return node->id;
    return {};
}

QString Contents::titleOf(NodeKey key) const
{
    if (const Task *node = task(key))
        return node->displayTitle();
    if (const Gate *node = gate(key))
        return node->displayTitle();
    if (const Persona *node = persona(key))
        return node->title.isEmpty() ? node->id : node->title;
    if (const Phase *node = phase(key))
        return node->title.isEmpty() ? node->id : node->title;
    if (const Note *node = note(key))
        return node->text;
    return key == workflowKey ? info.name : QString();
}

QStringList Contents::effectiveCriteria(const Gate &gate, bool approves)
{
    if (gate.criteria)
        return *gate.criteria;
    QStringList criteria{u"complete"_s, u"evidence"_s};
    if (approves)
        criteria += u"approved"_s;
    return criteria;
}

IdIndex::IdIndex(const Contents &contents)
{
    m_personas.reserve(contents.personas.size());
    m_phases.reserve(contents.phases.size());
    m_steps.reserve(contents.tasks.size() + contents.gates.size());
    for (const auto &[key, node] : contents.personas)
        add(key, node->id);
    for (const auto &[key, node] : contents.phases)
        add(key, node->id);
    for (const auto &[key, node] : contents.tasks)
        add(key, node->id);
    for (const auto &[key, node] : contents.gates)
        add(key, node->id);
    for (const auto &[key, node] : contents.notes)
        add(key, node->id);
}

QList<NodeKey> IdIndex::allWithIdOf(NodeKind kind, const QString &id) const
{
    const auto keys = of(kind).value(id);
    return QList<NodeKey>(keys.begin(), keys.end());
}

QString IdIndex::freshId(NodeKind kind, const QString &wanted) const
{
    QString base;
    for (QChar c : spelt(wanted).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            base += c;
        else if (!base.isEmpty() && base.back() != u'-')
            base += u'-';
    }
    while (base.endsWith(u'-'))
        base.chop(1);
    if (base.isEmpty())
        base = u"new"_s;
    QString id = base;
    for (int n = 2; !allWithIdOf(kind, id).isEmpty(); ++n)
        id = base + u'-' + QString::number(n);
    return id;
}

void IdIndex::add(NodeKey key, const QString &id)
{
    if (id.isEmpty())
        return;
    // Keys are handed out in file order, so the smallest is the first of a doubled id.
    auto &keys = of(key.kind())[id];
    m_doubles += !keys.isEmpty();
    keys.insert(std::lower_bound(keys.begin(), keys.end(), key), key);
}

void IdIndex::remove(NodeKey key, const QString &id)
{
    if (id.isEmpty())
        return;
    Keys &keys = of(key.kind());
    const auto found = keys.find(id);
    if (found == keys.end())
        return;
    const bool wasThere = found->removeIf([&](NodeKey other) { return other == key; }) > 0;
    m_doubles -= wasThere && !found->isEmpty();
    if (found->isEmpty())
        keys.erase(found);
}

NodeKey IdIndex::first(const Keys &keys, const QString &id)
{
    const auto found = keys.constFind(id);
    return found == keys.constEnd() ? NodeKey() : found->first();
}

IdIndex::Keys &IdIndex::of(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Persona:
        return m_personas;
    case NodeKind::Phase:
        return m_phases;
    case NodeKind::Note:
        return m_notes;
    case NodeKind::Task:
    case NodeKind::Gate:
    case NodeKind::Workflow:
    case NodeKind::None:
        break;
    }
    return m_steps;
}

} // namespace baton
