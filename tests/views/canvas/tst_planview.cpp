// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/canvasdriver.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace baton {

class TestPlanView : public QObject
{
    Q_OBJECT

private slots:
    void aDraggedCardMovesAndUndoTakesItBack();
};

void TestPlanView::aDraggedCardMovesAndUndoTakesItBack()
{
    test::CanvasDriver canvas(test::chain({u"plan"_s, u"build"_s}));
    const QRectF before = canvas.view.nodeRect(canvas.key(u"build"_s));
    const QPoint place = canvas.centreOf(u"build"_s);
    canvas.drag(place, place + QPoint(60, 140));
    QCOMPARE(canvas.task(u"build"_s).position, std::optional(before.topLeft() + QPointF(60, 140)));
    QCOMPARE(canvas.view.nodeRect(canvas.key(u"build"_s)), before.translated(60, 140));
    QCOMPARE(canvas.lastStep(), u"Move build"_s);
    canvas.document.undoStack().undo();
    QVERIFY(!canvas.task(u"build"_s).position);
    QCOMPARE(canvas.view.nodeRect(canvas.key(u"build"_s)), before);
}

} // namespace baton

QTEST_MAIN(baton::TestPlanView)
#include "tst_planview.moc"
