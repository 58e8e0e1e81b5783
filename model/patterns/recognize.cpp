// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/patterns/recognize.h"

#include "model/patterns/taskshape.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <map>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(baton::FoundPattern)
};

constexpr size_t mostOfAKind = 20;
constexpr qsizetype mostNamed = 3;

using Keys = QList<NodeKey>;

/// Branches that begin at the same tasks and meet in one: each is a row of tasks, first to last.
struct Bundle
{
    std::vector<int> sources;
    QList<std::vector<int>> branches;
    int join = -1;
};

/// Looks at the tasks of a plan as a graph, without what is only read and without needs that others imply.
class Recognizer
{
public:
    explicit Recognizer(const Contents &contents)
        : m_contents(contents)
        , m_index(contents)
        , m_shape(m_index)
    {
    }

    QList<FoundPattern> run()
    {
        m_taken.resize(m_before.size());
        findPhases();
        findBundles();
        findRounds();
        findReviewers();
        findBranching();
        findSyncPoints();
        findPipelines();
        findParallel();
        return inOrder();
    }

private:
    const PlanIndex::TaskEntry &entry(int v) const { return m_index.tasks()[size_t(v)]; }
    const Task &task(int v) const { return *entry(v).task; }
    NodeKey key(int v) const { return entry(v).key; }
    Keys keys(const std::vector<int> &all) const;
    TaskKind kind(int v) const { return task(v).effectiveKind(); }
    bool validates(int later, int earlier) const { return entry(later).validates.contains(key(earlier)); }
    bool isReview(int v) const { return kind(v) == TaskKind::Validate || kind(v) == TaskKind::Review; }
    bool sharesPersona(int a, int b) const
    {
        return entry(a).persona >= 0 && entry(a).persona == entry(b).persona;
    }

    void findPhases();
    void findBundles();
    void label(const Bundle &bundle);
    Pattern patternOf(const Bundle &bundle) const;
    void findRounds();
    void findSteps();
    void findReviewers();
    void findBranching();
    void findSyncPoints();
    void findPipelines();
    void findParallel();

    QString names(const Keys &all) const;
    QString name(int v) const { return u"“%1”"_s.arg(m_contents.titleOf(key(v))); }
    /// The sentence is made where it is wanted: of thousands found, few are shown.
    void add(Pattern pattern, const Keys &subjects, std::function<QString()> sentence)
    {
        m_found[pattern].push_back({subjects, std::move(sentence)});
    }
    QList<FoundPattern> inOrder();

    const Contents &m_contents;
    PlanIndex m_index;
    TaskShape m_shape;
    const std::vector<std::vector<int>> &m_before = m_shape.before;
    const std::vector<std::vector<int>> &m_after = m_shape.after;
    std::vector<char> m_taken;       ///< Part of something that is more than a row.
    bool m_hasPhases = false;
    struct Finding
    {
        Keys subjects;
        std::function<QString()> sentence;
    };
    std::map<Pattern, std::vector<Finding>> m_found;
};

Keys Recognizer::keys(const std::vector<int> &all) const
{
    Keys result;
    for (int v : all)
        result += key(v);
    return result;
}

QString Recognizer::names(const Keys &all) const
{
    QStringList parts;
    for (NodeKey one : all.first(std::min(mostNamed, all.size())))
        parts += u"“%1”"_s.arg(m_contents.titleOf(one));
    const QString listed = parts.join(u", "_s);
    const int more = int(all.size() - mostNamed);
    return more > 0 ? Words::tr("%1 and %n more", nullptr, more).arg(listed) : listed;
}

