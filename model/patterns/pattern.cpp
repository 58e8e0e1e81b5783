// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/patterns/pattern.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(baton::Pattern)
};

PatternNumber branches(const QString &title, int least, int most, int usual)
{
    return {u"branches"_s, title, least, most, usual};
}

PatternNumber stages(const QString &title, int least, int most, int usual)
{
    return {u"stages"_s, title, least, most, usual};
}

PatternNumber rounds(const QString &title, int least, int most, int usual)
{
    return {u"rounds"_s, title, least, most, usual};
}

} // namespace

PatternInfo infoOf(Pattern pattern)
{
    const QString none = Words::tr("none");
    const QString little = Words::tr("some");
    const QString much = Words::tr("much");
    const QString low = Words::tr("low");
    const QString medium = Words::tr("medium");
    const QString high = Words::tr("high");
    switch (pattern) {
    case Pattern::Parallel:
        return {pattern, u"parallel"_s, Words::tr("Parallel, independent"),
                Words::tr("Several pieces of work that have nothing to do with each other"),
                Words::tr("They all run at once, so the total time is that of the longest."),
                Words::tr("parallel orchestration, worker pool"), much, low,
                {branches(Words::tr("Tasks side by side"), 2, 16, 3)}};
    case Pattern::Pipeline:
        return {pattern, u"pipeline"_s, Words::tr("Pipeline"),
                Words::tr("Each step needs what the one before has made"),
                Words::tr("Every step hands over files, and nothing starts on guesses."),
                Words::tr("sequential hand-off, chain, stages"), none, medium,
                {stages(Words::tr("Steps"), 2, 12, 4)}};
    case Pattern::FanOut:
        return {pattern, u"fan-out"_s, Words::tr("Fan-out / fan-in"),
                Words::tr("Many similar pieces, or facts from several sources, that are brought together"),
                Words::tr("Everything is gathered at the same time, and one task makes a whole of it."),
                Words::tr("map-reduce, scatter-gather, diamond, aggregation"), much, medium,
                {branches(Words::tr("Branches"), 2, 16, 3)}};
    case Pattern::Pipelines:
        return {pattern, u"pipelines"_s, Words::tr("Parallel pipelines"),
                Words::tr("Independent streams of work that go through the same steps and meet at the end"),
                Words::tr("Each stream goes at its own pace; none waits for another before the end."),
                Words::tr("parallel workstreams, components"), much, medium,
                {branches(Words::tr("Streams"), 2, 8, 3), stages(Words::tr("Steps of a stream"), 2, 6, 2)}};
    case Pattern::SyncPoints:
        return {pattern, u"sync-points"_s, Words::tr("Parallel with sync points"),
                Words::tr("Mostly parallel work that has to agree now and then, for example on a contract"),
                Words::tr("People work apart between the points and find out early where they differ."),
                Words::tr("barrier, milestones, contract first"), little, medium,
                {branches(Words::tr("Tasks side by side"), 2, 8, 2), rounds(Words::tr("Stretches of parallel work"), 1, 4, 1)}};
    case Pattern::Scout:
        return {pattern, u"scout"_s, Words::tr("Scout / build"),
                Words::tr("Unknown territory: nobody knows yet what is to be done"),
                Words::tr("A cheap look around comes first, so that nothing dear is built in the wrong place."),
                Words::tr("explore, spike, bug hunt, swarm"), little, medium,
                {branches(Words::tr("Scouts"), 1, 8, 3), {u"builders"_s, Words::tr("Builders"), 1, 8, 1}}};
    case Pattern::Evaluation:
        return {pattern, u"evaluation"_s, Words::tr("Competitive evaluation"),
                Words::tr("Several approaches would do, and the choice is dear to take back"),
                Words::tr("The answers are worked out apart and compared side by side."),
                Words::tr("debate, tournament, best of n, architecture decision"), much, medium,
                {branches(Words::tr("Approaches"), 2, 8, 3)}};
    case Pattern::Reviewers:
        return {pattern, u"reviewers"_s, Words::tr("Primary with reviewers"),
                Words::tr("One does the work, and several others have to approve it"),
                Words::tr("Each reviewer looks for something else, all at the same time."),
                Words::tr("review, approval, adversarial validation"), little, low,
                {branches(Words::tr("Reviewers"), 1, 8, 2)}};
    case Pattern::Incremental:
        return {pattern, u"incremental"_s, Words::tr("Incremental with validation"),
                Words::tr("A large migration or refactoring that must work after every step"),
                Words::tr("The next step begins only when somebody else has approved the last one."),
                Words::tr("migration, validation loop, step by step"), none, high,
                {stages(Words::tr("Steps"), 2, 8, 2)}};
    case Pattern::Refinement:
        return {pattern, u"refinement"_s, Words::tr("Incremental refinement"),
                Words::tr("Complex work whose quality matters more than its speed"),
                Words::tr("Every round answers the critique of the one before; the rounds are bounded."),
                Words::tr("critique loop, draft and review, iterate"), none, medium,
                {rounds(Words::tr("Rounds"), 1, 6, 2)}};
    case Pattern::Branching:
        return {pattern, u"branching"_s, Words::tr("Conditional branching"),
                Words::tr("What is to be done, and who does it, turns out on the way"),
                Words::tr("An analysis returns an outcome, and only the branch that fits it runs."),
                Words::tr("decision, routing, if else"), little, high,
                {branches(Words::tr("Outcomes"), 2, 6, 2)}};
    case Pattern::PlannerWorkerQa:
        return {pattern, u"planner-worker-qa"_s, Words::tr("Planner, workers, QA"),
                Words::tr("Every approval must be traceable to a plan with its constraints"),
                Words::tr("One plans, others do exactly that, and QA lists issues or approves: roles never blur."),
                Words::tr("three sections, PLANNER WORKER QA"), little, low,
                {branches(Words::tr("Workers"), 1, 8, 1)}};
    case Pattern::Hub:
        return {pattern, u"hub"_s, Words::tr("Hub and spoke"),
                Words::tr("One coordinator hands out work, watches it and collects the results"),
                Words::tr("There is one place that knows how far everything is. It can become the bottleneck."),
                Words::tr("supervisor, coordinator, manager, czar"), much, medium,
                {branches(Words::tr("Spokes"), 2, 7, 3)}};
    case Pattern::Phases:
        return {pattern, u"phases"_s, Words::tr("Four phases with gates"),
                Words::tr("A product with several features that specialists build, and where nothing may go on unproven"),
                Words::tr("Foundation, implementation, independent validation, integration: each ends with a gate that "
                          "checks evidence."),
                Words::tr("standard orchestration, foundation first, adversarial validation"), little, high,
                {branches(Words::tr("Features"), 1, 6, 2)}};
    }
    return {};
}

QString titleOf(Pattern pattern)
{
    return infoOf(pattern).title;
}

QString descriptionOf(Pattern pattern)
{
    const PatternInfo info = infoOf(pattern);
    return Words::tr("%1. %2").arg(info.situation, info.why);
}

QString iconOf(Pattern pattern)
{
    return infoOf(pattern).id;
}

int PatternChoice::number(const PatternInfo &info, const QString &id) const
{
    for (const PatternNumber &number : info.numbers) {
        if (number.id == id)
            return qBound(number.least, numbers.value(id, number.usual), number.most);
    }
    return 1;
}

} // namespace baton
