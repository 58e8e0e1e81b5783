// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/rule.h"
#include "model/workflow/workflow.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A plan with so many problems that this is not enough is fixed as far as it goes.
constexpr int mostChecks = 500;

/// Which fixes of a problem may be taken; the first that brings nothing new is.
using Choice = std::function<bool(const Problem &, const QuickFix &)>;

const Rule *ruleOf(const QString &id)
{
    for (const auto &rule : allRules()) {
        if (rule->info().id == id)
            return rule.get();
    }
    return nullptr;
}

/// What makes a problem the same one after an edit elsewhere.
QString identityOf(const Problem &problem)
{
    QString text = problem.rule + u' ' + problem.message;
    for (NodeKey key : problem.subjects)
        text += u' ' + QString::number(key.value());
    return text;
}

QString placeOf(const Problem &problem)
{
    return problem.rule + u' ' + QString::number(problem.subjects.value(0, workflowKey).value());
}

QHash<QString, int> counted(const QList<Problem> &problems, QString (*name)(const Problem &), Severity atLeast)
{
    QHash<QString, int> counts;
    for (const Problem &problem : problems) {
        if (problem.severity >= atLeast)
            ++counts[name(problem)];
    }
    return counts;
}

/// What an edit changes and brings: two fixes that share none of it do not get into each other's way.
struct Reach
{
    QSet<NodeKey> touched;
    QSet<QString> added; ///< Ids that come in.

    explicit Reach(const Edit &edit)
    {
        for (const Step &step : edit.steps) {
            if (const auto *set = std::get_if<Set>(&step))
                touched.insert(set->key);
            else if (const auto *gone = std::get_if<Remove>(&step))
                touched.insert(gone->key);
            else
                added.insert(std::visit([](const auto &node) { return node->id; }, std::get<Insert>(step).node));
        }
    }
    bool meets(const Reach &other) const { return touched.intersects(other.touched) || added.intersects(other.added); }
    bool meets(const QList<NodeKey> &keys) const
    {
        return std::any_of(keys.begin(), keys.end(), [this](NodeKey key) { return touched.contains(key); });
    }
    void unite(const Reach &other)
    {
        touched.unite(other.touched);
        added.unite(other.added);
    }
};

/// Takes the chosen fixes, as many at a time as do not meet, and looks after each lot at what it has brought.
class Fixer
{
public:
    Fixer(const Contents &contents, const CheckContext &context, Choice choice)
        : m_draft(contents)
        , m_context(context)
        , m_choice(std::move(choice))
        , m_problems(check())
    {
    }

    Fixing fix()
    {
        for (QList<Candidate> lot = candidates(); !lot.isEmpty() && m_checks < mostChecks; lot = candidates())
            take(lot);
        return std::move(m_fixing);
    }

private:
    struct Candidate
    {
        TakenFix taken;
        Edit edit;
        QString name;
    };

    QList<Problem> check()
    {
        ++m_checks;
        return checkWorkflow(m_draft.contents(), m_context);
    }

    /// Fixes of one rule, the first that has any.
    QList<Candidate> candidates() const
    {
        const Facts facts(m_draft.contents(), m_context);
        QList<Candidate> lot;
        Reach reach{Edit()};
        for (const Problem &problem : m_problems) {
            if (!lot.isEmpty() && lot.first().taken.problem.rule != problem.rule)
                break;
            const Rule *rule = ruleOf(problem.rule);
            if (!rule || reach.meets(problem.subjects))
                continue;
            for (const QuickFix &fix : problem.fixes) {
                const QString name = identityOf(problem) + u' ' + fix.id + u' ' + fix.argument;
                if (!m_choice(problem, fix) || m_refused.contains(name))
                    continue;
                const Edit edit = rule->fix(facts, problem, fix);
                const Reach own(edit);
                if (edit.isEmpty())
                    continue;
                if (!own.meets(reach)) {
                    reach.unite(own);
                    lot.append({{problem, fix}, edit, name});
                }
                break;
            }
        }
        return lot;
    }

