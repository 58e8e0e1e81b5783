// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/suppression.h"

#include <QHash>

namespace baton {

/// What a run says of one task, as far as the checklists ask.
struct TaskProof
{
    bool complete = false;
    bool verified = false;  ///< Its evidence was verified, or it names none.
    bool simulated = false; ///< Nothing of it is verified, whatever it names.
    bool approved = false;  ///< Its verdict was: approved.
    bool rejected = false;

    bool operator==(const TaskProof &) const = default;
};
using RunProof = QHash<NodeKey, TaskProof>; ///< By task of the document.

/// One line of the enforcement checklists (seed 003). Computed from the plan and the run, never ticked.
struct PreflightItem
{
    enum class Section { BeforeImplementation, BeforePhaseComplete };
    enum class State {
        Met,
        Planned, ///< The plan provides for it; the run has not come to it yet.
        Missing,
        NotAsked, ///< This plan has nothing that it is about, or has set it aside with a reason.
    };

    QString id; ///< Stable, for programs: `architecture`.
    Section section = Section::BeforeImplementation;
    QString sentence;
    State state = State::Missing;
    QString why;
    QList<NodeKey> subjects = {};
    std::optional<Problem> problem = {}; ///< What to correct, where a rule says it; its fixes apply.

    bool operator==(const PreflightItem &) const = default;
};

/// What checking the checklists needs beside the plan.
struct PreflightContext
{
    QList<Problem> problems = {};                  ///< What the rules say of the plan.
    QList<SuppressedProblem> suppressed = {};      ///< And what they do not say because it is set aside.
    std::optional<Profile> profile = {};           ///< Beats the file's.
    std::optional<RunProof> run = {};              ///< None: no run is shown, so the plan alone is looked at.
};

/// Both checklists, in the order of the source.
QList<PreflightItem> preflight(const Contents &contents, const PreflightContext &context);

/// How many are missing.
int missingCount(const QList<PreflightItem> &items);

} // namespace baton
