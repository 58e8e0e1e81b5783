// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/validations.h"

#include <algorithm>

namespace baton {

namespace {

const std::vector<int> nobody;

} // namespace

Validations::Validations(const PlanIndex &index) : m_index(index)
{
    for (const auto &slot : index.contents().tasks)
        add(index.task(slot.key));
}

bool Validations::isValidation(const Entry &entry)
{
    return !entry.validates.isEmpty() || entry.kind == TaskKind::Validate || entry.kind == TaskKind::Review;
}

QVarLengthArray<NodeKey, 4> Validations::validated(const Entry &entry)
{
    QVarLengthArray<NodeKey, 4> result;
    if (!entry.validates.isEmpty()) {
        for (NodeKey key : entry.validates) {
            if (!key.isNull())
                result.append(key);
        }
    } else if (entry.kind == TaskKind::Validate || entry.kind == TaskKind::Review) {
        for (qsizetype i = 0; i < entry.needs.size(); ++i) {
            if (entry.needs[i].kind() == NodeKind::Task && entry.task->needs.at(i).type != NeedType::Knowledge)
                result.append(entry.needs[i]);
        }
    }
    return result;
}

void Validations::add(const Entry &entry)
{
    if (!isValidation(entry) && entry.kind != TaskKind::Fix)
        return;
    const int number = int(entry.key.number());
    Targets &targets = m_targets[number];
    if (isValidation(entry))
        targets.validated = validated(entry);
    for (NodeKey key : entry.needs) {
        if (entry.kind == TaskKind::Fix && key.kind() == NodeKind::Task)
            targets.fixed.append(key);
    }
    for (NodeKey key : targets.validated)
        put(m_validators, key, number);
    for (NodeKey key : targets.fixed)
        put(m_fixes, key, number);
}

void Validations::remove(int task)
{
    const auto found = m_targets.find(task);
    if (found == m_targets.end())
        return;
    for (NodeKey key : found->second.validated)
        take(m_validators, key, task);
    for (NodeKey key : found->second.fixed)
        take(m_fixes, key, task);
    m_targets.erase(found);
}

void Validations::put(Lists &lists, NodeKey target, int task) const
{
    const auto &all = m_index.contents().tasks;
    const auto place = [&](int number) { return all.indexOf(m_index.tasks()[size_t(number)].key); };
    std::vector<int> &tasks = lists[int(target.number())];
    const auto later = std::find_if(tasks.rbegin(), tasks.rend(), [&](int other) { return place(other) <= place(task); });
    tasks.insert(later.base(), task);
}

void Validations::take(Lists &lists, NodeKey target, int task)
{
    const auto found = lists.find(int(target.number()));
    if (found == lists.end())
        return;
    std::erase(found->second, task);
    if (found->second.empty())
        lists.erase(found);
}

const std::vector<int> &Validations::validatorsOf(int task) const
{
    const auto found = m_validators.find(task);
    return found == m_validators.end() ? nobody : found->second;
}

const std::vector<int> &Validations::fixesOf(int task) const
{
    const auto found = m_fixes.find(task);
    return found == m_fixes.end() ? nobody : found->second;
}

} // namespace baton
