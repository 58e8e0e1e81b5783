// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"
#include "app/reportdialog.h"
#include "app/runcontroller.h"
#include "app/settingsdialog.h"
#include "app/workspace.h"
#include "tests/app/windowdriver.h"
#include "views/dialogs/whatifdialog.h"
#include "views/panels/historypanel.h"
#include "views/widgets/bandchart.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace baton;
using baton::test::WindowDriver;

/// Dialogs and what is in them, as they look with the style of the window.
class TestDialogs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_driver = std::make_unique<WindowDriver>(); }
    void cleanupTestCase() { m_driver.reset(); }
    void buttonsOfDialogsHaveNoPictures();
    void aFieldIsEmptiedByASignOfTheTheme();
    void theListOfAComboBoxHasOneFrame();
    void theModelsOfTheSettingsStandBelowEachOther();
    void theDoctorSaysWholeSentences();
    void whatIfSaysThatAPlanCannotRun();
    void noFigureOfAWhatIfIsCut();
    void theReportOfARunIsOpened();

private:
    /// A dialog of the window, as a menu's action opens it.
    template <typename Dialog> Dialog *opened(const QString &action)
    {
        m_driver->trigger(action);
        for (Dialog *dialog : m_driver->window.findChildren<Dialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

    std::unique_ptr<WindowDriver> m_driver; ///< One for all: a window takes its time.
};

void TestDialogs::buttonsOfDialogsHaveNoPictures()
{
    const QDialogButtonBox box(QDialogButtonBox::Save | QDialogButtonBox::Cancel | QDialogButtonBox::Close | QDialogButtonBox::Discard);
    for (const QAbstractButton *button : box.buttons())
        QVERIFY2(button->icon().isNull(), qPrintable(button->text()));
}

void TestDialogs::aFieldIsEmptiedByASignOfTheTheme()
{
    WindowDriver &driver = *m_driver;
    QLineEdit field;
    field.setClearButtonEnabled(true);
    field.setText(u"words"_s);
    field.resize(200, field.sizeHint().height());
    field.show();
    const auto *sign = field.findChild<QToolButton *>();
    QVERIFY(sign && sign->isVisible());
    QVERIFY2(qAbs(sign->geometry().center().y() - field.rect().center().y()) <= 1,
             qPrintable(u"%1 in %2"_s.arg(sign->geometry().center().y()).arg(field.height())));
    // The theme's secondary ink, in the dark too.
    driver.look.overrideTheme(ThemeChoice::Dark);
    const QImage image = sign->icon().pixmap(16).toImage();
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            inked += image.pixelColor(x, y).alpha() == 255 && image.pixelColor(x, y) == driver.look.theme().palette().mute;
    }
    driver.look.overrideTheme(ThemeChoice::Light);
    QVERIFY(inked > 0);
}

void TestDialogs::theListOfAComboBoxHasOneFrame()
{
    WindowDriver &driver = *m_driver;
    QComboBox box;
    box.addItems({u"one"_s, u"two"_s, u"three"_s});
    box.resize(160, box.sizeHint().height());
    box.show();
    box.showPopup();
    QWidget *popup = box.view()->parentWidget();
    QTRY_VERIFY(popup->isVisible());
    const QImage image = popup->grab().toImage();
    const QColor line = driver.look.theme().palette().line;
    for (int y = 0; y < image.height(); ++y) {
        const bool isEdge = y == 0 || y == image.height() - 1;
        for (int x = 0; x < image.width(); x += isEdge ? 1 : image.width() - 1)
            QVERIFY2(image.pixelColor(x, y) == line, qPrintable(u"%1, %2 is %3"_s.arg(x).arg(y).arg(image.pixelColor(x, y).name())));
    }
    driver.picture(u"combo"_s, popup);
    box.hidePopup();
}

void TestDialogs::theModelsOfTheSettingsStandBelowEachOther()
{
    WindowDriver &driver = *m_driver;
    auto *dialog = opened<SettingsDialog>(u"view.settings"_s);
    QVERIFY(dialog);
    auto *tabs = dialog->findChild<QTabWidget *>();
    tabs->setCurrentIndex(3);
    QCoreApplication::processEvents();
    const QListWidget *list = nullptr;
    for (const QListWidget *other : dialog->findChildren<QListWidget *>())
        list = other->isVisible() ? other : list;
    QVERIFY(list && list->count() > 2);
    for (int row = 0; row < list->count(); ++row) {
        const QRect place = list->visualItemRect(list->item(row));
        QVERIFY2(place.height() >= list->sizeHintForRow(row), qPrintable(list->item(row)->text()));
        QVERIFY(row == 0 || place.top() > list->visualItemRect(list->item(row - 1)).bottom());
    }
    driver.picture(u"models"_s, dialog);
    dialog->close();
}

