// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QMap>
#include <QString>

namespace baton {

/// The patterns of the source documents, the plain ones first.
enum class Pattern {
    Parallel,
    Pipeline,
    FanOut,
    Pipelines,
    SyncPoints,
    Scout,
    Evaluation,
    Reviewers,
    Incremental,
    Refinement,
    Branching,
    PlannerWorkerQa,
    Hub,
    Phases,
};
inline constexpr Pattern allPatterns[] = {
    Pattern::Parallel,   Pattern::Pipeline,  Pattern::FanOut,      Pattern::Pipelines,  Pattern::SyncPoints,
    Pattern::Scout,      Pattern::Evaluation, Pattern::Reviewers,  Pattern::Incremental, Pattern::Refinement,
    Pattern::Branching,  Pattern::PlannerWorkerQa, Pattern::Hub,   Pattern::Phases};

/// A number that somebody may choose when a pattern is built: how many branches, stages, rounds.
struct PatternNumber
{
    QString id;    ///< For programs: `branches`.
    QString title; ///< Translated.
    int least = 1;
    int most = 1;
    int usual = 1;
};

/// A pattern as the choosing tables of the source documents have it, in words for people.
struct PatternInfo
{
    Pattern pattern;
    QString id;        ///< For programs and icons: `fan-out`.
    QString title;
    QString situation; ///< When it fits.
    QString why;
    QString also;      ///< Other names by which people look for it.
    QString parallel;  ///< How much of it runs at the same time.
    QString effort;    ///< How much there is to organise.
    QList<PatternNumber> numbers;
};

PatternInfo infoOf(Pattern pattern);
QString titleOf(Pattern pattern);
/// In a sentence or two: what it is, and which situation it fits.
QString descriptionOf(Pattern pattern);
/// The name of its icon, which is its id.
QString iconOf(Pattern pattern);

/// What somebody has chosen for a pattern; what is missing is as usual.
struct PatternChoice
{
    QMap<QString, int> numbers = {};       ///< By PatternNumber::id; brought within its limits.
    QMap<QString, QString> personas = {};  ///< Role of the blueprint to the id of who takes it.

    int number(const PatternInfo &info, const QString &id) const;
};

} // namespace baton
