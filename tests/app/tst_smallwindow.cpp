// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvasarea.h"
#include "app/runcontroller.h"
#include "app/toolstrip.h"
#include "app/workspace.h"
#include "tests/app/windowdriver.h"
#include "views/canvas/planview.h"
#include "views/dialogs/whatifdialog.h"
#include "views/panels/inspectorpanel.h"
#include "views/panels/runsummarybox.h"
#include "views/widgets/segmentedcontrol.h"
#include "views/widgets/zoombar.h"

#include <QAbstractButton>
#include <QMenu>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace baton;
using baton::test::WindowDriver;

/// The window on screens of every size.
class TestSmallWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_driver.reset(); }
    void everyToolIsVisibleOrInTheMenu_data();
    void everyToolIsVisibleOrInTheMenu();
    void theModeIsChosenInItsMenuWhereItHasNoRoom();
    void thePlanIsFittedAboveTheZoomBar();
    void aDialogIsNoLargerThanTheScreen();
    void withoutARunTheInspectorHasItsWholeColumn();
    void theWindowFitsASmallScreenWithEveryPanel();

private:
    static QToolButton *buttonOf(const ToolStrip &strip, const QAction *action)
    {
        const QString name = QString(action->text()).remove(u'&');
        for (QToolButton *button : strip.findChildren<QToolButton *>()) {
            if (button->accessibleName() == name && button->isVisible())
                return button;
        }
        return nullptr;
    }
    void resize(QSize size)
    {
        m_driver->window.resize(size);
        QCoreApplication::processEvents();
        QCOMPARE(m_driver->window.size(), size);
    }

    std::unique_ptr<WindowDriver> m_driver; ///< One for all: a window takes its time.
};

void TestSmallWindow::initTestCase()
{
    m_driver = std::make_unique<WindowDriver>();
    m_driver->openTemplate(u"standard-orchestration"_s);
}

void TestSmallWindow::everyToolIsVisibleOrInTheMenu_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("textSize");
    for (const QSize size : {QSize(2560, 1440), {1920, 1080}, {1400, 900}, {1280, 800}, {1180, 760}, {1100, 700}, {1000, 640}})
        QTest::addRow("%d", size.width()) << size << 13;
    // As long as the words of other languages are.
    QTest::addRow("1100, large text") << QSize(1100, 700) << 17;
    QTest::addRow("1280, large text") << QSize(1280, 800) << 17;
}

void TestSmallWindow::everyToolIsVisibleOrInTheMenu()
{
    QFETCH(QSize, size);
    QFETCH(int, textSize);
    WindowDriver &driver = *m_driver;
    driver.settings.setTextSize(textSize);
    resize(size);
    const ToolStrip &strip = *driver.window.findChild<ToolStrip *>();
    const QList<QAction *> inMenu = strip.more()->isVisible() ? strip.more()->menu()->actions() : QList<QAction *>();
    for (const QString &name : {u"edit.undo"_s, u"edit.redo"_s, u"insert.task"_s, u"insert.gate"_s, u"insert.phase"_s, u"arrange.all"_s,
                                u"view.palette"_s, u"run.pause"_s, u"run.step"_s, u"run.stop"_s, u"run.start"_s}) {
        QAction *action = driver.window.actions()[name];
        const QToolButton *button = buttonOf(strip, action);
        QVERIFY2(button || inMenu.contains(action), qPrintable(name));
        if (!button)
            continue;
        QVERIFY2(strip.rect().contains(QRect(button->mapTo(&strip, QPoint()), button->size())), qPrintable(name));
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(name)); // Its words are not cut.
    }
    QVERIFY(strip.mode()->isVisible() != strip.modeMenu()->isVisible());
    const QWidget *mode = strip.mode()->isVisible() ? static_cast<const QWidget *>(strip.mode()) : strip.modeMenu();
    QVERIFY(mode->width() >= mode->sizeHint().width());
    QVERIFY(strip.rect().contains(QRect(mode->mapTo(&strip, QPoint()), mode->size())));
}