void TestDialogs::theDoctorSaysWholeSentences()
{
    WindowDriver &driver = *m_driver;
    driver.openTemplate(u"sequential"_s);
    auto *dialog = opened<SettingsDialog>(u"view.settings"_s);
    QVERIFY(dialog);
    dialog->resize(520, 560);
    auto *tabs = dialog->findChild<QTabWidget *>();
    tabs->setCurrentIndex(4);
    auto *tree = tabs->currentWidget()->findChild<QTreeWidget *>();
    auto *line = new QTreeWidgetItem({u"plan"_s, u"A sentence about what is missing here, and what to do next, is longer than its column is wide. "_s.repeated(2)});
    tree->addTopLevelItem(line);
    const auto linesOf = [tree](QTreeWidgetItem *item) {
        const QFontMetrics metrics = tree->fontMetrics();
        const QRect words = metrics.boundingRect(QRect(0, 0, tree->columnWidth(1) - 20, 10'000), Qt::TextWordWrap, item->text(1));
        return words.height() / metrics.lineSpacing();
    };
    QTRY_VERIFY(tree->visualItemRect(line).height() >= linesOf(line) * tree->fontMetrics().lineSpacing());
    QVERIFY(linesOf(line) > 2);
    // Wider, it needs fewer lines.
    const int before = tree->visualItemRect(line).height();
    dialog->resize(780, 560);
    QTRY_VERIFY(tree->visualItemRect(line).height() < before);
    delete line;
    if (qEnvironmentVariableIsSet("BATON_PICTURES"))
        QTest::qWait(500);
    driver.picture(u"doctor"_s, dialog);
    dialog->close();
}

void TestDialogs::whatIfSaysThatAPlanCannotRun()
{
    WindowDriver &driver = *m_driver;
    driver.openTemplate(u"sequential"_s);
    const QString file = driver.write(u"round.baton.yaml"_s, "baton: 1\nname: Round\npersonas: [{id: a}]\n"
                                                             "tasks: [{id: s, persona: a, needs: [t]}, {id: t, persona: a, needs: [s]}]\n");
    driver.window.files().open(file);
    auto *dialog = opened<WhatIfDialog>(u"run.what-if"_s);
    QVERIFY(dialog);
    for (const BandChart *chart : dialog->findChildren<BandChart *>()) {
        if (chart->isVisible())
            QTRY_VERIFY2(chart->accessibleName().count(u"cannot run"_s) == 2, qPrintable(chart->accessibleName()));
    }
    driver.picture(u"what-if-cannot"_s, dialog);
    dialog->close();
}

void TestDialogs::noFigureOfAWhatIfIsCut()
{
    WindowDriver &driver = *m_driver;
    driver.openTemplate(u"standard-orchestration"_s);
    auto *dialog = opened<WhatIfDialog>(u"run.what-if"_s);
    QVERIFY(dialog);
    QTRY_VERIFY(!dialog->figure(u"time"_s, 2).isEmpty() && dialog->band());
    dialog->resize(dialog->minimumSizeHint());
    QCoreApplication::processEvents();
    auto *figures = dialog->findChild<QTreeWidget *>();
    const QAbstractItemView &view = *figures;
    for (int column = 0; column < figures->columnCount(); ++column)
        QVERIFY(figures->columnWidth(column) >= qMax(view.sizeHintForColumn(column), figures->header()->sectionSizeHint(column)));
    QVERIFY2(figures->header()->length() <= figures->viewport()->width(),
             qPrintable(u"%1 in %2 of %3"_s.arg(figures->header()->length()).arg(figures->viewport()->width()).arg(figures->minimumWidth())));
    for (const BandChart *chart : dialog->findChildren<BandChart *>())
        QVERIFY(chart->isHidden() || chart->width() >= chart->minimumSizeHint().width());
    driver.picture(u"what-if"_s, dialog);
    dialog->close();
}

void TestDialogs::theReportOfARunIsOpened()
{
    WindowDriver &driver = *m_driver;
    driver.openTemplate(u"sequential"_s);
    RunController &runs = driver.window.runs();
    QVERIFY(!driver.window.actions()[u"run.report"_s]->isEnabled());
    runs.setSpeed(1e6);
    driver.trigger(u"run.start"_s);
    QTRY_VERIFY_WITH_TIMEOUT(runs.record() && runs.record()->state().status == RunStatus::Complete, 30'000);
    QTRY_VERIFY(hasReport(runs.record()->folder().path())); // Written beside the window.
    QVERIFY(driver.window.actions()[u"run.report"_s]->isEnabled());
    driver.trigger(u"run.report"_s);
    const auto reports = [&driver] { return driver.window.findChildren<QDialog *>(u"report"_s); };
    QCOMPARE(reports().size(), 1);
    const QString text = reports().first()->findChild<QTextBrowser *>()->toPlainText();
    QVERIFY2(text.contains(driver.window.document().workflow().info().name), qPrintable(text));
    driver.picture(u"report"_s, reports().first());
    reports().first()->close();
    QTRY_VERIFY(reports().isEmpty());
    // Of an earlier run from the history.
    HistoryPanel *history = driver.window.workspace().history();
    driver.window.workspace().tabs()->setCurrentWidget(history);
    QTRY_COMPARE(history->runCount(), 1);
    QVERIFY(!history->reportButton()->isEnabled());
    history->table()->selectRow(0);
    QTest::mouseClick(history->reportButton(), Qt::LeftButton);
    QCOMPARE(reports().size(), 1);
    reports().first()->close();
    driver.picture(u"history"_s);
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
