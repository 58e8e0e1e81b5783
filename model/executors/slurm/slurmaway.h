// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace baton {

/// Whether what a command or a service said means that the cluster cannot be asked at present; else it was asked, and
/// this is its answer.
bool isAwayMessage(const QString &said);

} // namespace baton
