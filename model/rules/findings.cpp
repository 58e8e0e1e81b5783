// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/findings.h"

#include <algorithm>

namespace baton {

namespace {

NodeKey keyOf(quint32 value)
{
    return {NodeKind(value >> 28), value & 0x0fffffffu};
}

bool namesAny(const std::vector<NodeKey> &named, const QSet<NodeKey> &renamed)
{
    return !renamed.isEmpty() &&
           std::any_of(named.begin(), named.end(), [&](NodeKey key) { return renamed.contains(key); });
}

} // namespace

Findings::Findings(const Contents &contents, const IdIndex &ids, const CheckContext &context)
    : m_facts(std::make_unique<Facts>(contents, ids, context))
{
    for (const auto &rule : allRules()) {
        if (!rule->isActive(*m_facts))
            continue;
        Ledger &ledger = m_ledgers.emplace_back();
        ledger.rule = rule.get();
        ledger.ofNodes = dynamic_cast<const NodeRule *>(rule.get());
        ledger.ofList = dynamic_cast<const GatheringRule *>(rule.get());
        ledger.footprint = footprintOf(rule->info().id);
        if (ledger.ofNodes && !ledger.ofNodes->isConcerned(*m_facts))
            continue;
        if (ledger.ofNodes) {
            ledger.mood = ledger.ofNodes->mood(*m_facts);
            if (!NodeRule::ofTasks(*rule))
                ledger.ofNodes->forNodes(m_facts->contents(), [&](NodeKey key) { checkNode(ledger, key, ledger.count); });
        } else if (ledger.ofList) {
            ledger.concerned.assign(m_facts->index().tasks().size(), 0);
            for (const auto &slot : m_facts->contents().tasks) {
                const bool concerned = ledger.ofList->concerns(*m_facts, m_facts->task(slot.key));
                ledger.concerned[slot.key.number()] = concerned;
                ledger.count += concerned;
            }
            tellList(ledger);
        } else {
            checkWhole(ledger);
        }
    }
    forChunks(m_facts->contents().tasks, [&](std::span<const NodeKey> keys) {
        for (Ledger &ledger : m_ledgers) {
            if (!NodeRule::ofTasks(*ledger.rule) || !ledger.ofNodes->isConcerned(*m_facts))
                continue;
            for (NodeKey key : keys)
                checkNode(ledger, key, ledger.count);
        }
    });
}

Findings::Follows Findings::follow(const Change &change)
{
    (void)problems(); // what was found: the edit may leave nothing to put it together from
    const Effect effect = m_facts->follow(change);
    if (effect.everything || m_facts->isUncertain())
        return Follows::NotAtAll;
    bool differs = false;
    for (Ledger &ledger : m_ledgers) {
        if (follow(ledger, effect)) {
            ledger.isStale = true;
            differs = true;
        }
    }
    m_isStale |= differs;
    return differs ? Follows::Differs : Follows::Same;
}

bool Findings::follow(Ledger &ledger, const Effect &effect)
{
    if (ledger.ofNodes)
        return followNodes(ledger, effect);
    if (ledger.ofList)
        return followList(ledger, effect);
    const bool isAbout = effect.fields.intersects(ledger.footprint.fields) ||
                         (!ledger.whole.problems.isEmpty() && effect.fields.intersects(ledger.footprint.findings));
    return (isAbout || namesAny(ledger.whole.named, effect.renamed)) && checkWhole(ledger);
}

bool Findings::checkWhole(Ledger &ledger)
{
    Block fresh;
    m_facts->listen(&fresh.named);
    Report report(*m_facts, *ledger.rule, fresh.problems);
    ledger.rule->check(*m_facts, report);
    m_facts->listen(nullptr);
    return take(ledger, ledger.whole, std::move(fresh));
}

bool Findings::followList(Ledger &ledger, const Effect &effect)
{
    const bool hadSome = ledger.count > 0;
    const bool differsAtLarge = ledger.mood != ledger.ofList->mood(*m_facts);
    bool differs = differsAtLarge || namesAny(ledger.whole.named, effect.renamed) ||
                   (hadSome && effect.fields.intersects(ledger.footprint.findings));
    const auto set = [&](NodeKey key, char concerned) {
        differs |= ledger.concerned[key.number()] != concerned;
        ledger.count += concerned - ledger.concerned[key.number()];
        ledger.concerned[key.number()] = concerned;
    };
    for (NodeKey key : effect.gone)
        set(key, 0);
    if (effect.fields.intersects(ledger.footprint.everywhere)) {
        for (const auto &slot : m_facts->contents().tasks)
            set(slot.key, ledger.ofList->concerns(*m_facts, m_facts->task(slot.key)));
    } else if (effect.fields.intersects(ledger.footprint.fields)) {
        for (NodeKey key : effect.nodes) {
            if (key.kind() == NodeKind::Task)
                set(key, ledger.ofList->concerns(*m_facts, m_facts->task(key)));
        }
    }
    return differs && tellList(ledger);
}

bool Findings::tellList(Ledger &ledger)
{
    Block fresh;
    m_facts->listen(&fresh.named);
    Report report(*m_facts, *ledger.rule, fresh.problems);
    ledger.mood = ledger.ofList->mood(*m_facts);
    QList<NodeKey> tasks;
    for (const auto &slot : m_facts->contents().tasks) {
        if (ledger.concerned[slot.key.number()])
            tasks.append(slot.key);
    }
    ledger.ofList->tellGathered(*m_facts, tasks, report);
    m_facts->listen(nullptr);
    return take(ledger, ledger.whole, std::move(fresh));
}

bool Findings::followNodes(Ledger &ledger, const Effect &effect)
{
    if (ledger.nodes.empty() && !ledger.ofNodes->isConcerned(*m_facts))
        return false;
    const qsizetype before = ledger.count;
    bool differs = false;
    for (NodeKey key : effect.gone) {
        const auto found = ledger.nodes.find(key.value());
        if (found == ledger.nodes.end())
            continue;
        ledger.count -= found->second.problems.size();
        ledger.nodes.erase(found);
        differs = true;
    }
    const Footprint &footprint = ledger.footprint;
    std::vector<NodeKey> keys;
    const int mood = ledger.ofNodes->mood(*m_facts);
    if (mood != ledger.mood || effect.fields.intersects(footprint.everywhere) || (footprint.paths && effect.isRewired)) {
        ledger.mood = mood;
        ledger.ofNodes->forNodes(m_facts->contents(), [&](NodeKey key) { keys.push_back(key); });
        return checkNodes(ledger, keys, before) || differs;
    }
    const bool proposes = effect.fields.intersects(footprint.proposals);
    if (proposes || effect.fields.intersects(footprint.fields))
        keys = effect.nodes;
    if (footprint.paths)
        keys.insert(keys.end(), effect.bypassed.begin(), effect.bypassed.end());
    const bool all = effect.fields.intersects(footprint.findings) ||
                     (proposes && !m_facts->phasesOfKind(PhaseKind::Validation).isEmpty());
    if (all || !effect.renamed.isEmpty()) {
        for (const auto &[value, block] : ledger.nodes) {
            if (all || namesAny(block.named, effect.renamed))
                keys.push_back(keyOf(value));
        }
    }
    return checkNodes(ledger, keys, before) || differs;
}

/// \a before: what had been found before the edit.
bool Findings::checkNodes(Ledger &ledger, const std::vector<NodeKey> &keys, qsizetype before)
{
    const qsizetype most = ledger.ofNodes->mostProposals();
    const std::vector<NodeKind> &kinds = ledger.ofNodes->kinds();
    qsizetype moved = before - ledger.count; // so many findings at most have come or gone before any other
    QSet<NodeKey> told;
    bool differs = false;
    const auto countAt = [&](NodeKey key) {
        const auto found = ledger.nodes.find(key.value());
        return found == ledger.nodes.end() ? 0 : found->second.problems.size();
    };
    for (NodeKey key : keys) {
        if (std::find(kinds.begin(), kinds.end(), key.kind()) == kinds.end())
            continue;
        moved += countAt(key);
        differs |= checkNode(ledger, key, 0);
        moved += countAt(key);
        told.insert(key);
    }
    if (std::max(before, ledger.count) <= most || moved == 0)
        return differs;
    // Which of them come with proposals depends on how many come before.
    qsizetype count = 0;
    for (NodeKey key : inOrder(ledger)) {
        const bool mayCross = count - moved <= most && count + countAt(key) + moved >= most;
        if (mayCross || told.contains(key))
            differs |= checkNode(ledger, key, count);
        count += countAt(key);
    }
    return differs;
}

bool Findings::checkNode(Ledger &ledger, NodeKey key, qsizetype before)
{
    Block fresh;
    m_facts->listen(&fresh.named);
    Report report(*m_facts, *ledger.rule, fresh.problems, before);
    ledger.ofNodes->checkNode(*m_facts, key, report);
    m_facts->listen(nullptr);
    const auto found = ledger.nodes.find(key.value());
    if (found == ledger.nodes.end() && fresh.problems.isEmpty())
        return false;
    Block &block = found == ledger.nodes.end() ? ledger.nodes[key.value()] : found->second;
    ledger.count += fresh.problems.size() - block.problems.size();
    const bool differs = take(ledger, block, std::move(fresh));
    if (block.problems.isEmpty())
        ledger.nodes.erase(key.value());
    return differs;
}

bool Findings::take(Ledger &ledger, Block &block, Block fresh)
{
    const bool differs = block.problems != fresh.problems;
    ledger.isStale |= differs;
    block = std::move(fresh);
    return differs;
}

std::vector<NodeKey> Findings::inOrder(const Ledger &ledger) const
{
    const std::vector<NodeKind> &kinds = ledger.ofNodes->kinds();
    struct Spot
    {
        qsizetype kind;
        qsizetype position;
        NodeKey key;
        auto operator<=>(const Spot &) const = default;
    };
    std::vector<Spot> places;
    places.reserve(ledger.nodes.size());
    for (const auto &node : ledger.nodes) {
        const NodeKey key = keyOf(node.first);
        const auto kind = std::find(kinds.begin(), kinds.end(), key.kind()) - kinds.begin();
        qsizetype position = -1;
        withNodes(m_facts->contents(), key.kind(), [&](const auto &nodes) { position = nodes.indexOf(key); });
        places.push_back({kind, position, key});
    }
    std::sort(places.begin(), places.end());
    std::vector<NodeKey> keys;
    keys.reserve(places.size());
    for (const Spot &place : places)
        keys.push_back(place.key);
    return keys;
}

const QList<Problem> &Findings::told(Ledger &ledger) const
{
    if (!ledger.isStale)
        return ledger.told;
    ledger.isStale = false;
    if (!ledger.ofNodes) {
        ledger.told = ledger.whole.problems;
        return ledger.told;
    }
    ledger.told.clear();
    ledger.told.reserve(ledger.count);
    for (NodeKey key : inOrder(ledger))
        ledger.told.append(ledger.nodes[key.value()].problems);
    return ledger.told;
}

const QList<Problem> &Findings::problems() const
{
    if (m_isStale) {
        m_isStale = false;
        m_problems.clear();
        for (Ledger &ledger : m_ledgers)
            m_problems.append(told(ledger));
        m_problems.append(leftOut(*m_facts));
    }
    return m_problems;
}

} // namespace baton
