// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/facts.h"

#include <algorithm>

namespace baton {

namespace {

/// The fields of a kind that only concern the node itself and what is tied to it. An edit of any other, and personas,
/// phases, gates and notes that come and go, may matter anywhere: a name resolves to another node, a severity changes.
bool isLocal(NodeKind kind, const FieldSet &fields)
{
    static const FieldSet ofWorkflow{Field::Profile, Field::Rules};
    static const FieldSet ofPersona{Field::Id, Field::Role, Field::Executor};
    static const FieldSet ofPhase{Field::Id,        Field::Kind,        Field::After,
                                  Field::RepeatMax, Field::RepeatUntil, Field::Fixes};
    static const FieldSet ofTask{Field::Id, Field::Rules};
    static const FieldSet ofGate{Field::Id, Field::Phase};
    static const FieldSet ofNote{Field::Id};
    switch (kind) {
    case NodeKind::Workflow:
        return !fields.intersects(ofWorkflow);
    case NodeKind::Persona:
        return !fields.intersects(ofPersona);
    case NodeKind::Phase:
        return !fields.intersects(ofPhase);
    case NodeKind::Task:
        return !fields.intersects(ofTask);
    case NodeKind::Gate:
        return !fields.intersects(ofGate);
    case NodeKind::Note:
        return !fields.intersects(ofNote);
    case NodeKind::None:
        break;
    }
    return false;
}

bool isLocal(const Change &change)
{
    const auto isTask = [](NodeKey key) { return key.kind() == NodeKind::Task; };
    if (change.reset || !std::all_of(change.added.begin(), change.added.end(), isTask) ||
        !std::all_of(change.removed.begin(), change.removed.end(), isTask))
        return false;
    for (auto it = change.touched.begin(); it != change.touched.end(); ++it) {
        if (!isLocal(it.key().kind(), it.value()))
            return false;
    }
    return true;
}

const FieldSet &fieldsOfTask()
{
    static const FieldSet fields = [] {
        FieldSet set;
        for (const FieldOf<Task> &field : fieldsOf<Task>())
            set.add(field.field);
        return set;
    }();
    return fields;
}

/// What ties tasks to each other, or is read of a task by the rules about its neighbours.
const FieldSet &tying()
{
    static const FieldSet fields{Field::Persona, Field::Kind, Field::Needs, Field::Validates, Field::Phase};
    return fields;
}

} // namespace

/// Brings facts up to date with one edit.
class Facts::Follower
{
public:
    Follower(Facts &facts, const Change &change) : m_facts(facts), m_change(change) {}

    Effect follow()
    {
        if (!isLocal(m_change)) {
            m_effect.everything = true;
            return m_effect;
        }
        if (m_facts.m_users.empty())
            indexUsers();
        collect();
        spread(); // as things were
        refresh();
        if (m_effect.everything)
            return m_effect;
        spread(); // as they are
        finish();
        return m_effect;
    }

private:
    using Neighbours = QVarLengthArray<int, 8>;

    void indexUsers()
    {
        m_facts.m_users.resize(m_facts.index().tasks().size());
        for (const TaskEntry &entry : m_facts.index().tasks())
            enter(entry);
    }

    template <class Act>
    static void forTargets(const TaskEntry &entry, Act act)
    {
        for (NodeKey key : entry.needs) {
            if (key.kind() == NodeKind::Task)
                act(key.number());
        }
        for (NodeKey key : entry.validates) {
            if (!key.isNull())
                act(key.number());
        }
    }
    void enter(const TaskEntry &entry)
    {
        forTargets(entry, [&](quint32 target) { m_facts.m_users[target].append(int(entry.key.number())); });
    }
    void leave(const TaskEntry &entry)
    {
        forTargets(entry, [&](quint32 target) {
            auto &users = m_facts.m_users[target];
            const auto found = std::find(users.begin(), users.end(), int(entry.key.number()));
            if (found != users.end()) {
                *found = users.last();
                users.removeLast();
            }
        });
    }

    void collect()
    {
        for (auto it = m_change.touched.begin(); it != m_change.touched.end(); ++it) {
            m_effect.fields.add(it.value());
            m_touched.push_back(it.key());
            if (it->contains(Field::Title) || it->contains(Field::Text) || it->contains(Field::Name))
                m_effect.renamed.insert(it.key());
            if (it->intersects(tying()))
                m_tied.push_back(it.key());
        }
        for (const QSet<NodeKey> &keys : {m_change.added, m_change.removed}) {
            for (NodeKey key : keys) {
                m_effect.fields.add(fieldsOfTask());
                m_touched.push_back(key);
                m_tied.push_back(key);
            }
        }
        m_effect.gone.assign(m_change.removed.begin(), m_change.removed.end());
        m_nodes = QSet<NodeKey>(m_touched.begin(), m_touched.end());
    }

    /// Notes what is at most two ties away from what was edited: a fix task is tied to the validation of what it fixes.
    void spread()
    {
        std::vector<int> reached;
        const auto reach = [&](int task) {
            m_nodes.insert(m_facts.taskAt(task).key);
            reached.push_back(task);
        };
        const auto reachAround = [&](int task) {
            if (size_t(task) >= m_facts.m_users.size())
                return;
            forTargets(m_facts.taskAt(task), reach);
            for (int user : m_facts.m_users[size_t(task)])
                reach(user);
        };
        for (NodeKey key : m_tied) {
            if (key.kind() == NodeKind::Task) {
                reachAround(int(key.number()));
            } else if (key.kind() == NodeKind::Gate) {
                for (NodeKey need : m_facts.index().gate(key).needs) {
                    if (need.kind() == NodeKind::Task)
                        reach(int(need.number()));
                }
            }
        }
        const std::vector<int> near = std::move(reached);
        reached.clear();
        for (int task : near)
            reachAround(task);
    }

