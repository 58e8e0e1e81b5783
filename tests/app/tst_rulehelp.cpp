// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"
#include "app/problemcontroller.h"
#include "app/workspace.h"
#include "model/help/ruleexamples.h"
#include "tests/app/windowdriver.h"
#include "views/dialogs/commandpalette.h"
#include "views/dialogs/rulehelpdialog.h"
#include "views/panels/inspector/problembox.h"
#include "views/panels/inspectorpanel.h"
#include "views/panels/problempanel.h"
#include "views/panels/reasonbar.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

class TestRuleHelp : public QObject
{
    Q_OBJECT

private slots:
    void f1OnAProblemExplainsItsRule();
    void aProblemInTheInspectorIsExplainedAndSetAside();
    void theHelpMenuShowsAllRules();

private:
    static RuleHelpDialog *dialog(WindowDriver &driver)
    {
        return driver.window.findChild<RuleHelpDialog *>(QString(), Qt::FindDirectChildrenOnly);
    }
    /// For people to look at, where BATON_PICTURES names a folder.
    static void picture(const QWidget *widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("BATON_PICTURES");
        if (!folder.isEmpty())
            const_cast<QWidget *>(widget)->grab().save(folder + u'/' + name + u".png"_s);
    }
};

void TestRuleHelp::f1OnAProblemExplainsItsRule()
{
    WindowDriver driver;
    driver.window.show();
    driver.window.files().open(driver.write(u"a.baton.yaml"_s, wrongExample(u"self-validation"_s).text));
    driver.trigger(u"view.problems"_s);
    auto *list = driver.window.workspace().problems()->findChild<QTreeView *>();
    driver.trigger(u"problems.next"_s);
    list->setFocus();
    QVERIFY(!dialog(driver));
    QTest::keyClick(list, Qt::Key_F1);
    QVERIFY(dialog(driver));
    QCOMPARE(dialog(driver)->rule(), u"self-validation"_s);
    for (const auto &[name, choice] : {std::pair(u"rules-light"_s, ThemeChoice::Light), std::pair(u"rules-dark"_s, ThemeChoice::Dark)}) {
        driver.look.theme().setChoice(choice);
        picture(dialog(driver), name);
    }
    // Another problem, from the menu's action: the same dialog.
    RuleHelpDialog *open = dialog(driver);
    driver.trigger(u"problems.next"_s);
    driver.trigger(u"problems.why"_s);
    QCOMPARE(dialog(driver), open);
    QVERIFY(open->rule() != u"self-validation"_s);
}

void TestRuleHelp::aProblemInTheInspectorIsExplainedAndSetAside()
{
    WindowDriver driver;
    driver.window.show();
    driver.window.files().open(driver.write(u"a.baton.yaml"_s, wrongExample(u"writes-unowned"_s).text));
    const QList<Problem> &problems = driver.window.problems().problems();
    const auto found = std::find_if(problems.cbegin(), problems.cend(), [](const Problem &one) { return one.rule == "writes-unowned"_L1; });
    QVERIFY(found != problems.cend());
    const Problem problem = *found;
    driver.window.document().selection().set(problem.subjects.first());
    QLabel *links = nullptr;
    for (const ProblemBox *box : driver.window.workspace().inspector()->findChildren<ProblemBox *>()) {
        if (box->isVisible() && box->plainText().contains(problem.message))
            links = box->findChild<QLabel *>();
    }
    QVERIFY(links);
    driver.picture(u"problem-in-inspector"_s);
    const qsizetype last = links->text().count(u"<a "_s);
    const auto follow = [links](qsizetype number) {
        links->setFocus();
        for (qsizetype i = 0; i < number; ++i)
            QTest::keyClick(links, Qt::Key_Tab);
        QTest::keyClick(links, Qt::Key_Return);
    };
    follow(last - 1);
    QVERIFY(dialog(driver));
    QCOMPARE(dialog(driver)->rule(), problem.rule);
    dialog(driver)->close();
    QTest::keyClick(links, Qt::Key_Tab);
    QTest::keyClick(links, Qt::Key_Return);
    auto *reason = driver.window.workspace().problems()->findChild<ReasonBar *>()->findChild<QLineEdit *>();
    QVERIFY(reason->isVisible());
    driver.picture(u"problem-set-aside"_s);
    QTest::keyClicks(reason, u"one writes at a time"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QCOMPARE(driver.problems(problem.rule), QStringList());
    driver.trigger(u"edit.undo"_s);
    QCOMPARE(driver.problems(problem.rule), QStringList{problem.message});
}

void TestRuleHelp::theHelpMenuShowsAllRules()
{
    WindowDriver driver;
    driver.window.show();
    driver.trigger(u"help.rules"_s);
    QVERIFY(dialog(driver));
    QCOMPARE(dialog(driver)->listed().size(), ruleInfos().size());
    driver.window.palette().popUp();
    QVERIFY(driver.window.palette().shown().contains(u"Rules"_s));
}

QTEST_MAIN(TestRuleHelp)
#include "tst_rulehelp.moc"