void Recognizer::findPhases()
{
    QSet<QString> closed;
    for (const auto &[key, gate] : m_contents.gates)
        closed.insert(gate->phase);
    const PhaseKind wanted[] = {PhaseKind::Foundation, PhaseKind::Implementation, PhaseKind::Validation,
                                PhaseKind::Integration};
    Keys phases;
    for (PhaseKind kind : wanted) {
        for (const auto &[key, phase] : m_contents.phases) {
            if (phase->kind == kind && closed.contains(phase->id)) {
                phases += key;
                break;
            }
        }
    }
    m_hasPhases = phases.size() == std::ssize(wanted);
    if (m_hasPhases)
        add(Pattern::Phases, phases, [=, this] {
            return Words::tr("Foundation, implementation, validation and integration follow each other, each "
                             "closed by a gate.");
        });
}

void Recognizer::findBundles()
{
    for (const auto &slot : m_contents.tasks) {
        const int join = int(slot.key.number());
        if (m_before[size_t(join)].size() < 2)
            continue;
        std::map<std::vector<int>, Bundle> bundles;
        for (int end : m_before[size_t(join)]) {
            if (m_after[size_t(end)].size() != 1)
                continue;
            std::vector<int> row{end};
            while (m_before[size_t(row.back())].size() == 1) {
                const int before = m_before[size_t(row.back())].front();
                if (m_after[size_t(before)].size() != 1)
                    break;
                // In a cycle a row would never end.
                if (row.size() > m_before.size())
                    return;
                row.push_back(before);
            }
            std::reverse(row.begin(), row.end());
            Bundle &bundle = bundles[m_before[size_t(row.front())]];
            bundle.sources = m_before[size_t(row.front())];
            bundle.join = join;
            bundle.branches.append(std::move(row));
        }
        for (const auto &[sources, bundle] : bundles)
            label(bundle);
    }
}

Pattern Recognizer::patternOf(const Bundle &bundle) const
{
    const int join = bundle.join;
    const auto isLong = [](const std::vector<int> &row) { return row.size() >= 2; };
    if (std::all_of(bundle.branches.begin(), bundle.branches.end(), isLong))
        return Pattern::Pipelines;
    const bool builds = std::any_of(m_after[size_t(join)].begin(), m_after[size_t(join)].end(),
                                    [this](int v) { return kind(v) == TaskKind::Implement; });
    const bool decides = kind(join) == TaskKind::Decide || kind(join) == TaskKind::Plan;
    if (decides)
        return builds                           ? Pattern::Scout
               : kind(join) == TaskKind::Decide ? Pattern::Evaluation
                                                : Pattern::FanOut;
    if (bundle.sources.size() != 1)
        return Pattern::FanOut;
    const int source = bundle.sources.front();
    if (kind(source) == TaskKind::Coordinate) {
        const std::vector<int> &after = m_after[size_t(join)];
        if (sharesPersona(source, join) ||
            std::any_of(after.begin(), after.end(), [&](int v) { return sharesPersona(source, v); }))
            return Pattern::Hub;
    }
    const auto isChecked = [&](const std::vector<int> &row) { return validates(join, row.back()); };
    if (kind(source) == TaskKind::Plan && m_before[size_t(source)].empty() && isReview(join) &&
        std::all_of(bundle.branches.begin(), bundle.branches.end(), isChecked))
        return Pattern::PlannerWorkerQa;
    return Pattern::FanOut;
}