    void refresh()
    {
        PlanIndex &index = m_facts.m_index;
        if (m_change.added.isEmpty() && m_change.removed.isEmpty())
            for (NodeKey key : m_touched)
                refresh(index, key);
        else
            refreshWithIds(index);
    }

    void refresh(PlanIndex &index, NodeKey key)
    {
        if (key.kind() != NodeKind::Task) {
            noteGate(index, key);
            return;
        }
        if (key.number() >= index.tasks().size()) {
            m_effect.everything = true;
            return;
        }
        const TaskEntry before = index.task(key);
        leave(before);
        index.refresh(key);
        const TaskEntry &after = index.task(key);
        enter(after);
        m_needsDiffer |= before.needs != after.needs;
        m_arcsDiffer |= m_needsDiffer || before.validates != after.validates || before.phase != after.phase;
    }

    void noteGate(PlanIndex &index, NodeKey key)
    {
        if (key.kind() != NodeKind::Gate) {
            index.refresh(key);
            return;
        }
        const auto before = index.gate(key).needs;
        index.refresh(key);
        m_needsDiffer |= before != index.gate(key).needs;
        m_arcsDiffer |= m_needsDiffer;
    }

    /// Tasks came or went. Where that makes a name mean something else, it may matter anywhere.
    void refreshWithIds(PlanIndex &index)
    {
        QSet<QString> names;
        for (NodeKey key : m_effect.gone) {
            const QString id = index.task(key).id;
            m_effect.everything |= !index.ids().step(id).isNull();
            names.insert(id);
        }
        for (NodeKey key : m_touched)
            refresh(index, key);
        if (m_effect.everything)
            return;
        for (NodeKey key : m_change.added) {
            const Task &task = *index.task(key).task;
            names.insert(task.id);
            m_effect.everything |= index.ids().allWithIdOf(NodeKind::Task, task.id).size() > 1 || !task.rules.isEmpty();
        }
        for (NodeKey key : m_effect.gone)
            m_effect.everything |= !m_facts.m_users[key.number()].isEmpty();
        m_effect.everything |= isNamedElsewhere(index, names);
    }

    /// Whether somebody beside the tasks that were edited names one of these.
    bool isNamedElsewhere(const PlanIndex &index, const QSet<QString> &names) const
    {
        const Contents &contents = index.contents();
        const auto hasUnknown = [](const auto &keys) {
            return std::any_of(keys.begin(), keys.end(), [](NodeKey key) { return key.isNull(); });
        };
        for (const TaskEntry &entry : index.tasks()) {
            if (!hasUnknown(entry.needs) && !hasUnknown(entry.validates))
                continue;
            for (qsizetype i = 0; i < entry.needs.size(); ++i) {
                if (entry.needs[i].isNull() && names.contains(entry.task->needs.at(i).target))
                    return true;
            }
            for (qsizetype i = 0; i < entry.validates.size(); ++i) {
                if (entry.validates[i].isNull() && names.contains(entry.task->validates.at(i)))
                    return true;
            }
        }
        const auto isNamed = [&](const QString &id) { return !id.isEmpty() && names.contains(id); };
        for (const auto &slot : contents.gates) {
            if (std::any_of(slot.node->needs.begin(), slot.node->needs.end(), isNamed))
                return true;
        }
        for (const auto &slot : contents.phases) {
            if (isNamed(slot.node->fixes) || isNamed(slot.node->repeatUntil.section(u'.', 0, 0)))
                return true;
        }
        return std::any_of(contents.notes.begin(), contents.notes.end(),
                           [&](const auto &slot) { return isNamed(slot.node->near); });
    }

    /// Forgets what is worked out when it is asked for, where the edit may have changed it.
    void finish()
    {
        const FieldSet &fields = m_effect.fields;
        Facts &facts = m_facts;
        if (m_arcsDiffer) {
            facts.m_graph.reset();
            facts.m_depths.reset();
        }
        if (m_needsDiffer)
            facts.m_needsGraph.reset();
        if (m_needsDiffer || !m_change.added.isEmpty() || !m_change.removed.isEmpty())
            facts.m_longestChain.reset();
        if (fields.contains(Field::Needs))
            facts.m_hasBranches.reset();
        if (m_arcsDiffer || fields.contains(Field::Needs))
            facts.m_guards.reset();
        if (fields.contains(Field::Deliverables))
            facts.m_deliverables.reset();
        if (fields.contains(Field::Owns))
            facts.m_owned.reset();
        if (fields.contains(Field::Phase))
            facts.m_tasksIn.reset();
        if (fields.intersects(tying())) {
            facts.m_validators.reset();
            facts.m_fixes.clear();
            facts.m_implementers.clear();
        }
        m_effect.nodes.assign(m_nodes.begin(), m_nodes.end());
        std::erase_if(m_effect.nodes, [&](NodeKey key) { return key.isNull() || m_change.removed.contains(key); });
    }

    Facts &m_facts;
    const Change &m_change;
    Effect m_effect;
    std::vector<NodeKey> m_touched;
    std::vector<NodeKey> m_tied; ///< Those of them whose ties or neighbours matter.
    QSet<NodeKey> m_nodes;
    bool m_needsDiffer = false;
    bool m_arcsDiffer = false;
};

Effect Facts::follow(const Change &change)
{
    return Follower(*this, change).follow();
}

} // namespace baton
