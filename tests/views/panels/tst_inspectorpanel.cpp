// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/rules.h"
#include "tests/views/panels/samples.h"
#include "views/panels/inspector/editors.h"
#include "views/panels/inspector/executoroptions.h"
#include "views/panels/inspector/fieldform.h"
#include "views/panels/inspector/fieldtext.h"
#include "views/panels/inspector/problembox.h"
#include "views/panels/inspectorpanel.h"
#include "views/style/contrast.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace baton;
using test::Sample;

/// Drives the real panel with real events and looks at the document.
class TestInspectorPanel : public QObject
{
    Q_OBJECT

private slots:
    void aLongTextIsShownAtEveryWidth();
    void everyFieldOfEveryKindHasARow();
    void typingInTheTitleIsOneUndoStep();
    void undoInAFieldIsTheDocumentsUndo();
    void choosingAPersonaAssignsIt();
    void aListIsEditedOneItemALine();
    void renamingTheIdRenamesReferences();
    void renamingAnythingRepairsEveryReferenceToIt();
    void renamingAnOutcomeRenamesItInEveryBranch();
    void anIdThatIsTakenIsRefusedInTheField();
    void budgetsAreTypedTheWayPeopleWriteThem();
    void aProblemStandsInTheFieldItIsAbout();
    void aLinkOfAProblemAsksForItsFix();
    void linksOfAProblemAskWhyAndSetItAside();
    void theRulesProblemIsFixedFromItsFieldAndUndone();
    void showingAFieldLeavesTheFocusWhereItIs();
    void linksCanBeReadOnTheirGroundInEveryTheme();
    void aProblemThatNoRowShowsStandsOnTop();
    void aNeedIsAddedEditedAndRemovedByKeyboard();
    void aNeedThatClosesACycleIsRefusedInASentence();
    void anExecutorKeepsOptionsNobodyKnows();
    void severalTasksGetOnePersonaInOneStep();
    void everyInteractiveWidgetHasAName();
    void aRunShowsStateTokensAndEvidence();
    void walkingThroughManyTasksMakesNoNewWidgets();
    void aRemovedTaskLeavesTheInspector();
    void undoingTheShownTaskFromItsOwnFieldLeavesRedoAlone();

private:
    struct Shown
    {
        explicit Shown(const Contents &contents)
            : document(contents)
            , panel(document, theme)
        {
            panel.resize(300, 900);
            panel.show();
            panel.activateWindow();
            [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&panel);
        }
        FieldRow *row(Field field)
        {
            for (FieldRow *found : panel.findChildren<FieldRow *>(fieldName(field))) {
                if (found->keys() == panel.shownKeys() && !found->isHidden())
                    return found;
            }
            return nullptr;
        }
        QWidget *focus(Field field)
        {
            panel.reveal(field);
            return row(field)->editor();
        }
        const Task &task(NodeKey key) { return *document.workflow().task(key); }

        Theme theme;
        Document document;
        InspectorPanel panel;
    };
};

template <class Owner>
QSet<Field> fieldsOfKind()
{
    QSet<Field> fields;
    for (const FieldOf<Owner> &field : fieldsOf<Owner>())
        fields.insert(field.field);
    return fields;
}

void TestInspectorPanel::everyFieldOfEveryKindHasARow()
{
    const QList<std::pair<NodeKind, QSet<Field>>> kinds{{NodeKind::Workflow, fieldsOfKind<WorkflowInfo>()},
                                                        {NodeKind::Persona, fieldsOfKind<Persona>()},
                                                        {NodeKind::Phase, fieldsOfKind<Phase>()},
                                                        {NodeKind::Task, fieldsOfKind<Task>()},
                                                        {NodeKind::Gate, fieldsOfKind<Gate>()},
                                                        {NodeKind::Note, fieldsOfKind<Note>()}};
    for (const auto &[kind, fields] : kinds) {
        // The title is in the header, the position is the canvas's.
        QSet<Field> expected = fields - QSet<Field>{Field::Title, Field::Name, Field::Position};
        QSet<Field> shown;
        for (const FieldSpec &spec : FieldSpecs::of(kind)) {
            QVERIFY(!spec.label.isEmpty());
            QVERIFY(!shown.contains(spec.field));
            shown.insert(spec.field);
        }
        QCOMPARE(shown, expected);
    }
}

