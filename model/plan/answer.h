// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/names.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace baton {

/// The sections of a prompt, and of an answer to it.
enum class SectionKind : quint8 { Planner, Worker, Qa };

template <>
struct EnumNames<SectionKind>
{
    static constexpr std::array values{Named{SectionKind::Planner, "PLANNER"}, Named{SectionKind::Worker, "WORKER"},
                                       Named{SectionKind::Qa, "QA"}};
};

/// `Constraints: …` within a section; its text is what stands behind the colon and below it, decoration and all.
struct AnswerField
{
    QString name; ///< In lower case: `constraints`, `approved output`.
    QString text;

    bool operator==(const AnswerField &) const = default;
};

struct AnswerSection
{
    SectionKind kind = SectionKind::Worker;
    QString text; ///< Without its heading.
    QList<AnswerField> fields;

    /// The text of the last field of that name, empty where there is none.
    QString field(const QString &name) const;
    bool operator==(const AnswerSection &) const = default;
};

/// What an answer lacks or leaves unclear.
struct AnswerProblem
{
    enum class Code : quint8 { NoConstraints, NoIssueList, NoVerdict, Contradiction, NoApprovedOutput, TooLong };
    Code code = Code::NoIssueList;

    QString message() const; ///< A sentence for people.
    bool operator==(const AnswerProblem &) const = default;
};

/// What an agent answered, taken apart.
struct Answer
{
    QList<AnswerSection> sections;
    std::optional<QJsonArray> issues;  ///< {"severity", "task", "where", "what", "fix"} each; nothing = no issue list.
    std::optional<bool> approved;      ///< Nothing = no verdict, or more than one that contradict each other.
    QString approvedOutput;
    QString outcome;                   ///< `Outcome: …`
    QList<AnswerProblem> problems;

    /// As `$BATON_RESULT` would hold it, with its issues. Nothing where either is missing: that is no verdict.
    std::optional<QJsonObject> verdict() const;
    bool operator==(const Answer &) const = default;
};

/// Reads `[PLANNER]`, `[WORKER]` and `[QA]` back out of an agent's answer: as headings of any kind, with bold names,
/// lists, tables or JSON below, the whole of it in a code fence or not. What is quoted in a fence within an answer opens
/// no section. The answer is anybody's: it is read in one go, within bounds, and never believed beyond what it says.
Answer readAnswer(const QString &text);

} // namespace baton