void Recognizer::label(const Bundle &bundle)
{
    if (bundle.branches.size() < 2)
        return;
    const Pattern pattern = patternOf(bundle);
    Keys subjects = keys(bundle.sources);
    Keys branches;
    for (const std::vector<int> &row : bundle.branches) {
        branches += key(row.front());
        subjects += keys(row);
        for (int v : row)
            m_taken[size_t(v)] = 1;
    }
    subjects += key(bundle.join);
    const int count = int(bundle.branches.size());
    const QString join = name(bundle.join);
    switch (pattern) {
    case Pattern::Pipelines:
        add(pattern, subjects, [=, this] {
            return Words::tr("%n stream(s) beginning with %1 meet in %2.", nullptr, count)
                .arg(names(branches), join);
        });
        break;
    case Pattern::Scout:
        add(pattern, subjects, [=, this] {
            return Words::tr("%1 look around, then %2 decides what is built.").arg(names(branches), join);
        });
        break;
    case Pattern::Evaluation:
        add(pattern, subjects, [=, this] {
            return Words::tr("%1 are answers to one question; %2 chooses.").arg(names(branches), join);
        });
        break;
    case Pattern::Hub:
        add(pattern, subjects, [=, this] {
            return Words::tr("%1 hands out to %2 and collects the results.")
                .arg(name(bundle.sources.front()), names(branches));
        });
        break;
    case Pattern::PlannerWorkerQa:
        add(pattern, subjects, [=, this] {
            return Words::tr("%1 plans, %2 do the work, %3 lists issues or approves.")
                .arg(name(bundle.sources.front()), names(branches), join);
        });
        break;
    default: // What else a bundle is, it is a fan.
        add(pattern, subjects, [=, this] {
            return bundle.sources.empty() ? Words::tr("%1 run side by side and are brought together in %2.")
                                                .arg(names(branches), join)
                                          : Words::tr("%1 fans out to %2, which are brought together in %3.")
                                                .arg(names(keys(bundle.sources)), names(branches), join);
        });
    }
}

/// Work, a review of it, and work by the same persona again that answers the review.
void Recognizer::findRounds()
{
    std::vector<char> seen(m_before.size());
    for (const auto &slot : m_contents.tasks) {
        std::vector<int> row{int(slot.key.number())};
        if (seen[size_t(row.front())] || isReview(row.front()))
            continue;
        while (true) {
            const int work = row.back();
            const auto next = [&](int from, auto fits) {
                const std::vector<int> &after = m_after[size_t(from)];
                const auto found = std::find_if(after.begin(), after.end(), fits);
                return found == after.end() ? -1 : *found;
            };
            const int review =
                next(work, [&](int v) { return !seen[size_t(v)] && isReview(v) && validates(v, work); });
            if (review < 0)
                break;
            row.push_back(review);
            seen[size_t(work)] = seen[size_t(review)] = 1;
            const int again = next(
                review, [&](int v) { return !seen[size_t(v)] && !isReview(v) && sharesPersona(v, work); });
            if (again < 0)
                break;
            row.push_back(again);
        }
        if (row.size() < 3)
            continue;
        for (int v : row)
            m_taken[size_t(v)] = 1;
        add(Pattern::Refinement, keys(row), [=, this] {
            return Words::tr("%1 is reviewed and refined, up to %2.")
                .arg(name(row.front()), name(row.back()));
        });
    }
    for (const auto &[key, phase] : m_contents.phases) {
        if (!phase->repeatUntil.isEmpty())
            add(Pattern::Refinement, {key}, [=, this] {
                return Words::tr("“%1” is repeated until %2, at most %n time(s).", nullptr,
                                 int(phase->repeatMax.value_or(1)))
                    .arg(m_contents.titleOf(key), phase->repeatUntil);
            });
    }
    findSteps();
}

