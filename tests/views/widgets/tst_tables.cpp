// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/widgets/columnfit.h"
#include "views/widgets/emptynote.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace baton;

/// What every table of the window does with its room.
class TestTables : public QObject
{
    Q_OBJECT

private slots:
    void roomThatIsLeftGoesWhereLongTextsAre();
    void inLittleRoomEveryColumnGivesUpSomethingAndNothingIsScrolled();
    void noColumnBecomesNarrowerThanItsLeast();
    void onceAColumnWasDraggedTheWidthsAreTheUsers();
    void aListWithoutAHeadUsesItsWholeWidth();
    void anEmptyTableSaysWhatWillStandThere();

private:
    struct Shown
    {
        explicit Shown(int width)
        {
            view.setModel(&model);
            view.setFrameShape(QFrame::NoFrame);
            view.verticalHeader()->hide();
            new ColumnFit(view.horizontalHeader(), {{100, 200}, {50, 100, 1}, {50, 100, 3}});
            view.resize(width, 200);
            view.show();
            [[maybe_unused]] const bool exposed = QTest::qWaitForWindowExposed(&view);
        }
        int width(int column) const { return view.columnWidth(column); }
        int sum() const { return width(0) + width(1) + width(2); }

        QStandardItemModel model{4, 3};
        QTableView view;
    };
};

void TestTables::roomThatIsLeftGoesWhereLongTextsAre()
{
    Shown table(800);
    const int wanted = table.width(0); // As text is at its usual size here or larger, at least what was asked for.
    QVERIFY(wanted >= 200);
    QCOMPARE(table.sum(), table.view.viewport()->width());
    QVERIFY(table.width(2) > table.width(1));
    QVERIFY(table.width(1) > 100);
    table.view.resize(1200, 200);
    QCOMPARE(table.width(0), wanted);
    QCOMPARE(table.sum(), table.view.viewport()->width());
}

void TestTables::inLittleRoomEveryColumnGivesUpSomethingAndNothingIsScrolled()
{
    Shown roomy(800);
    Shown table(roomy.width(0) * 3 / 2);
    QVERIFY(table.width(0) < roomy.width(0) && table.width(0) > roomy.width(0) / 2);
    QVERIFY(table.width(1) < roomy.width(1));
    QVERIFY(table.sum() <= table.view.viewport()->width());
    QCOMPARE(table.view.horizontalScrollBar()->maximum(), 0);
}

void TestTables::noColumnBecomesNarrowerThanItsLeast()
{
    Shown table(120);
    QVERIFY(table.width(0) >= 100);
    QVERIFY(table.width(1) >= 50);
    QVERIFY(table.view.horizontalScrollBar()->maximum() > 0);
}

void TestTables::onceAColumnWasDraggedTheWidthsAreTheUsers()
{
    Shown table(800);
    table.view.horizontalHeader()->resizeSection(0, 321);
    table.view.resize(500, 200);
    QCOMPARE(table.width(0), 321);
}

void TestTables::aListWithoutAHeadUsesItsWholeWidth()
{
    QStandardItemModel model(4, 3);
    QTreeView list;
    list.setModel(&model);
    list.setHeaderHidden(true);
    new ColumnFit(list.header(), {{100, 200}, {50, 100, 1}, {50, 100, 3}});
    list.resize(500, 200);
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    list.resize(900, 200);
    QCOMPARE(list.columnWidth(0) + list.columnWidth(1) + list.columnWidth(2), list.viewport()->width());
}

void TestTables::anEmptyTableSaysWhatWillStandThere()
{
    Shown table(400);
    EmptyNote note(&table.view, u"Nothing yet."_s);
    QVERIFY(!note.isVisible());
    table.model.removeRows(0, 4);
    QVERIFY(note.isVisible());
    QCOMPARE(note.geometry(), table.view.viewport()->rect());
    table.model.appendRow(new QStandardItem(u"one"_s));
    QVERIFY(!note.isVisible());
}

QTEST_MAIN(TestTables)
#include "tst_tables.moc"
