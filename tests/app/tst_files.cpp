// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"
#include "app/problemcontroller.h"
#include "app/recovery.h"
#include "model/exchange/templates.h"
#include "tests/app/windowdriver.h"
#include "views/editing/inserting.h"
#include "views/widgets/noticebar.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using baton::test::WindowDriver;

/// What happens to files, and never happens to them.
class TestFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void savingUnchangedWritesTheSameBytes();
    void anEditIsSavedAndReadBack();
    void aBrokenFileIsReportedWithPlacesAndLeavesTheDocumentAsItWas_data();
    void aBrokenFileIsReportedWithPlacesAndLeavesTheDocumentAsItWas();
    void aFileChangedByAnotherProgramIsNeverOverwrittenSilently();
    void reloadingTakesWhatIsOnTheDisk();
    void unsavedWorkIsAskedAboutBeforeItGoes();
    void unsavedWorkOfABadEndIsOfferedAgain();
    void aNewWorkflowComesFromATemplateWithoutTouchingIt();
    void anInputThatTheFolderHasIsNoProblem();

private:
    void edit(WindowDriver &driver);
    static QPushButton *choice(WindowDriver &driver, const QString &text);
};

void TestFiles::init()
{
    // Recovered copies of one test are none of the next one's business.
    QStandardPaths::setTestModeEnabled(true);
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/recovery"_s).removeRecursively();
}

void TestFiles::edit(WindowDriver &driver)
{
    Document &document = driver.window.document();
    document.push(u"Rename"_s, Edit{}.set(driver.key(u"feature-x"_s), Field::Title, u"Another title"_s));
}

QPushButton *TestFiles::choice(WindowDriver &driver, const QString &text)
{
    for (QPushButton *button : driver.window.notices().findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

void TestFiles::savingUnchangedWritesTheSameBytes()
{
    WindowDriver driver;
    const QString path = driver.openTemplate(u"standard-orchestration"_s);
    const QByteArray before = WindowDriver::read(path);
    QVERIFY(driver.window.files().save());
    QCOMPARE(WindowDriver::read(path), before);
}

void TestFiles::anEditIsSavedAndReadBack()
{
    WindowDriver driver;
    const QString path = driver.openTemplate(u"standard-orchestration"_s);
    QVERIFY(!driver.window.files().title().contains(u"edited"_s));
    edit(driver);
    QVERIFY(driver.window.files().title().contains(u"edited"_s));
    const Contents edited = driver.window.document().workflow().contents();
    QVERIFY(driver.window.files().save());
    QVERIFY(!driver.window.document().isEdited());
    QVERIFY(!driver.window.files().title().contains(u"edited"_s));
    driver.trigger(u"edit.undo"_s); // Saving is no end of undoing.
    QVERIFY(driver.window.document().isEdited());
    driver.trigger(u"edit.redo"_s);
    driver.trigger(u"file.reload"_s);
    QCOMPARE(driver.window.document().workflow().contents(), edited);
}

void TestFiles::aBrokenFileIsReportedWithPlacesAndLeavesTheDocumentAsItWas_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("syntax") << QByteArray("baton: 1\nname: [unclosed\n") << u"Line"_s;
    QTest::newRow("newer version") << QByteArray("baton: 99\nname: x\n") << u"99"_s;
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("doubled key") << QByteArray("baton: 1\nname: a\nname: b\n") << u"Line 3"_s;
    QTest::newRow("binary") << QByteArray("\x00\x01\xff\xfe garbage", 12) << QString();
    QTest::newRow("deep") << "baton: 1\nname: " + QByteArray(10000, '[') << QString();
}

void TestFiles::aBrokenFileIsReportedWithPlacesAndLeavesTheDocumentAsItWas()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    WindowDriver driver;
    const QString path = driver.openTemplate(u"standard-orchestration"_s);
    edit(driver);
    const Contents before = driver.window.document().workflow().contents();
    driver.window.files().open(driver.write(u"broken.baton.yaml"_s, text));
    QVERIFY(driver.window.notices().shows(u"open"_s));
    QVERIFY2(driver.window.notices().textOf(u"open"_s).contains(says),
             qPrintable(driver.window.notices().textOf(u"open"_s)));
    QCOMPARE(driver.window.document().workflow().contents(), before);
    QCOMPARE(driver.window.document().path(), path);
    QVERIFY(driver.window.document().isEdited());

    for (const QString &other : {driver.folder.path(), driver.folder.filePath(u"missing.baton.yaml"_s)}) {
        driver.window.files().open(other);
        QVERIFY(driver.window.notices().shows(u"open"_s));
        QCOMPARE(driver.window.document().workflow().contents(), before);
    }
}

