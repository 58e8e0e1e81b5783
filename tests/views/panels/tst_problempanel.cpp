// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/views/panels/samples.h"
#include "views/panels/problempanel.h"
#include "views/panels/reasonbar.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace baton;
using test::Sample;

class TestProblemPanel : public QObject
{
    Q_OBJECT

private slots:
    void countsFollowTheList();
    void aClickSelectsWhatAProblemIsAbout();
    void f8WalksThroughAllProblemsAndBack();
    void enterAsksForTheFirstFix();
    void fixAllTakesEveryProblemOfTheKind();
    void theFilterLooksAtSentencePlaceAndRule();
    void aSeverityCanBeHidden();
    void theCurrentProblemStaysWhenOthersComeAndGo();
    void whatIsGroupedByPlaceStandsBelowItsNode();
    void onlyTheProblemsOfTheSelectionAreShownWhenWanted();
    void afterAFixTheNextStepLeavesNothingOut();
    void aProblemIsSetAsideWithAReasonByKeys();
    void withoutAReasonNothingIsSetAside();
    void whatMayNotBeLoweredIsNotSetAside();
    void whatIsSetAsideIsShownWithItsReasonAndTakenBack();
    void theFixOfTheSelectedNodeIsApplied();
    void aProblemHiddenByTheFilterIsStillRevealed();
    void rowsOfOneNodeDoNotTouchThoseOfOthers();
    void tenThousandProblemsMakeNoWidgets();

private:
    struct Shown
    {
        Shown()
            : document(sample.contents)
            , panel(document, theme)
            , list(panel.findChild<QTreeView *>())
        {
            panel.resize(900, 240);
            panel.show();
            panel.activateWindow();
            [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&panel);
        }
        Problem problem(Severity severity, const QString &rule, NodeKey subject)
        {
            Problem made = sample.selfValidation();
            made.rule = rule;
            made.severity = severity;
            made.subjects = {subject};
            made.message = rule + u" at "_s + sample.contents.titleOf(subject);
            return made;
        }
        QList<Problem> three()
        {
            return {problem(Severity::Info, u"no-budget"_s, sample.design),
                    problem(Severity::Error, u"self-validation"_s, sample.hardening),
                    problem(Severity::Warning, u"no-evidence"_s, sample.audit)};
        }
        void group(ProblemModel::Grouping grouping)
        {
            auto *box = panel.findChild<QComboBox *>();
            box->setCurrentIndex(box->findData(int(grouping)));
        }
        QString current() { return list->currentIndex().siblingAtColumn(0).data().toString(); }

        Sample sample;
        Theme theme;
        Document document;
        ProblemPanel panel;
        QTreeView *list;
    };
};

void TestProblemPanel::countsFollowTheList()
{
    Shown shown;
    QSignalSpy counts(&shown.panel, &ProblemPanel::countsChanged);
    shown.panel.setProblems(shown.three());
    QCOMPARE(shown.panel.errorCount(), 1);
    QCOMPARE(shown.panel.warningCount(), 1);
    QCOMPARE(counts.count(), 1);
    shown.panel.setProblems(shown.three());
    QCOMPARE(counts.count(), 1);
    test::grab(shown.panel, shown.theme, u"problems"_s);
    shown.panel.setProblems({});
    QCOMPARE(shown.panel.errorCount(), 0);
    QVERIFY(!shown.list->isVisible());
}

void TestProblemPanel::aClickSelectsWhatAProblemIsAbout()
{
    Shown shown;
    shown.panel.setProblems({shown.sample.selfValidation()});
    QSignalSpy activated(&shown.panel, &ProblemPanel::activated);
    const QModelIndex row = shown.list->model()->index(0, 0, shown.list->model()->index(0, 0));
    QTest::mouseClick(shown.list->viewport(), Qt::LeftButton, {}, shown.list->visualRect(row).center());
    QVERIFY(activated.count() >= 1);
    QCOMPARE(shown.document.selection().keys(), (QSet<NodeKey>{shown.sample.hardening, shown.sample.audit}));
    QCOMPARE(shown.document.selection().current(), shown.sample.hardening);
}

