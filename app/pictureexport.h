// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "views/canvas/planpicture.h"

namespace baton {

/// Draws a plan into a file whose ending says the format: `.png`, `.svg` or `.pdf`. The same painters as the canvas.
Result<void> exportPicture(const PlanPicture &picture, const QString &path);

} // namespace baton
