// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/rules.h"

#include <QByteArray>

namespace baton {

/// A small plan that shows a rule.
struct RuleExample
{
    QByteArray text; ///< The file: `resources/rules/ID.wrong.baton.yaml` or `ID.right.baton.yaml`.
    Contents contents;
    QList<Problem> problems; ///< What that rule says of it.
};

/// The plan that breaks a rule. Empty for an id that no rule has.
RuleExample wrongExample(const QString &rule);
/// The plan that only just does not.
RuleExample rightExample(const QString &rule);

/// What every example is checked with: the folder that it would lie in has two files, `README.md` and `docs/brief.md`.
CheckContext exampleContext();

} // namespace baton
