// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/facts.h"

namespace baton {

/// The personas that one text names together (`@engineer and @designer`, `a & b`, `a/b`, `a + b`), as they are
/// written there without `@`. Empty unless there are several and every part is `@name` or a declared persona: `R&D`,
/// `CI/CD` and `research-and-development` are names.
QStringList splitNames(const Facts &facts, const QString &text);

} // namespace baton
