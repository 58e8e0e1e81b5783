// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/yaml/data.h"
#include "model/yaml/tree.h"

#include <optional>

namespace baton::yaml {

/// The text of \a tree with what \a data changes in it: all that stays keeps its bytes, its comments and blank lines
/// too. Nothing where the text is written in a way that patching does not know.
std::optional<QByteArray> patched(const Tree &tree, const Data &data, bool isJson);

} // namespace baton::yaml
