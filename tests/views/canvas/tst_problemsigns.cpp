// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/rules.h"
#include "tests/support/canvasdriver.h"
#include "tests/support/plans.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace baton {

using test::CanvasDriver;

/// Where the canvas shows what is wrong: on cards, lanes, gates and edges.
class TestProblemSigns : public QObject
{
    Q_OBJECT

private slots:
    void cardLaneGateAndEdgeEachHaveASignWithItsSentence();
    void aClickOnASignAsksForItsProblem();
    void theEdgesOfACycleAreMarked();
    void aNeedIsMarkedByItsItemAndNoOther();
    void aSignGoesWithItsProblem();

private:
    /// Two phases; `ship` needs `build` needs `plan`, and `ship` validates `build`.
    static Contents plan()
    {
        Contents contents;
        for (const QString &id : {u"making"_s, u"checking"_s}) {
            Phase phase;
            phase.id = id;
            phase.title = id;
            test::add(contents, phase);
            Gate gate;
            gate.id = u"after-"_s + id;
            gate.phase = id;
            test::add(contents, gate);
        }
        for (const auto &[id, phase, needs] :
             {std::tuple(u"plan"_s, u"making"_s, QStringList()), {u"build"_s, u"making"_s, {u"plan"_s}},
              {u"test"_s, u"making"_s, {u"plan"_s, u"build"_s}}}) {
            Task task;
            task.id = id;
            task.phase = phase;
            for (const QString &target : needs)
                task.needs.append(test::need(target));
            test::add(contents, task);
        }
        return contents;
    }
    static Problem about(const QList<NodeKey> &subjects, const QString &message, Severity severity = Severity::Error)
    {
        Problem problem;
        problem.rule = u"rule"_s;
        problem.severity = severity;
        problem.message = message;
        problem.subjects = subjects;
        return problem;
    }
    static Problem aboutNeed(NodeKey holder, int item, const QString &message, Severity severity = Severity::Error)
    {
        Problem problem = about({holder}, message, severity);
        problem.field = Field::Needs;
        problem.item = item;
        return problem;
    }
    static const EdgeItem *edge(CanvasDriver &canvas, const QString &from, const QString &to)
    {
        for (const EdgeItem &item : canvas.view.scene().list().edges()) {
            if (item.isNeed() && item.from == canvas.key(from) && item.to == canvas.key(to))
                return &item;
        }
        return nullptr;
    }
    static QPoint signOf(CanvasDriver &canvas, NodeKey key)
    {
        return canvas.view.toViewport(badgePlace(*canvas.view.scene().list().item(key)));
    }
};

void TestProblemSigns::cardLaneGateAndEdgeEachHaveASignWithItsSentence()
{
    CanvasDriver canvas(plan());
    canvas.view.fit();
    canvas.view.setProblems({about({canvas.key(u"plan"_s)}, u"of the card"_s),
                             about({canvas.key(u"checking"_s)}, u"of the lane"_s, Severity::Warning),
                             about({canvas.key(u"after-making"_s)}, u"of the gate"_s, Severity::Info),
                             aboutNeed(canvas.key(u"test"_s), 1, u"of the edge"_s, Severity::Warning)});
    for (const auto &[id, sentence] : {std::pair(u"plan"_s, u"of the card"_s), {u"checking"_s, u"of the lane"_s},
                                       {u"after-making"_s, u"of the gate"_s}})
        QVERIFY2(canvas.view.toolTipAt(signOf(canvas, canvas.key(id))).contains(sentence), qPrintable(id));
    const EdgeItem *need = edge(canvas, u"build"_s, u"test"_s);
    QVERIFY(need);
    QVERIFY(canvas.view.toolTipAt(canvas.view.toViewport(badgePlace(*need))).contains(u"of the edge"_s));
    const QString folder = QStringLiteral(BATON_BINARY_DIR) + u"/pictures"_s;
    QDir().mkpath(folder);
    QVERIFY(canvas.picture().save(folder + u"/problem-signs.png"_s));
    canvas.theme.setChoice(ThemeChoice::Dark);
    QVERIFY(canvas.picture().save(folder + u"/problem-signs-dark.png"_s));
}

