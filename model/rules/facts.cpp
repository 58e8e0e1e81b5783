// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/facts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

const std::vector<int> nobody;

const std::vector<int> &valueIn(const std::unordered_map<int, std::vector<int>> &map, int key)
{
    const auto found = map.find(key);
    return found == map.end() ? nobody : found->second;
}

bool setsRules(const Contents &contents)
{
    return std::any_of(contents.tasks.begin(), contents.tasks.end(),
                       [](const auto &slot) { return !slot.node->rules.isEmpty(); });
}

} // namespace

Facts::Facts(const Contents &contents, CheckContext context)
    : m_index(contents)
    , m_context(std::move(context))
    , m_someTaskSetsRules(setsRules(contents))
{
}

Facts::Facts(const Workflow &workflow, CheckContext context)
    : m_index(workflow.contents(), workflow.ids())
    , m_context(std::move(context))
    , m_someTaskSetsRules(setsRules(workflow.contents()))
{
}

const Executor &Facts::executorOf(const TaskEntry &entry) const
{
    const Persona *persona = personaOf(entry);
    return entry.task->executor.isEmpty() && persona ? persona->executor : entry.task->executor;
}

const PlanGraph &Facts::graph() const
{
    if (!m_graph)
        m_graph.emplace(m_index, PlanGraph::All);
    return *m_graph;
}

const PlanGraph &Facts::needsGraph() const
{
    if (!m_needsGraph)
        m_needsGraph.emplace(m_index, PlanGraph::Needs);
    return *m_needsGraph;
}

const std::vector<int> &Facts::depths() const
{
    if (!m_depths)
        m_depths = graph().depths();
    return *m_depths;
}

const Guards &Facts::guards() const
{
    if (!m_guards)
        m_guards.emplace(m_index, graph());
    return *m_guards;
}

const PatternIndex &Facts::deliverables() const
{
    if (!m_deliverables) {
        m_deliverables.emplace();
        m_deliverables->reserve(contents().tasks.size());
        for (const auto &slot : contents().tasks)
            m_deliverables->add(int(slot.key.number()), slot.node->deliverables);
    }
    return *m_deliverables;
}

const PatternIndex &Facts::owned() const
{
    if (!m_owned) {
        m_owned.emplace();
        for (const auto &slot : contents().tasks)
            m_owned->add(int(slot.key.number()), slot.node->owns);
    }
    return *m_owned;
}

bool Facts::hasFile(const QString &pattern) const
{
    if (!m_context.files || m_context.files->isEmpty())
        return false;
    const Glob glob(pattern);
    if (glob.isLiteral() && m_context.files->contains(glob.pattern()))
        return true;
    if (m_files.isEmpty()) {
        m_files = QStringList(m_context.files->begin(), m_context.files->end());
        m_files.sort();
    }
    const QString prefix = glob.isLiteral() ? glob.pattern() + u'/' : glob.fixedPrefix().toString();
    for (auto it = std::lower_bound(m_files.cbegin(), m_files.cend(), prefix);
         it != m_files.cend() && it->startsWith(prefix); ++it) {
        if (glob.isLiteral() || glob.matches(*it))
            return true;
    }
    return false;
}

bool Facts::isBehind(NodeKey later, NodeKey earlier) const
{
    // By search, so that it answers within a cycle too.
    const int wanted = graph().vertex(later);
    std::vector<char> seen(size_t(graph().digraph().size()), 0);
    std::vector<int> open{graph().vertex(earlier)};
    while (!open.empty()) {
        const int v = open.back();
        open.pop_back();
        for (int next : graph().digraph().after(v)) {
            if (next == wanted)
                return true;
            if (!seen[size_t(next)]) {
                seen[size_t(next)] = 1;
                open.push_back(next);
            }
        }
    }
    return false;
}

void Facts::indexByPhase() const
{
    m_tasksIn.emplace(m_index.phases().size());
    m_gatesOf.assign(m_index.phases().size(), {});
    for (const auto &slot : contents().tasks) {
        const TaskEntry &entry = task(slot.key);
        if (entry.phase >= 0)
            (*m_tasksIn)[size_t(entry.phase)].push_back(int(slot.key.number()));
    }
    for (const auto &slot : contents().gates) {
        const GateEntry &entry = m_index.gate(slot.key);
        if (entry.phase >= 0)
            m_gatesOf[size_t(entry.phase)].push_back(int(slot.key.number()));
    }
}

const std::vector<int> &Facts::tasksIn(int phase) const
{
    if (!m_tasksIn)
        indexByPhase();
    return (*m_tasksIn)[size_t(phase)];
}

const std::vector<int> &Facts::gatesOf(int phase) const
{
    if (!m_tasksIn)
        indexByPhase();
    return m_gatesOf[size_t(phase)];
}

QList<NodeKey> Facts::phasesOfKind(PhaseKind kind) const
{
    QList<NodeKey> keys;
    for (const auto &[key, phase] : contents().phases) {
        if (phase->kind == kind)
            keys.append(key);
    }
    return keys;
}

