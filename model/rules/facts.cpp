// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/facts.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

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

Facts::Facts(const Contents &contents, const IdIndex &ids, CheckContext context)
    : m_index(contents, ids)
    , m_context(std::move(context))
    , m_someTaskSetsRules(setsRules(contents))
{
}

void Facts::prepare() const
{
    if (contents().tasks.size() <= tasksWorthAThread)
        return;
    // The two read the index and nothing of each other.
    QFuture<void> patterns = QtConcurrent::run([this] { (void)owned(); });
    (void)depths();
    (void)needsGraph().depths();
    patterns.waitForFinished();
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

const Guards &Facts::guards() const
{
    if (!m_guards && hasBranches())
        m_guards.emplace(m_index, graph());
    return m_guards ? *m_guards : m_guards.emplace();
}

const PatternIndex &Facts::deliverables() const
{
    if (!m_deliverables) {
        m_deliverables.emplace();
        m_deliverables->reserve(contents().tasks.size());
        for (const auto &slot : contents().tasks)
            m_deliverables->set(int(slot.key.number()), slot.node->deliverables);
    }
    return *m_deliverables;
}

const PatternIndex &Facts::owned() const
{
    if (!m_owned) {
        m_owned.emplace();
        for (const auto &slot : contents().tasks)
            m_owned->set(int(slot.key.number()), slot.node->owns);
        (void)deliverables(); // Both or none: who writes what is owned is looked up from both sides.
    }
    return *m_owned;
}

const DistantInputs &Facts::distantInputs() const
{
    return m_distantInputs ? *m_distantInputs : m_distantInputs.emplace(*this);
}

std::vector<int> Facts::tasksNaming(const PatternIndex &patterns, const Glob &glob) const
{
    std::vector<int> tasks;
    for (int index : patterns.overlapping(glob))
        tasks.push_back(patterns.entries()[size_t(index)].task);
    if (tasks.size() > 1) {
        const auto &all = contents().tasks;
        std::sort(tasks.begin(), tasks.end(), [&](int a, int b) { return all.indexOf(taskAt(a).key) < all.indexOf(taskAt(b).key); });
        tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
    }
    return tasks;
}

bool Facts::isUncertain() const
{
    return (m_deliverables && m_deliverables->isUncertain()) || (m_owned && m_owned->isUncertain()) ||
           (m_distantInputs && m_distantInputs->isUncertain());
}

QString Facts::exhaustedPrefix() const
{
    for (const std::optional<PatternIndex> *index : {&m_owned, &m_deliverables}) {
        if (*index && (*index)->isExhausted())
            return (*index)->exhaustedPrefix().isNull() ? u""_s : (*index)->exhaustedPrefix();
    }
    return {};
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
    // By search, so that it answers within a cycle too; where there is none, only between the two in the order.
    const int wanted = graph().vertex(later);
    const std::vector<int> &rank = graph().rank();
    const bool isAcyclic = graph().isAcyclic();
    const int last = rank[size_t(wanted)];
    if (isAcyclic && rank[size_t(graph().vertex(earlier))] >= last)
        return false;
    std::vector<char> seen(size_t(graph().digraph().size()), 0);
    std::vector<int> open{graph().vertex(earlier)};
    while (!open.empty()) {
        const int v = open.back();
        open.pop_back();
        for (int next : graph().digraph().after(v)) {
            if (next == wanted)
                return true;
            if (!seen[size_t(next)] && (!isAcyclic || rank[size_t(next)] < last)) {
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

const Validations &Facts::validations() const
{
    return m_validations ? *m_validations : m_validations.emplace(m_index);
}

const std::vector<char> &Facts::validatedPhases() const
{
    if (!m_validatedPhases) {
        m_validatedPhases.emplace();
        if (const QList<NodeKey> validations = phasesOfKind(PhaseKind::Validation); !validations.isEmpty()) {
            m_validatedPhases->assign(m_index.phases().size(), 0);
            for (int phase : phasesBefore(int(validations.last().number())))
                (*m_validatedPhases)[size_t(phase)] = 1;
        }
    }
    return *m_validatedPhases;
}

const std::vector<char> &Facts::askingPhases() const
{
    if (!m_askingPhases) {
        m_askingPhases.emplace(m_index.phases().size(), 0);
        for (const auto &slot : contents().gates) {
            if (const int phase = m_index.gate(slot.key).phase; phase >= 0 && asksForApproval(*slot.node))
                (*m_askingPhases)[size_t(phase)] = 1;
        }
        for (const auto &slot : contents().phases) {
            const Gate *fixed = contents().gate(m_index.phase(slot.key).fixes);
            if (fixed && asksForApproval(*fixed))
                (*m_askingPhases)[slot.key.number()] = 1;
        }
    }
    return *m_askingPhases;
}

bool Facts::asksForApproval(const Gate &gate)
{
    const QStringList criteria = Contents::effectiveCriteria(gate, true);
    return criteria.contains(nameOf(Criterion::Approved)) || criteria.contains(nameOf(Criterion::SignedOff));
}

QSet<NodeKey> Facts::judgedBy(NodeKey gate) const
{
    QSet<NodeKey> work;
    const auto judge = [&](const TaskEntry &entry) {
        if (!isValidation(entry)) {
            work.insert(entry.key);
            return;
        }
        for (NodeKey key : validated(entry))
            work.insert(key);
    };
    const GateEntry &entry = m_index.gate(gate);
    if (entry.phase >= 0) {
        for (int number : tasksIn(entry.phase))
            judge(taskAt(number));
    }
    for (NodeKey need : entry.needs) {
        if (need.kind() == NodeKind::Task)
            judge(task(need));
    }
    return work;
}

const Doers &Facts::doers() const
{
    return m_doers ? *m_doers : m_doers.emplace(*this);
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
        if (!implements || entry.phase < 0 || !earlier[size_t(entry.phase)])
            continue;
        for (int persona : doers().numbersOf(entry)) {
            if (tasks[size_t(persona)] < 0)
                tasks[size_t(persona)] = int(slot.key.number());
        }
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
        for (int persona : doers().numbersOf(taskAt(task)))
            barred[size_t(persona)] = 1;
    };
    const auto barAll = [&](const std::vector<int> &tasks) { std::for_each(tasks.begin(), tasks.end(), bar); };
    if (!entry.key.isNull()) {
        const int number = int(entry.key.number());
        bar(number);
        barAll(validatorsOf(number));
    }
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
    // What is mended in a fix phase need not be said there.
    if (!fixedBy(entry.phase).isNull()) {
        for (int other : tasksIn(entry.phase)) {
            const bool mends = taskAt(other).kind == TaskKind::Fix;
            if ((isValidation(entry) && mends) || (entry.kind == TaskKind::Fix && isValidation(taskAt(other))))
                bar(other);
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
    qsizetype end = name.size();
    while (end > 0 && name.at(end - 1) >= u'0' && name.at(end - 1) <= u'9')
        --end;
    if (end < name.size() && end > 1 && name.at(end - 1) == u'-')
        name.truncate(end - 1); // one of several
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
    std::copy_if(tokens().begin(), tokens().end(), std::back_inserter(budgets), [](qint64 budget) { return budget > 0; });
    if (budgets.empty())
        return std::nullopt;
    const auto middle = budgets.begin() + qsizetype(budgets.size() / 2);
    std::nth_element(budgets.begin(), middle, budgets.end());
    return *middle;
}

const std::vector<qint64> &Facts::tokens() const
{
    if (!m_tokens) {
        m_tokens.emplace(m_index.tasks().size(), -1);
        for (const auto &[key, task] : contents().tasks)
            (*m_tokens)[key.number()] = task->budgetTokens.value_or(-1);
    }
    return *m_tokens;
}

bool Facts::hasBranches() const
{
    if (!m_branches)
        m_branches = int(std::count_if(m_index.tasks().begin(), m_index.tasks().end(),
                                       [](const TaskEntry &entry) { return entry.branches; }));
    return *m_branches > 0;
}

QString Facts::name(NodeKey key) const
{
    if (m_named)
        m_named->push_back(key);
    const QString title = contents().titleOf(key);
    if (key.kind() == NodeKind::Persona)
        return u'@' + contents().idOf(key);
    static const QString quoted = QCoreApplication::translate("Rules", "“%1”");
    return quoted.arg(title.isEmpty() ? contents().idOf(key) : title);
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
