// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/nearest.h"
#include "model/rules/patternindex.h"
#include "model/rules/rule.h"

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
    QSet<int> told;
    for (size_t i = 0; i < open.size(); ++i) {
        const PatternIndex::Entry &later = patterns.entries()[size_t(open[i].later)];
        if (ordered[i] || told.contains(later.task))
            continue;
        told.insert(later.task);
        result.append({facts.taskAt(asked[i].from).key, facts.taskAt(later.task).key, later.item, later.glob.pattern()});
    }
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
                       {clash.later, clash.earlier}, {Field::Deliverables, clash.item},
                       {addNeed(facts, clash.later, clash.earlier)});
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
                       {clash.later, clash.earlier}, {Field::Owns, clash.item},
                       {addNeed(facts, clash.later, clash.earlier)});
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
            for (int index : facts.owned().overlapping(Glob(entry.task->deliverables.at(i)))) {
                const int task = facts.owned().entries()[size_t(index)].task;
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

/// The inputs of a task, where they stand and whether somebody delivers them.
class InputRule : public AddNeedRule
{
public:
    using AddNeedRule::AddNeedRule;

protected:
    struct Input
    {
        QString pattern;
        Place place;
    };
    enum class Found { Fine, Nowhere, NotUpstream };
    struct Answer
    {
        Input input;
        Found found = Found::Fine;
        NodeKey producer; ///< Who delivers it, but not upstream.
    };

    static QList<Input> inputsOf(const TaskEntry &entry)
    {
        QList<Input> inputs;
        for (qsizetype i = 0; i < entry.task->inputs.size(); ++i)
            inputs.append({entry.task->inputs.at(i), {Field::Inputs, int(i)}});
        for (qsizetype i = 0; i < entry.task->needs.size(); ++i) {
            for (const QString &file : entry.task->needs.at(i).files)
                inputs.append({file, {Field::Needs, int(i)}});
        }
        return inputs;
    }

    /// Answers for all tasks: who is upstream is asked in one go.
    static QList<std::pair<NodeKey, Answer>> answers(const Facts &facts)
    {
        struct Open
        {
            NodeKey key;
            Input input;
            QVarLengthArray<int, 8> producers;
            size_t firstPair;
        };
        std::vector<Open> open;
        std::vector<Arc> pairs;
        for (const auto &slot : facts.contents().tasks) {
            const TaskEntry &entry = facts.task(slot.key);
            if (entry.task->inputs.isEmpty() && !hasFiles(*entry.task))
                continue;
            for (const Input &input : inputsOf(entry)) {
                QVarLengthArray<int, 8> producers;
                bool isDirect = false;
                for (int index : facts.deliverables().overlapping(Glob(input.pattern))) {
                    const int producer = facts.deliverables().entries()[size_t(index)].task;
                    isDirect |= entry.needs.contains(facts.taskAt(producer).key);
                    if (producer != int(slot.key.number()))
                        producers.append(producer);
                }
                if (isDirect || facts.hasFile(input.pattern))
                    continue;
                open.push_back({slot.key, input, producers, pairs.size()});
                for (int producer : producers)
                    pairs.push_back({producer, int(slot.key.number())});
            }
        }
        const std::vector<char> upstream = facts.graph().reaches(pairs);
        QList<std::pair<NodeKey, Answer>> result;
        for (const Open &one : open) {
            const auto begin = upstream.begin() + qsizetype(one.firstPair);
            if (std::any_of(begin, begin + one.producers.size(), [](char reached) { return reached; }))
                continue;
            const bool isStuck = facts.depths()[one.key.number()] < 0;
            if (!one.producers.isEmpty() && isStuck)
                continue; // in a cycle: first that
            if (one.producers.isEmpty())
                result.append({one.key, {one.input, Found::Nowhere, {}}});
            else
                result.append({one.key, {one.input, Found::NotUpstream, facts.taskAt(one.producers.first()).key}});
        }
        return result;
    }

private:
    static bool hasFiles(const Task &task)
    {
        return std::any_of(task.needs.begin(), task.needs.end(), [](const Need &need) { return !need.files.isEmpty(); });
    }
};

class InputWithoutProducerRule final : public InputRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    InputWithoutProducerRule()
        : InputRule({u"input-without-producer"_s, Severity::Error, Severity::Error, false, tr("An input from nowhere"),
                     tr("What a task reads is delivered by a task before it, or is in the repository."),
                     tr("Seed 001: output dependencies")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        if (!facts.context().files)
            return;
        for (const auto &[key, answer] : answers(facts)) {
            if (answer.found != Found::Nowhere || Glob::isUnsafe(answer.input.pattern))
                continue;
            const QString near = report.count() < 50 ? nearestUpstream(facts, key, answer.input.pattern) : QString();
            QList<QuickFix> fixes;
            if (!near.isEmpty())
                fixes.append({u"use-nearest"_s, tr("Use “%1”").arg(near), answer.input.pattern + u'\n' + near});
            report.add(tr("%1 reads “%2”, but no task before it delivers that and the repository does not have it. Name "
                          "what delivers it.").arg(facts.name(key), answer.input.pattern),
                       {key}, answer.input.place, fixes);
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
        needs[problem.item].files.replaceInStrings(wrong, right);
        return Edit{}.set(key, Field::Needs, needs);
    }

private:
    static QString nearestUpstream(const Facts &facts, NodeKey key, const QString &wanted)
    {
        QStringList candidates;
        std::vector<Arc> pairs;
        for (const PatternIndex::Entry &entry : facts.deliverables().entries()) {
            const QString &pattern = entry.glob.pattern();
            if (candidates.size() < 200 && qAbs(pattern.size() - wanted.size()) * 3 <= pattern.size()) {
                candidates += pattern;
                pairs.push_back({entry.task, int(key.number())});
            }
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

class InputNotUpstreamRule final : public InputRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    InputNotUpstreamRule()
        : InputRule({u"input-not-upstream"_s, Severity::Error, Severity::Error, false, tr("An input that may come too late"),
                     tr("What a task reads has to be there before it starts: it needs the task that delivers it."),
                     tr("Seed 001: explicit dependencies")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        for (const auto &[key, answer] : answers(facts)) {
            if (answer.found != Found::NotUpstream)
                continue;
            QList<QuickFix> fixes;
            if (report.count() < 200 && !facts.isBehind(answer.producer, key))
                fixes.append(addNeed(facts, key, answer.producer));
            report.add(tr("%1 reads “%2”, but %3, which delivers it, may run at the same time or later. Let it need that "
                          "task.").arg(facts.name(key), answer.input.pattern, facts.name(answer.producer)),
                       {key, answer.producer}, answer.input.place, fixes);
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
                if (Glob::isUnsafe(paths.at(i)))
                    report.add(tr("%1 names “%2”, which is outside the workspace. Use a path below the root.")
                                   .arg(facts.name(entry.key), paths.at(i)),
                               {entry.key}, {field, place < 0 ? int(i) : place}, fixesFor(paths.at(i)));
            }
        };
        look(Field::Inputs, task.inputs, -1);
        look(Field::Deliverables, task.deliverables, -1);
        look(Field::Evidence, task.evidence, -1);
        look(Field::Owns, task.owns, -1);
        for (qsizetype i = 0; i < task.needs.size(); ++i)
            look(Field::Needs, task.needs.at(i).files, int(i));
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
        QStringList names;
        for (const QString &name : Glob::cleaned(path).split(u'/')) {
            if (name != ".."_L1)
                names += name;
            else if (names.isEmpty() || names.last().contains(u'*'))
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
