// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/contents.h"

#include <QRandomGenerator>

namespace baton::test {

/// Tasks that need each other in a row: \a ids.first() comes first.
Contents chain(const QStringList &ids);

/// Appends and returns the key. Builders for plans that a test spells out.
NodeKey add(Contents &contents, Task task);
NodeKey add(Contents &contents, Gate gate);
NodeKey add(Contents &contents, Phase phase);
NodeKey add(Contents &contents, Persona persona);
Need need(const QString &target, NeedType type = NeedType::Order);

/// A plan of \a tasks tasks in phases of about 250, with \a needs needs among neighbours and a gate a phase, the same
/// for the same seed. Positions are not set. What benches and property tests draw.
Contents randomPlan(int tasks, int needs, quint32 seed);

} // namespace baton::test