void TestInspectorPanel::typingInTheTitleIsOneUndoStep()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.hardening);
    auto *line = qobject_cast<QLineEdit *>(shown.focus(Field::Title));
    QVERIFY(line);
    QCOMPARE(line->text(), u"API hardening"_s);
    QTest::keyClick(line, Qt::Key_End);
    QTest::keyClicks(line, u" now"_s);
    QCOMPARE(shown.task(sample.hardening).title, u"API hardening now"_s);
    QCOMPARE(shown.document.undoStack().count(), 1);
    shown.document.undoStack().undo();
    QCOMPARE(shown.task(sample.hardening).title, u"API hardening"_s);
    QCOMPARE(line->text(), u"API hardening"_s);
}

void TestInspectorPanel::undoInAFieldIsTheDocumentsUndo()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.hardening);
    QWidget *line = shown.focus(Field::Title);
    QTest::keyClicks(line, u"x"_s);
    QTest::keySequence(line, QKeySequence::Undo);
    QCOMPARE(shown.task(sample.hardening).title, u"API hardening"_s);
    QVERIFY(!shown.document.undoStack().canUndo());
    QTest::keySequence(line, QKeySequence::Redo);
    QVERIFY(shown.task(sample.hardening).title.contains(u'x'));
}

void TestInspectorPanel::choosingAPersonaAssignsIt()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.hardening);
    auto *box = qobject_cast<QComboBox *>(shown.row(Field::Persona)->editor());
    QVERIFY(box);
    QCOMPARE(box->currentText(), u"@security-eng"_s);
    QVERIFY(!box->itemIcon(box->currentIndex()).isNull());
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(shown.task(sample.hardening).personas, QStringList{u"software-eng"_s});
    QCOMPARE(box->currentText(), u"@software-eng"_s);
    QCOMPARE(shown.document.undoStack().undoText(), u"Change Persona"_s);
    shown.document.undoStack().undo();
    QCOMPARE(box->currentText(), u"@security-eng"_s);
}

void TestInspectorPanel::aListIsEditedOneItemALine()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.hardening);
    auto *lines = qobject_cast<LinesEdit *>(shown.focus(Field::Deliverables));
    QVERIFY(lines);
    const int height = lines->height();
    lines->moveCursor(QTextCursor::End);
    QTest::keyClick(lines, Qt::Key_Return);
    QCOMPARE(shown.task(sample.hardening).deliverables,
             QStringList{u"src/api/**"_s}); // A blank line is no item.
    QTest::keyClicks(lines, u"docs/api.md"_s);
    QCOMPARE(shown.task(sample.hardening).deliverables, (QStringList{u"src/api/**"_s, u"docs/api.md"_s}));
    QCOMPARE(shown.document.undoStack().count(), 1);
    QVERIFY(lines->height() > height);
}

void TestInspectorPanel::renamingTheIdRenamesReferences()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.hardening);
    auto *line = qobject_cast<QLineEdit *>(shown.focus(Field::Id));
    line->selectAll();
    QTest::keyClicks(line, u"api"_s);
    QCOMPARE(shown.document.undoStack().count(), 0); // Only when it is finished.
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(shown.task(sample.hardening).id, u"api"_s);
    QCOMPARE(shown.task(sample.audit).validates, QStringList{u"api"_s});
    QCOMPARE(shown.document.undoStack().count(), 1);
}

/// A plan in which everything that can be named is named wherever it can be.
struct Woven
{
    Contents contents;
    NodeKey hand, work, fixing, make, review, gate, sync, note;

