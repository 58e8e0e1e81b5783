// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/options.h"

namespace baton {

class MainWindow;

/// Draws the plan of a file, or of a run with its states, into a picture. No window.
Result<void> exportWithoutWindow(const Options &options);

/// Simulates the open document, goes back to one moment of the run, saves a picture of the window, and ends the
/// application: with 1 where something failed.
void takeScreenshot(MainWindow &window, const Options &options);

} // namespace baton
