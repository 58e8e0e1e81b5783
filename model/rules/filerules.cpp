// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/nearest.h"
#include "model/rules/newneeds.h"
#include "model/rules/patternindex.h"
#include "model/rules/rule.h"

#include <deque>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Two tasks in the order that a need between them would have.
struct Clash
{
    NodeKey earlier;
    NodeKey later;
    int item; ///< Of the later one.
    QString pattern;
    bool mayNeed = true; ///< The later one the earlier one.
};

/// Tasks neither of which is behind the other, whose patterns overlap; of one task's, the first.
QList<Clash> clashes(const Facts &facts, const PatternIndex &patterns)
{
    const PlanGraph &graph = facts.graph();
    // The order that ties are broken by: longest path first, then the file.
    const auto placeOf = [&](int task) {
        return PatternIndex::Place(facts.depths()[size_t(task)], facts.contents().tasks.indexOf(facts.taskAt(task).key));
    };
    std::vector<PatternIndex::Pair> open;
    std::vector<Arc> asked;
    for (const PatternIndex::Pair &pair : patterns.pairs(placeOf)) {
        const int a = patterns.entries()[size_t(pair.earlier)].task;
        const int b = patterns.entries()[size_t(pair.later)].task;
        if (facts.depths()[size_t(a)] < 0 || facts.depths()[size_t(b)] < 0 || facts.guards().exclude(a, b))
            continue;
        open.push_back(pair);
        asked.push_back({a, b});
    }
    const std::vector<char> ordered = graph.reaches(asked);
    QList<Clash> result;
    std::vector<Arc> needs;
    QSet<int> told;
    for (size_t i = 0; i < open.size(); ++i) {
        const PatternIndex::Entry &later = patterns.entries()[size_t(open[i].later)];
        if (ordered[i] || told.contains(later.task))
            continue;
        told.insert(later.task);
        result.append({facts.taskAt(asked[i].from).key, facts.taskAt(later.task).key, later.item, later.glob.pattern()});
        needs.push_back(asked[i]);
    }
    const std::vector<char> allowed = needs.empty() ? std::vector<char>() : NewNeeds(facts).allowed(needs);
    for (size_t i = 0; i < allowed.size(); ++i)
        result[qsizetype(i)].mayNeed = allowed[i];
    std::sort(result.begin(), result.end(), [&](const Clash &a, const Clash &b) {
        return facts.contents().tasks.indexOf(a.later) < facts.contents().tasks.indexOf(b.later);
    });
    return result;
}

/// The later of two tasks gets a need on the earlier one.
class AddNeedRule : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    using Rule::Rule;

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        if (problem.subjects.size() < 2)
            return {};
        const NodeKey later = problem.subjects.at(0);
        const Task *task = facts.contents().task(later);
        Need need;
        need.target = facts.contents().idOf(problem.subjects.at(1));
        return task ? Edit{}.set(later, Field::Needs, task->needs + QList<Need>{need}) : Edit{};
    }

protected:
    static QuickFix addNeed(const Facts &facts, NodeKey later, NodeKey earlier)
    {
        return {u"add-need"_s, tr("Let %1 need %2").arg(facts.name(later), facts.name(earlier)), {}};
    }
    static QList<QuickFix> fixesFor(const Facts &facts, const Clash &clash)
    {
        return clash.mayNeed ? QList<QuickFix>{addNeed(facts, clash.later, clash.earlier)} : QList<QuickFix>();
    }
};

class DuplicateDeliverableRule final : public AddNeedRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    DuplicateDeliverableRule()
        : AddNeedRule({u"duplicate-deliverable"_s, Severity::Error, Severity::Error, false,
                       tr("One file delivered twice"),
                       tr("Of two tasks that deliver one file at the same time, one overwrites the other."),
                       tr("Seed 001: clear file ownership")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        for (const Clash &clash : clashes(facts, facts.deliverables()))
            report.add(tr("%1 and %2 both deliver “%3”, and neither comes after the other. Let one need the other, or "
                          "deliver something else.")
                           .arg(facts.name(clash.later), facts.name(clash.earlier), clash.pattern),
                       {clash.later, clash.earlier}, {Field::Deliverables, clash.item}, fixesFor(facts, clash));
    }
};

