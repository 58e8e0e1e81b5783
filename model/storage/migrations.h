// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/yaml/tree.h"

#include <QByteArray>

#include <span>

namespace baton {

/// Rewrites the text of one format version as the next one. A released migration is never edited.
using Migration = QByteArray (*)(const yaml::Tree &tree);

/// By the version they start from, 1 first. None yet: there is no version before 1.
std::span<const Migration> migrations();

/// The text of a file of \a version after it climbed \a steps up to the newest version.
QByteArray climbed(const yaml::Tree &tree, qint64 version, std::span<const Migration> steps);

} // namespace baton