    Woven()
    {
        hand = test::add(contents, Persona{.id = u"hand"_s});
        test::add(contents, Persona{.id = u"judge"_s});
        work = test::add(contents, Phase{.id = u"work"_s});
        fixing = test::add(contents, Phase{.id = u"fixing"_s, .after = QStringList{u"work"_s}, .repeatMax = 3,
                                           .repeatUntil = u"make.simple"_s, .fixes = u"gate"_s});
        make = test::add(contents, Task{.id = u"make"_s, .phase = u"work"_s, .personas = {u"hand"_s},
                                        .outcomes = {u"simple"_s, u"complex"_s},
                                        .executor = {u"simulate"_s, {{u"outcome"_s, u"simple"_s}}}});
        review = test::add(contents, Task{.id = u"review"_s, .phase = u"fixing"_s, .personas = {u"@hand"_s},
                                          .needs = {Need{.target = u"make"_s, .when = {u"complex"_s, u"simple"_s}},
                                                    Need{.target = u"gate"_s}},
                                          .validates = {u"make"_s}});
        gate = test::add(contents, Gate{.id = u"gate"_s, .phase = u"work"_s, .signOff = {u"hand"_s, u"judge"_s}});
        sync = test::add(contents, Gate{.id = u"sync"_s, .needs = {u"make"_s, u"gate"_s}});
        note = NodeKey(NodeKind::Note, 0);
        contents.notes.insert(0, note, std::make_shared<const Note>(Note{.id = u"note"_s, .near = u"make"_s}));
    }
};

void TestInspectorPanel::renamingAnythingRepairsEveryReferenceToIt()
{
    const Woven woven;
    Shown shown(woven.contents);
    const Workflow &workflow = shown.document.workflow();
    const auto rename = [&](NodeKey key, const QString &id) {
        shown.document.selection().set(key);
        auto *line = qobject_cast<QLineEdit *>(shown.focus(Field::Id));
        line->selectAll();
        QTest::keyClicks(line, id);
        QTest::keyClick(line, Qt::Key_Return);
    };
    rename(woven.make, u"build"_s);
    QCOMPARE(shown.task(woven.review).needs.first().target, u"build"_s);
    QCOMPARE(shown.task(woven.review).validates, QStringList{u"build"_s});
    QCOMPARE(workflow.phase(woven.fixing)->repeatUntil, u"build.simple"_s);
    QCOMPARE(workflow.contents().note(woven.note)->near, u"build"_s);
    rename(woven.gate, u"quality"_s);
    QCOMPARE(shown.task(woven.review).needs.last().target, u"quality"_s);
    QCOMPARE(workflow.phase(woven.fixing)->fixes, u"quality"_s);
    QCOMPARE(workflow.gate(woven.sync)->needs, (QStringList{u"build"_s, u"quality"_s}));
    rename(woven.hand, u"smith"_s);
    QCOMPARE(shown.task(woven.make).personas, QStringList{u"smith"_s});
    QCOMPARE(shown.task(woven.review).personas, QStringList{u"smith"_s});
    QCOMPARE(workflow.gate(woven.gate)->signOff, (QStringList{u"smith"_s, u"judge"_s}));
    rename(woven.work, u"labour"_s);
    QCOMPARE(shown.task(woven.make).phase, u"labour"_s);
    QCOMPARE(workflow.gate(woven.gate)->phase, u"labour"_s);
    QCOMPARE(workflow.phase(woven.fixing)->after, std::optional(QStringList{u"labour"_s}));
    rename(woven.fixing, u"repairs"_s);
    QCOMPARE(shown.task(woven.review).phase, u"repairs"_s);
    QCOMPARE(shown.document.undoStack().count(), 5); // One step each.
    while (shown.document.undoStack().canUndo())
        shown.document.undoStack().undo();
    QCOMPARE(workflow.contents(), woven.contents);
}

