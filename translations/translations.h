// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QCoreApplication;

namespace baton {

/// Loads Baton's own sentences, and Qt's, in the user's language where they exist.
void installTranslations(QCoreApplication &application);

} // namespace baton
