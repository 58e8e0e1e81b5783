// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/contents.h"
#include "model/workflow/edit.h"
#include "model/workflow/problem.h"
#include "model/workflow/workflow.h"

#include <QSet>

#include <memory>
#include <optional>

namespace baton {

/// What checking needs to know beside the workflow, as a value: checking stays a function of its arguments.
struct CheckContext
{
    std::optional<Profile> profile;      ///< Beats the file's.
    std::optional<QSet<QString>> files;  ///< Paths below the root. None: the folder is unknown, nothing is said of files.

    bool operator==(const CheckContext &) const = default;
};

/// Everything that is wrong with a plan, in the order of the rules, and within a rule in the order of the file.
QList<Problem> checkWorkflow(const Contents &contents, const CheckContext &context = {});

/// The edit of a problem's fix; empty if it no longer applies. It removes that problem and adds none.
Edit fixEdit(const Contents &contents, const Problem &problem, const QuickFix &fix);

/// A fix that was taken among others, and the problem that it put right.
struct TakenFix
{
    Problem problem;
    QuickFix fix;
};

/// Several fixes, in the order they were taken.
struct Fixing
{
    Edit edit;
    QList<Edit> rounds; ///< The same in parts, each for what the ones before it have left.
    QList<TakenFix> taken;
};

/// The fix \a fixId (any, where that is empty) of every problem of one rule. Each is taken on what the others have left;
/// of several offered, the first that brings no other warning or error, and none where all would.
Fixing fixAll(const Contents &contents, const QString &rule, const QString &fixId = {}, const CheckContext &context = {});
inline Edit fixAllEdit(const Contents &contents, const QString &rule, const QString &fixId = {}, const CheckContext &context = {})
{
    return fixAll(contents, rule, fixId, context).edit;
}
/// Every safe fix, again and again until none is left.
Fixing fixSafely(const Contents &contents, const CheckContext &context = {});

/// A rule as help and settings show it.
struct RuleInfo
{
    QString id;
    Severity core = Severity::Error;
    Severity standard = Severity::Error;
    bool locked = false; ///< May not be lowered.
    QString title;  ///< What it finds, in a few words.
    QString why;    ///< Which principle it serves, in a sentence or two.
    QString source; ///< The document that asks for it.

    Severity severity(Profile profile) const { return profile == Profile::Standard ? standard : core; }
};

const QList<RuleInfo> &ruleInfos();

} // namespace baton