bool Facts::isValidation(const TaskEntry &entry)
{
    return !entry.task->validates.isEmpty() || entry.kind == TaskKind::Validate || entry.kind == TaskKind::Review;
}

QVarLengthArray<NodeKey, 4> Facts::validated(const TaskEntry &entry) const
{
    QVarLengthArray<NodeKey, 4> result;
    if (!entry.task->validates.isEmpty()) {
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

void Facts::indexValidations() const
{
    m_validators.emplace();
    for (const auto &slot : contents().tasks) {
        const TaskEntry &entry = task(slot.key);
        const int number = int(slot.key.number());
        if (isValidation(entry)) {
            for (NodeKey key : validated(entry))
                (*m_validators)[int(key.number())].push_back(number);
        }
        if (entry.kind == TaskKind::Fix) {
            for (NodeKey key : entry.needs) {
                if (key.kind() == NodeKind::Task)
                    m_fixes[int(key.number())].push_back(number);
            }
        }
    }
}

const std::vector<int> &Facts::fixesOf(int task) const
{
    if (!m_validators)
        indexValidations();
    return valueIn(m_fixes, task);
}

const std::vector<int> &Facts::validatorsOf(int task) const
{
    if (!m_validators)
        indexValidations();
    return valueIn(*m_validators, task);
}

bool Facts::samePersona(const TaskEntry &a, const TaskEntry &b)
{
    if (a.persona >= 0 || b.persona >= 0)
        return a.persona == b.persona;
    const QString name = PlanIndex::personaId(a.task->persona());
    return !name.isEmpty() && name == PlanIndex::personaId(b.task->persona());
}

std::vector<int> Facts::phasesBefore(int phase) const
{
    std::vector<char> seen(m_index.phases().size(), 0);
    std::vector<int> before;
    std::vector<int> open{phase};
    seen[size_t(phase)] = 1;
    while (!open.empty()) {
        const PhaseEntry &entry = phaseAt(open.back());
        open.pop_back();
        for (int earlier : entry.after) {
            if (!seen[size_t(earlier)]) {
                seen[size_t(earlier)] = 1;
                open.push_back(earlier);
                before.push_back(earlier);
            }
        }
    }
    return before;
}

const std::vector<int> &Facts::implementersBefore(int phase) const
{
    const auto found = m_implementers.find(phase);
    if (found != m_implementers.end())
        return found->second;
    std::vector<int> &tasks = m_implementers[phase];
    tasks.assign(m_index.personas().size(), -1);
    std::vector<char> earlier(m_index.phases().size(), 0);
    for (int before : phasesBefore(phase))
        earlier[size_t(before)] = 1;
    for (const auto &slot : contents().tasks) {
        const TaskEntry &entry = task(slot.key);
        const bool implements =
            entry.kind == TaskKind::Implement || entry.kind == TaskKind::Test || entry.kind == TaskKind::Fix;
        if (implements && entry.persona >= 0 && entry.phase >= 0 && earlier[size_t(entry.phase)] &&
            tasks[size_t(entry.persona)] < 0)
            tasks[size_t(entry.persona)] = int(slot.key.number());
    }
    return tasks;
}

bool Facts::fits(Role role, TaskKind kind)
{
    using K = TaskKind;
    const auto isOneOf = [kind](std::initializer_list<TaskKind> kinds) {
        return kind == K::Work || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    switch (role) {
    case Role::Unset:
        return true;
    case Role::Planner:
        return isOneOf({K::Plan, K::Decide, K::Coordinate, K::Document, K::Validate});
    case Role::Worker:
        return isOneOf({K::Implement, K::Test, K::Fix, K::Document, K::Integrate});
    case Role::Validator:
        return isOneOf({K::Validate, K::Review, K::Test, K::Document});
    case Role::Integrator:
        return isOneOf({K::Integrate, K::Test, K::Document, K::Decide});
    case Role::Coordinator:
        return isOneOf({K::Coordinate, K::Decide, K::Plan});
    }
    return true;
}

QList<NodeKey> Facts::candidates(const TaskEntry &entry) const
{
    std::vector<char> barred(m_index.personas().size(), 0);
    const auto bar = [&](int task) {
        if (const int persona = taskAt(task).persona; persona >= 0)
            barred[size_t(persona)] = 1;
    };
    const auto barAll = [&](const std::vector<int> &tasks) { std::for_each(tasks.begin(), tasks.end(), bar); };
    const int number = int(entry.key.number());
    bar(number);
    barAll(validatorsOf(number));
    if (isValidation(entry)) {
        for (NodeKey key : validated(entry)) {
            bar(int(key.number()));
            barAll(fixesOf(int(key.number())));
        }
    }
    if (entry.kind == TaskKind::Fix) {
        for (NodeKey key : entry.needs) {
            if (key.kind() == NodeKind::Task)
                barAll(validatorsOf(int(key.number())));
        }
    }
    if (phaseKind(entry.phase) == PhaseKind::Validation) {
        const std::vector<int> &implementers = implementersBefore(entry.phase);
        for (size_t persona = 0; persona < implementers.size(); ++persona)
            barred[persona] |= implementers[persona] >= 0;
    }
    if (entry.kind == TaskKind::Implement || entry.kind == TaskKind::Test || entry.kind == TaskKind::Fix) {
        for (NodeKey phase : phasesOfKind(PhaseKind::Validation)) {
            if (entry.phase != int(phase.number()))
                barAll(tasksIn(int(phase.number())));
        }
    }
    QList<NodeKey> fitting;
    QList<NodeKey> neutral;
    for (const auto &[key, persona] : contents().personas) {
        if (barred[key.number()] || persona->id.isEmpty() || m_index.persona(persona->id) != key ||
            !fits(persona->role, entry.kind))
            continue;
        (persona->role == Role::Unset ? neutral : fitting).append(key);
    }
    const bool judges = isValidation(entry);
    std::stable_partition(fitting.begin(), fitting.end(), [&](NodeKey key) {
        return judges == (personaAt(int(key.number())).persona->role == Role::Validator);
    });
    return fitting + neutral;
}

QString Facts::roleName(const QString &personaId)
{
    QString name = PlanIndex::personaId(personaId).toLower();
    if (name.endsWith("-eng"_L1))
        name += "ineer"_L1;
    static const QHash<QString, QString> shortForms{
        {u"documentation"_s, u"documentation-writer"_s}, {u"docs-writer"_s, u"documentation-writer"_s},
        {u"tech-writer"_s, u"documentation-writer"_s},   {u"software-architect"_s, u"architect"_s},
        {u"system-architect"_s, u"architect"_s},         {u"ux"_s, u"ux-designer"_s},
        {u"ui-designer"_s, u"ux-designer"_s},            {u"pm"_s, u"product-manager"_s},
        {u"tester"_s, u"test-engineer"_s},               {u"qa-engineer"_s, u"test-engineer"_s},
        {u"performance"_s, u"performance-engineer"_s},   {u"perf-engineer"_s, u"performance-engineer"_s},
        {u"security"_s, u"security-engineer"_s},         {u"sec-engineer"_s, u"security-engineer"_s},
        {u"integration"_s, u"integration-engineer"_s},   {u"devops-engineer"_s, u"devops"_s},
        {u"software"_s, u"software-engineer"_s},         {u"developer"_s, u"software-engineer"_s},
    };
    return shortForms.value(name, name);
}

bool Facts::isDoneBy(const TaskEntry &entry, QLatin1String role) const
{
    const QStringList &personas = entry.task->personas;
    return std::any_of(personas.begin(), personas.end(), [&](const QString &id) { return roleName(id) == role; });
}

std::optional<qint64> Facts::medianBudget() const
{
    std::vector<qint64> budgets;
    for (const auto &slot : contents().tasks) {
        if (slot.node->budgetTokens && *slot.node->budgetTokens > 0)
            budgets.push_back(*slot.node->budgetTokens);
    }
    if (budgets.empty())
        return std::nullopt;
    const auto middle = budgets.begin() + qsizetype(budgets.size() / 2);
    std::nth_element(budgets.begin(), middle, budgets.end());
    return *middle;
}

bool Facts::hasBranches() const
{
    if (!m_hasBranches) {
        const auto &tasks = contents().tasks;
        m_hasBranches = std::any_of(tasks.begin(), tasks.end(), [](const auto &slot) {
            const QList<Need> &needs = slot.node->needs;
            return std::any_of(needs.begin(), needs.end(), [](const Need &need) { return !need.when.isEmpty(); });
        });
    }
    return *m_hasBranches;
}

int Facts::longestChain() const
{
    if (!m_longestChain) {
        const std::vector<int> depths = needsGraph().depths();
        m_longestChain = 0;
        for (const auto &slot : contents().tasks)
            m_longestChain = qMax(*m_longestChain, depths[slot.key.number()] + 1);
    }
    return *m_longestChain;
}

QString Facts::name(NodeKey key) const
{
    if (m_named)
        m_named->push_back(key);
    const QString title = contents().titleOf(key);
    if (key.kind() == NodeKind::Persona)
        return u'@' + contents().idOf(key);
    return u'“' + (title.isEmpty() ? contents().idOf(key) : title) + u'”';
}

QString Facts::persona(const TaskEntry &entry) const
{
    return u'@' + PlanIndex::personaId(entry.task->persona());
}

QString Facts::names(const QList<NodeKey> &keys) const
{
    constexpr qsizetype most = 4;
    QStringList parts;
    for (qsizetype i = 0; i < most && i < keys.size(); ++i)
        parts += name(keys.at(i));
    const QString list = parts.join(", "_L1);
    if (keys.size() <= most)
        return list;
    return QCoreApplication::translate("Rules", "%1 and %n more", nullptr, int(keys.size() - most)).arg(list);
}

} // namespace baton