/// Steps that go on only when their check has let them: through a sync point, or phase by phase.
void Recognizer::findSteps()
{
    Keys steps;
    for (const auto &[gateKey, gate] : m_contents.gates) {
        const PlanIndex::GateEntry &entryOf = m_index.gate(gateKey);
        if (!gate->isSyncPoint() || entryOf.needs.size() != 1 || entryOf.needs[0].kind() != NodeKind::Task)
            continue;
        const int check = int(entryOf.needs[0].number());
        if (isReview(check) && m_before[size_t(check)].size() == 1 &&
            validates(check, m_before[size_t(check)].front())) {
            const int work = m_before[size_t(check)].front();
            steps += {key(work), key(check)};
        }
    }
    for (NodeKey step : steps.size() >= 4 ? steps : Keys())
        m_taken[step.number()] = 1;
    if (steps.size() >= 4)
        add(Pattern::Incremental, steps, [=, this] {
            return Words::tr("Each of %1 is approved before the next begins.").arg(names(steps));
        });
    if (m_hasPhases)
        return;
    QSet<QString> closed;
    for (const auto &[key, gate] : m_contents.gates)
        closed.insert(gate->phase);
    QSet<NodeKey> validated;
    for (const auto &slot : m_contents.tasks) {
        const PlanIndex::TaskEntry &own = m_index.task(slot.key);
        for (NodeKey other : own.validates) {
            if (m_index.task(other).phase == own.phase && own.phase >= 0)
                validated.insert(m_index.phases()[size_t(own.phase)].key);
        }
    }
    Keys phases;
    for (const auto &[key, phase] : m_contents.phases) {
        if (validated.contains(key) && closed.contains(phase->id) && phase->fixes.isEmpty())
            phases += key;
    }
    if (phases.size() >= 2)
        add(Pattern::Incremental, phases, [=, this] {
            return Words::tr("Each of %1 is approved before the next begins.").arg(names(phases));
        });
}

void Recognizer::findReviewers()
{
    std::vector<std::vector<int>> reviewers(m_before.size());
    for (const auto &slot : m_contents.tasks) {
        for (NodeKey work : m_index.task(slot.key).validates)
            reviewers[work.number()].push_back(int(slot.key.number()));
    }
    std::map<std::vector<int>, Keys> worksOf;
    for (const auto &slot : m_contents.tasks) {
        const std::vector<int> &who = reviewers[slot.key.number()];
        QSet<int> personas;
        for (int v : who)
            personas.insert(entry(v).persona);
        if (personas.size() >= 2)
            worksOf[who] += slot.key;
    }
    for (const auto &[who, works] : worksOf)
        add(Pattern::Reviewers, works + keys(who),
            [=, this] { return Words::tr("%1 is approved by %2.").arg(names(works), names(keys(who))); });
}

void Recognizer::findBranching()
{
    QHash<NodeKey, Keys> branches;
    QHash<NodeKey, QSet<QString>> labels;
    for (const auto &[key, node] : m_contents.tasks) {
        const PlanIndex::TaskEntry &own = m_index.task(key);
        for (qsizetype i = 0; i < own.needs.size(); ++i) {
            const QStringList &when = node->needs.at(i).when;
            if (when.isEmpty() || own.needs[i].kind() != NodeKind::Task)
                continue;
            branches[own.needs[i]] += key;
            labels[own.needs[i]].unite(QSet<QString>(when.cbegin(), when.cend()));
        }
    }
    for (const auto &slot : m_contents.tasks) {
        if (labels.value(slot.key).size() < 2)
            continue;
        const Keys taken = branches.value(slot.key);
        add(Pattern::Branching, Keys{slot.key} + taken, [=, this] {
            return Words::tr("%1 decides which of %2 runs.").arg(name(int(slot.key.number())), names(taken));
        });
    }
}

