// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/footprint.h"
#include "model/rules/rule.h"

#include <unordered_map>

namespace baton {

/// The findings of all rules about an open workflow, in blocks that an edit makes anew one by one: a rule's about one
/// node, or all that a rule has found.
class Findings
{
public:
    /// The references stay in use.
    Findings(const Contents &contents, const IdIndex &ids, const CheckContext &context);

    enum class Follows {
        Same,    ///< There is nothing else to say now,
        Differs, ///< or there is,
        NotAtAll ///< or the edit may matter anywhere: everything has to be checked anew. problems() are still the old.
    };
    /// Catches up with an edit of the plan.
    Follows follow(const Change &change);
    /// From now on it is about these, which hold the very same nodes.
    void rebind(const Contents &contents, const IdIndex &ids) { m_facts->rebind(contents, ids); }
    /// As checkWorkflow() has them.
    const QList<Problem> &problems() const;

private:
    struct Block
    {
        QList<Problem> problems;
        std::vector<NodeKey> named; ///< Whose names are in it.
    };
    /// What one rule has to say. Rules that are off have none.
    struct Ledger
    {
        const Rule *rule = nullptr;
        const NodeRule *ofNodes = nullptr;       ///< The same rule, where it looks at single nodes,
        const GatheringRule *ofList = nullptr;   ///< or gathers tasks.
        Footprint footprint;
        Block whole;                             ///< Of a rule that is not about single nodes.
        std::unordered_map<quint32, Block> nodes; ///< By key; only where something was found.
        qsizetype count = 0;                     ///< Problems in nodes, or tasks concerned.
        int mood = 0;                            ///< The rule's, when it last spoke.
        std::vector<char> concerned;             ///< By task, for a GatheringRule.
        QList<Problem> told;                     ///< All of them in order, once asked for.
        bool isStale = true;                     ///< Is told out of date?
    };

    bool follow(Ledger &ledger, const Effect &effect);
    bool followNodes(Ledger &ledger, const Effect &effect);
    bool followList(Ledger &ledger, const Effect &effect);
    bool checkWhole(Ledger &ledger);
    bool checkNode(Ledger &ledger, NodeKey key, qsizetype before);
    bool checkNodes(Ledger &ledger, const std::vector<NodeKey> &keys, qsizetype before);
    bool tellList(Ledger &ledger);
    bool take(Ledger &ledger, Block &block, Block fresh);
    std::vector<NodeKey> inOrder(const Ledger &ledger) const;
    const QList<Problem> &told(Ledger &ledger) const;

    std::unique_ptr<Facts> m_facts;
    mutable std::vector<Ledger> m_ledgers;
    mutable QList<Problem> m_problems;
    mutable bool m_isStale = true;
};

} // namespace baton
