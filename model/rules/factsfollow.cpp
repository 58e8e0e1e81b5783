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

    void leavePhase(const TaskEntry &entry)
    {
        if (m_facts.m_tasksIn && entry.phase >= 0)
            std::erase((*m_facts.m_tasksIn)[size_t(entry.phase)], int(entry.key.number()));
    }
    void enterPhase(const TaskEntry &entry)
    {
        if (!m_facts.m_tasksIn || !entry.task || entry.phase < 0)
            return;
        std::vector<int> &tasks = (*m_facts.m_tasksIn)[size_t(entry.phase)];
        const auto &all = m_facts.contents().tasks;
        const auto isBefore = [&](int a, int b) { return all.indexOf(m_facts.taskAt(a).key) < all.indexOf(m_facts.taskAt(b).key); };
        const int task = int(entry.key.number());
        tasks.insert(std::lower_bound(tasks.begin(), tasks.end(), task, isBefore), task);
    }

    /// Who delivers what is owned may or may not write it, so look there again.
    void noteWriters(int owner)
    {
        const PatternIndex &owned = m_facts.owned();
        for (int index : owned.of(owner)) {
            for (int delivery : m_facts.deliverables().overlapping(owned.entries()[size_t(index)].glob))
                m_nodes.insert(m_facts.taskAt(m_facts.deliverables().entries()[size_t(delivery)].task).key);
        }
    }
    /// Who reads what a task delivers may or may not get it.
    void noteReaders(int producer)
    {
        if (m_facts.m_distantInputs) {
            for (int reader : m_facts.m_distantInputs->readersOf(producer))
                m_readers.insert(reader);
        }
    }
    void followPatterns(const TaskEntry &entry, NodeKey key, const FieldSet &fields)
    {
        const int number = int(key.number());
        if (fields.contains(Field::Deliverables) && m_facts.m_deliverables) {
            noteReaders(number);
            m_facts.m_deliverables->set(number, entry.task ? entry.task->deliverables : QStringList());
            noteReaders(number);
        }
        if (fields.contains(Field::Owns) && m_facts.m_owned) {
            noteWriters(number);
            m_facts.m_owned->set(number, entry.task ? entry.task->owns : QStringList());
            noteWriters(number);
        }
        if (m_facts.m_distantInputs && (fields.contains(Field::Inputs) || fields.contains(Field::Needs)))
            m_readers.insert(number);
    }

    void collect()
    {
        // What went comes first: it has no place in the file any more, by which lists are sorted.
        m_touched.assign(m_change.removed.begin(), m_change.removed.end());
        m_touched.insert(m_touched.end(), m_change.added.begin(), m_change.added.end());
        m_tied = m_touched;
        if (!m_touched.empty())
            m_effect.fields.add(fieldsOfTask());
        for (auto it = m_change.touched.begin(); it != m_change.touched.end(); ++it) {
            m_effect.fields.add(it.value());
            m_touched.push_back(it.key());
            if (it->contains(Field::Title) || it->contains(Field::Text) || it->contains(Field::Name))
                m_effect.renamed.insert(it.key());
            if (it->intersects(tying()))
                m_tied.push_back(it.key());
        }
        m_effect.gone.assign(m_change.removed.begin(), m_change.removed.end());
        m_nodes = QSet<NodeKey>(m_touched.begin(), m_touched.end());
        m_nodes.insert(workflowKey);
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
        const FieldSet fields = m_change.touched.value(key, FieldSet::all());
        const bool isTied = fields.intersects(tying());
        if (isTied) {
            leave(before);
            if (m_facts.m_validations)
                m_facts.m_validations->remove(int(key.number()));
            leavePhase(before);
            noteArcs(before, m_gone, m_goneNeeds);
        }
        index.refresh(key);
        const TaskEntry &after = index.task(key);
        if (isTied) {
            enter(after);
            if (m_facts.m_validations && after.task)
                m_facts.m_validations->add(after);
            enterPhase(after);
            noteArcs(after, m_come, m_comeNeeds);
        }
        followPatterns(after, key, fields);
        if (m_facts.m_tokens)
            (*m_facts.m_tokens)[key.number()] = after.task ? after.task->budgetTokens.value_or(-1) : -1;
        if (index.isOptional(after) != index.isOptional(before))
            m_turned.push_back({int(key.number()), int(key.number())});
        if (m_facts.m_branches)
            *m_facts.m_branches += int(after.branches) - int(before.branches);
    }

    void noteArcs(const TaskEntry &entry, std::vector<Arc> &all, std::vector<Arc> &needs) const
    {
        const auto append = [&](const std::optional<PlanGraph> &graph, std::vector<Arc> &arcs) {
            const std::vector<Arc> own = graph ? graph->arcsOf(entry) : std::vector<Arc>();
            arcs.insert(arcs.end(), own.begin(), own.end());
        };
        append(m_facts.m_graph, all);
        append(m_facts.m_needsGraph, needs);
    }

    void noteGate(PlanIndex &index, NodeKey key)
    {
        if (key.kind() != NodeKind::Gate) {
            index.refresh(key);
            m_effect.everything |= key.kind() == NodeKind::Persona && m_facts.m_doers && !m_facts.m_doers->isUpToDate(int(key.number()));
            return;
        }
        const auto before = index.gate(key).needs;
        index.refresh(key);
        m_syncPointsDiffer |= before != index.gate(key).needs;
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

    /// What both have is none of the edit's.
    static void dropCommon(std::vector<Arc> &gone, std::vector<Arc> &come)
    {
        std::erase_if(gone, [&](const Arc &arc) {
            const auto same = std::find(come.begin(), come.end(), arc);
            if (same == come.end())
                return false;
            come.erase(same);
            return true;
        });
    }

    void followGraphs()
    {
        dropCommon(m_gone, m_come);
        dropCommon(m_goneNeeds, m_comeNeeds);
        Facts &facts = m_facts;
        const bool arcsDiffer = m_syncPointsDiffer || !m_gone.empty() || !m_come.empty();
        if (arcsDiffer || m_effect.fields.contains(Field::Needs))
            facts.m_guards.reset();
        if (facts.m_graph && arcsDiffer && (m_syncPointsDiffer || !facts.m_graph->follow(m_gone, m_come)))
            facts.m_graph.reset();
        if (!facts.m_needsGraph)
            return;
        if (!m_syncPointsDiffer && m_goneNeeds.empty() && m_comeNeeds.empty()) {
            noteBypassed(m_turned);
            return;
        }
        noteBypassed(m_goneNeeds);
        if (m_syncPointsDiffer || !facts.m_needsGraph->follow(m_goneNeeds, m_comeNeeds)) {
            facts.m_needsGraph.reset();
            m_effect.isRewired = true;
            return;
        }
        noteBypassed(m_comeNeeds);
        noteBypassed(m_turned);
    }

    /// Notes the tasks with a need that a path through one of these arcs goes round; for one from a task to itself, a path
    /// through that task.
    void noteBypassed(const std::vector<Arc> &arcs)
    {
        const PlanGraph &graph = *m_facts.m_needsGraph;
        for (const Arc &arc : arcs) {
            const std::vector<char> ahead = graph.closure(arc.from, false);
            const std::vector<char> behind = graph.closure(arc.to, true);
            for (const TaskEntry &entry : m_facts.index().tasks()) {
                if (entry.needs.size() > 1 && behind[entry.key.number()] &&
                    std::any_of(entry.needs.begin(), entry.needs.end(),
                                [&](NodeKey need) { return !need.isNull() && ahead[size_t(graph.vertex(need))]; }))
                    m_effect.bypassed.push_back(entry.key);
            }
        }
    }

    /// Who validates what was mended is judged by the order of the two, and in a fix phase by all that its gate judges:
    /// that may differ for them wherever the edit was.
    void noteRepairs()
    {
        if (!m_effect.fields.intersects(tying()))
            return;
        if (m_facts.m_validations)
            m_facts.m_validations->forValidatorsOfMended([&](int task) { m_nodes.insert(m_facts.taskAt(task).key); });
        for (const PhaseEntry &entry : m_facts.index().phases()) {
            if (!entry.phase || entry.fixes.isNull())
                continue;
            for (int task : m_facts.tasksIn(int(entry.key.number())))
                m_nodes.insert(m_facts.taskAt(task).key);
        }
    }

    /// Forgets what is worked out when it is asked for, where the edit may have changed it.
    void finish()
    {
        const FieldSet &fields = m_effect.fields;
        Facts &facts = m_facts;
        followGraphs();
        for (int reader : std::as_const(m_readers))
            facts.m_distantInputs->refresh(reader);
        if (fields.contains(Field::Persona) || fields.contains(Field::Kind) || fields.contains(Field::Phase))
            facts.m_implementers.clear();
        if (fields.contains(Field::Criteria))
            facts.m_askingPhases.reset();
        // Made anew at once: the next edit is followed only in what is there.
        if (facts.m_deliverables && facts.m_deliverables->isWorn()) {
            facts.m_deliverables.reset();
            (void)facts.deliverables();
        }
        if (facts.m_owned && facts.m_owned->isWorn()) {
            facts.m_owned.reset();
            (void)facts.owned();
        }
        noteRepairs();
        m_effect.nodes.assign(m_nodes.begin(), m_nodes.end());
        for (std::vector<NodeKey> *nodes : {&m_effect.nodes, &m_effect.bypassed})
            std::erase_if(*nodes, [&](NodeKey key) { return key.isNull() || m_change.removed.contains(key); });
    }

    Facts &m_facts;
    const Change &m_change;
    Effect m_effect;
    std::vector<NodeKey> m_touched;
    std::vector<NodeKey> m_tied; ///< Those of them whose ties or neighbours matter.
    QSet<NodeKey> m_nodes;
    QSet<int> m_readers; ///< Numbers of the tasks whose inputs are to be looked at again.
    std::vector<Arc> m_gone; ///< Arcs of the graph of everything,
    std::vector<Arc> m_come;
    std::vector<Arc> m_goneNeeds; ///< and of the graph of needs.
    std::vector<Arc> m_comeNeeds;
    std::vector<Arc> m_turned; ///< From and to the tasks that are optional now, or are so no more.
    bool m_syncPointsDiffer = false;
};

Effect Facts::follow(const Change &change)
{
    return Follower(*this, change).follow();
}

} // namespace baton