void TestProblemSigns::aClickOnASignAsksForItsProblem()
{
    CanvasDriver canvas(plan());
    canvas.view.fit();
    const QList<Problem> problems{about({canvas.key(u"plan"_s)}, u"small"_s, Severity::Warning),
                                  about({canvas.key(u"plan"_s)}, u"large"_s),
                                  aboutNeed(canvas.key(u"test"_s), 1, u"of the edge"_s),
                                  about({canvas.key(u"making"_s)}, u"of the lane"_s)};
    canvas.view.setProblems(problems);
    QSignalSpy clicked(&canvas.view, &PlanView::problemClicked);
    canvas.click(signOf(canvas, canvas.key(u"plan"_s)));
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked.takeFirst().at(0).value<Problem>().message, u"large"_s);
    canvas.click(canvas.view.toViewport(badgePlace(*edge(canvas, u"build"_s, u"test"_s))));
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked.takeFirst().at(0).value<Problem>().message, u"of the edge"_s);
    // The sign of a lane stands where it is folded; the sign is meant.
    canvas.click(signOf(canvas, canvas.key(u"making"_s)));
    QCOMPARE(clicked.takeFirst().at(0).value<Problem>().message, u"of the lane"_s);
    QCOMPARE(canvas.steps(), 0);
    canvas.click(canvas.centreOf(u"plan"_s));
    QCOMPARE(clicked.count(), 0);
}

void TestProblemSigns::theEdgesOfACycleAreMarked()
{
    Contents contents = plan();
    Task first = contents.tasks.at(0);
    first.needs = {test::need(u"build"_s)};
    contents.tasks.replace(contents.tasks.keyAt(0), std::make_shared<const Task>(first));
    CanvasDriver canvas(contents);
    canvas.view.setProblems(checkWorkflow(contents));
    QCOMPARE(edge(canvas, u"plan"_s, u"build"_s)->problem, Severity::Error);
    QCOMPARE(edge(canvas, u"build"_s, u"plan"_s)->problem, Severity::Error);
    QVERIFY(edge(canvas, u"build"_s, u"test"_s)->problem < Severity::Error);
}

void TestProblemSigns::aNeedIsMarkedByItsItemAndNoOther()
{
    CanvasDriver canvas(plan());
    canvas.view.setProblems({aboutNeed(canvas.key(u"test"_s), 0, u"one"_s, Severity::Info),
                             aboutNeed(canvas.key(u"test"_s), 7, u"of a need that is gone"_s)});
    QCOMPARE(edge(canvas, u"plan"_s, u"test"_s)->problem, Severity::Info);
    QCOMPARE(edge(canvas, u"build"_s, u"test"_s)->problem, Severity::Off);
}

void TestProblemSigns::aSignGoesWithItsProblem()
{
    CanvasDriver canvas(plan());
    canvas.view.setProblems({aboutNeed(canvas.key(u"test"_s), 1, u"of the edge"_s)});
    const QImage marked = canvas.picture();
    canvas.view.setProblems({});
    const QImage clean = canvas.picture();
    QVERIFY(marked != clean);
    canvas.view.repaintAll();
    const QImage anew = canvas.picture();
    QRect differing;
    for (int y = 0; y < anew.height(); ++y) {
        for (int x = 0; x < anew.width(); ++x) {
            if (anew.pixel(x, y) != clean.pixel(x, y))
                differing |= QRect(x, y, 1, 1);
        }
    }
    // The rim of what was painted again may differ by a shade; a sign left behind would be far larger.
    QVERIFY2(differing.width() <= 4 && differing.height() <= 4, qPrintable(u"%1,%2 %3 × %4"_s.arg(differing.x()).arg(differing.y()).arg(differing.width()).arg(differing.height())));
    QCOMPARE(edge(canvas, u"build"_s, u"test"_s)->problem, Severity::Off);
}

} // namespace baton

QTEST_MAIN(baton::TestProblemSigns)
#include "tst_problemsigns.moc"
