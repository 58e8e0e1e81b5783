// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/workflow.h"

#include <QRandomGenerator>

namespace baton::test {

/// One edit that somebody might make, the same for the same random numbers: a field set, a node added, removed, moved
/// or renamed. Texts are the ones that formats get wrong: colons, quotes, line breaks, what looks like a number.
Edit randomEdit(const Workflow &workflow, QRandomGenerator &random);

} // namespace baton::test
