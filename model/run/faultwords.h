// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace baton {

/// Why a task failed, in so few words that they fit on its card: `not-installed` is "not installed". \a code is the
/// `reason` of its `worker.failed`, \a sentence the message; what has no words of its own is told by the first of its
/// sentences.
QString faultWords(const QString &code, const QString &sentence);

} // namespace baton
