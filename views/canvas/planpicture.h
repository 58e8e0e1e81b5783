// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"
#include "model/workflow/contents.h"
#include "model/workflow/problem.h"
#include "views/style/theme.h"

#include <QImage>
#include <QRectF>

class QPainter;

namespace baton {

/// What a picture of a plan shows: exports, thumbnails, the finished run of the command line.
struct PlanPicture
{
    const Contents &contents;
    const Palette &palette;
    QList<Problem> problems = {};
    const RunPlan *plan = nullptr; ///< Both of these or none.
    const RunState *state = nullptr;
    bool hasGround = true; ///< The dotted ground; else what is behind shows through.
};

/// The size of the whole plan at 100 %, with a margin.
QSizeF sizeOfPlan(const Contents &contents);
/// Paints the whole plan into \a target, as large as fits, centred. Any paint device: SVG and PDF get vectors.
void paintPlan(QPainter &painter, const PlanPicture &picture, const QRectF &target);
/// The whole plan on an image of \a size pixels.
QImage renderPlan(const PlanPicture &picture, QSize size);
/// The whole plan at \a scale; smaller where the image would be larger than 16,000 pixels on a side.
QImage renderPlan(const PlanPicture &picture, double scale = 1);

} // namespace baton
