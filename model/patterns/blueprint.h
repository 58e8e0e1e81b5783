// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/patterns/pattern.h"
#include "model/workflow/enums.h"

#include <QStringList>

namespace baton {

/// A task, or a gate, of a pattern. Others are named by their place in the list.
struct PatternPart
{
    QString id;
    QString title;
    TaskKind kind = TaskKind::Work;
    QString role = {}; ///< Of the blueprint; empty for a gate.
    QList<int> needs = {};
    QList<int> validates = {};
    QStringList outcomes = {};
    QString when = {}; ///< The outcome of its need that this branch takes.
    int phase = -1;    ///< Of the blueprint; -1 = none.
    bool isGate = false; ///< A sync point where it has no phase, else the gate that closes it.
};

/// Somebody whom a pattern needs.
struct PatternRole
{
    QString id; ///< Also of the persona, where the plan does not choose another.
    Role role = Role::Worker;
    QString model = {}; ///< The tier it is usually given.
};

struct PatternPhase
{
    QString id;
    QString title;
    PhaseKind kind = PhaseKind::Other;
};

/// A pattern with its numbers filled in: what will stand in the plan, before ids are made unique.
struct Blueprint
{
    QList<PatternPart> parts;
    QList<PatternRole> roles; ///< In the order in which they first act.
    QList<PatternPhase> phases;
};

Blueprint blueprintOf(Pattern pattern, const PatternChoice &choice = {});

} // namespace baton
