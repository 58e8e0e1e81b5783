// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace baton {

/// What a rule looks for and what to do about it, to be translated in the context `RuleHelp`.
struct RuleWords
{
    QLatin1String id;
    const char *finds;
    const char *remedy;
};

/// Null for an id that no rule has.
const RuleWords *wordsOf(const QString &rule);

} // namespace baton