void TestProblemPanel::f8WalksThroughAllProblemsAndBack()
{
    Shown shown;
    shown.panel.setProblems(shown.three());
    QStringList seen;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(&shown.panel, Qt::Key_F8);
        seen += shown.current();
    }
    QCOMPARE(seen, (QStringList{u"self-validation at API hardening"_s, u"no-evidence at Security audit"_s,
                                u"no-budget at System design"_s, u"self-validation at API hardening"_s}));
    QTest::keyClick(&shown.panel, Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(shown.current(), u"no-budget at System design"_s);
    QCOMPARE(shown.document.selection().current(), shown.sample.design);
}

void TestProblemPanel::enterAsksForTheFirstFix()
{
    Shown shown;
    shown.panel.setProblems(shown.three());
    QSignalSpy fixes(&shown.panel, &ProblemPanel::fixChosen);
    shown.list->setFocus();
    QTest::keyClick(shown.list, Qt::Key_F8);
    QTest::keyClick(shown.list, Qt::Key_Return);
    QCOMPARE(fixes.count(), 1);
    QCOMPARE(fixes.first().at(0).value<QList<Problem>>().first().rule, u"self-validation"_s);
}

void TestProblemPanel::fixAllTakesEveryProblemOfTheKind()
{
    Shown shown;
    QList<Problem> problems = shown.three();
    problems += shown.problem(Severity::Error, u"self-validation"_s, shown.sample.design);
    shown.panel.setProblems(problems);
    QSignalSpy fixes(&shown.panel, &ProblemPanel::fixChosen);
    QVERIFY(!shown.panel.fixAllAction()->isEnabled());
    shown.panel.nextAction()->trigger();
    QVERIFY(shown.panel.fixAllAction()->isEnabled());
    shown.panel.fixAllAction()->trigger();
    QCOMPARE(fixes.first().at(0).value<QList<Problem>>().size(), 2);
}

void TestProblemPanel::theFilterLooksAtSentencePlaceAndRule()
{
    Shown shown;
    shown.panel.setProblems(shown.three());
    auto *filter = shown.panel.findChild<QLineEdit *>();
    for (const QString &wanted : {u"SELF-val"_s, u"api harden"_s}) {
        filter->clear();
        QTest::keyClicks(filter, wanted);
        QCOMPARE(shown.list->model()->rowCount(), 1);
        QCOMPARE(shown.panel.errorCount(), 1);
    }
    QTest::keyClick(filter, Qt::Key_Down);
    QVERIFY(shown.list->hasFocus());
    QCOMPARE(shown.current(), u"self-validation at API hardening"_s);
    QTest::keyClicks(filter, u"nothing like it"_s);
    QVERIFY(!shown.list->isVisible());
}

void TestProblemPanel::aSeverityCanBeHidden()
{
    Shown shown;
    shown.panel.setProblems(shown.three());
    auto *infos = shown.panel.findChild<QToolButton *>(u"show-info"_s);
    QTest::mouseClick(infos, Qt::LeftButton);
    QCOMPARE(shown.list->model()->rowCount(), 2);
    QCOMPARE(shown.panel.infoCount(), 1); // Hidden is not gone.
}

void TestProblemPanel::theCurrentProblemStaysWhenOthersComeAndGo()
{
    Shown shown;
    QList<Problem> problems;
    for (int i = 0; i < 30; ++i)
        problems += shown.problem(Severity::Error, u"rule-%1"_s.arg(i), shown.sample.design);
    shown.panel.setProblems(problems);
    for (int i = 0; i < 20; ++i)
        shown.panel.nextAction()->trigger();
    const QString current = shown.current();
    problems.removeAt(3);
    problems.append(shown.problem(Severity::Error, u"rule-99"_s, shown.sample.audit));
    shown.panel.setProblems(problems);
    QCOMPARE(shown.list->model()->rowCount(shown.list->model()->index(0, 0)), 30);
    problems.removeAt(0);
    shown.panel.setProblems(problems);
    QCOMPARE(shown.current(), current);
}

void TestProblemPanel::whatIsGroupedByPlaceStandsBelowItsNode()
{
    Shown shown;
    QList<Problem> problems = shown.three();
    problems += shown.problem(Severity::Info, u"no-evidence"_s, shown.sample.design);
    shown.panel.setProblems(problems);
    shown.group(ProblemModel::Grouping::ByPlace);
    const QAbstractItemModel *model = shown.list->model();
    QStringList heads;
    for (int row = 0; row < model->rowCount(); ++row)
        heads += model->index(row, 0).data().toString();
    QCOMPARE(heads, (QStringList{u"API hardening (1)"_s, u"Security audit (1)"_s, u"System design (2)"_s}));
    test::grab(shown.panel, shown.theme, u"problems-by-place"_s);
}