void TestInspectorPanel::renamingAnOutcomeRenamesItInEveryBranch()
{
    const Woven woven;
    Shown shown(woven.contents);
    const Workflow &workflow = shown.document.workflow();
    shown.document.selection().set(woven.make);
    const auto write = [&](const QString &labels) {
        auto *lines = qobject_cast<LinesEdit *>(shown.focus(Field::Outcomes));
        lines->selectAll();
        for (const QChar sign : labels)
            sign == u'\n' ? QTest::keyClick(lines, Qt::Key_Return) : QTest::keyClick(lines, sign.toLatin1());
        shown.focus(Field::Title);
    };
    write(u"easy\ncomplex\nother"_s); // Renamed, and one more.
    QCOMPARE(shown.task(woven.make).outcomes, (QStringList{u"easy"_s, u"complex"_s, u"other"_s}));
    QCOMPARE(shown.task(woven.review).needs.first().when, (QStringList{u"complex"_s, u"easy"_s}));
    QCOMPARE(workflow.phase(woven.fixing)->repeatUntil, u"make.easy"_s);
    QCOMPARE(shown.task(woven.make).executor.options[u"outcome"_s].toString(), u"easy"_s);
    QCOMPARE(shown.document.undoStack().count(), 1);
    shown.document.undoStack().undo();
    QCOMPARE(workflow.contents(), woven.contents);

    write(u"complex\nsimple"_s); // The same in another order: nothing is renamed.
    QCOMPARE(shown.task(woven.make).outcomes, (QStringList{u"complex"_s, u"simple"_s}));
    QCOMPARE(shown.task(woven.review).needs, woven.contents.task(woven.review)->needs);
    shown.document.undoStack().undo();
    write(u"complex"_s); // One less: the branch keeps its name, for the rules to complain.
    QCOMPARE(shown.task(woven.make).outcomes, QStringList{u"complex"_s});
    QCOMPARE(shown.task(woven.review).needs, woven.contents.task(woven.review)->needs);
}

void TestInspectorPanel::anIdThatIsTakenIsRefusedInTheField()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.hardening);
    auto *line = qobject_cast<QLineEdit *>(shown.focus(Field::Id));
    line->selectAll();
    QTest::keyClicks(line, u"security-audit"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(shown.task(sample.hardening).id, u"api-hardening"_s);
    QCOMPARE(shown.row(Field::Id)->severity(), Severity::Error);
    QVERIFY(!shown.row(Field::Id)->findChild<ProblemBox *>()->plainText().isEmpty());
    QCOMPARE(line->property("problem").toString(), u"true"_s);
}

