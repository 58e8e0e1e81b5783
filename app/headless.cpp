// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/headless.h"

#include "app/mainwindow.h"
#include "app/pictureexport.h"
#include "app/problemcontroller.h"
#include "app/workspace.h"
#include "model/plan/plansummary.h"
#include "model/rules/rules.h"
#include "model/run/planextension.h"
#include "model/storage/reader.h"
#include "views/canvas/planview.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

Palette paletteFor(const Options &options)
{
    switch (options.theme.value_or(ThemeChoice::Light)) {
    case ThemeChoice::Dark:
        return Theme::darkPalette();
    case ThemeChoice::HighContrast:
        return Theme::highContrast();
    case ThemeChoice::System:
    case ThemeChoice::Light:
        break;
    }
    return Theme::light();
}

QString sentenceOf(const Loaded &loaded, const QString &file)
{
    QStringList lines;
    for (const Problem &problem : loaded.problems)
        lines.append(u"%1:%2:%3: %4"_s.arg(file).arg(problem.line).arg(problem.column).arg(problem.message));
    return lines.join(u'\n');
}

} // namespace

Result<void> exportWithoutWindow(const Options &options)
{
    const Palette palette = paletteFor(options);
    if (!options.runDir.isEmpty()) {
        const Result<std::unique_ptr<RunRecord>> record = RunRecord::open(options.runDir);
        if (!record)
            return record.error();
        const RunState &state = (*record)->state();
        const RunPlan &plan = planOf((*record)->plan(), state);
        return exportPicture({.contents = plan.contents, .palette = palette, .plan = &plan, .state = &state},
                             options.exportTo);
    }
    const Result<Loaded> loaded = loadWorkflow(options.file);
    if (!loaded)
        return loaded.error();
    if (!loaded->readable)
        return Error{ErrorCode::Syntax, sentenceOf(*loaded, options.file), {}, options.file};
    return exportPicture({.contents = loaded->contents, .palette = palette, .problems = checkWorkflow(loaded->contents)},
                         options.exportTo);
}

void takeScreenshot(MainWindow &window, const Options &options)
{
    const auto save = [&window, options] {
        if (!options.select.isEmpty())
            window.document().selection().set(window.document().workflow().ids().step(options.select));
        // What was scheduled for the next pass through the event loop belongs on the picture.
        QTimer::singleShot(600, &window, [&window, options] {
            const bool saved = window.grab().save(options.screenshotTo);
            if (!saved)
                std::fputs(qPrintable(u"Could not write %1.\n"_s.arg(options.screenshotTo)), stderr);
            QApplication::exit(saved ? 0 : 1);
        });
    };
    if (window.isStartPageShown())
        return save();
    RunController &runs = window.runs();
    // Some seconds, so that the timeline has something to tell.
    const double planned = summarize(window.document().workflow().contents()).makespanSeconds;
    runs.setSpeed(options.speed.value_or(qMax(1.0, planned / 4)));
    const auto done = std::make_shared<bool>(false);
    QObject::connect(&runs, &RunController::stateChanged, &window, [&window, &runs, options, save, done] {
        if (*done || !runs.record() || runs.isRunning() || runs.record()->events().isEmpty() ||
            runs.record()->events().last().type != EventType::RunFinished)
            return;
        *done = true;
        RunRecord *record = runs.record();
        record->seek(record->last() * options.atPercent / 100);
        save();
    });
    runs.start();
    if (!runs.record())
        save();
}

} // namespace baton