    void take(const QList<Candidate> &lot)
    {
        if (m_checks >= mostChecks)
            return;
        Edit edit;
        for (const Candidate &candidate : lot)
            edit.append(candidate.edit);
        withKeys(edit);
        const Edit back = m_draft.apply(edit);
        const QList<Problem> after = check();
        if (isBetter(lot, after)) {
            m_problems = after;
            m_fixing.edit.append(edit);
            m_fixing.rounds.append(edit);
            for (const Candidate &candidate : lot)
                m_fixing.taken.append(candidate.taken);
            return;
        }
        m_draft.apply(back);
        if (lot.size() == 1) {
            m_refused.insert(lot.first().name);
            return;
        }
        const qsizetype half = lot.size() / 2;
        take(lot.first(half));
        take(stillThere(lot.sliced(half)));
    }

    QList<Candidate> stillThere(QList<Candidate> lot) const
    {
        const QHash<QString, int> now = counted(m_problems, identityOf, Severity::Off);
        lot.removeIf([&](const Candidate &candidate) { return !now.contains(identityOf(candidate.taken.problem)); });
        return lot;
    }

    /// New nodes have a key before the edit is applied elsewhere, so that later fixes speak of the same ones.
    void withKeys(Edit &edit) const
    {
        for (Step &step : edit.steps) {
            if (auto *insert = std::get_if<Insert>(&step); insert && insert->key.isNull())
                insert->key = m_draft.freshKey(kindOf(insert->node));
        }
    }

    /// All that was fixed is gone, and no other rule has more to say than before.
    bool isBetter(const QList<Candidate> &lot, const QList<Problem> &after) const
    {
        if (lot.isEmpty())
            return true;
        const QHash<QString, int> had = counted(m_problems, identityOf, Severity::Off);
        const QHash<QString, int> has = counted(after, identityOf, Severity::Off);
        const bool someRemains = std::any_of(lot.begin(), lot.end(), [&](const Candidate &candidate) {
            const QString name = identityOf(candidate.taken.problem);
            return has.value(name) >= had.value(name);
        });
        if (someRemains)
            return false;
        if (losesAnError(lot, after))
            return false;
        const QString fixed = lot.first().taken.problem.rule + u' ';
        const QHash<QString, int> before = counted(m_problems, placeOf, Severity::Warning);
        const QHash<QString, int> now = counted(after, placeOf, Severity::Warning);
        for (auto it = now.cbegin(); it != now.cend(); ++it) {
            if (!it.key().startsWith(fixed) && *it > before.value(it.key()))
                return false;
        }
        return true;
    }

    /// A safe fix of a hint only tidies up. If an error of another rule is gone with it, it has changed what the plan says.
    bool losesAnError(const QList<Candidate> &lot, const QList<Problem> &after) const
    {
        const Problem &fixed = lot.first().taken.problem;
        if (fixed.severity != Severity::Info || !lot.first().taken.fix.isSafe)
            return false;
        const QHash<QString, int> has = counted(after, identityOf, Severity::Error);
        return std::any_of(m_problems.begin(), m_problems.end(), [&](const Problem &problem) {
            return problem.severity == Severity::Error && problem.rule != fixed.rule && !has.contains(identityOf(problem));
        });
    }

    Workflow m_draft;
    CheckContext m_context;
    Choice m_choice;
    int m_checks = 0;
    QList<Problem> m_problems;
    QSet<QString> m_refused;
    Fixing m_fixing;
};

} // namespace

Edit fixEdit(const Contents &contents, const Problem &problem, const QuickFix &fix)
{
    for (NodeKey key : problem.subjects) {
        if (!contents.contains(key))
            return {};
    }
    const Rule *rule = ruleOf(problem.rule);
    return rule ? rule->fix(Facts(contents), problem, fix) : Edit();
}

Fixing fixAll(const Contents &contents, const QString &rule, const QString &fixId, const CheckContext &context)
{
    return Fixer(contents, context, [&](const Problem &problem, const QuickFix &fix) {
        return problem.rule == rule && (fixId.isEmpty() || fix.id == fixId);
    }).fix();
}

Fixing fixSafely(const Contents &contents, const CheckContext &context)
{
    return Fixer(contents, context, [](const Problem &, const QuickFix &fix) { return fix.isSafe; }).fix();
}

} // namespace baton