void TestInspectorPanel::budgetsAreTypedTheWayPeopleWriteThem()
{
    QCOMPARE(FieldText::readNumber(u"150 000"_s), 150'000);
    QCOMPARE(FieldText::readNumber(u"150k"_s), 150'000);
    QCOMPARE(FieldText::readNumber(u"1,5 M"_s), 1'500'000);
    QCOMPARE(FieldText::readNumber(u"150.000"_s), std::nullopt);
    QCOMPARE(FieldText::readNumber(u"-1"_s), std::nullopt);
    QCOMPARE(FieldText::readNumber(u"1e400k"_s), std::nullopt);
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.hardening);
    auto *line = qobject_cast<QLineEdit *>(shown.focus(Field::BudgetTokens));
    line->selectAll();
    QTest::keyClicks(line, u"200k"_s);
    QCOMPARE(shown.task(sample.hardening).budgetTokens, 200'000);
    QCOMPARE(line->text(), u"200k"_s); // Not rewritten under the cursor.
    QVERIFY(line->findChild<QLabel *>()->text().contains(FieldText::grouped(300'000)));
    QTest::keyClicks(line, u"?"_s);
    QCOMPARE(shown.row(Field::BudgetTokens)->severity(), Severity::Error);
    QCOMPARE(shown.task(sample.hardening).budgetTokens, 200'000);
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QCOMPARE(shown.task(sample.hardening).budgetTokens, std::nullopt);
}

void TestInspectorPanel::aProblemStandsInTheFieldItIsAbout()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.hardening);
    shown.panel.setProblems({sample.selfValidation()});
    FieldRow *row = shown.row(Field::Persona);
    auto *box = row->findChild<ProblemBox *>();
    QVERIFY(box->isVisible());
    QVERIFY(box->plainText().contains(u"Validates its own work"_s));
    QCOMPARE(row->editor()->property("problem").toString(), u"true"_s);
    QVERIFY(row->editor()->accessibleDescription().contains(u"Validates its own work"_s));
    QVERIFY(!shown.row(Field::Kind)->findChild<ProblemBox *>());
    test::grab(shown.panel, shown.theme, u"inspector-problem"_s);
    shown.document.selection().set(sample.design);
    QVERIFY(!row->findChild<ProblemBox *>()->isVisible());
    shown.document.selection().set(sample.hardening);
    QVERIFY(row->findChild<ProblemBox *>()->isVisible());
    shown.panel.setProblems({});
    QVERIFY(!row->findChild<ProblemBox *>()->isVisible());
    QVERIFY(row->editor()->property("problem").toString().isEmpty());
}

void TestInspectorPanel::aLinkOfAProblemAsksForItsFix()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.hardening);
    shown.panel.setProblems({sample.selfValidation()});
    QSignalSpy chosen(&shown.panel, &InspectorPanel::fixChosen);
    auto *label = shown.row(Field::Persona)->findChild<ProblemBox *>()->findChild<QLabel *>();
    label->setFocus();
    QTest::keyClick(label, Qt::Key_Tab); // To the first link.
    QTest::keyClick(label, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().at(1).value<QuickFix>().id, u"assign-other-persona"_s);
}

void TestInspectorPanel::linksOfAProblemAskWhyAndSetItAside()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.audit);
    Problem problem = sample.selfValidation();
    problem.rule = u"validator-implemented"_s;
    problem.subjects = {sample.audit};
    shown.panel.setProblems({problem});
    QSignalSpy why(&shown.panel, &InspectorPanel::whyAsked);
    QSignalSpy aside(&shown.panel, &InspectorPanel::setAsideAsked);
    auto *label = shown.row(Field::Persona)->findChild<ProblemBox *>()->findChild<QLabel *>();
    label->setFocus();
    // The fixes and the list to choose from come first.
    for (qsizetype i = 0; i <= problem.fixes.size() + 1; ++i)
        QTest::keyClick(label, Qt::Key_Tab);
    QTest::keyClick(label, Qt::Key_Return);
    QCOMPARE(why.count(), 1);
    QCOMPARE(why.first().first().toString(), problem.rule);
    QTest::keyClick(label, Qt::Key_Tab);
    QTest::keyClick(label, Qt::Key_Return);
    QCOMPARE(aside.count(), 1);
    QCOMPARE(aside.first().first().value<Problem>(), problem);
    test::grab(shown.panel, shown.theme, u"inspector-problem-aside"_s);
    // What may not be lowered is explained only.
    problem.rule = u"self-validation"_s;
    shown.panel.setProblems({problem});
    QVERIFY(label->text().contains(u"why/0"_s) && !label->text().contains(u"aside"_s));
    // What no rule says has no page.
    problem.rule = u"unknown-field"_s;
    shown.panel.setProblems({problem});
    QVERIFY(!label->text().contains(u"why"_s));
}

void TestInspectorPanel::theRulesProblemIsFixedFromItsFieldAndUndone()
{
    const Sample sample;
    Shown shown(sample.contents);
    const auto isSelfValidation = [](const Problem &problem) { return problem.rule == "self-validation"_L1; };
    const auto showProblems = [&] {
        QList<Problem> found = checkWorkflow(shown.document.workflow().contents());
        found.removeIf([&](const Problem &problem) { return !isSelfValidation(problem); });
        shown.panel.setProblems(found);
        return found.size();
    };
    connect(&shown.panel, &InspectorPanel::fixChosen, this, [&](const Problem &problem, const QuickFix &fix) {
        shown.document.push(fix.title, fixEdit(shown.document.workflow().contents(), problem, fix));
        showProblems();
    });
    QCOMPARE(showProblems(), 1);
    shown.document.selection().set(sample.audit);
    auto *box = shown.row(Field::Persona)->findChild<ProblemBox *>();
    QVERIFY(box && box->isVisible());
    auto *label = box->findChild<QLabel *>();
    label->setFocus();
    QTest::keyClick(label, Qt::Key_Tab);
    QTest::keyClick(label, Qt::Key_Return);
    QVERIFY(shown.task(sample.audit).persona() != u"security-eng"_s);
    QVERIFY(!box->isVisible());
    QCOMPARE(shown.document.undoStack().count(), 1);
    shown.document.undoStack().undo();
    QCOMPARE(showProblems(), 1);
    QVERIFY(box->isVisible());
    QCOMPARE(shown.document.workflow().contents(), sample.contents);
}

