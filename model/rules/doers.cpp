// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/doers.h"

#include "model/rules/facts.h"
#include "model/rules/splitnames.h"

#include <algorithm>

namespace baton {

Doers::Doers(const Facts &facts) : m_facts(facts)
{
    m_members.reserve(facts.index().personas().size());
    for (size_t persona = 0; persona < facts.index().personas().size(); ++persona)
        m_members.push_back(membersOf(int(persona)));
}

QStringList Doers::membersOf(int persona) const
{
    const Persona *node = m_facts.personaAt(persona).persona;
    if (!node)
        return {};
    const QStringList names = splitNames(m_facts, node->id);
    return QStringList{node->id} + (names.isEmpty() ? splitNames(m_facts, node->title) : names);
}

QStringList Doers::of(const Entry &entry) const
{
    if (entry.persona >= 0)
        return m_members[size_t(entry.persona)];
    QStringList ids;
    for (const QString &text : entry.task->personas) {
        if (const NodeKey declared = m_facts.index().persona(text); !declared.isNull()) {
            ids += m_members[declared.number()];
            continue;
        }
        const QStringList names = splitNames(m_facts, text);
        ids += names.isEmpty() ? QStringList{PlanIndex::personaId(text)} : names;
    }
    ids.removeAll(QString());
    return ids;
}

QVarLengthArray<int, 2> Doers::numbersOf(const Entry &entry) const
{
    if (isOne(entry.persona))
        return {entry.persona};
    QVarLengthArray<int, 2> numbers;
    for (const QString &id : of(entry)) {
        if (const NodeKey key = m_facts.index().persona(id); !key.isNull())
            numbers.append(int(key.number()));
    }
    return numbers;
}

QString Doers::shared(const Entry &a, const Entry &b) const
{
    if (isOne(a.persona) && isOne(b.persona))
        return a.persona == b.persona ? m_members[size_t(a.persona)].first() : QString();
    const QStringList ofOne = of(a);
    const QStringList ofOther = of(b);
    const auto found = std::find_if(ofOne.begin(), ofOne.end(), [&](const QString &id) { return ofOther.contains(id); });
    return found == ofOne.end() ? QString() : *found;
}

} // namespace baton
