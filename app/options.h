// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/runcontroller.h"
#include "views/style/theme.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace baton {

/// What the command line of the designer asks for.
struct Options
{
    QString file;
    bool run = false; ///< Run it at once.
    RunMode mode = RunMode::Simulate;
    bool trust = false;
    std::optional<double> speed = {};
    std::optional<ThemeChoice> theme = {};

    QString exportTo = {}; ///< Draw the plan into this file, show no window.
    QString runDir = {};   ///< With the states of this run; without `exportTo`, show that run.

    QString screenshotTo = {}; ///< Simulate, go back to one event, save a picture of the whole window, end.
    QSize size = {1680, 1050};
    int atPercent = 60; ///< Which event, of all of them.
    QString select = {}; ///< Id of what is selected in the screenshot.
};

/// An Error with ErrorCode::Usage for what makes no sense. `--help` and `--version` print and end the program.
Result<Options> parseOptions(const QStringList &arguments);

} // namespace baton
