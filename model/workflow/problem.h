// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/nodekey.h"
#include "model/workflow/enums.h"
#include "model/workflow/fields.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace baton {

/// Offered with a problem. The edit itself is computed when it is wanted (see fixEdit() in rules.h).
struct QuickFix
{
    QString id;    ///< Stable, for programs: `assign-other-persona`.
    QString title; ///< Translated: "Assign @software-eng".
    QString argument = {}; ///< What this fix needs to know beside the problem, for example a persona's id.
    /// There is nothing to decide: what the plan means stays as it was, nothing anybody wrote is lost, and nobody could
    /// want another repair. Programs may take such a fix unasked.
    bool isSafe = false;

    bool operator==(const QuickFix &) const = default;
};

/// Something wrong with a plan, in a sentence that names the things and says what to do.
struct Problem
{
    QString rule; ///< Id of the rule, or of the reader's check: `type`, `unknown-key`...
    Severity severity = Severity::Error;
    QString message;
    QList<NodeKey> subjects = {}; ///< The first is where it shows; a click selects them all.
    std::optional<Field> field = {}; ///< The inspector's field of the first subject.
    int item = -1;                   ///< The item in that field's list, where it is about one.
    QList<QuickFix> fixes = {};
    // Filled in by the reader, or from a document's locations; 0 and empty where there is no file.
    int line = 0;
    int column = 0;
    QString path = {}; ///< `tasks[3].needs[0]`

    bool operator==(const Problem &) const = default;
};

} // namespace baton

Q_DECLARE_METATYPE(baton::Problem)
