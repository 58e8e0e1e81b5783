// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/plansummary.h"
#include "model/rules/rule.h"
#include "model/rules/thresholds.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

class SequentialEverythingRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    SequentialEverythingRule()
        : Rule({u"sequential-everything"_s, Severity::Warning, Severity::Warning, false, tr("Everything in a row"),
                tr("Each waits for the one before although nothing is handed over: time is lost that nobody needs."),
                tr("Seed 004, anti-pattern: sequential everything")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        const double enough = thresholds::chainShare * double(facts.contents().tasks.size());
        if (facts.contents().tasks.size() < thresholds::chainTasks || !facts.needsGraph().isAcyclic() ||
            double(facts.needsGraph().longestPath()) < enough)
            return;
        const QList<NodeKey> chain = longestChain(facts);
        const std::vector<char> idle = idleLinks(facts, chain);
        QList<NodeKey> free; // whose link to the one before passes nothing
        for (qsizetype i = 1; i < chain.size(); ++i) {
            if (idle[size_t(i)])
                free.append(chain.at(i));
        }
        if (free.isEmpty() || double(free.size()) < thresholds::idleShare * double(chain.size() - 1))
            return;
        Workflow freed(facts.contents());
        freed.apply(dropping(facts, chain));
        const double now = estimateMakespan(facts.index(), facts.graph(), facts.info().maxConcurrent);
        const double then = estimateMakespan(freed.contents(), facts.info().maxConcurrent);
        const QString names = facts.names(free);
        const QString saying = tr("Everything waits in a row, but nothing is handed over to %1: they could run in parallel.").arg(names);
        const QString lasts = lengthOf(now);
        const QString wouldLast = lengthOf(then);
        const bool saves = then < now && wouldLast != lasts; // a limit or a phase may hold them up all the same
        const QString sentence =
            saves ? tr("%1 By the durations that the plan names that would take %2 instead of %3.").arg(saying, wouldLast, lasts)
            : facts.info().maxConcurrent == 1
                ? tr("Everything waits in a row, but nothing is handed over to %1. They could run in parallel if more than one task "
                     "might run at a time: raise max_concurrent first, which is 1.").arg(names)
                : tr("Everything waits in a row, but nothing is handed over to %1. They need not wait, though the plan would take as long "
                     "all the same, for its longest task, other needs, phases or limits.").arg(names);
        report.add(sentence, chain, {Field::Needs}, {{u"drop-idle-needs"_s, tr("Drop the needs that pass nothing"), {}}});
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        return dropping(facts, problem.subjects);
    }

private:
    static QString lengthOf(double seconds)
    {
        const qint64 minutes = qRound64(seconds / 60);
        return seconds < 120  ? tr("%1 s", "seconds").arg(seconds, 0, 'f', 0)
               : minutes < 60 ? tr("%1 min", "minutes").arg(minutes)
                              : tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    }

    /// By needs of tasks and through sync points, tasks only.
    static QList<NodeKey> longestChain(const Facts &facts)
    {
        const PlanGraph &graph = facts.needsGraph();
        const std::vector<int> &depths = graph.depths();
        int v = -1;
        for (const auto &slot : facts.contents().tasks) {
            const int candidate = graph.vertex(slot.key);
            if (v < 0 || depths[size_t(candidate)] > depths[size_t(v)])
                v = candidate;
        }
        QList<NodeKey> chain;
        while (v >= 0) {
            if (graph.isTask(v))
                chain.prepend(graph.key(v));
            const int wanted = depths[size_t(v)];
            int next = -1;
            for (int before : graph.digraph().before(v)) {
                if (depths[size_t(before)] + (graph.isTask(before) ? 1 : 0) == wanted && (next < 0 || before < next))
                    next = before;
            }
            v = next;
        }
        return chain;
    }

    /// Whether the need of a task says more than an order, whatever is passed: it is what is tested, mended or validated.
    static bool worksOnItsNeeds(const TaskEntry &entry)
    {
        return Facts::isValidation(entry) || entry.kind == TaskKind::Test || entry.kind == TaskKind::Fix;
    }

    /// Whether what comes after a task may depend on how it ends, on a decision before it, or on what it brings together.
    static bool holdsWhatFollows(const Facts &facts, const TaskEntry &entry)
    {
        return Facts::isValidation(entry) || entry.kind == TaskKind::Integrate || entry.task->verdict || !entry.task->outcomes.isEmpty() ||
               facts.guards().isGuarded(int(entry.key.number()));
    }

    /// Whether the need between two neighbours passes nothing by itself.
    static bool isIdle(const Facts &facts, NodeKey earlier, NodeKey later)
    {
        const TaskEntry &entry = facts.task(later);
        // From one phase to the next the order of phases stays.
        if (entry.phase != facts.task(earlier).phase || worksOnItsNeeds(entry) || holdsWhatFollows(facts, facts.task(earlier)))
            return false;
        bool isFound = false;
        for (qsizetype i = 0; i < entry.needs.size(); ++i) {
            if (entry.needs[i] != earlier)
                continue;
            const Need &need = entry.task->needs.at(i);
            if (!need.files.isEmpty() || !need.reason.isEmpty() || !need.when.isEmpty())
                return false;
            isFound = true;
        }
        return isFound;
    }

    /// By place in the chain, whether the link to the one before holds nothing together. It does where what is behind it
    /// reads what is delivered before it, or writes the same files: the chain is the longest, so what is so deep is before
    /// the place of that number.
    static std::vector<char> idleLinks(const Facts &facts, const QList<NodeKey> &chain)
    {
        std::vector<char> idle(size_t(chain.size()), 0);
        int needed = std::numeric_limits<int>::max(); // by what is behind: the depth of the earliest that it rests on
        for (int place = int(chain.size()) - 1; place > 0 && needed > 0; --place) {
            needed = std::min(needed, restsOn(facts, chain.at(place), place));
            idle[size_t(place)] = needed >= place && isIdle(facts, chain.at(place - 1), chain.at(place));
        }
        return idle;
    }

    /// The depth of the earliest task before \a depth whose files this one reads, or writes too.
    static int restsOn(const Facts &facts, NodeKey key, int depth)
    {
        const Task &task = *facts.task(key).task;
        const std::vector<int> &depths = facts.needsGraph().depths();
        int earliest = depth;
        const auto look = [&](const PatternIndex &patterns, const QStringList &files) {
            for (const QString &file : files) {
                for (int other : facts.tasksNaming(patterns, Glob(file))) {
                    if (depths[size_t(other)] >= 0)
                        earliest = std::min(earliest, depths[size_t(other)]);
                }
            }
        };
        look(facts.deliverables(), task.inputs + task.deliverables);
        look(facts.owned(), task.owns);
        return earliest;
    }

    static Edit dropping(const Facts &facts, const QList<NodeKey> &chain)
    {
        Edit edit;
        for (NodeKey key : chain) {
            if (!facts.contents().task(key))
                return edit;
        }
        const std::vector<char> idle = idleLinks(facts, chain);
        for (qsizetype i = 1; i < chain.size(); ++i) {
            if (!idle[size_t(i)])
                continue;
            QList<Need> needs = facts.contents().task(chain.at(i))->needs;
            const QString id = facts.contents().idOf(chain.at(i - 1));
            needs.removeIf([&](const Need &need) { return need.target == id; });
            edit.set(chain.at(i), Field::Needs, needs);
        }
        return edit;
    }
};

} // namespace

void addSequenceRules(RuleList &rules)
{
    rules.push_back(std::make_unique<SequentialEverythingRule>());
}

} // namespace baton