void Recognizer::findSyncPoints()
{
    QHash<NodeKey, Keys> behind;
    for (const auto &slot : m_contents.tasks) {
        for (NodeKey needed : m_index.task(slot.key).needs) {
            if (needed.kind() == NodeKind::Gate)
                behind[needed] += slot.key;
        }
    }
    for (const auto &[gateKey, gate] : m_contents.gates) {
        Keys before;
        for (NodeKey needed : m_index.gate(gateKey).needs) {
            if (needed.kind() == NodeKind::Task)
                before += needed;
        }
        if (gate->isSyncPoint() && before.size() >= 2 && behind.contains(gateKey))
            add(Pattern::SyncPoints, before + Keys{gateKey} + behind.value(gateKey), [=, this] {
                return Words::tr("%1 wait for each other at “%2”.")
                    .arg(names(before), m_contents.titleOf(gateKey));
            });
    }
    if (m_hasPhases)
        return;
    // Phase by phase: several tasks at once in one that a gate closes, between others.
    QHash<int, Keys> free;
    for (const auto &slot : m_contents.tasks) {
        const int phase = m_index.task(slot.key).phase;
        const std::vector<int> &before = m_before[slot.key.number()];
        const bool isInner =
            std::any_of(before.begin(), before.end(), [&](int v) { return entry(v).phase == phase; });
        if (phase >= 0 && !isInner)
            free[phase] += slot.key;
    }
    QHash<QString, NodeKey> gateOf;
    for (const auto &[key, gate] : m_contents.gates)
        gateOf.insert(gate->phase, key);
    for (const auto &[key, phase] : m_contents.phases) {
        const Keys side = free.value(int(key.number()));
        const bool isLast = key == m_contents.phases.keyAt(m_contents.phases.size() - 1);
        if (side.size() >= 2 && !isLast && gateOf.contains(phase->id))
            add(Pattern::SyncPoints, side, [=, this] {
                return Words::tr("%1 wait for each other at “%2”.")
                    .arg(names(side), m_contents.titleOf(gateOf.value(phase->id)));
            });
    }
}

void Recognizer::findPipelines()
{
    constexpr size_t shortest = 3;
    for (const auto &slot : m_contents.tasks) {
        const int first = int(slot.key.number());
        const auto joins = [&](int a, int b) {
            return m_after[size_t(a)].size() == 1 && m_before[size_t(b)].size() == 1 && !m_taken[size_t(a)] &&
                   !m_taken[size_t(b)];
        };
        const std::vector<int> &before = m_before[size_t(first)];
        if (before.size() == 1 && joins(before.front(), first))
            continue;
        std::vector<int> row{first};
        while (m_after[size_t(row.back())].size() == 1 &&
               joins(row.back(), m_after[size_t(row.back())].front()))
            row.push_back(m_after[size_t(row.back())].front());
        if (row.size() < shortest)
            continue;
        const int last = row.back();
        if (row.size() == shortest && m_before[size_t(first)].empty() && kind(first) == TaskKind::Plan &&
            isReview(last) && validates(last, row[1]))
            add(Pattern::PlannerWorkerQa, keys(row), [=, this] {
                return Words::tr("%1 plans, %2 does the work, %3 lists issues or approves.")
                    .arg(name(first), name(row[1]), name(last));
            });
        else
            add(Pattern::Pipeline, keys(row), [=, this] {
                return Words::tr("%n tasks in a row, from %1 to %2.", nullptr, int(row.size()))
                    .arg(name(first), name(last));
            });
    }
}

void Recognizer::findParallel()
{
    if (m_hasPhases)
        return;
    std::map<int, Keys> alone;
    for (const auto &slot : m_contents.tasks) {
        const size_t v = slot.key.number();
        if (m_before[v].empty() && m_after[v].empty() &&
            m_index.task(slot.key).validates.isEmpty() && m_index.task(slot.key).needs.isEmpty())
            alone[m_index.task(slot.key).phase] += slot.key;
    }
    for (const auto &[phase, tasks] : alone) {
        if (tasks.size() >= 2)
            add(Pattern::Parallel, tasks, [=, this] {
                return Words::tr("%1 have nothing to do with each other and run side by side.")
                    .arg(names(tasks));
            });
    }
}

QList<FoundPattern> Recognizer::inOrder()
{
    QList<FoundPattern> all;
    for (auto &[pattern, found] : m_found) {
        std::stable_sort(found.begin(), found.end(), [](const Finding &a, const Finding &b) {
            return a.subjects.size() > b.subjects.size();
        });
        for (size_t i = 0; i < std::min(mostOfAKind, found.size()); ++i)
            all.append({pattern, found[i].subjects, found[i].sentence()});
    }
    return all;
}

} // namespace

QList<FoundPattern> patternsIn(const Contents &contents)
{
    return Recognizer(contents).run();
}

} // namespace baton