class OwnershipConflictRule final : public AddNeedRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    OwnershipConflictRule()
        : AddNeedRule({u"ownership-conflict"_s, Severity::Error, Severity::Error, false, tr("One file, two owners"),
                       tr("What two tasks may write at the same time belongs to neither."),
                       tr("Seed 001: define which files each worker owns to prevent conflicts")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        for (const Clash &clash : clashes(facts, facts.owned()))
            report.add(tr("%1 and %2 may run at the same time and both own “%3”. Let one need the other, or divide the "
                          "files.").arg(facts.name(clash.later), facts.name(clash.earlier), clash.pattern),
                       {clash.later, clash.earlier}, {Field::Owns, clash.item}, fixesFor(facts, clash));
    }
};

class WritesUnownedRule final : public TaskRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    WritesUnownedRule()
        : TaskRule({u"writes-unowned"_s, Severity::Warning, Severity::Warning, false, tr("Writing what another owns"),
                    tr("A worker does not modify files that it does not own."), tr("Seed 001: file ownership")})
    {
    }

    qsizetype mostProposals() const override { return mostAsked; }

    bool isConcerned(const Facts &facts) const override { return !facts.owned().isEmpty(); }

    void checkTask(const Facts &facts, const TaskEntry &entry, Report &report) const override
    {
        if (!isConcerned(facts))
            return;
        for (qsizetype i = 0; i < entry.task->deliverables.size(); ++i) {
            int owner = -1;
            bool isOwn = false;
            QSet<int> owners;
            for (int task : facts.tasksNaming(facts.owned(), Glob(entry.task->deliverables.at(i)))) {
                isOwn |= task == int(entry.key.number());
                owner = owner < 0 ? task : owner;
                owners.insert(task);
            }
            if (owner < 0 || isOwn)
                continue;
            const NodeKey other = facts.taskAt(owner).key;
            QList<QuickFix> fixes;
            if (report.count() < mostAsked && owners.size() < mostAsked && isApart(facts, entry.key, owners))
                fixes.append({u"own-too"_s, tr("Let %1 own “%2” too").arg(facts.name(entry.key), entry.task->deliverables.at(i)), {}});
            report.add(tr("%1 delivers “%2”, which %3 owns. Let the owner write it, or own it here.")
                           .arg(facts.name(entry.key), entry.task->deliverables.at(i), facts.name(other)),
                       {entry.key, other}, {Field::Deliverables, int(i)}, fixes);
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        const NodeKey key = problem.subjects.first();
        const Task *task = facts.contents().task(key);
        const QString file = task ? task->deliverables.value(problem.item) : QString();
        return file.isEmpty() ? Edit{} : Edit{}.set(key, Field::Owns, task->owns + QStringList{file});
    }

private:
    static constexpr qsizetype mostAsked = 50;

    /// Never at work at the same time as one of these, so that owning the same file is no conflict.
    static bool isApart(const Facts &facts, NodeKey key, const QSet<int> &owners)
    {
        return std::all_of(owners.begin(), owners.end(), [&](int owner) {
            const NodeKey other = facts.taskAt(owner).key;
            return facts.isBehind(key, other) || facts.isBehind(other, key);
        });
    }
};

/// Something that a task reads, and whether it is there in time.
struct LateInput
{
    NodeKey key;
    DistantInputs::Input input;
    NodeKey producer; ///< Who delivers it, but not upstream; null where nobody does.
    bool isElsewhere = false; ///< And never where the task runs: on another branch.
    Place place() const { return {input.field, input.item}; }
};

