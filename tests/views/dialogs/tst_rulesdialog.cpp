// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/views/panels/samples.h"
#include "views/dialogs/rulemodel.h"
#include "views/dialogs/rulesdialog.h"
#include "views/editing/document.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace baton;
using test::Sample;

class TestRulesDialog : public QObject
{
    Q_OBJECT

private slots:
    void everyRuleIsListedWithItsDefaultAndWhereItComesFrom();
    void aSeverityIsChangedAndTakenBack();
    void aLockedRuleSaysWhyItCannotBeChanged();
    void theProfileIsChanged();
    void whatATaskHasSetAsideIsListedAndCheckedAgain();
    void theFilterFindsARule();
    void aSecondRequestShowsTheSameDialog();

private:
    struct Shown
    {
        Shown()
            : document(sample.contents)
            , dialog(document, nullptr)
        {
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&dialog);
        }
        QComboBox *box(const QString &name)
        {
            for (QComboBox *box : dialog.findChildren<QComboBox *>()) {
                if (box->accessibleName() == name)
                    return box;
            }
            return nullptr;
        }
        QString cell(const QString &rule, RuleModel::Column column)
        {
            dialog.showRule(rule);
            return list()->currentIndex().siblingAtColumn(column).data().toString();
        }
        QTreeView *list() { return dialog.findChild<QTreeView *>(); }
        /// By the arrow keys.
        void choose(QComboBox *box, const QString &text)
        {
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Home);
            for (int i = 0; i < box->count() && !box->currentText().startsWith(text); ++i)
                QTest::keyClick(box, Qt::Key_Down);
        }

        Sample sample;
        Document document;
        RulesDialog dialog;
    };
};

void TestRulesDialog::everyRuleIsListedWithItsDefaultAndWhereItComesFrom()
{
    Shown shown;
    QCOMPARE(shown.list()->model()->rowCount(), ruleInfos().size());
    QCOMPARE(shown.cell(u"no-evidence"_s, RuleModel::DefaultColumn), RuleModel::severityWord(Severity::Info));
    QCOMPARE(shown.cell(u"no-evidence"_s, RuleModel::OriginColumn), u"the profile"_s);
    QCOMPARE(shown.cell(u"cycle"_s, RuleModel::OriginColumn), u"always"_s);
    Theme theme;
    test::grab(shown.dialog, theme, u"rules"_s);
}

void TestRulesDialog::aSeverityIsChangedAndTakenBack()
{
    Shown shown;
    shown.dialog.showRule(u"no-evidence"_s);
    shown.choose(shown.box(u"Severity in this plan"_s), u"A war"_s);
    QCOMPARE(shown.document.workflow().info().rules.value(u"no-evidence"_s).severity, Severity::Warning);
    QCOMPARE(shown.cell(u"no-evidence"_s, RuleModel::HereColumn), RuleModel::severityWord(Severity::Warning));
    QCOMPARE(shown.cell(u"no-evidence"_s, RuleModel::OriginColumn), u"this plan"_s);
    QTest::keyClick(&shown.dialog, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(shown.document.undoStack().index() < shown.document.undoStack().count());
    while (shown.document.undoStack().canUndo())
        shown.document.undoStack().undo();
    QVERIFY(shown.document.workflow().info().rules.isEmpty());
    QCOMPARE(shown.cell(u"no-evidence"_s, RuleModel::OriginColumn), u"the profile"_s);
}

void TestRulesDialog::aLockedRuleSaysWhyItCannotBeChanged()
{
    Shown shown;
    shown.dialog.showRule(u"self-validation"_s);
    QVERIFY(!shown.box(u"Severity in this plan"_s)->isEnabled());
    const QList<QLabel *> labels = shown.dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [](const QLabel *label) { return label->text().contains(u"every plan"_s) && label->isVisible(); }));
}

void TestRulesDialog::theProfileIsChanged()
{
    Shown shown;
    shown.choose(shown.box(u"Profile"_s), u"standard"_s);
    QCOMPARE(shown.document.workflow().info().profile, Profile::Standard);
    QCOMPARE(shown.cell(u"no-evidence"_s, RuleModel::DefaultColumn), RuleModel::severityWord(Severity::Error));
    shown.document.undoStack().undo();
    QCOMPARE(shown.box(u"Profile"_s)->currentData().toInt(), int(Profile::Core));
}

void TestRulesDialog::whatATaskHasSetAsideIsListedAndCheckedAgain()
{
    Shown shown;
    shown.document.push(u"Set aside"_s, *suppressing(shown.document.workflow().contents(), shown.sample.audit,
                                                     u"no-evidence"_s, u"a spike"_s));
    QCOMPARE(shown.cell(u"no-evidence"_s, RuleModel::AsideColumn), u"1"_s);
    auto *places = shown.dialog.findChild<QListWidget *>();
    QCOMPARE(places->item(0)->text(), u"Security audit: a spike"_s);
    QPushButton *button = nullptr;
    for (QPushButton *candidate : shown.dialog.findChildren<QPushButton *>())
        button = candidate->text().startsWith(u"Check it"_s) ? candidate : button;
    Theme theme;
    test::grab(shown.dialog, theme, u"rules-aside"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(shown.document.workflow().task(shown.sample.audit)->rules.isEmpty());
    QVERIFY(!button->isEnabled());
}

void TestRulesDialog::theFilterFindsARule()
{
    Shown shown;
    QTest::keyClicks(shown.dialog.findChild<QLineEdit *>(), u"golden"_s);
    const int found = shown.list()->model()->rowCount();
    QVERIFY(found < ruleInfos().size());
    shown.dialog.showRule(u"cycle"_s);
    QCOMPARE(shown.dialog.currentRule(), u"cycle"_s);
}

void TestRulesDialog::aSecondRequestShowsTheSameDialog()
{
    Sample sample;
    Document document(sample.contents);
    QWidget window;
    RulesDialog *dialog = RulesDialog::open(document, &window);
    QCOMPARE(RulesDialog::open(document, &window, u"cycle"_s), dialog);
    QCOMPARE(dialog->currentRule(), u"cycle"_s);
}

QTEST_MAIN(TestRulesDialog)
#include "tst_rulesdialog.moc"
