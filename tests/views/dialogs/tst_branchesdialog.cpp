// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/dialogs/branchesdialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace baton;

class TestBranchesDialog : public QObject
{
    Q_OBJECT

private slots:
    void everyTaskIsListedWithItsBranchAndFolder();
    void whatIsTooLongForItsColumnIsInTheTip();
    void returnBeginsTheRunAndEscapeDoesNot();
    void itIsAskedAgainUnlessThatIsDeclined();
    void namesAreShownAsTheyAre();

private:
    struct Shown
    {
        explicit Shown(const QString &repository = u"/home/ann/app"_s, const QString &commit = u"0123456789abcdef"_s)
            : dialog(repository, commit,
                     {{u"draft"_s, u"baton/RUN/draft"_s, u"begins where the repository stands"_s, u".baton/runs/RUN/worktrees/draft"_s},
                      {u"review"_s, u"baton/RUN/review"_s, u"builds on draft"_s, u".baton/runs/RUN/worktrees/review"_s}})
            , accepted(&dialog, &QDialog::accepted)
            , rejected(&dialog, &QDialog::rejected)
        {
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&dialog);
        }
        QString words() const
        {
            QString all;
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                all += label->text() + u'\n';
            return all;
        }

        BranchesDialog dialog;
        QSignalSpy accepted;
        QSignalSpy rejected;
    };
};

void TestBranchesDialog::everyTaskIsListedWithItsBranchAndFolder()
{
    Shown shown;
    const QTreeWidget &list = *shown.dialog.list();
    QCOMPARE(list.topLevelItemCount(), 2);
    const QTreeWidgetItem &row = *list.topLevelItem(1);
    QCOMPARE(row.text(0), u"review"_s);
    QCOMPARE(row.text(1), u"baton/RUN/review"_s);
    QCOMPARE(row.text(2), u"builds on draft"_s);
    QCOMPARE(row.text(3), u".baton/runs/RUN/worktrees/review"_s);
    QVERIFY(shown.words().contains(u"0123456789 of /home/ann/app"_s));
    QCOMPARE(list.horizontalScrollBar()->maximum(), 0);
}

void TestBranchesDialog::whatIsTooLongForItsColumnIsInTheTip()
{
    Shown shown;
    for (int column = 0; column < 4; ++column)
        QCOMPARE(shown.dialog.list()->topLevelItem(0)->toolTip(column), shown.dialog.list()->topLevelItem(0)->text(column));
}

void TestBranchesDialog::returnBeginsTheRunAndEscapeDoesNot()
{
    Shown first;
    QTest::keyClick(&first.dialog, Qt::Key_Return);
    QCOMPARE(first.accepted.size(), 1);
    QVERIFY(!first.dialog.isVisible());
    Shown second;
    QTest::keyClick(&second.dialog, Qt::Key_Escape);
    QCOMPARE(second.rejected.size(), 1);
    QCOMPARE(second.accepted.size(), 0);
}

void TestBranchesDialog::itIsAskedAgainUnlessThatIsDeclined()
{
    Shown shown;
    QVERIFY(!shown.dialog.isLastTime());
    auto *box = shown.dialog.findChild<QCheckBox *>();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(shown.dialog.isLastTime());
}

void TestBranchesDialog::namesAreShownAsTheyAre()
{
    Shown shown(u"/tmp/<b>bold</b>"_s, u"01"_s); // A short commit, as of no repository anybody has.
    QVERIFY(shown.words().contains(u"commit 01 of /tmp/<b>bold</b>"_s));
    for (const QLabel *label : shown.dialog.findChildren<QLabel *>()) {
        if (label->text().contains(u"<b>"_s))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

QTEST_MAIN(TestBranchesDialog)
#include "tst_branchesdialog.moc"