void TestInspectorPanel::showingAFieldLeavesTheFocusWhereItIs()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.hardening);
    QWidget *title = shown.focus(Field::Title);
    QWidget *timeout = shown.row(Field::TimeoutIdle)->editor();
    QVERIFY(!timeout->isVisible());
    shown.panel.showField(Field::TimeoutIdle);
    QVERIFY(timeout->isVisible());
    QTRY_VERIFY(!timeout->visibleRegion().isEmpty());
    QVERIFY(title->hasFocus());
}

void TestInspectorPanel::linksCanBeReadOnTheirGroundInEveryTheme()
{
    static const QRegularExpression linkColor(u"<a [^>]*color:(#[0-9a-f]{6})"_s);
    const Sample sample;
    Theme theme;
    for (ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast}) {
        theme.setChoice(choice);
        for (const auto &[severity, ground] : {std::pair{Severity::Error, theme.palette().errorGround},
                                               {Severity::Warning, theme.palette().warningGround},
                                               {Severity::Info, theme.palette().window}}) {
            ProblemBox box(theme);
            Problem problem = sample.selfValidation();
            problem.severity = severity;
            box.setProblems({problem}, true);
            const QRegularExpressionMatch match = linkColor.match(box.findChild<QLabel *>()->text());
            QVERIFY(match.hasMatch());
            QVERIFY(contrast(QColor(match.captured(1)), ground) >= textContrast);
            QVERIFY(contrast(theme.palette().ink, ground) >= textContrast);
        }
    }
}

void TestInspectorPanel::aProblemThatNoRowShowsStandsOnTop()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.gate);
    Problem problem = sample.selfValidation();
    problem.subjects = {sample.gate};
    problem.field = std::nullopt;
    shown.panel.setProblems({problem});
    QList<ProblemBox *> visible;
    for (ProblemBox *box : shown.panel.findChildren<ProblemBox *>()) {
        if (box->isVisible())
            visible += box;
    }
    QCOMPARE(visible.size(), 1);
    QVERIFY(!qobject_cast<FieldRow *>(visible.first()->parentWidget()));
}

void TestInspectorPanel::aNeedIsAddedEditedAndRemovedByKeyboard()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.audit);
    FieldRow *row = shown.row(Field::Needs);
    auto *add = row->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(add);
    add->setFocus();
    QTest::keyClicks(add, u"system-design"_s);
    QTest::keyClick(add, Qt::Key_Return);
    QCOMPARE(shown.task(sample.audit).needs.size(), 2);
    QCOMPARE(shown.task(sample.audit).needs.at(1).target, u"system-design"_s);

    auto *list = qobject_cast<QListView *>(row->editor());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    QTRY_COMPARE(list->currentIndex().row(), 1);
    auto *type = row->findChild<QComboBox *>();
    QVERIFY(type->isVisible());
    type->setFocus();
    QTest::keyClick(type, Qt::Key_Home);
    QCOMPARE(shown.task(sample.audit).needs.at(1).type, NeedType::Output);

    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(shown.task(sample.audit).needs.size(), 1);
    QCOMPARE(shown.document.undoStack().count(), 3);
    while (shown.document.undoStack().canUndo())
        shown.document.undoStack().undo();
    QCOMPARE(shown.document.workflow().contents(), sample.contents);
}

void TestInspectorPanel::aNeedThatClosesACycleIsRefusedInASentence()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.design);
    FieldRow *row = shown.row(Field::Needs);
    auto *add = row->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
    add->setFocus();
    QTest::keyClicks(add, u"api-hardening"_s);
    QTest::keyClick(add, Qt::Key_Return);
    QVERIFY(shown.task(sample.design).needs.isEmpty());
    QVERIFY(row->findChild<ProblemBox *>()->isVisible());
}