/// Inputs whose delivery is a question about the whole graph, by task in file order: those that nobody delivers whom the
/// task needs, and where it needs somebody of another branch, those too that such a one delivers, kept in \a near.
std::vector<std::pair<int, const DistantInputs::Input *>> askedInputs(const Facts &facts, std::deque<DistantInputs::Input> &near)
{
    std::vector<std::pair<int, const DistantInputs::Input *>> asked;
    for (const auto &[task, inputs] : facts.distantInputs().all()) {
        for (const DistantInputs::Input &input : *inputs)
            asked.emplace_back(task, &input);
    }
    const qsizetype distant = qsizetype(asked.size());
    for (const auto &slot : facts.contents().tasks) {
        if (!facts.hasBranches())
            break;
        const int task = int(slot.key.number());
        const auto &needs = facts.task(slot.key).needs;
        const bool joins = std::any_of(needs.begin(), needs.end(), [&](NodeKey need) {
            return need.kind() == NodeKind::Task && facts.guards().exclude(int(need.number()), task);
        });
        for (const DistantInputs::Input &input : joins ? facts.distantInputs().near(task) : std::vector<DistantInputs::Input>())
            asked.emplace_back(task, &near.emplace_back(input));
    }
    const auto isBefore = [&](const auto &a, const auto &b) {
        return facts.contents().tasks.indexOf(facts.taskAt(a.first).key) < facts.contents().tasks.indexOf(facts.taskAt(b.first).key);
    };
    std::inplace_merge(asked.begin(), asked.begin() + distant, asked.end(), isBefore);
    return asked;
}

/// What is read and not delivered upstream: who is, is asked for all of them in one go. Who delivers it where the task
/// does not run does not count.
QList<LateInput> lateInputs(const Facts &facts)
{
    std::deque<DistantInputs::Input> near;
    const auto asked = askedInputs(facts, near);
    std::vector<Arc> pairs;
    for (const auto &[task, input] : asked) {
        for (int producer : input->producers)
            pairs.push_back({producer, task});
    }
    const std::vector<char> upstream = facts.graph().reaches(pairs);
    QList<LateInput> result;
    auto reached = upstream.begin();
    for (const auto &[task, input] : asked) {
        bool isThere = facts.depths()[size_t(task)] < 0; // in a cycle: first that
        int late = -1;
        for (int producer : input->producers) {
            const bool counts = !facts.guards().exclude(producer, task);
            isThere |= counts && *reached;
            late = counts && late < 0 ? producer : late;
            ++reached;
        }
        const NodeKey key = facts.taskAt(task).key;
        if (input->producers.isEmpty())
            result.append({key, *input, {}});
        else if (!isThere)
            result.append({key, *input, facts.taskAt(late < 0 ? input->producers.first() : late).key, late < 0});
    }
    return result;
}

class InputWithoutProducerRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    InputWithoutProducerRule()
        : Rule({u"input-without-producer"_s, Severity::Error, Severity::Error, false, tr("An input from nowhere"),
                     tr("What a task reads is delivered by a task before it, or is in the repository."),
                     tr("Seed 001: output dependencies")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        if (!facts.context().files)
            return;
        for (const LateInput &late : lateInputs(facts)) {
            const QString &pattern = late.input.pattern;
            if (!late.producer.isNull() || Glob::isUnsafe(pattern))
                continue;
            const QString near = report.count() < 50 ? nearestUpstream(facts, late.key, pattern) : QString();
            QList<QuickFix> fixes;
            if (!near.isEmpty())
                fixes.append({u"use-nearest"_s, tr("Use “%1”").arg(near), pattern + u'\n' + near});
            report.add(tr("%1 reads “%2”, but no task before it delivers that and the repository does not have it. Name "
                          "what delivers it.").arg(facts.name(late.key), pattern),
                       {late.key}, late.place(), fixes);
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        const NodeKey key = problem.subjects.first();
        const Task *task = facts.contents().task(key);
        if (!task || problem.item < 0)
            return {};
        const QString wrong = fix.argument.section(u'\n', 0, 0);
        const QString right = fix.argument.section(u'\n', 1);
        if (problem.field == Field::Inputs && problem.item < task->inputs.size()) {
            QStringList inputs = task->inputs;
            inputs[problem.item] = right;
            return Edit{}.set(key, Field::Inputs, inputs);
        }
        if (problem.field != Field::Needs || problem.item >= task->needs.size())
            return {};
        QList<Need> needs = task->needs;
        std::replace(needs[problem.item].files.begin(), needs[problem.item].files.end(), wrong, right);
        return Edit{}.set(key, Field::Needs, needs);
    }

private:
    static QString nearestUpstream(const Facts &facts, NodeKey key, const QString &wanted)
    {
        std::vector<const PatternIndex::Entry *> similar;
        for (const PatternIndex::Entry &entry : facts.deliverables().entries()) {
            const qsizetype size = entry.glob.pattern().size();
            if (entry.task >= 0 && qAbs(size - wanted.size()) * 3 <= size)
                similar.push_back(&entry);
        }
        const auto place = [&](const PatternIndex::Entry *entry) {
            return std::pair(facts.contents().tasks.indexOf(facts.taskAt(entry->task).key), entry->item);
        };
        std::sort(similar.begin(), similar.end(), [&](const auto *a, const auto *b) { return place(a) < place(b); });
        similar.resize(std::min<size_t>(similar.size(), 200));
        QStringList candidates;
        std::vector<Arc> pairs;
        for (const PatternIndex::Entry *entry : similar) {
            candidates += entry->glob.pattern();
            pairs.push_back({entry->task, int(key.number())});
        }
        const std::vector<char> upstream = facts.graph().reaches(pairs);
        QStringList known;
        for (qsizetype i = 0; i < candidates.size(); ++i) {
            if (upstream[size_t(i)])
                known += candidates.at(i);
        }
        return nearest(wanted, known);
    }
};

class InputNotUpstreamRule final : public AddNeedRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    InputNotUpstreamRule()
        : AddNeedRule({u"input-not-upstream"_s, Severity::Error, Severity::Error, false, tr("An input that may come too late"),
                     tr("What a task reads has to be there before it starts: it needs the task that delivers it."),
                     tr("Seed 001: explicit dependencies")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        std::optional<NewNeeds> newNeeds;
        for (const LateInput &late : lateInputs(facts)) {
            if (late.producer.isNull())
                continue;
            if (late.isElsewhere) {
                report.add(tr("%1 reads “%2”, but %3, which delivers it, is on another branch: where one of the two runs, the "
                              "other does not. Let a task deliver it that runs where this one does.")
                               .arg(facts.name(late.key), late.input.pattern, facts.name(late.producer)),
                           {late.key, late.producer}, late.place());
                continue;
            }
            QList<QuickFix> fixes;
            if (!newNeeds)
                newNeeds.emplace(facts);
            if (report.count() < 200 && !facts.isBehind(late.producer, late.key) && newNeeds->isAllowed(late.key, late.producer))
                fixes.append(addNeed(facts, late.key, late.producer));
            report.add(tr("%1 reads “%2”, but %3, which delivers it, may run at the same time or later. Let it need that "
                          "task.").arg(facts.name(late.key), late.input.pattern, facts.name(late.producer)),
                       {late.key, late.producer}, late.place(), fixes);
        }
    }
};

class UnsafePathRule final : public TaskRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    UnsafePathRule()
        : TaskRule({u"unsafe-path"_s, Severity::Error, Severity::Error, true, tr("A path that leaves the workspace"),
                    tr("Evidence, deliverables and ownership count inside the workspace only; nothing outside is touched."),
                    tr("Seed 001: isolated workers")})
    {
    }

    void checkTask(const Facts &facts, const TaskEntry &entry, Report &report) const override
    {
        const Task &task = *entry.task;
        const auto look = [&](Field field, const QStringList &paths, int place) {
            for (qsizetype i = 0; i < paths.size(); ++i) {
                if (!Glob::isUnsafe(paths.at(i)))
                    continue;
                const QList<QuickFix> fixes = fixesFor(paths.at(i));
                const QString sentence = fixes.isEmpty()
                                             ? tr("%1 names “%2”, which is or leads outside the workspace. Use a path below the root.")
                                             : tr("%1 names “%2”, which takes a detour through “..”. Write the path as it is below the root.");
                report.add(sentence.arg(facts.name(entry.key), paths.at(i)), {entry.key},
                           {field, place < 0 ? int(i) : place}, fixes);
            }
        };
        look(Field::Inputs, task.inputs, -1);
        look(Field::Deliverables, task.deliverables, -1);
        look(Field::Evidence, task.evidence, -1);
        look(Field::Owns, task.owns, -1);
        for (qsizetype i = 0; i < task.needs.size(); ++i)
            look(Field::Needs, task.needs.at(i).files, int(i));
        const Executor &executor = facts.executorOf(entry);
        const QString folder = executor.type == "shell"_L1 ? executor.options.value("cwd"_L1).toString() : QString();
        if (Glob::isUnsafe(folder))
            report.add(tr("The command of %1 would run in “%2”, which is not below the workspace, and is refused. Name a folder "
                          "below the root.").arg(facts.name(entry.key), folder),
                       {entry.key}, {Field::Executor});
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        const NodeKey key = problem.subjects.first();
        const Task *task = facts.contents().task(key);
        if (!task || !problem.field)
            return {};
        const QString wrong = fix.argument.section(u'\n', 0, 0);
        const auto replaced = [&](QStringList paths) {
            std::replace(paths.begin(), paths.end(), wrong, fix.argument.section(u'\n', 1));
            return paths;
        };
        if (problem.field != Field::Needs) {
            const Value paths = valueOfField(*task, *problem.field);
            const auto *list = std::get_if<QStringList>(&paths);
            return list ? Edit{}.set(key, *problem.field, replaced(*list)) : Edit{};
        }
        if (problem.item < 0 || problem.item >= task->needs.size())
            return {};
        QList<Need> needs = task->needs;
        needs[problem.item].files = replaced(needs.at(problem.item).files);
        return Edit{}.set(key, Field::Needs, needs);
    }

private:
    /// A detour that ends below the root is written without it; any other path only its author can put right.
    static QList<QuickFix> fixesFor(const QString &path)
    {
        const auto hasParts = [](QChar c) { return c == u'{' || c == u'[' || c == u'\\'; };
        if (std::any_of(path.begin(), path.end(), hasParts))
            return {};
        QStringList names;
        for (const QString &name : Glob::cleaned(path).split(u'/')) {
            if (name != ".."_L1)
                names += name;
            else if (names.isEmpty() || names.last().contains(u'*') || names.last().contains(u'?'))
                return {};
            else
                names.removeLast();
        }
        const QString plain = names.join(u'/');
        if (plain.isEmpty() || Glob::isUnsafe(plain))
            return {};
        return {{u"plain-path"_s, tr("Write it as “%1”").arg(plain), path + u'\n' + plain, true}};
    }
};

} // namespace

void addFileRules(RuleList &rules)
{
    rules.push_back(std::make_unique<InputWithoutProducerRule>());
    rules.push_back(std::make_unique<InputNotUpstreamRule>());
    rules.push_back(std::make_unique<DuplicateDeliverableRule>());
    rules.push_back(std::make_unique<OwnershipConflictRule>());
    rules.push_back(std::make_unique<WritesUnownedRule>());
    rules.push_back(std::make_unique<UnsafePathRule>());
}

} // namespace baton