void TestFiles::aFileChangedByAnotherProgramIsNeverOverwrittenSilently()
{
    WindowDriver driver;
    const QString path = driver.openTemplate(u"standard-orchestration"_s);
    edit(driver);
    const QByteArray theirs = "baton: 1\nname: Theirs\n";
    driver.write(QFileInfo(path).fileName(), theirs);
    QVERIFY(!driver.window.files().save());
    QCOMPARE(WindowDriver::read(path), theirs);
    QVERIFY(driver.window.document().isEdited());
    QVERIFY(driver.window.notices().shows(u"save"_s));
    // Only on purpose.
    QPushButton *overwrite = nullptr;
    QTRY_VERIFY(overwrite = choice(driver, u"Overwrite"_s));
    QTest::mouseClick(overwrite, Qt::LeftButton);
    QVERIFY(WindowDriver::read(path).contains("Another title"));
    QVERIFY(!driver.window.document().isEdited());
}

void TestFiles::reloadingTakesWhatIsOnTheDisk()
{
    WindowDriver driver;
    const QString path = driver.openTemplate(u"standard-orchestration"_s);
    driver.write(QFileInfo(path).fileName(), "baton: 1\nname: Theirs\n");
    QTRY_VERIFY(driver.window.notices().shows(u"disk"_s));
    QPushButton *reload = nullptr;
    QTRY_VERIFY(reload = choice(driver, u"Reload"_s));
    QTest::mouseClick(reload, Qt::LeftButton);
    QCOMPARE(driver.window.document().workflow().info().name, u"Theirs"_s);
    QVERIFY(!driver.window.notices().shows(u"disk"_s));
}

void TestFiles::unsavedWorkIsAskedAboutBeforeItGoes()
{
    WindowDriver driver;
    const QString path = driver.openTemplate(u"standard-orchestration"_s);
    edit(driver);
    driver.window.close();
    QVERIFY(driver.window.isVisible());
    auto *question = driver.window.findChild<QMessageBox *>(u"unsaved-question"_s);
    QVERIFY(question);
    QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
    QVERIFY(driver.window.isVisible());
    QVERIFY(driver.window.document().isEdited());

    QTRY_VERIFY(!driver.window.findChild<QMessageBox *>(u"unsaved-question"_s));
    driver.window.close();
    question = driver.window.findChild<QMessageBox *>(u"unsaved-question"_s);
    QVERIFY(question);
    QTest::mouseClick(question->button(QMessageBox::Save), Qt::LeftButton);
    QTRY_VERIFY(!driver.window.isVisible());
    QVERIFY(WindowDriver::read(path).contains("Another title"));
}

void TestFiles::unsavedWorkOfABadEndIsOfferedAgain()
{
    QTemporaryDir folder;
    QByteArray text = *templateText(u"standard-orchestration"_s);
    text.replace("name: ", "name: Recovered ");
    Recovery lost(folder.path());
    lost.keep(text, u"/somewhere/plan.baton.yaml"_s);
    // Its session lives: nobody else may have it.
    QVERIFY(Recovery(folder.path()).abandoned().isEmpty());
    const QStringList copies = QDir(folder.path()).entryList({u"*.baton.yaml"_s});
    QCOMPARE(copies.size(), 1);

    // As a crash leaves it: the copy without a living lock.
    const QString copy = folder.filePath(u"crashed.baton.yaml"_s);
    QVERIFY(QFile::copy(folder.filePath(copies.first()), copy));
    const QList<Recovered> found = Recovery(folder.path()).abandoned();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().copy, copy);
    QCOMPARE(WindowDriver::read(found.first().copy), text);
    lost.forget();
    QVERIFY(!QFile::exists(folder.filePath(copies.first())));
    Recovery::remove(found.first());
    QVERIFY(Recovery(folder.path()).abandoned().isEmpty());
}

void TestFiles::aNewWorkflowComesFromATemplateWithoutTouchingIt()
{
    WindowDriver driver;
    QVERIFY(driver.window.isStartPageShown());
    driver.window.files().newFromTemplate(u"bug-fix-scout-build"_s);
    QVERIFY(!driver.window.isStartPageShown());
    QVERIFY(driver.window.document().path().isEmpty());
    QVERIFY(driver.window.document().workflow().contents().tasks.size() > 2);
    const QString path = driver.folder.filePath(u"mine.baton.yaml"_s);
    QVERIFY(driver.window.files().saveTo(path));
    QCOMPARE(WindowDriver::read(path), *templateText(u"bug-fix-scout-build"_s));
}

void TestFiles::anInputThatTheFolderHasIsNoProblem()
{
    WindowDriver driver;
    driver.write(u"there.md"_s, "here\n");
    const QByteArray plan = "baton: 1\nname: Inputs\ntasks:\n  - id: read\n    inputs: [there.md, nowhere.md]\n";
    driver.window.files().open(driver.write(u"inputs.baton.yaml"_s, plan));
    const auto missing = [&] {
        QStringList messages;
        for (const Problem &problem : driver.window.problems().problems()) {
            if (problem.rule == u"input-without-producer")
                messages += problem.message;
        }
        return messages.join(u' ');
    };
    QTRY_VERIFY(missing().contains(u"nowhere.md"_s));
    QVERIFY(!missing().contains(u"there.md"_s));
}

QTEST_MAIN(TestFiles)
#include "tst_files.moc"