void TestInspectorPanel::anExecutorKeepsOptionsNobodyKnows()
{
    Sample sample;
    sample.change(sample.hardening, [](Task &task) {
        task.executor = {u"shell"_s, {{u"command"_s, u"make"_s}, {u"colour"_s, u"blue"_s}}};
    });
    Shown shown(sample.contents);
    shown.document.selection().set(sample.hardening);
    QTest::mouseClick(shown.row(Field::Executor)->findChild<QToolButton *>(), Qt::LeftButton);
    auto *command = shown.row(Field::Executor)->findChild<LinesEdit *>();
    QVERIFY(command);
    command->setFocus();
    command->moveCursor(QTextCursor::End);
    QTest::keyClicks(command, u" all"_s);
    QCOMPARE(shown.task(sample.hardening).executor.options.value("command"_L1).toString(), u"make all"_s);
    QCOMPARE(shown.task(sample.hardening).executor.options.value("colour"_L1).toString(), u"blue"_s);
    QCOMPARE(shown.document.undoStack().count(), 1);

    auto *type = qobject_cast<ChoiceBox *>(shown.row(Field::Executor)->editor());
    type->setFocus();
    type->setCurrentIndex(type->findData(u"human"_s));
    emit type->activated(type->currentIndex());
    const Executor now = shown.task(sample.hardening).executor;
    QCOMPARE(now.type, u"human"_s);
    QVERIFY(!now.options.contains("command"_L1));
    QCOMPARE(now.options.value("colour"_L1).toString(), u"blue"_s);
}

void TestInspectorPanel::severalTasksGetOnePersonaInOneStep()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set({sample.design, sample.hardening, sample.audit}, sample.design);
    auto *box = qobject_cast<QComboBox *>(shown.row(Field::Persona)->editor());
    QCOMPARE(box->currentText(), u"Several values"_s);
    box->setFocus();
    box->setCurrentIndex(box->findData(u"software-eng"_s));
    emit box->activated(box->currentIndex());
    for (NodeKey key : {sample.design, sample.hardening, sample.audit})
        QCOMPARE(shown.task(key).personas, QStringList{u"software-eng"_s});
    QCOMPARE(shown.document.undoStack().count(), 1);
    QVERIFY(!shown.row(Field::Needs)); // Makes no sense for several.
}

void TestInspectorPanel::everyInteractiveWidgetHasAName()
{
    const Sample sample;
    Shown shown(sample.contents);
    for (NodeKey key : {NodeKey(), sample.hardening, sample.gate, sample.implementation, sample.security}) {
        shown.document.selection().set(key);
        for (QWidget *widget : shown.panel.findChildren<QWidget *>()) {
            // The viewport of a list and the parts of an editable box belong to what has the name.
            const bool part = widget->parentWidget()->inherits("QAbstractScrollArea") ||
                              widget->parentWidget()->inherits("QComboBox") ||
                              widget->inherits("QHeaderView") || widget->inherits("QScrollArea") ||
                              widget->window() != &shown.panel ||
                              widget->parentWidget()->inherits("QComboBoxPrivateContainer");
            if (widget->focusPolicy() == Qt::NoFocus || part)
                continue;
            const bool speaks =
                !widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty();
            QVERIFY2(speaks, widget->metaObject()->className());
        }
    }
}

