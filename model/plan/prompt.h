// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/contents.h"

#include <QByteArray>

namespace baton {

/// What an agent is told to carry out a task: text with the sections of seed 000. `[PLANNER]` is what everybody is to
/// know (mission, inputs, constraints, personas, the checklist of the plan); then `[WORKER]`, or `[QA]` for a task that
/// validates. UTF-8, English, ends with a line feed; the same document gives the same bytes, whatever the language of
/// the desktop. Empty where there is no such task.
QByteArray promptFor(const Contents &contents, NodeKey task);
/// Of a task that need not be in the document: one that a run made.
QByteArray promptFor(const Contents &contents, const Task &task);

} // namespace baton