void TestProblemPanel::onlyTheProblemsOfTheSelectionAreShownWhenWanted()
{
    Shown shown;
    shown.panel.setProblems(shown.three());
    shown.document.selection().set(shown.sample.audit);
    QTest::mouseClick(shown.panel.findChild<QToolButton *>(u"show-selected"_s), Qt::LeftButton);
    QCOMPARE(shown.list->model()->rowCount(), 1);
    QTest::keyClick(&shown.panel, Qt::Key_F8);
    QCOMPARE(shown.current(), u"no-evidence at Security audit"_s);
    shown.document.selection().set(shown.sample.design);
    QTest::keyClick(&shown.panel, Qt::Key_F8);
    QCOMPARE(shown.current(), u"no-budget at System design"_s);
    shown.document.selection().clear();
    QCOMPARE(shown.list->model()->rowCount(), 3);
}

void TestProblemPanel::afterAFixTheNextStepLeavesNothingOut()
{
    for (const auto grouping : {ProblemModel::Grouping::BySeverity, ProblemModel::Grouping::ByPlace}) {
        Shown shown;
        shown.group(grouping);
        QList<Problem> problems;
        for (NodeKey key : {shown.sample.design, shown.sample.hardening, shown.sample.audit})
            problems += shown.problem(Severity::Error, u"rule"_s, key);
        shown.panel.setProblems(problems);
        shown.panel.nextAction()->trigger();
        QCOMPARE(shown.current(), u"rule at System design"_s);
        problems.removeFirst();
        shown.panel.setProblems(problems);
        shown.panel.nextAction()->trigger();
        QCOMPARE(shown.current(), u"rule at API hardening"_s);
        shown.panel.nextAction()->trigger();
        QCOMPARE(shown.current(), u"rule at Security audit"_s);
    }
}

