// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

namespace baton::test {

/// Where a property test begins to draw its cases; printed, so that a failure can be seen again with `BATON_SEED=n`.
/// Without that it is another one each time.
quint32 newSeed();

} // namespace baton::test
