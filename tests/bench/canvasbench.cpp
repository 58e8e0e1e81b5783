// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/bench.h"

#include "model/layout/layout.h"
#include "tests/support/plans.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

constexpr QSize viewSize(1600, 1000);
constexpr int frames = 60;

/// A card as a usual node editor draws one: level of detail, no cache.
class YardstickCard : public QGraphicsItem
{
public:
    explicit YardstickCard(const QString &title) : m_title(title) {}
    QRectF boundingRect() const override { return {0, 0, canvas::cardWidth, canvas::cardHeight}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->setPen(Qt::NoPen);
        painter->setBrush(painter->background());
        if (QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) < 0.4) {
            painter->fillRect(boundingRect(), Qt::gray);
            return;
        }
        painter->drawRoundedRect(boundingRect(), 8, 8);
        painter->setPen(Qt::black);
        painter->drawText(boundingRect(), Qt::AlignCenter, m_title);
    }

private:
    QString m_title;
};

/// What any program pays that shows a frame of this size: one image on another.
Row floorBlit()
{
    QImage frame(viewSize, QImage::Format_RGB32);
    frame.fill(Qt::lightGray);
    QImage target(viewSize, QImage::Format_RGB32);
    return measure(u"floor_blit"_s, 200, [&] {
        QPainter painter(&target);
        painter.drawImage(0, 0, frame);
    });
}

/// The same plan as items of a QGraphicsScene, the whole of it in view, moved by a few pixels a frame.
Row graphicsViewPan(int tasks)
{
    const Contents contents = test::randomPlan(tasks, tasks * 3 / 2, 1);
    const Positions positions = placed(contents);
    const IdIndex ids(contents);
    QGraphicsScene scene;
    for (const auto &[key, task] : contents.tasks) {
        auto *card = new YardstickCard(task->title);
        card->setPos(positions.value(key));
        scene.addItem(card);
        for (const Need &need : task->needs) {
            const QPointF from = positions.value(ids.step(need.target)) + QPointF(canvas::cardWidth, 43);
            const QPointF to = positions.value(key) + QPointF(0, 43);
            QPainterPath path(from);
            path.cubicTo(from + QPointF(60, 0), to - QPointF(60, 0), to);
            scene.addPath(path, QPen(Qt::gray, 1));
        }
    }
    QGraphicsView view(&scene);
    view.resize(viewSize);
    view.show();
    view.fitInView(scene.itemsBoundingRect(), Qt::KeepAspectRatio);
    view.scale(1.2, 1.2);
    QCoreApplication::processEvents();
    QList<double> times;
    for (int frame = 0; frame < frames / 4; ++frame) {
        QElapsedTimer timer;
        timer.start();
        view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + (frame % 2 ? 5 : -5));
        view.viewport()->repaint();
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return rowOf(u"qgraphicsview_pan_fit_%1"_s.arg(tasks), times);
}

} // namespace

QList<Row> canvasRows()
{
    return {floorBlit(), graphicsViewPan(10000)};
}

} // namespace baton::bench