void TestSmallWindow::theModeIsChosenInItsMenuWhereItHasNoRoom()
{
    WindowDriver &driver = *m_driver;
    driver.settings.setTextSize(17);
    resize({1100, 700});
    const ToolStrip &strip = *driver.window.findChild<ToolStrip *>();
    QVERIFY(strip.modeMenu()->isVisible());
    QCOMPARE(strip.modeMenu()->text(), u"Simulate"_s);
    QMenu *menu = strip.modeMenu()->menu();
    emit menu->aboutToShow();
    QCOMPARE(menu->actions().size(), strip.mode()->segments().size());
    QVERIFY(menu->actions().first()->isChecked());
    menu->actions().at(1)->trigger();
    QCOMPARE(driver.window.runs().mode(), RunMode::Plan);
    QCOMPARE(strip.modeMenu()->text(), u"As planned"_s);
    QVERIFY(strip.modeMenu()->accessibleName().contains(u"As planned"_s));
    menu->actions().first()->trigger();
    QCOMPARE(driver.window.runs().mode(), RunMode::Simulate);
    driver.settings.setTextSize(13);
}

void TestSmallWindow::withoutARunTheInspectorHasItsWholeColumn()
{
    WindowDriver &driver = *m_driver;
    Workspace &workspace = driver.window.workspace();
    QVERIFY(!workspace.summary()->isVisible());
    QCOMPARE(workspace.inspector()->height(), workspace.rightColumn()->height());
    driver.window.runs().setSpeed(1e6);
    driver.trigger(u"run.start"_s);
    QTRY_COMPARE_WITH_TIMEOUT(driver.window.runs().record()->state().status, RunStatus::Complete, 30'000);
    QVERIFY(workspace.summary()->isVisible());
    QCoreApplication::processEvents();
    // The line above it goes on at the left, above the panels.
    QCOMPARE(workspace.summary()->mapTo(&driver.window, QPoint()).y(), workspace.tabs()->mapTo(&driver.window, QPoint()).y());
}

void TestSmallWindow::thePlanIsFittedAboveTheZoomBar()
{
    WindowDriver &driver = *m_driver;
    resize({1100, 700});
    driver.trigger(u"view.zoom-fit"_s);
    const auto *zoom = driver.window.findChild<ZoomBar *>();
    const QRect bar(zoom->mapTo(driver.window.workspace().canvasArea(), QPoint()), zoom->size());
    for (const auto &slot : driver.window.document().workflow().contents().tasks) {
        const QRectF rect = driver.canvas().nodeRect(slot.key);
        const QRect card(driver.canvas().toViewport(rect.topLeft()), driver.canvas().toViewport(rect.bottomRight()));
        QVERIFY2(!card.intersects(bar), qPrintable(slot.node->id));
        QVERIFY(driver.canvas().viewport()->rect().contains(card));
    }
}

void TestSmallWindow::aDialogIsNoLargerThanTheScreen()
{
    WindowDriver &driver = *m_driver; // The offscreen display is 800 × 800, and the window wider than that.
    resize({1100, 700});
    driver.trigger(u"run.what-if"_s);
    auto *dialog = driver.window.findChild<WhatIfDialog *>();
    QVERIFY(dialog);
    QVERIFY2(dialog->width() < 1100 && dialog->height() <= 800, qPrintable(u"%1 × %2"_s.arg(dialog->width()).arg(dialog->height())));
    dialog->close();
}

void TestSmallWindow::theWindowFitsASmallScreenWithEveryPanel()
{
    WindowDriver &driver = *m_driver;
    QVERIFY(driver.window.runs().record()); // With all that is said of a run.
    QTabWidget *tabs = driver.window.workspace().tabs();
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        QCoreApplication::processEvents();
        const QSize least = driver.window.minimumSizeHint();
        QVERIFY2(least.width() <= 1100 && least.height() <= 700, qPrintable(tabs->tabText(i)));
    }
    resize({1100, 700});
    // The canvas keeps the larger part of the height.
    QVERIFY(driver.canvas().height() > tabs->height());
}

QTEST_MAIN(TestSmallWindow)
#include "tst_smallwindow.moc"
