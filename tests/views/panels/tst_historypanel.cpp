// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/views/panels/samples.h"

#include "tests/views/panels/runs.h"
#include "views/panels/historypanel.h"

#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace baton;
using test::RecordedRun;
using test::Sample;

class TestHistoryPanel : public QObject
{
    Q_OBJECT

private slots:
    void itListsTheRunsOfAFolderAndOpensOne();
    void anEmptyFolderSaysSo();
};

void TestHistoryPanel::itListsTheRunsOfAFolderAndOpensOne()
{
    const RecordedRun run(Sample().contents);
    QVERIFY(run.record);
    Theme theme;
    HistoryPanel panel(theme);
    panel.resize(800, 200);
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.setFolder(run.dir());
    QTRY_COMPARE(panel.runCount(), 1);
    test::grab(panel, theme, u"history"_s);
    QTableView *table = panel.table();
    QCOMPARE(table->model()->index(0, HistoryModel::WorkflowColumn).data().toString(), u"Sample"_s);
    QSignalSpy activated(&panel, &HistoryPanel::activated);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(QDir(activated.first().first().toString()).canonicalPath(),
             QDir(run.folder.path()).canonicalPath());
}

void TestHistoryPanel::anEmptyFolderSaysSo()
{
    QTemporaryDir dir;
    Theme theme;
    HistoryPanel panel(theme);
    panel.show();
    QSignalSpy refreshed(&panel, &HistoryPanel::refreshed);
    panel.setFolder(dir.path());
    QVERIFY(refreshed.count() || refreshed.wait());
    QCOMPARE(panel.runCount(), 0);
    QVERIFY(!panel.table()->isVisible());
}

QTEST_MAIN(TestHistoryPanel)
#include "tst_historypanel.moc"
