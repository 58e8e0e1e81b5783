// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/bench.h"

#include "model/layout/layout.h"
#include "tests/support/plans.h"
#include "views/canvas/planview.h"
#include "views/editing/document.h"
#include "views/style/theme.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QMouseEvent>
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

/// The real view with a plan of that size in it, the whole of it in sight.
class CanvasBench
{
public:
    explicit CanvasBench(int tasks)
        : m_tasks(tasks)
        , m_document(test::randomPlan(tasks, tasks * 3 / 2, 1))
        , m_view(m_document, m_theme)
    {
        m_view.resize(viewSize);
        m_view.show();
        m_view.fit();
        QCoreApplication::processEvents();
    }

    QList<Row> rows()
    {
        QList<Row> rows{pan(u"canvas_pan_fit_%1"_s)};
        m_view.setZoom(1);
        QCoreApplication::processEvents();
        rows.append(pan(u"canvas_pan_100_%1"_s));
        rows.append(drag());
        m_view.fit();
        QCoreApplication::processEvents();
        rows.append(selectAll());
        rows.append(zoom());
        return rows;
    }

private:
    QString named(const QString &name) const { return name.arg(m_tasks); }

    /// One frame: what \a act does, and the pixels that follow from it.
    double frame(const std::function<void()> &act)
    {
        QElapsedTimer timer;
        timer.start();
        act();
        // What the view asked to be painted, and no more: as in the real event loop.
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        return double(timer.nsecsElapsed()) / 1e6;
    }

    Row pan(const QString &name)
    {
        QList<double> times;
        for (int i = 0; i < frames; ++i)
            times.append(frame([&] { m_view.panBy({i < frames / 2 ? 7 : -7, i % 3 - 1}); }));
        return rowOf(named(name), times);
    }

    /// A card is dragged with the mouse across the view at 100 %.
    Row drag()
    {
        const NodeKey card = m_document.workflow().contents().tasks.keyAt(m_tasks / 2);
        m_view.showNode(card);
        QCoreApplication::processEvents();
        const QPoint start = m_view.toViewport(m_view.nodeRect(card).center() + QPointF(40, -20));
        const auto mouse = [&](QEvent::Type type, QPoint at, Qt::MouseButton button) {
            QMouseEvent event(type, at, m_view.viewport()->mapToGlobal(at), button,
                              type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(m_view.viewport(), &event);
        };
        mouse(QEvent::MouseButtonPress, start, Qt::LeftButton);
        QList<double> times;
        for (int i = 1; i <= frames; ++i)
            times.append(frame([&] { mouse(QEvent::MouseMove, start + QPoint(3 * i, i), Qt::NoButton); }));
        mouse(QEvent::MouseButtonRelease, start + QPoint(3 * frames, frames), Qt::LeftButton);
        return rowOf(named(u"canvas_drag_%1"_s), times);
    }

    Row selectAll()
    {
        QList<double> times;
        for (int i = 0; i < frames / 2; ++i) {
            frame([&] { m_document.selection().clear(); });
            times.append(frame([&] { m_view.selectAll(); }));
        }
        return rowOf(named(u"canvas_select_all_%1"_s), times);
    }

    /// From the whole plan to twice its size and back, in steps of a wheel.
    Row zoom()
    {
        QList<double> times;
        const double fitted = m_view.zoom();
        double zoom = fitted;
        for (; zoom < 2; zoom *= 1.1)
            times.append(frame([&] { m_view.setZoom(zoom); }));
        for (; zoom > fitted; zoom /= 1.1)
            times.append(frame([&] { m_view.setZoom(zoom); }));
        return rowOf(named(u"canvas_zoom_%1"_s), times);
    }

    int m_tasks;
    Theme m_theme;
    Document m_document;
    PlanView m_view;
};

} // namespace

QList<Row> canvasRows()
{
    QList<Row> rows{floorBlit()};
    for (int tasks : {1000, 10000})
        rows.append(CanvasBench(tasks).rows());
    rows.append(graphicsViewPan(10000));
    return rows;
}

} // namespace baton::bench