void TestProblemPanel::aProblemIsSetAsideWithAReasonByKeys()
{
    Shown shown;
    shown.panel.setProblems({shown.problem(Severity::Warning, u"no-evidence"_s, shown.sample.audit)});
    QTest::keyClick(&shown.panel, Qt::Key_F8);
    QTest::keyClick(&shown.panel, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    auto *reason = shown.panel.findChild<ReasonBar *>()->findChild<QLineEdit *>();
    QVERIFY(reason->hasFocus());
    test::grab(shown.panel, shown.theme, u"problems-reason"_s);
    QTest::keyClicks(reason, u"a spike"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    const RuleSetting setting = shown.document.workflow().task(shown.sample.audit)->rules.value(u"no-evidence"_s);
    QCOMPARE(setting.severity, Severity::Off);
    QCOMPARE(setting.reason, u"a spike"_s);
    QVERIFY(!reason->isVisible());
    shown.document.undoStack().undo();
    QVERIFY(shown.document.workflow().task(shown.sample.audit)->rules.isEmpty());
}

void TestProblemPanel::withoutAReasonNothingIsSetAside()
{
    Shown shown;
    shown.panel.setProblems({shown.problem(Severity::Warning, u"no-evidence"_s, shown.sample.audit)});
    shown.panel.nextAction()->trigger();
    shown.panel.setAsideAction()->trigger();
    auto *reason = shown.panel.findChild<ReasonBar *>()->findChild<QLineEdit *>();
    QTest::keyClick(reason, Qt::Key_Return);
    QVERIFY(reason->isVisible());
    QTest::keyClick(reason, Qt::Key_Escape);
    QVERIFY(!reason->isVisible());
    QCOMPARE(shown.document.undoStack().count(), 0);
}

void TestProblemPanel::whatMayNotBeLoweredIsNotSetAside()
{
    Shown shown;
    shown.panel.setProblems(shown.three());
    shown.panel.nextAction()->trigger();
    QCOMPARE(shown.current(), u"self-validation at API hardening"_s);
    QVERIFY(!shown.panel.setAsideAction()->isEnabled());
    QVERIFY(shown.panel.fixAction()->isEnabled());
}

void TestProblemPanel::whatIsSetAsideIsShownWithItsReasonAndTakenBack()
{
    Shown shown;
    QSignalSpy wanted(&shown.panel, &ProblemPanel::suppressedWanted);
    shown.document.push(u"Set aside"_s, *suppressing(shown.document.workflow().contents(), shown.sample.audit,
                                                     u"no-evidence"_s, u"a spike"_s));
    shown.panel.setProblems(shown.three());
    QTest::mouseClick(shown.panel.findChild<QToolButton *>(u"show-aside"_s), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    shown.panel.setSuppressed({{shown.problem(Severity::Warning, u"no-evidence"_s, shown.sample.audit),
                                shown.sample.audit, u"a spike"_s}});
    const QAbstractItemModel *model = shown.list->model();
    const QModelIndex head = model->index(model->rowCount() - 1, 0);
    const QModelIndex row = model->index(0, 0, head);
    QVERIFY(row.data().toString().contains(u"a spike"_s));
    test::grab(shown.panel, shown.theme, u"problems-aside"_s);
    // Walking through the problems leaves it out; Enter on it brings it back.
    for (int i = 0; i < 8; ++i) {
        shown.panel.nextAction()->trigger();
        QVERIFY(shown.list->currentIndex().parent() != head);
    }
    shown.list->setFocus();
    shown.list->setCurrentIndex(row);
    QTest::keyClick(shown.list, Qt::Key_Return);
    QVERIFY(shown.document.workflow().task(shown.sample.audit)->rules.isEmpty());
}

void TestProblemPanel::theFixOfTheSelectedNodeIsApplied()
{
    Shown shown;
    shown.panel.setProblems(shown.three());
    shown.panel.nextAction()->trigger();
    shown.document.selection().set(shown.sample.audit);
    QSignalSpy fixes(&shown.panel, &ProblemPanel::fixChosen);
    QTest::keyClick(&shown.panel, Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(fixes.first().at(0).value<QList<Problem>>().first().subjects, QList<NodeKey>{shown.sample.audit});
}

void TestProblemPanel::aProblemHiddenByTheFilterIsStillRevealed()
{
    Shown shown;
    shown.panel.setProblems(shown.three());
    QTest::keyClicks(shown.panel.findChild<QLineEdit *>(), u"nothing like it"_s);
    QTest::mouseClick(shown.panel.findChild<QToolButton *>(u"show-info"_s), Qt::LeftButton);
    shown.panel.reveal(shown.three().first());
    QCOMPARE(shown.current(), u"no-budget at System design"_s);
    QCOMPARE(shown.document.selection().current(), shown.sample.design);
}

void TestProblemPanel::rowsOfOneNodeDoNotTouchThoseOfOthers()
{
    Shown shown;
    shown.group(ProblemModel::Grouping::ByPlace);
    QList<Problem> problems = shown.three();
    shown.panel.setProblems(problems);
    QSignalSpy resets(shown.list->model(), &QAbstractItemModel::modelReset);
    shown.panel.nextAction()->trigger();
    shown.panel.nextAction()->trigger();
    const QString current = shown.current();
    problems.prepend(shown.problem(Severity::Error, u"a"_s, shown.sample.security));
    problems.append(shown.problem(Severity::Warning, u"b"_s, shown.sample.audit));
    problems.append(shown.problem(Severity::Info, u"c"_s, shown.sample.gate));
    shown.panel.setProblems(problems);
    QCOMPARE(shown.current(), current);
    problems.removeIf([&](const Problem &problem) { return problem.subjects.first() == shown.sample.hardening; });
    shown.panel.setProblems(problems);
    QCOMPARE(shown.current(), current);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(shown.list->model()->rowCount(), 4);
}

void TestProblemPanel::tenThousandProblemsMakeNoWidgets()
{
    Shown shown;
    const qsizetype before = shown.panel.findChildren<QWidget *>().size();
    QList<Problem> problems;
    for (int i = 0; i < 10'000; ++i)
        problems += shown.problem(Severity::Warning, u"rule-%1"_s.arg(i), shown.sample.design);
    shown.panel.setProblems(problems);
    QVERIFY(!shown.panel.grab().isNull());
    QVERIFY(shown.panel.findChildren<QWidget *>().size() < before + 10);
    QBENCHMARK
    {
        problems.removeLast();
        shown.panel.setProblems(problems);
    }
}

QTEST_MAIN(TestProblemPanel)
#include "tst_problempanel.moc"
