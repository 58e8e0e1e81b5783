// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/planpicture.h"

#include "views/canvas/painters.h"
#include "views/canvas/planscene.h"

#include <QPainter>

#include <cmath>

namespace baton {

namespace {

constexpr qreal margin = 32;

QRectF frameOf(const PlanScene &scene)
{
    QRectF frame = scene.list().bounds();
    for (const EdgeItem &edge : scene.list().edges()) {
        if (!edge.isHidden)
            frame |= edge.route.bounds();
    }
    for (const GateItem &gate : scene.list().gates()) {
        // The criteria stand above their gate.
        constexpr qreal criteriaHeight = 150;
        if (gate.showsCriteria())
            frame |= gate.rect.adjusted(-80, -criteriaHeight, 80, 0);
    }
    return frame.adjusted(-margin, -margin, margin, margin);
}

void paintScene(QPainter &painter, const PlanScene &scene, const PlanPicture &picture, const QRectF &target)
{
    const CanvasStyle style(picture.palette);
    const QRectF frame = frameOf(scene);
    const qreal scale = std::min(target.width() / frame.width(), target.height() / frame.height());
    painter.save();
    painter.setClipRect(target, Qt::IntersectClip);
    painter.translate(target.center());
    painter.scale(scale, scale);
    painter.translate(-frame.center());
    const QRectF seen(frame.center() - QPointF(target.width(), target.height()) / scale / 2, target.size() / scale);
    const Brush brush = brushFor(painter, style, scene.list(), scale, detailOf(scale), seen);
    if (picture.hasGround)
        paintGround(brush);
    paintItems(brush);
    painter.restore();
}

void show(PlanScene &scene, const PlanPicture &picture)
{
    scene.setProblems(picture.problems);
    scene.setRun(picture.plan, picture.state);
}

} // namespace

QSizeF sizeOfPlan(const Contents &contents)
{
    const Workflow workflow(contents);
    return frameOf(PlanScene(workflow)).size();
}

void paintPlan(QPainter &painter, const PlanPicture &picture, const QRectF &target)
{
    const Workflow workflow(picture.contents);
    PlanScene scene(workflow);
    show(scene, picture);
    paintScene(painter, scene, picture, target);
}

QImage renderPlan(const PlanPicture &picture, QSize size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintPlan(painter, picture, QRectF(QPointF(0, 0), QSizeF(size)));
    return image;
}

QImage renderPlan(const PlanPicture &picture, double scale)
{
    constexpr double largest = 16'000;
    constexpr double mostPixels = 1e8; // 400 MB.
    const Workflow workflow(picture.contents);
    PlanScene scene(workflow);
    show(scene, picture);
    const QSizeF whole = frameOf(scene).size();
    scale = std::min(scale, largest / std::max(whole.width(), whole.height()));
    scale = std::min(scale, std::sqrt(mostPixels / (whole.width() * whole.height())));
    QImage image((whole * scale).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintScene(painter, scene, picture, QRectF(QPointF(0, 0), QSizeF(image.size())));
    return image;
}

} // namespace baton
