// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/help/ruleexamples.h"
#include "views/dialogs/rulehelpdialog.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace baton;
using namespace Qt::StringLiterals;

class TestRuleHelpDialog : public QObject
{
    Q_OBJECT

private slots:
    void everyRuleIsListed();
    void theSearchFindsByWordAndById();
    void theArrowKeysGoThroughWhatWasFound();
    void everyPageShowsBothPictures_data();
    void everyPageShowsBothPictures();
    void thePicturesFollowTheTheme();
    void anUnknownRuleChangesNothing();
    void askingAgainUsesTheOpenDialog();

private:
    Theme m_theme;
};

void TestRuleHelpDialog::everyRuleIsListed()
{
    RuleHelpDialog dialog(m_theme);
    QStringList ids;
    for (const RuleInfo &info : ruleInfos())
        ids += info.id;
    QCOMPARE(dialog.listed(), ids);
    QCOMPARE(dialog.rule(), ids.first());
}

void TestRuleHelpDialog::theSearchFindsByWordAndById()
{
    RuleHelpDialog dialog(m_theme);
    auto *search = dialog.findChild<QLineEdit *>();
    search->setText(u"self-valid"_s);
    QCOMPARE(dialog.listed(), QStringList{u"self-validation"_s});
    QCOMPARE(dialog.rule(), u"self-validation"_s);
    search->setText(u"gate criteria"_s);
    QVERIFY(dialog.listed().contains(u"gate-without-criteria"_s));
    search->setText(u"no such thing anywhere"_s);
    QVERIFY(dialog.listed().isEmpty());
    // A rule that the search hides can still be shown.
    QVERIFY(dialog.showRule(u"cycle"_s));
    QVERIFY(search->text().isEmpty());
    QCOMPARE(dialog.rule(), u"cycle"_s);
}

void TestRuleHelpDialog::theArrowKeysGoThroughWhatWasFound()
{
    RuleHelpDialog dialog(m_theme);
    dialog.show();
    auto *search = dialog.findChild<QLineEdit *>();
    QTest::keyClicks(search, u"outcome"_s);
    const QStringList found = dialog.listed();
    QVERIFY(found.size() > 2);
    QVERIFY(dialog.showRule(found.first()));
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(dialog.rule(), found.at(1));
    QTest::keyClick(search, Qt::Key_Up);
    QCOMPARE(dialog.rule(), found.first());
}

void TestRuleHelpDialog::everyPageShowsBothPictures_data()
{
    QTest::addColumn<QString>("rule");
    for (const RuleInfo &info : ruleInfos())
        QTest::addRow("%s", qPrintable(info.id)) << info.id;
}

void TestRuleHelpDialog::everyPageShowsBothPictures()
{
    QFETCH(QString, rule);
    static RuleHelpDialog dialog(m_theme);
    QVERIFY(dialog.showRule(rule));
    QTextDocument *page = dialog.findChild<QTextBrowser *>()->document();
    const auto wrong = page->resource(QTextDocument::ImageResource, QUrl(u"wrong"_s)).value<QImage>();
    const auto right = page->resource(QTextDocument::ImageResource, QUrl(u"right"_s)).value<QImage>();
    QVERIFY(!wrong.isNull() && !right.isNull());
    // What is not on the canvas is told by the lines of the file.
    static const QStringList inTheFile{u"missing-constraints"_s, u"missing-mission"_s, u"unused-persona"_s,
                                       u"over-budget"_s, u"unknown-rule"_s, u"launch-everything"_s};
    QCOMPARE(wrong == right, inTheFile.contains(rule));
    const QStringList lines = QString::fromUtf8(wrongExample(rule).text + rightExample(rule).text).split(u'\n');
    QVERIFY(std::any_of(lines.begin(), lines.end(), [&](const QString &line) {
        return !line.isEmpty() && lines.count(line) == 1 && page->toPlainText().contains(line);
    }));
    QVERIFY(wrong.width() / wrong.devicePixelRatio() <= 600 && wrong.height() / wrong.devicePixelRatio() <= 300);
    QVERIFY(page->toPlainText().contains(rule));
    QCOMPARE(page->toPlainText().count(QChar::ObjectReplacementCharacter), 2);
}

void TestRuleHelpDialog::thePicturesFollowTheTheme()
{
    RuleHelpDialog dialog(m_theme);
    dialog.showRule(u"self-validation"_s);
    const auto picture = [&] {
        return dialog.findChild<QTextBrowser *>()->document()->resource(QTextDocument::ImageResource, QUrl(u"wrong"_s)).value<QImage>();
    };
    m_theme.setChoice(ThemeChoice::Light);
    const QImage light = picture();
    m_theme.setChoice(ThemeChoice::Dark);
    const QImage dark = picture();
    QVERIFY(light.pixelColor(2, 2).lightness() > dark.pixelColor(2, 2).lightness());
    m_theme.setChoice(ThemeChoice::Light);
}

void TestRuleHelpDialog::anUnknownRuleChangesNothing()
{
    RuleHelpDialog dialog(m_theme);
    QVERIFY(dialog.showRule(u"single-agent"_s));
    QVERIFY(!dialog.showRule(u"type"_s));
    QVERIFY(!dialog.showRule({}));
    QCOMPARE(dialog.rule(), u"single-agent"_s);
}

void TestRuleHelpDialog::askingAgainUsesTheOpenDialog()
{
    QWidget window;
    RuleHelpDialog *first = RuleHelpDialog::showFor(m_theme, u"cycle"_s, &window);
    QCOMPARE(first->rule(), u"cycle"_s);
    QCOMPARE(RuleHelpDialog::showFor(m_theme, u"self-need"_s, &window), first);
    QCOMPARE(first->rule(), u"self-need"_s);
    QCOMPARE(RuleHelpDialog::showFor(m_theme, {}, &window), first);
    QCOMPARE(first->rule(), u"self-need"_s);
}

QTEST_MAIN(TestRuleHelpDialog)
#include "tst_rulehelpdialog.moc"