void TestInspectorPanel::aRunShowsStateTokensAndEvidence()
{
    const Sample sample;
    Shown shown(sample.contents);
    RunPlan plan;
    plan.contents = sample.contents;
    RunState state;
    for (const auto &slot : sample.contents.tasks) {
        plan.taskIndex.insert(slot.node->id, int(plan.tasks.size()));
        plan.tasks.append(PlanTask{.id = slot.node->id, .key = slot.key, .task = slot.node});
        state.tasks.append(TaskRun());
    }
    TaskRun &run = state.tasks[1];
    run.state = TaskState::Complete;
    run.attempt = 2;
    run.startedAt = 1000;
    run.endedAt = 66'000;
    run.usage.outputTokens = 80'000;
    run.evidence = {{u"evidence/api-hardening.md"_s, 1234, {}}};
    run.problems = {u"The answer names no <constraints>."_s};
    run.subtasksDone = 3;
    run.subtasksLeft = 1;
    shown.document.selection().set(sample.hardening);
    shown.panel.setRun(&plan, &state);
    QStringList texts;
    for (QLabel *label : shown.panel.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts += label->text();
    }
    const QString all = texts.join(u'\n');
    QVERIFY(all.contains(u"COMPLETE"_s));
    QVERIFY(all.contains(u"attempt 2"_s));
    QVERIFY(all.contains(u"The answer names no &lt;constraints&gt;."_s));
    QVERIFY(all.contains(u"Done: 3 of 4 step(s)"_s));
    QVERIFY(all.contains(u"evidence/api-hardening.md"_s));
    QVERIFY(all.contains(FieldText::shortened(80'000)));
    test::grab(shown.panel, shown.theme, u"inspector-run"_s);
    shown.panel.setRun(nullptr, nullptr);
}

void TestInspectorPanel::walkingThroughManyTasksMakesNoNewWidgets()
{
    const Contents contents = test::randomPlan(10'000, 15'000, 7);
    Shown shown(contents);
    shown.document.selection().set(contents.tasks.keyAt(0));
    const qsizetype before = shown.panel.findChildren<QWidget *>().size();
    for (int i = 1; i < 50; ++i)
        shown.document.selection().set(contents.tasks.keyAt(i * 100));
    QCOMPARE(shown.panel.findChildren<QWidget *>().size(), before);
    QVERIFY2(before < 500, qPrintable(QString::number(before)));
    QBENCHMARK
    {
        shown.document.selection().set(contents.tasks.keyAt(5));
        shown.document.selection().set(contents.tasks.keyAt(6));
    }
}

void TestInspectorPanel::aRemovedTaskLeavesTheInspector()
{
    const Sample sample;
    Shown shown(sample.contents);
    shown.document.selection().set(sample.hardening);
    shown.panel.setProblems({sample.selfValidation()});
    shown.document.push(u"Remove"_s, shown.document.workflow().removing({sample.hardening}));
    QCOMPARE(shown.panel.shownKeys(), QList<NodeKey>{workflowKey});
    shown.document.undoStack().undo();
    shown.document.selection().set(sample.hardening);
    QCOMPARE(shown.panel.shownKeys(), QList<NodeKey>{sample.hardening});
}

void TestInspectorPanel::undoingTheShownTaskFromItsOwnFieldLeavesRedoAlone()
{
    const Sample sample;
    Shown shown(sample.contents);
    Task added;
    added.id = u"added"_s;
    added.title = u"Added"_s;
    const NodeKey key = shown.document.workflow().freshKey(NodeKind::Task);
    shown.document.push(u"Add"_s, Edit{}.insert(added, key));
    for (Field field : {Field::Title, Field::Id, Field::Deliverables, Field::BudgetTokens}) {
        shown.document.selection().set(key);
        QWidget *editor = shown.focus(field);
        QVERIFY(editor->hasFocus());
        QTest::keySequence(editor, QKeySequence::Undo);
        QCOMPARE(shown.document.workflow().contents(), sample.contents);
        QVERIFY(shown.document.undoStack().canRedo());
        shown.document.undoStack().redo();
        QCOMPARE(shown.task(key).title, u"Added"_s);
    }
    QCOMPARE(shown.document.undoStack().count(), 1);
}

void TestInspectorPanel::aLongTextIsShownAtEveryWidth()
{
    LinesEdit edit(1);
    edit.setText(u"Four phases, each closed by a mandatory gate. Foundation first, one persona per task, adversarial validation, integration "
                 "mandatory. Replace feature X and feature Y by your own; every further feature gets an implementation task and a test task of "
                 "its own."_s);
    edit.resize(400, 60);
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit));
    for (int width = 420; width > 120; --width) {
        edit.resize(width, edit.height());
        QCoreApplication::processEvents();
        QCOMPARE(edit.width(), width);
        QVERIFY(edit.height() >= 2 * edit.fontMetrics().lineSpacing());
    }
}

QTEST_MAIN(TestInspectorPanel)
#include "tst_inspectorpanel.moc"
