// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/help/ruleexamples.h"

#include <QStringList>

#include <optional>

namespace baton {

/// What the help says of one rule, in the designer and in the terminal.
struct RulePage
{
    RuleInfo info;
    QString finds;           ///< What it looks for.
    QString thresholds = {}; ///< From where on it speaks; empty where there is nothing to count.
    QString remedy;          ///< What to do about it.
    QStringList fixes = {};  ///< Titles of the quick fixes that it offers for the wrong example.
    QString suppression;     ///< How to turn it off, or why that is not possible.
    QStringList settings = {}; ///< The lines of a file that do so.
    RuleExample wrong = {};
    RuleExample right = {};
};

/// Nothing for an id that no rule has.
std::optional<RulePage> rulePage(const QString &rule);

/// The severity as a word for people: "error", "off".
QString severityText(Severity severity);

} // namespace baton
