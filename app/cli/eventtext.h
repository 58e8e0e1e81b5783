// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/console.h"
#include "model/run/event.h"

#include <optional>

namespace baton {

/// What a line about an event shows: a word for what happened, and details for people.
struct EventText
{
    QString word;
    Console::Ink ink = Console::Ink::Plain;
    QString detail;
    QStringList more; ///< Lines below it: criteria of a gate, issues of a verdict.
};

/// Nothing for events that say nothing to a person who watches: bookkeeping between the states.
std::optional<EventText> textOf(const Event &event);

} // namespace baton
