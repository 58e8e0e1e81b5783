// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/storage/shape.h"
#include "model/workflow/contents.h"
#include "model/yaml/data.h"

#include <optional>

namespace baton {

/// The values of a plan as the data that a file writes for them. Defaults are not written.

/// A node, or the settings of the workflow. Values that \a was has differently are written even where they are the
/// default, so that `profile: standard` becomes `profile: core` instead of vanishing.
template <class Owner>
yaml::Data dataOf(const Owner &node, const Owner *was = nullptr);

/// What `layout` says of a node; nothing where it has no place of its own.
std::optional<yaml::Data> layoutDataOf(const Contents &contents, NodeKey key);

/// One value of any type; nothing where there is nothing to write.
std::optional<yaml::Data> dataOfValue(const Value &value);

extern template yaml::Data dataOf(const WorkflowInfo &, const WorkflowInfo *);
extern template yaml::Data dataOf(const Persona &, const Persona *);
extern template yaml::Data dataOf(const Phase &, const Phase *);
extern template yaml::Data dataOf(const Task &, const Task *);
extern template yaml::Data dataOf(const Gate &, const Gate *);
extern template yaml::Data dataOf(const Note &, const Note *);

} // namespace baton
